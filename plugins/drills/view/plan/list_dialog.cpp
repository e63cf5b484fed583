#include "view/plan/list_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>

#include <wx/display.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

ListDialog::ListDialog(wxWindow* parent, const std::string& name, const std::string& title, const std::string& explained,
                       const std::vector<Head>& columns, const std::string& deed)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(title), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      ticks_(!deed.empty()) {
    SetName(name);
    all_ = new wxBoxSizer(wxVERTICAL);
    all_->Add(paragraph(this, explained, TextStyle::body, true), 0, wxEXPAND | wxALL, FromDIP(space::l));
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_ROW_LINES);
    list_->SetName(name + "_list");
    setAccessible(list_, title);
    if (ticks_) list_->AppendToggleColumn(wx(tr("列入")), wxDATAVIEW_CELL_ACTIVATABLE, FromDIP(56));
    for (const Head& head : columns) {
        if (head.editable) list_->AppendTextColumn(wx(head.title), wxDATAVIEW_CELL_EDITABLE, FromDIP(head.width));
        else addTextColumn(list_, head.title, head.width);
    }
    all_->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::l));
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    wxButton* const close = button(this, ticks_ ? tr("取消") : tr("关闭"));
    close->SetId(wxID_CANCEL);
    buttons->Add(close);
    if (ticks_) {
        deed_ = button(this, deed, "check", true);
        deed_->SetName("ok");
        deed_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
            if (guarded(this, [this] { act(); })) EndModal(wxID_OK);
        });
        buttons->Add(deed_, 0, wxLEFT, FromDIP(space::s));
    }
    all_->Add(buttons, 0, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(all_);
}

void ListDialog::add(const std::vector<std::string>& cells) {
    wxVector<wxVariant> values;
    if (ticks_) values.push_back(true);
    for (const std::string& text : cells)
        values.push_back(wx(text));
    list_->AppendItem(values);
}

std::string ListDialog::cell(std::size_t row, std::size_t column) const {
    return utf8(list_->GetTextValue(unsigned(row), unsigned(column + (ticks_ ? 1 : 0))));
}

bool ListDialog::isTicked(std::size_t row) const { return list_->GetToggleValue(unsigned(row), 0); }

std::size_t ListDialog::rows() const { return std::size_t(list_->GetItemCount()); }

void ListDialog::finish(const std::string& emptySentence) {
    if (rows() == 0) {
        list_->Hide();
        all_->Insert(1, emptyState(this, "check-circle", emptySentence), 1, wxEXPAND);
        if (deed_) deed_->Disable();
    }
    const wxRect screen = wxDisplay(GetParent()).GetClientArea();
    SetSize(std::min(FromDIP(860), screen.width - FromDIP(40)), std::min(FromDIP(580), screen.height - FromDIP(60)));
    CentreOnParent();
}

} // namespace drills
