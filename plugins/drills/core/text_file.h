#pragma once
#include <filesystem>
#include <string>

namespace drills {

/// The whole of a small text file. Throws Unavailable when it cannot be read.
std::string readTextFile(const std::filesystem::path& file);
/// Written aside and renamed, so that nobody ever reads half of it. Throws Unavailable.
void writeTextFile(const std::filesystem::path& file, const std::string& text);

} // namespace drills
