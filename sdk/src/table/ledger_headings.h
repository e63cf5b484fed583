#pragma once
#include <yanxun/table/import.h>

#include <set>

namespace yanxun {

/// Headings the engine writes itself into result workbooks, and passes over when it reads them again.
inline constexpr const char* kResultHeading = "导入结果";
inline constexpr const char* kReasonHeading = "错误原因";

/// A heading in the form in which headings are compared: loose text without marks of obligation («*», «:»).
std::string headingKey(std::string_view heading);
/// The same without what stands in brackets: «横幅(条)» → «横幅». Empty for «(条)».
std::string bareHeading(const std::string& key);

/// What templates/ledgers says of the headings of one kind; see templates/ledgers/README.md.
struct LedgerHeadings {
    std::map<std::string, std::vector<std::string>> byColumn; ///< column id → other headings it goes under
    std::map<std::string, std::vector<std::string>> byTitle;  ///< the same by headingKey of the title
    std::set<std::string> serial;  ///< keys of running numbers: neither content nor a cause of errors
    std::set<std::string> neutral; ///< keys of headings that are no sign of another ledger

    /// Reads common.xml and <kind>.xml, each from the first folder that has it. Throws Error for a damaged file.
    static LedgerHeadings load(const std::vector<std::filesystem::path>& folders, const std::string& kind);
    /// Title and synonyms of a column, the title first.
    std::vector<std::string> namesOf(const ImportColumn& column) const;
};

} // namespace yanxun
