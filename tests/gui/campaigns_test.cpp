// 五进宣传 by intents, over the demonstration district.
#include "gui/workplace.h"

#include <yanxun/ui/theme.h>

#include <wx/bookctrl.h>

#include <algorithm>

namespace yanxun::testing {
namespace {

class CampaignsPages : public WorkplaceTest {
protected:
    CampaignsPages() {
        EXPECT_TRUE(work.runs("campaigns"));
        work.database().write([this](Writer& writer) {
            for (const auto& demo : work.program().registry().demos()) demo.fill(writer, {1, 2021}, Progress::none());
        });
    }
    void open(const std::string& page, const std::string& argument = {}) {
        work.open(page, argument);
        settle(std::chrono::milliseconds(400));
    }
};
YANXUN_ON_BOTH_ENGINES(CampaignsPages);

TEST_P(CampaignsPages, ShowTheDistrictInLightAndDark) {
    const struct {
        const char* page;
        const char* argument;
        const char* sees;
    } pages[] = {{"campaigns.activities", "year=2021", "2021 年度 · 197 场"},
                 {"campaigns.posts", "year=2021", "共 37 条"},
                 {"campaigns.coverage", "cell=青岭镇|进农村", "青岭镇 · 进农村"},
                 {"campaigns.not_reached", "year=2021", "个次"},
                 {"campaigns.targets", "year=2021", "2021 年度 · 5 项"},
                 {"campaigns.plans", "year=2021", "2021 年 · 15 个节点"},
                 {"campaigns.terms", "", "类别 · 5 条"}};
    for (const ui::ThemeMode mode : {ui::ThemeMode::light, ui::ThemeMode::dark}) {
        ui::setThemeMode(mode);
        for (const auto& [page, argument, expected] : pages) {
            open(page, argument);
            EXPECT_TRUE(waitUntilSeen(expected)) << page;
            shoot(std::string(page) + (mode == ui::ThemeMode::dark ? "_dark" : "_light"), work.frame());
        }
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

TEST_P(CampaignsPages, AChosenActivityShowsWhatBelongsToIt) {
    open("campaigns.activities", "year=2021");
    ASSERT_TRUE(waitUntilSeen("2021 年度 · 197 场"));
    setField("campaigns.search", "安全生产月");
    ASSERT_TRUE(waitFor([&] { return rowCount("campaigns.list") < 100; }));
    chooseRow("campaigns.list", "安全生产月");
    EXPECT_TRUE(waitUntilSeen("变更状态"));
    shoot("campaigns.activity_detail", work.frame());
}

TEST_P(CampaignsPages, AnActivityIsPlannedFromTheNotReachedList) {
    open("campaigns.not_reached", "year=2021&cell=青岭镇|进社区");
    const std::int64_t before = count("SELECT count(*) FROM campaigns_activity");
    ASSERT_TRUE(waitFor([&] { return rowCount("campaigns.not_reached_list") > 0; }));
    chooseRow("campaigns.not_reached_list", "社区");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("date", "2020-01-01", dialog);
        pressButton("ok", dialog);
        EXPECT_TRUE(sees("计划的日期已经过去", dialog)) << "a wrong field is said below it";
        shoot("campaigns.plan_dialog", dialog);
        setField("name", "查漏补缺宣传", dialog);
        setField("date", "2022-01-10", dialog);
        pressButton("ok", dialog);
    });
    pressButton("campaigns.plan");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), before + 1);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity WHERE status = 10 AND held_ymd = 20220110"), 1);
    EXPECT_TRUE(waitFor([&] {
        const auto rows = rowsOf("campaigns.not_reached_list");
        return std::any_of(rows.begin(), rows.end(), [](const std::string& row) {
            return row.find("2022-01-10") != std::string::npos && row.find("已安排") != std::string::npos;
        });
    })) << "the list says that the unit is being taken care of";
    ASSERT_EQ(work.notices().size(), 1u);
}

TEST_P(CampaignsPages, AnActivityTakesItsNextStep) {
    open("campaigns.activities", "year=2021");
    chooseRow("campaigns.list", "宣传活动");
    ASSERT_TRUE(waitUntilSeen("变更状态"));
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        EXPECT_EQ(fieldText("to", dialog), "已归档") << "the usual step is offered";
        pressButton("ok", dialog);
    });
    pressButton("campaigns.step");
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM campaigns_activity WHERE status = 100") == 1; }));
}

TEST_P(CampaignsPages, PlanningNothingSaysWhatToDo) {
    open("campaigns.not_reached", "year=2021");
    Dialogs dialogs;
    dialogs.answer(wxID_OK);
    pressButton("campaigns.plan");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), 197);
}

TEST_P(CampaignsPages, ANewActivityIsCheckedFieldByField) {
    open("campaigns.activities");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("date", "5月40日", dialog);
        pressButton("ok", dialog);
        EXPECT_TRUE(sees("请填写覆盖单位，或填写主办单位。", dialog));
        shoot("campaigns.dialog", dialog);
        setField("name", "燃气安全进社区", dialog);
        setField("date", "2021-12-01", dialog);
        setField("units", "青岭镇", dialog);
        setField("primary", "进社区", dialog);
        setField("attendance", "80", dialog);
        pressButton("ok", dialog);
    });
    pressButton("campaigns.new");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), 198);
    EXPECT_EQ(count("SELECT attendance FROM campaigns_activity WHERE held_ymd = 20211201 AND source = 2"), 80);
}

TEST_P(CampaignsPages, ACellOfTheCoverageOpensToItsUnits) {
    open("campaigns.coverage", "cell=白石坡镇|进学校");
    EXPECT_TRUE(waitUntilSeen("白石坡镇 · 进学校"));
    ASSERT_TRUE(waitFor([&] { return rowCount("campaigns.coverage_units") > 0; }));
    const int all = rowCount("campaigns.coverage_units");
    setField("campaigns.coverage_which", "未覆盖");
    ASSERT_TRUE(waitFor([&] { return rowCount("campaigns.coverage_units") < all; }));
    pressButton("campaigns.coverage_missing");
    EXPECT_EQ(work.page()->GetName(), "campaigns.not_reached");
}

TEST_P(CampaignsPages, AFilmGetsItsNextCount) {
    open("campaigns.posts", "year=2021");
    chooseRow("campaigns.post_list", "应急微课堂第1期");
    ASSERT_TRUE(waitUntilSeen("登记累计数"));
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("on", "2022-01-31", dialog);
        setField("value", "999999", dialog);
        shoot("campaigns.count_dialog", dialog);
        pressButton("ok", dialog);
    });
    pressButton("campaigns.post_count");
    settle();
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_snapshot"), 38);
    EXPECT_TRUE(waitUntilSeen("999,999"));
    shoot("campaigns.post_detail", work.frame());
}

TEST_P(CampaignsPages, TargetsCampaignsAndWordsAreKept) {
    open("campaigns.targets", "year=2021");
    Dialogs dialogs;
    dialogs
        .act([](wxDialog* dialog) {
            setField("words", "学校全覆盖", dialog);
            setField("category", "进学校", dialog);
            setField("kind", "全覆盖", dialog);
            pressButton("ok", dialog);
        })
        .act([](wxDialog* dialog) {
            setField("name", "2021年宪法宣传周", dialog);
            setField("first", "2021-12-01", dialog);
            setField("last", "2021-12-07", dialog);
            pressButton("ok", dialog);
        })
        .act([](wxDialog* dialog) {
            setField("name", "进机关", dialog);
            setField("active", "是", dialog);
            pressButton("ok", dialog);
        });
    pressButton("campaigns.target_new");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_target"), 6);
    open("campaigns.plans");
    auto* const book = findAs<wxBookCtrlBase>("campaigns.plans_tabs", work.page());
    ASSERT_TRUE(book);
    book->SetSelection(1);
    settle();
    pressButton("campaigns.campaign_new");
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_campaign"), 4);
    shoot("campaigns.campaigns", work.frame());
    open("campaigns.terms");
    pressButton("campaigns.term_new");
    EXPECT_TRUE(waitForRows("campaigns.terms.list", 6));
}

} // namespace
} // namespace yanxun::testing
