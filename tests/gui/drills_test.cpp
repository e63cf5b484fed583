#include "gui/workplace.h"

#include <yanxun/ui/heat_map.h>

#include <wx/combobox.h>
#include <wx/grid.h>
#include <wx/notebook.h>
#include <wx/textctrl.h>

namespace yanxun::testing {
namespace {

class DrillPages : public WorkplaceTest {
protected:
    using Arguments = std::map<std::string, std::string, std::less<>>;

    VerbAnswer verb(const std::string& id, Arguments arguments) { return work.verb(id, std::move(arguments)); }
    std::string addDrill(const std::string& name, const std::string& unit, const std::string& day) {
        return verb("drills.add",
                    {{"name", name}, {"unit", unit}, {"date", day}, {"mode", "实战"}, {"create-unit", ""}})
            .fields.at("id");
    }
    void addUnit(const std::string& name, const std::string& kind) {
        work.open("directory.units");
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("name", name, dialog);
            setField("kind", kind, dialog);
            pressButton("ok", dialog);
        });
        pressButton("add");
    }
    void addEvaluator(const std::string& name, const std::string& role) {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("name", name, dialog);
            setField("role", role, dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.evaluator_add");
    }
    /// Types into the cell of an item, as one does by keys.
    void typeCell(int row, int column, const std::string& text) {
        auto* const grid = findAs<wxGrid>("drills.score_grid", work.page());
        grid->SetGridCursor(row, column);
        grid->EnableCellEditControl();
        ASSERT_TRUE(grid->IsCellEditControlEnabled());
        wxGridCellEditor* const editor = grid->GetCellEditor(row, column);
        if (auto* const combo = dynamic_cast<wxComboBox*>(editor->GetWindow()))
            combo->SetValue(ui::wx(text));
        else
            dynamic_cast<wxTextCtrl*>(editor->GetWindow())->SetValue(ui::wx(text));
        editor->DecRef();
        grid->DisableCellEditControl();
        settle();
    }
    static constexpr auto best =
        "1.1=符合;1.2=5;1.3=是;1.4=符合;2.1=符合;2.2=6;2.3=是;3.1=6;3.2=符合;3.3=符合;4.1=10;4.2=符合;"
        "4.3=6;4.4=符合;4.5=符合;5.1=4;5.2=是;6.1=符合;6.2=3;6.3=符合";
};
YANXUN_ON_BOTH_ENGINES(DrillPages);

TEST_P(DrillPages, APanelScoresADrillAndFreezesTheResult) {
    ASSERT_TRUE(work.runs("drills"));
    const std::string id = addDrill("防火疏散演练", "晋安小学", "2021-05-03");
    work.open("drills.score", "id=" + id);
    EXPECT_EQ(fieldText("drills.score_sheet"), "通用实战演练评估表（第 1 版）") << "the one made for the field, whatever the hazard";
    setField("drills.score_sheet", "桌面演练评估表（第 1 版）");
    pressButton("drills.submit");
    EXPECT_TRUE(waitUntilSeen("还没有评估人员，点“增加”。"));
    setField("drills.score_sheet", "通用实战演练评估表（第 1 版）"); // the other one was taken by mistake
    EXPECT_EQ(count("SELECT count(*) FROM drills_eval WHERE sheet_id = 'general-live'"), 1);
    addEvaluator("甲", "组长");
    EXPECT_FALSE(find("drills.score_sheet")->IsEnabled()) << "an evaluator fills it in";
    addEvaluator("乙", "成员");
    typeCell(0, 4, "符合");
    EXPECT_EQ(count("SELECT count(*) FROM drills_eval_entry WHERE item_no = '1.1'"), 1);
    auto* const grid = findAs<wxGrid>("drills.score_grid", work.page());
    EXPECT_EQ(grid->GetGridCursorCoords(), wxGridCellCoords(0, 4)) << "Enter goes on to the next item from here";
    grid->MoveCursorDown(false);
    typeCell(grid->GetGridCursorRow(), grid->GetGridCursorCol(), "4");
    EXPECT_EQ(count("SELECT count(*) FROM drills_eval_entry WHERE item_no = '1.2'"), 1);
    EXPECT_EQ(grid->GetGridCursorCoords(), wxGridCellCoords(1, 4));
    typeCell(1, 4, "");
    {
        Dialogs dialogs;
        dialogs.answer(wxID_OK);
        pressButton("drills.submit");
        ASSERT_FALSE(dialogs.said().empty());
        EXPECT_NE(dialogs.said().front().find("“甲”、“乙” 的评分表还没有提交"), std::string::npos) << dialogs.said().front();
    }
    {
        Dialogs dialogs;
        dialogs.answer(wxID_OK);
        typeCell(1, 4, "很多分");
        EXPECT_EQ(count("SELECT count(*) FROM drills_eval_entry WHERE item_no = '1.2'"), 0)
            << "a sentence, and nothing kept";
    }
    verb("drills.panel-fill", {{"id", id}, {"evaluator", "甲"}, {"answers", best}, {"submit", ""}});
    verb("drills.panel-fill", {{"id", id}, {"evaluator", "乙"}, {"answers", best}});
    verb("drills.panel-fill", {{"id", id}, {"evaluator", "乙"}, {"answers", "4.1=3"}, {"submit", ""}});
    EXPECT_TRUE(waitUntilSeen("待合议"));
    shoot("drills_score", work.frame());
    {
        Dialogs dialogs;
        dialogs.answer(wxID_OK);
        pressButton("drills.submit");
        ASSERT_FALSE(dialogs.said().empty());
        EXPECT_NE(dialogs.said().front().find("4.1"), std::string::npos);
    }
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("settlement", "组长裁定", dialog);
            setField("points", "8", dialog);
            setField("reason", "看过影像", dialog);
            shoot("drills_ruling", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.dispute_4.1");
        waitFor([&] { return count("SELECT count(*) FROM drills_eval_ruling") == 1; });
    }
    EXPECT_TRUE(waitUntilSeen("98"));
    pressButton("drills.submit");
    EXPECT_TRUE(waitUntilSeen("已定稿"));
    EXPECT_EQ(count("SELECT panel_score FROM drills_drill"), 9800);
    shoot("drills_score_frozen", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("answer", "漏看一处", dialog);
            dialog->EndModal(wxID_OK);
        });
        pressButton("drills.submit");
    }
    EXPECT_EQ(count("SELECT frozen FROM drills_eval"), 0);
}

TEST_P(DrillPages, TheBoardSaysWhoOwesADrillAndPlansIt) {
    addUnit("晋安小学", "学校");
    for (const char* day :
         {"2021-01-08", "2021-03-08", "2021-04-08", "2021-05-08", "2021-09-08", "2021-10-08", "2021-11-08"}) {
        addDrill(std::string("疏散演练") + day, "晋安小学", day);
    }
    work.open("drills.duties");
    auto* const map = findAs<ui::HeatMap>("drills.duty_map");
    EXPECT_EQ(map->table().rows.size(), 1u) << "the school";
    shoot("drills_duty_board", work.frame());
    findAs<wxNotebook>("drills.duty_tabs")->SetSelection(1);
    EXPECT_TRUE(waitForRows("drills.duty_list", 1)); // June; December is not over
    chooseRow("drills.duty_list", "6月");
    shoot("drills_duties", work.frame());
    EXPECT_TRUE(canPress("drills.duty_schedule"));
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            shoot("drills_schedule", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.duty_schedule");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill WHERE status = 10"), 1);
    setField("drills.duty_status", "临期");
    EXPECT_TRUE(waitForRows("drills.duty_list", 1));
    setField("drills.duty_status", "全部状态");
    EXPECT_TRUE(waitFor([&] { return rowCount("drills.duty_list") >= 12; }));
    shoot("drills_duties_all", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            settle();
            shoot("drills_rules", dialog);
            EXPECT_TRUE(sees("教基一厅", dialog) || rowCount("drills.rules_list", dialog) > 15);
            dialog->EndModal(wxID_CANCEL);
        });
        pressButton("drills.duty_rules");
    }
}

TEST_P(DrillPages, ADrillNamesItsPlanAndTellsWhatItOffsets) {
    addUnit("晋安小学", "学校");
    const std::string id = addDrill("疏散演练", "晋安小学", "2021-05-08");
    work.open("drills.drill", "id=" + id);
    auto* const tabs = findAs<wxNotebook>("drills.tabs", work.page());
    tabs->SetSelection(2);
    settle();
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("kind", "专项", dialog);
            setField("title", "灭火和应急疏散预案", dialog);
            setField("marks", "夜间", dialog);
            shoot("drills_links", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.links_edit");
        waitFor([&] { return count("SELECT count(*) FROM drills_plan_link") == 1; });
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_mark"), 1);
    EXPECT_TRUE(waitUntilSeen("本次演练抵扣 1 项"));
    EXPECT_TRUE(sees("灭火和应急疏散预案"));
    shoot("drills_offsets", work.frame());
}

TEST_P(DrillPages, LightAndDarkAtTheSmallestDesk) {
    addUnit("晋安小学", "学校");
    const std::string id = addDrill("防火疏散演练", "晋安小学", "2021-05-03");
    verb("drills.panel-open", {{"id", id}, {"sheet", "T-FIRE-SCHOOL"}});
    for (const char* name : {"评估员甲", "评估员乙", "评估员丙"})
        verb("drills.panel-evaluator", {{"id", id}, {"name", name}});
    verb("drills.panel-fill",
         {{"id", id}, {"evaluator", "评估员甲"}, {"answers", "1.1=符合;1.2=1×1 缺广播员;2.4=75;3.1=498/500"}});
    for (const auto mode : {ui::ThemeMode::light, ui::ThemeMode::dark}) {
        ui::setThemeMode(mode);
        const std::string name = mode == ui::ThemeMode::dark ? "dark" : "light";
        for (const char* page : {"drills.score", "drills.duties"}) {
            work.open(page, page == std::string("drills.score") ? "id=" + id : "");
            settle(std::chrono::milliseconds(400));
            EXPECT_TRUE(work.page()->IsShownOnScreen());
            shoot(std::string(page) + "_" + name, work.frame());
        }
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

} // namespace
} // namespace yanxun::testing
