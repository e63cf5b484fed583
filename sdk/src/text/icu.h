#pragma once
// Shared by the files of this room only.
#include <unicode/normalizer2.h>
#include <unicode/utf8.h>

#include <string>
#include <string_view>

namespace yanxun::text {

/// Calls `use(codePoint)` for each character; a broken byte sequence gives a negative number once.
template <class Use>
void eachCharacter(std::string_view utf8, Use use) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    const auto length = std::int32_t(utf8.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 character;
        U8_NEXT(bytes, at, length, character);
        use(character);
    }
}

void append(std::string& text, UChar32 character);

/// `utf8` in the given normal form; it must be valid.
std::string normalized(const icu::Normalizer2& form, std::string_view utf8);

const icu::Normalizer2& nfc();
const icu::Normalizer2& nfkc();

/// Plain ASCII without control characters but tab and newline: nothing to clean or normalise.
bool isPlainAscii(std::string_view raw);

} // namespace yanxun::text
