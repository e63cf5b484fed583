#include "core/run/script_store.h"

#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills::scripts {
namespace {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

Script scriptOf(const Row& row) {
    Script s;
    s.id = row.integer(0);
    s.revision = row.integer(1);
    s.drillId = row.integer(2);
    s.version = int(row.integer(3));
    s.state = ScriptState(row.integer(4));
    s.scenarioStart = row.maybeInteger(5);
    s.editedBy = row.str(6);
    s.submittedBy = row.str(7);
    s.submittedAt = row.maybeInteger(8);
    s.approvedBy = row.str(9);
    s.approvedAt = row.maybeInteger(10);
    s.remark = row.str(11);
    return s;
}

Fields fieldsOf(const Script& s) {
    return {{"drill_id", s.drillId},          {"version", s.version},        {"state", int(s.state)},
            {"scenario_start", s.scenarioStart}, {"edited_by", s.editedBy},  {"submitted_by", s.submittedBy},
            {"submitted_at", s.submittedAt},  {"approved_by", s.approvedBy}, {"approved_at", s.approvedAt},
            {"remark", s.remark}};
}

constexpr std::string_view selectLine =
    "SELECT i.id, i.revision, i.uid, i.drill_id, i.no, i.kind, i.offset_s, p.name, i.from_role, i.to_role, i.method,"
    " i.body, i.expected, i.within_s, i.objective, i.scene, i.actor, i.dialogue, i.narration, i.caption, i.any_condition"
    " FROM drills_inject i LEFT JOIN drills_phase p ON p.id = i.phase_id WHERE i.drill_id = ?";

ScriptLine lineOf(const Row& row) {
    ScriptLine l;
    l.id = row.integer(0);
    l.revision = row.integer(1);
    l.uid = row.str(2);
    l.drillId = row.integer(3);
    l.no = row.integer(4);
    l.kind = LineKind(row.integer(5));
    l.offset = row.integer(6);
    l.phase = row.str(7);
    l.from = row.str(8);
    l.to = row.str(9);
    l.method = row.str(10);
    l.text = row.str(11);
    l.expected = row.str(12);
    l.within = row.maybeInteger(13);
    l.objective = row.str(14);
    l.scene = row.str(15);
    l.actor = row.str(16);
    l.dialogue = row.str(17);
    l.narration = row.str(18);
    l.caption = row.str(19);
    l.conditions.any = row.flag(20);
    return l;
}

Fields fieldsOf(Writer& writer, const ScriptLine& l) {
    const std::int64_t phase = phaseOf(writer, l.drillId, l.phase);
    return {{"drill_id", l.drillId},   {"no", l.no},
            {"phase_id", phase == 0 ? yanxun::Value() : yanxun::Value(phase)},
            {"kind", int(l.kind)},     {"offset_s", l.offset},     {"from_role", l.from},
            {"to_role", l.to},         {"method", l.method},       {"body", l.text},
            {"expected", l.expected},  {"within_s", l.within},     {"objective", l.objective},
            {"scene", l.scene},        {"actor", l.actor},         {"dialogue", l.dialogue},
            {"narration", l.narration}, {"caption", l.caption},    {"any_condition", l.conditions.any}};
}

void readConditions(Reader& reader, std::int64_t drill, std::vector<ScriptLine>& lines) {
    std::map<std::int64_t, std::size_t> places;
    for (std::size_t i = 0; i < lines.size(); ++i) places[lines[i].id] = i;
    reader.each("SELECT d.inject_id, o.no, d.met_when, d.seconds FROM drills_inject i"
                " JOIN drills_inject_dep d ON d.inject_id = i.id JOIN drills_inject o ON o.id = d.on_inject_id"
                " WHERE i.drill_id = ? ORDER BY d.inject_id, o.no, d.met_when",
                {drill}, [&](const Row& row) {
                    const auto place = places.find(row.integer(0));
                    if (place == places.end()) return;
                    lines[place->second].conditions.all.push_back({row.integer(1), MetWhen(row.integer(2)), row.integer(3)});
                });
}

} // namespace

std::optional<Script> find(Reader& reader, std::int64_t drill) {
    std::optional<Script> found;
    reader.one("SELECT id, revision, drill_id, version, state, scenario_start, edited_by, submitted_by, submitted_at,"
               " approved_by, approved_at, remark FROM drills_script WHERE drill_id = ?",
               {drill}, [&](const Row& row) { found = scriptOf(row); });
    return found;
}

std::int64_t add(Writer& writer, const Script& script) {
    Fields fields = fieldsOf(script);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_script", fields);
}

void update(Writer& writer, const Script& script) {
    writer.update("drills_script", script.id, script.revision, fieldsOf(script));
}

std::vector<ScriptLine> lines(Reader& reader, std::int64_t drill) {
    std::vector<ScriptLine> all;
    reader.each(std::string(selectLine) + " ORDER BY i.offset_s, i.no", {drill},
                [&](const Row& row) { all.push_back(lineOf(row)); });
    readConditions(reader, drill, all);
    return all;
}

ScriptLine line(Reader& reader, std::int64_t drill, std::int64_t no) {
    std::vector<ScriptLine> found;
    reader.one(std::string(selectLine) + " AND i.no = ?", {drill, no}, [&](const Row& row) { found.push_back(lineOf(row)); });
    if (found.empty()) throw yanxun::NotFound(tr("脚本里没有第 {} 行。", no));
    readConditions(reader, drill, found);
    return found.front();
}

std::optional<std::int64_t> idOf(Reader& reader, std::int64_t drill, std::int64_t no) {
    std::optional<std::int64_t> id;
    reader.one("SELECT id FROM drills_inject WHERE drill_id = ? AND no = ?", {drill, no},
               [&](const Row& row) { id = row.integer(0); });
    return id;
}

std::int64_t lineCount(Reader& reader, std::int64_t drill) {
    return reader.scalar("SELECT count(*) FROM drills_inject WHERE drill_id = ?", {drill});
}

std::int64_t lastNumber(Reader& reader, std::int64_t drill) {
    return reader.scalar("SELECT max(no) FROM drills_inject WHERE drill_id = ?", {drill});
}

std::int64_t addLine(Writer& writer, const ScriptLine& line) {
    Fields fields = fieldsOf(writer, line);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert(lineTable, fields);
}

std::int64_t updateLine(Writer& writer, const ScriptLine& line) {
    return writer.update(lineTable, line.id, line.revision, fieldsOf(writer, line));
}

void removeLine(Writer& writer, const ScriptLine& line) {
    putConditions(writer, line, {});
    const std::int64_t revision = writer.scalar("SELECT revision FROM drills_inject WHERE id = ?", {line.id});
    writer.remove(lineTable, line.id, revision);
}

bool putConditions(Writer& writer, const ScriptLine& line, const Conditions& conditions) {
    std::vector<Condition> wanted = conditions.all;
    std::vector<std::pair<std::int64_t, std::int64_t>> gone;
    writer.each("SELECT d.id, d.revision, o.no, d.met_when, d.seconds FROM drills_inject_dep d"
                " JOIN drills_inject o ON o.id = d.on_inject_id WHERE d.inject_id = ?",
                {line.id}, [&](const Row& row) {
                    const Condition stored{row.integer(2), MetWhen(row.integer(3)), row.integer(4)};
                    const auto same = std::find(wanted.begin(), wanted.end(), stored);
                    if (same == wanted.end()) gone.emplace_back(row.integer(0), row.integer(1));
                    else wanted.erase(same);
                });
    for (const auto& [id, revision] : gone) writer.remove("drills_inject_dep", id, revision);
    for (const Condition& one : wanted) {
        const auto on = idOf(writer, line.drillId, one.on);
        if (!on) throw yanxun::Error(tr("第 {} 行的前置条件提到第 {} 行，脚本里没有这一行。", line.no, one.on));
        writer.insert("drills_inject_dep",
                      {{"inject_id", line.id}, {"on_inject_id", *on}, {"met_when", int(one.when)}, {"seconds", one.seconds}});
    }
    return !gone.empty() || !wanted.empty();
}

std::vector<std::int64_t> waitingFor(Reader& reader, const ScriptLine& line) {
    std::vector<std::int64_t> numbers;
    reader.each("SELECT DISTINCT i.no FROM drills_inject_dep d JOIN drills_inject i ON i.id = d.inject_id"
                " WHERE d.on_inject_id = ? ORDER BY i.no",
                {line.id}, [&](const Row& row) { numbers.push_back(row.integer(0)); });
    return numbers;
}

std::optional<std::pair<std::int64_t, std::int64_t>> placeOf(Reader& reader, std::int64_t line) {
    std::optional<std::pair<std::int64_t, std::int64_t>> place;
    reader.one("SELECT drill_id, no FROM drills_inject WHERE id = ?", {line},
               [&](const Row& row) { place = {row.integer(0), row.integer(1)}; });
    return place;
}

bool isUsed(Reader& reader, std::int64_t line) {
    return reader.one("SELECT 1 FROM drills_inject_event WHERE inject_id = ? LIMIT 1", {line}, [](const Row&) {}) ||
           reader.one("SELECT 1 FROM drills_observation WHERE inject_id = ? LIMIT 1", {line}, [](const Row&) {});
}

std::vector<Phase> phases(Reader& reader, std::int64_t drill) {
    std::vector<Phase> all;
    reader.each("SELECT id, revision, drill_id, no, name FROM drills_phase WHERE drill_id = ? ORDER BY no, id", {drill},
                [&](const Row& row) {
                    all.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.str(4)});
                });
    return all;
}

std::int64_t phaseOf(Writer& writer, std::int64_t drill, const std::string& name) {
    if (name.empty()) return 0;
    const std::int64_t id = writer.scalar("SELECT id FROM drills_phase WHERE drill_id = ? AND name = ?", {drill, name});
    if (id != 0) return id;
    const std::int64_t last = writer.scalar("SELECT max(no) FROM drills_phase WHERE drill_id = ?", {drill});
    return writer.insert("drills_phase", {{"drill_id", drill}, {"no", last + 1}, {"name", name}});
}

void updatePhase(Writer& writer, const Phase& phase) {
    writer.update("drills_phase", phase.id, phase.revision, {{"no", phase.no}, {"name", phase.name}});
}

void removePhase(Writer& writer, const Phase& phase) { writer.remove("drills_phase", phase.id, phase.revision); }

void addEdition(Writer& writer, std::int64_t drill, const Edition& edition) {
    writer.insert("drills_script_edition", {{"drill_id", drill},
                                            {"version", edition.version},
                                            {"approved_by", edition.approvedBy},
                                            {"approved_at", edition.approvedAt},
                                            {"line_count", edition.lineCount},
                                            {"sha256", edition.sha256},
                                            {"body", edition.body}});
}

std::vector<Edition> editions(Reader& reader, std::int64_t drill) {
    std::vector<Edition> all;
    reader.each("SELECT version, approved_by, sha256, body, approved_at, line_count FROM drills_script_edition"
                " WHERE drill_id = ? ORDER BY version",
                {drill}, [&](const Row& row) {
                    all.push_back({int(row.integer(0)), row.str(1), row.str(2), row.str(3), row.integer(4), row.integer(5)});
                });
    return all;
}

void removeAll(Writer& writer, std::int64_t drill) {
    const std::vector<ScriptLine> all = lines(writer, drill);
    for (const ScriptLine& line : all) putConditions(writer, line, {});
    for (const ScriptLine& line : all) removeLine(writer, line);
    for (const Phase& phase : phases(writer, drill)) removePhase(writer, phase);
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM drills_script_edition WHERE drill_id = ?", {drill},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows) writer.remove("drills_script_edition", id, revision);
    if (const auto script = find(writer, drill)) writer.remove("drills_script", script->id, script->revision);
}

} // namespace drills::scripts
