#include "core/drill_filter.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace drills {
namespace {

using yanxun::tr;

struct StageId {
    Stage stage;
    const char* id;
};
constexpr std::array stageIds{StageId{Stage::planned, "planned"},       StageId{Stage::unscored, "unscored"},
                              StageId{Stage::scored, "scored"},         StageId{Stage::rectifying, "rectifying"},
                              StageId{Stage::archived, "archived"},     StageId{Stage::dropped, "dropped"}};

/// «%» and «&» would end a part too early.
std::string escaped(const std::string& value) {
    std::string safe;
    for (const char c : value) {
        if (c == '%') {
            safe += "%25";
        } else if (c == '&') {
            safe += "%26";
        } else {
            safe += c;
        }
    }
    return safe;
}

std::string unescaped(std::string value) {
    for (const auto& [code, plain] : {std::pair{"%26", "&"}, std::pair{"%25", "%"}}) {
        for (std::size_t at = value.find(code); at != std::string::npos; at = value.find(code, at + 1)) {
            value.replace(at, 3, plain);
        }
    }
    return value;
}

std::int64_t numberOf(const std::string& value) {
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

std::optional<yanxun::Period> periodOf(const std::string& value) {
    const std::size_t gap = value.find("..");
    if (gap == std::string::npos) return std::nullopt;
    const auto first = yanxun::Date::fromIso(value.substr(0, gap));
    const auto last = yanxun::Date::fromIso(value.substr(gap + 2));
    if (!first || !last) return std::nullopt;
    return yanxun::Period{*first, *last};
}

void take(DrillFilter& filter, const std::string& key, const std::string& value) {
    if (key == "year") filter.year = int(numberOf(value));
    if (key == "ym") filter.ym = numberOf(value);
    if (key == "period") filter.period = periodOf(value);
    if (key == "hazard") filter.hazard = value;
    if (key == "region") filter.region = value;
    if (key == "mode") filter.mode = value;
    if (key == "grade") filter.grade = value;
    if (key == "text") filter.text = value;
    if (key == "unit") filter.unit = numberOf(value);
    if (key == "id") filter.id = numberOf(value);
    if (key != "stage") return;
    for (const StageId& known : stageIds) {
        if (value == known.id) filter.stage = known.stage;
    }
}

} // namespace

Stage stageOf(const Drill& drill) {
    if (drill.status == Status::archived) return Stage::archived;
    if (drill.status == Status::cancelled || drill.status == Status::aborted) return Stage::dropped;
    if (!tookPlace(drill.status)) return Stage::planned;
    if (drill.openFindings > 0) return Stage::rectifying;
    return drill.score() ? Stage::scored : Stage::unscored;
}

std::string stageWord(const Drill& drill) {
    const Stage stage = stageOf(drill);
    return stage == Stage::planned || stage == Stage::dropped ? word(drill.status) : word(stage);
}

std::string word(Stage stage) {
    switch (stage) {
    case Stage::any: return tr("全部状态");
    case Stage::planned: return tr("未开展");
    case Stage::unscored: return tr("待评分");
    case Stage::scored: return tr("已评估");
    case Stage::rectifying: return tr("整改中");
    case Stage::archived: return tr("已归档");
    case Stage::dropped: return tr("已取消");
    }
    return {};
}

yanxun::Tone toneOf(const Drill& drill) {
    switch (stageOf(drill)) {
    case Stage::planned: return drill.status == Status::draft ? yanxun::Tone::neutral : yanxun::Tone::accent;
    case Stage::unscored: return yanxun::Tone::warning;
    case Stage::rectifying: return yanxun::Tone::bad;
    case Stage::scored:
    case Stage::archived: return yanxun::Tone::good;
    case Stage::any:
    case Stage::dropped: break;
    }
    return yanxun::Tone::neutral;
}

DrillFilter parseArgument(const std::string& argument) {
    DrillFilter filter;
    for (std::size_t at = 0; at < argument.size();) {
        const std::size_t end = std::min(argument.find('&', at), argument.size());
        const std::string part = argument.substr(at, end - at);
        const std::size_t equals = part.find('=');
        if (equals != std::string::npos) take(filter, part.substr(0, equals), unescaped(part.substr(equals + 1)));
        at = end + 1;
    }
    return filter;
}

std::string argumentOf(const DrillFilter& filter) {
    std::string argument;
    const auto put = [&](const char* key, const std::string& value) {
        argument += (argument.empty() ? "" : "&") + std::string(key) + '=' + escaped(value);
    };
    if (filter.year != 0) put("year", std::to_string(filter.year));
    if (filter.ym != 0) put("ym", std::to_string(filter.ym));
    if (filter.period) put("period", filter.period->first.iso() + ".." + filter.period->last.iso());
    if (filter.hazard) put("hazard", *filter.hazard);
    if (filter.region) put("region", *filter.region);
    if (filter.mode) put("mode", *filter.mode);
    for (const StageId& known : stageIds) {
        if (known.stage == filter.stage) put("stage", known.id);
    }
    if (!filter.grade.empty()) put("grade", filter.grade);
    if (!filter.text.empty()) put("text", filter.text);
    if (filter.unit != 0) put("unit", std::to_string(filter.unit));
    if (filter.id != 0) put("id", std::to_string(filter.id));
    return argument;
}

} // namespace drills
