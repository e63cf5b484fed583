#include "core/drill_store.h"

#include "core/design/record_parts.h"
#include "core/duty_record_store.h"
#include "core/evaluation_store.h"
#include "core/finding_store.h"
#include "core/plan/plan_item_store.h"
#include "core/result_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::store {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Row;
using yanxun::Value;

constexpr std::string_view selectDrill =
    "SELECT id, revision, uid, name, unit_id, unit_name, region_code, region_name, held_ymd, hazard, hazard_word,"
    " org_form, content, purpose, notice, mode_word, participants, participants_estimated, watchers, ledger_score,"
    " panel_score, panel_grade, status, status_reason, source, is_practice, summary, findings, open_findings"
    " FROM drills_drill WHERE ";

Drill drillOf(const Row& row) {
    Drill d;
    d.id = row.integer(0);
    d.revision = row.integer(1);
    d.uid = row.str(2);
    d.name = row.str(3);
    d.unitId = row.integer(4);
    d.unitName = row.str(5);
    d.regionCode = row.str(6);
    d.regionName = row.str(7);
    d.heldOn = Date::fromYmd(row.integer(8));
    d.hazard = row.str(9);
    d.hazardWord = row.str(10);
    d.axes = {OrgForm(row.integer(11)), Content(row.integer(12)), Purpose(row.integer(13)), Notice(row.integer(14))};
    d.modeWord = row.str(15);
    d.participants = row.integer(16);
    d.participantsEstimated = row.flag(17);
    d.watchers = row.maybeInteger(18);
    d.ledgerScore = row.maybeInteger(19);
    d.panelScore = row.maybeInteger(20);
    d.panelGrade = row.str(21);
    d.status = Status(row.integer(22));
    d.statusReason = row.str(23);
    d.source = Source(row.integer(24));
    d.isPractice = row.flag(25);
    d.summary = row.str(26);
    d.findings = row.integer(27);
    d.openFindings = row.integer(28);
    return d;
}

std::optional<Drill> first(yanxun::Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::optional<Drill> found;
    reader.one(std::string(selectDrill) + condition, values, [&](const Row& row) { found = drillOf(row); });
    return found;
}

Fields fieldsOf(const Drill& d) {
    return {{"name", d.name},
            {"name_key", yanxun::text::key(d.name)},
            {"name_sort", yanxun::text::sortKey(d.name)},
            {"unit_id", d.unitId},
            {"unit_name", d.unitName},
            {"unit_sort", yanxun::text::sortKey(d.unitName)},
            {"region_code", d.regionCode},
            {"region_name", d.regionName},
            {"region_sort", yanxun::text::sortKey(d.regionName)},
            {"held_ymd", d.heldOn.ymd()},
            {"held_ym", d.heldOn.ym()},
            {"hazard", d.hazard},
            {"hazard_word", d.hazardWord},
            {"org_form", int(d.axes.form)},
            {"content", int(d.axes.content)},
            {"purpose", int(d.axes.purpose)},
            {"notice", int(d.axes.notice)},
            {"mode_word", d.modeWord},
            {"participants", d.participants},
            {"participants_estimated", d.participantsEstimated},
            {"watchers", d.watchers},
            {"ledger_score", d.ledgerScore},
            {"panel_score", d.panelScore},
            {"panel_grade", d.panelGrade},
            {"status", int(d.status)},
            {"status_reason", d.statusReason},
            {"source", int(d.source)},
            {"is_practice", d.isPractice},
            {"counted", isCounted(d.status, d.isPractice)},
            {"summary", d.summary}};
}

yanxun::SearchEntry entryOf(const Drill& drill, const std::string& problem) {
    yanxun::SearchEntry entry;
    entry.kind = drillKind;
    entry.recordId = drill.id;
    entry.title = drill.name;
    entry.ymd = drill.heldOn.ymd();
    for (const std::string& part : {drill.name, drill.unitName, drill.regionName, drill.hazard, drill.hazardWord,
                                    drill.modeWord, problem, drill.summary}) {
        if (part.empty()) continue;
        if (!entry.body.empty()) entry.body += '\n';
        entry.body += part;
    }
    return entry;
}

} // namespace

std::optional<Drill> find(yanxun::Reader& reader, std::int64_t id) { return first(reader, "id = ?", {id}); }

Drill get(yanxun::Reader& reader, std::int64_t id) {
    std::optional<Drill> found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这场演练已不存在，可能已被删除，请刷新列表。"));
    return std::move(*found);
}

std::optional<Drill> findByKey(yanxun::Reader& reader, const std::string& name, std::int64_t unit, Date day) {
    return first(reader, "name_key = ? AND unit_id = ? AND held_ymd = ? ORDER BY id LIMIT 1",
                 {yanxun::text::key(name), unit, day.ymd()});
}

void each(yanxun::Reader& reader, int year, const std::function<void(const Drill&)>& use) {
    const std::int64_t first = year == 0 ? 0 : year * 10000;
    const std::int64_t last = year == 0 ? 99999999 : year * 10000 + 9999;
    reader.each(std::string(selectDrill) +
                    "held_ymd BETWEEN ? AND ? ORDER BY held_ymd, name_sort, unit_sort, participants, id",
                {first, last}, [&](const Row& row) { use(drillOf(row)); });
}

std::int64_t add(yanxun::Writer& writer, const Drill& drill) {
    Fields fields = fieldsOf(drill);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_drill", fields);
}

std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count) { return writer.reserveIds("drills_drill", count); }

void addMany(yanxun::Writer& writer, const std::function<const Drill*()>& next) {
    const auto all = [](const Drill& drill) {
        Fields fields = fieldsOf(drill);
        fields.insert(fields.end(), {{"id", drill.id},
                                     {"uid", drill.uid},
                                     {"findings", drill.findings},
                                     {"open_findings", drill.openFindings}});
        return fields;
    };
    std::vector<yanxun::BulkColumn> columns;
    for (const yanxun::Field& field : all({})) {
        columns.push_back({field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    writer.insertMany("drills_drill", columns, [&](yanxun::BulkRow& row) {
        const Drill* drill = next();
        if (!drill) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : all(*drill)) row.set(column++, field.value);
        return true;
    });
}

std::int64_t update(yanxun::Writer& writer, const Drill& drill) {
    return writer.update("drills_drill", drill.id, drill.revision, fieldsOf(drill));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    plans::forgetDrill(writer, id);
    for (const RecordPart& part : recordParts()) {
        if (part.remove) part.remove(writer, id);
    }
    duties::removeOfDrill(writer, id);
    evaluations::remove(writer, id);
    evaluations::removeRepeat(writer, id);
    results::removeAll(writer, id);
    findings::removeAll(writer, id);
    writer.remove("drills_drill", id, revision);
}

void index(yanxun::Writer& writer, const Drill& drill, const std::string& problem) {
    writer.index(entryOf(drill, problem));
}

void indexMany(yanxun::Writer& writer, const std::function<const Drill*(std::string& problem)>& next) {
    writer.indexMany([&](yanxun::SearchEntry& entry) {
        std::string problem;
        const Drill* drill = next(problem);
        if (drill) entry = entryOf(*drill, problem);
        return drill != nullptr;
    });
}

void unindex(yanxun::Writer& writer, std::int64_t id) { writer.unindex(drillKind, id); }

bool usesUnit(yanxun::Reader& reader, std::int64_t unit) {
    return reader.one("SELECT 1 FROM drills_drill WHERE unit_id = ? LIMIT 1", {unit}, [](const Row&) {});
}

std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM drills_drill WHERE unit_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

} // namespace drills::store
