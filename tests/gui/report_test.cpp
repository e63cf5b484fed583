// The page of reports: preview, and the files it saves.
#include "desktop/report_page.h"
#include "desktop/report_page_preview.h"
#include "gui/wizard_fixture.h"

#include <yanxun/table/import.h>

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace yanxun::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string bytesOf(const std::filesystem::path& path) {
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

class ReportPageTest : public WizardTest {
protected:
    ReportPageTest() {
        EXPECT_TRUE(work.runs("drills"));
        work.add(desktop::reportPage(work.program(), work));
        const auto path = folder.path() / "演练台账.xlsx";
        writeDrills(path, {drillRow(1, "消防疏散演练", "实验小学", "2021-05-12", 120),
                           drillRow(2, "防汛桌面演练", "城西街道办事处", "2021-06-30", 30)});
        Importer importer(work.database(), work.program().templates("ledgers"));
        ImportPlan plan;
        importer.run(work.program().registry().import("drills.ledger"), path, {}, {}, false, plan);
    }

    void openAnnual() {
        work.open("host.reports", "kind=drills.annual&year=2021");
        EXPECT_TRUE(waitFor([] { return fieldText("reports.pages").find("2021 年 · 共") != std::string::npos; }));
    }
    std::string saved(const std::string& format, const std::string& name) {
        const auto path = folder.path() / name;
        setField("reports.format", format);
        Dialogs dialogs;
        dialogs.file(path);
        work.frame()->SetMinSize({800, 560}); // as the program does
        work.frame()->SetSize(1200, 800);
        settle();
        pressButton("reports.save");
        EXPECT_TRUE(waitUntilSeen("报表已保存为"));
        settle();
        EXPECT_EQ(work.frame()->GetSize(), wxSize(1200, 800)) << "the sentence leaves the window as it is";
        return bytesOf(path);
    }
};
YANXUN_ON_BOTH_ENGINES(ReportPageTest);

TEST_P(ReportPageTest, OpenedWithoutAYearItTakesTheNewestAndSavesIt) {
    work.open("host.reports");
    EXPECT_TRUE(waitFor([] { return fieldText("reports.pages").find("2021 年 · 共") != std::string::npos; }));
    EXPECT_TRUE(canPress("reports.save"));
    EXPECT_TRUE(canPress("reports.print"));
}

TEST_P(ReportPageTest, AReportIsSeenAsItWillBePrinted) {
    openAnnual();
    EXPECT_THAT(fieldText("reports.pages"), HasSubstr("应急演练统计表"));
    auto* const preview = findAs<desktop::ReportPreview>("reports.preview");
    ASSERT_TRUE(preview);
    EXPECT_GE(preview->pages(), 1);
    EXPECT_TRUE(waitFor([&] { return preview->painted() >= 1; }));
    EXPECT_THAT(accessibleName(preview), HasSubstr("预览，共"));
}

TEST_P(ReportPageTest, EveryReportHasASentenceAndAPreview) {
    work.open("host.reports");
    const auto& reports = work.program().registry().reports();
    ASSERT_TRUE(waitForRows("reports.kinds", int(reports.size())));
    for (const ReportKind& report : reports) {
        EXPECT_FALSE(report.about.empty()) << report.id;
        chooseRow("reports.kinds", report.title);
        EXPECT_TRUE(waitFor([&] { return fieldText("reports.pages").starts_with(report.title + " · "); })) << report.id;
    }
}

TEST_P(ReportPageTest, AReportIsSavedInEachFormat) {
    openAnnual();
    const std::string xml = saved("数据 XML", "年度.xml");
    EXPECT_THAT(xml, HasSubstr("<report xmlns=\"urn:yanxun:report:1\" kind=\"drills.annual\""));
    EXPECT_THAT(xml, HasSubstr("参演 150 人次"));
    EXPECT_THAT(saved("网页 HTML", "年度.html"), HasSubstr("参演 150 人次"));
    EXPECT_THAT(saved("PDF（打印、上报）", "年度.pdf"), StartsWith("%PDF-"));
    EXPECT_FALSE(work.notices().empty());
}

TEST_P(ReportPageTest, APaperIsOfTheDrillThatIsChosen) {
    work.open("host.reports", "kind=drills.closing&year=2021");
    ASSERT_TRUE(waitForRows("reports.records", 2));
    EXPECT_THAT(saved("数据 XML", "最近.xml"), HasSubstr("防汛桌面演练")) << "the newest, while none is chosen";
    setField("reports.search", "消防");
    ASSERT_TRUE(waitForRows("reports.records", 1));
    chooseRow("reports.records", "2021-05-12 消防疏散演练");
    EXPECT_THAT(saved("数据 XML", "选定.xml"), AllOf(HasSubstr("消防疏散演练"), Not(HasSubstr("防汛桌面演练"))));
    setField("reports.search", "没有这样的");
    EXPECT_TRUE(waitForRows("reports.records", 0));
    work.open("host.reports", "kind=drills.annual&year=2021");
    EXPECT_FALSE(find("reports.records")->IsShownOnScreen()) << "the whole year has nothing to choose";
}

TEST_P(ReportPageTest, AnotherYearIsShown) {
    openAnnual();
    const std::string newest = offered("reports.year").front();
    setField("reports.year", newest);
    EXPECT_TRUE(waitFor([&] { return fieldText("reports.pages").find(newest) != std::string::npos; }));
    EXPECT_EQ(fieldText("reports.year"), newest);
}

} // namespace
} // namespace yanxun::testing
