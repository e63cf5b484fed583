#include "end_to_end/process.h"
#include "support/test_database.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

namespace yanxun::testing {
namespace {

using Words = std::vector<std::string>;

/// The desk of a bureau: planner, approver and leader on one database, hour by hour.
class DrillWalkTest : public ::testing::TestWithParam<Engine> {
protected:
    Outcome run(const std::string& target, const std::string& who, const std::string& at, Words words) {
        words.insert(words.begin(), {"--data", target, "--as", who, "--at", at});
        return yanxunctl(home.path(), words);
    }
    Outcome ask(const std::string& who, const std::string& at, Words words) {
        return run(database.target(), who, at, std::move(words));
    }
    void does(const std::string& who, const std::string& at, const Words& words) {
        const Outcome outcome = ask(who, at, words);
        std::string said;
        for (const std::string& word : words) said += word + " ";
        EXPECT_EQ(outcome.exitCode, 0) << said << "\n" << outcome.err;
    }
    std::string record(const std::string& name, const Words& more) {
        const auto file = home.path() / name;
        Words words{"drills", "record", "1", "--output", file.string()};
        words.insert(words.end(), more.begin(), more.end());
        does("张计划", "2021-06-20T09:00:00", words);
        std::ifstream in(file, std::ios::binary);
        std::ostringstream all;
        all << in.rdbuf();
        return all.str();
    }
    ScratchFolder home;
    TestDatabase database{GetParam()};
};
YANXUN_ON_BOTH_ENGINES(DrillWalkTest);

TEST_P(DrillWalkTest, FromDraftToArchiveByTheConsoleAlone) {
    const std::string plan = "2021-06-01T09:00:00", day = "2021-06-16T09:00:00";
    const auto write = [&](const Words& words) { does("张计划", plan, words); };
    does("张计划", plan, {"migrate"});
    write({"drills", "add", "--name", "校园防汛演练", "--unit", "晋安小学", "--date", "2021-06-16", "--hazard", "防汛", "--mode", "实战", "--create-unit"});
    write({"drills", "design-put", "1", "--venue", "操场", "--planned-start", "09:00", "--planned-end", "10:30", "--level", "单位", "--script", "无脚本", "--daytime", "白天", "--budget", "1200.50"});
    write({"drills", "objective-put", "1", "--text", "全员疏散到集合点", "--target", "3 分钟"});
    write({"drills", "post-put", "1", "--role", "总指挥", "--person", "李校长", "--phone", "13800001234"});
    write({"drills", "resource-put", "--name", "对讲机", "--kind", "装备", "--measure", "台", "--total", "6", "--place", "器材库"});
    write({"drills", "use-need", "1", "--resource", "对讲机", "--count", "4"});
    write({"drills", "step", "1", "--to", "待审批"});
    EXPECT_EQ(ask("张计划", plan, {"drills", "step", "1", "--to", "已批准"}).exitCode, 4) << "not by who submitted";
    does("王审批", plan, {"drills", "step", "1", "--to", "已批准"});
    write({"drills", "notify", "1", "--to", "晋安小学", "--channel", "电话"});
    write({"drills", "receipt", "1", "--to", "晋安小学"});
    write({"drills", "step", "1", "--to", "准备中"});
    EXPECT_EQ(ask("张计划", plan, {"drills", "step", "1", "--to", "就绪"}).exitCode, 4) << "the gate";
    write({"drills", "check-done", "1", "--all"});
    write({"drills", "post-confirm", "1", "--role", "总指挥", "--person", "李校长"});
    write({"drills", "use-out", "1", "--resource", "对讲机", "--count", "4"});
    write({"drills", "step", "1", "--to", "就绪"});
    EXPECT_EQ(ask("张计划", plan, {"drills", "step", "1", "--to", "已结束"}).exitCode, 4) << "no state skipped";
    const auto hold = [&](const Words& words) { does("赵导调", day, words); };
    hold({"drills", "step", "1", "--to", "进行中"});
    hold({"drills", "sign-in", "1", "--count", "120"});
    hold({"drills", "headcount", "1", "--group", "一年级一班", "--expected", "40", "--actual", "39", "--whereabouts", "病假"});
    hold({"drills", "step", "1", "--to", "已结束"});
    hold({"drills", "use-back", "1", "--resource", "对讲机", "--count", "4"});
    EXPECT_EQ(ask("赵导调", day, {"drills", "sign-in", "1", "--count", "121"}).exitCode, 4) << "facts are locked";
    hold({"drills", "sign-in", "1", "--count", "121", "--why", "漏记一人"});
    hold({"drills", "objective-judge", "1", "--no", "1", "--achieved", "是", "--note", "实测 2 分 40 秒"});
    hold({"drills", "finding-add", "1", "--text", "广播听不清", "--severity", "整改项", "--source", "观察", "--category", "装备"});
    hold({"drills", "step", "1", "--to", "评估中"});
    hold({"drills", "step", "1", "--to", "待审定"});
    EXPECT_EQ(ask("王审批", day, {"drills", "step", "1", "--to", "已归档"}).exitCode, 4) << "neither result nor reason";
    does("王审批", day, {"drills", "step", "1", "--to", "已归档", "--reason", "单位自评不打分"});

    const std::string stable = record("stable.xml", {"--stable"});
    EXPECT_EQ(record("again.xml", {"--stable"}), stable);
    for (const char* part : {"status=\"已归档\"", "number=\"YL-2021-FX-0001\"", "plannedStart=\"2021-06-16 09:00\"", "text=\"全员疏散到集合点\"",
                             "achieved=\"是\"", "phone=\"138****1234\"", "need=\"4\" out=\"4\" back=\"4\"", "participants=\"121\"",
                             "group=\"一年级一班\"", "what=\"签到\" reason=\"漏记一人\"", "noResult=\"单位自评不打分\"", "广播听不清", "source=\"观察\"",
                             "category=\"装备\""}) {
        EXPECT_NE(stable.find(part), std::string::npos) << part << "\n" << stable;
    }
    for (const char* hidden : {"uid=", "赵导调", "13800001234", "actualStart"}) EXPECT_EQ(stable.find(hidden), std::string::npos) << hidden;
    EXPECT_NE(record("whole.xml", {}).find("actualStart=\"2021-06-16 09:00\""), std::string::npos);
    does("张计划", "2022-03-01T09:00:00", {"drills", "copy", "1", "--to", "2022-06-15"});
    const Outcome copied = ask("张计划", "2022-03-01T09:00:00", {"drills", "design", "2", "--json"});
    EXPECT_EQ(nlohmann::json::parse(copied.out).at("planned_start"), "2022-06-15 09:00") << copied.out << copied.err;
}

TEST_P(DrillWalkTest, TheItemOfTheYearsPlanStandsInTheRecord) {
    const std::string now = "2021-12-01T09:00:00";
    const auto write = [&](const Words& words) { does("张计划", now, words); };
    write({"migrate"});
    write({"drills", "add", "--name", "旧演练", "--unit", "晋安小学", "--date", "2021-05-12", "--mode", "实战", "--create-unit"});
    write({"drills", "plan-make", "2022"});
    write({"drills", "plan-item-add", "1", "--name", "疏散演练", "--unit", "晋安小学", "--first", "2022-03-09", "--mode", "实战"});
    write({"drills", "plan-submit", "1"});
    does("王审批", now, {"drills", "plan-approve", "1"});
    does("王审批", now, {"drills", "plan-issue", "1", "--document", "晋安应急〔2022〕1号"});
    const Outcome dates = ask("张计划", now, {"drills", "plan-dates", "1", "--json"});
    const auto listed = nlohmann::json::parse(dates.out);
    ASSERT_EQ(listed.size(), 1U) << dates.out;
    write({"drills", "plan-start", listed.at(0).at("id").dump()});
    const Outcome made = ask("张计划", now, {"drills", "record", "2", "--stable", "--output", (home.path() / "planned.xml").string()});
    ASSERT_EQ(made.exitCode, 0) << made.err;
    std::ifstream in(home.path() / "planned.xml", std::ios::binary);
    std::ostringstream all;
    all << in.rdbuf();
    for (const char* part : {"<planned ", "item=\"疏散演练\"", "planned=\"2022-03-09\"", "document=\"晋安应急〔2022〕1号\""}) {
        EXPECT_NE(all.str().find(part), std::string::npos) << part << "\n" << all.str();
    }
}

} // namespace
} // namespace yanxun::testing
