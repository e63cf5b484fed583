// One drill from the year's plan to the archive on the screen, and the same by yanxunctl alone on another database: both
// must end in the same record.
#include "../end_to_end/process.h"
#include "gui/workplace.h"

#include <wx/combobox.h>
#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

#include <fstream>
#include <functional>
#include <sstream>

namespace yanxun::testing {
namespace {

using Words = std::vector<std::string>;
using Fields = std::vector<std::pair<std::string, std::string>>;

constexpr auto planner = "王计划", leader = "李分管", onDuty = "赵后勤";
/// Of the general sheet, in its order.
const std::vector<std::pair<std::string, std::string>> answers{
    {"1.1", "符合"}, {"1.2", "5"},    {"1.3", "是"},   {"1.4", "符合"}, {"2.1", "基本符合"}, {"2.2", "6"},   {"2.3", "是"},
    {"3.1", "5.5"},  {"3.2", "符合"}, {"3.3", "符合"}, {"4.1", "9"},    {"4.2", "符合"},     {"4.3", "6"},   {"4.4", "符合"},
    {"4.5", "符合"}, {"5.1", "4"},    {"5.2", "是"},   {"6.1", "符合"}, {"6.2", "3"},        {"6.3", "符合"}};

std::string contentOf(const std::filesystem::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

class DrillWalk : public WorkplaceTest {
protected:
    // By the console, each call a process of its own.
    void does(const std::string& who, Words words) {
        std::string said;
        for (const std::string& word : words)
            said += word + " ";
        words.insert(words.begin(), {"--data", other.target(), "--as", who, "--at", "2021-12-31T12:00:00"});
        const Outcome outcome = yanxunctl(folder.path(), words);
        ASSERT_EQ(outcome.exitCode, 0) << said << "\n" << outcome.err;
    }
    void drill(const std::string& who, const std::string& verb, Words more) {
        more.insert(more.begin(), {"drills", verb, "1"});
        does(who, std::move(more));
    }
    void planByConsole();
    void designByConsole();
    void runByConsole();
    void rateByConsole();
    void improveByConsole();

    // By the screen.
    void as(const std::string& who) { work.database().setWho(who); }
    void openDrill(const std::string& tab = {}) {
        work.open("drills.drill", "id=1");
        settle();
        if (tab.empty()) return;
        wxWindow* const page = find(tab, work.page());
        ASSERT_TRUE(page) << tab;
        auto* const tabs = dynamic_cast<wxNotebook*>(page->GetParent());
        tabs->SetSelection(std::size_t(tabs->FindPage(page)));
        settle();
    }
    /// Presses, fills in the dialog that comes and saves it.
    void deed(const std::string& button, const Fields& fields, const std::string& ok = "ok") {
        bool done = false;
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            for (const auto& [name, text] : fields)
                setField(name, text, dialog);
            pressButton(ok, dialog);
            done = true;
        });
        pressButton(button, work.page());
        EXPECT_TRUE(waitFor([&] { return done; })) << button;
        settle();
    }
    void confirmed(const std::string& button) {
        Dialogs dialogs;
        dialogs.answer(wxID_YES);
        pressButton(button, work.page());
        settle();
    }
    void asked(const std::string& button, const std::string& answer) {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("answer", answer, dialog);
            dialog->EndModal(wxID_OK);
        });
        pressButton(button, work.page());
        settle();
    }
    void step(const std::string& who, const std::string& to) {
        as(who);
        openDrill();
        deed("drills.step", {{"status", to}});
        EXPECT_TRUE(waitFor([&] { return word() == to; })) << word();
    }
    std::string word() {
        std::string said;
        work.database().read([&](Reader& reader) {
            said = reader.scalarText("SELECT CAST(status AS VARCHAR(9)) FROM drills_drill WHERE id = 1");
        });
        static const std::map<std::string, std::string> words{
            {"10", "计划"},   {"20", "待审批"}, {"30", "已批准"}, {"40", "准备中"}, {"50", "就绪"},
            {"60", "进行中"}, {"70", "已结束"}, {"80", "评估中"}, {"90", "待审定"}, {"100", "已归档"}};
        const auto found = words.find(said);
        return found == words.end() ? said : found->second;
    }
    void addUnit(const std::string& name, const std::string& kind) {
        work.open("directory.units");
        deed("add", {{"name", name}, {"kind", kind}});
    }
    void planOnScreen();
    void designOnScreen();
    void runOnScreen();
    void rateOnScreen();
    void improveOnScreen();

    TestDatabase other{GetParam()};
};
YANXUN_ON_BOTH_ENGINES(DrillWalk);

void DrillWalk::planByConsole() {
    does(planner, {"migrate"});
    does(planner, {"directory", "units.add", "--name", "晋安小学", "--kind", "学校"});
    does(planner, {"directory", "units.add", "--name", "城西消防站", "--kind", "机关"});
    does(planner, {"drills", "plan-make", "2022"});
    drill(planner, "plan-item-add",
          {"--name", "防火疏散演练", "--unit", "晋安小学", "--first", "2022-03-09", "--hazard", "火灾", "--mode", "实战",
           "--time", "09:30-11:00", "--venue", "操场"});
    drill(planner, "plan-submit", {});
    drill(leader, "plan-approve", {});
    drill(leader, "plan-issue", {"--document", "晋安应急〔2022〕1号"});
    drill(planner, "plan-start", {});
}

void DrillWalk::planOnScreen() {
    as(planner);
    addUnit("晋安小学", "学校");
    addUnit("城西消防站", "机关");
    work.open("drills.plan", "year=2022");
    deed("drills.plan_make", {{"year", "2022"}});
    EXPECT_TRUE(waitUntilSeen("草案"));
    deed("drills.plan_item_add", {{"name", "防火疏散演练"},
                                  {"unit", "晋安小学"},
                                  {"first", "2022-03-09"},
                                  {"hazard", "火灾"},
                                  {"mode", "实战"},
                                  {"time", "09:30-11:00"},
                                  {"venue", "操场"}});
    ASSERT_TRUE(waitForRows("drills.plan_items", 1));
    confirmed("drills.plan_step");
    as(leader);
    confirmed("drills.plan_step");
    asked("drills.plan_step", "晋安应急〔2022〕1号");
    EXPECT_TRUE(waitUntilSeen("已下达"));
    as(planner);
    chooseRow("drills.plan_items", "防火疏散演练");
    ASSERT_TRUE(waitForRows("drills.plan_dates", 1));
    chooseRow("drills.plan_dates", "3月9日");
    pressButton("drills.plan_start");
    ASSERT_TRUE(waitFor([&] { return count("SELECT count(*) FROM drills_drill") == 1; }));
}

void DrillWalk::designByConsole() {
    drill(planner, "objective-put", {"--text", "全员疏散到集合点", "--target", "3 分钟"});
    drill(planner, "unit-detail",
          {"--unit", "城西消防站", "--role", "协办", "--people", "6", "--vehicles", "1", "--leader", "站长"});
    drill(planner, "post-put", {"--role", "总指挥", "--person", "李校长", "--place", "操场"});
    drill(planner, "script-add",
          {"--time", "T+00:00:00", "--text", "三楼起火", "--to", "值班教师", "--expected", "报警", "--within", "60秒"});
    drill(planner, "script-add", {"--time", "1分30秒", "--text", "发出疏散信号", "--to", "总指挥"});
    drill(planner, "script-add", {"--time", "3分", "--text", "清场检查", "--to", "灭火行动组"});
    drill(planner, "script-submit", {});
    drill(leader, "script-approve", {});
    drill(planner, "step", {"--to", "待审批"});
    drill(leader, "step", {"--to", "已批准"});
    drill(planner, "notify", {"--to", "晋安小学", "--channel", "电话"});
    drill(planner, "receipt", {"--to", "晋安小学"});
    drill(planner, "step", {"--to", "准备中"});
    drill(planner, "check-done", {"--all"});
    drill(planner, "post-confirm", {"--role", "总指挥", "--person", "李校长"});
    drill(planner, "step", {"--to", "就绪"});
}

void DrillWalk::designOnScreen() {
    openDrill("drills.objectives");
    deed("drills.objective_add", {{"text", "全员疏散到集合点"}, {"target", "3 分钟"}});
    openDrill("drills.units");
    deed("drills.unit_add",
         {{"unit", "城西消防站"}, {"role", "协办"}, {"people", "6"}, {"vehicles", "1"}, {"leader", "站长"}});
    openDrill("drills.posts");
    deed("drills.post_add", {{"role", "总指挥"}, {"person", "李校长"}, {"place", "操场"}});
    openDrill("drills.script");
    deed("drills.script_add", {{"offset_s", "T+00:00:00"},
                               {"body", "三楼起火"},
                               {"to_role", "值班教师"},
                               {"expected", "报警"},
                               {"within_s", "60秒"}});
    deed("drills.script_add", {{"offset_s", "1分30秒"}, {"body", "发出疏散信号"}, {"to_role", "总指挥"}});
    deed("drills.script_add", {{"offset_s", "3分"}, {"body", "清场检查"}, {"to_role", "灭火行动组"}});
    pressButton("drills.script_judge", work.page());
    as(leader);
    pressButton("drills.script_judge", work.page());
    EXPECT_TRUE(waitUntilSeen("已批准"));
    step(planner, "待审批");
    step(leader, "已批准");
    as(planner);
    openDrill("drills.notices");
    deed("drills.notice_add", {{"to", "晋安小学"}, {"channel", "电话"}});
    chooseRow("drills.notices_list", "晋安小学", work.page());
    deed("drills.notice_receipt", {});
    step(planner, "准备中");
    openDrill("drills.checks");
    Words checks;
    work.database().read([&](Reader& reader) {
        reader.each("SELECT body FROM drills_check ORDER BY place", [&](const Row& row) { checks.push_back(row.str(0)); });
    });
    EXPECT_GT(checks.size(), 5u);
    for (const std::string& check : checks) {
        chooseRow("drills.checks_list", check, work.page());
        pressButton("drills.check_done", work.page());
        settle();
    }
    openDrill("drills.posts");
    chooseRow("drills.posts_list", "总指挥", work.page());
    pressButton("drills.post_confirm", work.page());
    settle();
    step(planner, "就绪");
}

void DrillWalk::runByConsole() {
    drill(planner, "run-start", {});
    drill(planner, "run-fire", {"--no", "1"});
    drill(planner, "run-observe", {"--text", "二楼听不清广播", "--kind", "不足", "--no", "2"});
    drill(planner, "run-fire", {"--no", "2"});
    drill(planner, "run-skip", {"--no", "3", "--reason", "时间不够"});
    drill(planner, "sign-in", {"--unit", "晋安小学", "--count", "320"});
    drill(planner, "headcount", {"--group", "一年级一班", "--expected", "40", "--actual", "39", "--whereabouts", "病假"});
    drill(planner, "run-end", {});
    drill(planner, "objective-judge", {"--no", "1", "--achieved", "是", "--note", "实测 2 分 40 秒"});
    drill(planner, "step", {"--to", "评估中"});
}

void DrillWalk::runOnScreen() {
    work.open("drills.run", "id=1");
    confirmed("drills.run_start");
    pressButton("drills.run_fire", work.page());
    chooseRow("drills.run_lines", "发出疏散信号", work.page());
    setField("drills.run_note_kind", "不足", work.page());
    setField("drills.run_note", "二楼听不清广播", work.page());
    pressButton("drills.run_note_add", work.page());
    settle();
    pressButton("drills.run_fire", work.page());
    settle();
    asked("drills.run_skip", "时间不够");
    openDrill("drills.groups");
    deed("drills.sign_in", {{"unit", "晋安小学"}, {"count", "320"}});
    deed("drills.group_add", {{"group", "一年级一班"}, {"expected", "40"}, {"actual", "39"}, {"whereabouts", "病假"}});
    work.open("drills.run", "id=1");
    confirmed("drills.run_end");
    EXPECT_EQ(word(), "已结束");
    openDrill("drills.objectives");
    chooseRow("drills.objectives_list", "全员疏散", work.page());
    deed("drills.objective_judge", {{"achieved", "是"}, {"note", "实测 2 分 40 秒"}});
    step(planner, "评估中");
}

void DrillWalk::rateByConsole() {
    std::string all;
    for (const auto& [item, given] : answers)
        all += (all.empty() ? "" : ";") + item + "=" + given;
    drill(planner, "panel-open", {"--sheet", "general-live"});
    drill(planner, "panel-evaluator", {"--name", "评估员甲", "--role", "leader"});
    drill(planner, "panel-fill", {"--evaluator", "评估员甲", "--answers", all, "--submit"});
    drill(planner, "panel-freeze", {});
}

void DrillWalk::rateOnScreen() {
    work.open("drills.score", "id=1");
    setField("drills.score_sheet", "通用实战演练评估表（第 1 版）");
    pressButton("drills.submit");
    deed("drills.evaluator_add", {{"name", "评估员甲"}, {"role", "组长"}});
    auto* const grid = findAs<wxGrid>("drills.score_grid", work.page());
    ASSERT_EQ(grid->GetNumberRows(), int(answers.size()));
    for (std::size_t row = 0; row < answers.size(); ++row) {
        grid->SetGridCursor(int(row), 4);
        grid->EnableCellEditControl();
        wxGridCellEditor* const editor = grid->GetCellEditor(int(row), 4);
        if (auto* const combo = dynamic_cast<wxComboBox*>(editor->GetWindow()))
            combo->SetValue(ui::wx(answers[row].second));
        else
            dynamic_cast<wxTextCtrl*>(editor->GetWindow())->SetValue(ui::wx(answers[row].second));
        editor->DecRef();
        grid->DisableCellEditControl();
        settle();
    }
    pressButton("drills.evaluator_submit_0");
    EXPECT_TRUE(waitUntilSeen("已提交"));
    pressButton("drills.submit");
    EXPECT_TRUE(waitUntilSeen("已定稿"));
}

void DrillWalk::improveByConsole() {
    drill(planner, "finding-add",
          {"--text", "二楼广播听不清", "--severity", "整改项", "--source", "观察", "--category", "装备"});
    drill(planner, "action.add", {"--measure", "更换二楼广播", "--person", onDuty, "--due", "2022-01-20"});
    drill(planner, "action.issue", {});
    drill(onDuty, "action.report", {"--percent", "100", "--text", "已更换"});
    drill(leader, "verify", {"--result", "通过", "--note", "现场试听清楚", "--kind", "现场复查"});
    drill(planner, "step", {"--to", "待审定"});
    drill(leader, "step", {"--to", "已归档"});
}

void DrillWalk::improveOnScreen() {
    openDrill("drills.findings");
    deed("drills.finding_add",
         {{"description", "二楼广播听不清"}, {"severity", "整改项"}, {"source", "观察"}, {"category", "装备"}});
    chooseRow("drills.findings_list", "二楼广播听不清", work.page());
    deed("drills.finding_action", {{"measure", "更换二楼广播"}, {"person", onDuty}, {"due", "2022-01-20"}});
    work.open("drills.actions", "drill=1");
    ASSERT_TRUE(waitForRows("drills.actions_list", 1));
    chooseRow("drills.actions_list", "更换二楼广播");
    pressButton("drills.action_issue");
    settle();
    as(onDuty);
    deed("drills.action_report", {{"percent", "100"}, {"text", "已更换"}});
    as(leader);
    deed("drills.action_verify", {{"kind", "现场复查"}, {"result", "通过"}, {"note", "现场试听清楚"}});
    step(planner, "待审定");
    step(leader, "已归档");
}

TEST_P(DrillWalk, FromThePlanToTheArchiveOnTheScreenAsByTheConsole) {
    ASSERT_TRUE(work.runs("drills"));
    const std::vector<std::function<void()>> parts{
        [&] { planByConsole(); },    [&] { designByConsole(); }, [&] { runByConsole(); },   [&] { rateByConsole(); },
        [&] { improveByConsole(); }, [&] { planOnScreen(); },    [&] { designOnScreen(); }, [&] { runOnScreen(); },
        [&] { rateOnScreen(); },     [&] { improveOnScreen(); }};
    for (const auto& part : parts) {
        part();
        if (HasFailure()) return shoot("drill_walk", work.frame());
    }
    const auto console = folder.path() / "console.xml", screen = folder.path() / "screen.xml";
    drill(planner, "record", {"--stable", "--output", console.string()});
    work.verb("drills.record", {{"id", "1"}, {"stable", ""}, {"output", screen.string()}});
    EXPECT_EQ(contentOf(screen), contentOf(console));
    EXPECT_NE(contentOf(screen).find("status=\"已归档\""), std::string::npos);
}

} // namespace
} // namespace yanxun::testing
