#include "core/activity_planner.h"

#include "core/activity_import_row.h"
#include "core/activity_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::ImportRow;
using yanxun::tr;

constexpr std::size_t offered = 3;

} // namespace

std::vector<std::string> reachWords(yanxun::Reader& reader, const directory::Units& units, const std::string& written) {
    const std::string whole = yanxun::text::key(written);
    if (whole.empty()) return {};
    std::vector<std::string> words = splitWords(written);
    if (words.size() > 1 && units.find(reader, whole)) return {whole};
    return words;
}

ActivityPlanner::ActivityPlanner(yanxun::Reader& reader, const directory::Units& units, const ActivityService& service,
                                 bool refuseUnknown)
    : reader_(reader), units_(units), service_(service), refuseUnknown_(refuseUnknown), terms_(term_store::all(reader)) {}

void ActivityPlanner::plan(ImportRow& row) {
    checkCategories(row);
    const std::string name = yanxun::text::key(row.text("name")), host = yanxun::text::key(row.text("host"));
    const std::string written = row.cell("units").raw.empty() ? row.text("units") : row.cell("units").raw;
    const std::vector<std::string> reach = reachWords(reader_, units_, written);
    for (const std::string& unit : reach) checkUnit(row, "units", unit);
    if (!host.empty()) checkUnit(row, "host", host);
    if (reach.empty() && host.empty()) {
        row.fail("units", "unit.missing", tr("没有写覆盖单位，也没有主办单位，请至少填写一个。"));
    }
    const auto day = row.integer("date");
    if (name.empty() || !day || row.failed()) return;

    std::int64_t unit = -1;
    row.key = name + '|' + keyUnit(reach, host, unit) + '|' + std::to_string(*day);
    row.fields = fieldsOf(row, terms_);
    if (unit < 0) return;
    const auto activity = store::findByKey(reader_, name, unit, yanxun::Date::fromYmd(*day));
    if (!activity) return;
    row.existing = activity->id;
    row.existingRevision = activity->revision;
    for (const yanxun::Field& field : row.fields) {
        row.stored.push_back({field.column, storedValue(field.column, *activity, terms_)});
    }
}

ActivityPlanner::Known& ActivityPlanner::lookUp(const std::string& name) {
    const auto [place, isNew] = seen_.try_emplace(yanxun::text::key(name));
    Known& known = place->second;
    if (!isNew) return known;
    known.unit = units_.find(reader_, name);
    if (known.unit) return known;
    known.township = service_.isTownship(reader_, place->first);
    if (known.township) return known;
    std::size_t exact = 0;
    for (const auto& match : units_.candidates(reader_, name, offered)) {
        known.alike.push_back(match.unit.name);
        if (yanxun::text::key(match.unit.name) == place->first) ++exact;
    }
    known.ambiguous = exact > 1;
    return known;
}

void ActivityPlanner::checkUnit(ImportRow& row, const char* column, const std::string& name) {
    Known& known = lookUp(name);
    if (known.unit || known.township) return;
    if (known.ambiguous) {
        row.fail(column, "unit.ambiguous", tr("有不止一个单位叫“{}”，请改写为信用代码，或先合并重复单位。", name));
    } else if (refuseUnknown_) {
        row.fail(column, "unit.unknown", tr("单位名录中没有“{}”，请先登记该单位或改正名称。", name), known.alike);
    } else if (!known.told) {
        known.told = true;
        row.warn(column, "unit.unknown", tr("单位名录中没有“{}”，将新建为待完善单位。", name), known.alike);
    }
}

void ActivityPlanner::checkCategories(ImportRow& row) {
    const std::vector<std::string> words = splitWords(row.text("category"));
    if (words.empty()) {
        row.warn("category", "category.missing", tr("没有写类别，不会计入五进的任何一类。"));
        return;
    }
    for (const std::string& word : words) {
        if (terms_.find(TermKind::category, word)) continue;
        std::vector<std::string> known;
        for (const Term* term : terms_.of(TermKind::category)) known.push_back(term->name);
        row.fail("category", "category.unknown",
                 tr("没有“{}”这个类别，请改为 {} 之一，或先在宣传字典里添加。", word, joined(known)), known);
    }
}

std::string ActivityPlanner::keyUnit(const std::vector<std::string>& reach, const std::string& host, std::int64_t& unit) {
    const auto keyOf = [&](const std::string& name) {
        const Known& known = lookUp(name);
        if (known.unit) unit = known.unit->id;
        return known.unit ? '#' + std::to_string(known.unit->id) : yanxun::text::key(name);
    };
    for (const std::string& name : reach) {
        if (!lookUp(name).township) return keyOf(name);
    }
    if (!host.empty() && !lookUp(host).township) return keyOf(host);
    unit = 0; // a township as a whole
    return reach.empty() ? std::string() : yanxun::text::key(reach.front());
}

} // namespace campaigns
