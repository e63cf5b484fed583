#include <support/gui.h>

#include <yanxun/ui/chart.h>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

class ChartTest : public ::testing::Test {
protected:
    Chart& show(ChartShape shape, std::vector<ChartSeries> series, const std::string& unit = "场") {
        auto* const chart = new Chart(shown.parent(), shape, "月度演练");
        chart->set(std::move(series), unit);
        chart->clicked = [this](const std::string& name, const std::string& key) { clicks.push_back(name + "/" + key); };
        shown.show(chart);
        return *chart;
    }

    static std::vector<ChartPoint> quarter(double a, double b, double c) {
        return {{"202101", "1月", a}, {"202102", "2月", b}, {"202103", "3月", c}};
    }

    ShownFrame shown{{520, 320}};
    std::vector<std::string> clicks;
};

wxPoint middle(const wxRect& area) { return {area.x + area.width / 2, area.y + area.height / 2}; }

TEST_F(ChartTest, AClickOnABarNamesItsSeriesAndKey) {
    Chart& chart = show(ChartShape::bars, {{"场次", quarter(4, 3, 6)}});
    ASSERT_EQ(chart.hits().size(), 3U);
    click(&chart, middle(chart.hits()[1].area));
    EXPECT_EQ(clicks, (std::vector<std::string>{"场次/202102"}));
}

TEST_F(ChartTest, AStackedColumnIsReadAsAWhole) {
    Chart& chart = show(ChartShape::stackedBars, {{"实战", quarter(4, 3, 6)}, {"桌面", quarter(1, 0, 2)}});
    ASSERT_EQ(chart.hits().size(), 6U);
    EXPECT_EQ(chart.describe(chart.hits()[0]), "1月：实战 4 场，桌面 1 场");
}

TEST_F(ChartTest, SeriesWithOtherMonthsShareTheColumns) {
    Chart& chart = show(ChartShape::bars, {{"演练", quarter(4, 3, 6)}, {"培训", {{"202103", "3月", 2}, {"202104", "4月", 5}}}});
    ASSERT_EQ(chart.hits().size(), 5U);
    EXPECT_EQ(chart.hits()[3].series, 1U);
    EXPECT_LT(chart.hits()[2].area.x, chart.hits()[3].area.x) << "both of March side by side";
}

TEST_F(ChartTest, ArrowsAndEnterDoWhatTheMouseDoes) {
    Chart& chart = show(ChartShape::bars, {{"场次", quarter(4, 3, 6)}});
    chart.SetFocus();
    settle();
    press(WXK_RIGHT);
    press(WXK_RIGHT);
    EXPECT_EQ(accessibleName(&chart), "月度演练，2月：3 场");
    press(WXK_RETURN);
    press(WXK_END);
    press(WXK_SPACE);
    EXPECT_EQ(clicks, (std::vector<std::string>{"场次/202102", "场次/202103"}));
}

TEST_F(ChartTest, ItsNameReadsTheNumbers) {
    Chart& chart = show(ChartShape::bars, {{"实战", quarter(4, 3, 6)}, {"桌面", quarter(1, 0, 2)}});
    EXPECT_EQ(accessibleName(&chart), "月度演练：实战 1月 4，2月 3，3月 6；桌面 1月 1，2月 0，3月 2");
}

TEST_F(ChartTest, AWedgeAndItsLineInTheLegendAreOne) {
    Chart& chart = show(ChartShape::donut, {{"灾种", {{"fire", "火灾", 3}, {"flood", "防汛", 1}}}});
    ASSERT_EQ(chart.hits().size(), 2U);
    const Chart::Hit fire = chart.hits()[0]; // a copy: painting makes them anew
    const double middleOfRing = (fire.inner + fire.outer) / 2;
    click(&chart, {int(fire.centre.m_x + middleOfRing), int(fire.centre.m_y)});
    click(&chart, middle(fire.area));
    // The quarter before twelve o'clock.
    click(&chart, {int(fire.centre.m_x - middleOfRing * 0.7), int(fire.centre.m_y - middleOfRing * 0.7)});
    click(&chart, {int(fire.centre.m_x), int(fire.centre.m_y)});
    EXPECT_EQ(clicks, (std::vector<std::string>{"灾种/fire", "灾种/fire", "灾种/flood"}));
}

TEST_F(ChartTest, WithoutNumbersItSaysSo) {
    Chart& chart = show(ChartShape::bars, {{"场次", {}}});
    EXPECT_TRUE(chart.hits().empty());
    EXPECT_EQ(accessibleName(&chart), "月度演练：这段时间没有数据。");
    chart.SetFocus();
    press(WXK_RETURN);
    EXPECT_TRUE(clicks.empty());
}

TEST_F(ChartTest, OnlyZeroesAndManyRowsDoNoHarm) {
    Chart& chart = show(ChartShape::stackedBars, {{"场次", quarter(0, 0, 0)}});
    EXPECT_EQ(chart.hits().size(), 3U);
    std::vector<ChartPoint> many;
    for (int i = 0; i < 400; ++i)
        many.push_back({std::to_string(i), "单位" + std::to_string(i), double(400 - i)});
    Chart& rows = show(ChartShape::horizontalBars, {{"单位", many}});
    EXPECT_GT(rows.hits().size(), 3U);
    EXPECT_LT(rows.hits().size(), 100U) << "no more than can be seen";
    Chart& ring = show(ChartShape::donut, {{"单位", quarter(0, 0, 0)}});
    EXPECT_EQ(ring.hits().size(), 3U);
}

TEST_F(ChartTest, WhatAClickThrowsIsShown) {
    Chart& chart = show(ChartShape::bars, {{"场次", quarter(4, 3, 6)}});
    chart.clicked = [](const std::string&, const std::string&) { throw std::runtime_error("x"); };
    Answers answers;
    answers.then(wxID_OK);
    click(&chart, middle(chart.hits()[0].area));
    EXPECT_EQ(answers.given(), 1);
}

} // namespace
} // namespace yanxun::testing
