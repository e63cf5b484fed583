#include "view/design/rows_tab.h"

#include "core/design/drill_rules.h"
#include "core/drill_store.h"

#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/text_column.h>
#include <yanxun/ui/theme.h>

#include <wx/wrapsizer.h>

namespace drills {

using namespace yanxun::ui;

RowsTab::RowsTab(wxWindow* parent, const ViewContext& context, const char* name, std::string title,
                 const std::vector<ListColumn>& columns, const std::string& empty)
    : wxPanel(parent), context_(context), title_(std::move(title)) {
    SetName(name);
    note_ = cutLine(this);
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE);
    list_->SetName(std::string(name) + "_list");
    for (const ListColumn& column : columns) addTextColumn(list_, column.title, column.width);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enable(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) {
        if (open_ && isEditable(drill_)) run(open_);
    });
    empty_ = emptyState(this, "list", empty);
    deeds_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(note_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxTOP, FromDIP(space::s));
    all->Add(list_, 1, wxEXPAND | wxTOP, FromDIP(space::s));
    all->Add(empty_, 1, wxEXPAND);
    all->Add(deeds_, 0, wxEXPAND | wxALL, FromDIP(space::s));
    SetSizer(all);
}

std::string RowsTab::title(const Drill&) { return title_; }

std::string RowsTab::note(yanxun::Reader&, const Drill&) { return {}; }

bool RowsTab::isEditable(const Drill& drill) const { return !isFinal(drill.status); }

bool RowsTab::needsReason() const { return factsAreLocked(drill_.status); }

void RowsTab::deed(const char* name, const std::string& text, const char* icon, bool needsRow, std::function<void()> act) {
    wxButton* const made = button(this, text, icon);
    made->SetName(name);
    deeds_->Add(made, 0, wxRIGHT | wxTOP, FromDIP(space::s));
    made->Bind(wxEVT_BUTTON, [this, act = std::move(act)](wxCommandEvent&) { CallAfter([this, act] { run(act); }); });
    made_.push_back({made, needsRow});
}

void RowsTab::run(const std::function<void()>& act) {
    guarded(this, [&] { act(); });
    guarded(this, [this] { reload(); });
}

void RowsTab::reload() {
    std::optional<Drill> now;
    context_.database.read([&](yanxun::Reader& reader) { now = store::find(reader, drill_.id); });
    if (now) show(*now);
}

void RowsTab::show(const Drill& drill) {
    const int kept = drill_.id == drill.id ? list_->GetSelectedRow() : wxNOT_FOUND;
    drill_ = drill;
    Rows rows;
    std::string said;
    context_.database.read([&](yanxun::Reader& reader) {
        rows = load(reader, drill);
        said = note(reader, drill);
    });
    list_->DeleteAllItems();
    for (const auto& row : rows) {
        wxVector<wxVariant> cells;
        for (const std::string& cell : row) cells.push_back(wx(cell));
        list_->AppendItem(cells);
    }
    if (kept != wxNOT_FOUND && kept < list_->GetItemCount()) list_->SelectRow(unsigned(kept));
    list_->Show(!rows.empty());
    empty_->Show(rows.empty());
    note_->Show(!said.empty());
    setLine(note_, said);
    enable();
    Layout();
}

void RowsTab::enable() {
    const bool editable = isEditable(drill_), chosen = list_->GetSelectedRow() != wxNOT_FOUND;
    for (const Deed& deed : made_) deed.button->Enable(editable && (!deed.needsRow || chosen));
}

} // namespace drills
