#include "core/design/design_store.h"
#include "core/design/resource_store.h"
#include "core/drill_demo.h"
#include "core/drill_store.h"
#include "core/duty/spot_check_store.h"
#include "core/finding_store.h"
#include "core/improve/action_store.h"
#include "core/improve/lesson.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"
#include "core/run/run_store.h"
#include "core/run/script_store.h"
#include "core/statistics_store.h"
#include "drills_fixture.h"

#include <map>
#include <set>

namespace drills::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class DemoTest : public DrillsTest {
protected:
    void fill(int scale) {
        db().write([&](Writer& writer) {
            neighbour->demo().fill(writer, {scale, 2021}, yanxun::Progress::none());
            demoDrills(neighbour->units(), *records, rating).fill(writer, {scale, 2021}, yanxun::Progress::none());
        });
    }
    std::map<std::string, std::int64_t> held(GroupBy by) {
        std::map<std::string, std::int64_t> all;
        db().read([&](Reader& reader) {
            for (const Group& group : statistics::groups(reader, Period::year(2021), by)) all[group.key] = group.held;
        });
        return all;
    }
};
YANXUN_ON_BOTH_ENGINES(DemoTest);

TEST_P(DemoTest, MakesTheYearOfADistrict) {
    fill(1);
    db().read([&](Reader& reader) {
        const auto sum = statistics::summary(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 529);
        EXPECT_EQ(sum.participants, 11046);
        EXPECT_EQ(sum.scored, 518);
        EXPECT_EQ(sum.findings, 356);
        EXPECT_EQ(sum.closed, 253);
        EXPECT_EQ(reader.searchCount("防汛", drillKind) + reader.searchCount("迁安", drillKind), 104);
    });
    EXPECT_EQ(held(GroupBy::mode), (std::map<std::string, std::int64_t>{{"实战", 269}, {"示范", 96}, {"双盲", 87}, {"桌面", 77}}));
    EXPECT_EQ(held(GroupBy::hazard).at("火灾"), 122);
    EXPECT_EQ(held(GroupBy::region).size(), 8u);
    EXPECT_EQ(held(GroupBy::month).size(), 12u);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(DemoTest, MakesManyTimesAsMuchInTheSameYear) {
    fill(3);
    db().read([&](Reader& reader) {
        const auto sum = statistics::summary(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 3 * 529);
        EXPECT_EQ(sum.participants, 3 * 11046);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM drills_drill WHERE held_ym < 202101 OR held_ym > 202112"), 0);
    });
    EXPECT_EQ(held(GroupBy::mode).at("双盲"), 3 * 87);
}

TEST_P(DemoTest, PlansTheYear) {
    fill(2);
    db().read([&](Reader& reader) {
        const auto all = plans::all(reader, 2021);
        ASSERT_EQ(all.size(), 2u);
        EXPECT_EQ(all.front().unitId, 0);
        for (const YearPlan& plan : all) {
            EXPECT_TRUE(plan.isIssued());
            EXPECT_NE(plan.submittedBy, plan.approvedBy);
            EXPECT_EQ(plans::items(reader, plan.id).size(), 24u);
            int version = 1;
            std::map<ChangeKind, int> kinds;
            for (const PlanChange& change : plans::changes(reader, plan.id)) {
                EXPECT_EQ(change.version, ++version);
                EXPECT_NE(change.who, change.approver);
                ++kinds[change.kind];
            }
            EXPECT_EQ(plan.version, version);
            EXPECT_EQ(kinds, (std::map<ChangeKind, int>{{ChangeKind::postponed, 3}, {ChangeKind::cancelled, 2}, {ChangeKind::altered, 1}}));
        }
        std::set<std::int64_t> drills;
        std::int64_t held = 0;
        for (const PlanDate& date : plans::issuedDates(reader, Period::year(2021))) {
            EXPECT_FALSE(date.cancelled && date.drillId != 0);
            if (date.drillId == 0) continue;
            ++held;
            drills.insert(date.drillId);
            EXPECT_EQ(store::get(reader, date.drillId).heldOn.month, date.day.month);
        }
        EXPECT_GE(held, 60);
        EXPECT_EQ(std::int64_t(drills.size()), held) << "a drill is one occurrence";
    });
}

TEST_P(DemoTest, AnswersEachFindingWithAnActionThatAgreesWithIt) {
    fill(1);
    db().read([&](Reader& reader) {
        const yanxun::Date today{2021, 12, 31};
        std::map<ActionStatus, int> states;
        std::map<LookBack, int> lookBacks;
        std::set<std::string> numbers;
        std::size_t issued = 0;
        for (const std::int64_t id : actions::ids(reader, {}, today)) {
            const Action action = actions::get(reader, id);
            const bool isClosed = action.status == ActionStatus::closed;
            ++states[action.status];
            ++lookBacks[action.lookBack];
            EXPECT_EQ(findings::get(reader, action.findingId).state, isClosed ? Rectification::closed : Rectification::open);
            EXPECT_EQ(action.closed.has_value(), isClosed);
            EXPECT_EQ(action.no.empty(), action.status == ActionStatus::draft);
            if (!action.no.empty() && ++issued) numbers.insert(action.no);
            const auto told = actions::progress(reader, id);
            const auto checks = actions::verifications(reader, id);
            if (isClosed || action.status == ActionStatus::toVerify) {
                EXPECT_EQ(told.back().percent, 100);
            }
            EXPECT_EQ(checks.empty(), !isClosed && action.lookBack == LookBack::none);
            for (const Verification& check : checks) {
                EXPECT_NE(check.who, action.dutyPerson);
                for (const ActionProgress& one : told) EXPECT_NE(check.who, one.who);
                if (check.kind != CheckKind::nextDrill) continue;
                EXPECT_NE(check.drillId, action.drillId);
                EXPECT_GT(store::get(reader, check.drillId).heldOn, store::get(reader, action.drillId).heldOn);
            }
        }
        EXPECT_EQ(states.size(), 5u) << "every state is there";
        EXPECT_EQ(states[ActionStatus::closed], 253);
        EXPECT_EQ(numbers.size(), issued);
        EXPECT_GT(lookBacks[LookBack::failed], 0);
        EXPECT_GT(lookBacks[LookBack::passed], 0);
        EXPECT_GT(actions::overdueCount(reader, today), 0);
        EXPECT_GT(actions::askedCount(reader), 0);
        EXPECT_EQ(lessons::find(reader, {}, {}).size(), 12u);
    });
}

TEST_P(DemoTest, ChecksUnitsOnTheSpotOnceAYear) {
    fill(1);
    db().read([&](Reader& reader) {
        std::map<std::string, int> states;
        std::set<std::int64_t> units;
        spots::each(reader, 2021, [&](const SpotCheck& check) {
            ++states[stateWord(check, {2021, 12, 31})];
            units.insert(check.unitId);
            EXPECT_EQ(check.conclusion == SpotConclusion::open, !check.checkedOn.has_value());
            if (check.checkedOn) {
                EXPECT_GE(*check.checkedOn, check.drawnOn);
            }
            EXPECT_EQ(check.due.has_value(), check.conclusion == SpotConclusion::fails);
            if (check.drillId != 0) {
                EXPECT_EQ(store::get(reader, check.drillId).unitId, check.unitId);
            }
        });
        EXPECT_EQ(units.size(), 40u);
        for (const char* state : {"待检查", "符合", "已改正", "逾期未改正"}) EXPECT_GT(states[state], 0) << state;
    });
}

TEST_P(DemoTest, DesignsThirtyDrillsAndRunsOneByItsScript) {
    fill(1);
    db().read([&](Reader& reader) {
        int designed = 0, withScript = 0, run = 0;
        EXPECT_EQ(resources::all(reader).size(), 5u);
        store::each(reader, 2021, [&](const Drill& drill) {
            if (design::of(reader, drill.id).id == 0) return;
            ++designed;
            EXPECT_EQ(design::rows<Objective>(reader, drill.id).size(), 3u);
            EXPECT_EQ(design::rows<Post>(reader, drill.id).size(), 5u);
            EXPECT_EQ(design::readiness(reader, drill.id).open, 0);
            EXPECT_EQ(resources::of(reader, drill.id).size(), 5u);
            const drills::Run made = runs::load(reader, drill.id);
            if (!made.script) return;
            ++withScript;
            EXPECT_EQ(made.lines.size(), 15u);
            EXPECT_EQ(made.phases.size(), 4u);
            EXPECT_EQ(scripts::editions(reader, drill.id).front().body, scriptText(scripts::lines(reader, drill.id)));
            if (made.clock.state() == ClockState::notStarted) return;
            ++run;
            EXPECT_EQ(made.clock.state(), ClockState::over);
            EXPECT_EQ(made.clock.elapsed(*made.clock.endedAt()), 60 * 60'000);
            EXPECT_EQ(made.count(LineState::completed), 14);
            EXPECT_EQ(made.count(LineState::skipped), 1);
            for (const RunLine& line : made.lines) {
                for (const DeedRecord& deed : line.deeds) EXPECT_EQ(made.clock.elapsed(deed.at), deed.elapsedMs) << line.line.no;
                if (const DeedRecord* sent = line.find(Deed::sent)) {
                    EXPECT_EQ(made.blocked(line, sent->at), "") << line.line.no;
                }
            }
            for (const StageTime& watch : made.watches) EXPECT_EQ(made.clock.between(watch.startedAt, *watch.stoppedAt), *watch.measuredMs);
            EXPECT_EQ(made.watches.size(), 3u);
            EXPECT_EQ(made.observations.size(), 4u);
        });
        EXPECT_NEAR(designed, 30, 2);
        EXPECT_EQ(withScript, 3);
        EXPECT_EQ(run, 1);
    });
}

TEST_P(DemoTest, SomeDrillsWereRatedByAPanel) {
    fill(1);
    db().read([&](Reader& reader) {
        int rated = 0;
        results::eachNewest(reader, [&](const StoredResult& stored) {
            ++rated;
            EXPECT_EQ(stored.result.grade, "优");
            EXPECT_TRUE(stored.result.disputed.empty());
            EXPECT_TRUE(rating.reproduces(stored));
        });
        EXPECT_EQ(rated, 6);
    });
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill WHERE panel_score >= 9000 AND ledger_score >= 9000"), 6)
        << "the distribution is the ledgers'";
    EXPECT_EQ(count("SELECT count(*) FROM drills_eval_sheet"), 18);
}

TEST_P(DemoTest, AnEmptyDistrictIsAskedFor) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        demoDrills(neighbour->units(), *records, rating).fill(writer, {1, 2021}, yanxun::Progress::none());
    }),
                 yanxun::Error);
}

TEST(DemoYear, IsTheSameEachTimeAndHasNoDoubles) {
    std::vector<directory::UnitRef> units;
    for (int i = 0; i < 40; ++i) {
        directory::UnitRef unit;
        unit.id = i + 1;
        unit.name = "单位" + std::to_string(i);
        unit.kind = i % 2 ? "企业" : "村";
        unit.regionName = "乡" + std::to_string(i % 3);
        units.push_back(unit);
    }
    const auto once = demoYear(units, {10, 2021}), twice = demoYear(units, {10, 2021});
    ASSERT_EQ(once.size(), 5290u);
    std::set<std::string> keys, uids;
    std::int64_t people = 0;
    for (std::size_t i = 0; i < once.size(); ++i) {
        const Drill& drill = once[i].drill;
        ASSERT_EQ(drill.name, twice[i].drill.name);
        ASSERT_EQ(drill.participants, twice[i].drill.participants);
        ASSERT_TRUE(drill.heldOn.valid());
        keys.insert(drill.name + std::to_string(drill.unitId) + std::to_string(drill.heldOn.ymd()));
        uids.insert(drill.uid);
        people += drill.participants;
    }
    EXPECT_EQ(keys.size(), once.size());
    EXPECT_EQ(uids.size(), once.size());
    EXPECT_EQ(people, 110460);
}

} // namespace
} // namespace drills::testing
