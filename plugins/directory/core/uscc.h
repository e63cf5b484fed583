#pragma once
#include <string>
#include <string_view>

namespace directory {

/// True when the text is a 统一社会信用代码 of 18 characters whose check character is right (GB 32100-2015 §4.2, annex A).
bool isValidUscc(std::string_view code);

/// As it is compared and stored: white space and hyphens removed, full width made half, upper case.
std::string normaliseUscc(std::string_view written);

} // namespace directory
