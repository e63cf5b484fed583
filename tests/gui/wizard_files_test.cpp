// Files that are no ledger, long ledgers, and work that is stopped in the middle.
#include "gui/wizard_fixture.h"
#include "sdk/table/bad_files.h"

#include <yanxun/table/import.h>

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace yanxun::testing {
namespace {

using ::testing::HasSubstr;

std::string bytesOf(const std::filesystem::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

class ImportFilesTest : public WizardTest {
protected:
    ImportFilesTest() { EXPECT_TRUE(work.runs("drills")); }

    /// 533 rows as a year has them: two twice, two wrong.
    std::filesystem::path yearLedger() {
        std::vector<std::vector<import_test::In>> rows;
        for (int i = 0; i < 529; ++i) {
            const std::string day = "2021-" + std::to_string(1 + i % 12) + "-" + std::to_string(1 + i % 28);
            rows.push_back(drillRow(i + 1, "应急演练" + std::to_string(i), "第" + std::to_string(i % 40) + "中学", day, 20));
        }
        rows.push_back(rows[7]);
        rows.push_back(rows[300]);
        rows.push_back(drillRow(532, "没有日子的演练", "第1中学", "不详", 20));
        rows.push_back(drillRow(533, "", "第1中学", "2021-5-5", 20));
        const auto path = folder.path() / "2021年应急演练台账.xlsx";
        writeDrills(path, rows);
        return path;
    }

    std::filesystem::path longLedger(int rows) {
        std::string text = "演练名称,组织单位,演练时间,参演人数\n";
        for (int i = 0; i < rows; ++i) {
            text += "演练" + std::to_string(i) + ",第" + std::to_string(i % 40) + "中学,2021-" + std::to_string(1 + i % 12) + "-" +
                    std::to_string(1 + i % 28) + ",20\n";
        }
        const auto path = folder.path() / "长台账.csv";
        import_test::writeText(path, text);
        return path;
    }

    void expectRefusal(const std::filesystem::path& path) {
        inWizard("drills.ledger", path, [&](wxDialog*) {
            const std::string said = notice();
            EXPECT_GT(said.size(), 12U) << path;
            EXPECT_TRUE(said.ends_with("。")) << said;
            waitForStep("file");
            EXPECT_TRUE(canPress("import.next")) << "another file may be tried: " << path;
            leave();
        });
    }
};
YANXUN_ON_BOTH_ENGINES(ImportFilesTest);

TEST_P(ImportFilesTest, FilesThatCannotBeReadAreSaidInASentence) {
    const auto put = [&](const std::string& name, const std::string& bytes) {
        import_test::writeText(folder.path() / name, bytes);
        return folder.path() / name;
    };
    const std::string whole = bytesOf(yearLedger());
    expectRefusal(folder.path() / "没有这个文件.xlsx");
    expectRefusal(put("空文件.csv", ""));
    expectRefusal(put("空文件.xlsx", ""));
    expectRefusal(put("旧格式.xls", test::compoundFile({"Workbook"})));
    expectRefusal(put("加密.xlsx", test::compoundFile({"EncryptionInfo", "EncryptedPackage"})));
    expectRefusal(put("截断.xlsx", whole.substr(0, whole.size() / 2)));
    expectRefusal(put("图片.xlsx", std::string("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16)));
    EXPECT_EQ(drills(), 0);
}

TEST_P(ImportFilesTest, AYearOfDrillsWithErrorsLeavesAResultWorkbook) {
    const auto file = yearLedger();
    const auto result = folder.path() / "结果.xlsx";
    inWizard(
        "drills.ledger", file,
        [&](wxDialog* wizard) {
            goToPreview();
            EXPECT_EQ(fieldText("import.filter.all"), "全部 533");
            EXPECT_EQ(fieldText("import.filter.created"), "新建 529");
            EXPECT_EQ(fieldText("import.filter.skipped"), "跳过 2");
            EXPECT_EQ(fieldText("import.filter.wrong"), "错误 2");
            goOn();
            waitForStep("result");
            EXPECT_TRUE(sees("有错误的 2 行没有导入", wizard));
            pressButton("import.save_result");
            EXPECT_THAT(notice(), HasSubstr("结果表格已保存"));
            goOn();
        },
        [&](Dialogs& dialogs) { dialogs.file(result); });
    EXPECT_EQ(drills(), 529);

    const auto table = TableFile::open(result);
    const Grid grid = Grid::load(*table, 0);
    const GridRow& header = grid.rows[2];
    ASSERT_GE(header.cells.size(), 12U);
    EXPECT_EQ(header.cells[10].text, "导入结果");
    EXPECT_EQ(header.cells[11].text, "错误原因");
    const GridRow& wrong = grid.rows[3 + 531];
    EXPECT_EQ(wrong.cells[10].text, "错误");
    EXPECT_THAT(wrong.cells[11].text, HasSubstr("不详"));
}

TEST_P(ImportFilesTest, CancelledInTheMiddleNothingIsLeftAndItCanBeTriedAgain) {
    inWizard("drills.ledger", longLedger(3000), [&](wxDialog*) {
        goToPreview();
        EXPECT_EQ(fieldText("import.next"), "导入 3,000 行");
        goOn();
        leave();
        EXPECT_TRUE(waitFor([] { return canPress("import.next"); }, std::chrono::seconds(60)));
        EXPECT_THAT(notice(), HasSubstr("已取消"));
        waitForStep("preview");
        EXPECT_EQ(drills(), 0);
        EXPECT_EQ(count("SELECT count(*) FROM import_batch"), 0);
        leave();
    });
    EXPECT_EQ(drills(), 0);
}

TEST_P(ImportFilesTest, SixteenThousandRowsArePreviewed) {
    inWizard("drills.ledger", longLedger(16'000), [&](wxDialog*) {
        waitForStep("sheet");
        goOn();
        waitForStep("options");
        goOn();
        EXPECT_TRUE(waitFor([] { return find("import.preview_step")->IsShownOnScreen(); }, std::chrono::seconds(120)));
        EXPECT_EQ(fieldText("import.filter.created"), "新建 16,000");
        EXPECT_TRUE(waitForRows("import.preview", 16'000));
        chooseRow("import.preview", "演练15999");
        setField("import.fix.value", "改过的名称");
        leave();
    });
}

} // namespace
} // namespace yanxun::testing
