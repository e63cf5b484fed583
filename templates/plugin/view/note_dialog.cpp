#include "view/note_dialog.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace notes {

using yanxun::tr;
using namespace yanxun::ui;

NoteDialog::NoteDialog(wxWindow* parent, yanxun::Database& database, NoteService& service, Note note)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(note.id ? tr("修改记事") : tr("新记事")), wxDefaultPosition,
               wxDefaultSize, wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      database_(database), service_(service), note_(std::move(note)), form_(new Form(this)) {
    SetName("notes.note_dialog");
    form_->date("day", tr("日期"), true);
    form_->text("title", tr("事由"), true);
    form_->multiline("body", tr("内容"), 5);
    form_->setDay("day", note_.day);
    form_->set("title", note_.title);
    form_->set("body", note_.body);

    wxButton* const cancel = button(this, tr("取消"));
    cancel->SetId(wxID_CANCEL);
    wxButton* const ok = button(this, tr("保存"), "check", true);
    ok->SetId(wxID_OK);
    ok->SetName("ok");
    ok->SetDefault();
    ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { save(); }); });
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(ok);

    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(form_, 1, wxEXPAND | wxALL, FromDIP(space::l));
    all->Add(buttons, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::l));
    SetSizer(all);
    SetMinClientSize(FromDIP(wxSize(480, -1)));
    Fit();
    CentreOnParent();
}

void NoteDialog::save() {
    if (!form_->validate()) return;
    note_.day = form_->day("day").value_or(yanxun::Date{});
    note_.title = form_->get("title");
    note_.body = form_->get("body");
    try {
        database_.write([&](yanxun::Writer& writer) { note_.id ? service_.edit(writer, note_) : void(service_.add(writer, note_)); });
        EndModal(wxID_OK);
    } catch (const yanxun::Error& refused) {
        form_->showError({}, refused.what());
    }
}

} // namespace notes
