#pragma once
#include <yanxun/date.h>
#include <yanxun/progress.h>
#include <yanxun/table/rows.h>

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

namespace yanxun {

/// A fact of the head or of a section: «总场次 529».
struct ReportField {
    std::string id, title;
    Value value;
    CellKind kind = CellKind::text;
    std::string unit; ///< 场, 人次 …
};

struct ReportTable {
    std::string id, title;
    RowSource rows;
    std::vector<ReportField> totals; ///< shown below, by column id
};

/// A chart over one table of the section: bars of `value` over `label`.
struct ReportChart {
    std::string table, label, value;
};

struct ReportSection {
    std::string id, title;
    std::vector<std::string> sentences;
    std::vector<ReportField> fields;
    std::vector<ReportTable> tables;
    std::vector<ReportChart> charts;
    std::vector<ReportSection> sections;
};

/// A report is a tree whose tables are row sources: nothing of the records is held in memory. Stable: no time but
/// `madeAt` (given, never taken), no ids, no paths, a fixed order.
struct Report {
    std::string kind;    ///< «drills.annual»
    int version = 1;     ///< of the kind's shape
    std::string title;
    std::string issuer;  ///< 填报单位; empty when the bureau gave no name
    std::string scope;   ///< 统计口径, a sentence
    std::string mark;    ///< stands pale across every page: «演练», so that nobody takes it for the real thing; mostly empty
    Period period;
    Millis madeAt = 0;
    std::vector<ReportField> fields;
    std::vector<ReportSection> sections;
};

/// Streams the report as XML (templates/reports/report.xsd): constant memory, the same bytes for the same records.
YANXUN_EXPORT void writeXml(const Report& report, std::ostream& out, Progress& progress = Progress::none());
/// Writes aside and renames. Throws Full, Unavailable, Cancelled.
YANXUN_EXPORT void saveXml(const Report& report, const std::filesystem::path& path, Progress& progress = Progress::none());
/// XML → HTML by the XSLT in templates/reports/report.xsl; tables above 50,000 rows are cut with a sentence.
/// `styles`: folders of templates/reports, the first that has the file wins.
YANXUN_EXPORT void saveHtml(const Report& report, const std::vector<std::filesystem::path>& styles,
                            const std::filesystem::path& path, Progress& progress = Progress::none());
/// A4 pages with selectable text, charts as vectors, outline and page numbers; needs no display. Tables above 20,000
/// rows are cut with a sentence. `styles`: folders of templates/reports; the first that has page.xml says fonts and
/// margins. The same bytes for the same records and fonts. Writes aside and renames. Throws like saveXml.
YANXUN_EXPORT void savePdf(const Report& report, const std::vector<std::filesystem::path>& styles,
                           const std::filesystem::path& path, Progress& progress = Progress::none());

/// A painted page: rows of width × 3 bytes, red green blue, from the top.
struct PageImage {
    int width = 0, height = 0;
    std::vector<unsigned char> rgb;
};

/// The pages of savePdf for a preview: read and laid out once, painted when asked for. The report's row sources are
/// used by the constructor only. One thread at a time.
class YANXUN_EXPORT ReportPages {
public:
    ReportPages(const Report& report, const std::vector<std::filesystem::path>& styles,
                Progress& progress = Progress::none());
    ~ReportPages();
    ReportPages(ReportPages&&) noexcept;
    ReportPages& operator=(ReportPages&&) noexcept;
    int count() const;
    /// `page` from 0; 96 dots per inch is the size on a screen at 100 %. Throws NotFound beyond the last page.
    PageImage paint(int page, double dpi) const;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

} // namespace yanxun
