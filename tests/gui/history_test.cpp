// The list of imports: what was imported, by whom, and taking it back.
#include "desktop/import_history_page.h"
#include "gui/wizard_fixture.h"

#include <yanxun/table/import.h>

#include <gmock/gmock.h>

namespace yanxun::testing {
namespace {

using ::testing::HasSubstr;

class ImportHistoryTest : public WizardTest {
protected:
    ImportHistoryTest() {
        EXPECT_TRUE(work.runs("drills"));
        work.add(desktop::importHistoryPage(work.program(), work));
    }

    void importTwo() {
        const auto path = folder.path() / "演练台账.xlsx";
        writeDrills(path, {drillRow(1, "消防疏散演练", "实验小学", "2021-05-12", 120),
                           drillRow(2, "防汛桌面演练", "城西街道办事处", "2021-06-30", 30)});
        Importer importer(work.database(), work.program().templates("ledgers"));
        ImportPlan plan;
        importer.run(work.program().registry().import("drills.ledger"), path, {}, {}, false, plan);
    }
};
YANXUN_ON_BOTH_ENGINES(ImportHistoryTest);

TEST_P(ImportHistoryTest, WithoutImportsItSaysWhatToDo) {
    work.open("host.imports");
    EXPECT_TRUE(waitUntilSeen("还没有导入过台账"));
    std::string asked = "nothing";
    work.importing = [&](const std::string& kind) { asked = kind; };
    pressButton("imports.import");
    EXPECT_EQ(asked, "");
}

TEST_P(ImportHistoryTest, ABatchIsTakenBack) {
    importTwo();
    work.open("host.imports");
    ASSERT_TRUE(waitForRows("imports.list", 1));
    EXPECT_THAT(rowsOf("imports.list").front(), HasSubstr("应急演练台账|演练台账.xlsx|测试员|2|0|已导入"));
    chooseRow("imports.list", "演练台账.xlsx");
    EXPECT_TRUE(waitUntilSeen("测试员（未验证）"));
    Dialogs dialogs;
    dialogs.answer(wxID_YES).answer(wxID_OK);
    pressButton("imports.undo");
    EXPECT_TRUE(waitFor([&] { return drills() == 0 && dialogs.said().size() == 2; }));
    EXPECT_THAT(dialogs.said().back(), HasSubstr("删除 2 条"));
    EXPECT_TRUE(waitFor([] { return rowsOf("imports.list").front().ends_with("已撤销"); }));
    EXPECT_FALSE(canPress("imports.undo")) << "once is enough";
}

TEST_P(ImportHistoryTest, ARefusalToConfirmChangesNothing) {
    importTwo();
    work.open("host.imports");
    chooseRow("imports.list", "演练台账.xlsx");
    Dialogs dialogs;
    dialogs.answer(wxID_NO);
    pressButton("imports.undo");
    EXPECT_TRUE(waitFor([&] { return dialogs.said().size() == 1; }));
    EXPECT_EQ(drills(), 2);
    EXPECT_TRUE(canPress("imports.undo"));
}

TEST_P(ImportHistoryTest, RowsEditedSinceAreKeptAndListed) {
    importTwo();
    work.database().write([](Writer& writer) {
        const std::int64_t id = writer.scalar("SELECT id FROM drills_drill WHERE name = '防汛桌面演练'");
        const std::int64_t revision = writer.scalar("SELECT revision FROM drills_drill WHERE name = '防汛桌面演练'");
        writer.update("drills_drill", id, revision, {{"summary", "会后补记"}});
    });
    work.open("host.imports");
    chooseRow("imports.list", "演练台账.xlsx");
    Dialogs dialogs;
    bool listed = false;
    dialogs.answer(wxID_YES).act([&](wxDialog* dialog) {
        EXPECT_THAT(fieldText("import.kept", dialog), HasSubstr("第 5 行"));
        shoot("history_kept", dialog);
        listed = true;
        pressButton("ok", dialog);
    });
    pressButton("imports.undo");
    EXPECT_TRUE(waitFor([&] { return listed; }));
    EXPECT_EQ(drills(), 1);
}

} // namespace
} // namespace yanxun::testing
