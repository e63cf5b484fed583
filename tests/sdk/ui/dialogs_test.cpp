#include <support/gui.h>

#include <yanxun/error.h>
#include <yanxun/log.h>
#include <yanxun/ui/dialogs.h>

#include <wx/msgdlg.h>
#include <wx/textctrl.h>

namespace yanxun::testing {
namespace {

using namespace yanxun::ui;

struct Lines final : Log {
    std::vector<std::string> warnings;
    void debug(std::string_view) override {}
    void info(std::string_view) override {}
    void warning(std::string_view line) override { warnings.emplace_back(line); }
    void error(std::string_view) override {}
};

std::string messageOf(wxDialog* dialog) {
    auto* const box = dynamic_cast<wxMessageDialog*>(dialog);
    return box ? utf8(box->GetMessage()) : "";
}

TEST(Dialogs, AnErrorIsShownAsItsWholeSentence) {
    Answers answers;
    std::string shown;
    answers.then(wxID_OK, [&](wxDialog* dialog) { shown = messageOf(dialog); });
    EXPECT_FALSE(guarded(nullptr, [] { throw Conflict("这条记录刚被别人改过，请刷新后再试。"); }));
    EXPECT_EQ(shown, "这条记录刚被别人改过，请刷新后再试。");
}

TEST(Dialogs, AnUnexpectedErrorGoesToTheLogAndNotToThePerson) {
    Lines log;
    setLog(&log);
    Answers answers;
    std::string shown;
    answers.then(wxID_OK, [&](wxDialog* dialog) { shown = messageOf(dialog); });
    EXPECT_FALSE(guarded(nullptr, [] { throw std::out_of_range("vector::_M_range_check"); }));
    setLog(nullptr);
    EXPECT_EQ(shown.find("vector"), std::string::npos) << shown;
    ASSERT_EQ(log.warnings.size(), 1U);
    EXPECT_NE(log.warnings[0].find("_M_range_check"), std::string::npos);
}

TEST(Dialogs, ConfirmingNamesTheDeed) {
    Answers answers;
    std::string deed;
    answers.then(wxID_YES, [&](wxDialog* dialog) {
        deed = utf8(dynamic_cast<wxMessageDialog*>(dialog)->GetYesLabel());
    });
    answers.then(wxID_NO);
    EXPECT_TRUE(confirm(nullptr, "要删除这场演练吗？", "删除"));
    EXPECT_FALSE(confirm(nullptr, "要删除这场演练吗？", "删除"));
    EXPECT_EQ(deed, "删除");
}

TEST(Dialogs, AskingForTextGivesItClean) {
    Answers answers;
    answers.then(wxID_OK, [](wxDialog* dialog) { findAs<wxTextCtrl>("answer", dialog)->SetValue(wx("张\x01三")); });
    answers.then(wxID_CANCEL);
    EXPECT_EQ(askText(nullptr, "操作人姓名", "张"), "张三");
    EXPECT_FALSE(askText(nullptr, "操作人姓名"));
}

} // namespace
} // namespace yanxun::testing
