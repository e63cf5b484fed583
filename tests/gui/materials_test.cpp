#include "gui/workplace.h"

#include <yanxun/ui/record_table.h>

#include <wx/grid.h>
#include <wx/textctrl.h>

namespace yanxun::testing {
namespace {

class MaterialsPages : public WorkplaceTest {
protected:
    void receive(const std::string& lines) {
        work.verb("materials.post", {{"type", "receipt"}, {"date", "2021-01-05"}, {"lines", lines}, {"create-item", ""}});
    }
    void addUnits() {
        for (const char* name : {"晋安社区", "晋安小学", "杨徐口村"}) work.verb("directory.units.add", {{"name", name}});
    }
    wxGrid* grid() { return dynamic_cast<wxGrid*>(seek("materials.issue_grid", work.page())); }
    void enter() { press(WXK_RETURN); }
    /// A cell's text by keys, then on to the next cell.
    void say(const std::string& keys) {
        if (!keys.empty()) type(keys);
        enter();
    }
    std::int64_t issued() { return count("SELECT coalesce(sum(quantity), 0) FROM materials_move WHERE kind = 5"); }
};
YANXUN_ON_BOTH_ENGINES(MaterialsPages);

TEST_P(MaterialsPages, EveryPageOpensAndSaysWhatToDo) {
    ASSERT_TRUE(work.runs("materials"));
    for (const char* page : {"materials.stock", "materials.issue", "materials.documents", "materials.history", "materials.stocktake"}) {
        work.open(page);
        EXPECT_TRUE(work.page()->IsShownOnScreen()) << page;
        settle(std::chrono::milliseconds(200));
        shoot(std::string("empty_") + page, work.frame());
    }
    work.open("materials.stock");
    EXPECT_TRUE(waitUntilSeen("还没有物品"));
}

TEST_P(MaterialsPages, TwentyLinesAreHandedOutByKeyboardOnly) {
    addUnits();
    receive("家庭应急手册=5000；消防安全明白卡=5000");
    work.open("materials.issue");
    ASSERT_TRUE(grid());
    ASSERT_TRUE(waitFor([&] { return grid()->IsCellEditControlShown(); }));
    // The first line says everything: item by its initials, quantity, unit by its pinyin, activity, person.
    say("jtyj");
    say("101");
    say("jinanshequ");
    say("");
    say("wang");
    for (int line = 2; line <= 20; ++line) {
        say(line % 2 == 0 ? "xfaq" : "jtyj");
        say(std::to_string(100 + line));
    }
    EXPECT_EQ(ui::utf8(grid()->GetCellValue(0, 0)), "家庭应急手册");
    EXPECT_EQ(ui::utf8(grid()->GetCellValue(19, 0)), "消防安全明白卡");
    EXPECT_EQ(ui::utf8(grid()->GetCellValue(19, 3)), "晋安社区") << "taken over from line to line";
    shoot("issue_20_lines", work.frame());
    press(WXK_RETURN, wxMOD_CONTROL);
    ASSERT_TRUE(waitFor([&] { return !work.notices().empty(); }));
    EXPECT_EQ(issued(), 20 * 100 + 210);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE type = 5"), 1) << "one unit, one slip";
    EXPECT_EQ(count("SELECT count(*) FROM materials_line l JOIN materials_document d ON d.id = l.document_id WHERE d.type = 5"), 20);
    EXPECT_TRUE(grid()->GetCellValue(0, 0).empty()) << "ready for the next";
}

TEST_P(MaterialsPages, AWrongLineIsMarkedAndNothingIsPosted) {
    addUnits();
    receive("家庭应急手册=50");
    work.open("materials.issue");
    ASSERT_TRUE(waitFor([&] { return grid()->IsCellEditControlShown(); }));
    say("jtyj");
    say("30");
    say("jinanxiaoxue");
    say("");
    say("");
    say("jtyj");
    say("40");
    press(WXK_RETURN, wxMOD_CONTROL);
    EXPECT_TRUE(waitUntilSeen("没有过账任何一行"));
    EXPECT_TRUE(grid()->GetCellValue(1, 6).Contains(ui::wx("库存不足")));
    EXPECT_EQ(issued(), 0);
    shoot("issue_refused", work.frame());
    grid()->SetCellValue(1, 1, "20");
    pressButton("materials.issue_post");
    ASSERT_TRUE(waitFor([&] { return !work.notices().empty(); }));
    EXPECT_EQ(issued(), 50);
}

TEST_P(MaterialsPages, AnItemIsMadeReceivedLentAndFound) {
    addUnits();
    work.open("materials.stock");
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            pressButton("ok", dialog);
            EXPECT_TRUE(sees("请填写", dialog)) << "a sentence below the wrong field";
            setField("name", "宣传展板", dialog);
            setField("unit", "块", dialog);
            setField("minimum", "3", dialog);
            shoot("item_dialog", dialog);
            pressButton("ok", dialog);
        });
        pressButton("materials.new_item");
        settle();
    }
    EXPECT_TRUE(waitForRows("materials.stock_list", 1));
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("item", "宣传展板", dialog);
            setField("quantity", "10", dialog);
            shoot("post_dialog", dialog);
            pressButton("ok", dialog);
        });
        pressButton("materials.receive");
        settle();
    }
    EXPECT_EQ(count("SELECT quantity FROM materials_balance WHERE physical = 1"), 10);
    chooseRow("materials.stock_list", "宣传展板");
    EXPECT_TRUE(waitUntilSeen("宣传品仓库"));
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("quantity", "11", dialog);
        setField("unit", "晋安社区", dialog);
        pressButton("ok", dialog);
        EXPECT_TRUE(sees("库存不足", dialog)) << "stays open with the sentence";
        setField("quantity", "8", dialog);
        pressButton("ok", dialog);
    });
    pressButton("materials.item_lend");
    settle();
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE type = 4"), 1);
    work.open("materials.history", "item=1");
    EXPECT_TRUE(waitForRows("materials.history_list", 3));
}

TEST_P(MaterialsPages, ASlipIsLookedAtPrintedAndReversed) {
    addUnits();
    receive("家庭应急手册=50");
    work.verb("materials.post", {{"type", "issue"}, {"date", "2021-03-01"}, {"lines", "家庭应急手册=20"}, {"unit", "晋安小学"}});
    work.open("materials.documents", "year=2021&type=issue");
    EXPECT_TRUE(waitForRows("materials.document_list", 1));
    chooseRow("materials.document_list", "晋安小学");
    EXPECT_TRUE(waitUntilSeen("发放单 FF2021-0001"));
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            settle(std::chrono::milliseconds(200));
            shoot("print_preview", dialog);
            dialog->EndModal(wxID_CANCEL);
        });
        pressButton("materials.print");
        settle();
    }
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) { dialog->EndModal(wxID_OK); });
    pressButton("materials.reverse");
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM materials_document WHERE type = 9") == 1; }));
    EXPECT_EQ(count("SELECT quantity FROM materials_balance WHERE physical = 1"), 50);
}

TEST_P(MaterialsPages, AStocktakeIsCountedAndPosted) {
    receive("家庭应急手册=50；消防安全明白卡=70");
    work.open("materials.stocktake");
    EXPECT_TRUE(sees("还没有盘点"));
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) { pressButton("ok", dialog); });
    pressButton("materials.stocktake_begin");
    settle();
    auto* const sheet = dynamic_cast<wxGrid*>(seek("materials.stocktake_grid", work.page()));
    ASSERT_TRUE(sheet);
    ASSERT_EQ(sheet->GetNumberRows(), 2);
    sheet->SetFocus();
    sheet->GoToCell(0, 3);
    ASSERT_TRUE(waitFor([&] { return sheet->IsCellEditControlShown(); }));
    say("47");
    ASSERT_TRUE(waitFor([&] { return sheet->GetCellValue(0, 4) == "-3"; }));
    shoot("stocktake", work.frame());
    pressButton("materials.stocktake_post");
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM materials_document WHERE type = 8") == 1; }));
    EXPECT_EQ(count("SELECT sum(quantity) FROM materials_balance WHERE physical = 1"), 117);
}

/// Nothing to assert but that they stand: pictures for people, where YANXUN_SHOTS names a folder.
TEST_P(MaterialsPages, StandWithTheYearOfTheDistrict) {
    work.database().write([&](Writer& writer) {
        for (const auto& demo : work.program().registry().demos()) demo.fill(writer, {1, 2021}, Progress::none());
    });
    for (const auto mode : {ui::ThemeMode::light, ui::ThemeMode::dark}) {
        ui::setThemeMode(mode);
        const std::string theme = mode == ui::ThemeMode::light ? "light_" : "dark_";
        work.open("materials.stock");
        EXPECT_TRUE(waitForRows("materials.stock_list", 7));
        chooseRow("materials.stock_list", "家庭应急手册");
        settle(std::chrono::milliseconds(250));
        shoot(theme + "stock", work.frame());
        work.open("materials.documents", "year=2021&type=issue");
        EXPECT_TRUE(waitForRows("materials.document_list", 640));
        chooseRow("materials.document_list", "FF2021-0640");
        settle(std::chrono::milliseconds(250));
        shoot(theme + "documents", work.frame());
        work.open("materials.history", "item=1");
        settle(std::chrono::milliseconds(600));
        shoot(theme + "history", work.frame());
        work.open("materials.issue");
        settle(std::chrono::milliseconds(250));
        shoot(theme + "issue", work.frame());
        work.open("materials.stocktake");
        settle(std::chrono::milliseconds(250));
        shoot(theme + "stocktake", work.frame());
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

} // namespace
} // namespace yanxun::testing
