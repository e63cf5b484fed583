// The pages of a drill's year as a person sees them, from the duties to the lessons, with their dialogs.
#include "desktop/looks.h"

#include <yanxun/ui/heat_map.h>

#include <wx/notebook.h>

namespace yanxun::testing {
namespace {

void showTab(const std::string& tabs, std::size_t number) {
    findAs<wxNotebook>(tabs)->SetSelection(number);
    settle();
}

/// A drill of the district that is 就绪, its script approved by another person.
std::string readyDrill(Gallery& gallery) {
    const std::string drill = gallery.verb("drills.add", {{"name", "云溪区晨曦中学防火疏散与伤员救护综合演练"}, {"unit", "晨曦中学"},
                                                          {"date", "2021-12-21"}, {"mode", "实战"}, {"participants", "1320"}})
                                  .at("id");
    const auto line = [&](const char* time, const char* text, Gallery::Arguments more) {
        Gallery::Arguments all{{"id", drill}, {"time", time}, {"text", text}};
        all.merge(more);
        gallery.verb("drills.script-add", all);
    };
    gallery.verb("drills.script-phases", {{"id", drill}, {"names", "预警、启动、处置、恢复"}});
    line("T+00:00:00", "三楼科学实验室酒精灯打翻起火，火势向走廊蔓延",
         {{"phase", "预警"}, {"from", "导调组"}, {"to", "三楼值班教师"}, {"method", "现场模拟"}, {"within", "60秒"},
          {"expected", "立即呼喊并按下手动报警按钮，报告消防控制室"}, {"dialogue", "着火了！三楼着火了！"}});
    line("1分30秒", "消防控制室确认火情，发出疏散信号",
         {{"phase", "启动"}, {"to", "总指挥"}, {"kind", "期望行动"}, {"conditions", "1响应>0分1秒 或 1完成"}});
    line("3分", "东侧楼梯被烟气封堵，八年级各班改走西侧楼梯", {{"phase", "处置"}, {"to", "疏散引导组"}, {"method", "对讲机"}});
    line("4分", "广播断电", {{"phase", "处置"}, {"kind", "应急备用"}, {"to", "通讯组"}});
    line("6分", "八年级（2）班一名学生未到集合点", {{"phase", "处置"}, {"to", "清点组"}, {"method", "口头"}, {"conditions", "2完成"}});
    line("12分", "火情扑灭，清场检查", {{"phase", "恢复"}, {"to", "灭火行动组"}});
    gallery.verb("drills.script-submit", {{"id", drill}});
    gallery.verbAs("分管负责人", "drills.script-approve", {{"id", drill}});
    gallery.opened().program().database().write(
        [&](Writer& writer) { writer.exec("UPDATE drills_drill SET status = 50 WHERE id = ?", {std::stoll(drill)}); });
    return drill;
}

} // namespace

TEST(DrillLooks, Duties) {
    Gallery gallery;
    gallery.open("drills.duties");
    gallery.sight("duties-board");
    setField("drills.duty_status", "全部状态");
    gallery.sight("duties-board-all");
    for (const std::string& offer : offered("drills.duty_rule"))
        if (offer.starts_with("R06A")) setField("drills.duty_rule", offer);
    findAs<ui::HeatMap>("drills.duty_map")->choose(0, 2);
    gallery.sight("duties-board-windows");
    setField("drills.duty_rule", "全部规则");
    showTab("drills.duty_tabs", 1);
    setField("drills.duty_status", "逾期未演");
    chooseRow("drills.duty_list", "");
    gallery.sight("duties-list");
    gallery.dialog("drills.duty_schedule", "duties-schedule");
    gallery.dialog("drills.duty_exempt", "duties-exempt");
    setField("drills.duty_status", "已完成·资料不全");
    chooseRow("drills.duty_list", "");
    gallery.dialog("drills.duty_report", "duties-report");
    showTab("drills.duty_tabs", 2);
    gallery.sight("duties-packet");
    chooseRow("drills.packet_list", "待报送");
    gallery.dialog("drills.packet_send", "duties-packet-send");
    showTab("drills.duty_tabs", 3);
    gallery.sight("duties-spots");
    gallery.dialog("drills.spot_draw", "duties-spot-draw");
    chooseRow("drills.spot_list", "待检查");
    gallery.dialog("drills.spot_conclude", "duties-spot-conclude");
    chooseRow("drills.spot_list", "改正");
    gallery.dialog("drills.spot_close", "duties-spot-close");
    showTab("drills.duty_tabs", 4);
    gallery.sight("duties-marks");
    gallery.open("drills.duties", "unit=1");
    gallery.sight("duties-unit");
}

TEST(DrillLooks, Rules) {
    Gallery gallery;
    gallery.open("drills.duties");
    gallery.dialog("drills.duty_rules", "rules");
    for (const char* button : {"drills.rule_add", "drills.duty_settings"}) {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* rules) {
            pressButton(button, rules);
            rules->EndModal(wxID_CANCEL);
        });
        dialogs.act([&](wxDialog* dialog) {
            gallery.portray(dialog, std::string(button).substr(7));
            dialog->EndModal(wxID_CANCEL);
        });
        pressButton("drills.duty_rules");
    }
}

TEST(DrillLooks, MarksAndSelfAssessment) {
    Gallery gallery;
    const std::string drill = std::to_string(
        gallery.number("SELECT min(id) FROM drills_drill WHERE status = 70 AND purpose <> 2 AND unit_name LIKE '%小学'"));
    gallery.verb("drills.rate", {{"id", drill}, {"sheet", "general-live"}, {"evaluator", "评估组长"},
                                 {"answers", "1.1=符合;1.2=5;1.3=是;1.4=基本符合;2.1=符合;2.2=6;2.3=是;3.1=6;3.2=符合;3.3=符合;"
                                             "4.1=7;4.2=符合;4.3=4;4.4=符合;4.5=符合;5.1=2;5.2=是;6.1=符合;6.2=3;6.3=符合"}});
    gallery.verb("drills.self-put", {{"id", drill}, {"audience", "参演人员自评"}, {"source", "各班班主任"}, {"people", "18"},
                                     {"score", "92.5"}, {"remark", "三楼东侧楼梯口拥挤"}});
    gallery.verb("drills.self-put", {{"id", drill}, {"audience", "群众满意度"}, {"source", "家长委员会问卷"}, {"people", "126"},
                                     {"score", "95"}});
    gallery.open("drills.duties");
    showTab("drills.duty_tabs", 4);
    EXPECT_TRUE(waitFor([] { return rowCount("drills.marks_list") == 7; })) << "the demonstration's six and this one";
    gallery.sight("duties-marks-one");
    wxWindow* const page = gallery.open("drills.drill", "id=" + drill);
    wxWindow* const tab = find("drills.beside_tab", page);
    ASSERT_TRUE(tab);
    auto* const tabs = dynamic_cast<wxNotebook*>(tab->GetParent());
    ASSERT_TRUE(tabs);
    tabs->SetSelection(std::size_t(tabs->FindPage(tab)));
    gallery.sight("drill-self");
    gallery.dialog("drills.self_add", "drill-self-add");
}

TEST(DrillLooks, RunScreen) {
    Gallery gallery;
    gallery.open("drills.run");
    gallery.sight("run-nothing");
    const std::string drill = readyDrill(gallery);
    gallery.open("drills.run", "id=" + drill);
    gallery.sight("run-ready");
    gallery.verb("drills.run-start", {{"id", drill}});
    gallery.verb("drills.run-fire", {{"id", drill}, {"no", "1"}});
    gallery.verb("drills.run-ack", {{"id", drill}, {"no", "1"}});
    gallery.verb("drills.run-respond", {{"id", drill}, {"no", "1"}, {"note", "已按下报警按钮"}});
    gallery.verb("drills.run-complete", {{"id", drill}, {"no", "1"}});
    gallery.verb("drills.run-watch-start", {{"id", drill}, {"metric", "报警→发出疏散信号"}});
    gallery.verb("drills.run-watch-stop", {{"id", drill}, {"metric", "报警→发出疏散信号"}});
    gallery.verb("drills.run-watch-start", {{"id", drill}, {"metric", "全员疏散到达集合点"}});
    gallery.verb("drills.run-observe", {{"id", drill}, {"text", "二楼东侧教室听不清广播"}, {"kind", "不足"}, {"no", "1"}});
    gallery.open("drills.run", "id=" + drill);
    settle(std::chrono::milliseconds(1200));
    gallery.sight("run-running");
    gallery.dialog("drills.run_delay", "run-delay");
    gallery.dialog("drills.run_free", "run-free");
    gallery.dialog("drills.run_speed", "run-speed");
    gallery.dialog("drills.run_watch", "run-watch");
    gallery.dialog("drills.run_watch_change", "run-watch-change");
    gallery.dialog("drills.run_skip", "run-skip");
    gallery.dialog("drills.run_hold", "run-hold");
    gallery.dialog("drills.run_abort", "run-abort");
    gallery.verb("drills.run-pause", {{"id", drill}, {"reason", "现场设备检查"}});
    EXPECT_TRUE(waitUntilSeen("继续"));
    gallery.sight("run-paused");
    gallery.verb("drills.run-resume", {{"id", drill}});
    gallery.verb("drills.run-watch-stop", {{"id", drill}, {"metric", "全员疏散到达集合点"}});
    gallery.verb("drills.run-end", {{"id", drill}});
    EXPECT_TRUE(waitFor([] { return !canPress("drills.run_free"); }));
    gallery.sight("run-ended");
}

TEST(DrillLooks, DrillPage) {
    Gallery gallery;
    const std::string drill = readyDrill(gallery);
    const auto put = [&](const char* verb, Gallery::Arguments more) {
        more.emplace("id", drill);
        gallery.verb(verb, std::move(more));
    };
    put("drills.design-put", {{"venue", "晨曦中学操场"}, {"planned-start", "09:00"}, {"planned-end", "10:30"}, {"level", "单位"}, {"weather", "多云，东南风 2 级"}});
    put("drills.objective-put", {{"text", "全校师生 3 分钟内疏散到集合点，清点无遗漏"}, {"capability", "组织疏散"}, {"target", "3 分钟"}});
    put("drills.unit-detail", {{"unit", "云溪区应急管理局"}, {"role", "观摩"}, {"people", "12"}, {"vehicles", "2"}, {"leader", "带队人"}});
    put("drills.post-put", {{"role", "总指挥"}, {"person", "周小值"}, {"place", "操场主席台"}, {"phone", "13800001234"}, {"brief", "下达疏散命令，决定中止"}});
    gallery.verb("drills.resource-put", {{"name", "手持对讲机"}, {"kind", "装备"}, {"measure", "台"}, {"total", "6"}, {"place", "器材库"}});
    put("drills.use-need", {{"resource", "手持对讲机"}, {"count", "8"}});
    put("drills.check-put", {{"text", "演练场地、路线已勘查，风险评估和安全保障措施已落实"}});
    put("drills.notify", {{"to", "晨曦中学"}, {"channel", "电话"}, {"text", "12 月 21 日 9 时开始，听广播"}});
    put("drills.run-start", {});
    put("drills.run-fire", {{"no", "1"}});
    put("drills.sign-in", {{"unit", "晨曦中学"}, {"count", "1320"}});
    put("drills.headcount", {{"group", "八年级（2）班"}, {"expected", "48"}, {"actual", "47"}, {"whereabouts", "一名学生在医务室"}});
    put("drills.run-end", {});
    put("drills.objective-judge", {{"no", "1"}, {"achieved", "部分"}, {"note", "八年级（2）班用时 3 分 40 秒"}});
    put("drills.finding-add", {{"text", "三楼东侧教室听不清广播，疏散晚了 40 秒"}, {"severity", "整改项"}, {"due", "2022-01-20"}});
    put("drills.self-put", {{"audience", "参演人员自评"}, {"source", "七年级"}, {"people", "420"}, {"score", "91.5"}});
    gallery.open("drills.drill", "id=" + drill);
    const auto* const tabs = findAs<wxNotebook>("drills.tabs");
    for (std::size_t tab = 0; tab < tabs->GetPageCount(); ++tab) {
        showTab("drills.tabs", tab);
        gallery.sight("drill-tab-" + std::string(tab < 10 ? "0" : "") + std::to_string(tab));
    }
    const std::string empty =
        gallery.verb("drills.add", {{"name", "桌面推演"}, {"unit", "晨曦中学"}, {"date", "2021-12-22"}, {"mode", "桌面"}}).at("id");
    gallery.open("drills.drill", "id=" + empty);
    for (std::size_t tab = 0; tab < tabs->GetPageCount(); ++tab) {
        showTab("drills.tabs", tab);
        gallery.sight("drill-tab-empty-" + std::string(tab < 10 ? "0" : "") + std::to_string(tab));
    }
}

TEST(DrillLooks, ScorePage) {
    Gallery gallery;
    gallery.open("drills.score");
    gallery.sight("score-nothing");
    const std::string drill = gallery.verb("drills.add", {{"name", "晨曦中学防火疏散演练"}, {"unit", "晨曦中学"}, {"date", "2021-12-01"}, {"mode", "实战"}}).at("id");
    gallery.verb("drills.panel-open", {{"id", drill}, {"sheet", "T-FIRE-SCHOOL"}});
    for (const char* name : {"评估员甲", "评估员乙", "评估员丙"}) gallery.verb("drills.panel-evaluator", {{"id", drill}, {"name", name}});
    gallery.verb("drills.panel-fill", {{"id", drill}, {"evaluator", "评估员甲"}, {"answers", "1.1=符合;1.2=1×1 缺广播员;2.4=75;3.1=498/500"}});
    gallery.open("drills.score", "id=" + drill);
    gallery.sight("score-filling");
    gallery.dialog("drills.evaluator_add", "score-evaluator");
}

TEST(DrillLooks, YearPlan) {
    Gallery gallery;
    gallery.open("drills.plan", "year=2030");
    gallery.sight("plan-nothing");
    gallery.dialog("drills.plan_make", "plan-make");
    gallery.open("drills.plan", "year=2021");
    gallery.sight("plan");
    chooseRow("drills.plan_items", "全区季度");
    EXPECT_TRUE(waitFor([] { return rowCount("drills.plan_dates") > 0; }));
    chooseRow("drills.plan_dates", "月");
    gallery.sight("plan-item");
    gallery.dialog("drills.plan_item_add", "plan-item-add");
    gallery.dialog("drills.plan_describe", "plan-describe");
    gallery.dialog("drills.plan_conflicts_show", "plan-conflicts");
    {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* why) {
            gallery.portray(why, "plan-fill-reason");
            why->EndModal(wxID_OK);
        });
        dialogs.act([&](wxDialog* gaps) {
            gallery.portray(gaps, "plan-fill");
            gaps->EndModal(wxID_CANCEL);
        });
        pressButton("drills.plan_fill");
    }
    gallery.dialog("drills.plan_link", "plan-link");
    showTab("drills.plan_tabs", 1);
    chooseRow("drills.plan_changes", "延期");
    gallery.sight("plan-changes");
    showTab("drills.plan_tabs", 2);
    gallery.sight("plan-steps");
}

TEST(DrillLooks, Actions) {
    Gallery gallery;
    gallery.open("drills.actions");
    gallery.sight("actions");
    const auto with = [&](int status) {
        return "id=" + std::to_string(gallery.number("SELECT min(id) FROM drills_action WHERE status = " + std::to_string(status)));
    };
    gallery.open("drills.actions", with(1));
    gallery.sight("actions-draft");
    gallery.dialog("drills.action_edit", "actions-edit");
    gallery.open("drills.actions", with(2));
    gallery.sight("actions-working");
    gallery.dialog("drills.action_report", "actions-report");
    gallery.dialog("drills.action_extend", "actions-extend");
    gallery.open("drills.actions", with(3));
    gallery.sight("actions-to-verify");
    gallery.dialog("drills.action_verify", "actions-verify");
    gallery.dialog("drills.action_return", "actions-return");
    gallery.open("drills.actions", with(4));
    gallery.sight("actions-closed");
    gallery.open("drills.actions", with(5));
    gallery.sight("actions-returned");
    setField("drills.actions_unit", "查无此单位");
    gallery.sight("actions-none");
}

TEST(DrillLooks, Lessons) {
    Gallery gallery;
    gallery.open("drills.lessons");
    const std::string finding = std::to_string(gallery.number("SELECT min(id) FROM drills_finding"));
    gallery.verb("drills.revision.suggest", {{"id", finding}, {"plan", "学校突发事件应急预案"}, {"clause", "4.2"},
                                             {"text", "疏散引导组增加一名对讲机联络员，写明断电时的口令和手势"}});
    gallery.open("drills.lessons");
    chooseRow("drills.lessons_list", "");
    gallery.sight("lessons");
    gallery.dialog("drills.lesson_edit", "lessons-edit");
    chooseRow("drills.revisions_list", "");
    gallery.dialog("drills.revision_decide", "lessons-decide");
    setField("drills.lessons_search", "查无此词");
    gallery.sight("lessons-none");
}

TEST(DrillLooks, Calendar) {
    Gallery gallery;
    gallery.open("host.calendar");
    for (const char* mode : {"month", "week", "agenda"}) {
        pressButton(std::string("calendar.mode.") + mode);
        gallery.sight(std::string("calendar-") + mode);
    }
    gallery.dialog("calendar.export", "calendar-export");
}

} // namespace yanxun::testing
