#pragma once
#include "core/item.h"

#include <yanxun/data/database.h>

#include <functional>

/// Rows of items, packs, kit parts, batches and places ↔ structs. Decides nothing.
namespace materials::items {

std::optional<Item> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Item get(yanxun::Reader& reader, std::int64_t id);
std::optional<Item> findByName(yanxun::Reader& reader, const std::string& name);
/// In pinyin order; the retired ones only when asked for.
std::vector<Item> all(yanxun::Reader& reader, bool withRetired);
/// Not retired ones whose name contains, or whose pinyin or initials begin with, what was typed.
std::vector<Item> suggest(yanxun::Reader& reader, const std::string& typed, std::size_t limit);
/// `id` and `revision` are not read. Returns the new id.
std::int64_t add(yanxun::Writer& writer, const Item& item);
std::int64_t update(yanxun::Writer& writer, const Item& item);
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
/// True when a line, a movement or a kit names it.
bool isUsed(yanxun::Reader& reader, std::int64_t id);
/// True when a document that counts names it.
bool isInLiveDocument(yanxun::Reader& reader, std::int64_t id);
void index(yanxun::Writer& writer, const Item& item);
void unindex(yanxun::Writer& writer, std::int64_t id);

std::vector<Pack> packs(yanxun::Reader& reader, std::int64_t item);
/// Sets the pack of that name, or takes it away when the quantity is 0.
void putPack(yanxun::Writer& writer, std::int64_t item, const std::string& name, std::int64_t quantity);
std::vector<KitPart> parts(yanxun::Reader& reader, std::int64_t kit);
void putPart(yanxun::Writer& writer, std::int64_t kit, std::int64_t component, std::int64_t quantity);

std::vector<Batch> batches(yanxun::Reader& reader, std::int64_t item);
std::optional<Batch> findBatch(yanxun::Reader& reader, std::int64_t item, const std::string& code);
std::int64_t addBatch(yanxun::Writer& writer, const Batch& batch);

} // namespace materials::items

namespace materials::locations {

std::optional<Location> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Location get(yanxun::Reader& reader, std::int64_t id);
std::optional<Location> findByName(yanxun::Reader& reader, LocationKind kind, const std::string& name);
/// A physical place of any kind by its name.
std::optional<Location> findPhysical(yanxun::Reader& reader, const std::string& name);
/// Physical places: warehouses first, then by name.
std::vector<Location> physical(yanxun::Reader& reader);
/// The oldest warehouse.
std::optional<Location> firstWarehouse(yanxun::Reader& reader);
std::int64_t add(yanxun::Writer& writer, const Location& location);
std::int64_t update(yanxun::Writer& writer, const Location& location);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);

} // namespace materials::locations

namespace materials {
/// The search kind of items.
inline constexpr auto itemSearch = "materials.item";
} // namespace materials
