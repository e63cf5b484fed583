#include "core/item_store.h"
#include "core/statistics_store.h"
#include "view/view_context.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>

#include <wx/choice.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int fieldHeight = 32; // DIP

std::vector<RecordColumn> columns() {
    return {{"date", tr("日期"), CellKind::date, 92, false, false},     {"number", tr("单号"), CellKind::text, 110, false, false},
            {"type", tr("类型"), CellKind::text, 76, false, true},      {"place", tr("库位"), CellKind::text, 120, false, false},
            {"counterpart", tr("对方"), CellKind::text, 0, false, false}, {"batch", tr("批次"), CellKind::text, 80, false, false},
            {"in", tr("收入"), CellKind::integer, 80, false, false},    {"out", tr("发出"), CellKind::integer, 80, false, false},
            {"balance", tr("结存"), CellKind::integer, 90, false, false}};
}

/// The flows of one item with their running balances, by row number: read at once, because each needs those before it.
using Flows = std::unordered_map<std::int64_t, statistics::FlowLine>;

/// The worker puts a new set there while the window still reads the one before.
class SharedFlows {
public:
    void put(Flows flows) {
        const std::lock_guard lock(guard_);
        flows_ = std::make_shared<const Flows>(std::move(flows));
    }
    std::shared_ptr<const Flows> get() const {
        const std::lock_guard lock(guard_);
        return flows_;
    }

private:
    mutable std::mutex guard_;
    std::shared_ptr<const Flows> flows_ = std::make_shared<const Flows>(); ///< shared: readers keep theirs while it changes
};

std::vector<RecordCell> cellsOf(const statistics::FlowLine& line) {
    const auto number = [](std::int64_t value) { return RecordCell{value == 0 ? std::string() : yanxun::text::grouped(value)}; };
    const yanxun::Tone tone = line.in > 0 ? yanxun::Tone::good : yanxun::Tone::accent;
    return {RecordCell{yanxun::Date::fromYmd(line.ymd).iso()},
            RecordCell{line.number},
            RecordCell{word(line.type), tone},
            RecordCell{line.location},
            RecordCell{line.counterpart},
            RecordCell{line.batch},
            number(line.in),
            number(line.out),
            RecordCell{yanxun::text::grouped(line.balance)}};
}

RecordSource sourceOf(std::int64_t item, std::int64_t place, const std::shared_ptr<SharedFlows>& flows) {
    RecordSource source;
    source.ids = [item, place, flows](yanxun::Reader& reader, const RecordQuery& query) {
        RecordIds found;
        Flows read;
        if (item == 0) return found;
        const yanxun::Period ever{{1900, 1, 1}, {2200, 12, 31}};
        statistics::flowLines(reader, ever, item, place, [&](const statistics::FlowLine& line) {
            ++found.total;
            if (found.total > query.limit) return;
            found.ids.push_back(found.total);
            read.emplace(found.total, line);
        });
        flows->put(std::move(read));
        return found;
    };
    source.rows = [flows](yanxun::Reader&, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        const auto known = flows->get();
        for (const std::int64_t id : ids) {
            const auto line = known->find(id);
            rows.push_back(line == known->end() ? std::vector<RecordCell>(columns().size()) : cellsOf(line->second));
        }
        return rows;
    };
    return source;
}

class HistoryPage final : public wxPanel, public yanxun::PageView {
public:
    HistoryPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void offer();
    void choose(std::int64_t item);
    void reload();

    const ViewContext& context_;
    std::int64_t item_ = 0;
    std::vector<std::int64_t> itemIds_, placeIds_;
    std::shared_ptr<SharedFlows> flows_ = std::make_shared<SharedFlows>();
    PageHeader* header_ = nullptr;
    wxChoice *items_ = nullptr, *places_ = nullptr;
    RecordTable* table_ = nullptr;
};

HistoryPage::HistoryPage(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("materials.history");
    header_ = new PageHeader(this, tr("物资流水"));
    auto* const card = new Card(this);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const auto pick = [&](const char* name, const std::string& title, int width) {
        auto* const made = new wxChoice(card, wxID_ANY);
        made->SetName(name);
        made->SetMinSize(FromDIP(wxSize(width, fieldHeight)));
        setAccessible(made, title);
        line->Add(made, 0, wxRIGHT, FromDIP(space::s));
        return made;
    };
    items_ = pick("materials.history_item", tr("物品"), 220);
    places_ = pick("materials.history_place", tr("库位"), 180);
    items_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        guarded(this, [this] { choose(itemIds_[std::size_t(items_->GetSelection())]); });
    });
    places_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(this, [this] { reload(); }); });
    table_ = new RecordTable(card, "materials.history_list", context_.database, columns(), sourceOf(0, 0, flows_));
    table_->setTitle(tr("收发流水"));
    table_->setEmpty(tr("在上面选择一种物品，这里显示它的收入、发出和结存。"));
    table_->activated = [this](std::int64_t row) {
        guarded(this, [&] {
            const auto known = flows_->get();
            const auto line = known->find(row);
            if (line == known->end()) return;
            context_.workbench.open("materials.documents", "id=" + std::to_string(line->second.documentId));
        });
    };
    card->body()->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    card->body()->Add(table_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    offer();
    choose(itemIds_.size() > 1 ? itemIds_[1] : 0);
}

void HistoryPage::offer() {
    const std::int64_t placeNow = places_->GetSelection() > 0 ? placeIds_[std::size_t(places_->GetSelection())] : 0;
    itemIds_ = {0};
    placeIds_ = {0};
    wxArrayString items, places;
    items.Add(wx(tr("选择物品")));
    places.Add(wx(tr("全部库位")));
    context_.database.read([&](yanxun::Reader& reader) {
        for (const Item& item : items::all(reader, true)) {
            if (item.kind == ItemKind::kit) continue;
            itemIds_.push_back(item.id);
            items.Add(wx(item.isRetired ? tr("{}（停用）", item.name) : item.name));
        }
        for (const Location& place : locations::physical(reader)) {
            placeIds_.push_back(place.id);
            places.Add(wx(place.name));
        }
    });
    items_->Set(items);
    places_->Set(places);
    const auto at = [](const std::vector<std::int64_t>& ids, std::int64_t id) {
        return int(std::find(ids.begin(), ids.end(), id) - ids.begin()) % int(ids.size());
    };
    items_->SetSelection(at(itemIds_, item_));
    places_->SetSelection(at(placeIds_, placeNow));
}

void HistoryPage::choose(std::int64_t item) {
    item_ = item;
    offer();
    reload();
}

void HistoryPage::reload() {
    header_->setSubtitle(item_ == 0 ? tr("先选择一种物品") : utf8(items_->GetStringSelection()));
    if (item_ != 0) table_->setEmpty(tr("这种物品在这里还没有收发记录。"));
    table_->setSource(sourceOf(item_, placeIds_[std::size_t(std::max(0, places_->GetSelection()))], flows_));
}

void HistoryPage::show(const std::string& argument) {
    const std::int64_t wanted = parseArgument(argument).itemId;
    if (wanted != 0) choose(wanted);
}

void HistoryPage::refresh() {
    offer();
    table_->reload();
}

} // namespace

yanxun::Page historyPage(const ViewContext& context) {
    return yanxun::pageOf("materials.history", tr("物资流水"), "list", tr("物资"), 53,
                          [&context](wxWindow* parent) { return new HistoryPage(parent, context); });
}

} // namespace materials
