#pragma once
#include <yanxun/data/database.h>
#include <yanxun/report/report.h>

namespace yanxun {

struct ReportRequest {
    Period period;
    Millis madeAt = 0;
    std::string issuer;
    std::int64_t record = 0; ///< of a kind with `records`: which one; 0 = the kind chooses
};

/// One of the records a report can be made of.
struct ReportRecord {
    std::int64_t id = 0;
    std::string title; ///< as a list shows it: «2021-05-12 消防疏散演练»
};

/// A report that can be asked for: `yanxunctl report drills.annual --year 2021`.
struct ReportKind {
    std::string id;
    std::string title;
    std::string about; ///< a sentence: who needs it and what is in it
    int order = 0;
    /// The report's row sources live inside the Reader's snapshot.
    std::function<Report(Reader&, const ReportRequest&)> make;
    /// What the report can be made of, the newest first; without it the report is of the whole period.
    std::function<std::vector<ReportRecord>(Reader&, const Period&)> records;
};

/// One section of the yearly summary (年度总结), which the host composes in the sections' order: sentence, figures, table.
/// The numbers of its sentences come from the plugin's own figures, so that paper and screen agree; where the year
/// before has records, it stands beside.
struct SummaryKind {
    std::string id; ///< «drills.summary»
    std::string title;
    int order = 0;
    /// Row sources live inside the Reader's snapshot. A section without sentences, fields and tables is left out.
    std::function<ReportSection(Reader&, const Period&)> make;
};

} // namespace yanxun
