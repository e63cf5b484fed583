#include "core/agenda.h"
#include "small_district.h"

namespace campaigns::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::Reader;
using yanxun::Writer;

class AgendaTest : public SmallDistrict {
protected:
    std::vector<std::string> entries(const char* id, const yanxun::Period& period) {
        std::vector<std::string> titles;
        db().read([&](Reader& reader) {
            for (const auto& kind : calendars(dates, service)) {
                if (kind.id != id) continue;
                kind.entries(reader, period, [&](const yanxun::CalendarEntry& entry) {
                    EXPECT_FALSE(entry.uid.empty()) << entry.title;
                    EXPECT_EQ(entry.movable, kind.move && entry.title == "安全第一课") << entry.title;
                    titles.push_back(entry.first.iso() + ' ' + entry.title + (entry.cancelled ? " cancelled" : ""));
                    arguments[entry.title] = entry.argument;
                });
            }
        });
        return titles;
    }
    yanxun::CalendarKind activityCalendar() { return calendars(dates, service).front(); }
    yanxun::MoveQuestion question(const std::string& title, yanxun::Date day) {
        yanxun::MoveQuestion asked;
        db().read([&](Reader& reader) { asked = activityCalendar().mayMove(reader, arguments.at(title), day); });
        return asked;
    }
    std::map<std::string, std::string> arguments; ///< by title, of what entries() gave
    yanxun::TaskKind task(const std::string& id) {
        for (auto& kind : tasks(coverage)) {
            if (kind.id == id) return kind;
        }
        return {};
    }
};
YANXUN_ON_BOTH_ENGINES(AgendaTest);

TEST_P(AgendaTest, TheCalendarShowsActivitiesAndKeyDatesSwitchedOn) {
    EXPECT_THAT(entries("campaigns.calendar", {{2021, 6, 1}, {2021, 8, 31}}),
                ElementsAre("2021-06-01 社区展板", "2021-06-10 入户宣传", "2021-06-20 集中宣传", "2021-07-01 调出的",
                            "2021-08-01 安全第一课"));
    EXPECT_THAT(entries("campaigns.calendar", {{2021, 2, 1}, {2021, 2, 28}}), ElementsAre("2021-02-01 取消的 cancelled"));
    EXPECT_THAT(entries("campaigns.key_dates", {{2021, 5, 1}, {2021, 5, 31}}),
                ElementsAre("2021-05-08 防灾减灾宣传周", "2021-05-12 全国防灾减灾日"));
    EXPECT_THAT(entries("campaigns.key_dates", {{2021, 12, 2}, {2021, 12, 4}}), ElementsAre("2021-12-01 安全生产法宣传周"))
        << "those from memory are off";
}

TEST_P(AgendaTest, APlanMovesToAnotherDayAndIsLogged) {
    entries("campaigns.calendar", yanxun::Period::year(2021));
    EXPECT_THAT(question("安全第一课", {2021, 8, 2}).warnings, ElementsAre());
    EXPECT_FALSE(question("安全第一课", {2021, 8, 2}).needsReason);
    const std::int64_t before = count("SELECT count(*) FROM change_log");
    db().write([&](Writer& writer) { activityCalendar().move(writer, arguments.at("安全第一课"), {2021, 8, 2}, ""); });
    EXPECT_THAT(entries("campaigns.calendar", {{2021, 8, 1}, {2021, 8, 31}}), ElementsAre("2021-08-02 安全第一课"));
    EXPECT_GT(count("SELECT count(*) FROM change_log"), before);
}

TEST_P(AgendaTest, WhatWasHeldStaysAndASecondOfTheDayIsWarnedOf) {
    entries("campaigns.calendar", yanxun::Period::year(2021));
    EXPECT_THROW(question("社区展板", {2021, 8, 2}), yanxun::Error);
    EXPECT_THROW(db().write([&](Writer& writer) {
        activityCalendar().move(writer, arguments.at("社区展板"), {2021, 8, 2}, "");
    }), yanxun::Error);
    ActivityDraft other = draft("消防演示", {2021, 8, 9}, {"明德小学"}, {"进学校"});
    other.isPlan = true;
    add(other);
    EXPECT_THAT(question("安全第一课", {2021, 8, 9}).warnings, ElementsAre("明德小学 当天已有活动“消防演示”。"));
    other.name = "安全第一课";
    add(other);
    EXPECT_THROW(question("安全第一课", {2021, 8, 9}), yanxun::Conflict);
    EXPECT_THROW(question("安全第一课", {}), yanxun::Error);
}

TEST_P(AgendaTest, WaitingAreUnitsNotReachedTargetsBehindAndPlansPast) {
    Target target;
    target.year = 2021;
    target.categoryId = category("进农村");
    target.kind = TargetKind::all;
    target.words = "行政村全覆盖";
    target.due = yanxun::Date{2021, 6, 1};
    db().write([&](Writer& writer) { plans.addTarget(writer, target); });
    const yanxun::Date today{2021, 9, 1};
    db().read([&](Reader& reader) {
        const auto units = task("campaigns.not_reached");
        EXPECT_EQ(units.count(reader, today), 6);
        const auto first = units.first(reader, today, 2);
        ASSERT_EQ(first.size(), 2u);
        EXPECT_THAT(first[0].title, HasSubstr("1 个单位未覆盖"));
        EXPECT_THAT(first[0].argument, HasSubstr("cell="));
        const auto targets = task("campaigns.targets_behind");
        EXPECT_EQ(targets.count(reader, today), 1);
        EXPECT_EQ(targets.first(reader, today, 5)[0].tone, yanxun::Tone::bad);
        const auto late = task("campaigns.overdue");
        EXPECT_EQ(late.count(reader, today), 1);
        EXPECT_THAT(late.first(reader, today, 5)[0].title, HasSubstr("安全第一课"));
        EXPECT_EQ(late.count(reader, yanxun::Date{2021, 7, 31}), 0);
    });
}

} // namespace
} // namespace campaigns::testing
