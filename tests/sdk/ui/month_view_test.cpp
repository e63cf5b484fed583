#include <support/gui.h>

#include <yanxun/ui/month_view.h>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

class MonthViewTest : public ::testing::Test {
protected:
    MonthViewTest() {
        month->pageChanged = [this] { ++monthsChanged; };
        month->opened = [this](std::size_t entry) { opened.push_back(month->entries()[entry].argument); };
        month->moveAsked = [this](std::size_t entry) { asked.push_back(month->entries()[entry].argument); };
        CalendarEntry drill, lesson;
        drill.first = lesson.first = lesson.last = {2021, 9, 18};
        drill.last = {2021, 9, 20};
        drill.title = "防汛演练";
        drill.detail = "县医院";
        drill.argument = "id=1";
        lesson.title = "培训";
        lesson.argument = "id=2";
        lesson.time = DayTime{600, 690};
        month->setEntries({drill, lesson});
        shown.show(month);
        month->SetFocus();
        settle();
    }

    ShownFrame shown{{760, 560}};
    MonthView* month = new MonthView(shown.parent(), {2021, 9, 18});
    int monthsChanged = 0;
    std::vector<std::string> opened, asked;
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
    month->showDay({2021, 1, 31});
    press(WXK_PAGEDOWN);
    EXPECT_EQ(month->day(), (Date{2021, 2, 28}));
    press(WXK_PAGEUP);
    press(WXK_PAGEUP);
    EXPECT_EQ(month->day(), (Date{2020, 12, 28}));
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

TEST_F(MonthViewTest, SpaceGoesThroughTheDaysEntries) {
    press(WXK_SPACE);
    press(WXK_SPACE);
    EXPECT_EQ(accessibleName(month), "2021年9月18日，周六，第 2 项，共 2 项：10:00–11:30 培训");
    press(WXK_RETURN);
    press('M');
    press(WXK_SPACE); // round to the first
    press('M');
    EXPECT_EQ(opened, (std::vector<std::string>{"id=2"}));
    EXPECT_EQ(asked, (std::vector<std::string>{"id=2", "id=1"}));
    month->setEntries(month->entries());
    EXPECT_EQ(month->chosen(), std::optional<std::size_t>(0)) << "reading anew keeps what was chosen";
}

TEST_F(MonthViewTest, ItsNameReadsTheDayAndItsEntries) {
    EXPECT_EQ(accessibleName(month), "2021年9月18日，周六，防汛演练（县医院），10:00–11:30 培训");
    press(WXK_UP);
    EXPECT_EQ(accessibleName(month), "2021年9月11日，周六，没有安排");
}

TEST_F(MonthViewTest, AClickChoosesTheDayAndAChipOpens) {
    const wxRect day = month->areaOf(Date{2021, 9, 11});
    click(month, day.GetPosition() + wxSize(day.width / 2, 12));
    EXPECT_EQ(month->day(), (Date{2021, 9, 11}));
    EXPECT_TRUE(opened.empty());
    const auto chip = month->areaOf(0, {2021, 9, 18});
    ASSERT_TRUE(chip);
    click(month, chip->GetPosition() + chip->GetSize() / 2);
    EXPECT_EQ(month->day(), (Date{2021, 9, 18}));
    EXPECT_EQ(opened, (std::vector<std::string>{"id=1"}));
}

} // namespace
} // namespace yanxun::testing
