#include "core/item_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace materials::items {
namespace {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

constexpr std::string_view selectItem =
    "SELECT id, revision, name, kind, base_unit, spec, theme, minimum, superseded, retired FROM materials_item ";

Item itemOf(const Row& row) {
    Item item;
    item.id = row.integer(0);
    item.revision = row.integer(1);
    item.name = row.str(2);
    item.kind = ItemKind(row.integer(3));
    item.baseUnit = row.str(4);
    item.spec = row.str(5);
    item.theme = row.str(6);
    item.minimum = row.integer(7);
    item.isSuperseded = row.flag(8);
    item.isRetired = row.flag(9);
    return item;
}

Fields fieldsOf(const Item& item) {
    return {{"name", item.name},
            {"name_key", yanxun::text::key(item.name)},
            {"name_sort", yanxun::text::sortKey(item.name)},
            {"pinyin", yanxun::text::pinyin(item.name)},
            {"kind", int(item.kind)},
            {"base_unit", item.baseUnit},
            {"spec", item.spec},
            {"theme", item.theme},
            {"minimum", item.minimum},
            {"superseded", item.isSuperseded},
            {"retired", item.isRetired}};
}

std::vector<Item> several(Reader& reader, const std::string& condition, const yanxun::Values& values = {}) {
    std::vector<Item> found;
    reader.each(std::string(selectItem) + condition, values, [&](const Row& row) { found.push_back(itemOf(row)); });
    return found;
}

std::optional<Item> first(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::optional<Item> found;
    reader.one(std::string(selectItem) + condition, values, [&](const Row& row) { found = itemOf(row); });
    return found;
}

/// Without what LIKE would take for a wildcard.
std::string literally(std::string typed) {
    std::erase_if(typed, [](char c) { return c == '%' || c == '_'; });
    return typed;
}

} // namespace

std::optional<Item> find(Reader& reader, std::int64_t id) { return first(reader, "WHERE id = ?", {id}); }

Item get(Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这种物品已不存在，请刷新列表。"));
    return std::move(*found);
}

std::optional<Item> findByName(Reader& reader, const std::string& name) {
    return first(reader, "WHERE name_key = ?", {yanxun::text::key(name)});
}

std::vector<Item> all(Reader& reader, bool withRetired) {
    return several(reader, withRetired ? "ORDER BY name_sort, id" : "WHERE retired = 0 ORDER BY name_sort, id");
}

std::vector<Item> suggest(Reader& reader, const std::string& typed, std::size_t limit) {
    const std::string key = literally(yanxun::text::key(typed)), letters = literally(yanxun::text::loose(typed));
    // «jiatingyingjishouce jtyjsc»: spelt out, and by initials behind the space.
    return several(reader,
                   "WHERE retired = 0 AND (name_key LIKE ? OR pinyin LIKE ? OR pinyin LIKE ?)"
                   " ORDER BY CASE WHEN name_key LIKE ? THEN 0 WHEN pinyin LIKE ? THEN 1 ELSE 2 END, name_sort, id LIMIT ?",
                   {"%" + key + "%", letters + "%", "% " + letters + "%", key + "%", letters + "%", std::int64_t(limit)});
}

std::int64_t add(Writer& writer, const Item& item) {
    Fields fields = fieldsOf(item);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("materials_item", fields);
}

std::int64_t update(Writer& writer, const Item& item) {
    return writer.update("materials_item", item.id, item.revision, fieldsOf(item));
}

void remove(Writer& writer, std::int64_t id, std::int64_t revision) {
    for (const Pack& pack : packs(writer, id)) writer.remove("materials_pack", pack.id, pack.revision);
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM materials_kit_part WHERE item_id = ? ORDER BY id", {id},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [part, partRevision] : rows) writer.remove("materials_kit_part", part, partRevision);
    writer.remove("materials_item", id, revision);
}

bool isUsed(Reader& reader, std::int64_t id) {
    return reader.one("SELECT 1 FROM materials_line WHERE item_id = ? UNION ALL SELECT 1 FROM materials_batch WHERE item_id = ?"
                      " UNION ALL SELECT 1 FROM materials_move WHERE item_id = ?"
                      " UNION ALL SELECT 1 FROM materials_kit_part WHERE component_id = ? LIMIT 1",
                      {id, id, id, id}, [](const Row&) {});
}

bool isInLiveDocument(Reader& reader, std::int64_t id) {
    return reader.one("SELECT 1 FROM materials_move m JOIN materials_document d ON d.id = m.document_id"
                      " WHERE m.item_id = ? AND d.live = 1 LIMIT 1",
                      {id}, [](const Row&) {});
}

void index(Writer& writer, const Item& item) {
    yanxun::SearchEntry entry;
    entry.kind = itemSearch;
    entry.recordId = item.id;
    entry.title = item.name;
    entry.body = item.name + '\n' + item.spec + '\n' + item.theme;
    writer.index(entry);
}

void unindex(Writer& writer, std::int64_t id) { writer.unindex(itemSearch, id); }

std::vector<Pack> packs(Reader& reader, std::int64_t item) {
    std::vector<Pack> found;
    reader.each("SELECT id, revision, item_id, name, quantity FROM materials_pack WHERE item_id = ? ORDER BY quantity DESC, name",
                {item}, [&](const Row& row) {
                    found.push_back({row.integer(0), row.integer(1), row.integer(2), row.str(3), row.integer(4)});
                });
    return found;
}

void putPack(Writer& writer, std::int64_t item, const std::string& name, std::int64_t quantity) {
    for (const Pack& pack : packs(writer, item)) {
        if (pack.name != name) continue;
        if (quantity == 0) return writer.remove("materials_pack", pack.id, pack.revision);
        writer.update("materials_pack", pack.id, pack.revision, {{"quantity", quantity}});
        return;
    }
    if (quantity == 0) return;
    writer.insert("materials_pack", {{"item_id", item}, {"name", name}, {"quantity", quantity}});
}

std::vector<KitPart> parts(Reader& reader, std::int64_t kit) {
    std::vector<KitPart> found;
    reader.each("SELECT p.component_id, i.name, p.quantity FROM materials_kit_part p"
                " JOIN materials_item i ON i.id = p.component_id WHERE p.item_id = ? ORDER BY i.name_sort, i.id",
                {kit}, [&](const Row& row) { found.push_back({row.integer(0), row.str(1), row.integer(2)}); });
    return found;
}

void putPart(Writer& writer, std::int64_t kit, std::int64_t component, std::int64_t quantity) {
    std::int64_t id = 0, revision = 0;
    writer.one("SELECT id, revision FROM materials_kit_part WHERE item_id = ? AND component_id = ?", {kit, component},
               [&](const Row& row) {
                   id = row.integer(0);
                   revision = row.integer(1);
               });
    if (id != 0 && quantity == 0) writer.remove("materials_kit_part", id, revision);
    else if (id != 0) writer.update("materials_kit_part", id, revision, {{"quantity", quantity}});
    else if (quantity != 0) {
        writer.insert("materials_kit_part", {{"item_id", kit}, {"component_id", component}, {"quantity", quantity}});
    }
}

namespace {

constexpr std::string_view selectBatch =
    "SELECT id, revision, item_id, code, edition, supplier, unit_cost, expires_ymd FROM materials_batch WHERE item_id = ?";

Batch batchOf(const Row& row) {
    Batch batch;
    batch.id = row.integer(0);
    batch.revision = row.integer(1);
    batch.itemId = row.integer(2);
    batch.code = row.str(3);
    batch.edition = row.str(4);
    batch.supplier = row.str(5);
    batch.unitCost = row.maybeInteger(6);
    if (const auto day = row.maybeInteger(7)) batch.expires = yanxun::Date::fromYmd(*day);
    return batch;
}

} // namespace

std::vector<Batch> batches(Reader& reader, std::int64_t item) {
    std::vector<Batch> found;
    reader.each(std::string(selectBatch) + " ORDER BY id", {item}, [&](const Row& row) { found.push_back(batchOf(row)); });
    return found;
}

std::optional<Batch> findBatch(Reader& reader, std::int64_t item, const std::string& code) {
    std::optional<Batch> found;
    reader.one(std::string(selectBatch) + " AND code_key = ?", {item, yanxun::text::key(code)},
               [&](const Row& row) { found = batchOf(row); });
    return found;
}

std::int64_t addBatch(Writer& writer, const Batch& batch) {
    return writer.insert("materials_batch",
                         {{"uid", yanxun::newUid(writer.at())},
                          {"item_id", batch.itemId},
                          {"code", batch.code},
                          {"code_key", yanxun::text::key(batch.code)},
                          {"edition", batch.edition},
                          {"supplier", batch.supplier},
                          {"unit_cost", batch.unitCost},
                          {"expires_ymd", batch.expires ? yanxun::Value(batch.expires->ymd()) : yanxun::Value()}});
}

} // namespace materials::items
