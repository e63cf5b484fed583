#include "view/regions_page.h"

#include "core/region_store.h"
#include "view/region_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <unordered_map>

namespace directory {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;
using namespace yanxun::ui;

namespace {

constexpr int typingPause = 250; // ms between the last key and the search

std::vector<RecordColumn> columns() {
    return {{"code", tr("区划代码"), CellKind::code, 160},
            {"level", tr("级别"), CellKind::text, 110},
            {"name", tr("名称"), CellKind::text, 0},
            {"state", tr("状态"), CellKind::text, 120, false, true}};
}

std::vector<RecordCell> cells(const Region& region) {
    return {
        {region.code},
        {levelTitle(region.level)},
        {region.name},
        {region.seeded ? tr("名称待补") : tr("已登记"), region.seeded ? yanxun::Tone::warning : yanxun::Tone::good}};
}

} // namespace

RegionsPage::RegionsPage(wxWindow* parent, const ViewContext& context)
    : wxPanel(parent), context_(context), typing_(this) {
    SetName("directory.regions");
    header_ = new PageHeader(this, tr("行政区划"));
    auto* const import = button(header_, tr("导入区划"), "import");
    import->SetName("import");
    import->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [&] { context_.workbench.import("directory.regions");
});
} // namespace directory
);
header_->actions()->Add(import, 0, wxRIGHT, gap(this, space::s));
header_->actions()->Add(action(header_, "add", tr("登记区划"), "plus", true, &RegionsPage::onAdd));

auto* const list = new Card(this);
up_ = button(list, tr("上一级"), "chevron-up");
up_->SetName("up");
up_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [&] { goTo(parentOfCode(parent_)); }); });
path_ = label(list, {}, TextStyle::strong);
search_ = new wxSearchCtrl(list, wxID_ANY);
search_->SetName("search");
search_->SetDescriptiveText(wx(tr("搜索名称或代码")));
setAccessible(search_, tr("搜索区划"));
search_->SetMinSize(FromDIP(wxSize(240, -1)));
search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { typing_.StartOnce(typingPause); });
auto* const line = new wxBoxSizer(wxHORIZONTAL);
line->Add(up_, 0, wxRIGHT | wxALIGN_CENTRE_VERTICAL, gap(this, space::m));
line->Add(path_, 1, wxALIGN_CENTRE_VERTICAL);
line->Add(action(list, "rename", tr("改名"), "edit", false, &RegionsPage::onRename), 0, wxRIGHT, gap(this, space::s));
line->Add(action(list, "remove", tr("删除"), "trash", false, &RegionsPage::onRemove), 0, wxRIGHT,
          gap(this, space::m));
line->Add(search_, 0, wxALIGN_CENTRE_VERTICAL);
list->body()->Add(line, 0, wxEXPAND | wxBOTTOM, gap(this, space::m));
table_ = new RecordTable(list, "directory.regions", context_.database, columns(), source());
table_->setTitle(tr("行政区划"));
table_->setEmpty(tr("没有区划。可以导入区划代码表，或登记一个区划。"));
table_->activated = [this](std::int64_t) {
    guarded(this, [&] {
        if (const auto region = chosen()) goTo(region->code);
    });
};
list->body()->Add(table_, 1, wxEXPAND);

auto* const all = new wxBoxSizer(wxVERTICAL);
all->Add(header_, 0, wxEXPAND | wxBOTTOM, gap(this, space::l));
all->Add(list, 1, wxEXPAND);
auto* const padding = new wxBoxSizer(wxVERTICAL);
padding->Add(all, 1, wxEXPAND | wxALL, gap(this, space::xl));
SetSizer(padding);
Bind(wxEVT_TIMER, [this](wxTimerEvent&) { apply(); });
goTo({});
}

wxButton* RegionsPage::action(wxWindow* parent, const char* name, const std::string& text, const char* icon,
                              bool primary, void (RegionsPage::*pressed)()) {
    auto* const made = button(parent, text, icon, primary);
    made->SetName(name);
    made->Bind(wxEVT_BUTTON, [this, pressed](wxCommandEvent&) { guarded(this, [&] { (this->*pressed)(); }); });
    return made;
}

RecordSource RegionsPage::source() const {
    RecordSource source;
    source.ids = [parent = parent_, typed = utf8(search_->GetValue())](Reader& reader, const RecordQuery& query) {
        RecordIds found;
        const auto limit = static_cast<std::size_t>(query.limit);
        for (const Region& region :
             typed.empty() ? region_store::childrenOf(reader, parent) : region_store::search(reader, typed, limit))
            found.ids.push_back(region.id);
        found.total = static_cast<std::int64_t>(found.ids.size());
        return found;
    };
    source.rows = [](Reader& reader, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto region = region_store::get(reader, id);
            rows.push_back(region ? cells(*region) : std::vector<RecordCell>(columns().size()));
        }
        return rows;
    };
    return source;
}

void RegionsPage::goTo(const std::string& code) {
    parent_ = code;
    search_->ChangeValue({});
    std::string path = tr("全国");
    std::int64_t total = 0;
    context_.database.read([&](Reader& reader) {
        total = region_store::count(reader);
        if (const auto region = region_store::withCode(reader, code))
            path = context_.parts.regions.path(reader, *region);
    });
    header_->setSubtitle(tr("共 {} 个", yanxun::text::grouped(total)));
    path_->SetLabel(wx(path));
    up_->Enable(!code.empty());
    apply();
}

void RegionsPage::apply() {
    guarded(this, [&] { table_->setSource(source()); });
}

std::optional<Region> RegionsPage::chosen() const {
    std::optional<Region> region;
    context_.database.read([&](Reader& reader) { region = region_store::get(reader, table_->selected()); });
    return region;
}

void RegionsPage::onAdd() {
    RegionDialog dialog(this, context_);
    if (dialog.ShowModal() == wxID_OK) goTo(parentOfCode(dialog.code()));
}

void RegionsPage::onRename() {
    const auto region = chosen();
    if (!region) return showMessage(this, tr("请先在列表中选择一个区划。"));
    const auto name =
        askText(this, tr("区划 {} 的名称：", region->code), region->seeded ? std::string() : region->name);
    if (!name) return;
    context_.database.write(
        [&](Writer& writer) { context_.parts.regions.rename(writer, region->id, region->revision, *name); });
    refresh();
}

void RegionsPage::onRemove() {
    const auto region = chosen();
    if (!region) return showMessage(this, tr("请先在列表中选择一个区划。"));
    if (!confirm(this, tr("删除区划“{}”？有下级的区划只去掉名称。", region->name), tr("删除"))) return;
    context_.database.write(
        [&](Writer& writer) { context_.parts.regions.remove(writer, region->id, region->revision); });
    refresh();
}

void RegionsPage::refresh() { goTo(parent_); }

} // namespace directory
