#pragma once
#include <filesystem>
#include <functional>
#include <regex>
#include <string>
#include <vector>

namespace yanxun::testing {

struct SourceFile {
    std::string path; ///< from the top of the tree: «plugins/x/core/y.cpp»
    std::vector<std::string> lines;
};

/// Every text file of these folders (build folders left out), by path.
std::vector<SourceFile> sourcesOf(const std::vector<std::string>& folders, const std::vector<std::string>& endings);
/// «path:line: text» of every line that matches, in files for which `looked` is true.
std::vector<std::string> hits(const std::vector<SourceFile>& files, const std::regex& pattern,
                              const std::function<bool(const std::string& path)>& looked);
/// The folders below `plugins/` that are plugins.
std::vector<std::string> pluginIds();
std::string listed(const std::vector<std::string>& lines);

} // namespace yanxun::testing
