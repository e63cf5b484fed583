#include "text/icu.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <unicode/bytestream.h>
#include <unicode/stringpiece.h>

namespace yanxun::text {
namespace {

/// Not allowed in XML 1.0 or a nuisance everywhere: C0 but tab and newline, DEL, C1, non-characters.
bool isUnwanted(UChar32 c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe ||
           (c >= 0xfdd0 && c <= 0xfdef);
}

icu::StringPiece piece(std::string_view text) { return {text.data(), std::int32_t(text.size())}; }

} // namespace

void append(std::string& text, UChar32 character) {
    std::uint8_t bytes[U8_MAX_LENGTH];
    std::int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, character);
    text.append(reinterpret_cast<const char*>(bytes), std::size_t(length));
}

std::string normalized(const icu::Normalizer2& form, std::string_view utf8) {
    UErrorCode failed = U_ZERO_ERROR;
    std::string result;
    icu::StringByteSink<std::string> sink(&result, std::int32_t(utf8.size()));
    form.normalizeUTF8(0, piece(utf8), sink, nullptr, failed);
    if (U_FAILURE(failed)) throw std::runtime_error(u_errorName(failed));
    return result;
}

const icu::Normalizer2& nfc() {
    UErrorCode failed = U_ZERO_ERROR;
    static const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(failed);
    return *form;
}

const icu::Normalizer2& nfkc() {
    UErrorCode failed = U_ZERO_ERROR;
    static const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(failed);
    return *form;
}

bool isPlainAscii(std::string_view raw) {
    for (const unsigned char c : raw) {
        if (c >= 0x7f || (c < 0x20 && c != '\t' && c != '\n')) return false;
    }
    return true;
}

std::string clean(std::string_view raw) {
    if (isPlainAscii(raw)) return std::string(raw);

    bool wanted = true;
    eachCharacter(raw, [&](UChar32 c) { wanted = wanted && c >= 0 && !isUnwanted(c); });
    if (wanted) {
        UErrorCode failed = U_ZERO_ERROR;
        if (nfc().isNormalizedUTF8(piece(raw), failed)) return std::string(raw);
        return normalized(nfc(), raw);
    }

    std::string kept;
    kept.reserve(raw.size());
    bool carriage = false; // a carriage return becomes the newline that follows or should follow it
    eachCharacter(raw, [&](UChar32 c) {
        if (carriage && c != '\n') kept += '\n';
        carriage = c == '\r';
        if (c < 0) {
            append(kept, 0xfffd);
        } else if (!isUnwanted(c)) {
            append(kept, c);
        }
    });
    if (carriage) kept += '\n';
    return normalized(nfc(), kept);
}

bool isValidUtf8(std::string_view raw) {
    bool valid = true;
    eachCharacter(raw, [&](UChar32 c) { valid = valid && c >= 0; });
    return valid;
}

std::size_t length(std::string_view utf8) {
    std::size_t count = 0;
    eachCharacter(utf8, [&](UChar32) { ++count; });
    return count;
}

} // namespace yanxun::text
