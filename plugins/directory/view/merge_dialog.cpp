#include "view/merge_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/sizer.h>

#include <algorithm>
#include <cmath>

namespace directory {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

std::string describe(const UnitMatch& match) {
    std::string text = match.unit.name;
    for (const std::string& part : {match.unit.kind, match.unit.regionName})
        if (!part.empty()) text += " · " + part;
    return text + " · " + tr("相似 {}%", static_cast<long long>(std::lround(match.likeness * 100)));
}

} // namespace

MergeDialog::MergeDialog(wxWindow* parent, const ViewContext& context, const Unit& unit)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("合并重复单位")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context), unit_(unit) {
    name_ = new wxTextCtrl(this, wxID_ANY, wx(unit.name));
    name_->SetName("name");
    setAccessible(name_, tr("要找的单位名称"));
    list_ = new wxListBox(this, wxID_ANY);
    list_->SetName("candidates");
    setAccessible(list_, tr("相近的单位"));
    const wxString choices[] = {wx(tr("保留“{}”", unit.name)), wx(tr("保留所选单位"))};
    keeps_ = new wxRadioBox(this, wxID_ANY, wx(tr("合并后")), wxDefaultPosition, wxDefaultSize, 2, choices, 1);
    keeps_->SetName("keeps");
    auto* const cancel = button(this, tr("取消"));
    cancel->SetId(wxID_CANCEL);
    merge_ = button(this, tr("合并"), "merge", true);
    merge_->SetName("merge");

    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->AddStretchSpacer();
    buttons->Add(cancel, 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(merge_);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    const auto add = [&](wxWindow* window, int part) {
        all->Add(window, part, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    };
    add(paragraph(
            this,
            tr("选择与“{}”是同一单位的记录。演练、参与等记录都会归到保留的单位，另一个名称成为别名；合并可以撤销。",
               unit.name)),
        0);
    add(name_, 0);
    add(list_, 1);
    add(keeps_, 0);
    all->Add(buttons, 0, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(all, 1, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(padding);
    SetSize(FromDIP(wxSize(560, 480)));
    CentreOnParent();

    name_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { guarded(this, [this] { search(utf8(name_->GetValue())); }); });
    list_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { choose(); });
    merge_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { onMerge(); });
    search(unit.name);
}

void MergeDialog::search(const std::string& name) {
    context_.database.read([&](yanxun::Reader& reader) {
        offered_ = context_.parts.directory.candidates(reader, name, 12);
        for (const UnitRef& found : context_.parts.directory.suggest(reader, name, 12)) {
            const bool known = std::any_of(offered_.begin(), offered_.end(),
                                           [&](const UnitMatch& match) { return match.unit.id == found.id; });
            if (!known) offered_.push_back({found, likeness(found.name, unit_.name)});
        }
    });
    std::erase_if(offered_, [&](const UnitMatch& match) { return match.unit.id == unit_.id; });
    list_->Clear();
    for (const UnitMatch& match : offered_)
        list_->Append(wx(describe(match)));
    choose();
}

void MergeDialog::choose() { merge_->Enable(list_->GetSelection() != wxNOT_FOUND); }

void MergeDialog::onMerge() {
    const int chosen = list_->GetSelection();
    if (chosen == wxNOT_FOUND) return;
    const std::int64_t other = offered_[static_cast<std::size_t>(chosen)].unit.id;
    const bool keepsThis = keeps_->GetSelection() == 0;
    const bool merged = guarded(this, [&] {
        context_.database.write([&](yanxun::Writer& writer) {
            context_.parts.merges.merge(writer, keepsThis ? unit_.id : other, keepsThis ? other : unit_.id);
        });
    });
    if (!merged) return;
    keptId_ = keepsThis ? unit_.id : other;
    EndModal(wxID_OK);
}

} // namespace directory
