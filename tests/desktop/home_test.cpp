// Every number of the home page opens what is behind it.
#include "desktop/figure_card.h"
#include "desktop/host_pages.h"
#include "desktop/opened.h"
#include "desktop/rows_dialog.h"
#include "desktop/task_lines.h"
#include "desktop/year_figures.h"

#include <gmock/gmock.h>
#include <yanxun/ui/chart.h>
#include <yanxun/ui/record_table.h>

#include <wx/choice.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class HomeTest : public ::testing::Test {
protected:
    void SetUp() override {
        opened.emplace(home.places(), Opened::Wish{home.demonstration(), desktop::kHomePage, "王小培", {1320, 1000}});
        held = find("figure.drills.held", &opened->frame());
        ASSERT_TRUE(held);
        ASSERT_TRUE(waitFor([&] { return accessibleName(held).find("529") != std::string::npos; }));
    }
    const FigureKind& figure(const std::string& id) { return opened->program().registry().figure(id); }

    Home home;
    std::optional<Opened> opened;
    wxWindow* held = nullptr;
};

} // namespace

TEST_F(HomeTest, ACardOpensItsPage) {
    click(held);
    EXPECT_EQ(opened->page(), figure("drills.held").page);
}

TEST_F(HomeTest, EveryCardLeadsSomewhere) {
    for (const FigureKind* kind : desktop::cardFigures(opened->program().registry())) {
        SCOPED_TRACE(kind->id);
        opened->open(desktop::kHomePage);
        Answers answers;
        if (kind->page.empty()) answers.then(wxID_CANCEL);
        findAs<desktop::FigureCard>("figure." + kind->id, &opened->frame())->press(0);
        if (!kind->page.empty()) {
            EXPECT_EQ(opened->page(), kind->page);
        }
    }
}

TEST_F(HomeTest, ABarOpensItsMonth) {
    auto* const chart = findAs<ui::Chart>("chart.workload", &opened->frame());
    ASSERT_TRUE(chart);
    ASSERT_TRUE(waitFor([&] { return !chart->hits().empty(); }));
    chart->clicked("演练", "202106");
    EXPECT_EQ(opened->page(), "drills.page");
}

TEST_F(HomeTest, ATaskOpensItsPage) {
    auto* const lines = findAs<desktop::TaskLines>("home.tasks", &opened->frame());
    ASSERT_TRUE(waitFor([&] { return lines->parts() > 0; }));
    lines->press(0);
    EXPECT_NE(opened->page(), desktop::kHomePage);
}

TEST_F(HomeTest, AnotherYearShowsItsNumbers) {
    auto* const year = findAs<wxChoice>("home.year", &opened->frame());
    ASSERT_GT(year->GetCount(), 1u);
    EXPECT_EQ(ui::utf8(year->GetStringSelection()), "2021 年");
    const unsigned other = year->GetSelection() == 0 ? 1 : 0;
    year->SetSelection(int(other));
    wxCommandEvent chosen(wxEVT_CHOICE, year->GetId());
    year->GetEventHandler()->ProcessEvent(chosen);
    EXPECT_TRUE(waitFor([&] { return accessibleName(held).find("529") == std::string::npos; }));
}

TEST_F(HomeTest, AFigureWithoutAPageListsItsRecords) {
    FigureKind kind = figure("drills.held");
    kind.page.clear();
    Answers answers;
    answers.then(wxID_CANCEL, [](wxDialog* dialog) {
        EXPECT_EQ(dialog->GetName(), "rows");
        const auto* const told = findAs<wxStaticText>("rows.total", dialog);
        EXPECT_TRUE(waitFor([&] { return told->GetLabelText().Contains("529"); })) << told->GetLabelText().utf8_str();
        shoot("rows-dialog", dialog);
    });
    desktop::openFigure(&opened->frame(), opened->program(), opened->frame().workbench(), kind, Period::year(2021), {});
    EXPECT_EQ(answers.given(), 1);
}

TEST_F(HomeTest, AFigureThatFailsSaysSoAndTheOthersStay) {
    host::Registry registry;
    const auto add = registry.contributionsOf("broken");
    FigureKind good;
    good.id = "broken.good";
    good.compute = [](Reader&, const Period&) { return FigureResult{7, {}, {}, {}, {}, {}}; };
    FigureKind bad = good;
    bad.id = "broken.bad";
    bad.compute = [](Reader&, const Period&) -> FigureResult { throw Error("名录缺失，请先导入名录。"); };
    FigureKind odd = good;
    odd.id = "broken.odd";
    odd.compute = [](Reader&, const Period&) -> FigureResult { throw 5; };
    for (FigureKind* kind : {&good, &bad, &odd}) add->add(std::move(*kind));
    opened->program().database().read([&](Reader& reader) {
        const desktop::YearFigures year = desktop::computeYear(registry, reader, 2021, {2021, 12, 20}, Progress::none());
        EXPECT_EQ(year.results.at("broken.good").value, 7);
        EXPECT_THAT(year.problems.at("broken.bad"), HasSubstr("请先导入名录"));
        EXPECT_EQ(year.problems.count("broken.odd"), 1u);
        EXPECT_FALSE(year.empty);
    });
}

TEST_F(HomeTest, TheNewestYearWithNumbersIsChosen) {
    opened->program().database().read([&](Reader& reader) {
        const auto year = desktop::computeYear(opened->program().registry(), reader, 0, {2026, 5, 1}, Progress::none());
        EXPECT_EQ(year.year, 2021);
        EXPECT_EQ(year.years.back(), 2021);
        EXPECT_EQ(year.years.front(), 2026);
    });
}
