// Pictures of wizard, imports and reports, for people to look at; made where YANXUN_SHOTS names a folder.
#include "desktop/import_history_page.h"
#include "desktop/report_page.h"
#include "gui/wizard_fixture.h"

#include <cstdlib>

namespace yanxun::testing {
namespace {

struct Look {
    const char* name;
    ui::ThemeMode mode;
    wxSize dip;
};

class Looks : public ::testing::TestWithParam<Look> {
protected:
    Looks() {
        ui::setThemeMode(GetParam().mode);
        work.add(desktop::importHistoryPage(work.program(), work));
        work.add(desktop::reportPage(work.program(), work));
    }
    ~Looks() override { ui::setThemeMode(ui::ThemeMode::light); }

    static void picture(const std::string& what, wxWindow* window) {
        const char* const scale = std::getenv("GDK_SCALE");
        shoot("import_" + what + "_" + GetParam().name + (scale && std::string(scale) == "2" ? "_2x" : ""), window);
    }
    std::filesystem::path ledger() {
        std::vector<std::vector<import_test::In>> rows;
        for (int i = 0; i < 60; ++i) {
            rows.push_back(drillRow(i + 1, i % 3 ? "消防疏散应急演练" : "防汛抢险综合应急演练", "第" + std::to_string(i) + "中学",
                                    "2021-" + std::to_string(1 + i % 12) + "-" + std::to_string(1 + i % 28), 20 + i));
        }
        rows.push_back(drillRow(61, "地震避险演练", "实验小学", "2021-06-31", 45));
        rows.push_back(drillRow(62, "停电应急演练", "中心医院", "2021-07-02", "若干"));
        rows.push_back(rows[4]);
        const auto path = folder.path() / "2021年应急演练台账.xlsx";
        writeDrills(path, rows);
        return path;
    }
    void walkThrough(wxDialog* wizard) {
        seek("import.sheet_step");
        picture("sheet", wizard);
        pressButton("import.next");
        seek("import.options_step");
        picture("options", wizard);
        pressButton("import.next");
        seek("import.preview_step");
        chooseRow("import.preview", "2021-06-31");
        picture("preview_wrong", wizard);
        pressButton("import.filter.all");
        waitForRows("import.preview", 63);
        picture("preview_all", wizard);
        pressButton("import.next");
        seek("import.result_step");
        picture("result", wizard);
        pressButton("import.next");
    }

    TestDatabase holder{Engine::sqlite};
    Workplace work{holder.target(), GetParam().dip};
    ScratchFolder folder;
};

TEST_P(Looks, OfWizardImportsAndReports) {
    ASSERT_TRUE(work.runs("drills"));
    work.open("host.imports");
    picture("history_empty", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* wizard) {
            picture("file", wizard);
            setField("import.file", (folder.path() / "没有.xlsx").string());
            pressButton("import.next");
            waitUntilSeen("没有.xlsx", wizard);
            picture("file_refused", wizard);
            pressButton("import.cancel");
        });
        desktop::showImportWizard(work.frame(), work.program(), work, "drills.ledger", {});
    }
    Dialogs dialogs;
    dialogs.act([&](wxDialog* wizard) { walkThrough(wizard); });
    desktop::showImportWizard(work.frame(), work.program(), work, "drills.ledger", ledger());
    chooseRow("imports.list", "应急演练台账");
    picture("history", work.frame());
    work.open("host.reports", "kind=drills.annual&year=2021");
    EXPECT_TRUE(waitFor([] { return fieldText("reports.pages").find("共") != std::string::npos; }));
    picture("report", work.frame());
}

INSTANTIATE_TEST_SUITE_P(Themes, Looks,
                         ::testing::Values(Look{"light", ui::ThemeMode::light, {1112, 820}},
                                           Look{"dark", ui::ThemeMode::dark, {1112, 820}},
                                           Look{"1366", ui::ThemeMode::light, {1158, 700}}),
                         [](const auto& look) { return std::string(look.param.name); });

} // namespace
} // namespace yanxun::testing
