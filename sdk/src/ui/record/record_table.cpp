#include "record_inner.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace yanxun::ui {

namespace {

constexpr int kRowHeight = 34, kLeastRest = 160; // DIP

WidthStore& widths() {
    static WidthStore store;
    return store;
}

bool isNumber(CellKind kind) { return kind == CellKind::integer || kind == CellKind::hundredths; }

} // namespace

void setWidthStore(WidthStore store) { widths() = std::move(store); }

RecordTable::RecordTable(wxWindow* parent, const std::string& name, Database& database,
                         std::vector<RecordColumn> columns, RecordSource source)
    : wxPanel(parent), inner_(std::make_unique<Inner>(*this, name, database, std::move(columns), std::move(source))) {
    inner_->build();
    inner_->reload();
}

RecordTable::~RecordTable() { inner_->saveWidths(); }

void RecordTable::reload() { inner_->reload(); }

void RecordTable::setSource(RecordSource source) {
    inner_->source = std::move(source);
    inner_->reload();
}

void RecordTable::sortBy(const std::string& column, bool ascending) {
    for (unsigned i = 0; i < inner_->columns.size(); ++i)
        if (inner_->columns[i].id == column) inner_->list->GetColumn(i)->SetSortOrder(ascending);
    inner_->query.sort = column;
    inner_->query.ascending = ascending;
    inner_->reload();
}

std::vector<std::int64_t> RecordTable::selection() const { return inner_->selection(); }

std::int64_t RecordTable::selected() const {
    const auto all = inner_->selection();
    return all.empty() ? 0 : all.front();
}

void RecordTable::select(std::int64_t id) {
    inner_->wanted = {id};
    inner_->reselect(true);
}

std::int64_t RecordTable::total() const { return inner_->total; }
bool RecordTable::loading() const { return inner_->isLoading(); }
wxDataViewCtrl* RecordTable::control() { return inner_->list; }
void RecordTable::setTitle(const std::string& title) { platform::setListName(inner_->list, title); }

void RecordTable::setEmpty(const std::string& sentence) {
    inner_->emptySentence = sentence;
    inner_->showState();
}

RecordTable::Inner::Inner(RecordTable& table, std::string name, Database& database, std::vector<RecordColumn> columns,
                          RecordSource source)
    : owner(table), name(std::move(name)), database(database), columns(std::move(columns)), source(std::move(source)) {}

void RecordTable::Inner::build() {
    list = new wxDataViewCtrl(&owner, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxBORDER_NONE | wxDV_MULTIPLE);
    list->SetName(wx(name));
    model = new RecordModel(columns, [this](std::span<const std::int64_t> ids) { return fetch(ids); });
    list->AssociateModel(model.get());
    list->SetRowHeight(list->FromDIP(kRowHeight));
    for (unsigned i = 0; i < columns.size(); ++i)
        addColumn(i);

    empty = new Paragraph(&owner, {}, TextStyle::body, true);
    footer = label(&owner, {}, TextStyle::caption, true);
    footer->SetName(wx(name + ".footer"));
    followTheme(empty, [this] { empty->SetForegroundColour(palette().muted); });
    middle = new wxBoxSizer(wxVERTICAL);
    middle->AddStretchSpacer();
    middle->Add(empty, 0, wxEXPAND | wxALL, owner.FromDIP(space::xl));
    middle->AddStretchSpacer();
    column = new wxBoxSizer(wxVERTICAL);
    column->Add(list, 1, wxEXPAND);
    column->Add(middle, 1, wxEXPAND);
    column->Add(footer, 0, wxEXPAND | wxTOP, owner.FromDIP(space::s));
    owner.SetSizer(column);
    column->Show(middle, false, true);
    bind();
}

void RecordTable::Inner::addColumn(unsigned index) {
    const RecordColumn& spec = columns[index];
    const int kept = widths().get ? widths().get(name + "." + spec.id) : 0;
    const int width = list->FromDIP(kept > 0 ? kept : spec.width > 0 ? spec.width : kLeastRest);
    const auto align = wxAlignment(isNumber(spec.kind) ? wxALIGN_RIGHT : wxALIGN_LEFT);
    int flags = wxDATAVIEW_COL_RESIZABLE;
    if (spec.sortable) flags |= wxDATAVIEW_COL_SORTABLE;
    wxDataViewRenderer* renderer = nullptr;
    if (spec.pill)
        renderer = platform::newPillRenderer();
    else
        renderer = new wxDataViewTextRenderer("string", wxDATAVIEW_CELL_INERT, align | wxALIGN_CENTRE_VERTICAL);
    if (!spec.pill) platform::padCells(renderer, list->FromDIP(6)); // in line with the heading
    renderer->EnableEllipsize(wxELLIPSIZE_END);
    auto* const made = new wxDataViewColumn(wx(spec.title), renderer, index, width, align, flags);
    list->AppendColumn(made);
    if (spec.width == 0) platform::expandColumn(made);
    shownWidths.push_back(width);
}

void RecordTable::Inner::saveWidths() {
    if (!widths().set) return;
    for (unsigned i = 0; i < columns.size(); ++i) {
        // What takes the rest of the window has no width of its own.
        if (columns[i].width == 0 || i + 1 == columns.size()) continue;
        const int now = list->GetColumn(i)->GetWidth();
        if (now > 0 && now != shownWidths[i]) widths().set(name + "." + columns[i].id, list->ToDIP(now));
    }
}

void RecordTable::Inner::bind() {
    list->Bind(wxEVT_DATAVIEW_COLUMN_SORTED, [this](wxDataViewEvent&) {
        const wxDataViewColumn* const sorted = list->GetSortingColumn();
        if (!sorted) return;
        query.sort = columns[sorted->GetModelColumn()].id;
        query.ascending = sorted->IsSortOrderAscending();
        reload();
    });
    list->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { selectionMoved(); });
    list->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent& event) {
        const auto row = model->GetRow(event.GetItem());
        if (!owner.activated || row >= model->ids().size()) return;
        guarded(&owner, [call = owner.activated, id = model->ids()[row]] { call(id); });
    });
    debounce.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (waiting) start();
    });
    slow.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (isLoading()) footer->SetLabelText(wx(tr("正在查询……")));
    });
}

} // namespace yanxun::ui
