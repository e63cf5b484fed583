#include "desktop/first_start_dialog.h"

#include "core/file_settings.h"
#include "desktop/connect_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/statbmp.h>
#include <wx/utils.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kWidth = 620, kIcon = 26;

}

FirstStartDialog::FirstStartDialog(const host::Places& places, const std::string& target)
    : wxDialog(nullptr, wxID_ANY, wx(tr("演训宣")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      places_(places), target_(target) {
    SetName("first");
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->Add(label(this, tr("欢迎使用演训宣"), TextStyle::title));
    column->Add(paragraph(this, tr("应急演练、教育培训、五进宣传，一年的台账、统计和报表放在一处。数据保存在 {}。", target),
                          TextStyle::body, true),
                0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::s));
    form_ = new Form(this);
    form_->text("operator", tr("您的姓名"), true);
    form_->text("bureau", tr("单位名称"));
    host::FileSettings settings(places.settingsFile());
    form_->set("operator", settings.group("host").text("operator", utf8(wxGetUserId())));
    column->Add(form_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    const auto add = [&](wxWindow* window) { column->Add(window, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s)); };
    add(way(Way::import, "first.import", "import", tr("导入台账"), tr("建立数据库，接着把已有的 Excel 台账原样导入。")));
    add(way(Way::demonstration, "first.demo", "map", tr("看看演示区"),
            tr("一个虚构的区，2021 年全年的数据，另存在演示数据库里。")));
    add(way(Way::empty, "first.empty", "file", tr("从空白开始"), tr("建立空的数据库，以后再录入或导入。")));
    add(way(Way::other, "first.other", "server", tr("打开其他数据库"), tr("别处的数据库文件，或单位的 PostgreSQL 服务器。")));
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, FromDIP(space::xl));
    padding->SetMinSize(FromDIP(wxSize(kWidth, -1)));
    SetSizerAndFit(padding);
    SetEscapeId(wxID_CANCEL);
    Centre();
}

wxWindow* FirstStartDialog::way(Way way, const std::string& name, const std::string& iconName, const std::string& title,
                                const std::string& about) {
    auto* const card = new Card(this);
    auto* const picture = new wxStaticBitmap(card, wxID_ANY, icon(iconName, palette().accent, kIcon));
    auto* const words = new wxBoxSizer(wxVERTICAL);
    words->Add(label(card, title, TextStyle::strong));
    words->Add(paragraph(card, about, TextStyle::caption, true), 0, wxEXPAND);
    wxButton* const go = button(card, tr("开始"), {}, way == Way::import);
    go->SetName(wx(name));
    setAccessible(go, title);
    go->Bind(wxEVT_BUTTON, [this, way](wxCommandEvent&) { guarded(this, [&] { this->go(way); }); });
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(picture, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::l));
    line->Add(words, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::l));
    line->Add(go, 0, wxALIGN_CENTRE_VERTICAL);
    card->body()->Add(line, 0, wxEXPAND);
    return card;
}

void FirstStartDialog::go(Way way) {
    if (!form_->validate()) return;
    opening_ = way == Way::demonstration ? demonstration(places_) : Opening{};
    if (way == Way::other) {
        ConnectDialog dialog(this, places_, target_, {});
        if (dialog.ShowModal() != wxID_OK) return;
        opening_ = dialog.opening();
    } else if (way != Way::demonstration) {
        opening_.target = target_;
        opening_.create = true;
    }
    opening_.operatorName = form_->get("operator");
    // The demonstration has a bureau of its own.
    if (way != Way::demonstration) opening_.bureau = form_->get("bureau");
    import_ = way == Way::import;
    if (IsModal()) EndModal(wxID_OK);
}

} // namespace yanxun::desktop
