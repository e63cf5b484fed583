#include <yanxun/text.h>

#include <unicode/coll.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <mutex>
#include <vector>

namespace yanxun::text {
namespace {

icu::UnicodeString wide(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8({utf8.data(), std::int32_t(utf8.size())});
}

/// Never destroyed: plugins may still sort while statics go.
const icu::Collator& byPinyin() {
    static const icu::Collator* collator = [] {
        UErrorCode failed = U_ZERO_ERROR;
        auto* made = icu::Collator::createInstance(icu::Locale("zh@collation=pinyin"), failed);
        if (U_FAILURE(failed)) throw std::runtime_error(u_errorName(failed));
        return made;
    }();
    return *collator;
}

} // namespace

std::string sortKey(std::string_view raw) {
    const icu::UnicodeString text = wide(key(raw));
    std::vector<std::uint8_t> bytes(64);
    std::int32_t size = byPinyin().getSortKey(text, bytes.data(), std::int32_t(bytes.size()));
    if (size > std::int32_t(bytes.size())) {
        bytes.resize(std::size_t(size));
        size = byPinyin().getSortKey(text, bytes.data(), size);
    }

    constexpr char digits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(std::size_t(size) * 2);
    for (std::int32_t i = 0; i + 1 < size; ++i) { // without the zero at the end
        hex += digits[bytes[std::size_t(i)] >> 4];
        hex += digits[bytes[std::size_t(i)] & 15];
    }
    return hex;
}

std::string pinyin(std::string_view raw) {
    static std::mutex guard; // a Transliterator is not for two threads
    static icu::Transliterator* toLatin = [] {
        UErrorCode failed = U_ZERO_ERROR;
        auto* made = icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Any-Lower", UTRANS_FORWARD, failed);
        if (U_FAILURE(failed)) throw std::runtime_error(u_errorName(failed));
        return made;
    }();

    icu::UnicodeString text = wide(key(raw));
    {
        const std::lock_guard lock(guard);
        toLatin->transliterate(text);
    }
    std::string spaced;
    text.toUTF8String(spaced);

    std::string whole, initials;
    bool first = true;
    for (const char c : spaced) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (letter) whole += c;
        if (letter && first) initials += c;
        first = !letter;
    }
    return initials.empty() ? whole : whole + ' ' + initials;
}

} // namespace yanxun::text
