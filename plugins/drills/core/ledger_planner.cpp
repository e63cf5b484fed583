#include "core/ledger_planner.h"

#include "core/drill_store.h"
#include "core/finding_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Field;
using yanxun::Fields;
using yanxun::ImportRow;
using yanxun::tr;
using yanxun::Value;

constexpr std::size_t offered = 3;

void checkScore(ImportRow& row) {
    const auto score = row.integer("score");
    if (!score || (*score >= 0 && *score <= 10000)) return;
    row.fail("score", "score.range", tr("评估得分“{}”不在 0 到 100 之间，请改正。", row.cell("score").raw));
}

/// Columns a filled cell writes; the blank ones are left out.
Fields fieldsOf(const ImportRow& row) {
    Fields fields;
    const auto take = [&](const char* column, const char* cell) {
        const Value& value = row.cell(cell).value;
        if (!value.isNull()) fields.push_back({column, value});
    };
    take("region_name", "region_name");
    take("hazard_word", "hazard");
    take("mode_word", "form");
    take("participants", "participants");
    if (!row.cell("participants").value.isNull()) {
        fields.push_back({"participants_estimated", row.cell("participants").estimated});
    }
    take("watchers", "watchers");
    take("ledger_score", "score");
    take("problem", "problem");
    take("rectification", "rectified");
    return fields;
}

/// Blank text of a record reads as NULL, so that «只补空» knows what is blank.
Value orNull(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value storedValue(const std::string& column, const Drill& drill, const Finding& finding) {
    if (column == "region_name") return orNull(drill.regionName);
    if (column == "hazard_word") return orNull(drill.hazardWord);
    if (column == "mode_word") return orNull(drill.modeWord);
    if (column == "participants") return drill.participants == 0 ? Value() : Value(drill.participants);
    if (column == "participants_estimated") return drill.participants == 0 ? Value() : Value(drill.participantsEstimated);
    if (column == "watchers") return drill.watchers;
    if (column == "ledger_score") return drill.ledgerScore;
    if (column == "problem") return orNull(finding.description);
    if (column == "rectification") return orNull(finding.stateWord);
    return {};
}

Finding ledgerFindingOf(yanxun::Reader& reader, std::int64_t drill) {
    for (const Finding& finding : findings::of(reader, drill)) {
        if (finding.source == FindingSource::ledger) return finding;
    }
    return {};
}

} // namespace

void LedgerPlanner::plan(ImportRow& row) {
    checkScore(row);
    const std::string name = yanxun::text::key(row.text("name"));
    const std::string unitName = row.text("unit");
    Known* known = unitName.empty() ? nullptr : &lookUp(unitName);
    if (known) checkUnit(row, *known);
    const auto day = row.integer("date");
    if (name.empty() || !known || !day || row.failed()) return;

    const std::string unitKey = known->unit ? '#' + std::to_string(known->unit->id) : yanxun::text::key(unitName);
    row.key = name + '|' + unitKey + '|' + std::to_string(*day);
    row.fields = fieldsOf(row);
    if (known->unit) meetExisting(row, known->unit->id);
}

LedgerPlanner::Known& LedgerPlanner::lookUp(const std::string& name) {
    const auto [place, isNew] = seen_.try_emplace(yanxun::text::key(name));
    Known& known = place->second;
    if (!isNew) return known;
    known.unit = units_.find(reader_, name);
    if (known.unit) return known;
    std::size_t exact = 0;
    for (const auto& match : units_.candidates(reader_, name, offered)) {
        known.alike.push_back(match.unit.name);
        if (yanxun::text::key(match.unit.name) == place->first) ++exact;
    }
    known.ambiguous = exact > 1;
    return known;
}

void LedgerPlanner::checkUnit(ImportRow& row, Known& known) {
    if (known.unit) return;
    const std::string name = row.text("unit");
    if (known.ambiguous) {
        row.fail("unit", "unit.ambiguous", tr("有不止一个单位叫“{}”，请改写为信用代码，或先合并重复单位。", name));
    } else if (refuseUnknown_) {
        row.fail("unit", "unit.unknown", tr("单位名录中没有“{}”，请先登记该单位或改正名称。", name), known.alike);
    } else if (!known.told) {
        known.told = true;
        row.warn("unit", "unit.unknown", tr("单位名录中没有“{}”，将新建为待完善单位。", name), known.alike);
    }
}

void LedgerPlanner::meetExisting(ImportRow& row, std::int64_t unit) {
    const auto drill = store::findByKey(reader_, row.text("name"), unit, yanxun::Date::fromYmd(*row.integer("date")));
    if (!drill) return;
    row.existing = drill->id;
    row.existingRevision = drill->revision;
    const Finding finding = ledgerFindingOf(reader_, drill->id);
    for (const Field& field : row.fields) row.stored.push_back({field.column, storedValue(field.column, *drill, finding)});
}

} // namespace drills
