#include "view/record_dialog.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/display.h>
#include <wx/scrolwin.h>

#include <algorithm>

namespace directory {

using namespace yanxun::ui;

RecordDialog::RecordDialog(wxWindow* parent, const std::string& title)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER) {
    area_ = new wxScrolledWindow(this);
    area_->SetScrollRate(0, FromDIP(16));
    form_ = new Form(area_);
    form_->SetName("form");
}

void RecordDialog::finish(const std::string& deed) {
    auto* const inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(form_, 1, wxEXPAND | wxALL, FromDIP(space::l));
    area_->SetSizer(inside);

    auto* const cancel = button(this, yanxun::tr("取消"));
    auto* const ok = button(this, deed, "check", true);
    cancel->SetId(wxID_CANCEL);
    ok->SetId(wxID_OK);
    ok->SetName("ok");
    ok->SetDefault();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onOk(); });
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(ok);

    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(area_, 1, wxEXPAND);
    all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(all);
    const int screen = wxDisplay(wxGetTopLevelParent(GetParent())).GetClientArea().height;
    const int wanted = form_->GetBestSize().y + buttons->CalcMin().y + FromDIP(6 * space::l);
    SetSize(FromDIP(560), std::min(wanted, screen - FromDIP(80)));
    CentreOnParent();
}

void RecordDialog::onOk() {
    if (!form_->validate() || !accept()) return;
    guarded(this, [this] {
        try {
            save();
            EndModal(wxID_OK);
        } catch (const yanxun::Error& refused) {
            form_->showError({}, refused.what());
        }
    });
}

} // namespace directory
