#include "core/run/run_record.h"
#include "core/run/run_tables.h"
#include "run_fixture.h"

#include <gmock/gmock.h>

#include <thread>

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::Writer;
using ::testing::HasSubstr;

class RunServiceTest : public RunTest {
protected:
    std::string refusal(const std::function<void(Writer&)>& work) {
        try {
            db().write(work);
        } catch (const Error& refused) {
            return refused.what();
        }
        return {};
    }
    void pause() {
        write([&](Writer& writer) { runs.pause(writer, drill, "设备检查"); });
    }
    void resume() {
        write([&](Writer& writer) { runs.resume(writer, drill); });
    }
    std::int64_t drill = runningDrill();
};
YANXUN_ON_BOTH_ENGINES(RunServiceTest);

// Acceptance case 11, its second half.
TEST_P(RunServiceTest, APauseOfTwelveMinutesIsNoResponseTime) {
    fire(drill, 1);
    at(60);
    pause();
    at(60 + 12 * 60);
    resume();
    at(60 + 12 * 60 + 30);
    write([&](Writer& writer) { runs.respond(writer, drill, 1, {}); });
    EXPECT_EQ(run(drill).responseMs(*run(drill).line(1)), 90'000);
    EXPECT_EQ(run(drill).clock.elapsed(clock.now()), 90'000);
    // While it stands still an answer may still come in.
    fire(drill, 2);
    pause();
    at(9999);
    write([&](Writer& writer) { runs.respond(writer, drill, 2, {}); });
    EXPECT_EQ(run(drill).responseMs(*run(drill).line(2)), 0);
}

TEST_P(RunServiceTest, NothingIsFiredTwice) {
    fire(drill, 1);
    EXPECT_THAT(refusal([&](Writer& writer) { runs.fire(writer, drill, 1); }), HasSubstr("没有重复发出"));
    EXPECT_THAT(refusal([&](Writer& writer) { runs.skip(writer, drill, 1, "不要了"); }), HasSubstr("没有重复跳过"));
    reopen();
    EXPECT_THAT(refusal([&](Writer& writer) { runs.fire(writer, drill, 1); }), HasSubstr("没有重复发出"));
    EXPECT_THAT(refusal([&](Writer& writer) { runs.start(writer, drill); }), HasSubstr("没有重复开始"));
    write([&](Writer& writer) { runs.skip(writer, drill, 2, "现场已处置"); });
    EXPECT_THAT(refusal([&](Writer& writer) { runs.fire(writer, drill, 2); }), HasSubstr("没有重复发出"));
    EXPECT_EQ(count("SELECT count(*) FROM drills_inject_event"), 2);
}

TEST_P(RunServiceTest, OfTwoDesksOneFires) {
    const auto other = yanxun::Database::open(target(), clock, {.who = "导调乙"});
    std::atomic<int> fired = 0, refused = 0;
    const auto desk = [&](yanxun::Database& database) {
        for (std::int64_t no = 1; no <= 3; ++no) {
            try {
                database.write([&](Writer& writer) { runs.fire(writer, drill, no); });
                ++fired;
            } catch (const Conflict&) {
                ++refused;
            }
        }
    };
    std::thread second([&] { desk(*other); });
    desk(db());
    second.join();
    EXPECT_EQ(fired, 3);
    EXPECT_EQ(refused, 3);
    EXPECT_EQ(count("SELECT count(*) FROM drills_inject_event WHERE deed = 1"), 3);
}

TEST_P(RunServiceTest, DeedsComeInTheirOrder) {
    EXPECT_NE(refusal([&](Writer& writer) { runs.acknowledge(writer, drill, 1, {}); }), "") << "not sent";
    fire(drill, 1);
    write([&](Writer& writer) { runs.acknowledge(writer, drill, 1, {}); });
    write([&](Writer& writer) { runs.respond(writer, drill, 1, "已出动"); });
    EXPECT_NE(refusal([&](Writer& writer) { runs.acknowledge(writer, drill, 1, {}); }), "") << "too late";
    write([&](Writer& writer) { runs.complete(writer, drill, 1, {}); });
    EXPECT_NE(refusal([&](Writer& writer) { runs.respond(writer, drill, 1, {}); }), "");
    EXPECT_EQ(run(drill).stateOf(*run(drill).line(1)), LineState::completed);
    EXPECT_NE(refusal([&](Writer& writer) { runs.skip(writer, drill, 2, " "); }), "") << "no reason";
    EXPECT_NE(refusal([&](Writer& writer) { runs.fire(writer, drill, 99); }), "");
    pause();
    EXPECT_THAT(refusal([&](Writer& writer) { runs.fire(writer, drill, 2); }), HasSubstr("已暂停"));
    EXPECT_NE(refusal([&](Writer& writer) { runs.pause(writer, drill, "再停"); }), "");
}

TEST_P(RunServiceTest, DelaysMoveTheDueTimeAndKeepTheGaps) {
    fire(drill, 1);
    write([&](Writer& writer) { runs.delay(writer, drill, 2, 120, "等待队伍"); });
    EXPECT_EQ(run(drill).line(2)->due(), 420);
    EXPECT_EQ(run(drill).line(2)->line.offset, 300) << "the plan stays as it was approved";
    int moved = 0;
    write([&](Writer& writer) { moved = runs.delayAll(writer, drill, 0, 1800, "整场顺延"); });
    EXPECT_EQ(moved, 2);
    EXPECT_EQ(run(drill).line(2)->due(), 2220);
    EXPECT_EQ(run(drill).line(3)->due(), 2400);
    EXPECT_EQ(run(drill).line(1)->due(), 0);
    EXPECT_NE(refusal([&](Writer& writer) { runs.delay(writer, drill, 1, 60, {}); }), "") << "it was sent";
    EXPECT_NE(refusal([&](Writer& writer) { runs.delay(writer, drill, 2, 0, {}); }), "");
}

TEST_P(RunServiceTest, ConditionsHoldBackAndSayWhy) {
    const auto planned = plannedDrill("有条件的演练");
    addLine(line(planned, 0, "起火"));
    ScriptLine second = line(planned, 60, "报告已处置");
    second.conditions = parseConditions("1完成");
    addLine(second);
    ScriptLine late = line(planned, 120, "催办");
    late.conditions = parseConditions("1响应>60秒");
    addLine(late);
    addLine(line(planned, 30, "断电", LineKind::contingency));
    approve(planned);
    makeReady(planned);
    start(planned);
    EXPECT_EQ(run(planned).next(clock.now())->line.no, 1);
    fire(planned, 1);
    EXPECT_EQ(run(planned).next(clock.now()), nullptr) << "应急备用 never comes by itself";
    EXPECT_THAT(run(planned).blocked(*run(planned).line(2), clock.now()), HasSubstr("第 1 行完成"));
    EXPECT_THAT(refusal([&](Writer& writer) { runs.fire(writer, planned, 2); }), HasSubstr("前置条件"));
    at(61);
    EXPECT_EQ(run(planned).next(clock.now())->line.no, 3) << "the response takes longer than 60 s";
    write([&](Writer& writer) { runs.complete(writer, planned, 1, {}); });
    EXPECT_EQ(run(planned).next(clock.now())->line.no, 2);
    fire(planned, 4);
    EXPECT_EQ(run(planned).stateOf(*run(planned).line(4)), LineState::sent) << "on demand";
}

TEST_P(RunServiceTest, AConditionMayBeOverruledWithAReason) {
    const auto planned = plannedDrill("越过条件");
    addLine(line(planned, 0, "起火"));
    ScriptLine second = line(planned, 60, "报告");
    second.conditions = parseConditions("1完成");
    addLine(second);
    approve(planned);
    makeReady(planned);
    start(planned);
    fire(planned, 2, "总导演口头指令");
    EXPECT_EQ(run(planned).line(2)->find(Deed::sent)->note, "总导演口头指令");
}

TEST_P(RunServiceTest, AFreeLineIsSentAtOnceAndNotCopied) {
    at(75);
    std::int64_t no = 0;
    write([&](Writer& writer) { no = runs.fireFree(writer, drill, "学校", "对讲机", "一名学生未到"); });
    EXPECT_EQ(run(drill).line(no)->line.offset, 75);
    EXPECT_EQ(run(drill).stateOf(*run(drill).line(no)), LineState::sent);
    EXPECT_EQ(script(drill).state, ScriptState::approved);
    const auto copy = plannedDrill("下一年");
    write([&](Writer& writer) { scripts.copy(writer, drill, copy); });
    EXPECT_EQ(lines(copy).size(), 3u);
}

TEST_P(RunServiceTest, TheScenarioRunsAtItsOwnSpeed) {
    at(60);
    write([&](Writer& writer) { runs.setSpeed(writer, drill, 600); });
    at(120);
    EXPECT_EQ(run(drill).clock.scenario(clock.now()), 60'000 + 360'000);
    pause();
    at(600);
    EXPECT_EQ(run(drill).clock.scenario(clock.now()), 420'000);
    EXPECT_EQ(run(drill).clock.elapsed(clock.now()), 120'000);
    resume();
    at(610);
    EXPECT_EQ(run(drill).clock.scenario(clock.now()), 480'000) << "the speed stays over a pause";
    EXPECT_EQ(run(drill).clock.instantOf(60'000, clock.now()), nine + 60'000);
    EXPECT_EQ(run(drill).clock.instantOf(125'000, clock.now()), nine + 605'000);
}

TEST_P(RunServiceTest, StopWatchesLeavePausesOut) {
    write([&](Writer& writer) { runs.startWatch(writer, drill, "报警→发出疏散信号", "2.4"); });
    EXPECT_THAT(refusal([&](Writer& writer) { runs.startWatch(writer, drill, "报警→发出疏散信号", ""); }), HasSubstr("没有重复开始"));
    at(30);
    pause();
    at(300);
    resume();
    at(345);
    EXPECT_THAT(refusal([&](Writer& writer) { runs.end(writer, drill); }), HasSubstr("还在计时"));
    StageTime stopped;
    write([&](Writer& writer) { stopped = runs.stopWatch(writer, drill, "报警→发出疏散信号"); });
    EXPECT_EQ(stopped.measuredMs, 75'000);
    EXPECT_NE(refusal([&](Writer& writer) { runs.stopWatch(writer, drill, "报警→发出疏散信号"); }), "");
    write([&](Writer& writer) { runs.voidWatch(writer, stopped.id, "按错了"); });
    write([&](Writer& writer) { runs.startWatch(writer, drill, "报警→发出疏散信号", "2.4"); });
    EXPECT_EQ(run(drill).watches.size(), 2u);
}

TEST_P(RunServiceTest, MeasuredTimesGoIntoTheSheet) {
    at(10);
    write([&](Writer& writer) { runs.startWatch(writer, drill, "发出疏散信号", "2.4"); });
    at(100);
    write([&](Writer& writer) { runs.stopWatch(writer, drill, "发出疏散信号"); });
    write([&](Writer& writer) { runs.end(writer, drill); });
    const ScoreSheet* school = nullptr;
    for (const ScoreSheet& sheet : sheets) {
        if (const ScoreItem* const item = sheet.item("2.4"); item && item->style == ScoreStyle::time) school = &sheet;
    }
    ASSERT_NE(school, nullptr);
    write([&](Writer& writer) { rating.open(writer, drill, *school); });
    int taken = 0;
    write([&](Writer& writer) { taken = runs.takeOver(writer, drill, rating); });
    EXPECT_EQ(taken, 1);
    db().read([&](yanxun::Reader& reader) {
        EXPECT_THAT(rating.get(reader, drill).panel.ruling("2.4").measured, HasSubstr("90"));
    });
}

TEST_P(RunServiceTest, ASafetyStopNamesWhoAndWhy) {
    at(200);
    EXPECT_NE(refusal([&](Writer& writer) { runs.abort(writer, drill, "安全员", ""); }), "");
    write([&](Writer& writer) { runs.abort(writer, drill, "安全员", "学生摔伤"); });
    EXPECT_EQ(get(drill).status, Status::aborted);
    EXPECT_THAT(get(drill).statusReason, ::testing::AllOf(HasSubstr("安全员"), HasSubstr("学生摔伤")));
    EXPECT_EQ(run(drill).clock.state(), ClockState::over);
    at(900);
    EXPECT_EQ(run(drill).clock.elapsed(clock.now()), 200'000);
    EXPECT_EQ(run(drill).count(LineState::cancelled), 3);
    EXPECT_NE(refusal([&](Writer& writer) { runs.fire(writer, drill, 1); }), "");
}

TEST_P(RunServiceTest, AnUnapprovedScriptDoesNotStart) {
    const auto planned = plannedDrill("未批准");
    addLine(line(planned, 0, "起火"));
    makeReady(planned);
    EXPECT_THAT(refusal([&](Writer& writer) { runs.start(writer, planned); }), HasSubstr("批准后才能开始"));
    EXPECT_EQ(get(planned).status, Status::ready);
    const auto unscripted = plannedDrill("无脚本");
    makeReady(unscripted);
    write([&](Writer& writer) { runs.start(writer, unscripted); });
    EXPECT_EQ(get(unscripted).status, Status::running);
}

TEST_P(RunServiceTest, TheScriptStaysWhileItRuns) {
    EXPECT_THAT(refusal([&](Writer& writer) { scripts.shift(writer, drill, 0, 60); }), HasSubstr("脚本不能再改"));
    EXPECT_NE(refusal([&](Writer& writer) { scripts.addLine(writer, line(drill, 0, "加一行")); }), "");
}

TEST_P(RunServiceTest, ObservationsStandByTheirLine) {
    fire(drill, 1);
    at(42);
    Observation one;
    one.drillId = drill;
    one.kind = ObservationKind::weakness;
    one.text = "二楼广播听不清";
    one.lineNo = 1;
    one.itemNo = "2.3";
    write([&](Writer& writer) { runs.observe(writer, one); });
    ASSERT_EQ(run(drill).observations.size(), 1u);
    EXPECT_EQ(run(drill).observations[0].lineNo, 1);
    EXPECT_EQ(run(drill).observations[0].elapsedMs, 42'000);
    one.text = " ";
    EXPECT_NE(refusal([&](Writer& writer) { runs.observe(writer, one); }), "");
    one.text = "没有这一行";
    one.lineNo = 50;
    EXPECT_NE(refusal([&](Writer& writer) { runs.observe(writer, one); }), "");
}

TEST_P(RunServiceTest, AClockSetBackIsNoticed) {
    at(100);
    fire(drill, 1);
    at(50);
    EXPECT_THAT(refusal([&](Writer& writer) { runs.respond(writer, drill, 1, {}); }), HasSubstr("核对本机的日期和时间"));
    at(-10);
    EXPECT_THAT(refusal([&](Writer& writer) { runs.pause(writer, drill, "停"); }), HasSubstr("核对本机的日期和时间"));
}

TEST_P(RunServiceTest, TheRunIsToldInTheReportAndInTheTasks) {
    db().read([&](yanxun::Reader& reader) {
        EXPECT_EQ(runTasks().front().count(reader, clock.today()), 1);
        EXPECT_THAT(runTasks().front().first(reader, clock.today(), 5).front().title, HasSubstr("打开导调台"));
    });
    fire(drill, 1);
    at(80);
    write([&](Writer& writer) { runs.respond(writer, drill, 1, {}); });
    write([&](Writer& writer) { runs.end(writer, drill); });
    db().read([&](yanxun::Reader& reader) {
        const auto sections = runSections(reader, drill);
        ASSERT_EQ(sections.size(), 1u);
        EXPECT_THAT(sections[0].sentences.front(), HasSubstr("1分20秒"));
        EXPECT_EQ(sections[0].tables.size(), 2u);
        EXPECT_EQ(runTasks().front().count(reader, clock.today()), 0);
    });
}

TEST_P(RunServiceTest, TheRecordTellsItAndRemovalTakesItAll) {
    fire(drill, 1);
    db().read([&](yanxun::Reader& reader) {
        RecordNode script("script"), told("run");
        scriptPart().write(reader, store::get(reader, drill), true, script);
        runPart().write(reader, store::get(reader, drill), true, told);
        EXPECT_EQ(script.children.size(), 3u);
        EXPECT_EQ(told.children.size(), 2u);
    });
    write([&](Writer& writer) { scriptPart().remove(writer, drill); });
    for (const char* table : {"drills_script", "drills_inject", "drills_inject_event", "drills_clock_event", "drills_script_edition"}) {
        EXPECT_EQ(count("SELECT count(*) FROM " + std::string(table)), 0) << table;
    }
}

} // namespace
} // namespace drills::testing
