#include "core/design/design.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

template <class Enum>
Enum enumOf(const std::string& given, std::initializer_list<Enum> all, const std::string& what) {
    const std::string key = yanxun::text::key(given);
    if (key.empty()) return Enum::unknown;
    std::string known;
    for (const Enum value : all) {
        if (word(value) == key) return value;
        known += (known.empty() ? "" : "、") + word(value);
    }
    throw Error(tr("{}可以是 {}，收到的是“{}”。", what, known, given));
}

} // namespace

std::string word(ScriptMode mode) {
    switch (mode) {
    case ScriptMode::scripted: return tr("有脚本");
    case ScriptMode::unscripted: return tr("无脚本");
    case ScriptMode::unknown: break;
    }
    return {};
}

std::string word(Level level) {
    switch (level) {
    case Level::district: return tr("区级");
    case Level::department: return tr("部门");
    case Level::town: return tr("街道（乡镇）");
    case Level::village: return tr("社区（村）");
    case Level::unit: return tr("单位");
    case Level::unknown: break;
    }
    return {};
}

std::string word(Partnership partnership) {
    switch (partnership) {
    case Partnership::alone: return tr("独立");
    case Partnership::joint: return tr("联合");
    case Partnership::superior: return tr("依托上级");
    case Partnership::unknown: break;
    }
    return {};
}

std::string word(Daytime daytime) {
    switch (daytime) {
    case Daytime::day: return tr("白天");
    case Daytime::night: return tr("夜间");
    case Daytime::unknown: break;
    }
    return {};
}

std::string word(Achieved achieved) {
    switch (achieved) {
    case Achieved::yes: return tr("是");
    case Achieved::partly: return tr("部分");
    case Achieved::no: return tr("否");
    case Achieved::unknown: break;
    }
    return {};
}

ScriptMode scriptModeOf(const std::string& word) {
    return enumOf(word, {ScriptMode::scripted, ScriptMode::unscripted}, tr("脚本"));
}

Level levelOf(const std::string& word) {
    return enumOf(word, {Level::district, Level::department, Level::town, Level::village, Level::unit}, tr("级别"));
}

Partnership partnershipOf(const std::string& word) {
    return enumOf(word, {Partnership::alone, Partnership::joint, Partnership::superior}, tr("主办关系"));
}

Daytime daytimeOf(const std::string& word) { return enumOf(word, {Daytime::day, Daytime::night}, tr("时段")); }

Achieved achievedOf(const std::string& word) {
    return enumOf(word, {Achieved::yes, Achieved::partly, Achieved::no}, tr("达成"));
}

const std::vector<std::string>& usualPosts() {
    static const std::vector<std::string> posts{"总指挥", "副总指挥", "总策划", "导调", "模拟人员", "安全员", "评估人员",
                                                "解说员", "记录员",   "计时员", "疏散引导", "联络员", "后勤保障", "现场指挥"};
    return posts;
}

std::string maskedPhone(const std::string& phone) {
    if (phone.size() < 7) return phone.empty() ? phone : std::string("***");
    return phone.substr(0, 3) + "****" + phone.substr(phone.size() - 4);
}

std::string shownMoment(const std::optional<yanxun::Millis>& moment) {
    if (!moment) return {};
    std::string shown = yanxun::isoInstant(*moment).substr(0, 16);
    shown[10] = ' ';
    return shown;
}

std::optional<yanxun::Millis> readMoment(const std::string& text, yanxun::Date day, const std::string& what) {
    std::string given = yanxun::text::key(text);
    if (given.empty()) return std::nullopt;
    if (given.find(':') < 3 && day.valid()) given = day.iso() + " " + (given.find(':') == 1 ? "0" : "") + given;
    if (given.size() > 10 && given[10] == ' ') given[10] = 'T';
    const auto moment = given.size() > 10 ? yanxun::parseInstant(given) : std::nullopt;
    if (!moment) throw Error(tr("{}应写成日期和时刻，例如 2026-05-12 09:00，收到的是“{}”。", what, text));
    return moment;
}

void requireSound(const DrillDesign& design) {
    if (design.plannedEnd && !design.plannedStart) throw Error(tr("写了计划结束时间，请同时写明计划开始时间。"));
    if (design.plannedStart && design.plannedEnd && *design.plannedEnd <= *design.plannedStart) {
        throw Error(tr("计划结束时间应晚于开始时间。"));
    }
    if (design.actualStart && design.actualEnd && *design.actualEnd < *design.actualStart) {
        throw Error(tr("实际结束时间不能早于开始时间。"));
    }
    for (const auto& number : {design.expectedPeople, design.budget, design.cost}) {
        if (number && *number < 0) throw Error(tr("预计人数和经费不能小于 0。"));
    }
}

} // namespace drills
