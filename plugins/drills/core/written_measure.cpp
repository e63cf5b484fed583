#include "core/written_measure.h"

#include <yanxun/text.h>

#include <array>
#include <limits>

namespace drills {
namespace {

using yanxun::tr;

/// A decimal number read from the front of a text, exact in `scale` parts of one.
struct Reader {
    std::string_view rest;

    void skip() {
        while (!rest.empty() && rest.front() == ' ')
            rest.remove_prefix(1);
    }
    bool take(std::string_view word) {
        skip();
        if (!rest.starts_with(word)) return false;
        rest.remove_prefix(word.size());
        return true;
    }
    template <std::size_t n> bool takeAny(const std::array<std::string_view, n>& words) {
        for (const std::string_view word : words) {
            if (take(word)) return true;
        }
        return false;
    }
    /// At most six digits before and six after the point; more is no measure.
    std::optional<std::int64_t> number(std::int64_t scale) {
        skip();
        std::int64_t value = 0;
        int whole = 0;
        for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1), ++whole) {
            if (whole == 9) return std::nullopt;
            value = value * 10 + (rest.front() - '0');
        }
        if (whole == 0) return std::nullopt;
        value *= scale;
        if (!rest.starts_with('.')) return value;
        rest.remove_prefix(1);
        std::int64_t part = scale;
        bool any = false;
        for (; !rest.empty() && rest.front() >= '0' && rest.front() <= '9'; rest.remove_prefix(1)) {
            const std::int64_t digit = rest.front() - '0';
            if (part % 10 != 0 && digit != 0) return std::nullopt;
            part /= 10;
            value += digit * part;
            any = true;
        }
        return any ? std::optional(value) : std::nullopt;
    }
    bool done() {
        skip();
        return rest.empty();
    }
};

constexpr std::int64_t second = 1000, minute = 60 * second;
constexpr std::array<std::string_view, 4> minuteWords{"分钟", "分", "min", "'"};
constexpr std::array<std::string_view, 4> secondWords{"秒钟", "秒", "s", "\""};
constexpr std::array<std::string_view, 4> timesWords{"×", "x", "X", "*"};

} // namespace

std::optional<std::int64_t> parseDuration(const std::string& written, bool minutes) {
    const std::string given = yanxun::text::key(written);
    Reader in{given};
    // In thousandths of a minute × 60: exact for what people write.
    const auto first = in.number(second);
    if (!first) return std::nullopt;
    if (in.done()) return minutes ? *first * 60 : *first;
    if (in.takeAny(secondWords)) return in.done() ? first : std::nullopt;
    const bool clock = in.take(":");
    if (!clock && !in.takeAny(minuteWords)) return std::nullopt;
    std::int64_t total = *first * 60;
    if (in.done()) return clock ? std::nullopt : std::optional(total);
    const auto rest = in.number(second);
    if (!rest || *rest >= minute) return std::nullopt;
    in.takeAny(secondWords);
    total += *rest;
    return in.done() ? std::optional(total) : std::nullopt;
}

std::string durationText(std::int64_t milliseconds) {
    const std::int64_t minutes = milliseconds / minute, left = milliseconds % minute;
    std::string seconds = std::to_string(left / second);
    if (left % second != 0) {
        std::string part = std::to_string(1000 + left % second).substr(1);
        while (part.ends_with('0'))
            part.pop_back();
        seconds += "." + part;
    }
    if (minutes == 0) return tr("{}秒", seconds);
    return left == 0 ? tr("{}分", minutes) : tr("{}分{}秒", minutes, seconds);
}

std::optional<Share> parseShare(const std::string& written) {
    const std::string given = yanxun::text::key(written);
    Reader in{given};
    constexpr std::int64_t parts = 1'000'000;
    const auto achieved = in.number(parts);
    if (!achieved) return std::nullopt;
    if (in.done()) return Share{*achieved, parts};
    if (in.take("%")) return in.done() ? std::optional(Share{*achieved, 100 * parts}) : std::nullopt;
    if (!in.take("/")) return std::nullopt;
    const auto required = in.number(parts);
    if (!required || *required == 0 || !in.done()) return std::nullopt;
    return Share{*achieved, *required};
}

std::optional<std::vector<Deduction>> parseDeductions(const std::string& written) {
    const std::string given = yanxun::text::key(written);
    std::vector<Deduction> lines;
    Reader in{given};
    do {
        Deduction line;
        const auto points = in.number(100);
        if (!points) return std::nullopt;
        line.points = *points;
        if (in.takeAny(timesWords)) {
            const auto times = in.number(1);
            if (!times || *times > 10'000) return std::nullopt;
            line.times = *times;
        }
        in.take("分");
        in.skip();
        // A «+» begins the next line only before a number: notes may hold one.
        std::size_t end = 0;
        for (;; ++end) {
            end = in.rest.find('+', end);
            if (end == std::string_view::npos) break;
            Reader ahead{in.rest.substr(end + 1)};
            if (ahead.number(100)) break;
        }
        const std::string_view note = in.rest.substr(0, end);
        line.note = yanxun::text::key(note);
        in.rest.remove_prefix(note.size());
        lines.push_back(std::move(line));
    } while (in.take("+"));
    return in.done() ? std::optional(std::move(lines)) : std::nullopt;
}

} // namespace drills
