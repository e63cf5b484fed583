#include "core/evaluation_store.h"

#include "core/drill.h"

#include <yanxun/id.h>

#include <sstream>

namespace drills::evaluations {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

std::string joinedLines(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts)
        all += (all.empty() ? "" : "\n") + part;
    return all;
}

std::vector<std::string> splitLines(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part);)
        parts.push_back(part);
    return parts;
}

yanxun::Fields fieldsOf(const Evaluation& evaluation) {
    return {{"drill_id", evaluation.drillId},
            {"sheet_id", evaluation.sheetId},
            {"sheet_version", evaluation.sheetVersion},
            {"aggregate", int(evaluation.panel.aggregate)},
            {"aggregate_reason", evaluation.panel.aggregateReason},
            {"total_mode", int(evaluation.panel.totalMode)},
            {"excludes_conflicts", evaluation.panel.excludesConflicts},
            {"due_ymd", evaluation.due ? yanxun::Value(evaluation.due->ymd()) : yanxun::Value()},
            {"frozen", evaluation.frozen},
            {"reopen_reason", evaluation.reopenReason},
            {"total", evaluation.total},
            {"coverage", evaluation.coverage},
            {"grade", evaluation.grade},
            {"verdict", int(evaluation.verdict)},
            {"veto", int(evaluation.veto)},
            {"disputes", evaluation.disputes}};
}

yanxun::Fields fieldsOf(const Evaluator& evaluator) {
    return {{"name", evaluator.name},
            {"unit_name", evaluator.unit},
            {"role", int(evaluator.role)},
            {"weight", evaluator.weight},
            {"scope", joinedLines(evaluator.scope)},
            {"state", int(evaluator.state)},
            {"state_reason", evaluator.stateReason},
            {"conflict", evaluator.conflict},
            {"comment", evaluator.comment}};
}

Evaluation headOf(const Row& row) {
    Evaluation head;
    head.id = row.integer(0);
    head.revision = row.integer(1);
    head.drillId = row.integer(2);
    head.sheetId = row.str(3);
    head.sheetVersion = int(row.integer(4));
    head.panel.aggregate = Aggregate(row.integer(5));
    head.panel.aggregateReason = row.str(6);
    head.panel.totalMode = TotalMode(row.integer(7));
    head.panel.excludesConflicts = row.flag(8);
    if (const auto due = row.maybeInteger(9)) head.due = yanxun::Date::fromYmd(*due);
    head.frozen = row.flag(10);
    head.total = row.maybeInteger(11);
    head.coverage = row.integer(12);
    head.grade = row.str(13);
    head.verdict = Verdict(row.integer(14));
    head.veto = VetoState(row.integer(15));
    head.disputes = int(row.integer(16));
    head.panel.combined = row.integer(17) == int(Content::combined);
    head.reopenReason = row.str(18);
    return head;
}

void readEvaluators(Reader& reader, Evaluation& evaluation) {
    reader.each(
        "SELECT id, revision, uid, name, unit_name, role, weight, scope, state, state_reason, conflict, comment"
        " FROM drills_eval_sheet WHERE eval_id = ? ORDER BY id",
        {evaluation.id}, [&](const Row& row) {
            Evaluator one;
            one.id = row.integer(0);
            one.revision = row.integer(1);
            one.key = row.str(2);
            one.name = row.str(3);
            one.unit = row.str(4);
            one.role = EvaluatorRole(row.integer(5));
            one.weight = row.integer(6);
            one.scope = splitLines(row.str(7));
            one.state = SheetState(row.integer(8));
            one.stateReason = row.str(9);
            one.conflict = row.flag(10);
            one.comment = row.str(11);
            evaluation.panel.evaluators.push_back(std::move(one));
        });
    for (Evaluator& one : evaluation.panel.evaluators) {
        reader.each("SELECT item_no, state, answer, veto, reason FROM drills_eval_entry WHERE sheet_id = ?", {one.id},
                    [&](const Row& row) {
                        one.answers[row.str(0)] = {ItemState(row.integer(1)), row.str(2), row.flag(3), row.str(4)};
                    });
    }
}

ItemRuling rulingOf(const Row& row) {
    ItemRuling ruling;
    ruling.target = row.maybeInteger(1);
    ruling.measured = row.str(2);
    ruling.tailored = row.flag(3);
    ruling.tailoredReason = row.str(4);
    ruling.tailoredBy = row.str(5);
    ruling.settlement = Settlement(row.integer(6));
    ruling.settledPoints = row.integer(7);
    ruling.settledReason = row.str(8);
    ruling.settledBy = row.str(9);
    ruling.veto = VetoDecision(row.integer(10));
    ruling.vetoReason = row.str(11);
    ruling.vetoEvidence = row.str(12);
    ruling.vetoBy = row.str(13);
    return ruling;
}

void readRulings(Reader& reader, Evaluation& evaluation) {
    reader.each(
        "SELECT item_no, target_ms, measured, tailored, tailored_reason, tailored_by, settlement, settled_points,"
        " settled_reason, settled_by, veto, veto_reason, veto_evidence, veto_by FROM drills_eval_ruling"
        " WHERE eval_id = ?",
        {evaluation.id}, [&](const Row& row) { evaluation.panel.rulings[row.str(0)] = rulingOf(row); });
    reader.each("SELECT code, decision, reason, decided_by FROM drills_eval_veto WHERE eval_id = ? ORDER BY code",
                {evaluation.id}, [&](const Row& row) {
                    evaluation.panel.drillVetoes.push_back(
                        {row.str(0), VetoDecision(row.integer(1)), row.str(2), row.str(3)});
                });
}

struct StoredId {
    std::int64_t id = 0, revision = 0;
};
StoredId idOf(Reader& reader, std::string_view sql, const yanxun::Values& values) {
    StoredId found;
    reader.one(sql, values, [&](const Row& row) { found = {row.integer(0), row.integer(1)}; });
    return found;
}

void put(Writer& writer, std::string_view table, const StoredId& stored, const yanxun::Fields& fields) {
    if (stored.id == 0) {
        writer.insert(table, fields);
    } else {
        writer.update(table, stored.id, stored.revision, fields);
    }
}

void removeRows(Writer& writer, std::string_view table, std::string_view sql, std::int64_t owner) {
    std::vector<StoredId> rows;
    writer.each(sql, {owner}, [&](const Row& row) { rows.push_back({row.integer(0), row.integer(1)}); });
    for (const StoredId& row : rows)
        writer.remove(table, row.id, row.revision);
}

Repeat repeatOfRow(const Row& row) {
    return {row.integer(0), row.integer(1), row.integer(2), yanxun::Date::fromYmd(row.integer(3)),
            row.str(4),     row.integer(5)};
}

/// Sheets 填写中 or 已退回.
constexpr std::string_view waiting = " FROM drills_eval e JOIN drills_drill d ON d.id = e.drill_id"
                                     " JOIN drills_eval_sheet s ON s.eval_id = e.id"
                                     " WHERE e.frozen = 0 AND e.due_ymd <= ? AND s.state IN (1, 3)";

/// A later drill of the unit makes the bad one good.
constexpr std::string_view notMadeGood = "NOT EXISTS (SELECT 1 FROM drills_drill l WHERE l.unit_id = d.unit_id"
                                         " AND l.held_ymd > d.held_ymd AND l.counted = 1)";

constexpr std::string_view selectRepeat =
    "SELECT id, revision, drill_id, due_ymd, reason, done_drill_id FROM drills_repeat ";

} // namespace

std::optional<Evaluation> find(Reader& reader, std::int64_t drill) {
    std::optional<Evaluation> found;
    reader.one(
        "SELECT e.id, e.revision, e.drill_id, e.sheet_id, e.sheet_version, e.aggregate, e.aggregate_reason,"
        " e.total_mode, e.excludes_conflicts, e.due_ymd, e.frozen, e.total, e.coverage, e.grade, e.verdict, e.veto,"
        " e.disputes, d.content, e.reopen_reason FROM drills_eval e JOIN drills_drill d ON d.id = e.drill_id WHERE "
        "e.drill_id = ?",
        {drill}, [&](const Row& row) { found = headOf(row); });
    if (!found) return found;
    readEvaluators(reader, *found);
    readRulings(reader, *found);
    return found;
}

std::int64_t drillOf(Reader& reader, std::string_view evaluatorKey) {
    return reader.scalar(
        "SELECT e.drill_id FROM drills_eval_sheet s JOIN drills_eval e ON e.id = s.eval_id WHERE s.uid = ?",
        {evaluatorKey});
}

std::int64_t inProgress(Reader& reader) {
    return reader.scalar("SELECT drill_id FROM drills_eval WHERE frozen = 0 ORDER BY id DESC LIMIT 1");
}

void add(Writer& writer, Evaluation& evaluation) {
    auto fields = fieldsOf(evaluation);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    evaluation.id = writer.insert("drills_eval", fields);
    evaluation.revision = 1;
}

void update(Writer& writer, Evaluation& evaluation) {
    evaluation.revision = writer.update("drills_eval", evaluation.id, evaluation.revision, fieldsOf(evaluation));
}

void addEvaluator(Writer& writer, std::int64_t evaluation, Evaluator& evaluator) {
    evaluator.key = yanxun::newUid(writer.at());
    auto fields = fieldsOf(evaluator);
    fields.push_back({"uid", evaluator.key});
    fields.push_back({"eval_id", evaluation});
    evaluator.id = writer.insert("drills_eval_sheet", fields);
    evaluator.revision = 1;
}

void updateEvaluator(Writer& writer, Evaluator& evaluator, bool late) {
    auto fields = fieldsOf(evaluator);
    fields.push_back({"late", late});
    if (evaluator.state == SheetState::submitted) fields.push_back({"submitted_at", writer.at()});
    evaluator.revision = writer.update("drills_eval_sheet", evaluator.id, evaluator.revision, fields);
}

void removeEvaluator(Writer& writer, const Evaluator& evaluator) {
    removeRows(writer, "drills_eval_entry",
               "SELECT id, revision FROM drills_eval_entry WHERE sheet_id = ? ORDER BY id", evaluator.id);
    writer.remove("drills_eval_sheet", evaluator.id, evaluator.revision);
}

int putAnswers(Writer& writer, Evaluator& evaluator, const Answers& answers) {
    int changed = 0;
    for (const auto& [no, answer] : answers) {
        const auto stored = evaluator.answers.find(no);
        const bool blank = answer.state == ItemState::blank;
        if (stored == evaluator.answers.end() ? blank : stored->second == answer) continue;
        const StoredId row =
            idOf(writer, "SELECT id, revision FROM drills_eval_entry WHERE sheet_id = ? AND item_no = ?",
                 {evaluator.id, no});
        ++changed;
        if (blank) {
            if (row.id != 0) writer.remove("drills_eval_entry", row.id, row.revision);
            evaluator.answers.erase(no);
            continue;
        }
        put(writer, "drills_eval_entry", row,
            {{"sheet_id", evaluator.id},
             {"item_no", no},
             {"state", int(answer.state)},
             {"answer", answer.given},
             {"veto", answer.veto},
             {"reason", answer.reason}});
        evaluator.answers[no] = answer;
    }
    if (changed == 0) return 0;
    // Whoever read the sheet before this is told.
    const auto fills = writer.scalar("SELECT fills FROM drills_eval_sheet WHERE id = ?", {evaluator.id});
    evaluator.revision = writer.update("drills_eval_sheet", evaluator.id, evaluator.revision, {{"fills", fills + 1}});
    return changed;
}

void putRuling(Writer& writer, std::int64_t evaluation, const std::string& item, const ItemRuling& ruling) {
    const StoredId row = idOf(writer, "SELECT id, revision FROM drills_eval_ruling WHERE eval_id = ? AND item_no = ?",
                              {evaluation, item});
    if (ruling == ItemRuling{}) {
        if (row.id != 0) writer.remove("drills_eval_ruling", row.id, row.revision);
        return;
    }
    put(writer, "drills_eval_ruling", row,
        {{"eval_id", evaluation},
         {"item_no", item},
         {"target_ms", ruling.target},
         {"measured", ruling.measured},
         {"tailored", ruling.tailored},
         {"tailored_reason", ruling.tailoredReason},
         {"tailored_by", ruling.tailoredBy},
         {"settlement", int(ruling.settlement)},
         {"settled_points", ruling.settledPoints},
         {"settled_reason", ruling.settledReason},
         {"settled_by", ruling.settledBy},
         {"veto", int(ruling.veto)},
         {"veto_reason", ruling.vetoReason},
         {"veto_evidence", ruling.vetoEvidence},
         {"veto_by", ruling.vetoBy}});
}

void putVeto(Writer& writer, std::int64_t evaluation, const DrillVeto& veto) {
    const StoredId row = idOf(writer, "SELECT id, revision FROM drills_eval_veto WHERE eval_id = ? AND code = ?",
                              {evaluation, veto.code});
    put(writer, "drills_eval_veto", row,
        {{"eval_id", evaluation},
         {"code", veto.code},
         {"decision", int(veto.decision)},
         {"reason", veto.reason},
         {"decided_by", veto.by}});
}

void remove(Writer& writer, std::int64_t drill) {
    const auto evaluation = find(writer, drill);
    if (!evaluation) return;
    for (const Evaluator& evaluator : evaluation->panel.evaluators)
        removeEvaluator(writer, evaluator);
    removeRows(writer, "drills_eval_ruling",
               "SELECT id, revision FROM drills_eval_ruling WHERE eval_id = ? ORDER BY id", evaluation->id);
    removeRows(writer, "drills_eval_veto", "SELECT id, revision FROM drills_eval_veto WHERE eval_id = ? ORDER BY id",
               evaluation->id);
    writer.remove("drills_eval", evaluation->id, evaluation->revision);
}

std::optional<Repeat> repeatOf(Reader& reader, std::int64_t drill) {
    std::optional<Repeat> found;
    reader.one(std::string(selectRepeat) + "WHERE drill_id = ?", {drill},
               [&](const Row& row) { found = repeatOfRow(row); });
    return found;
}

void putRepeat(Writer& writer, Repeat repeat) {
    const StoredId row = idOf(writer, "SELECT id, revision FROM drills_repeat WHERE drill_id = ?", {repeat.drillId});
    yanxun::Fields fields{{"drill_id", repeat.drillId},
                          {"due_ymd", repeat.due.ymd()},
                          {"reason", repeat.reason},
                          {"done_drill_id", repeat.doneBy == 0 ? yanxun::Value() : yanxun::Value(repeat.doneBy)}};
    if (row.id == 0) fields.push_back({"uid", yanxun::newUid(writer.at())});
    put(writer, "drills_repeat", row, fields);
}

void removeRepeat(Writer& writer, std::int64_t drill) {
    removeRows(writer, "drills_repeat", "SELECT id, revision FROM drills_repeat WHERE drill_id = ?", drill);
}

std::int64_t openRepeatCount(Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_repeat r JOIN drills_drill d ON d.id = r.drill_id WHERE " +
                         std::string(notMadeGood));
}

std::vector<Repeat> openRepeats(Reader& reader, std::size_t limit) {
    std::vector<Repeat> all;
    reader.each("SELECT r.id, r.revision, r.drill_id, r.due_ymd, r.reason, 0 FROM drills_repeat r"
                " JOIN drills_drill d ON d.id = r.drill_id WHERE " +
                    std::string(notMadeGood) + " ORDER BY r.due_ymd, r.id LIMIT ?",
                {std::int64_t(limit)}, [&](const Row& row) { all.push_back(repeatOfRow(row)); });
    return all;
}

std::vector<OpenSheet> openSheets(Reader& reader, yanxun::Date until, std::size_t limit) {
    std::vector<OpenSheet> all;
    reader.each("SELECT d.id, d.name, s.name, e.due_ymd" + std::string(waiting) + " ORDER BY e.due_ymd, s.id LIMIT ?",
                {until.ymd(), std::int64_t(limit)}, [&](const Row& row) {
                    all.push_back({row.integer(0), row.str(1), row.str(2), yanxun::Date::fromYmd(row.integer(3))});
                });
    return all;
}

std::int64_t openSheetCount(Reader& reader, yanxun::Date until) {
    return reader.scalar("SELECT count(*)" + std::string(waiting), {until.ymd()});
}

} // namespace drills::evaluations
