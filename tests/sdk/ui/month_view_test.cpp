#include <support/gui.h>

#include <yanxun/ui/month_view.h>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

class MonthViewTest : public ::testing::Test {
protected:
    MonthViewTest() {
        month->monthChanged = [this] { ++monthsChanged; };
        month->opened = [this](const CalendarEntry& entry) { opened.push_back(entry.argument); };
        month->setEntries({{{2021, 9, 18}, {2021, 9, 20}, "防汛演练", "10:00", Tone::accent, "id=1"},
                           {{2021, 9, 18}, {2021, 9, 18}, "培训", "", Tone::good, "id=2"}});
        shown.show(month);
        month->SetFocus();
        settle();
    }

    ShownFrame shown{{760, 560}};
    MonthView* month = new MonthView(shown.parent(), {2021, 9, 18});
    int monthsChanged = 0;
    std::vector<std::string> opened;
};

TEST_F(MonthViewTest, ShowsSixWeeksFromAMonday) {
    EXPECT_EQ(month->shown().first, (Date{2021, 8, 30}));
    EXPECT_EQ(month->shown().last, (Date{2021, 10, 10}));
}

TEST_F(MonthViewTest, ArrowsMoveByDayAndWeek) {
    press(WXK_RIGHT);
    EXPECT_EQ(month->day(), (Date{2021, 9, 19}));
    press(WXK_DOWN);
    EXPECT_EQ(month->day(), (Date{2021, 9, 26}));
    press(WXK_HOME);
    EXPECT_EQ(month->day(), (Date{2021, 9, 20}));
    press(WXK_END);
    EXPECT_EQ(month->day(), (Date{2021, 9, 26}));
    press(WXK_UP);
    press(WXK_LEFT);
    EXPECT_EQ(month->day(), (Date{2021, 9, 18}));
    EXPECT_EQ(monthsChanged, 0);
}

TEST_F(MonthViewTest, PagesMoveByMonthAndKeepTheDayWhereItExists) {
    month->showMonth(2021, 1);
    press(WXK_PAGEDOWN); // 18 January
    EXPECT_EQ(month->day(), (Date{2021, 2, 18}));
    press(WXK_PAGEUP);
    press(WXK_PAGEUP);
    EXPECT_EQ(month->day(), (Date{2020, 12, 18}));
    EXPECT_EQ(month->month(), 12);
    EXPECT_EQ(monthsChanged, 3);
    press('T');
    EXPECT_EQ(month->day(), (Date{2021, 9, 18}));
    EXPECT_EQ(monthsChanged, 4);
}

TEST_F(MonthViewTest, LeavingTheMonthByDayShowsTheNext) {
    for (int i = 0; i < 13; ++i)
        press(WXK_RIGHT);
    EXPECT_EQ(month->day(), (Date{2021, 10, 1}));
    EXPECT_EQ(month->month(), 10);
    EXPECT_EQ(monthsChanged, 1);
}

TEST_F(MonthViewTest, EnterOpensTheDaysFirstEntry) {
    press(WXK_RETURN);
    press(WXK_RIGHT);
    press(WXK_RETURN); // the second of three days
    press(WXK_LEFT);
    press(WXK_LEFT);
    press(WXK_RETURN); // nothing there
    EXPECT_EQ(opened, (std::vector<std::string>{"id=1", "id=1"}));
}

TEST_F(MonthViewTest, ItsNameReadsTheDayAndItsEntries) {
    EXPECT_EQ(accessibleName(month), "2021年9月18日，周六，10:00 防汛演练，培训");
    press(WXK_UP);
    EXPECT_EQ(accessibleName(month), "2021年9月11日，周六，没有安排");
}

TEST_F(MonthViewTest, AClickChoosesTheDayAndAChipOpens) {
    const wxSize size = month->GetSize();
    // Third row, sixth column: the 18th; just below its number stands the first chip.
    const wxPoint number(size.x * 11 / 14, 30 + (size.y - 30) * 2 / 6 + 12);
    click(month, number - wxSize(0, (size.y - 30) / 6));
    EXPECT_EQ(month->day(), (Date{2021, 9, 11}));
    EXPECT_TRUE(opened.empty());
    click(month, number + wxSize(0, 30));
    EXPECT_EQ(month->day(), (Date{2021, 9, 18}));
    EXPECT_EQ(opened, (std::vector<std::string>{"id=1"}));
}

} // namespace
} // namespace yanxun::testing
