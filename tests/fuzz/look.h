#pragma once
#include "fuzz/file_input.h"

#include <functional>

namespace yanxun::fuzz {

/// Reads every sheet as an import does and looks at every cell. What cannot be read must say so in a whole sentence;
/// what can be read must have a copy with two columns more that reads back. Anything else ends the program.
void look(const std::function<std::unique_ptr<TableFile>(table::Opened)>& open, std::string_view bytes, const char* name);

} // namespace yanxun::fuzz
