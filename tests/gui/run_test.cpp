// 导调台 and 脚本 by intents: a drill run from its start to its end, by buttons and by keys.
#include "gui/workplace.h"

#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

namespace yanxun::testing {
namespace {

class RunPages : public WorkplaceTest {
protected:
    using Arguments = std::map<std::string, std::string, std::less<>>;

    VerbAnswer verb(const std::string& id, Arguments arguments) { return work.verb(id, std::move(arguments)); }
    void line(const std::string& time, const std::string& text, Arguments more = {}) {
        Arguments all{{"id", drill}, {"time", time}, {"text", text}};
        all.merge(more);
        verb("drills.script-add", all);
    }
    /// A drill with a script that another person approved, 就绪.
    void prepare() {
        drill = verb("drills.add", {{"name", "晋安小学防火疏散演练"}, {"unit", "晋安小学"}, {"date", "2022-03-10"}, {"mode", "实战"},
                                    {"participants", "320"}, {"create-unit", ""}})
                    .fields.at("id");
        verb("drills.script-phases", {{"id", drill}, {"names", "预警、启动、处置、恢复"}});
        line("T+00:00:00", "三楼科学实验室酒精灯打翻起火，火势向走廊蔓延", {{"phase", "预警"}, {"from", "导调组"}, {"to", "三楼值班教师"}, {"method", "现场模拟"},
             {"expected", "立即呼喊并按下手动报警按钮，报告消防控制室"}, {"within", "60秒"}, {"dialogue", "着火了！三楼着火了！"}});
        line("1分30秒", "消防控制室确认火情，发出疏散信号", {{"phase", "启动"}, {"to", "总指挥"}, {"kind", "期望行动"}, {"conditions", "1响应>0分1秒 或 1完成"}});
        line("3分", "东侧楼梯被烟气封堵", {{"phase", "处置"}, {"to", "疏散引导组"}, {"method", "对讲机"}});
        line("4分", "广播断电", {{"phase", "处置"}, {"kind", "应急备用"}, {"to", "通讯组"}});
        line("6分", "五年级（2）班一名学生未到集合点", {{"phase", "处置"}, {"to", "清点组"}, {"method", "口头"}, {"conditions", "2完成"}});
        line("12分", "火情扑灭，清场检查", {{"phase", "恢复"}, {"to", "灭火行动组"}});
        verb("drills.script-submit", {{"id", drill}});
        const std::string who = work.database().who();
        work.database().setWho("分管负责人");
        verb("drills.script-approve", {{"id", drill}});
        work.database().setWho(who);
        work.database().write([&](Writer& writer) { writer.exec("UPDATE drills_drill SET status = 50 WHERE id = ?", {std::stoll(drill)}); });
    }
    void start() {
        work.open("drills.run", "id=" + drill);
        Dialogs dialogs;
        dialogs.answer(wxID_YES);
        pressButton("drills.run_start", work.page());
    }
    void askedFor(const std::string& button, const std::string& answer) {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("answer", answer, dialog);
            dialog->EndModal(wxID_OK);
        });
        pressButton(button, work.page());
    }
    std::int64_t deeds() { return count("SELECT count(*) FROM drills_inject_event"); }
    std::string shownClock() { return accessibleName(find("drills.run_clock", work.page())); }
    std::string shownNext() { return accessibleName(find("drills.run_next", work.page())); }

    std::string drill;
};
YANXUN_ON_BOTH_ENGINES(RunPages);

TEST_P(RunPages, AnEmptyDeskSaysWhatToDo) {
    work.open("drills.run");
    EXPECT_TRUE(sees("就绪"));
    shoot("run_empty", work.frame());
}

TEST_P(RunPages, ADrillIsRunFromItsStartToItsEnd) {
    ASSERT_TRUE(work.runs("drills"));
    prepare();
    work.open("drills.run", "id=" + drill);
    shoot("run_ready", work.frame());
    start();
    EXPECT_EQ(count("SELECT status FROM drills_drill"), 60);
    EXPECT_TRUE(waitForRows("drills.run_lines", 6));
    EXPECT_NE(shownClock().find("00:00:00"), std::string::npos) << shownClock();
    EXPECT_NE(shownNext().find("第 1 行"), std::string::npos) << shownNext();
    shoot("run_started", work.frame());
    pressButton("drills.run_fire", work.page());
    EXPECT_EQ(deeds(), 1);
    EXPECT_EQ(shownNext().find("第 1 行"), std::string::npos) << "goes on to the next";

    chooseRow("drills.run_lines", "酒精灯", work.page());
    settle();
    EXPECT_FALSE(canPress("drills.run_fire", work.page())) << "it was sent";
    pressButton("drills.run_ack", work.page());
    pressButton("drills.run_respond", work.page());
    pressButton("drills.run_complete", work.page());
    EXPECT_EQ(deeds(), 4);

    setField("drills.run_note_kind", "不足", work.page());
    setField("drills.run_note", "二楼东侧教室听不清广播", work.page());
    pressButton("drills.run_note_add", work.page());
    EXPECT_EQ(count("SELECT count(*) FROM drills_observation WHERE kind = 2 AND inject_id IS NOT NULL"), 1);
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("metric", "报警→发出疏散信号", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.run_watch", work.page());
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_stage_time WHERE stopped_at IS NULL"), 1);
    askedFor("drills.run_hold", "现场设备检查");
    EXPECT_EQ(count("SELECT status FROM drills_drill"), 65);
    EXPECT_TRUE(waitUntilSeen("继续"));
    shoot("run_paused", work.frame());
    pressButton("drills.run_hold", work.page());
    EXPECT_EQ(count("SELECT status FROM drills_drill"), 60);
    shoot("run_going_on", work.frame());
    pressButton("drills.run_watch_stop", work.page());
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM drills_stage_time WHERE stopped_at IS NULL") == 0; }));
    {
        Dialogs dialogs;
        dialogs.answer(wxID_YES);
        pressButton("drills.run_end", work.page());
    }
    EXPECT_EQ(count("SELECT status FROM drills_drill"), 70);
    EXPECT_TRUE(waitUntilSeen("取消"));
    shoot("run_over", work.frame());
}

TEST_P(RunPages, NextActionReadsInTheDarkToo) {
    prepare();
    start();
    pressButton("drills.run_fire", work.page());
    ui::setThemeMode(ui::ThemeMode::dark);
    settle(std::chrono::milliseconds(400));
    EXPECT_NE(shownNext().find("东侧楼梯"), std::string::npos) << shownNext();
    shoot("run_dark", work.frame());
    work.open("drills.drill", "id=" + drill);
    auto* const tabs = dynamic_cast<wxNotebook*>(find("drills.script", work.page())->GetParent());
    tabs->SetSelection(std::size_t(tabs->FindPage(find("drills.script", work.page()))));
    settle(std::chrono::milliseconds(400));
    EXPECT_FALSE(canPress("drills.script_add", work.page())) << "it is running";
    shoot("script_dark", work.frame());
    ui::setThemeMode(ui::ThemeMode::light);
    settle();
}

TEST_P(RunPages, KeysDoWhatButtonsDo) {
    prepare();
    start();
    settle();
    press(WXK_SPACE);
    EXPECT_TRUE(waitFor([&] { return deeds() == 1; }));
    press(WXK_SPACE);
    EXPECT_TRUE(waitFor([&] { return deeds() == 2; })) << "the next line, not the same again";
    EXPECT_EQ(count("SELECT count(DISTINCT inject_id) FROM drills_inject_event"), 2);
    press('O');
    settle();
    type("s p");
    EXPECT_EQ(fieldText("drills.run_note", work.page()), "s p") << "typing is no deed";
    EXPECT_EQ(deeds(), 2);
}

TEST_P(RunPages, TheSafetyStopAsksWhoAndWhy) {
    prepare();
    start();
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("author", "安全员", dialog);
        setField("reason", "一名学生在楼梯摔倒", dialog);
        shoot("run_abort", dialog);
        pressButton("ok", dialog);
    });
    pressButton("drills.run_abort", work.page());
    EXPECT_EQ(count("SELECT status FROM drills_drill"), 220);
    EXPECT_TRUE(waitUntilSeen("取消"));
}

TEST_P(RunPages, ANewDeskStandsAtTheSamePoint) {
    prepare();
    start();
    pressButton("drills.run_fire", work.page());
    Workplace other(holder.target(), {1112, 800}, Workplace::kNow + 95'000);
    other.open("drills.run");
    EXPECT_NE(accessibleName(find("drills.run_clock", other.page())).find("00:01:35"), std::string::npos);
    EXPECT_EQ(accessibleName(find("drills.run_next", other.page())).find("第 1 行"), std::string::npos);
    EXPECT_THROW(other.verb("drills.run-fire", {{"id", drill}, {"no", "1"}}), Conflict);
    EXPECT_EQ(deeds(), 1);
}

TEST_P(RunPages, TheConsoleRunsADrillAsTheScreenDoes) {
    prepare();
    const auto deed = [&](const char* id, Arguments more = {}) {
        more.emplace("id", drill);
        return verb(id, std::move(more)).fields;
    };
    EXPECT_EQ(deed("drills.run-start").at("status"), "进行中");
    deed("drills.run-fire", {{"no", "1"}});
    EXPECT_THROW(deed("drills.run-fire", {{"no", "1"}}), Conflict);
    deed("drills.run-ack", {{"no", "1"}});
    deed("drills.run-respond", {{"no", "1"}, {"note", "已出动"}});
    deed("drills.run-complete", {{"no", "1"}});
    deed("drills.run-delay", {{"no", "3"}, {"by", "2分"}});
    deed("drills.run-delay", {{"by", "+5'"}, {"all", ""}});
    deed("drills.run-skip", {{"no", "6"}, {"reason", "时间不够"}});
    deed("drills.run-free", {{"text", "家长到校门口聚集"}, {"to", "安全防护组"}});
    EXPECT_EQ(deeds(), 4 + 1 + 5 + 1 + 1);
    EXPECT_EQ(deed("drills.run-pause", {{"reason", "核对"}}).at("status"), "暂停");
    EXPECT_EQ(deed("drills.run-resume").at("status"), "进行中");
    deed("drills.run-speed", {{"factor", "2.5"}});
    deed("drills.run-watch-start", {{"metric", "全员疏散"}});
    deed("drills.run-watch-stop", {{"metric", "全员疏散"}});
    const std::string watch = std::to_string(count("SELECT id FROM drills_stage_time"));
    verb("drills.run-watch-link", {{"id", watch}, {"item", "3.2"}});
    verb("drills.run-watch-void", {{"id", watch}, {"reason", "重测"}});
    EXPECT_EQ(count("SELECT count(*) FROM drills_stage_time WHERE item_no = '3.2' AND void_reason <> ''"), 1);
    deed("drills.run-observe", {{"text", "秩序良好"}, {"kind", "优点"}, {"no", "1"}});
    const std::string seen = std::to_string(count("SELECT id FROM drills_observation"));
    verb("drills.run-observation-edit", {{"id", seen}, {"text", "秩序很好"}});
    verb("drills.run-observation-remove", {{"id", seen}});
    EXPECT_EQ(count("SELECT count(*) FROM drills_observation"), 0);
    EXPECT_EQ(deed("drills.run").at("status"), "进行中");
    EXPECT_EQ(deed("drills.run-end").at("status"), "已结束");
    EXPECT_THROW(deed("drills.run-fire", {{"no", "3"}}), Error);
}

TEST_P(RunPages, TheScriptIsFilledInByKeys) {
    prepare();
    work.open("drills.drill", "id=" + drill);
    auto* const tabs = dynamic_cast<wxNotebook*>(find("drills.script", work.page())->GetParent());
    ASSERT_NE(tabs, nullptr);
    tabs->SetSelection(std::size_t(tabs->FindPage(find("drills.script", work.page()))));
    settle();
    EXPECT_TRUE(waitUntilSeen("已批准") || sees("分管负责人"));
    shoot("script_tab", work.frame());
    auto* const grid = findAs<wxGrid>("drills.script_grid", work.page());
    ASSERT_EQ(grid->GetNumberRows(), 6);
    const auto put = [&](int row, int column, const std::string& text) {
        grid->SetGridCursor(row, column);
        grid->EnableCellEditControl();
        wxGridCellEditor* const editor = grid->GetCellEditor(row, column);
        dynamic_cast<wxTextCtrl*>(editor->GetWindow())->SetValue(ui::wx(text));
        editor->DecRef();
        grid->DisableCellEditControl();
        settle();
    };
    put(2, 1, "3分20秒");
    EXPECT_EQ(count("SELECT offset_s FROM drills_inject WHERE no = 3"), 200);
    EXPECT_EQ(count("SELECT version FROM drills_script"), 2) << "a draft of the next version";
    {
        Dialogs dialogs;
        dialogs.answer(wxID_OK);
        put(2, 1, "三分钟");
        ASSERT_EQ(dialogs.said().size(), 1u);
    }
    EXPECT_EQ(count("SELECT offset_s FROM drills_inject WHERE no = 3"), 200) << "a sentence, and nothing kept";
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("by", "30分", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.script_shift_all", work.page());
    }
    EXPECT_EQ(count("SELECT offset_s FROM drills_inject WHERE no = 1"), 1800);
    EXPECT_EQ(count("SELECT offset_s FROM drills_inject WHERE no = 3"), 2000);
    pressButton("drills.script_judge", work.page());
    EXPECT_EQ(count("SELECT state FROM drills_script"), 2);
    {
        Dialogs dialogs;
        dialogs.answer(wxID_OK);
        pressButton("drills.script_judge", work.page());
        ASSERT_FALSE(dialogs.said().empty());
        EXPECT_NE(dialogs.said().front().find("不能由本人批准"), std::string::npos);
    }
}

} // namespace
} // namespace yanxun::testing
