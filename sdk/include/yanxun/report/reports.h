#pragma once
#include <yanxun/data/database.h>
#include <yanxun/report/report.h>

namespace yanxun {

struct ReportRequest {
    Period period;
    Millis madeAt = 0;
    std::string issuer;
};

/// A report that can be asked for: `yanxunctl report drills.annual --year 2021`.
struct ReportKind {
    std::string id;
    std::string title;
    std::string about; ///< a sentence: who needs it and what is in it
    int order = 0;
    /// The report's row sources live inside the Reader's snapshot.
    std::function<Report(Reader&, const ReportRequest&)> make;
};

} // namespace yanxun
