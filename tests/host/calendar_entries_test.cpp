// Entries of all kinds in one order; moving one asks its plugin and refuses what is not any more as it was seen.
#include "core/calendar_entries.h"
#include "support/test_database.h"

#include <yanxun/error.h>

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

/// One table of plans and a second kind that throws when it is told to.
class CalendarEntriesTest : public DatabaseTest {
protected:
    CalendarEntriesTest() {
        db().migrate("alpha", {{1, "plans",
                                {"CREATE TABLE alpha_plan (id {pk}, revision {int} NOT NULL DEFAULT 1,"
                                 " title {text} NOT NULL, ymd {int} NOT NULL, movable {int} NOT NULL)"}}});
        contributions->add(plans());
        CalendarKind days{"alpha.days", "节日", "", {}, {}, {}};
        days.entries = [this](Reader&, const Period&, const auto& put) {
            if (broken) throw Error("读不出。");
            put({{2021, 5, 4}, {2021, 5, 4}, "青年节", "", Tone::neutral, ""});
        };
        contributions->add(days);
    }
    CalendarKind plans() {
        CalendarKind kind{"alpha.plans", "计划", "", {}, {}, {}};
        kind.entries = [](Reader& reader, const Period& days, const auto& put) {
            reader.each("SELECT id, title, ymd, movable FROM alpha_plan WHERE ymd BETWEEN ? AND ? ORDER BY id",
                        {days.first.ymd(), days.last.ymd()}, [&](const Row& row) {
                            const Date day = Date::fromYmd(row.integer(2));
                            CalendarEntry entry{day, day, row.str(1), "", Tone::accent, std::to_string(row.integer(0))};
                            entry.movable = row.flag(3);
                            if (entry.title == "上午") entry.time = DayTime{540, 600};
                            put(entry);
                        });
        };
        kind.mayMove = [this](Reader&, const std::string&, Date first) {
            if (first.weekday() == 7) throw Error("周日不排。");
            return MoveQuestion{needsReason, {}};
        };
        kind.move = [this](Writer& writer, const std::string& argument, Date first, const std::string& reason) {
            reasons.push_back(reason);
            writer.update("alpha_plan", std::stoll(argument), 1, {{"ymd", first.ymd()}});
        };
        return kind;
    }
    void add(const std::string& title, Date day, bool movable = true) {
        db().write([&](Writer& writer) {
            writer.insert("alpha_plan", {{"title", title}, {"ymd", day.ymd()}, {"movable", movable}});
        });
    }
    std::vector<host::KindEntry> entries(const std::string& only = {}) {
        std::vector<host::KindEntry> all;
        db().read([&](Reader& reader) { all = host::calendarEntries(registry, reader, Period::year(2021), only); });
        return all;
    }
    std::vector<std::string> titles(const std::string& only = {}) {
        std::vector<std::string> all;
        for (const auto& one : entries(only)) all.push_back(one.entry.first.iso().substr(5) + " " + one.entry.title);
        return all;
    }
    std::string refusal(const host::KindEntry& what, Date first, const std::string& reason = {}) {
        try {
            db().write([&](Writer& writer) { host::moveEntry(writer, what, first, reason); });
        } catch (const Conflict& changed) {
            return std::string("Conflict: ") + changed.what();
        } catch (const Error& refused) {
            return refused.what();
        }
        return {};
    }

    host::Registry registry;
    std::unique_ptr<Contributions> contributions = registry.contributionsOf("alpha");
    bool broken = false, needsReason = false;
    std::vector<std::string> reasons;
};
YANXUN_ON_BOTH_ENGINES(CalendarEntriesTest);

TEST_P(CalendarEntriesTest, StandByDayWholeDaysFirst) {
    add("上午", {2021, 5, 4});
    add("整天", {2021, 5, 4});
    add("早", {2021, 5, 3});
    EXPECT_THAT(titles(), ElementsAre("05-03 早", "05-04 整天", "05-04 青年节", "05-04 上午"));
    EXPECT_THAT(titles("alpha.days"), ElementsAre("05-04 青年节"));
}

TEST_P(CalendarEntriesTest, AKindThatFailsLeavesTheOthers) {
    add("早", {2021, 5, 3});
    broken = true;
    EXPECT_THROW(entries(), Error);
    std::vector<std::string> failed;
    db().read([&](Reader& reader) {
        const auto all = host::calendarEntries(registry, reader, Period::year(2021), {}, [&](const CalendarKind& kind, const auto& ask) {
            try {
                ask();
            } catch (const Error&) {
                failed.push_back(kind.id);
            }
        });
        EXPECT_EQ(all.size(), 1u);
    });
    EXPECT_THAT(failed, ElementsAre("alpha.days"));
}

TEST_P(CalendarEntriesTest, AnUnknownKindNamesTheOnesThereAre) {
    try {
        host::calendarKind(registry, "alpha.none");
        FAIL();
    } catch (const NotFound& wrong) {
        EXPECT_THAT(wrong.what(), HasSubstr("alpha.days、alpha.plans"));
    }
}

TEST_P(CalendarEntriesTest, MovingIsThePluginsDeed) {
    add("早", {2021, 5, 3});
    EXPECT_EQ(refusal(entries("alpha.plans").at(0), {2021, 5, 6}, "没有问，不传"), "");
    EXPECT_THAT(titles("alpha.plans"), ElementsAre("05-06 早"));
    EXPECT_THAT(reasons, ElementsAre(""));
}

TEST_P(CalendarEntriesTest, AReasonThatIsAskedForMustBeGiven) {
    add("早", {2021, 5, 3});
    needsReason = true;
    const auto what = entries("alpha.plans").at(0);
    EXPECT_EQ(refusal(what, {2021, 5, 6}, "  "), "请写明改期的原因。");
    EXPECT_THAT(titles("alpha.plans"), ElementsAre("05-03 早"));
    EXPECT_EQ(refusal(what, {2021, 5, 6}, " 暴雨 "), "");
    EXPECT_THAT(reasons, ElementsAre("暴雨"));
}

TEST_P(CalendarEntriesTest, WhatThePluginRefusesStaysWhereItIs) {
    add("早", {2021, 5, 3});
    EXPECT_EQ(refusal(entries("alpha.plans").at(0), {2021, 5, 9}), "周日不排。");
    EXPECT_THAT(titles("alpha.plans"), ElementsAre("05-03 早"));
}

TEST_P(CalendarEntriesTest, WhatSomebodyMovedMeanwhileIsAConflict) {
    add("早", {2021, 5, 3});
    const auto seen = entries("alpha.plans").at(0);
    db().write([](Writer& writer) { writer.exec("UPDATE alpha_plan SET ymd = 20210507"); });
    EXPECT_THAT(refusal(seen, {2021, 5, 6}), HasSubstr("Conflict: “早”刚被他人改动"));
    EXPECT_TRUE(reasons.empty());
    EXPECT_THAT(titles("alpha.plans"), ElementsAre("05-07 早"));
}

TEST_P(CalendarEntriesTest, WhatCannotMoveSaysWhy) {
    add("已办", {2021, 5, 3}, false);
    const auto all = entries();
    EXPECT_THAT(refusal(all.at(0), {2021, 5, 6}), HasSubstr("“已办”已经开展"));
    EXPECT_THAT(refusal(all.at(1), {2021, 5, 6}), HasSubstr("“节日”由系统按记录推算"));
}

} // namespace
