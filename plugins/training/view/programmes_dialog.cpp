#include "view/programmes_dialog.h"

#include "core/class_store.h"
#include "view/class_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

ProgrammesDialog::ProgrammesDialog(wxWindow* parent, const ViewContext& context)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("培训项目")), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER),
      context_(context) {
    SetName("training.programmes");
    list_ =
        smallList(this, "training.programmes_list",
                  {{tr("名称"), 220}, {tr("类别"), 80}, {tr("级别"), 80}, {tr("学时"), 70}, {tr("每学时分钟"), 90}});
    nothing_ = emptyState(this, "list", tr("还没有培训项目。登记后，新建培训班时可以选用它的类别和学时。"));
    Deeds deeds(this);
    deeds.add("training.programme_add", tr("登记"), "plus", [this] {
        ProgrammeDialog dialog(this, context_, {});
        if (dialog.ShowModal() == wxID_OK) reload();
    });
    edit_ = deeds.add("training.programme_edit", tr("修改"), "edit", [this] { edit(); });
    remove_ = deeds.add("training.programme_remove", tr("删除"), "trash", [this] { remove(); });
    wxButton* const close = button(this, tr("关闭"));
    close->SetId(wxID_CANCEL);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, 1, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::l));
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(deeds.sizer(), 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::l));
    all->Add(close, 0, wxALIGN_RIGHT | wxALL, FromDIP(space::l));
    SetSizer(all);
    SetSize(FromDIP(wxSize(640, 460)));
    CentreOnParent();
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) {
        edit_->Enable(selected());
        remove_->Enable(selected());
    });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { guarded(this, [this] { edit(); }); });
    reload();
}

void ProgrammesDialog::reload() {
    context_.database.read([&](yanxun::Reader& reader) { programmes_ = store::programmes(reader); });
    list_->DeleteAllItems();
    for (const Programme& p : programmes_) {
        const auto hours = p.minutes ? std::optional(hoursOf(*p.minutes, p.minutesPerHour)) : std::nullopt;
        addRow(list_,
               {p.name, orDash(p.kind), orDash(p.level), shownHundredths(hours), std::to_string(p.minutesPerHour)});
    }
    list_->Show(!programmes_.empty());
    nothing_->Show(programmes_.empty());
    edit_->Enable(false);
    remove_->Enable(false);
    Layout();
}

const Programme* ProgrammesDialog::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &programmes_[std::size_t(row)];
}

void ProgrammesDialog::edit() {
    const Programme* const chosen = selected();
    if (!chosen) return;
    ProgrammeDialog dialog(this, context_, *chosen);
    if (dialog.ShowModal() == wxID_OK) reload();
}

void ProgrammesDialog::remove() {
    const Programme* const chosen = selected();
    if (!chosen || !confirm(this, tr("删除培训项目“{}”？", chosen->name), tr("删除"))) return;
    const Programme one = *chosen;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.classes.removeProgramme(writer, one.id, one.revision); });
    reload();
}

} // namespace training
