#include "core/drill_filter.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

#include <array>

namespace drills {
namespace {

using yanxun::addNumber;
using yanxun::argumentNumber;
using yanxun::argumentPart;
using yanxun::tr;

struct StageId {
    Stage stage;
    const char* id;
};
constexpr std::array stageIds{StageId{Stage::planned, "planned"},       StageId{Stage::unscored, "unscored"},
                              StageId{Stage::scored, "scored"},         StageId{Stage::rectifying, "rectifying"},
                              StageId{Stage::archived, "archived"},     StageId{Stage::dropped, "dropped"}};

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
    const auto word = [&](const char* key) {
        return yanxun::hasPart(argument, key) ? std::optional(argumentPart(argument, key)) : std::nullopt;
    };
    DrillFilter filter;
    filter.year = int(argumentNumber(argument, "year"));
    filter.ym = argumentNumber(argument, "ym");
    filter.period = yanxun::argumentPeriod(argument, "period");
    filter.hazard = word("hazard");
    filter.region = word("region");
    filter.mode = word("mode");
    filter.grade = argumentPart(argument, "grade");
    filter.text = argumentPart(argument, "text");
    filter.unit = argumentNumber(argument, "unit");
    filter.id = argumentNumber(argument, "id");
    const std::string stage = argumentPart(argument, "stage");
    for (const StageId& known : stageIds) {
        if (stage == known.id) filter.stage = known.stage;
    }
    return filter;
}

std::string argumentOf(const DrillFilter& filter) {
    std::string argument;
    const auto put = [&](const char* key, const std::string& value) { yanxun::addPart(argument, key, value); };
    addNumber(argument, "year", filter.year);
    addNumber(argument, "ym", filter.ym);
    yanxun::addPeriod(argument, "period", filter.period);
    if (filter.hazard) put("hazard", *filter.hazard);
    if (filter.region) put("region", *filter.region);
    if (filter.mode) put("mode", *filter.mode);
    for (const StageId& known : stageIds) {
        if (known.stage == filter.stage) put("stage", known.id);
    }
    if (!filter.grade.empty()) put("grade", filter.grade);
    if (!filter.text.empty()) put("text", filter.text);
    addNumber(argument, "unit", filter.unit);
    addNumber(argument, "id", filter.id);
    return argument;
}

} // namespace drills
