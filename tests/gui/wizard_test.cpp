// The import wizard from a file to the records.
#include "gui/wizard_fixture.h"

#include <yanxun/table/import.h>

#include <gmock/gmock.h>

namespace yanxun::testing {
namespace {

using ::testing::HasSubstr;

class ImportWizardTest : public WizardTest {
protected:
    ImportWizardTest() { EXPECT_TRUE(work.runs("drills")); }

    /// Two rows in order, one with a day that does not exist, one with people nobody can count.
    std::filesystem::path smallLedger() {
        const auto path = folder.path() / "2021年应急演练台账.xlsx";
        writeDrills(path, {drillRow(1, "消防疏散演练", "实验小学", "2021-05-12", 120),
                           drillRow(2, "防汛桌面演练", "城西街道办事处", "2021-06-31", 30),
                           drillRow(3, "地震应急演练", "第一中学", "6月16日", "约300人"),
                           drillRow(4, "停电应急演练", "中心医院", "2021-07-02", "若干")});
        return path;
    }
};
YANXUN_ON_BOTH_ENGINES(ImportWizardTest);

TEST_P(ImportWizardTest, AWrongCellIsCorrectedInPlaceAndImported) {
    inWizard("drills.ledger", smallLedger(), [&](wxDialog* wizard) {
        waitForStep("sheet");
        shoot("wizard_sheet", wizard);
        EXPECT_TRUE(sees("第 3 行", wizard)) << "the header's row";
        goOn();
        waitForStep("options");
        shoot("wizard_options", wizard);
        goOn();
        waitForStep("preview");
        EXPECT_EQ(fieldText("import.filter.wrong"), "错误 2");
        ASSERT_TRUE(waitForRows("import.preview", 2)) << "what is wrong is shown first";
        chooseRow("import.preview", "2021-06-31");
        EXPECT_TRUE(waitUntilSeen("不是存在的日期", wizard));
        shoot("wizard_preview", wizard);
        setField("import.fix.value", "2021-06-30");
        pressButton("import.fix.apply");
        ASSERT_TRUE(waitForRows("import.preview", 1));
        EXPECT_THAT(notice(), HasSubstr("第 5 行已改正"));
        EXPECT_EQ(fieldText("import.filter.wrong"), "错误 1");
        EXPECT_EQ(fieldText("import.next"), "导入 3 行");
        pressButton("import.filter.all");
        ASSERT_TRUE(waitForRows("import.preview", 4));
        goOn();
        waitForStep("result");
        shoot("wizard_result", wizard);
        EXPECT_EQ(fieldText("import.count.created"), "3");
        EXPECT_EQ(fieldText("import.count.errors"), "1");
        goOn();
    });
    EXPECT_EQ(drills(), 3);
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill WHERE held_ymd = 20210630"), 1);
    EXPECT_EQ(count("SELECT sum(participants) FROM drills_drill"), 120 + 30 + 300);
}

TEST_P(ImportWizardTest, TheKindIsToldByTheFile) {
    const auto file = smallLedger();
    inWizard("", {}, [&](wxDialog* wizard) {
        waitForStep("file");
        shoot("wizard_file", wizard);
        EXPECT_FALSE(canPress("import.next"));
        setField("import.file", file.string());
        goOn();
        waitForStep("sheet");
        EXPECT_TRUE(sees("导入应急演练台账", wizard));
        leave();
    });
    EXPECT_EQ(drills(), 0);
}

TEST_P(ImportWizardTest, AColumnChosenByHandIsRemembered) {
    const auto file = folder.path() / "演练.csv";
    import_test::writeText(file, "演练名称,组织单位,办的那天,来了多少\n消防演练,实验小学,2021-5-12,120\n");
    inWizard("drills.ledger", file, [&](wxDialog* wizard) {
        waitForStep("sheet");
        EXPECT_FALSE(canPress("import.next"));
        EXPECT_THAT(notice(), HasSubstr("演练时间"));
        setField("import.column.date", "C 列：办的那天");
        setField("import.column.participants", "D 列：来了多少");
        shoot("wizard_mapping", wizard);
        EXPECT_TRUE(canPress("import.next"));
        goToPreview();
        importAndClose();
    });
    EXPECT_EQ(drills(), 1);
    EXPECT_EQ(count("SELECT sum(participants) FROM drills_drill"), 120);
    import_test::writeText(file, "演练名称,组织单位,办的那天,来了多少\n地震演练,实验小学,2021-6-16,80\n");
    inWizard("drills.ledger", file, [&](wxDialog*) {
        waitForStep("sheet");
        EXPECT_EQ(fieldText("import.column.date"), "C 列：办的那天");
        goToPreview();
        importAndClose();
    });
    EXPECT_EQ(drills(), 2);
}

TEST_P(ImportWizardTest, AnotherSheetIsChosen) {
    const auto file = folder.path() / "两张.xlsx";
    const std::vector<import_test::In> heads{"演练名称", "组织单位", "演练时间"};
    import_test::writeWorkbook(file, {{"上半年", false, {heads, {"消防演练", "实验小学", "2021-5-12"}}, {}},
                                      {"下半年", false, {heads, {"地震演练", "实验小学", "2021-9-16"}, {"防汛演练", "实验小学", "2021-9-17"}}, {}}});
    inWizard("drills.ledger", file, [&](wxDialog*) {
        waitForStep("sheet");
        EXPECT_THAT(notice(), HasSubstr("请自己选择工作表"));
        setField("import.sheet", "下半年");
        EXPECT_TRUE(waitFor([] { return canPress("import.next"); }));
        goToPreview();
        EXPECT_EQ(fieldText("import.filter.created"), "新建 2");
        importAndClose();
    });
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill WHERE held_ymd > 20210900"), 2);
}

/// What is received must be there before it is handed out, though the sheet of issues has more columns.
TEST_P(ImportWizardTest, ALaterSheetThatCannotBeReadTakesNothingFromTheImport) {
    const auto file = folder.path() / "收发台账.xlsx";
    import_test::writeWorkbook(
        file, {{"入库", false, {{"日期", "物品名称", "数量", "单位"}, {"2021-3-1", "安全手册", "100", "本"}}, {}},
               {"草稿", false, {{std::string(40'000, 'x')}}, {}}}); // more than a cell may hold
    inWizard("materials.receipts", file, [&](wxDialog*) {
        waitForStep("sheet");
        goToPreview();
        goOn();
        waitForStep("result");
        wxWindow* const outcome = seek("import.outcome.text");
        ASSERT_TRUE(outcome);
        EXPECT_THAT(ui::utf8(outcome->GetLabel()), HasSubstr("新建 1"));
        goOn();
    });
    EXPECT_EQ(count("SELECT count(*) FROM materials_document"), 1);
}

TEST_P(ImportWizardTest, ReceiptsAreTakenBeforeIssues) {
    const auto file = folder.path() / "收发台账.xlsx";
    import_test::writeWorkbook(
        file, {{"入库", false, {{"日期", "物品名称", "数量", "单位"}, {"2021-3-1", "安全手册", "100", "本"}}, {}},
               {"发放", false,
                {{"日期", "物品名称", "数量", "单位", "领取单位", "活动"}, {"2021-5-12", "安全手册", "30", "本", "实验小学", "防震减灾日"}}, {}}});
    inWizard("", file, [&](wxDialog* wizard) {
        waitForStep("sheet");
        EXPECT_EQ(fieldText("import.sheet"), "入库");
        EXPECT_TRUE(sees("导入宣传品入库", wizard));
        goToPreview();
        EXPECT_EQ(fieldText("import.filter.created"), "新建 1");
        goOn();
        waitForStep("result");
        wxWindow* const outcome = seek("import.outcome.text");
        ASSERT_TRUE(outcome);
        EXPECT_THAT(ui::utf8(outcome->GetLabel()), HasSubstr("工作表“发放”是“宣传品发放”"));
        goOn();
    });
    inWizard("", file, [&](wxDialog* wizard) {
        waitForStep("sheet");
        setField("import.sheet", "发放");
        EXPECT_TRUE(waitFor([&] { return sees("导入宣传品发放", wizard); }));
        goToPreview();
        EXPECT_EQ(fieldText("import.filter.created"), "新建 1");
        leave();
    });
}

TEST_P(ImportWizardTest, UpdatingShowsWhatChanges) {
    const auto file = smallLedger();
    inWizard("drills.ledger", file, [&](wxDialog*) {
        goToPreview();
        importAndClose();
    });
    writeDrills(file, {drillRow(1, "消防疏散演练", "实验小学", "2021-05-12", 150)});
    inWizard("drills.ledger", file, [&](wxDialog* wizard) {
        waitForStep("sheet");
        goOn();
        waitForStep("options");
        setField("import.mode", "更新已有的");
        goOn();
        waitForStep("preview");
        EXPECT_EQ(fieldText("import.filter.updated"), "更新 1");
        chooseRow("import.preview", "消防疏散演练");
        EXPECT_TRUE(waitUntilSeen("120 → 150", wizard));
        shoot("wizard_update", wizard);
        importAndClose();
    });
    EXPECT_EQ(count("SELECT sum(participants) FROM drills_drill WHERE name = '消防疏散演练'"), 150);
}

TEST_P(ImportWizardTest, TheSameFileTwiceHasNothingToImport) {
    const auto file = smallLedger();
    for (const bool first : {true, false}) {
        inWizard("drills.ledger", file, [&](wxDialog*) {
            goToPreview();
            if (first) return importAndClose();
            EXPECT_EQ(fieldText("import.filter.skipped"), "跳过 2");
            EXPECT_FALSE(canPress("import.next"));
            EXPECT_THAT(notice(), HasSubstr("没有需要导入的行"));
            leave();
        });
    }
    EXPECT_EQ(drills(), 2);
}

TEST_P(ImportWizardTest, DataChangedMeanwhileIsPreviewedAgain) {
    const auto file = smallLedger();
    inWizard("drills.ledger", file, [&](wxDialog*) {
        goToPreview();
        EXPECT_EQ(fieldText("import.filter.created"), "新建 2");
        // Somebody else imports the same ledger.
        Importer other(work.database(), work.program().templates("ledgers"));
        ImportPlan plan;
        other.run(work.program().registry().import("drills.ledger"), file, {}, {}, false, plan);
        goOn();
        EXPECT_TRUE(waitFor([] { return fieldText("import.filter.created") == "新建 0"; }));
        EXPECT_THAT(notice(), HasSubstr("数据刚被别人改动"));
        leave();
    });
    EXPECT_EQ(drills(), 2);
}

TEST_P(ImportWizardTest, TheRecordsAreOpenedAfterwards) {
    inWizard("drills.ledger", smallLedger(), [&](wxDialog*) {
        goToPreview();
        goOn();
        waitForStep("result");
        pressButton("import.open_records");
    });
    ASSERT_TRUE(work.page());
    EXPECT_EQ(ui::utf8(work.page()->GetName()), "drills.page");
    EXPECT_TRUE(waitForRows("drills.list", 2));
}

TEST_P(ImportWizardTest, EveryLedgerHasAPageForItsRecords) {
    const auto pages = work.pageIds();
    for (const auto& kind : work.program().registry().imports()) {
        EXPECT_THAT(pages, ::testing::Contains(kind->info().page)) << kind->info().id;
    }
}

TEST_P(ImportWizardTest, UndoneAtOnceNothingIsLeft) {
    inWizard(
        "drills.ledger", smallLedger(),
        [&](wxDialog*) {
            goToPreview();
            goOn();
            waitForStep("result");
            pressButton("import.undo");
            EXPECT_TRUE(waitFor([] { return !canPress("import.undo"); }));
            EXPECT_TRUE(waitUntilSeen("已经撤销"));
            goOn();
        },
        [](Dialogs& dialogs) { dialogs.answer(wxID_YES).answer(wxID_OK); });
    EXPECT_EQ(drills(), 0);
}

TEST_P(ImportWizardTest, TheEmptyWorkbookIsDownloaded) {
    const auto path = folder.path() / "空白.xlsx";
    inWizard(
        "drills.ledger", {},
        [&](wxDialog*) {
            waitForStep("file");
            pressButton("import.template");
            EXPECT_THAT(notice(), HasSubstr("空白表格已保存"));
            leave();
        },
        [&](Dialogs& dialogs) { dialogs.file(path); });
    ASSERT_TRUE(std::filesystem::exists(path));
    Importer importer(work.database(), work.program().templates("ledgers"));
    ImportPlan plan;
    importer.run(work.program().registry().import("drills.ledger"), path, {}, {}, true, plan);
    EXPECT_EQ(plan.counts.read, 0);
}

} // namespace
} // namespace yanxun::testing
