#include "core/merge_service.h"

#include "core/attribute_service.h"

#include <yanxun/text.h>

#include <algorithm>

namespace directory {

using yanxun::tr;
using yanxun::Writer;

namespace {

constexpr std::string_view nameAlias = "directory_alias.name"; // the alias made of the merged unit's own name

struct TextField {
    const char* field;
    std::string Unit::*member;
};
constexpr TextField textFields[] = {
    {"kind", &Unit::kind},       {"subkind", &Unit::subkind}, {"region_name", &Unit::regionName},
    {"village", &Unit::village}, {"grid", &Unit::grid},       {"industry", &Unit::industry},
    {"contact", &Unit::contact}, {"phone", &Unit::phone},     {"address", &Unit::address},
    {"note", &Unit::note},       {"uscc", &Unit::uscc},
};
struct CountField {
    const char* field;
    std::optional<std::int64_t> Unit::*member;
};
constexpr CountField countFields[] = {
    {"staff", &Unit::staff}, {"pupils", &Unit::pupils}, {"population", &Unit::population}};

std::vector<FilledField> fillBlanks(Unit& kept, const Unit& merged) {
    std::vector<FilledField> filled;
    for (const TextField& field : textFields) {
        if (!(kept.*field.member).empty() || (merged.*field.member).empty()) continue;
        kept.*field.member = merged.*field.member;
        filled.push_back({field.field, merged.*field.member});
    }
    for (const CountField& field : countFields) {
        if (kept.*field.member || !(merged.*field.member)) continue;
        kept.*field.member = merged.*field.member;
        filled.push_back({field.field, std::to_string(*(merged.*field.member))});
    }
    return filled;
}

void emptyAgain(Unit& kept, const FilledField& filled) {
    for (const TextField& field : textFields)
        if (filled.field == field.field && kept.*field.member == filled.value) (kept.*field.member).clear();
    for (const CountField& field : countFields)
        if (filled.field == field.field && kept.*field.member &&
            std::to_string(*(kept.*field.member)) == filled.value)
            (kept.*field.member).reset();
}

void save(Writer& writer, const UnitService& units, Unit& unit) {
    tidy(unit);
    units.link(writer, unit);
    unit_store::update(writer, unit);
}

} // namespace

std::int64_t MergeService::merge(Writer& writer, std::int64_t keptId, std::int64_t mergedId) const {
    if (keptId == mergedId) throw yanxun::Error(tr("请选择两个不同的单位。"));
    Unit kept = units_.require(writer, keptId), merged = units_.require(writer, mergedId);
    for (const Unit* unit : {&kept, &merged})
        if (unit->mergedInto != 0) throw yanxun::Error(tr("“{}”已并入其他单位，请先撤销那次合并。", unit->name));
    if (kept.usccValid && merged.usccValid && kept.uscc != merged.uscc)
        throw yanxun::Error(
            tr("两个单位的信用代码都有效且不同（{}、{}），不是同一单位，不能合并。", kept.uscc, merged.uscc));

    const std::int64_t merge = merge_store::add(writer, keptId, mergedId);
    moveEverything(writer, merge, kept, merged);
    const std::string key = yanxun::text::key(merged.name);
    if (key != yanxun::text::key(kept.name)) {
        const Alias alias = unit_store::addAlias(writer, keptId, merged.name, tr("合并"));
        merge_store::addMoved(writer, merge, {std::string(nameAlias), {alias.id}});
    }
    merged.mergedInto = keptId;
    unit_store::update(writer, merged);
    for (const FilledField& filled : fillBlanks(kept, merged))
        merge_store::addFilled(writer, merge, filled);
    save(writer, units_, kept);
    unit_store::touch(writer, keptId);
    unit_store::index(writer, merged);
    unit_store::index(writer, kept);
    return merge;
}

void MergeService::moveEverything(Writer& writer, std::int64_t merge, const Unit& kept, const Unit& merged) const {
    for (const std::string& table : merge_store::ownHolders())
        merge_store::addMoved(writer, merge, {table, merge_store::moveRows(writer, table, merged.id, kept.id)});
    for (const UnitUser& user : units_.users().all())
        merge_store::addMoved(writer, merge, {user.plugin, user.move(writer, merged.id, kept.ref())});
}

void MergeService::requireHolders(const std::vector<MovedRecords>& moved) const {
    const auto own = merge_store::ownHolders();
    for (const MovedRecords& records : moved) {
        const bool ours =
            records.holder == nameAlias || std::find(own.begin(), own.end(), records.holder) != own.end();
        if (!ours && !units_.users().find(records.holder))
            throw yanxun::Error(
                tr("合并时移动了插件“{}”的记录，该插件现未运行，请启用后再撤销合并。", records.holder));
    }
}

void MergeService::undo(Writer& writer, std::int64_t id) const {
    const auto merge = merge_store::get(writer, id);
    if (!merge) throw yanxun::NotFound(tr("没有编号为 {} 的合并记录。", id));
    if (merge->undoneAt) throw yanxun::Conflict(tr("这次合并已经撤销过。"));
    Unit kept = units_.require(writer, merge->keptId), merged = units_.require(writer, merge->mergedId);
    if (kept.mergedInto != 0) throw yanxun::Error(tr("“{}”后来又并入其他单位，请先撤销那次合并。", kept.name));
    const auto moved = merge_store::moved(writer, id);
    requireHolders(moved);

    for (const MovedRecords& records : moved) {
        if (records.holder == nameAlias) {
            if (const auto alias = unit_store::alias(writer, records.records.front()))
                unit_store::removeAlias(writer, *alias);
        } else if (const UnitUser* user = units_.users().find(records.holder)) {
            user->moveBack(writer, records.records, merged.ref());
        } else {
            merge_store::moveRowsBack(writer, records.holder, records.records, kept.id, merged.id);
        }
    }
    for (const FilledField& filled : merge_store::filled(writer, id))
        emptyAgain(kept, filled);
    save(writer, units_, kept);
    unit_store::touch(writer, kept.id);
    merged.mergedInto = 0;
    unit_store::update(writer, merged);
    merge_store::markUndone(writer, *merge);
    unit_store::index(writer, merged);
    unit_store::index(writer, kept);
}

} // namespace directory
