#include <support/gui.h>

#include <yanxun/ui/form.h>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

class FormTest : public ::testing::Test {
protected:
    FormTest() {
        name = form->text("name", "演练名称", true);
        hazard = form->choice("hazard", "灾种", {{"fire", "火灾"}, {"quake", "地震"}});
        form->date("day", "演练日期");
        form->number("people", "参演人数");
        form->hundredths("score", "得分");
        form->suggest("unit", "组织单位", [this](const std::string& written) {
            asked.push_back(written);
            return std::vector<std::string>{"实验小学", "实验中学"};
        });
        form->multiline("goal", "演练目的");
        form->check("summary", "需要总结");
        shown.show(form);
    }

    std::string sentence(const std::string& id) {
        wxWindow* const below = find(id + ".wrong", shown.frame());
        return below && below->IsShown() ? utf8(dynamic_cast<wxStaticText*>(below)->GetLabelText()) : "";
    }

    ShownFrame shown{{560, 480}};
    Form* form = new Form(shown.parent());
    wxTextCtrl* name = nullptr;
    wxChoice* hazard = nullptr;
    std::vector<std::string> asked;
};

TEST_F(FormTest, AMissingNameIsSaidBelowItsFieldAndTakesTheFocus) {
    EXPECT_FALSE(form->validate());
    EXPECT_EQ(sentence("name"), "请填写演练名称。");
    settle();
    EXPECT_TRUE(hasFocus(name));
    EXPECT_EQ(accessibleName(name), "演练名称，必填：请填写演练名称。");
    wxWindow* const below = find("name.wrong", shown.frame());
    EXPECT_GE(below->GetRect().GetTop(), name->GetRect().GetBottom()) << "below, not beside";
    EXPECT_GT(below->GetSize().y, 8);
}

TEST_F(FormTest, TheSentenceGoesWhenThePersonWrites) {
    form->validate();
    name->SetFocus();
    settle();
    type("实验小学消防演练");
    ASSERT_TRUE(waitFor([this] { return form->get("name") == "实验小学消防演练"; }));
    EXPECT_EQ(sentence("name"), "");
    EXPECT_TRUE(form->validate());
}

TEST_F(FormTest, DatesAreReadAsPeopleWriteThem) {
    for (const char* const written : {"2021-05-03", "2021年5月3日", "2021.5.3", "２０２１/５/３", "20210503"}) {
        form->set("day", written);
        EXPECT_EQ(form->day("day"), (Date{2021, 5, 3})) << written;
    }
    form->set("name", "x");
    for (const char* const written : {"2021-02-30", "5月3日", "去年", "5/6/2021"}) {
        form->set("day", written);
        EXPECT_FALSE(form->day("day")) << written;
        EXPECT_FALSE(form->validate()) << written;
        EXPECT_NE(sentence("day"), "") << written;
    }
}

TEST_F(FormTest, ADateIsShownAsItWasUnderstood) {
    auto* const day = findAs<wxTextCtrl>("day", shown.frame());
    day->SetFocus();
    settle();
    type("2021.5.3");
    name->SetFocus();
    EXPECT_TRUE(waitFor([&] { return day->GetValue() == "2021-05-03"; })) << day->GetValue().utf8_str();
}

TEST_F(FormTest, NumbersAreWholeAndNotAbout) {
    form->set("name", "x");
    form->set("people", "１２０人");
    EXPECT_EQ(form->integer("people"), 120);
    EXPECT_TRUE(form->validate());
    for (const char* const written : {"约300人", "-5", "很多"}) {
        form->set("people", written);
        EXPECT_FALSE(form->integer("people")) << written;
        EXPECT_FALSE(form->validate()) << written;
    }
}

TEST_F(FormTest, AScoreIsKeptInHundredths) {
    form->set("score", "85.3");
    EXPECT_EQ(form->integer("score"), 8530);
    form->setInteger("score", 9005);
    EXPECT_EQ(form->get("score"), "90.05");
    form->setInteger("score", {});
    EXPECT_EQ(form->get("score"), "");
}

TEST_F(FormTest, AChoiceSpeaksInValuesAndKeepsAnUnknownOne) {
    EXPECT_EQ(form->get("hazard"), "");
    form->set("hazard", "quake");
    EXPECT_EQ(utf8(hazard->GetStringSelection()), "地震");
    EXPECT_EQ(form->get("hazard"), "quake");
    form->set("hazard", "台风");
    EXPECT_EQ(form->get("hazard"), "台风");
    form->set("hazard", "");
    EXPECT_EQ(form->get("hazard"), "");
}

TEST_F(FormTest, TextComesCleanAndTrimmed) {
    form->set("goal", "  检验预案\n");
    EXPECT_EQ(form->get("goal"), "检验预案");
    form->setFlag("summary", true);
    EXPECT_TRUE(form->flag("summary"));
}

TEST_F(FormTest, RulesOfThePageCount) {
    form->rule("people", [this] { return form->integer("people").value_or(0) > 1000 ? std::string("人数太多。") : ""; });
    form->set("name", "x");
    form->set("people", "1001");
    EXPECT_FALSE(form->validate());
    EXPECT_EQ(sentence("people"), "人数太多。");
    form->set("people", "1000");
    EXPECT_TRUE(form->validate());
    EXPECT_EQ(sentence("people"), "");
}

TEST_F(FormTest, TabGoesFromFieldToFieldInTheirOrder) {
    name->SetFocus();
    settle();
    for (const char* const next : {"hazard", "day", "people", "score", "unit", "goal", "summary"}) {
        press(WXK_TAB);
        EXPECT_TRUE(waitFor([&] { return hasFocus(find(next, shown.frame())); }, std::chrono::seconds(2))) << next;
        // A combo box has two stops: its entry and its arrow.
        if (std::string(next) == "unit") press(WXK_TAB);
    }
}

TEST_F(FormTest, SuggestionsAreAskedForWhileWriting) {
    auto* const unit = findAs<wxComboBox>("unit", shown.frame());
    unit->SetFocus();
    settle();
    asked.clear();
    type("sy");
    ASSERT_TRUE(waitFor([this] { return !asked.empty() && asked.back() == "sy"; }));
    EXPECT_EQ(form->get("unit"), "sy") << "what was written stays";
    EXPECT_EQ(unit->GetCount(), 2U);
    press(WXK_ESCAPE);
}

TEST_F(FormTest, AnErrorOfAnUnknownFieldStandsAboveTheForm) {
    form->showError("no-such-field", "这条记录刚被别人改过。");
    settle();
    bool found = false;
    for (wxWindow* child : form->GetChildren())
        if (auto* const text = dynamic_cast<wxStaticText*>(child))
            found = found || (text->IsShown() && text->GetLabelText() == wx("这条记录刚被别人改过。"));
    EXPECT_TRUE(found);
}

} // namespace
} // namespace yanxun::testing
