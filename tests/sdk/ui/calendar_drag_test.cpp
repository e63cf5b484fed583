// Entries are taken to other days with the mouse, in the month and in the week.
#include <support/gui.h>

#include <yanxun/ui/month_view.h>
#include <yanxun/ui/week_view.h>

#include <wx/uiaction.h>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

template <class View>
class CalendarDragTest : public ::testing::Test {
protected:
    CalendarDragTest() {
        view->dropped = [this](std::size_t entry, Date first) {
            dropped.push_back(view->entries()[entry].argument + " " + first.iso());
        };
        view->opened = [this](std::size_t) { ++opened; };
        view->setEntries({entry({2021, 9, 14}, {2021, 9, 16}, "三天", "id=1", true),
                          entry({2021, 9, 15}, {2021, 9, 15}, "已办", "id=2", false),
                          entry({2021, 9, 17}, {2021, 9, 17}, "上午", "id=3", true, DayTime{540, 600})});
        shown.show(view);
        settle();
    }
    static CalendarEntry entry(Date first, Date last, const char* title, const char* argument, bool movable,
                               std::optional<DayTime> time = {}) {
        CalendarEntry made;
        made.first = first;
        made.last = last;
        made.title = title;
        made.tone = Tone::accent;
        made.argument = argument;
        made.time = time;
        made.movable = movable;
        return made;
    }
    wxPoint middle(const wxRect& area) const { return view->ClientToScreen(area.GetPosition() + area.GetSize() / 2); }
    /// The button stays down.
    void take(std::size_t entry, Date day, Date over) {
        const auto chip = view->areaOf(entry, day);
        ASSERT_TRUE(chip);
        mouse.MouseMove(middle(*chip));
        settle(std::chrono::milliseconds(40));
        mouse.MouseDown();
        settle(std::chrono::milliseconds(40));
        const wxPoint to = middle(view->areaOf(over));
        mouse.MouseMove(middle(*chip) + wxPoint(9, 9));
        settle(std::chrono::milliseconds(40));
        mouse.MouseMove(to);
        settle(std::chrono::milliseconds(40));
    }
    void drop() {
        mouse.MouseUp();
        settle(std::chrono::milliseconds(40));
    }

    ShownFrame shown{{760, 560}};
    View* view = new View(shown.parent(), {2021, 9, 15});
    wxUIActionSimulator mouse;
    std::vector<std::string> dropped;
    int opened = 0;
};

using Views = ::testing::Types<MonthView, WeekView>;
TYPED_TEST_SUITE(CalendarDragTest, Views);

TYPED_TEST(CalendarDragTest, ADroppedEntryBeginsOnThatDay) {
    this->take(2, {2021, 9, 17}, {2021, 9, 18});
    shoot("drag_" + ui::utf8(this->view->GetName()), this->view);
    this->drop();
    EXPECT_EQ(this->dropped, (std::vector<std::string>{"id=3 2021-09-18"}));
    EXPECT_EQ(this->opened, 0);
}

TYPED_TEST(CalendarDragTest, ALongOneMovesByTheDaysItWasDragged) {
    this->take(0, {2021, 9, 15}, {2021, 9, 16});
    this->drop();
    EXPECT_EQ(this->dropped, (std::vector<std::string>{"id=1 2021-09-15"}));
}

TYPED_TEST(CalendarDragTest, EscapeLeavesItWhereItWas) {
    this->take(2, {2021, 9, 17}, {2021, 9, 18});
    press(WXK_ESCAPE);
    this->drop();
    EXPECT_TRUE(this->dropped.empty());
    EXPECT_EQ(this->opened, 0);
    EXPECT_FALSE(this->view->HasCapture());
}

TYPED_TEST(CalendarDragTest, BackOnItsOwnDayNothingHappens) {
    this->take(2, {2021, 9, 17}, {2021, 9, 18});
    this->mouse.MouseMove(this->middle(this->view->areaOf(Date{2021, 9, 17})));
    settle();
    this->drop();
    EXPECT_TRUE(this->dropped.empty());
    EXPECT_EQ(this->opened, 0);
}

TYPED_TEST(CalendarDragTest, WhatMayNotMoveIsTold) {
    this->take(1, {2021, 9, 15}, {2021, 9, 18});
    this->drop();
    EXPECT_EQ(this->dropped, (std::vector<std::string>{"id=2 2021-09-18"}));
}

TYPED_TEST(CalendarDragTest, AClickIsNoDrag) {
    const auto chip = this->view->areaOf(2, {2021, 9, 17});
    ASSERT_TRUE(chip);
    click(this->view, chip->GetPosition() + chip->GetSize() / 2);
    EXPECT_EQ(this->opened, 1);
    EXPECT_TRUE(this->dropped.empty());
}

class WeekViewTest : public ::testing::Test {
protected:
    void show(std::vector<CalendarEntry> entries) {
        shown.show(week);
        week->setEntries(std::move(entries));
        week->SetFocus();
        settle(std::chrono::milliseconds(150));
    }
    /// On the 15th; the whole day without a time.
    static CalendarEntry at(const char* title, std::optional<DayTime> time = {}) {
        CalendarEntry made;
        made.first = made.last = {2021, 9, 15};
        made.title = made.argument = title;
        made.time = time;
        return made;
    }
    ShownFrame shown{{760, 560}};
    WeekView* week = new WeekView(shown.parent(), {2021, 9, 15});
};

TEST_F(WeekViewTest, ShowsMondayToSundayAndTurnsByWeek) {
    show({});
    EXPECT_EQ(week->shown(), (Period{{2021, 9, 13}, {2021, 9, 19}}));
    press(WXK_PAGEDOWN);
    EXPECT_EQ(week->shown(), (Period{{2021, 9, 20}, {2021, 9, 26}}));
    EXPECT_EQ(week->day(), (Date{2021, 9, 22}));
    press(WXK_END);
    press(WXK_RIGHT);
    EXPECT_EQ(week->shown().first, (Date{2021, 9, 27}));
}

TEST_F(WeekViewTest, LaterStandsLowerAndWhatOverlapsBeside) {
    show({at("早", DayTime{540, 660}), at("同时", DayTime{600, 720}), at("晚", DayTime{900, 960}), at("全天")});
    const Date day{2021, 9, 15};
    const auto early = week->areaOf(0, day), beside = week->areaOf(1, day), late = week->areaOf(2, day), whole = week->areaOf(3, day);
    ASSERT_TRUE(early && beside && late && whole);
    EXPECT_LT(whole->GetBottom(), early->GetTop());
    EXPECT_LT(early->GetTop(), beside->GetTop());
    EXPECT_LE(early->GetRight(), beside->GetLeft());
    EXPECT_GT(late->GetTop(), beside->GetBottom());
    EXPECT_GT(late->width, early->width) << "alone it has the whole column";
    shoot("week_view", week);
}

TEST_F(WeekViewTest, TheHoursShownReachToTheEntries) {
    show({at("清晨", DayTime{330, 390}), at("夜里", DayTime{1380, 1440})});
    for (const std::size_t entry : {0u, 1u}) {
        const auto area = week->areaOf(entry, {2021, 9, 15});
        ASSERT_TRUE(area);
        EXPECT_GE(area->GetTop(), 0);
        EXPECT_LT(area->GetBottom(), week->GetClientSize().y);
    }
}

TEST_F(WeekViewTest, DownGoesThroughTheDaysEntries) {
    show({at("晚", DayTime{900, 960}), at("早", DayTime{540, 600})});
    press(WXK_DOWN);
    EXPECT_EQ(accessibleName(week), "2021年9月15日，周三，第 1 项，共 2 项：09:00–10:00 早");
    press(WXK_DOWN);
    EXPECT_EQ(week->chosen(), std::optional<std::size_t>(0));
}

} // namespace
} // namespace yanxun::testing
