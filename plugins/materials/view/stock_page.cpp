#include "core/item_store.h"
#include "core/statistics_store.h"
#include "core/stock_store.h"
#include "view/item_dialogs.h"
#include "view/post_dialog.h"
#include "view/stock_panel.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <wx/checkbox.h>
#include <wx/srchctrl.h>

#include <algorithm>
#include <array>
#include <map>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr BesideSizes sizes{360, 1040}; // DIP
constexpr int fieldHeight = 32;         // DIP

std::vector<RecordColumn> columns() {
    return {{"item", tr("物品"), CellKind::text, 0, true, false},         {"warehouse", tr("仓库"), CellKind::integer, 64, true, false},
            {"street", tr("街道"), CellKind::integer, 54, true, false},   {"unit", tr("单位"), CellKind::integer, 54, true, false},
            {"site", tr("现场"), CellKind::integer, 54, true, false},     {"total", tr("合计"), CellKind::integer, 64, true, false},
            {"measure", tr("计量"), CellKind::text, 48, false, false},    {"state", tr("状态"), CellKind::text, 90, true, true}};
}

/// An item with what is there of it, by sort of place.
struct StockLine {
    Item item;
    std::array<std::int64_t, 5> held{}; ///< by LocationKind; [0] = all
};

std::vector<StockLine> linesOf(yanxun::Reader& reader, const StockFilter& filter) {
    std::map<std::int64_t, LocationKind> kinds;
    for (const Location& place : locations::physical(reader)) kinds[place.id] = place.kind;
    std::map<std::int64_t, std::array<std::int64_t, 5>> held;
    for (const auto& one : stock::matrix(reader)) {
        held[one.itemId][0] += one.quantity;
        held[one.itemId][std::size_t(kinds[one.locationId])] += one.quantity;
    }
    std::vector<StockLine> lines;
    for (Item& item : filter.text.empty() ? items::all(reader, filter.withRetired) : items::suggest(reader, filter.text, 10'000)) {
        const auto here = held[item.id];
        StockLine line{std::move(item), here};
        if (filter.lowOnly && line.held[1] >= line.item.minimum) continue;
        lines.push_back(std::move(line));
    }
    return lines;
}

RecordCell stateOf(const StockLine& line) {
    if (line.item.isRetired) return {tr("停用"), yanxun::Tone::neutral};
    if (line.item.isSuperseded) return {tr("内容过时"), yanxun::Tone::bad};
    if (line.item.kind == ItemKind::kit) return {tr("宣传包"), yanxun::Tone::accent};
    if (line.item.minimum > 0 && line.held[1] < line.item.minimum) return {tr("低于最低"), yanxun::Tone::bad};
    if (line.held[0] == 0) return {tr("无库存"), yanxun::Tone::warning};
    return {tr("正常"), yanxun::Tone::good};
}

std::vector<RecordCell> cellsOf(const StockLine& line) {
    const auto number = [](std::int64_t value) { return RecordCell{value == 0 ? "—" : yanxun::text::grouped(value)}; };
    return {RecordCell{line.item.name}, number(line.held[1]), number(line.held[2]), number(line.held[3]),
            number(line.held[4]),       number(line.held[0]), RecordCell{line.item.baseUnit}, stateOf(line)};
}

void order(std::vector<StockLine>& lines, const RecordQuery& query) {
    const auto key = [&](const StockLine& line) -> std::int64_t {
        static constexpr std::array places{"total", "warehouse", "street", "unit", "site"};
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (query.sort == places[i]) return line.held[i];
        }
        return 0;
    };
    if (query.sort == "state") {
        std::stable_sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return stateOf(a).text < stateOf(b).text; });
    } else {
        std::stable_sort(lines.begin(), lines.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    }
    if (!query.ascending) std::reverse(lines.begin(), lines.end());
}

RecordSource sourceOf(const StockFilter& filter) {
    RecordSource source;
    source.ids = [filter](yanxun::Reader& reader, const RecordQuery& query) {
        auto lines = linesOf(reader, filter);
        order(lines, query);
        RecordIds found;
        for (const StockLine& line : lines) found.ids.push_back(line.item.id);
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        StockFilter all;
        all.withRetired = true;
        std::map<std::int64_t, std::vector<RecordCell>> cells;
        for (const StockLine& line : linesOf(reader, all)) cells[line.item.id] = cellsOf(line);
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) rows.push_back(cells.contains(id) ? cells[id] : std::vector<RecordCell>(columns().size()));
        return rows;
    };
    return source;
}

class StockPage final : public wxPanel, public yanxun::PageView {
public:
    StockPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeList();
    void filtered();
    void postSlip(DocumentType type);
    void tellTotal();

    const ViewContext& context_;
    PageHeader* header_ = nullptr;
    wxSearchCtrl* search_ = nullptr;
    wxCheckBox *low_ = nullptr, *retired_ = nullptr;
    RecordTable* table_ = nullptr;
    StockPanel* panel_ = nullptr;
};

StockPage::StockPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("materials.stock");
    makeHeader();
    wxWindow* const list = makeList();
    auto* const card = new Card(this);
    panel_ = new StockPanel(card, context_);
    card->body()->Add(panel_, 1, wxEXPAND);
    layOutBeside(this, header_, list, card, sizes);
}

void StockPage::makeHeader() {
    header_ = new PageHeader(this, tr("宣传物资库存"));
    addAction(header_, "materials.import", tr("导入"), "import", [this] { context_.workbench.import("materials.receipts"); });
    addAction(header_, "materials.new_item", tr("新建物品"), "plus", [this] {
        ItemDialog dialog(this, context_, {});
        if (dialog.ShowModal() == wxID_OK) show("item=" + std::to_string(dialog.id()));
    });
    addAction(header_, "materials.new_place", tr("新建库位"), "place", [this] {
        PlaceDialog dialog(this, context_);
        if (dialog.ShowModal() == wxID_OK) refresh();
    });
    addAction(header_, "materials.receive", tr("入库"), "box", [this] { postSlip(DocumentType::receipt); });
    addAction(header_, "materials.give_out", tr("发放"), "export", [this] { context_.workbench.open("materials.issue"); }, true);
}

wxWindow* StockPage::makeList() {
    auto* const card = new Card(this);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    search_ = new wxSearchCtrl(card, wxID_ANY);
    search_->SetName("materials.stock_search");
    search_->SetDescriptiveText(wx(tr("物品名称或拼音")));
    search_->SetMinSize(FromDIP(wxSize(200, fieldHeight)));
    setAccessible(search_, tr("检索物品"));
    low_ = new wxCheckBox(card, wxID_ANY, wx(tr("只看低于最低库存")));
    low_->SetName("materials.low_only");
    retired_ = new wxCheckBox(card, wxID_ANY, wx(tr("包括停用的")));
    retired_->SetName("materials.with_retired");
    line->Add(search_, 0, wxRIGHT, FromDIP(space::l));
    line->Add(low_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::l));
    line->Add(retired_, 0, wxALIGN_CENTRE_VERTICAL);
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { filtered(); });
    low_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { filtered(); });
    retired_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent&) { filtered(); });
    table_ = new RecordTable(card, "materials.stock_list", context_.database, columns(), sourceOf({}));
    table_->setTitle(tr("库存"));
    table_->setEmpty(tr("还没有物品。可以导入入库台账，或点“入库”登记第一批。"));
    table_->sortBy("item", true);
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { panel_->show(id); }); };
    table_->activated = [this](std::int64_t id) {
        guarded(this, [&] { context_.workbench.open("materials.history", "item=" + std::to_string(id)); });
    };
    table_->loaded = [this] { tellTotal(); };
    card->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

void StockPage::postSlip(DocumentType type) {
    PostDialog dialog(this, context_, type, {});
    if (dialog.ShowModal() != wxID_OK) return;
    context_.workbench.notify(tr("已过账{}单。", word(type)));
    refresh();
}

void StockPage::show(const std::string& argument) {
    std::int64_t wanted = yanxun::argumentNumber(argument, "item");
    if (wanted == 0) wanted = yanxun::argumentNumber(argument, "id");
    if (const std::string name = yanxun::argumentPart(argument, "name"); !name.empty()) {
        context_.database.read([&](yanxun::Reader& reader) {
            if (const auto item = items::findByName(reader, name)) wanted = item->id;
        });
    }
    if (yanxun::argumentNumber(argument, "low") == 1) low_->SetValue(true);
    if (!argument.empty()) filtered();
    if (wanted == 0) return;
    table_->select(wanted);
    panel_->show(wanted);
}

void StockPage::refresh() {
    table_->reload();
    panel_->refresh();
}

void StockPage::filtered() {
    StockFilter filter;
    filter.text = yanxun::text::key(utf8(search_->GetValue()));
    filter.lowOnly = low_->GetValue();
    filter.withRetired = retired_->GetValue();
    table_->setEmpty(filter.lowOnly ? tr("没有低于最低库存的物品。")
                     : filter.text.empty() ? tr("还没有物品。可以导入入库台账，或点“入库”登记第一批。")
                                           : tr("没有叫“{}”的物品，请换个词检索。", filter.text));
    table_->setSource(sourceOf(filter));
}

void StockPage::tellTotal() {
    std::size_t low = 0;
    context_.database.read([&](yanxun::Reader& reader) { low = statistics::low(reader).size(); });
    header_->setSubtitle(low == 0 ? tr("{} 种物品", table_->total()) : tr("{} 种物品 · {} 种低于最低库存", table_->total(), low));
}

} // namespace

yanxun::Page stockPage(const ViewContext& context) {
    return yanxun::pageOf("materials.stock", tr("宣传物资库存"), "box", tr("物资"), 50,
                          [&context](wxWindow* parent) { return new StockPage(parent, context); });
}

std::vector<yanxun::Command> commands(const ViewContext& context) {
    std::vector<yanxun::Command> all;
    const auto add = [&](const char* id, std::string label, const char* shortcut, std::function<void(wxWindow*)> run) {
        yanxun::Command command;
        command.id = id;
        command.label = std::move(label);
        command.menu = tr("物资");
        command.order = 10 * (int(all.size()) + 1);
        command.shortcut = shortcut;
        command.run = std::move(run);
        all.push_back(std::move(command));
    };
    add("materials.give_out", tr("发放物资…"), "Ctrl+Shift+F", [&context](wxWindow*) { context.workbench.open("materials.issue"); });
    for (const DocumentType type : enteredTypes()) {
        if (type == DocumentType::issue) continue;
        add(("materials.post_" + idOf(type)).c_str(), tr("登记{}单…", word(type)), "", [&context, type](wxWindow* parent) {
            PostDialog dialog(parent, context, type, {});
            if (dialog.ShowModal() == wxID_OK) context.workbench.open("materials.documents", "id=" + std::to_string(dialog.id()));
        });
    }
    add("materials.import_receipts", tr("导入入库台账…"), "", [&context](wxWindow*) { context.workbench.import("materials.receipts"); });
    add("materials.import_issues", tr("导入发放台账…"), "", [&context](wxWindow*) { context.workbench.import("materials.issues"); });
    return all;
}

} // namespace materials
