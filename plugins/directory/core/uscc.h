#pragma once
#include <string>
#include <string_view>

namespace directory {

/// True when the text is a 统一社会信用代码 of 18 characters whose check character is right (GB 32100-2015 §4.2,
/// annex A).
bool isValidUscc(std::string_view code);

/// The 18th character for 17 right ones; '\0' when a character is not of the code's alphabet.
char usccCheckCharacter(std::string_view first17);

/// As it is compared and stored: white space and hyphens removed, full width made half, upper case.
std::string normaliseUscc(std::string_view written);

} // namespace directory
