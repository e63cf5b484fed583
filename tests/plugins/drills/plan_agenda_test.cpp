#include "core/drill_agenda.h"
#include "core/evaluation_store.h"
#include "core/plan/plan_agenda.h"
#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_report.h"
#include "core/plan/plan_verbs.h"
#include "plan_fixture.h"

#include <yanxun/verb.h>

#include <sstream>

namespace drills::testing {
namespace {

using yanxun::CalendarEntry;
using yanxun::Date;
using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

class PlanAgendaTest : public PlanTest {
protected:
    std::vector<CalendarEntry> entries(const yanxun::CalendarKind& kind, yanxun::Period days) {
        std::vector<CalendarEntry> all;
        read([&](Reader& r) { kind.entries(r, days, [&](const CalendarEntry& entry) { all.push_back(entry); }); });
        return all;
    }
    yanxun::MoveQuestion ask(const yanxun::CalendarKind& kind, const std::string& argument, Date day) {
        yanxun::MoveQuestion question;
        read([&](Reader& r) { question = kind.mayMove(r, argument, day); });
        return question;
    }
    std::vector<PlanConflict> allConflicts() {
        std::vector<PlanConflict> found;
        read([&](Reader& r) { found = conflicts(r, yanxun::Period::year(2021)); });
        return found;
    }
};
YANXUN_ON_BOTH_ENGINES(PlanAgendaTest);

TEST_P(PlanAgendaTest, AnOccurrenceMovesInTheCalendar) {
    const auto kind = planCalendar(plans);
    const auto id = makePlan();
    PlanItemDraft one = item("防火演练", "兴和化工", "每季度一次", {2021, 2, 3});
    one.time = "09:30-11:00";
    one.venue = "厂区";
    addItem(id, one);
    auto shown = entries(kind, {{2021, 2, 1}, {2021, 2, 28}});
    ASSERT_EQ(shown.size(), 1u);
    EXPECT_EQ(shown[0].title, "计划：防火演练");
    EXPECT_EQ(shown[0].place, "厂区");
    EXPECT_EQ(shown[0].time->from, 570);
    EXPECT_TRUE(shown[0].movable);
    EXPECT_FALSE(shown[0].uid.empty());
    EXPECT_FALSE(ask(kind, shown[0].argument, {2021, 2, 4}).needsReason);
    EXPECT_TRUE(ask(kind, shown[0].argument, {2021, 2, 4}).warnings.empty());
    const auto holiday = ask(kind, shown[0].argument, {2021, 2, 12}).warnings;
    ASSERT_EQ(holiday.size(), 1u);
    EXPECT_EQ(holiday[0], "2021-02-12 春节放假，不是工作日。");
    write([&](Writer& w) { kind.move(w, shown[0].argument, {2021, 2, 4}, ""); });
    write([&](Writer& w) { plans.submit(w, id, ""); });
    EXPECT_FALSE(entries(kind, {{2021, 2, 1}, {2021, 2, 28}})[0].movable);
    EXPECT_THROW(ask(kind, shown[0].argument, {2021, 2, 5}), Error) << "while others decide on it";
    as("乙");
    write([&](Writer& w) { plans.approve(w, id, ""); });
    write([&](Writer& w) { plans.issue(w, id, ""); });
    EXPECT_TRUE(ask(kind, shown[0].argument, {2021, 2, 5}).needsReason);
    EXPECT_THROW(write([&](Writer& w) { kind.move(w, shown[0].argument, {2021, 2, 5}, " "); }), Error);
    write([&](Writer& w) { kind.move(w, shown[0].argument, {2021, 2, 5}, "领导出差"); });
    EXPECT_EQ(changes(id).size(), 1u);
    EXPECT_THROW(ask(kind, shown[0].argument, {2022, 2, 5}), Error);
}

TEST_P(PlanAgendaTest, ADrillToComeMovesAndOneThatWasHeldDoesNot) {
    const auto kind = drillCalendar(plans);
    const auto next = add(draft("自办演练", "兴和化工", {2021, 3, 3}));
    const auto past = add(draft("办过的", "兴和化工", {2021, 1, 4}));
    const auto argument = [](std::int64_t id) { return "id=" + std::to_string(id); };
    EXPECT_FALSE(ask(kind, argument(next), {2021, 3, 4}).needsReason) << "it stems from no plan";
    write([&](Writer& w) { kind.move(w, argument(next), {2021, 3, 4}, ""); });
    EXPECT_EQ(get(next).heldOn, (Date{2021, 3, 4}));
    EXPECT_THROW(ask(kind, argument(past), {2021, 3, 4}), Error);
    EXPECT_THROW(write([&](Writer& w) { kind.move(w, argument(next), {2021, 1, 4}, ""); }), Error) << "into the past";
    const auto shown = entries(kind, yanxun::Period::year(2021));
    ASSERT_EQ(shown.size(), 2u);
    EXPECT_FALSE(shown[0].movable);
    EXPECT_TRUE(shown[1].movable);
    const auto id = makePlan();
    addItem(id, item("计划内的", "晋安小学", "一次", {2021, 4, 7}));
    issue(id);
    std::int64_t drill = 0;
    write([&](Writer& w) { drill = plans.start(w, dates(id)[0].id); });
    EXPECT_TRUE(entries(planCalendar(plans), yanxun::Period::year(2021)).empty()) << "it is shown as its drill";
    EXPECT_TRUE(ask(kind, argument(drill), {2021, 4, 8}).needsReason);
    write([&](Writer& w) { kind.move(w, argument(drill), {2021, 4, 8}, "家长会"); });
    EXPECT_EQ(dates(id)[0].day, (Date{2021, 4, 8}));
    EXPECT_EQ(changes(id)[0].reason, "家长会");
}

TEST_P(PlanAgendaTest, ConflictsAreTold) {
    const auto id = makePlan();
    PlanItemDraft one = item("防火演练", "兴和化工", "一次", {2021, 3, 3});
    one.venue = "体育场";
    one.time = "09:00-11:00";
    one.lead = "王组长";
    PlanItemDraft two = item("疏散演练", "晋安小学", "一次", {2021, 3, 3});
    two.venue = "体育场 ";
    two.time = "10:00-12:00";
    two.lead = "王组长";
    PlanItemDraft three = two;
    three.name = "下午的";
    three.time = "14:00";
    three.lead = "";
    addItem(id, one);
    addItem(id, two);
    addItem(id, three);
    std::string sorts;
    for (const PlanConflict& c : allConflicts()) sorts += word(c.sort) + " ";
    EXPECT_EQ(sorts, "场地 人员 ") << "not with the one at another hour";
    EXPECT_EQ(allConflicts()[0].why, "2021-03-03 “防火演练”（09:00–11:00）和“疏散演练”（10:00–12:00）同用场地“体育场”。");
    // Evaluators of a drill, and its unit.
    const auto drill = add(draft("综合演练", "兴和化工", {2021, 3, 3}));
    write([&](Writer& w) {
        w.exec("INSERT INTO drills_eval (uid, drill_id, sheet_id, sheet_version, aggregate, total_mode) VALUES ('e', ?, 's', 1, 1, 1)", {drill});
        w.exec("INSERT INTO drills_eval_sheet (uid, eval_id, name, role, weight, state) SELECT 's', id, '王组长', 1, 100, 1 FROM drills_eval", {});
    });
    std::string told;
    for (const PlanConflict& c : allConflicts())
        if (c.firstDrill == drill || c.secondDrill == drill) told += word(c.sort) + " ";
    EXPECT_EQ(told, "单位 人员 人员 ") << "the same unit; 王组长 twice";
    // Vehicles: two drills want more than there are.
    const auto other = add(draft("泄漏演练", "晋安小学", {2021, 3, 3}));
    write([&](Writer& w) {
        w.exec("INSERT INTO drills_resource (uid, name, name_sort, kind, measure, total, location) VALUES ('r', '水罐车', 's', '车辆', '辆', 3, '')", {});
        for (const std::int64_t each : {drill, other})
            w.exec("INSERT INTO drills_resource_use (drill_id, resource_id, need, out, back, note) SELECT ?, id, 2, 0, 0, '' FROM drills_resource", {each});
    });
    std::string why;
    for (const PlanConflict& c : allConflicts())
        if (c.sort == ConflictSort::resource) why += c.why;
    EXPECT_EQ(why, "2021-03-03 “综合演练”（全天）和“泄漏演练”（全天）同时要用“水罐车”，共需 4 辆，只有 3 辆。");
    write([&](Writer& w) { setStreetLimit(w, 1); });
    bool dense = false;
    for (const PlanConflict& c : allConflicts()) dense = dense || c.sort == ConflictSort::street;
    EXPECT_TRUE(dense);
    EXPECT_THROW(write([&](Writer& w) { setStreetLimit(w, 0); }), Error);
    read([&](Reader& r) {
        EXPECT_TRUE(warningsOf(r, dates(id)[0].id, 0, {2021, 3, 24}).empty());
        EXPECT_FALSE(warningsOf(r, dates(id)[2].id, 0, {2021, 3, 3}).empty());
    });
}

TEST_P(PlanAgendaTest, WhatWaitsIsTold) {
    const auto id = makePlan();
    addItem(id, item("防火演练", "兴和化工", "每季度一次", {2021, 1, 13}));
    const auto kinds = planTasks();
    read([&](Reader& r) {
        EXPECT_EQ(kinds[0].count(r, clock.today()), 1);
        EXPECT_EQ(kinds[0].first(r, clock.today(), 5)[0].argument, "plan=" + std::to_string(id));
        EXPECT_EQ(kinds[1].count(r, clock.today()), 0) << "of a draft nothing waits";
    });
    issue(id);
    read([&](Reader& r) {
        EXPECT_EQ(kinds[0].count(r, clock.today()), 0);
        EXPECT_EQ(kinds[1].count(r, clock.today()), 1);
        EXPECT_EQ(kinds[1].first(r, clock.today(), 5)[0].title, "立项：防火演练");
        EXPECT_EQ(kinds[1].count(r, {2021, 4, 2}), 2);
    });
    write([&](Writer& w) { plans.start(w, dates(id)[0].id); });
    read([&](Reader& r) { EXPECT_EQ(kinds[1].count(r, clock.today()), 0); });
}

TEST_P(PlanAgendaTest, TheReportAndTheFigureSayTheSame) {
    const auto id = makePlan();
    addItem(id, item("防火演练", "兴和化工", "每季度一次", {2021, 1, 13}));
    issue(id);
    write([&](Writer& w) { plans.start(w, dates(id)[0].id); });
    write([&](Writer& w) { plans.moveDate(w, dates(id)[1].id, {2021, 4, 20}, "让开清明"); });
    const auto figure = planFigures(clock).front();
    read([&](Reader& r) {
        const auto result = figure.compute(r, yanxun::Period::year(2021));
        EXPECT_EQ(result.value, 0);
        EXPECT_EQ(result.note, "0/4 场，调整 1 场");
        int rows = 0;
        figure.rows(r, yanxun::Period::year(2021), "").each([&](std::span<const yanxun::Value>) { ++rows; });
        EXPECT_EQ(rows, 4);
        std::ostringstream xml;
        yanxun::writeXml(planReport().make(r, {yanxun::Period::year(2021), clock.now(), "晋安区应急管理局"}), xml);
        EXPECT_NE(xml.str().find("<c>每季度一次</c>"), std::string::npos) << xml.str().substr(0, 3000);
        EXPECT_NE(xml.str().find("让开清明"), std::string::npos);
        EXPECT_NE(xml.str().find("甲提交，乙批准"), std::string::npos);
        const auto path = std::filesystem::temp_directory_path() / ("plan" + std::to_string(std::uintptr_t(&r)) + ".xlsx");
        writePlanWorkbook(r, plans::get(r, id), clock.today(), path);
        EXPECT_GT(std::filesystem::file_size(path), 4000u);
        std::filesystem::remove(path);
    });
}

} // namespace
} // namespace drills::testing
