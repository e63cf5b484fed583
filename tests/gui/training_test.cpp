// 教育培训 by intents, over the demonstration district of 2021.
#include "gui/workplace.h"

#include <yanxun/ui/theme.h>

#include <wx/bookctrl.h>
#include <wx/grid.h>
#include <wx/textctrl.h>

#include <algorithm>

namespace yanxun::testing {
namespace {

class TrainingPages : public WorkplaceTest {
protected:
    TrainingPages() {
        EXPECT_TRUE(work.runs("training"));
        // Directory has written the operator by now: the database is no longer an empty one.
        work.database().write([this](Writer& writer) {
            for (const auto& demo : work.program().registry().demos())
                demo.fill(writer, {1, 2021}, Progress::none());
        });
    }
    void open(const std::string& page, const std::string& argument = {}) {
        work.open(page, argument);
        settle(std::chrono::milliseconds(300));
    }
    void tab(const char* book, std::size_t page) {
        findAs<wxBookCtrlBase>(book, work.page())->SetSelection(page);
        settle(std::chrono::milliseconds(250));
    }
    /// A class with a roster.
    std::string withRoster() { return "id=" + std::to_string(count("SELECT min(class_id) FROM training_learner")); }
};
YANXUN_ON_BOTH_ENGINES(TrainingPages);

TEST_P(TrainingPages, ShowTheDistrictInLightAndDark) {
    const auto picture = [&](const std::string& name, ui::ThemeMode mode) {
        settle(std::chrono::milliseconds(250));
        shoot(name + (mode == ui::ThemeMode::dark ? "_dark" : "_light"), work.frame());
    };
    for (const ui::ThemeMode mode : {ui::ThemeMode::light, ui::ThemeMode::dark}) {
        ui::setThemeMode(mode);
        open("training.page", "year=2021&mode=online");
        EXPECT_TRUE(waitUntilSeen("2021 年度 · 402 期"));
        open("training.page", "year=2021");
        EXPECT_TRUE(waitUntilSeen("2021 年度 · 605 期"));
        chooseRow("training.list", "安全生产法宣讲");
        EXPECT_TRUE(waitUntilSeen("到课率"));
        picture("training.page", mode);
        open("training.class", withRoster());
        for (std::size_t page = 0; page < 5; ++page) {
            tab("training.tabs", page);
            picture("training.class_tab" + std::to_string(page), mode);
        }
        open("training.people");
        tab("training.people_tabs", 0); // the page stays where it was left
        EXPECT_TRUE(waitFor([&] { return rowCount("training.trainees") == 120; }));
        chooseRow("training.trainees", "缺");
        EXPECT_TRUE(waitUntilSeen("二手资料")) << "the evidence of the rule is shown";
        picture("training.people_hours", mode);
        tab("training.people_tabs", 1);
        EXPECT_TRUE(waitFor([&] { return rowCount("training.certificates") > 60; }));
        picture("training.people_certificates", mode);
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

TEST_P(TrainingPages, TheRosterIsTypedByKeyboardAlone) {
    open("training.class", withRoster());
    tab("training.tabs", 1);
    const int before = rowCount("training.roster_list");
    auto* const name = findAs<wxTextCtrl>("training.roster_name", work.page());
    ASSERT_TRUE(name);
    name->SetFocus();
    for (const char* who : {"甲学员", "乙学员", "丙学员"}) {
        type(who);
        press(WXK_RETURN);
        ASSERT_TRUE(waitUntilSeen(std::string("已登上名册：") + who));
        EXPECT_TRUE(hasFocus(name)) << "ready for the next";
        EXPECT_TRUE(name->GetValue().empty());
    }
    EXPECT_EQ(rowCount("training.roster_list"), before + 3);
    type("甲学员");
    press(WXK_RETURN);
    EXPECT_TRUE(waitUntilSeen("已在名册上")) << "beside the field, no window in the way";
    EXPECT_EQ(count("SELECT count(*) FROM directory_person WHERE name LIKE '%学员'"), 3);
}

TEST_P(TrainingPages, AttendanceAndResultsAreTypedIntoTheirGrids) {
    open("training.class", withRoster());
    tab("training.tabs", 2);
    auto* const attendance = findAs<wxGrid>("training.attendance_grid", work.page());
    ASSERT_TRUE(attendance);
    ASSERT_GT(attendance->GetNumberRows(), 0);
    const auto put = [&](wxGrid* grid, int row, int column, const char* text) {
        grid->SetCellValue(row, column, ui::wx(text));
        wxGridEvent event(grid->GetId(), wxEVT_GRID_CELL_CHANGED, grid, row, column);
        grid->ProcessWindowEvent(event);
        settle(std::chrono::milliseconds(200));
    };
    put(attendance, 0, 5, "30");
    EXPECT_EQ(count("SELECT count(*) FROM training_attendance WHERE credited_minutes = 30"), 1);
    Dialogs dialogs;
    dialogs.answer(wxID_OK);
    put(attendance, 0, 3, "九点");
    ASSERT_EQ(dialogs.said().size(), 1u);
    EXPECT_NE(dialogs.said().front().find("9:30"), std::string::npos);
    tab("training.tabs", 3);
    auto* const exam = findAs<wxGrid>("training.exam_grid", work.page());
    put(exam, 0, 2, "85");
    put(exam, 1, 2, "不合格");
    EXPECT_EQ(count("SELECT count(*) FROM training_exam_result WHERE passed = 1 AND score = 8500"), 1);
    EXPECT_EQ(count("SELECT count(*) FROM training_exam_result WHERE passed = 0"), 1);
    EXPECT_TRUE(sees("合格 1 人"));
}

TEST_P(TrainingPages, ANewClassIsCheckedFieldByField) {
    open("training.page");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("date", "5月40日", dialog);
        setField("attended", "20", dialog);
        setField("passed", "30", dialog);
        pressButton("ok", dialog);
        EXPECT_TRUE(sees("合格人数多于实到人数", dialog));
        shoot("training.dialog", dialog);
        setField("name", "燃气安全培训", dialog);
        setField("unit", "云溪区应急管理局", dialog);
        setField("date", "2021-12-01", dialog);
        setField("mode", "线下", dialog);
        setField("hours", "4", dialog);
        setField("passed", "18", dialog);
        pressButton("ok", dialog);
    });
    pressButton("training.new");
    EXPECT_EQ(count("SELECT count(*) FROM training_class"), 606);
    EXPECT_EQ(count("SELECT minutes FROM training_class WHERE starts_ymd = 20211201 AND source = 2"), 180);
}

TEST_P(TrainingPages, ACertificateIsRenewedAndTheOldOneKept) {
    open("training.people");
    tab("training.people_tabs", 1);
    ASSERT_TRUE(waitFor([&] { return rowCount("training.certificates") > 0; }));
    chooseRow("training.certificates", "特种作业操作证");
    ASSERT_TRUE(waitFor([&] { return canPress("training.certificate_renew"); }));
    const std::int64_t before = count("SELECT count(*) FROM training_certificate");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        pressButton("ok", dialog);
        EXPECT_TRUE(dialog->IsShown()) << "a date is needed";
        setField("date", "2021-12-30", dialog);
        shoot("training.renew", dialog);
        pressButton("ok", dialog);
    });
    pressButton("training.certificate_renew");
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM training_certificate") == before + 1; }));
    EXPECT_EQ(count("SELECT count(*) FROM training_certificate WHERE replaced = 1"), 1);
}

TEST_P(TrainingPages, SomebodyShortOfHoursGetsThemCredited) {
    open("training.people");
    ASSERT_TRUE(waitFor([&] { return rowCount("training.trainees") == 120; }));
    chooseRow("training.trainees", "缺");
    const std::int64_t before = count("SELECT count(*) FROM training_credit");
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        setField("date", "2021-12-20", dialog);
        setField("reason", "市局补训", dialog);
        setField("hours", "40", dialog);
        pressButton("ok", dialog);
    });
    pressButton("training.credit_add");
    EXPECT_TRUE(waitFor([&] { return count("SELECT count(*) FROM training_credit") == before + 1; }));
}

TEST_P(TrainingPages, AnArchivePartIsFiledAndTakenOut) {
    open("training.class", withRoster());
    tab("training.tabs", 4);
    chooseRow("training.archive_list", "培训计划");
    EXPECT_FALSE(canPress("training.archive_take_out"));
    Dialogs dialogs;
    dialogs.act([](wxDialog* dialog) {
        for (wxWindow* const child : dialog->GetChildren()) {
            if (auto* const text = dynamic_cast<wxTextCtrl*>(child)) text->SetValue(ui::wx("2021年度计划，柜3"));
        }
        dialog->EndModal(wxID_OK);
    });
    pressButton("training.archive_file");
    EXPECT_TRUE(waitUntilSeen("2021年度计划，柜3"));
    EXPECT_EQ(count("SELECT count(*) FROM training_archive_part"), 1);
}

TEST_P(TrainingPages, FilledPagesFitSmallAndLargeWindows) {
    work.frame()->SetClientSize(work.frame()->FromDIP(wxSize(1366 - 208, 768 - 60)));
    open("training.page", "year=2021");
    EXPECT_TRUE(waitUntilSeen("2021 年度 · 605 期"));
    chooseRow("training.list", "安全生产法宣讲");
    settle(std::chrono::milliseconds(300));
    shoot("training.page_1366", work.frame());
    open("training.class", withRoster());
    tab("training.tabs", 1);
    shoot("training.roster_1366", work.frame());
    open("training.people");
    settle(std::chrono::milliseconds(300));
    shoot("training.people_1366", work.frame());
}

} // namespace
} // namespace yanxun::testing
