#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace yanxun::host {

/// One row of a file in templates/rules: what is asked, by which law, from when to when.
struct RuleRow {
    std::string id, title, basis, from, until, checked;
    std::string sure; ///< C read in the text itself, S in a secondary source, M from memory; "" = not told
    bool on = true; ///< false: known, but not to be counted by (source not seen)
};

struct RuleFile {
    std::filesystem::path file;
    std::string id, title, version;
    std::vector<RuleRow> rows;
};

/// All rule files of these folders; of two with one name the first counts. Throws Error naming a file that is damaged.
std::vector<RuleFile> readRules(const std::vector<std::filesystem::path>& folders);

} // namespace yanxun::host
