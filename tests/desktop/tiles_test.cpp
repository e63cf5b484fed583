// What the home page paints itself: keyboard, mouse and what is read aloud.
#include "desktop/figure_card.h"
#include "desktop/heat_map.h"
#include "desktop/task_lines.h"
#include "support/gui.h"

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

FigureMatrix coverage() {
    FigureMatrix matrix;
    matrix.rows = {{"r1", "杏花镇"}, {"r2", "水稻乡"}};
    matrix.columns = {{"a", "进企业"}, {"b", "进学校"}};
    matrix.cells = {{84, 100}, {0, 0}, {3, 3}, {1, 4}};
    return matrix;
}

} // namespace

TEST(HeatMap, EveryCellIsPressedByMouseAndKeys) {
    ShownFrame frame({500, 300});
    auto* const map = new ui::HeatMap(frame.parent(), "map");
    std::string pressed;
    map->pressed = [&](int row, int column) { pressed = desktop::heatKey(coverage(), row, column); };
    map->set(desktop::heatTable(coverage(), "五进覆盖率"));
    frame.show(map);
    settle();
    EXPECT_THAT(accessibleName(map), HasSubstr("五进覆盖率：应覆盖 107，已覆盖 88"));
    const wxRect last = map->cellArea(1, 1);
    click(map, last.GetPosition() + last.GetSize() / 2);
    EXPECT_EQ(pressed, "r2|b");
    map->SetFocus();
    for (const int key : {WXK_LEFT, WXK_RETURN}) press(key);
    EXPECT_EQ(pressed, "r2|a");
    EXPECT_THAT(accessibleName(map), HasSubstr("水稻乡 · 进企业：应覆盖 3，已覆盖 3，100%"));
    shoot("heat-map", frame.frame());
}

TEST(HeatMap, WithoutCellsItSaysSo) {
    ShownFrame frame({400, 200});
    auto* const map = new ui::HeatMap(frame.parent(), "map");
    map->set(desktop::heatTable({}, "五进覆盖率"));
    frame.show(map);
    EXPECT_THAT(accessibleName(map), HasSubstr("这一年没有数据"));
    map->press(0, 0);
}

TEST(FigureCard, ComparesWithTheYearBefore) {
    FigureResult result;
    result.value = 112;
    EXPECT_EQ(desktop::FigureCard::comparison(result), "");
    result.previous = 100;
    EXPECT_EQ(desktop::FigureCard::comparison(result), "↑ 12.0% 较上年");
    result.value = 75;
    EXPECT_EQ(desktop::FigureCard::comparison(result), "↓ 25.0% 较上年");
    result.value = 100;
    EXPECT_EQ(desktop::FigureCard::comparison(result), "与上年持平");
    result.previous = 0;
    EXPECT_EQ(desktop::FigureCard::comparison(result), "");
}

TEST(FigureCard, IsReadAndPressed) {
    ShownFrame frame({220, 140});
    FigureKind kind;
    kind.id = "a.held";
    kind.title = "活动";
    kind.unit = "场";
    auto* const card = new desktop::FigureCard(frame.parent(), kind);
    int presses = 0;
    card->opened = [&] { ++presses; };
    FigureResult result;
    result.value = 1197;
    result.note = "微视频 37 条";
    card->set(result);
    frame.show(card);
    EXPECT_EQ(accessibleName(card), "活动 1,197 场，微视频 37 条");
    click(card);
    card->SetFocus();
    press(WXK_SPACE);
    EXPECT_EQ(presses, 2);
    card->setProblem("没有名录，请先导入名录。");
    EXPECT_EQ(accessibleName(card), "活动：没有名录，请先导入名录。");
}

TEST(TaskList, SaysHowUrgentATaskIs) {
    const Date today{2021, 6, 16};
    Task task;
    EXPECT_EQ(desktop::dueText(task, today), "");
    task.due = Date{2021, 6, 12};
    EXPECT_EQ(desktop::dueText(task, today), "逾期 4 天");
    EXPECT_EQ(desktop::urgencyWord({task, "整改", "p"}, today), "逾期");
    task.due = today;
    EXPECT_EQ(desktop::dueText(task, today), "今天");
    task.due = Date{2021, 6, 19};
    EXPECT_EQ(desktop::dueText(task, today), "还有 3 天");
    EXPECT_EQ(desktop::urgencyWord({task, "整改", "p"}, today), "七日内");
    task.due = Date{2021, 7, 2};
    EXPECT_EQ(desktop::dueText(task, today), "7月2日");
    task.due = Date{2022, 7, 2};
    EXPECT_EQ(desktop::dueText(task, today), "2022年7月2日");
}
