#include <yanxun/ui/form_dialog.h>

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/display.h>
#include <wx/scrolwin.h>

#include <algorithm>

namespace yanxun::ui {

namespace {
constexpr int dialogWidth = 560, screenMargin = 80; // DIP
}

FormDialog::FormDialog(wxWindow* parent, const std::string& name, const std::string& title)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      area_(new wxScrolledWindow(this)), form_(new Form(area_)) {
    SetName(name);
    area_->SetScrollRate(0, FromDIP(space::l));
    form_->SetName("form");
}

FormDialog::~FormDialog() = default;

void FormDialog::finish(const std::string& deed) {
    auto* const inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(form_, 1, wxEXPAND | wxALL, FromDIP(space::l));
    area_->SetSizer(inside);

    wxButton* const cancel = button(this, tr("取消"));
    cancel->SetId(wxID_CANCEL);
    wxButton* const ok = button(this, deed.empty() ? tr("保存") : deed, "check", true);
    ok->SetId(wxID_OK);
    ok->SetName("ok");
    ok->SetDefault();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onSave(); });
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(ok);

    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(area_, 1, wxEXPAND);
    all->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(all);
    const int screen = wxDisplay(wxGetTopLevelParent(GetParent())).GetClientArea().height;
    const auto take = [&] {
        const int wanted = form_->GetBestSize().y + buttons->CalcMin().y + FromDIP(6 * space::l);
        SetSize(FromDIP(dialogWidth), std::min(wanted, screen - FromDIP(screenMargin)));
    };
    take();
    // Now the width of long sentences is known, and with it their height.
    Layout();
    area_->Layout();
    form_->InvalidateBestSize();
    take();
    CentreOnParent();
}

bool FormDialog::accept() { return true; }

void FormDialog::onSave() {
    if (!form_->validate() || !accept()) return;
    guarded(this, [this] {
        try {
            save();
            EndModal(wxID_OK);
        } catch (const Error& refused) {
            form_->showError({}, refused.what());
        }
    });
}

} // namespace yanxun::ui
