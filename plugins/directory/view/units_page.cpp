#include "view/units_page.h"

#include "view/unit_dialog.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <unordered_map>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using namespace yanxun::ui;

namespace {

constexpr int typingPause = 250; // ms between the last key and the search

std::vector<RecordColumn> columns() {
    return {{"name", tr("单位名称"), CellKind::text, 0, true},
            {"kind", tr("类别"), CellKind::text, 120, true},
            {"township", tr("所属镇街"), CellKind::text, 130, true},
            {"people", tr("人数"), CellKind::integer, 80, true},
            {"state", tr("状态"), CellKind::text, 90, false, true}};
}

std::vector<RecordCell> cells(const Unit& unit) {
    return {{unit.name},
            {kindTitle(unit)},
            {unit.regionName},
            {unit.people() ? yanxun::text::grouped(*unit.people()) : std::string()},
            {stateTitle(unit), stateTone(unit)}};
}

} // namespace

UnitsPage::UnitsPage(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), typing_(this) {
    SetName("directory.units");
    auto* const list = new Card(this);
    list->body()->Add(makeFilters(list), 0, wxEXPAND | wxBOTTOM, gap(this, space::m));
    table_ = new RecordTable(list, "directory.units", context_.database, columns(), source());
    table_->setTitle(tr("单位列表"));
    table_->setEmpty(tr("没有符合条件的单位。可以换一个条件，或导入单位名录。"));
    list->body()->Add(table_, 1, wxEXPAND);
    panel_ = new UnitPanel(this, context_);
    panel_->SetMinSize(FromDIP(wxSize(360, -1)));

    auto* const columnsSizer = new wxBoxSizer(wxHORIZONTAL);
    columnsSizer->Add(list, 5, wxEXPAND | wxRIGHT, gap(this, space::l));
    columnsSizer->Add(panel_, 3, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(makeHeader(), 0, wxEXPAND | wxBOTTOM, gap(this, space::l));
    all->Add(columnsSizer, 1, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(all, 1, wxEXPAND | wxALL, gap(this, space::xl));
    SetSizer(padding);

    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { panel_->show(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] {
            std::optional<Unit> unit;
            context_.database.read([&](Reader& reader) { unit = unit_store::get(reader, id); });
            if (!unit) return;
            UnitDialog dialog(this, context_, *unit);
            if (dialog.ShowModal() == wxID_OK) refresh();
        });
    };
    table_->loaded = [this] { showTotal(); };
    panel_->changed = [this](std::int64_t kept) {
        guarded(this, [&] {
            fillTownships();
            table_->reload();
            panel_->show(kept);
            table_->select(kept);
        });
    };
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) { applyFilter(); });
    table_->sortBy("name", true);
}

wxSizer* UnitsPage::makeHeader() {
    header_ = new PageHeader(this, tr("单位"));
    auto* const import = button(header_, tr("导入名录"), "import");
    import->SetName("import");
    import->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] { context_.workbench.import("directory.units"); });
    });
    auto* const add = button(header_, tr("登记单位"), "plus", true);
    add->SetName("add");
    add->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { onAdd(); }); });
    header_->actions()->Add(import, 0, wxRIGHT, gap(this, space::s));
    header_->actions()->Add(add);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(header_, 1, wxEXPAND);
    return line;
}

wxSizer* UnitsPage::makeFilters(wxWindow* parent) {
    search_ = new wxSearchCtrl(parent, wxID_ANY);
    search_->SetName("search");
    search_->SetDescriptiveText(wx(tr("搜索名称、别名、信用代码、联系人")));
    setAccessible(search_, tr("搜索单位"));
    kind_ = new wxChoice(parent, wxID_ANY);
    kind_->SetName("kind");
    setAccessible(kind_, tr("类别"));
    kind_->Append(wx(tr("全部类别")));
    for (const std::string_view kind : kind::all)
        kind_->Append(wx(std::string(kind)));
    kind_->SetSelection(0);
    township_ = new wxChoice(parent, wxID_ANY);
    township_->SetName("township");
    setAccessible(township_, tr("所属镇街"));
    fillTownships();
    incomplete_ = new wxCheckBox(parent, wxID_ANY, wx(tr("只看待完善")));
    incomplete_->SetName("incomplete");

    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(search_, 1, wxALIGN_CENTRE_VERTICAL);
    for (wxWindow* const window :
         {static_cast<wxWindow*>(kind_), static_cast<wxWindow*>(township_), static_cast<wxWindow*>(incomplete_)})
        line->Add(window, 0, wxLEFT | wxALIGN_CENTRE_VERTICAL, gap(this, space::s));
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { applyFilter(); });
    township_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { applyFilter(); });
    incomplete_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { applyFilter(); });
    return line;
}

void UnitsPage::fillTownships() {
    const wxString chosen = township_->GetStringSelection();
    std::vector<std::string> names;
    context_.database.read([&](Reader& reader) { names = unit_store::townships(reader); });
    township_->Clear();
    township_->Append(wx(tr("全部镇街")));
    for (const std::string& name : names)
        township_->Append(wx(name));
    if (!township_->SetStringSelection(chosen)) township_->SetSelection(0);
}

UnitFilter UnitsPage::filter() const {
    UnitFilter filter;
    if (kind_->GetSelection() > 0) filter.kind = utf8(kind_->GetStringSelection());
    if (township_->GetSelection() > 0) filter.township = utf8(township_->GetStringSelection());
    filter.search = utf8(search_->GetValue());
    filter.incompleteOnly = incomplete_->GetValue();
    return filter;
}

RecordSource UnitsPage::source() const {
    RecordSource source;
    source.ids = [filter = filter()](Reader& reader, const RecordQuery& query) {
        auto found = unit_store::list(reader, filter, {query.sort, query.ascending}, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](Reader& reader, std::span<const std::int64_t> ids) {
        std::unordered_map<std::int64_t, Unit> found;
        for (Unit& unit : unit_store::get(reader, ids))
            found.emplace(unit.id, std::move(unit));
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto unit = found.find(id);
            rows.push_back(unit == found.end() ? std::vector<RecordCell>(columns().size()) : cells(unit->second));
        }
        return rows;
    };
    return source;
}

void UnitsPage::applyFilter() {
    guarded(this, [&] { table_->setSource(source()); });
}

void UnitsPage::showTotal() { header_->setSubtitle(tr("共 {} 个", yanxun::text::grouped(table_->total()))); }

void UnitsPage::onAdd() {
    UnitDialog dialog(this, context_, {});
    if (dialog.ShowModal() == wxID_OK && panel_->changed) panel_->changed(dialog.unitId());
}

void UnitsPage::show(const std::string& argument) {
    if (argument.empty()) return refresh();
    const std::int64_t id = yanxun::argumentNumber(argument, "id");
    search_->ChangeValue({});
    kind_->SetSelection(0);
    kind_->SetStringSelection(wx(yanxun::argumentPart(argument, "kind")));
    fillTownships();
    township_->SetSelection(0);
    township_->SetStringSelection(wx(yanxun::argumentPart(argument, "township")));
    incomplete_->SetValue(yanxun::argumentPart(argument, "incomplete") == "1");
    applyFilter();
    if (id == 0) return;
    table_->select(id);
    panel_->show(id);
}

void UnitsPage::refresh() {
    fillTownships();
    table_->reload();
    panel_->show(panel_->unitId());
}

} // namespace directory
