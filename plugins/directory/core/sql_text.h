#pragma once
#include <string>
#include <string_view>

namespace directory {

/// Text for a LIKE pattern with ESCAPE '!': what stands in it means itself.
inline std::string likeText(std::string_view text) {
    std::string pattern;
    for (const char c : text) {
        if (c == '!' || c == '%' || c == '_') pattern += '!';
        pattern += c;
    }
    return pattern;
}

/// «?, ?, ?» for IN (…).
inline std::string placeholders(std::size_t count) {
    std::string marks;
    for (std::size_t i = 0; i < count; ++i)
        marks += i ? ", ?" : "?";
    return marks;
}

} // namespace directory
