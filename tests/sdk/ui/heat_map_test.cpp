#include <yanxun/ui/heat_map.h>

#include "support/gui.h"

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::testing;
using namespace yanxun::ui;
using ::testing::HasSubstr;

namespace {

/// As many units as a district has, under the twelve months.
HeatTable district(int& asked) {
    HeatTable table;
    for (int i = 1; i <= 1200; ++i) table.rows.push_back({"单位" + std::to_string(i), {}});
    for (int month = 1; month <= 12; ++month) table.columns.push_back({std::to_string(month) + "月", {}});
    table.summary = "1200 个单位";
    table.cell = [&asked](std::size_t row, std::size_t column) {
        ++asked;
        const auto where = "单位" + std::to_string(row + 1) + " " + std::to_string(column + 1) + "月";
        const bool late = (row + column) % 5 == 0;
        return HeatCell{late ? "逾" : "完", where + (late ? "：逾期未演" : "：已完成"),
                        late ? HeatFill::strong : HeatFill::soft, 0, late ? Tone::bad : Tone::good};
    };
    return table;
}

TEST(HeatMap, PaintsOnlyWhatIsSeenOfAThousandRows) {
    ShownFrame frame({700, 400});
    int asked = 0;
    auto* const map = new HeatMap(frame.parent(), "map", HeatSize::scrolled);
    map->set(district(asked));
    frame.show(map);
    settle();
    asked = 0;
    map->Refresh();
    settle();
    EXPECT_GT(asked, 0);
    EXPECT_LT(asked, 12 * 40 * 4) << "a few screens at most, never the 14,400";
    shoot("heat-map-scrolled", frame.frame());
}

TEST(HeatMap, KeysReachEveryRow) {
    ShownFrame frame({700, 400});
    int asked = 0, pressedRow = -1, openedRow = -1;
    auto* const map = new HeatMap(frame.parent(), "map", HeatSize::scrolled);
    map->set(district(asked));
    map->pressed = [&](int row, int) { pressedRow = row; };
    map->opened = [&](int row, int) { openedRow = row; };
    frame.show(map);
    settle();
    EXPECT_THAT(accessibleName(map), HasSubstr("1200 个单位"));
    map->SetFocus();
    for (const int key : {WXK_DOWN, WXK_END, WXK_RIGHT}) press(key);
    ASSERT_TRUE(waitFor([&] { return map->row() == 1199 && map->column() == 1; }));
    EXPECT_THAT(accessibleName(map), HasSubstr("单位1200 2月"));
    const wxRect area = map->cellArea(1199, 1);
    EXPECT_LE(area.GetBottom(), map->GetClientSize().y) << "scrolled to it";
    EXPECT_GT(area.y, 0);
    press(WXK_SPACE);
    EXPECT_EQ(pressedRow, 1199);
    EXPECT_EQ(openedRow, -1);
    press(WXK_RETURN);
    EXPECT_EQ(openedRow, 1199);
    press(WXK_HOME);
    ASSERT_TRUE(waitFor([&] { return map->row() == 0; }));
    EXPECT_GE(map->cellArea(0, 0).y, 0);
}

TEST(HeatMap, AnotherTableOfTheSameSizeKeepsThePlace) {
    ShownFrame frame({700, 400});
    int asked = 0;
    auto* const map = new HeatMap(frame.parent(), "map", HeatSize::scrolled);
    map->set(district(asked));
    frame.show(map);
    map->choose(600, 3);
    const int y = map->cellArea(600, 3).y;
    map->set(district(asked));
    EXPECT_EQ(map->row(), 600);
    EXPECT_EQ(map->cellArea(600, 3).y, y);
    HeatTable none;
    none.empty = "没有单位。";
    map->set(none);
    EXPECT_EQ(map->row(), -1);
    EXPECT_THAT(accessibleName(map), HasSubstr("没有单位。"));
}

} // namespace
