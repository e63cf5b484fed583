#include "walls/sources.h"

#include <algorithm>
#include <fstream>

namespace yanxun::testing {
namespace fs = std::filesystem;

std::vector<SourceFile> sourcesOf(const std::vector<std::string>& folders, const std::vector<std::string>& endings) {
    const fs::path top = YANXUN_SOURCE_DIR;
    std::vector<SourceFile> files;
    for (const std::string& folder : folders) {
        if (!fs::exists(top / folder)) continue;
        for (auto item = fs::recursive_directory_iterator(top / folder); item != fs::recursive_directory_iterator(); ++item) {
            const std::string name = item->path().filename().string();
            if (item->is_directory() && (name == "build" || name.starts_with("."))) item.disable_recursion_pending();
            const bool wanted = std::any_of(endings.begin(), endings.end(), [&](const auto& e) { return name.ends_with(e); });
            if (!item->is_regular_file() || !wanted) continue;
            SourceFile file{fs::relative(item->path(), top).generic_string(), {}};
            std::ifstream in(item->path());
            for (std::string line; std::getline(in, line);) file.lines.push_back(line);
            files.push_back(std::move(file));
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> hits(const std::vector<SourceFile>& files, const std::regex& pattern,
                              const std::function<bool(const std::string&)>& looked) {
    std::vector<std::string> found;
    for (const SourceFile& file : files) {
        if (!looked(file.path)) continue;
        for (std::size_t i = 0; i < file.lines.size(); ++i) {
            if (std::regex_search(file.lines[i], pattern)) {
                found.push_back(file.path + ":" + std::to_string(i + 1) + ": " + file.lines[i]);
            }
        }
    }
    return found;
}

std::vector<std::string> pluginIds() {
    std::vector<std::string> ids;
    for (const auto& item : fs::directory_iterator(fs::path(YANXUN_SOURCE_DIR) / "plugins")) {
        if (fs::exists(item.path() / "plugin.xml")) ids.push_back(item.path().filename().string());
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::string listed(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
}

} // namespace yanxun::testing
