#include <yanxun/argument.h>

#include <algorithm>
#include <charconv>

namespace yanxun {
namespace {

std::string escaped(std::string_view value) {
    std::string safe;
    for (const char c : value) {
        if (c == '%') safe += "%25";
        else if (c == '&') safe += "%26";
        else safe += c;
    }
    return safe;
}

std::string unescaped(std::string_view value) {
    std::string plain;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const std::string_view code = value.substr(at, 3);
        if (code == "%25" || code == "%26") {
            plain += code == "%25" ? '%' : '&';
            at += 2;
        } else {
            plain += value[at];
        }
    }
    return plain;
}

/// As it is written; empty when it is not there.
std::optional<std::string_view> written(std::string_view argument, std::string_view key) {
    while (!argument.empty()) {
        const std::string_view part = argument.substr(0, argument.find('&'));
        argument.remove_prefix(std::min(part.size() + 1, argument.size()));
        if (part.substr(0, part.find('=')) != key) continue;
        return part.substr(std::min(key.size() + 1, part.size()));
    }
    return std::nullopt;
}

} // namespace

bool hasPart(std::string_view argument, std::string_view key) { return written(argument, key).has_value(); }

std::string argumentPart(std::string_view argument, std::string_view key) {
    return unescaped(written(argument, key).value_or(std::string_view()));
}

std::int64_t argumentNumber(std::string_view argument, std::string_view key) {
    const std::string_view value = written(argument, key).value_or(std::string_view());
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::optional<Period> argumentPeriod(std::string_view argument, std::string_view key) {
    const std::string value = argumentPart(argument, key);
    const std::size_t gap = value.find("..");
    if (gap == std::string::npos) return std::nullopt;
    const auto first = Date::fromIso(value.substr(0, gap)), last = Date::fromIso(value.substr(gap + 2));
    if (!first || !last) return std::nullopt;
    return Period{*first, *last};
}

void addPart(std::string& argument, std::string_view key, std::string_view value) {
    if (!argument.empty()) argument += '&';
    argument.append(key).append("=").append(escaped(value));
}

void addNumber(std::string& argument, std::string_view key, std::int64_t value) {
    if (value != 0) addPart(argument, key, std::to_string(value));
}

void addPeriod(std::string& argument, std::string_view key, const std::optional<Period>& days) {
    if (days) addPart(argument, key, days->first.iso() + ".." + days->last.iso());
}

} // namespace yanxun
