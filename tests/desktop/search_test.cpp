#include "desktop/hit_groups.h"
#include "desktop/host_pages.h"
#include "desktop/opened.h"

#include <gmock/gmock.h>

#include <wx/srchctrl.h>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

void search(wxDialog* dialog, const std::string& query) {
    auto* const box = findAs<wxSearchCtrl>("search.query", dialog);
    box->SetValue(ui::wx(query));
    auto* const list = findAs<wxDataViewCtrl>("search.hits", dialog);
    waitFor([&] { return list->GetSelection().IsOk(); }, std::chrono::seconds(5));
}

} // namespace

TEST(Search, HitsStandByKindAndLeadToTheirPage) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kHomePage, "王小培", {1320, 840}});
    Answers answers;
    answers.then(wxID_OK, [](wxDialog* dialog) {
        search(dialog, "实验小学");
        auto* const list = findAs<wxDataViewCtrl>("search.hits", dialog);
        auto* const lines = static_cast<wxDataViewListStore*>(list->GetModel());
        ASSERT_GT(lines->GetCount(), 2u);
        wxVariant heading;
        lines->GetValueByRow(heading, 0, 0);
        EXPECT_THAT(ui::utf8(heading.GetString()), HasSubstr("项"));
        EXPECT_GT(lines->GetRow(list->GetSelection()), 0u) << "headings are passed over";
        dialog->Show();
        settle();
        shoot("search", dialog);
        wxKeyEvent enter(wxEVT_CHAR_HOOK);
        enter.m_keyCode = WXK_RETURN;
        dialog->GetEventHandler()->ProcessEvent(enter);
    });
    click(find("navigation.search", &opened.frame()));
    EXPECT_EQ(answers.given(), 1);
    EXPECT_NE(opened.page(), desktop::kHomePage);
}

TEST(Search, NothingFoundSaysWhatToTry) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kHomePage, "王小培"});
    Answers answers;
    answers.then(wxID_CANCEL, [](wxDialog* dialog) {
        dialog->Show();
        findAs<wxSearchCtrl>("search.query", dialog)->SetValue(ui::wx("木星救援"));
        EXPECT_TRUE(waitFor([&] { return showsText(dialog, "没有找到"); }));
    });
    click(find("home.search", &opened.frame()));
    EXPECT_EQ(answers.given(), 1);
    EXPECT_EQ(opened.page(), desktop::kHomePage);
}

TEST(Search, MoreHitsThanShownAreCounted) {
    Home home;
    Opened opened(home.places(), {home.demonstration(), desktop::kHomePage, "王小培"});
    opened.program().database().read([&](Reader& reader) {
        for (const desktop::HitGroup& group : desktop::findHits(reader, opened.program().registry(), "演练", 5)) {
            EXPECT_LE(group.hits.size(), 5u);
            EXPECT_GE(group.total, std::int64_t(group.hits.size()));
            EXPECT_EQ(group.total, reader.searchCount("演练", group.kind.id));
        }
    });
}
