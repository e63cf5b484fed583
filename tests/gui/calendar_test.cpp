// The common calendar by intents: month, week and agenda, moving entries, the file for other programs.
#include "desktop/calendar_page.h"
#include "gui/workplace.h"

#include <yanxun/ui/month_view.h>
#include <yanxun/ui/week_view.h>

#include <wx/uiaction.h>

#include <fstream>
#include <sstream>

namespace yanxun::testing {
namespace {

using ui::CalendarView;

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

/// Today is 2021-12-31; a class is planned for Monday 10 January 2022.
class CalendarPages : public WorkplaceTest {
protected:
    CalendarPages() {
        EXPECT_TRUE(work.runs("training"));
        EXPECT_TRUE(work.runs("campaigns"));
        work.add(desktop::calendarPage(work.program(), work));
        work.verb("training.add", {{"name", "安全员培训"}, {"unit", "晋安社区"}, {"date", "2022-01-10"}, {"place", "党校"},
                              {"teacher", "岑老师"}, {"create-unit", ""}});
    }
    /// A plan somebody approved: it asks for a reason.
    void approvedPlan() {
        CalendarKind kind;
        kind.id = "training.approved";
        kind.title = "已批计划";
        kind.entries = [this](Reader&, const Period&, const auto& put) {
            CalendarEntry entry;
            entry.first = entry.last = planned;
            entry.title = "已批准的演练";
            entry.argument = "1";
            entry.movable = true;
            put(entry);
        };
        kind.mayMove = [](Reader&, const std::string&, Date) { return MoveQuestion{true, {"与县里的会议冲突。"}}; };
        kind.move = [this](Writer&, const std::string&, Date first, const std::string& why) {
            planned = first;
            reason = why;
        };
        work.program().registry().contributionsOf("training")->add(kind);
    }
    void open(const std::string& day) {
        work.open("host.calendar", "day=" + day);
        settle(std::chrono::milliseconds(400));
    }
    template <class View>
    View* view(const std::string& name) {
        return dynamic_cast<View*>(seek(name, work.page()));
    }
    std::size_t entryOf(const CalendarView& view, const std::string& title) {
        const auto has = [&](const CalendarEntry& entry) { return entry.title == title; };
        EXPECT_TRUE(waitFor([&] { return std::any_of(view.entries().begin(), view.entries().end(), has); })) << title;
        settle();
        return std::size_t(std::find_if(view.entries().begin(), view.entries().end(), has) - view.entries().begin());
    }
    void drag(CalendarView& view, const std::string& title, Date from, Date to) {
        const auto chip = view.areaOf(entryOf(view, title), from);
        ASSERT_TRUE(chip);
        const auto middle = [&](const wxRect& area) { return view.ClientToScreen(area.GetPosition() + area.GetSize() / 2); };
        wxUIActionSimulator mouse;
        mouse.MouseMove(middle(*chip));
        settle();
        mouse.MouseDown();
        settle();
        mouse.MouseMove(middle(*chip) + wxPoint(9, 9));
        settle();
        mouse.MouseMove(middle(view.areaOf(to)));
        settle();
        mouse.MouseUp();
        settle(std::chrono::milliseconds(300));
    }
    std::int64_t classDay() { return count("SELECT starts_ymd FROM training_class WHERE name = '安全员培训'"); }
    const std::vector<std::string>& notices() { return work.notices(); }

    Date planned{2022, 1, 12};
    std::string reason;
};
YANXUN_ON_BOTH_ENGINES(CalendarPages);

TEST_P(CalendarPages, ShowTheWayChosenLastTime) {
    open("2022-01-10");
    EXPECT_TRUE(waitUntilSeen("2022年1月"));
    pressButton("calendar.mode.week");
    EXPECT_TRUE(waitUntilSeen("2022年1月10日—1月16日"));
    EXPECT_TRUE(view<ui::WeekView>("calendar.week"));
    EXPECT_EQ(work.program().settings().text("calendar.mode"), "week");
    pressButton("calendar.after");
    EXPECT_TRUE(waitUntilSeen("2022年1月17日—1月23日"));
    pressButton("calendar.mode.agenda");
    EXPECT_TRUE(waitUntilSeen("2022年1月17日 至 2022年2月15日 · 0 项"));
    EXPECT_TRUE(waitUntilSeen("这段时间没有安排。"));
    pressButton("calendar.before");
    EXPECT_TRUE(waitUntilSeen("· 1 项"));
    pressButton("calendar.today");
    EXPECT_TRUE(waitUntilSeen("2021年12月31日 至 2022年1月29日"));
    EXPECT_TRUE(waitForRows("host.coming", 1));
    EXPECT_EQ(rowsOf("host.coming").at(0), "1月10日 周一|全天|安全员培训|晋安社区 · 党校|教育培训");
}

TEST_P(CalendarPages, AClassIsDraggedToAnotherDayOfTheMonth) {
    open("2022-01-10");
    drag(*view<ui::MonthView>("calendar.month"), "安全员培训", {2022, 1, 10}, {2022, 1, 19});
    EXPECT_EQ(classDay(), 20220119);
    ASSERT_FALSE(notices().empty());
    EXPECT_EQ(notices().back(), "“安全员培训”已改到 2022年1月19日。");
    EXPECT_EQ(view<ui::MonthView>("calendar.month")->day(), (Date{2022, 1, 19}));
}

TEST_P(CalendarPages, AWeekendIsWarnedOfAndMayBeLetBe) {
    open("2022-01-10");
    pressButton("calendar.mode.week");
    settle(std::chrono::milliseconds(400));
    Dialogs dialogs;
    dialogs
        .act([](wxDialog* dialog) {
            EXPECT_TRUE(waitUntilSeen("开始的那天是周六。", dialog));
            EXPECT_EQ(fieldText("date", dialog), "2022-01-15");
            shoot("calendar.move_warning", dialog);
            dialog->EndModal(wxID_CANCEL);
        })
        .act([](wxDialog* dialog) { pressButton("ok", dialog); });
    drag(*view<ui::WeekView>("calendar.week"), "安全员培训", {2022, 1, 10}, {2022, 1, 15});
    EXPECT_EQ(classDay(), 20220110);
    drag(*view<ui::WeekView>("calendar.week"), "安全员培训", {2022, 1, 10}, {2022, 1, 15});
    EXPECT_EQ(classDay(), 20220115);
}

TEST_P(CalendarPages, AnEntryIsMovedWithoutAMouse) {
    open("2022-01-10");
    auto* const month = view<ui::MonthView>("calendar.month");
    entryOf(*month, "安全员培训");
    month->SetFocus();
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        pressButton("ok", dialog);
        EXPECT_TRUE(waitUntilSeen("还是原来的日期", dialog));
        setField("date", "2022-02-08", dialog);
        EXPECT_TRUE(waitUntilSeen("没有冲突", dialog));
        pressButton("ok", dialog);
    });
    press('M');
    EXPECT_EQ(classDay(), 20220208);
    EXPECT_TRUE(waitUntilSeen("2022年2月")) << "the page follows";
}

TEST_P(CalendarPages, AnApprovedPlanAsksForAReason) {
    approvedPlan();
    open("2022-01-12");
    Dialogs dialogs;
    dialogs.act([&](wxDialog* dialog) {
        EXPECT_TRUE(waitUntilSeen("与县里的会议冲突。", dialog));
        setField("reason", "  ", dialog);
        pressButton("ok", dialog);
        EXPECT_TRUE(waitUntilSeen("请写明改期的原因。", dialog));
        shoot("calendar.move_reason", dialog);
        EXPECT_EQ(planned, (Date{2022, 1, 12}));
        setField("reason", "暴雨预警", dialog);
        pressButton("ok", dialog);
    });
    drag(*view<ui::MonthView>("calendar.month"), "已批准的演练", {2022, 1, 12}, {2022, 1, 13});
    EXPECT_EQ(planned, (Date{2022, 1, 13}));
    EXPECT_EQ(reason, "暴雨预警");
}

TEST_P(CalendarPages, WhatSomebodyMovedMeanwhileIsNotOverwritten) {
    approvedPlan();
    open("2022-01-12");
    Dialogs dialogs;
    dialogs.act([&](wxDialog* dialog) {
        planned = {2022, 1, 20};
        setField("reason", "暴雨预警", dialog);
        pressButton("ok", dialog);
        EXPECT_TRUE(waitUntilSeen("刚被他人改动，没有移动", dialog));
        dialog->EndModal(wxID_CANCEL);
    });
    drag(*view<ui::MonthView>("calendar.month"), "已批准的演练", {2022, 1, 12}, {2022, 1, 13});
    EXPECT_EQ(planned, (Date{2022, 1, 20}));
}

TEST_P(CalendarPages, WhatIsDoneStaysAndSaysWhy) {
    work.verb("training.add", {{"name", "已办的班"}, {"unit", "晋安社区"}, {"date", "2021-12-20"}, {"create-unit", ""}});
    open("2021-12-20");
    drag(*view<ui::MonthView>("calendar.month"), "已办的班", {2021, 12, 20}, {2021, 12, 21});
    ASSERT_FALSE(notices().empty());
    EXPECT_NE(notices().back().find("“已办的班”已经开展"), std::string::npos) << notices().back();
    EXPECT_EQ(count("SELECT starts_ymd FROM training_class WHERE name = '已办的班'"), 20211220);
}

TEST_P(CalendarPages, TheListMovesAndTheKindFilterHoldsForAll) {
    work.verb("campaigns.add", {{"name", "入户宣传"}, {"date", "2022-01-10"}, {"units", "晋安社区"}, {"categories", "进社区"}, {"create-units", ""}});
    open("2022-01-10");
    EXPECT_TRUE(waitForRows("host.agenda", 2));
    EXPECT_FALSE(canPress("calendar.agenda.move"));
    setField("calendar.kind", "宣传活动");
    EXPECT_TRUE(waitForRows("host.agenda", 1));
    chooseRow("host.agenda", "入户宣传");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("date", "2022-01-11", dialog);
        pressButton("ok", dialog);
    });
    pressButton("calendar.agenda.move");
    EXPECT_EQ(count("SELECT held_ymd FROM campaigns_activity WHERE name = '入户宣传'"), 20220111);
}

TEST_P(CalendarPages, TheFileHoldsTheDaysAskedFor) {
    work.verb("training.add", {{"name", "三月的班"}, {"unit", "晋安社区"}, {"date", "2022-03-01"}, {"create-unit", ""}});
    open("2022-01-10");
    const auto file = folder.path() / "日历.ics";
    Dialogs dialogs;
    dialogs
        .act([](wxDialog* dialog) {
            EXPECT_EQ(fieldText("from", dialog), "2022-01-01");
            setField("to", "2021-12-31", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(waitUntilSeen("不能早于开始的日期。", dialog));
            setField("to", "2022-02-28", dialog);
            setField("kind", "教育培训", dialog);
            shoot("calendar.export", dialog);
            pressButton("ok", dialog);
        })
        .file(file);
    pressButton("calendar.export");
    EXPECT_TRUE(waitFor([&] { return !notices().empty(); }));
    EXPECT_EQ(notices().back(), "已导出 1 项到 日历.ics。");
    const std::string text = contentOf(file);
    EXPECT_NE(text.find("SUMMARY:安全员培训\r\n"), std::string::npos) << text;
    EXPECT_EQ(text.find("三月的班"), std::string::npos);
}

TEST_P(CalendarPages, AFileThatCannotBeWrittenIsSaid) {
    open("2022-01-10");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) { pressButton("ok", dialog); })
        .file("/proc/x.ics") // a folder that takes no files
        .answer(wxID_OK);
    pressButton("calendar.export");
    EXPECT_TRUE(waitFor([&] { return !dialogs.said().empty(); }));
    ASSERT_FALSE(dialogs.said().empty());
    EXPECT_NE(dialogs.said().at(0).find("/proc"), std::string::npos) << dialogs.said().at(0);
    EXPECT_TRUE(notices().empty());
}

TEST_P(CalendarPages, ShowTheDistrictInEveryLook) {
    work.database().write([this](Writer& writer) {
        for (const auto& demo : work.program().registry().demos()) demo.fill(writer, {1, 2021}, Progress::none());
    });
    const struct {
        const char* name;
        ui::ThemeMode mode;
        wxSize dip;
    } looks[] = {{"light", ui::ThemeMode::light, {1112, 800}},
                 {"dark", ui::ThemeMode::dark, {1112, 800}},
                 {"1366", ui::ThemeMode::light, {1158, 700}},
                 {"1024", ui::ThemeMode::light, {816, 600}}};
    for (const auto& look : looks) {
        ui::setThemeMode(look.mode);
        work.frame()->SetClientSize(work.frame()->FromDIP(look.dip));
        for (const char* const mode : {"month", "week", "agenda"}) {
            open("2021-09-15");
            pressButton(std::string("calendar.mode.") + mode);
            settle(std::chrono::milliseconds(600));
            EXPECT_TRUE(sees("2021年9月"));
            shoot(std::string("calendar_") + mode + "_" + look.name, work.frame());
        }
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

} // namespace
} // namespace yanxun::testing
