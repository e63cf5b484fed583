#include "core/run/script_time.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <array>
#include <cstdio>
#include <vector>

namespace drills {
namespace {

using yanxun::tr;

constexpr std::int64_t latest = 4 * 24 * 3600;

/// A number and the sign or word behind it.
struct Part {
    std::int64_t number = 0;
    std::string unit;
};

std::optional<std::vector<Part>> partsOf(std::string_view text) {
    std::vector<Part> parts;
    std::size_t at = 0;
    while (at < text.size()) {
        Part part;
        const std::size_t first = at;
        while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
        if (at == first || at - first > 6) return std::nullopt;
        part.number = std::stoll(std::string(text.substr(first, at - first)));
        const std::size_t unit = at;
        while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
        part.unit = std::string(text.substr(unit, at - unit));
        parts.push_back(std::move(part));
    }
    return parts;
}

std::optional<std::int64_t> clockOf(const std::vector<Part>& parts) {
    if (parts.size() < 2 || parts.size() > 3 || !parts.back().unit.empty()) return std::nullopt;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i + 1 < parts.size() && parts[i].unit != ":") return std::nullopt;
        if (i > 0 && parts[i].number > 59) return std::nullopt;
        total = total * 60 + parts[i].number;
    }
    return total;
}

/// Seconds of the unit; 0 when it is none.
std::int64_t secondsOf(const std::string& unit) {
    struct Word {
        const char* word;
        std::int64_t seconds;
    };
    static constexpr std::array words{Word{"小时", 3600}, Word{"时", 3600}, Word{"h", 3600},   Word{"分钟", 60},
                                      Word{"分", 60},     Word{"min", 60},  Word{"'", 60},     Word{"′", 60},
                                      Word{"’", 60},      Word{"秒", 1},    Word{"s", 1},      Word{"\"", 1},
                                      Word{"″", 1},       Word{"”", 1},     Word{"''", 1},     Word{"′′", 1}};
    for (const Word& one : words) {
        if (unit == one.word) return one.seconds;
    }
    return 0;
}

std::optional<std::int64_t> wordsOf(const std::vector<Part>& parts) {
    std::int64_t total = 0, former = latest;
    for (const Part& part : parts) {
        const std::int64_t seconds = secondsOf(part.unit);
        if (seconds == 0 || seconds >= former) return std::nullopt;
        former = seconds;
        total += part.number * seconds;
    }
    return total;
}

} // namespace

std::optional<std::int64_t> parseOffset(const std::string& written) {
    std::string text = yanxun::text::loose(written);
    for (const char* start : {"t+", "t＋", "+", "＋"}) {
        if (!text.starts_with(start)) continue;
        text.erase(0, std::string_view(start).size());
        break;
    }
    if (text.empty()) return std::nullopt;
    const auto parts = partsOf(text);
    if (!parts) return std::nullopt;
    auto seconds = clockOf(*parts);
    if (!seconds) seconds = wordsOf(*parts);
    if (!seconds || *seconds > latest) return std::nullopt;
    return seconds;
}

std::int64_t offsetOf(const std::string& written) {
    const auto seconds = parseOffset(written);
    if (!seconds) throw yanxun::Error(tr("时间写的是“{}”，请写成 T+00:05:30、5分30秒 或 +5'，从演练开始算起。", written));
    return *seconds;
}

std::string offsetText(std::int64_t seconds) { return "T+" + clockText(seconds * 1000); }

std::string clockText(std::int64_t milliseconds) {
    const bool before = milliseconds < 0;
    const long long seconds = (before ? -milliseconds : milliseconds) / 1000;
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%s%02lld:%02lld:%02lld", before && seconds != 0 ? "-" : "", seconds / 3600,
                  seconds / 60 % 60, seconds % 60);
    return text.data();
}

std::string deltaText(std::int64_t seconds) {
    if (seconds == 0) return tr("准时");
    const std::string sign = seconds < 0 ? "-" : "+";
    const std::int64_t size = seconds < 0 ? -seconds : seconds;
    if (size < 60) return sign + tr("{}秒", size);
    if (size % 60 == 0) return sign + tr("{}分", size / 60);
    return sign + tr("{}分{}秒", size / 60, size % 60);
}

} // namespace drills
