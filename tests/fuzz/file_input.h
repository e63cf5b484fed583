#pragma once
#include "table/table_readers.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace yanxun::fuzz {

/// The bytes as an opened file of that name, past the file system.
table::Opened opened(std::string_view bytes, const char* name);

using Parts = std::vector<std::pair<std::string, std::string>>;
/// A zip whose parts are stored as they are, with right sums: the fuzzer's changes reach the parsers behind it.
std::string storedZip(const Parts& parts);

} // namespace yanxun::fuzz
