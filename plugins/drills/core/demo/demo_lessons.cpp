#include "core/demo/demo_rooms.h"
#include "core/duty/spot_check.h"
#include "core/improve/lesson.h"

#include <yanxun/text.h>

#include <array>
#include <set>

namespace drills::demo {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

constexpr std::size_t lessonsOfAYear = 12, spotChecksOfAYear = 40;
constexpr auto spotRule = "R03";

struct LessonText {
    LessonKind kind;
    const char *text, *tags, *appliesTo;
};
constexpr std::array lessonTexts{
    LessonText{LessonKind::strength, "演练前逐户发放告知书，居民知道集合点在哪里", "告知 疏散", "社区、村演练"},
    LessonText{LessonKind::warning, "对讲机电量未检查，疏散中途两台断联", "通信 物资", "所有实战演练"},
    LessonText{LessonKind::experience, "集合点按班组立牌，清点用时由六分钟降到两分钟", "清点 疏散", "学校、企业"},
    LessonText{LessonKind::warning, "疏散路线上堆有货物，应在演练前一日巡查通道", "疏散 通道", "人员密集场所"},
    LessonText{LessonKind::strength, "安全员有权随时叫停，参演人员都清楚停止口令", "安全", "所有实战演练"},
    LessonText{LessonKind::experience, "桌面推演先发情景，不发答案，讨论更充分", "桌面 组织", "桌面演练"},
    LessonText{LessonKind::warning, "夜间转移照明不足，老人行走困难", "转移 照明", "防汛转移"},
    LessonText{LessonKind::experience, "转移名册注明行动不便的人和帮扶人，一对一接送", "转移 名册", "防汛转移"},
    LessonText{LessonKind::strength, "微型消防站三分钟内出水", "火灾 响应", "企业、社区"},
    LessonText{LessonKind::warning, "警报声与上课铃相同，部分班级没有反应", "警报 学校", "学校演练"},
    LessonText{LessonKind::experience, "演练后当天点评，问题当天记录到人", "点评 整改", "所有演练"},
    LessonText{LessonKind::experience, "有限空间救援先通风检测，再系安全绳进入", "工贸 安全", "工贸企业"}};

/// Units that rule R03 is about: where such drills are held.
bool isSupervised(const Drill& drill) {
    return drill.hazard == "危险化学品" || drill.hazard == "人员密集场所" || drill.hazard == "工贸";
}

/// Two draws a year, one before and one after the summer.
SpotCheck drawn(const Drill& drill, std::size_t turn, int year) {
    SpotCheck check;
    check.year = year;
    check.rule = spotRule;
    check.unitId = drill.unitId;
    check.unitName = drill.unitName;
    check.regionName = drill.regionName;
    check.drawnOn = turn % 2 == 0 ? Date{year, 3, 1} : Date{year, 9, 1};
    check.seed = tr("{} 第{}次", check.drawnOn.iso(), 1 + turn % 2);
    return check;
}

void conclude(SpotCheck& check, const Drill& drill, std::size_t turn) {
    if (turn % 7 == 6) return;
    check.checkedOn = later(check.drawnOn, 5 + int(turn % 40));
    check.checker = officer(turn);
    // The papers of a drill that was held before the check.
    if (drill.heldOn <= *check.checkedOn) check.drillId = drill.id;
    check.conclusion = turn % 4 == 3 ? SpotConclusion::fails : SpotConclusion::conforms;
    if (check.conclusion == SpotConclusion::conforms) return;
    check.problem = turn % 8 == 3 ? tr("演练记录没有评估结论") : tr("未按频次组织演练");
    check.due = later(*check.checkedOn, 30);
    if (turn % 3 == 0) return;
    check.closedOn = later(*check.checkedOn, 21);
    check.closing = tr("已补做并报送材料");
}

Fields fieldsOf(const SpotCheck& c, std::size_t number) {
    const auto ymd = [](const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); };
    return {{"uid", demoUid("spot", number)}, {"year", c.year}, {"rule", c.rule}, {"unit_id", c.unitId},
            {"unit_name", c.unitName}, {"unit_sort", yanxun::text::sortKey(c.unitName)}, {"region_name", c.regionName},
            {"seed", c.seed}, {"drawn_ymd", c.drawnOn.ymd()}, {"drill_id", c.drillId == 0 ? Value() : Value(c.drillId)},
            {"checked_ymd", ymd(c.checkedOn)}, {"checker", c.checker}, {"conclusion", int(c.conclusion)},
            {"problem", c.problem}, {"due_ymd", ymd(c.due)}, {"closed_ymd", ymd(c.closedOn)}, {"closing", c.closing}};
}

} // namespace

void addLessons(Writer& writer, const Held& held, const yanxun::DemoRequest& request) {
    std::vector<Fields> rows;
    for (const DemoDrill* one : spread(held, lessonsOfAYear * std::size_t(request.scale))) {
        const LessonText& lesson = lessonTexts[rows.size() % lessonTexts.size()];
        rows.push_back({{"uid", demoUid("lesson", rows.size())}, {"drill_id", one->drill.id}, {"kind", int(lesson.kind)},
                        {"item_no", ""}, {"body", lesson.text}, {"tags", lesson.tags}, {"applies_to", lesson.appliesTo},
                        {"author", officer(rows.size())}, {"at_ymd", later(one->drill.heldOn, 1).ymd()}});
    }
    insertRows(writer, "drills_lesson", std::move(rows));
}

void addSpotChecks(Writer& writer, const Held& held, const yanxun::DemoRequest& request) {
    std::vector<Fields> rows;
    std::set<std::int64_t> units; // one is drawn once a year
    for (const DemoDrill* one : held) {
        if (rows.size() == spotChecksOfAYear * std::size_t(request.scale)) break;
        if (!isSupervised(one->drill) || !units.insert(one->drill.unitId).second) continue;
        SpotCheck check = drawn(one->drill, rows.size(), request.year);
        conclude(check, one->drill, rows.size());
        rows.push_back(fieldsOf(check, rows.size()));
    }
    insertRows(writer, "drills_spot_check", std::move(rows));
}

} // namespace drills::demo
