#include "core/run/script_time.h"
#include "run_fixture.h"

#include <gmock/gmock.h>

namespace drills::testing {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::Writer;

TEST(ScriptTime, IsReadAsPeopleWriteIt) {
    const std::pair<const char*, std::int64_t> known[] = {
        {"T+00:05:30", 330}, {"t+0:05:30", 330}, {"5分30秒", 330}, {"+5'", 300}, {"+5'30\"", 330}, {"5′30″", 330},
        {"5:30", 330},       {"1小时5分", 3900}, {"90分钟", 5400}, {"45秒", 45}, {"Ｔ＋00:00:00", 0}, {" T+ 01:00:00 ", 3600},
        {"2h", 7200}};
    for (const auto& [written, seconds] : known) EXPECT_EQ(parseOffset(written), seconds) << written;
    for (const char* none : {"", "T+", "五分", "5", "-5分", "5:70", "5秒3分", "25小时:3", "T+99:99:99", "9999小时", "5分30"}) {
        EXPECT_FALSE(parseOffset(none)) << none;
    }
    for (const std::int64_t seconds : {0, 59, 330, 3600, 86399, 90000}) EXPECT_EQ(parseOffset(offsetText(seconds)), seconds);
    EXPECT_EQ(deltaText(125), "+2分5秒");
    EXPECT_EQ(deltaText(-30), "-30秒");
}

TEST(ScriptConditions, AreReadAndWrittenTheSameWay) {
    const Conditions both = parseConditions("5未完成 且 3 完成");
    EXPECT_EQ(conditionText(both), "3完成 且 5未完成");
    EXPECT_EQ(parseConditions(conditionText(both)), both);
    const Conditions either = parseConditions("2响应>60秒或4号完成");
    EXPECT_TRUE(either.any);
    EXPECT_EQ(conditionText(either), "2响应>60秒 或 4完成");
    EXPECT_EQ(parseConditions(conditionText(either)), either);
    EXPECT_TRUE(parseConditions("").all.empty());
    for (const char* wrong : {"完成", "3", "3完成5未完成", "1完成 且 2完成 或 3完成", "3响应>0秒", "3响应"}) {
        EXPECT_THROW(parseConditions(wrong), Error) << wrong;
    }
}

class ScriptTest : public RunTest {};
YANXUN_ON_BOTH_ENGINES(ScriptTest);

// Acceptance case 11, its first half.
TEST_P(ScriptTest, ShiftingThirtyMinutesKeepsAllGaps) {
    const auto drill = plannedDrill();
    for (const int offset : {0, 90, 95, 1800}) addLine(line(drill, offset, "事件" + std::to_string(offset)));
    const auto before = lines(drill);
    write([&](Writer& writer) { scripts.shift(writer, drill, 0, 1800); });
    const auto after = lines(drill);
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
        EXPECT_EQ(after[i].offset, before[i].offset + 1800);
        EXPECT_EQ(after[i].no, before[i].no);
    }
    write([&](Writer& writer) { scripts.shift(writer, drill, 3, 60); });
    EXPECT_EQ(lines(drill)[1].offset, 1890) << "before the line it stays";
    EXPECT_EQ(lines(drill)[2].offset, 1955);
    EXPECT_THROW(write([&](Writer& writer) { scripts.shift(writer, drill, 0, -1801); }), Error);
    EXPECT_EQ(lines(drill)[0].offset, 1800) << "nothing moved";
}

TEST_P(ScriptTest, AnInsertedLineMovesWhatFollows) {
    const auto drill = plannedDrill();
    for (const int offset : {0, 300, 600}) addLine(line(drill, offset, "事件" + std::to_string(offset)));
    write([&](Writer& writer) { scripts.insertLine(writer, line(drill, 300, "新事件"), 120); });
    std::vector<std::int64_t> offsets;
    for (const auto& one : lines(drill)) offsets.push_back(one.offset);
    EXPECT_EQ(offsets, (std::vector<std::int64_t>{0, 300, 420, 720}));
    write([&](Writer& writer) { scripts.renumber(writer, drill); });
    std::int64_t no = 0;
    for (const auto& one : lines(drill)) EXPECT_EQ(one.no, ++no);
}

TEST_P(ScriptTest, NobodyApprovesWhatHeWrote) {
    const auto drill = plannedDrill();
    EXPECT_THROW(write([&](Writer& writer) { scripts.submit(writer, drill); }), Error) << "nothing there";
    as("编写人甲", [&](Writer& writer) { scripts.addLine(writer, line(drill, 0, "起火")); });
    EXPECT_THROW(as("负责人乙", [&](Writer& writer) { scripts.approve(writer, drill); }), Error) << "a draft";
    as("提交人丙", [&](Writer& writer) { scripts.submit(writer, drill); });
    EXPECT_THROW(as("编写人甲", [&](Writer& writer) { scripts.approve(writer, drill); }), Error);
    EXPECT_THROW(as("提交人丙", [&](Writer& writer) { scripts.approve(writer, drill); }), Error);
    EXPECT_THROW(as("负责人乙", [&](Writer& writer) { scripts.giveBack(writer, drill, " "); }), Error);
    as("负责人乙", [&](Writer& writer) { scripts.approve(writer, drill); });
    EXPECT_EQ(script(drill).state, ScriptState::approved);
    EXPECT_EQ(script(drill).version, 1);
}

TEST_P(ScriptTest, AChangeAfterApprovalIsADraftOfTheNextVersion) {
    const auto drill = plannedDrill();
    addLine(line(drill, 0, "起火"));
    approve(drill);
    write([&](Writer& writer) { scripts.shift(writer, drill, 0, 60); });
    EXPECT_EQ(script(drill).state, ScriptState::draft);
    EXPECT_EQ(script(drill).version, 2);
    EXPECT_EQ(script(drill).approvedBy, "");
    approve(drill);
    db().read([&](yanxun::Reader& reader) {
        const auto kept = drills::scripts::editions(reader, drill);
        ASSERT_EQ(kept.size(), 2u);
        EXPECT_NE(kept[0].sha256, kept[1].sha256);
        EXPECT_THAT(kept[0].body, ::testing::HasSubstr("T+00:00:00"));
        EXPECT_THAT(kept[1].body, ::testing::HasSubstr("T+00:01:00"));
    });
}

TEST_P(ScriptTest, ConditionsNameLinesThatAreThereAndNeverTheirOwn) {
    const auto drill = plannedDrill();
    for (const int offset : {0, 60, 120}) addLine(line(drill, offset, "事件" + std::to_string(offset)));
    const auto wait = [&](std::int64_t no, const char* text) {
        write([&](Writer& writer) { scripts.setConditions(writer, drill, no, parseConditions(text)); });
    };
    wait(2, "1完成");
    EXPECT_THROW(wait(2, "9完成"), Error);
    EXPECT_THROW(wait(2, "2完成"), Error);
    wait(3, "2未完成");
    EXPECT_THROW(wait(1, "3完成"), Error) << "a circle";
    EXPECT_TRUE(lines(drill)[0].conditions.all.empty()) << "rolled back";
    EXPECT_THROW(write([&](Writer& writer) { scripts.removeLine(writer, drill, 1); }), Error) << "another waits for it";
    wait(2, "");
    write([&](Writer& writer) { scripts.removeLine(writer, drill, 1); });
    EXPECT_EQ(lines(drill).size(), 2u);
}

TEST_P(ScriptTest, BadLinesAreRefusedWithASentence) {
    const auto drill = plannedDrill();
    EXPECT_THROW(addLine(line(drill, 0, "  ")), Error);
    EXPECT_THROW(addLine(line(drill, -5, "早")), Error);
    addLine(line(drill, 0, "起火"));
    ScriptLine again = line(drill, 5, "重号");
    again.no = 1;
    EXPECT_THROW(addLine(again), Conflict);
    ScriptLine stale = lines(drill).front();
    stale.text = "甲改";
    write([&](Writer& writer) { scripts.editLine(writer, stale); });
    stale.text = "乙改";
    EXPECT_THROW(write([&](Writer& writer) { scripts.editLine(writer, stale); }), Conflict) << "read before the other's change";
}

TEST_P(ScriptTest, PhasesInUseStay) {
    const auto drill = plannedDrill();
    ScriptLine made = line(drill, 0, "起火");
    made.phase = "处置";
    addLine(made);
    write([&](Writer& writer) { scripts.setPhases(writer, drill, {"预警", "处置", "恢复"}); });
    EXPECT_THROW(write([&](Writer& writer) { scripts.setPhases(writer, drill, {"预警"}); }), Error);
    write([&](Writer& writer) { scripts.setPhases(writer, drill, {"处置", "恢复"}); });
    ASSERT_EQ(run(drill).phases.size(), 2u);
    EXPECT_EQ(run(drill).phases.front().name, "处置");
}

TEST_P(ScriptTest, ACopyIsADraftOfItsOwn) {
    const auto from = plannedDrill();
    const auto to = plannedDrill("第二年的演练");
    addLine(line(from, 0, "起火"));
    ScriptLine second = line(from, 60, "报警");
    second.phase = "启动";
    second.conditions = parseConditions("1完成");
    addLine(second);
    approve(from);
    write([&](Writer& writer) { scripts.copy(writer, from, to); });
    const auto copied = lines(to);
    ASSERT_EQ(copied.size(), 2u);
    EXPECT_EQ(conditionText(copied[1].conditions), "1完成");
    EXPECT_EQ(copied[1].phase, "启动");
    EXPECT_EQ(script(to).state, ScriptState::draft);
    write([&](Writer& writer) { scripts.removeLine(writer, to, 2); });
    EXPECT_EQ(lines(from).size(), 2u);
}

} // namespace
} // namespace drills::testing
