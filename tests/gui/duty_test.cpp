// Who owes a drill, on the screen: the board by keys, spot checks and what is to be sent.
#include "gui/workplace.h"

#include <yanxun/ui/heat_map.h>

#include <wx/notebook.h>

namespace yanxun::testing {
namespace {

enum Tab { board, list, packet, spots, marks };

class DutyPages : public WorkplaceTest {
protected:
    std::string verb(const std::string& id, std::map<std::string, std::string, std::less<>> arguments) {
        return work.verb(id, std::move(arguments)).first;
    }
    void addPlant(const std::string& name) {
        verb("directory.units.add", {{"name", name}, {"kind", "企业"}});
        verb("directory.attributes.tell",
             {{"unit", name}, {"attribute", "high_risk"}, {"value", "是"}, {"evidence", "许可证"}});
        const auto newest = std::to_string(count("SELECT max(id) FROM directory_attribute"));
        verb("directory.attributes.confirm", {{"id", newest}, {"evidence", "许可证"}});
    }
    void show(Tab tab) {
        findAs<wxNotebook>("drills.duty_tabs")->SetSelection(std::size_t(tab));
        settle();
    }
};
YANXUN_ON_BOTH_ENGINES(DutyPages);

TEST_P(DutyPages, TheBoardIsWorkedByKeysAndPlansADrill) {
    verb("directory.units.add", {{"name", "晋安小学"}, {"kind", "学校"}});
    work.open("drills.duties");
    setField("drills.duty_status", "全部状态");
    auto* const map = findAs<ui::HeatMap>("drills.duty_map");
    ASSERT_EQ(map->table().rows.size(), 1u);
    ASSERT_GT(map->table().columns.size(), 0u) << "a column for each rule";
    const auto rules = map->table().columns;
    const auto school = std::find_if(rules.begin(), rules.end(), [](const auto& c) { return c.text == "R06A"; });
    ASSERT_NE(school, rules.end());
    map->choose(0, int(school - rules.begin()));
    map->opened(0, int(school - rules.begin()));
    ASSERT_EQ(map->table().columns.size(), 12u) << "the windows of the rule";
    map->choose(0, 2);
    EXPECT_NE(accessibleName(map).find("晋安小学 3月：逾期未演"), std::string::npos) << accessibleName(map);
    EXPECT_TRUE(canPress("drills.duty_schedule"));
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) { pressButton("ok", dialog); });
        map->opened(0, 2);
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill"), 1);
}

TEST_P(DutyPages, UnitsAreDrawnCheckedAndPutRight) {
    for (const char* name : {"兴和化工", "宏德化工", "泰邦化工"}) addPlant(name);
    verb("drills.add", {{"name", "泄漏处置演练"}, {"unit", "兴和化工"}, {"date", "2021-03-08"}, {"mode", "实战"}});
    work.open("drills.duties");
    show(spots);
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("amount", "2", dialog);
            shoot("spot_draw", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.spot_draw");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_spot_check"), 2);
    chooseRow("drills.spot_list", "待检查");
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("conclusion", "不符合", dialog);
            setField("checker", "李主任", dialog);
            setField("problem", "没有演练记录", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(sees("请填写改正期限", dialog)) << "a sentence, and the dialog stays";
            setField("due", "2031-12-31", dialog);
            shoot("spot_conclude", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.spot_conclude");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_spot_check WHERE conclusion = 2 AND closed_ymd IS NULL"), 1);
    chooseRow("drills.spot_list", "限期改正中");
    shoot("spot_list", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("how", "已补演", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.spot_close");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_spot_check WHERE closed_ymd IS NOT NULL"), 1);
    show(packet);
    chooseRow("drills.packet_list", "待报送");
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("receipt", "回执07", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.packet_send");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_submission"), 1);
    shoot("packet", work.frame());
}

TEST_P(DutyPages, EveryTabInLightAndDark) {
    for (int i = 1; i <= 30; ++i) verb("directory.units.add", {{"name", "实验学校" + std::to_string(i)}, {"kind", "学校"}});
    addPlant("兴和化工");
    work.open("drills.duties");
    setField("drills.duty_status", "全部状态");
    for (const auto mode : {ui::ThemeMode::light, ui::ThemeMode::dark}) {
        ui::setThemeMode(mode);
        const std::string look = mode == ui::ThemeMode::dark ? "dark" : "light";
        for (const Tab tab : {board, list, packet, spots, marks}) {
            show(tab);
            settle(std::chrono::milliseconds(300));
            shoot("duties_tab" + std::to_string(int(tab)) + "_" + look, work.frame());
        }
        show(board);
        auto* const choice = "drills.duty_rule";
        for (const std::string& offer : offered(choice)) {
            if (offer.starts_with("R06A")) setField(choice, offer);
        }
        settle(std::chrono::milliseconds(300));
        shoot("duties_board_" + look, work.frame());
        setField(choice, "全部规则");
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

} // namespace
} // namespace yanxun::testing
