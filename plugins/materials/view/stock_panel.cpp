#include "view/stock_panel.h"

#include "core/item_store.h"
#include "core/stock_store.h"
#include "view/item_dialogs.h"
#include "view/post_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <map>

namespace materials {

using yanxun::tr;
using namespace yanxun::ui;

StockPanel::StockPanel(wxWindow* parent, const ViewContext& context) : wxScrolledWindow(parent), context_(context) {
    SetName("materials.item_detail");
    SetScrollRate(0, FromDIP(space::l));
    refresh();
}

void StockPanel::show(std::int64_t item) {
    id_ = item;
    refresh();
}

void StockPanel::refresh() {
    std::optional<Item> item;
    if (id_ != 0) context_.database.read([&](yanxun::Reader& reader) { item = items::find(reader, id_); });
    DestroyChildren();
    if (item) {
        fill(*item);
    } else {
        auto* const all = new wxBoxSizer(wxVERTICAL);
        all->Add(emptyState(this, "box", tr("在左侧选择一种物品，这里显示它在各库位的结存和批次。")), 1, wxEXPAND);
        SetSizer(all, true);
    }
    FitInside();
    Layout();
}

void StockPanel::fill(const Item& item) {
    std::vector<stock::Held> held;
    std::vector<Batch> batches;
    std::vector<Pack> packs;
    std::vector<KitPart> parts;
    std::map<std::int64_t, std::string> places;
    std::map<std::int64_t, std::int64_t> byBatch;
    context_.database.read([&](yanxun::Reader& reader) {
        for (const auto& one : stock::matrix(reader)) {
            if (one.itemId == item.id && one.quantity != 0) held.push_back(one);
        }
        for (const Location& place : locations::physical(reader)) {
            places[place.id] = place.name;
            for (const auto& one : stock::heldAt(reader, item.id, place.id)) byBatch[one.batchId] += one.quantity;
        }
        batches = items::batches(reader, item.id);
        packs = items::packs(reader, item.id);
        parts = items::parts(reader, item.id);
    });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(paragraph(this, item.name, TextStyle::subtitle), 0, wxEXPAND);
    all->Add(paragraph(this, tr("{} · 按{}计数", word(item.kind), item.baseUnit), TextStyle::body, true), 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    addDeeds(all, item);

    auto* const facts = factGrid(this);
    for (const auto& one : held) addFact(this, facts, places[one.locationId], shownQuantity(one.quantity, item.baseUnit));
    if (held.empty() && item.kind != ItemKind::kit) addFact(this, facts, tr("结存"), tr("没有库存"));
    for (const auto& part : parts) addFact(this, facts, tr("组成"), tr("{} × {}", part.componentName, part.quantity));
    for (const Batch& batch : batches) {
        if (byBatch[batch.id] == 0) continue;
        addFact(this, facts, tr("批次 {}", batch.code), shownQuantity(byBatch[batch.id], item.baseUnit));
    }
    for (const Pack& pack : packs) addFact(this, facts, tr("每{}", pack.name), shownQuantity(pack.quantity, item.baseUnit));
    addFact(this, facts, tr("最低库存"), item.minimum == 0 ? tr("未设") : shownQuantity(item.minimum, item.baseUnit));
    addFact(this, facts, tr("规格"), item.spec);
    addFact(this, facts, tr("主题"), item.theme);
    all->Add(facts, 0, wxEXPAND | wxTOP, FromDIP(space::l));
    SetSizer(all, true);
}

void StockPanel::addDeeds(wxSizer* all, const Item& item) {
    Deeds deeds(this);
    deeds.add("materials.history", tr("流水"), "list", [this, item] {
        context_.workbench.open("materials.history", "item=" + std::to_string(item.id));
    });
    deeds.add("materials.edit_item", tr("修改"), "edit", [this, item] {
        ItemDialog dialog(this, context_, item);
        if (dialog.ShowModal() == wxID_OK) refresh();
    });
    if (item.kind == ItemKind::kit) {
        deeds.add("materials.edit_kit", tr("组成"), "plus", [this, item] {
            KitDialog dialog(this, context_, item);
            if (dialog.ShowModal() == wxID_OK) refresh();
        });
    } else {
        deeds.add("materials.item_receive", tr("入库"), "box", [this, item] { post(DocumentType::receipt, item); });
        deeds.add("materials.item_lend", tr("领用"), "unit", [this, item] { post(DocumentType::requisition, item); });
        deeds.add("materials.item_return", tr("退回"), "undo", [this, item] { post(DocumentType::giveBack, item); });
        deeds.add("materials.item_loss", tr("报损"), "trash", [this, item] { post(DocumentType::loss, item); });
    }
    deeds.add("materials.remove_item", tr("删除"), "close", [this, item] {
        if (!confirm(this, tr("删除物品“{}”？已有单据的物品会改为停用，历史不变。", item.name), tr("删除"))) return;
        context_.database.write([&](yanxun::Writer& writer) { context_.items.remove(writer, item.id); });
        show(0);
    });
    all->Add(deeds.sizer(), 0, wxEXPAND);
}

void StockPanel::post(DocumentType type, const Item& item) {
    PostDialog dialog(this, context_, type, item.name);
    if (dialog.ShowModal() != wxID_OK) return;
    context_.workbench.notify(tr("已过账{}单。", word(type)));
    refresh();
}

} // namespace materials
