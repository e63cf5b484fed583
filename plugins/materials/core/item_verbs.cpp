#include "core/item_store.h"
#include "core/statistics_store.h"
#include "core/stock_store.h"
#include "core/verb_values.h"
#include "core/verbs.h"

#include <yanxun/text.h>

#include <map>

namespace materials {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

void put(VerbCall& call, Reader& reader, const Item& item) {
    auto& out = *call.output;
    out.field("id", tr("编号"), item.id, CellKind::integer);
    out.field("name", tr("物品"), item.name);
    out.field("kind", tr("种类"), word(item.kind));
    out.field("unit", tr("计量单位"), item.baseUnit);
    out.field("spec", tr("规格"), item.spec);
    out.field("theme", tr("主题"), item.theme);
    out.field("minimum", tr("最低库存"), item.minimum, CellKind::integer);
    out.field("superseded", tr("内容过时"), item.isSuperseded ? tr("是") : tr("否"));
    out.field("retired", tr("停用"), item.isRetired ? tr("是") : tr("否"));
    std::string packs, parts;
    for (const Pack& pack : items::packs(reader, item.id)) {
        packs += (packs.empty() ? "" : "；") + tr("1{}={}{}", pack.name, pack.quantity, item.baseUnit);
    }
    for (const KitPart& part : items::parts(reader, item.id)) {
        parts += (parts.empty() ? "" : "；") + tr("{}×{}", part.componentName, part.quantity);
    }
    out.field("packs", tr("包装"), packs);
    out.field("parts", tr("组成"), parts);
}

ItemKind kindOf(const std::string& text) {
    for (const ItemKind kind : {ItemKind::consumable, ItemKind::loan, ItemKind::kit}) {
        if (text == word(kind)) return kind;
    }
    if (text == "consumable") return ItemKind::consumable;
    if (text == "loan") return ItemKind::loan;
    if (text == "kit") return ItemKind::kit;
    throw Error(tr("没有物品种类“{}”；可以是 consumable（消耗品）、loan（借用品）、kit（宣传包）。", text));
}

void take(const VerbCall& call, Item& item) {
    if (call.has("name")) item.name = call.text("name");
    if (call.has("kind")) item.kind = kindOf(call.text("kind"));
    if (call.has("unit")) item.baseUnit = call.text("unit");
    if (call.has("spec")) item.spec = call.text("spec");
    if (call.has("theme")) item.theme = call.text("theme");
    item.minimum = call.integer("minimum", item.minimum);
    if (call.has("superseded")) item.isSuperseded = true;
    if (call.has("current")) item.isSuperseded = false;
    if (call.has("retire")) item.isRetired = true;
    if (call.has("revive")) item.isRetired = false;
}

int list(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        std::map<std::int64_t, std::int64_t> held;
        for (const auto& one : stock::matrix(reader)) held[one.itemId] += one.quantity;
        yanxun::RowSource rows;
        rows.columns = {{"id", tr("编号"), CellKind::integer, 6},      {"item", tr("物品"), CellKind::text, 24},
                        {"kind", tr("种类"), CellKind::text, 8},       {"quantity", tr("库存"), CellKind::integer, 9},
                        {"measure", tr("单位"), CellKind::text, 6},    {"minimum", tr("最低库存"), CellKind::integer, 9},
                        {"retired", tr("停用"), CellKind::text, 6}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const Item& item : items::all(reader, call.has("all"))) {
                const std::vector<Value> cells{item.id,       item.name,    word(item.kind), held[item.id],
                                               item.baseUnit, item.minimum, item.isRetired ? tr("是") : std::string()};
                sink(cells);
            }
        };
        call.output->table("items", rows);
    });
    return 0;
}

int stockTable(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        yanxun::RowSource rows;
        rows.columns = {{"item", tr("物品"), CellKind::text, 24}, {"place", tr("库位"), CellKind::text, 20},
                        {"quantity", tr("数量"), CellKind::integer, 9}, {"measure", tr("单位"), CellKind::text, 6}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const auto& held : stock::matrix(reader)) {
                if (held.quantity == 0) continue;
                const Item item = items::get(reader, held.itemId);
                const std::vector<Value> cells{item.name, locations::get(reader, held.locationId).name, held.quantity, item.baseUnit};
                sink(cells);
            }
        };
        call.output->table("stock", rows);
    });
    return 0;
}

int low(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        yanxun::RowSource rows;
        rows.columns = {{"item", tr("物品"), CellKind::text, 24}, {"quantity", tr("仓库结存"), CellKind::integer, 9},
                        {"minimum", tr("最低库存"), CellKind::integer, 9}, {"measure", tr("单位"), CellKind::text, 6}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const auto& one : statistics::low(reader)) {
                const std::vector<Value> cells{one.item.name, one.onHand, one.item.minimum, one.item.baseUnit};
                sink(cells);
            }
        };
        call.output->table("low", rows);
    });
    return 0;
}

int places(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        yanxun::RowSource rows;
        rows.columns = {{"id", tr("编号"), CellKind::integer, 6}, {"place", tr("库位"), CellKind::text, 24},
                        {"kind", tr("类别"), CellKind::text, 10}, {"region", tr("乡镇（街道）"), CellKind::text, 12}};
        rows.each = [&](const yanxun::RowSink& sink) {
            for (const Location& one : locations::physical(reader)) {
                const std::vector<Value> cells{one.id, one.name, word(one.kind), one.regionName};
                sink(cells);
            }
        };
        call.output->table("places", rows);
    });
    return 0;
}

int history(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const Item item = itemNamed(reader, call.text("item"));
        const std::int64_t where = call.has("place") ? placeNamed(reader, call.text("place")).id : 0;
        yanxun::Period period{{1900, 1, 1}, {2200, 12, 31}};
        if (call.has("year")) period = yanxun::Period::year(int(call.integer("year")));
        yanxun::RowSource rows;
        rows.columns = {{"place", tr("库位"), CellKind::text, 16}, {"date", tr("日期"), CellKind::date, 11},
                        {"number", tr("单号"), CellKind::text, 14}, {"type", tr("类型"), CellKind::text, 8},
                        {"counterpart", tr("对方"), CellKind::text, 20}, {"in", tr("收入"), CellKind::integer, 9},
                        {"out", tr("发出"), CellKind::integer, 9}, {"balance", tr("结存"), CellKind::integer, 9}};
        rows.each = [&](const yanxun::RowSink& sink) {
            statistics::flowLines(reader, period, item.id, where, [&](const statistics::FlowLine& line) {
                const std::vector<Value> cells{line.location, line.ymd, line.number, word(line.type),
                                               line.counterpart, line.in, line.out, line.balance};
                sink(cells);
            });
        };
        call.output->table("history", rows);
    });
    return 0;
}

int add(ItemService& service, VerbCall& call) {
    Item item;
    take(call, item);
    call.database->write([&](Writer& writer) { put(call, writer, items::get(writer, service.add(writer, item))); });
    return 0;
}

int edit(ItemService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Item item = itemNamed(writer, call.text("item"));
        take(call, item);
        service.edit(writer, item);
        put(call, writer, items::get(writer, item.id));
    });
    return 0;
}

int remove(ItemService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Item item = itemNamed(writer, call.text("item"));
        const bool gone = service.remove(writer, item.id);
        call.output->field("removed", tr("已删除"), gone ? tr("是") : tr("否"));
        call.output->say(gone ? tr("已删除物品“{}”。", item.name) : tr("物品“{}”有单据，已停用，历史仍在。", item.name));
    });
    return 0;
}

int pack(ItemService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Item item = itemNamed(writer, call.text("item"));
        service.setPack(writer, item.id, call.text("pack"), call.integer("quantity"));
        put(call, writer, item);
    });
    return 0;
}

int part(ItemService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Item kit = itemNamed(writer, call.text("item"));
        service.setPart(writer, kit.id, itemNamed(writer, call.text("part")).id, call.integer("quantity"));
        put(call, writer, kit);
    });
    return 0;
}

void putPlace(VerbCall& call, const Location& location) {
    call.output->field("id", tr("编号"), location.id, CellKind::integer);
    call.output->field("place", tr("库位"), location.name);
    call.output->field("kind", tr("类别"), word(location.kind));
}

int addPlace(ItemService& service, VerbCall& call) {
    Location location;
    location.name = call.text("name");
    location.regionName = call.text("region");
    if (call.has("kind")) {
        const auto kind = locationKindOf(call.text("kind"));
        if (!kind) throw Error(tr("没有库位类别“{}”；可以是 warehouse、street、unit、site。", call.text("kind")));
        location.kind = *kind;
    }
    call.database->write([&](Writer& writer) { putPlace(call, locations::get(writer, service.addLocation(writer, location))); });
    return 0;
}

int renamePlace(ItemService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Location location = placeNamed(writer, call.text("place"));
        service.renameLocation(writer, location.id, call.text("name"));
        putPlace(call, locations::get(writer, location.id));
    });
    return 0;
}

std::vector<yanxun::VerbParameter> itemParameters(bool isNew) {
    return {option("name", tr("名称"), isNew),
            option("unit", tr("计量单位：份、册、个等"), isNew),
            option("kind", tr("种类：consumable、loan、kit")),
            option("spec", tr("规格")),
            option("theme", tr("主题")),
            option("minimum", tr("最低库存"))};
}

} // namespace

std::vector<yanxun::Verb> itemVerbs(ItemService& service) {
    const auto item = positional("item", tr("物品名称"));
    auto editing = itemParameters(false);
    editing.insert(editing.begin(), item);
    for (auto& more : {flag("superseded", tr("内容已过时")), flag("current", tr("内容仍有效")), flag("retire", tr("停用")),
                       flag("revive", tr("恢复使用"))}) {
        editing.push_back(more);
    }
    const auto with = [&service](int (*run)(ItemService&, VerbCall&)) {
        return [&service, run](VerbCall& call) { return run(service, call); };
    };
    std::vector<yanxun::Verb> all;
    all.push_back(makeVerb("materials.items", tr("列出物品和库存"), {flag("all", tr("包括停用的"))}, list));
    all.push_back(makeVerb("materials.item", tr("查看一种物品"), {item}, [](VerbCall& call) {
        call.database->read([&](Reader& reader) { put(call, reader, itemNamed(reader, call.text("item"))); });
        return 0;
    }));
    all.push_back(makeVerb("materials.item-add", tr("新建物品"), itemParameters(true), with(add)));
    all.push_back(makeVerb("materials.item-edit", tr("修改物品，未给出的项不变"), std::move(editing), with(edit)));
    all.push_back(makeVerb("materials.item-remove", tr("删除没有单据的物品，有单据的停用"), {item}, with(remove)));
    all.push_back(makeVerb("materials.pack", tr("登记包装换算，数量 0 为取消"),
                       {item, positional("pack", tr("包装名称，如 箱")), positional("quantity", tr("每包装的数量"))}, with(pack)));
    all.push_back(makeVerb("materials.kit-part", tr("登记宣传包的组成，数量 0 为取出"),
                       {item, positional("part", tr("组成物品")), positional("quantity", tr("每包的数量"))}, with(part)));
    all.push_back(makeVerb("materials.stock", tr("列出各库位的结存"), {}, stockTable));
    all.push_back(makeVerb("materials.low", tr("列出低于最低库存的物品"), {}, low));
    all.push_back(makeVerb("materials.history", tr("一种物品的收发流水和结存"),
                       {item, option("place", tr("库位")), option("year", tr("年份"))}, history));
    all.push_back(makeVerb("materials.places", tr("列出库位"), {}, places));
    all.push_back(makeVerb("materials.place-add", tr("新建库位"),
                       {option("name", tr("名称"), true), option("kind", tr("类别：warehouse、street、unit、site")),
                        option("region", tr("乡镇（街道）"))},
                       with(addPlace)));
    all.push_back(makeVerb("materials.place-rename", tr("库位改名"), {positional("place", tr("库位")), positional("name", tr("新名称"))}, with(renamePlace)));
    return all;
}

} // namespace materials
