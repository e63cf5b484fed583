// What is done with one drill beside its tabs, by intents: copied, moved to another day, its scenario written and kept as
// a template, the clauses of the plans it tests.
#include "gui/workplace.h"

#include <wx/notebook.h>

#include <fstream>
#include <sstream>

namespace yanxun::testing {
namespace {

class DrillDeeds : public WorkplaceTest {
protected:
    std::string addDrill(const std::string& name, const std::string& day) {
        return work.verb("drills.add", {{"name", name}, {"unit", "晋安小学"}, {"date", day}, {"hazard", "火灾"}, {"mode", "实战"}, {"create-unit", ""}})
            .fields.at("id");
    }
    void openDrill(const std::string& id) { work.open("drills.drill", "id=" + id); }
    void openTab(const std::string& name) {
        auto* const tabs = findAs<wxNotebook>("drills.tabs", work.page());
        tabs->SetSelection(std::size_t(tabs->FindPage(find(name, work.page()))));
        settle();
    }
    std::string text(const std::string& sql) {
        std::string found;
        work.database().read([&](Reader& reader) { found = reader.scalarText(sql); });
        return found;
    }
    bool isDone(const std::string& sql, std::int64_t wanted) {
        return waitFor([&] { return count(sql) == wanted; });
    }
};
YANXUN_ON_BOTH_ENGINES(DrillDeeds);

TEST_P(DrillDeeds, ANewDrillIsMadeLikeAnOldOne) {
    const std::string id = addDrill("防火疏散演练", "2021-05-03");
    work.verb("drills.objective-put", {{"id", id}, {"text", "全员 3 分钟内疏散"}, {"why", "补录"}});
    openDrill(id);
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            EXPECT_EQ(fieldText("name", dialog), "防火疏散演练");
            pressButton("ok", dialog);
            EXPECT_TRUE(dialog->IsShown()) << "it needs a day";
            setField("day", "2021-06-01", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(sees("新演练的日期应在今天以后", dialog));
            setField("day", "2022年5月9日", dialog);
            setField("name", "2022 年防火疏散演练", dialog);
            shoot("drill_copy", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.copy", work.page());
        ASSERT_TRUE(isDone("SELECT count(*) FROM drills_drill", 2));
    }
    EXPECT_TRUE(waitUntilSeen("2022 年防火疏散演练")) << "the new one is opened";
    EXPECT_TRUE(sees("草案"));
    EXPECT_EQ(count("SELECT held_ymd FROM drills_drill WHERE name = '2022 年防火疏散演练'"), 20220509);
    EXPECT_EQ(count("SELECT count(*) FROM drills_objective"), 2);
    shoot("drill_copied", work.frame());
}

TEST_P(DrillDeeds, AnApprovedDrillMovesToAnotherDayWithAReason) {
    const std::string id = addDrill("防汛演练", "2022-05-03");
    openDrill(id);
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("day", "2022-05-03", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(sees("和现在的日期相同", dialog));
            setField("day", "2022-05-10", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.reschedule", work.page());
        EXPECT_TRUE(isDone("SELECT held_ymd FROM drills_drill", 20220510)) << "a draft needs no reason";
    }
    work.database().write([](Writer& writer) { writer.exec("UPDATE drills_drill SET status = 30"); });
    openDrill(id);
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("day", "2022-06-14", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(sees("改期要写明原因", dialog));
            setField("reason", "当日有暴雨预警", dialog);
            shoot("drill_reschedule", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.reschedule", work.page());
        EXPECT_TRUE(isDone("SELECT held_ymd FROM drills_drill", 20220614));
    }
    EXPECT_TRUE(waitUntilSeen("当日有暴雨预警")) << "the reason stands in the record";
    EXPECT_TRUE(sees("2022年6月14日"));
    shoot("drill_moved", work.frame());
}

TEST_P(DrillDeeds, ADrillThatTookPlaceMovesNoMore) {
    openDrill(addDrill("防汛演练", "2021-05-03"));
    EXPECT_FALSE(canPress("drills.reschedule", work.page()));
    EXPECT_FALSE(canPress("drills.scenario", work.page())) << "there is none that could be kept";
    EXPECT_TRUE(canPress("drills.copy", work.page()));
}

TEST_P(DrillDeeds, TheReportOfAChosenDrillIsExported) {
    openDrill(addDrill("将要进行的演练", "2022-05-03"));
    EXPECT_FALSE(canPress("drills.paper", work.page())) << "there is nothing to report yet";
    const std::string earlier = addDrill("较早的演练", "2021-02-03");
    addDrill("最近的演练", "2021-11-03");
    openDrill(earlier);
    const auto file = folder.path() / "报告.html";
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("paper", "评估报告", dialog);
            shoot("drill_paper", dialog);
            pressButton("ok", dialog);
        });
        dialogs.file(file);
        pressButton("drills.paper", work.page());
        ASSERT_TRUE(waitFor([&] { return !work.notices().empty(); }));
    }
    std::ostringstream written;
    written << std::ifstream(file).rdbuf();
    EXPECT_NE(written.str().find("较早的演练"), std::string::npos) << "the one in hand, not the latest";
    EXPECT_EQ(written.str().find("最近的演练"), std::string::npos);
    shoot("drill_paper_button", work.frame());
}

TEST_P(DrillDeeds, TheClausesOfATestedPlanAreWritten) {
    const std::string id = addDrill("疏散演练", "2021-05-08");
    openDrill(id);
    openTab("drills.duties_tab");
    EXPECT_FALSE(canPress("drills.clauses_edit", work.page())) << "no plan is tested yet";
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("kind", "专项", dialog);
            setField("title", "灭火和应急疏散预案", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.links_edit", work.page());
        ASSERT_TRUE(isDone("SELECT count(*) FROM drills_plan_link", 1));
    }
    EXPECT_TRUE(waitUntilSeen("条款未写明"));
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("clauses0", "第三章 3.2、第四章 4.1", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(sees("更正原因", dialog)) << "it took place";
            EXPECT_TRUE(dialog->IsShown());
            setField("why", "补写条款", dialog);
            shoot("drill_clauses", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.clauses_edit", work.page());
        ASSERT_TRUE(waitFor([&] { return text("SELECT clauses FROM drills_plan_link") == "第三章 3.2、第四章 4.1"; }));
    }
    EXPECT_TRUE(waitUntilSeen("检验 第三章 3.2、第四章 4.1"));
    EXPECT_EQ(count("SELECT count(*) FROM drills_correction"), 1);
    shoot("drill_clauses_tab", work.frame());
}

TEST_P(DrillDeeds, AScenarioStartsFromATemplateAndBecomesOne) {
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            shoot("scenarios_empty", dialog);
            EXPECT_FALSE(canPress("drills.scenario_edit", dialog));
            pressButton("drills.scenario_add", dialog);
            chooseRow("drills.scenarios_list", "实验室", dialog);
            pressButton("drills.scenario_edit", dialog);
            shoot("scenarios", dialog);
            dialog->EndModal(wxID_CANCEL);
        });
        dialogs.act([](wxDialog* dialog) {
            pressButton("ok", dialog);
            EXPECT_TRUE(dialog->IsShown()) << "it needs a name";
            setField("title", "实验室起火", dialog);
            setField("hazard", "火灾", dialog);
            setField("story", "三楼实验室酒精灯打翻", dialog);
            pressButton("ok", dialog);
        });
        dialogs.act([](wxDialog* dialog) {
            setField("facts", "天气：大风\n时间：上课", dialog);
            pressButton("ok", dialog);
        });
        work.run("drills.scenarios");
    }
    ASSERT_EQ(count("SELECT count(*) FROM drills_scenario WHERE drill_id IS NULL"), 1);
    openDrill(addDrill("疏散演练", "2022-05-03"));
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("template", "实验室起火（火灾）", dialog);
            EXPECT_EQ(fieldText("story", dialog), "三楼实验室酒精灯打翻");
            EXPECT_EQ(fieldText("facts", dialog), "天气：大风\n时间：上课");
            setField("title", "实验室起火且楼梯被堵", dialog);
            setField("keep", "是", dialog);
            shoot("drill_scenario", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.scenario", work.page());
        ASSERT_TRUE(isDone("SELECT count(*) FROM drills_scenario", 3)) << "the drill's own and one more template";
    }
    EXPECT_TRUE(waitUntilSeen("实验室起火且楼梯被堵：三楼实验室酒精灯打翻"));
    shoot("drill_scenario_shown", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            chooseRow("drills.scenarios_list", "楼梯被堵", dialog);
            pressButton("drills.scenario_remove", dialog);
            EXPECT_TRUE(waitForRows("drills.scenarios_list", 1, dialog));
            dialog->EndModal(wxID_CANCEL);
        });
        dialogs.answer(wxID_YES);
        work.run("drills.scenarios");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_scenario WHERE drill_id IS NULL"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM drills_scenario"), 2) << "the drill keeps its own";
    work.database().write([](Writer& writer) { writer.exec("UPDATE drills_drill SET status = 70"); });
    openDrill(text("SELECT id FROM drills_drill"));
    {
        Dialogs dialogs;
        dialogs.answer(wxID_YES);
        pressButton("drills.scenario", work.page());
        EXPECT_TRUE(isDone("SELECT count(*) FROM drills_scenario WHERE drill_id IS NULL", 2)) << "of a drill that is over it is kept again";
    }
}

} // namespace
} // namespace yanxun::testing
