#include "gui/workplace.h"

#include <wx/textctrl.h>

namespace yanxun::testing {
namespace {

class PlanPages : public WorkplaceTest {
protected:
    PlanPages() { work.database().setWho("甲"); }

    void addUnit(const std::string& name, const std::string& kind) {
        work.open("directory.units");
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("name", name, dialog);
            setField("kind", kind, dialog);
            pressButton("ok", dialog);
        });
        pressButton("add");
    }
    /// A plan of 2022 for the bureau; it is the last day of 2021.
    void makePlan() {
        work.open("drills.plan", "year=2022");
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("year", "2022", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.plan_make");
    }
    void addItem(const std::string& name, const std::string& recurrence, const std::string& first) {
        Dialogs dialogs;
        dialogs.act([&](wxDialog* dialog) {
            setField("name", name, dialog);
            setField("unit", "晋安小学", dialog);
            setField("recurrence", recurrence, dialog);
            setField("first", first, dialog);
            setField("hazard", "火灾", dialog);
            setField("mode", "实战", dialog);
            setField("time", "09:30-11:00", dialog);
            setField("venue", "操场", dialog);
            settle();
            shoot("drills_plan_item", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.plan_item_add");
    }
    void step(const std::string& who, int answer = wxID_YES) {
        work.database().setWho(who);
        Dialogs dialogs;
        dialogs.answer(answer);
        pressButton("drills.plan_step");
        settle();
    }
    std::int64_t status() { return count("SELECT status FROM drills_year_plan"); }
};
YANXUN_ON_BOTH_ENGINES(PlanPages);

TEST_P(PlanPages, APlanIsMadeApprovedByAnotherAndMovedWithAReason) {
    ASSERT_TRUE(work.runs("drills"));
    addUnit("晋安小学", "学校");
    work.open("drills.plan", "year=2022");
    EXPECT_TRUE(sees("这一年还没有演练计划"));
    shoot("drills_plan_empty", work.frame());
    makePlan();
    EXPECT_TRUE(waitUntilSeen("草案"));
    addItem("疏散演练", "每月第二个星期三", "");
    addItem("防火演练", "每半年一次", "2022-05-02");
    EXPECT_TRUE(waitForRows("drills.plan_items", 2));
    EXPECT_EQ(count("SELECT count(*) FROM drills_year_date"), 14);
    step("甲");
    EXPECT_EQ(status(), 20);
    {
        Dialogs dialogs;
        dialogs.answer(wxID_YES).answer(wxID_OK);
        pressButton("drills.plan_step");
        ASSERT_EQ(dialogs.said().size(), 2u);
        EXPECT_NE(dialogs.said().back().find("不能批准自己提交的计划"), std::string::npos);
    }
    EXPECT_EQ(status(), 20);
    step("乙");
    EXPECT_EQ(status(), 30);
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("answer", "晋安应急〔2022〕1号", dialog);
            dialog->EndModal(wxID_OK);
        });
        pressButton("drills.plan_step");
    }
    EXPECT_EQ(status(), 40);
    EXPECT_TRUE(waitUntilSeen("已下达"));
    chooseRow("drills.plan_items", "防火演练");
    EXPECT_TRUE(waitForRows("drills.plan_dates", 2));
    chooseRow("drills.plan_dates", "5月5日"); // 劳动节
    shoot("drills_plan", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("day", "2022-05-14", dialog); // Saturday
            settle();
            EXPECT_TRUE(sees("周六", dialog));
            pressButton("ok", dialog);
            settle();
            EXPECT_TRUE(sees("要写明原因", dialog)) << "stays open";
            setField("reason", "场地检修", dialog);
            settle();
            shoot("drills_plan_change", dialog);
            pressButton("ok", dialog);
        });
        pressButton("drills.plan_change");
        waitFor([&] { return count("SELECT count(*) FROM drills_year_change") == 1; });
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_year_change"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM drills_year_date WHERE day_ymd = 20220514 AND planned_ymd = 20220505"), 1);
    EXPECT_TRUE(waitUntilSeen("已调整"));
    chooseRow("drills.plan_dates", "5月14日");
    pressButton("drills.plan_start");
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM drills_drill WHERE held_ymd = 20220514") == 1; }));
    EXPECT_TRUE(waitFor([&] { return canPress("drills.plan_open"); }));
    {
        Dialogs dialogs;
        dialogs.answer(wxID_YES).act([](wxDialog* dialog) {
            settle();
            shoot("drills_plan_copied", dialog);
            EXPECT_GT(rowCount("drills.plan_copied_list", dialog), 10);
            dialog->EndModal(wxID_CANCEL);
        });
        pressButton("drills.plan_copy");
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_year_plan WHERE year = 2023"), 1);
    work.open("drills.plan", "year=2022");
    settle();
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            settle();
            shoot("drills_plan_conflicts", dialog);
            dialog->EndModal(wxID_CANCEL);
        });
        pressButton("drills.plan_conflicts_show");
    }
}

TEST_P(PlanPages, LightAndDarkAndTheGapsOfDuties) {
    addUnit("晋安小学", "学校");
    makePlan();
    addItem("校园疏散演练（春季和秋季）", "每学期第2周", "");
    const auto before = count("SELECT count(*) FROM drills_year_item");
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            settle();
            shoot("drills_plan_gaps", dialog);
            EXPECT_GT(rowCount("drills.plan_gaps_list", dialog), 5);
            pressButton("ok", dialog);
        });
        pressButton("drills.plan_fill");
        waitFor([&] { return count("SELECT count(*) FROM drills_year_item") > before; });
    }
    EXPECT_GT(count("SELECT count(*) FROM drills_year_item"), before + 5);
    addItem("校园防火疏散演练", "每月第二个星期三", "");
    chooseRow("drills.plan_items", "校园防火疏散演练");
    waitForRows("drills.plan_dates", 12);
    for (const auto mode : {ui::ThemeMode::light, ui::ThemeMode::dark}) {
        ui::setThemeMode(mode);
        settle(std::chrono::milliseconds(400));
        EXPECT_TRUE(work.page()->IsShownOnScreen());
        shoot(std::string("drills.plan_") + (mode == ui::ThemeMode::dark ? "dark" : "light"), work.frame());
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

} // namespace
} // namespace yanxun::testing
