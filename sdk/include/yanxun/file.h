#pragma once
#include <yanxun/export.h>

#include <filesystem>
#include <string_view>

namespace yanxun {

/// Writes the whole file aside and gives it its name when it is complete: nobody ever sees half of it, and what stood
/// there stays when it fails. Throws Full or Unavailable with a sentence.
YANXUN_EXPORT void writeFile(const std::filesystem::path& file, std::string_view bytes);

} // namespace yanxun
