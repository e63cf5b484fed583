// 问题 → 整改 → 复查 on the screen: what is found in a drill is put right, and not by its own judge.
#include "gui/workplace.h"

#include <yanxun/ui/theme.h>

#include <wx/image.h>

namespace yanxun::testing {
namespace {

class ActionPages : public WorkplaceTest {
protected:
    void as(const std::string& who) { work.database().setWho(who); }
    VerbAnswer verb(const std::string& id, std::map<std::string, std::string, std::less<>> arguments) {
        return work.verb(id, std::move(arguments));
    }
    std::string addDrill() {
        verb("drills.add", {{"name", "防火疏散演练"}, {"unit", "晋安小学"}, {"date", "2021-05-03"}, {"mode", "实战"},
                            {"create-unit", ""}});
        return std::to_string(count("SELECT max(id) FROM drills_drill"));
    }
    std::int64_t state() { return count("SELECT status FROM drills_action"); }
    /// Fills in the dialog that comes and saves.
    void fill(Dialogs& dialogs, std::vector<std::pair<std::string, std::string>> fields) {
        dialogs.act([fields](wxDialog* dialog) {
            for (const auto& [name, text] : fields) setField(name, text, dialog);
            pressButton("ok", dialog);
        });
    }
};
YANXUN_ON_BOTH_ENGINES(ActionPages);

TEST_P(ActionPages, AFindingIsPutRightAndCheckedBySomebodyElse) {
    ASSERT_TRUE(work.runs("drills"));
    const std::string drill = addDrill();
    as("评估员");
    verb("drills.finding-add", {{"id", drill}, {"text", "二楼没有疏散指示"}, {"severity", "整改项"}});
    const std::string finding = std::to_string(count("SELECT max(id) FROM drills_finding"));
    verb("drills.action.add", {{"id", finding}, {"measure", "补装疏散指示标志"}, {"person", "责任人"}, {"due", "2022-01-20"}});
    work.open("drills.actions");
    ASSERT_TRUE(waitForRows("drills.actions_list", 1));
    chooseRow("drills.actions_list", "补装疏散指示标志");
    EXPECT_TRUE(waitUntilSeen("二楼没有疏散指示"));
    EXPECT_FALSE(canPress("drills.action_verify"));
    pressButton("drills.action_issue");
    EXPECT_EQ(state(), 2);
    as("责任人");
    {
        Dialogs dialogs;
        fill(dialogs, {{"percent", "100"}, {"text", "标志已装好"}});
        pressButton("drills.action_report");
    }
    EXPECT_EQ(state(), 3);
    shoot("actions_light", work.frame());
    {
        Dialogs dialogs;
        dialogs.act([](wxDialog* dialog) {
            setField("note", "我看过了", dialog);
            pressButton("ok", dialog);
            EXPECT_TRUE(waitUntilSeen("不能复查自己的整改", dialog));
            shoot("actions_refused", dialog);
            dialog->EndModal(wxID_CANCEL);
        });
        pressButton("drills.action_verify");
    }
    EXPECT_EQ(state(), 3) << "the person on duty is no judge";
    as("复查人");
    {
        Dialogs dialogs;
        fill(dialogs, {{"note", "现场看过，标志齐全"}});
        pressButton("drills.action_verify");
    }
    EXPECT_EQ(state(), 4);
    EXPECT_EQ(count("SELECT open_findings FROM drills_drill"), 0);
    setField("drills.actions_status", "未销号");
    EXPECT_TRUE(waitForRows("drills.actions_list", 0));
    setField("drills.actions_status", "已销号");
    EXPECT_TRUE(waitForRows("drills.actions_list", 1));
}

TEST_P(ActionPages, EvidenceStandsBesideTheMeasure) {
    ASSERT_TRUE(work.runs("drills"));
    const std::string drill = addDrill();
    verb("drills.finding-add", {{"id", drill}, {"text", "二楼没有疏散指示"}});
    verb("drills.action.add", {{"id", std::to_string(count("SELECT max(id) FROM drills_finding"))},
                               {"measure", "补装疏散指示标志"}, {"due", "2021-06-20"}});
    wxImage picture(400, 300);
    picture.SetRGB(wxRect(0, 0, 400, 300), 40, 120, 200);
    const auto photo = folder.path() / "现场.png";
    ASSERT_TRUE(picture.SaveFile(ui::wx(photo.string()), wxBITMAP_TYPE_PNG));
    work.open("drills.actions", "id=" + std::to_string(count("SELECT max(id) FROM drills_action")));
    EXPECT_TRUE(waitUntilSeen("还没有佐证"));
    {
        Dialogs dialogs;
        dialogs.file(photo);
        pressButton("drills.evidence_add");
    }
    EXPECT_TRUE(waitUntilSeen("共 1 件"));
    EXPECT_EQ(count("SELECT count(*) FROM drills_evidence"), 1);
    shoot("actions_evidence", work.frame());
    ui::setThemeMode(ui::ThemeMode::dark);
    settle();
    shoot("actions_dark", work.frame());
    ui::setThemeMode(ui::ThemeMode::light);
    {
        Dialogs dialogs;
        dialogs.file(folder.path() / "back.png");
        pressButton("drills.evidence_save");
    }
    EXPECT_EQ(std::filesystem::file_size(folder.path() / "back.png"), std::filesystem::file_size(photo));
}

TEST_P(ActionPages, LessonsAreLookedUpByTag) {
    ASSERT_TRUE(work.runs("drills"));
    const std::string drill = addDrill();
    verb("drills.lesson.add", {{"id", drill}, {"text", "夜间疏散要备应急灯"}, {"tags", "夜间"}});
    verb("drills.lesson.add", {{"id", drill}, {"text", "清点迅速"}, {"kind", "优点"}, {"tags", "清点"}});
    work.open("drills.lessons");
    EXPECT_TRUE(waitForRows("drills.lessons_list", 2));
    setField("drills.lessons_tag", "夜间");
    EXPECT_TRUE(waitForRows("drills.lessons_list", 1));
    shoot("lessons_light", work.frame());
    verb("drills.finding-add", {{"id", drill}, {"text", "预案没有夜间处置"}, {"plan", "火灾专项预案"}});
    as("提出人");
    verb("drills.revision.suggest", {{"id", std::to_string(count("SELECT max(id) FROM drills_finding"))},
                                     {"text", "增加夜间处置一节"}});
    as("审定人");
    EXPECT_TRUE(waitForRows("drills.revisions_list", 1));
    for (const auto& [press, field, text] : {std::tuple{"drills.revision_decide", "note", "同意"},
                                             {"drills.revision_adopt", "version", "2021-2"}}) {
        chooseRow("drills.revisions_list", "增加夜间处置一节");
        Dialogs dialogs;
        fill(dialogs, {{field, text}});
        pressButton(press);
    }
    EXPECT_EQ(count("SELECT count(*) FROM drills_plan_revision WHERE adopted_version = '2021-2'"), 1);
    shoot("lessons_plans", work.frame());
    setField("drills.lessons_search", "没有这样的词");
    EXPECT_TRUE(waitForRows("drills.lessons_list", 0));
    EXPECT_TRUE(waitUntilSeen("换个词"));
}

} // namespace
} // namespace yanxun::testing
