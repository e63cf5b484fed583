#include "core/training_class.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace training {

using yanxun::Tone;
using yanxun::tr;

bool isCounted(Status status) { return status == Status::done || status == Status::archived; }

bool isFinal(Status status) { return status == Status::archived || status == Status::cancelled; }

std::vector<Status> nextSteps(Status from) {
    switch (from) {
    case Status::planned:
        return {Status::running, Status::done, Status::cancelled};
    case Status::running:
        return {Status::done, Status::cancelled};
    case Status::done:
        return {Status::archived, Status::cancelled};
    case Status::archived:
        return {Status::done};
    case Status::cancelled:
        return {Status::planned};
    }
    return {};
}

bool needsReason(Status from, Status to) { return to == Status::cancelled || isFinal(from); }

void requireStep(const TrainingClass& one, Status to, const std::string& reason) {
    const auto steps = nextSteps(one.status);
    if (std::find(steps.begin(), steps.end(), to) == steps.end()) {
        std::string allowed;
        for (const Status step : steps)
            allowed += (allowed.empty() ? "" : "、") + word(step);
        throw yanxun::Error(tr("培训班“{}”现在是“{}”，不能直接改为“{}”；可以改为：{}。", one.number, word(one.status),
                               word(to), allowed));
    }
    if (needsReason(one.status, to) && yanxun::text::key(reason).empty()) {
        throw yanxun::Error(tr("改为“{}”要写明原因。", word(to)));
    }
}

std::string word(Mode mode) {
    switch (mode) {
    case Mode::offline:
        return tr("线下");
    case Mode::online:
        return tr("网络");
    case Mode::mixed:
        return tr("混合");
    case Mode::unknown:
        break;
    }
    return {};
}

std::string word(Status status) {
    switch (status) {
    case Status::planned:
        return tr("计划");
    case Status::running:
        return tr("进行中");
    case Status::done:
        return tr("已完成");
    case Status::archived:
        return tr("已归档");
    case Status::cancelled:
        return tr("已取消");
    }
    return {};
}

std::string word(Source source) {
    switch (source) {
    case Source::imported:
        return tr("导入");
    case Source::entered:
        return tr("录入");
    case Source::demo:
        return tr("演示");
    }
    return {};
}

Tone toneOf(Status status) {
    switch (status) {
    case Status::running:
        return Tone::accent;
    case Status::done:
    case Status::archived:
        return Tone::good;
    case Status::planned:
        return Tone::warning;
    case Status::cancelled:
        break;
    }
    return Tone::neutral;
}

std::span<const Status> allStatuses() {
    static constexpr std::array all{Status::planned, Status::running, Status::done, Status::archived,
                                    Status::cancelled};
    return all;
}

std::optional<Status> statusOf(const std::string& given) {
    const auto all = allStatuses();
    const auto found = std::find_if(all.begin(), all.end(), [&](Status status) { return word(status) == given; });
    if (found == all.end()) return std::nullopt;
    return *found;
}

std::int64_t hoursOf(std::int64_t minutes, std::int64_t minutesPerHour) {
    return minutesPerHour <= 0 ? 0 : minutes * 100 / minutesPerHour;
}

std::int64_t minutesOf(std::int64_t hundredthHours, std::int64_t minutesPerHour) {
    return (hundredthHours * minutesPerHour + 99) / 100; // up: the hours asked for must come out again
}

std::optional<std::int64_t> shareOf(std::optional<std::int64_t> part, std::optional<std::int64_t> whole) {
    if (!part || !whole || *whole <= 0) return std::nullopt;
    return (*part * 10000 + *whole / 2) / *whole;
}

std::string clockText(const std::optional<std::int64_t>& minuteOfDay) {
    if (!minuteOfDay) return {};
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(*minuteOfDay / 60) + ":" + two(*minuteOfDay % 60);
}

std::optional<std::int64_t> clockOf(const std::string& written) {
    const std::string text = yanxun::text::key(written); // NFKC: ９：３０ becomes 9:30
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos) return std::nullopt;
    int hours = -1, minutes = -1;
    const char* const end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), text.data() + colon, hours);
    const auto second = std::from_chars(text.data() + colon + 1, end, minutes);
    if (first.ptr != text.data() + colon || second.ptr != end) return std::nullopt;
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
    return hours * 60 + minutes;
}

} // namespace training
