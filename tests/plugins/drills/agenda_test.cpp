#include "core/drill_agenda.h"
#include "plan_fixture.h"

namespace drills::testing {
namespace {

using yanxun::CalendarEntry;
using yanxun::Reader;

class AgendaTest : public PlanTest {
protected:
    AgendaTest() {
        clock.set(yanxun::startOf({2021, 6, 30}));
        DrillDraft one = draft("校园防火疏散演练", "晋安小学", {2021, 5, 3});
        one.problem = "通信不畅";
        first = add(one);
        second = add(draft("防汛拉练", "杨徐村", {2021, 5, 20}));
        add(draft("六月的演练", "晋安小学", {2021, 6, 1}));
    }
    std::int64_t first = 0, second = 0;
};
YANXUN_ON_BOTH_ENGINES(AgendaTest);

TEST_P(AgendaTest, TheCalendarShowsTheDrillsOfItsDays) {
    std::vector<CalendarEntry> entries;
    db().read([&](Reader& reader) {
        drillCalendar(plans).entries(reader, {{2021, 5, 1}, {2021, 5, 31}},
                                [&](const CalendarEntry& entry) { entries.push_back(entry); });
    });
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].title, "校园防火疏散演练");
    EXPECT_EQ(entries[0].detail, "晋安小学 · 城西街道");
    EXPECT_EQ(entries[0].tone, yanxun::Tone::bad) << "a problem is open";
    EXPECT_EQ(entries[1].argument, "id=" + std::to_string(second));
}

TEST_P(AgendaTest, WhatWaitsIsCountedAndTheMostUrgentStandsFirst) {
    db().write([&](yanxun::Writer& writer) {
        Finding due;
        due.drillId = second;
        due.description = "冲锋舟未到位";
        due.due = yanxun::Date{2021, 6, 1};
        service.addFinding(writer, due);
    });
    const auto kinds = drillTasks();
    db().read([&](Reader& reader) {
        EXPECT_EQ(kinds[0].count(reader, clock.today()), 2);
        const auto tasks = kinds[0].first(reader, clock.today(), 5);
        ASSERT_EQ(tasks.size(), 2u);
        EXPECT_EQ(tasks[0].title, "整改：冲锋舟未到位");
        EXPECT_EQ(tasks[0].tone, yanxun::Tone::bad) << "overdue";
        EXPECT_EQ(tasks[1].argument, "id=" + std::to_string(first));
        EXPECT_EQ(kinds[1].count(reader, clock.today()), 3) << "drills without a score";
        EXPECT_EQ(kinds[1].first(reader, clock.today(), 1).size(), 1u);
    });
}

} // namespace
} // namespace drills::testing
