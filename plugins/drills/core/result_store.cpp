#include "core/result_store.h"

#include <yanxun/id.h>

#include <sstream>

namespace drills::results {
namespace {

using yanxun::Row;

std::string selectFrom(const char* rest);

std::string selectResult(const char* rest) { return selectFrom("WHERE drill_id = ? ") + rest; }

std::string selectFrom(const char* rest) {
    return std::string("SELECT id, version, sheet_id, sheet_version, evaluator, scored_ymd, total, coverage, grade, verdict,"
                       " vetoed_items, remark, grade_computed, veto, expected, submitted, aggregate, total_mode, extra, notes,"
                       " inputs, inputs_hash, frozen_by FROM drills_result ") +
           rest;
}

/// drills_result_item.veto: 0 no, 1 by its points, 2 ticked by the evaluator.
constexpr int ticked = 2;

int vetoOf(const ItemResult& item) {
    if (item.answer.veto) return ticked;
    return item.triggeredBy.empty() ? 0 : 1;
}

std::string joinedWith(const std::vector<std::string>& parts, char mark) {
    std::string all;
    for (const auto& part : parts) all += (all.empty() ? "" : std::string(1, mark)) + part;
    return all;
}

std::vector<std::string> splitAt(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
    return parts;
}

/// drills_result_item.disputes: one digit a dispute.
std::string digits(const std::vector<Dispute>& disputes) {
    std::string all;
    for (const Dispute dispute : disputes) all += char('0' + int(dispute));
    return all;
}

std::vector<Dispute> disputesOf(const std::string& digits) {
    std::vector<Dispute> all;
    for (const char digit : digits) all.push_back(Dispute(digit - '0'));
    return all;
}

StoredResult resultOf(const Row& row) {
    StoredResult stored;
    stored.id = row.integer(0);
    stored.version = int(row.integer(1));
    stored.sheetId = row.str(2);
    stored.sheetVersion = int(row.integer(3));
    stored.evaluator = row.str(4);
    stored.scoredOn = yanxun::Date::fromYmd(row.integer(5));
    stored.result.total = row.maybeInteger(6);
    stored.result.coverage = row.integer(7);
    stored.result.grade = row.str(8);
    stored.result.verdict = Verdict(row.integer(9));
    stored.result.vetoed = splitAt(row.str(10), ' ');
    stored.remark = row.str(11);
    stored.result.gradeComputed = row.str(12);
    stored.result.veto = VetoState(row.integer(13));
    stored.result.expected = int(row.integer(14));
    stored.result.submitted = int(row.integer(15));
    stored.result.aggregate = Aggregate(row.integer(16));
    stored.result.totalMode = TotalMode(row.integer(17));
    stored.result.extra = row.integer(18);
    stored.result.notes = splitAt(row.str(19), '\n');
    stored.inputs = row.str(20);
    stored.inputsHash = row.str(21);
    stored.frozenBy = row.str(22);
    return stored;
}

void readItems(yanxun::Reader& reader, StoredResult& stored) {
    reader.each("SELECT item_no, state, answer, points, full_points, veto, reason, scored, not_applicable, not_observed, low,"
                " high, spread, veto_state, disputes, settlement FROM drills_result_item WHERE result_id = ? ORDER BY place",
                {stored.id}, [&](const Row& row) {
                    ItemResult item;
                    item.no = row.str(0);
                    item.state = ItemState(row.integer(1));
                    item.answer = {item.state, row.str(2), row.integer(5) == ticked, row.str(6)};
                    item.points = row.maybeInteger(3);
                    item.full = row.integer(4);
                    item.scored = int(row.integer(7));
                    item.notApplicable = int(row.integer(8));
                    item.notObserved = int(row.integer(9));
                    item.low = row.maybeInteger(10);
                    item.high = row.maybeInteger(11);
                    item.spread = row.integer(12);
                    item.veto = VetoState(row.integer(13));
                    item.disputes = disputesOf(row.str(14));
                    item.settlement = Settlement(row.integer(15));
                    stored.result.items.push_back(std::move(item));
                });
}

} // namespace

int add(yanxun::Writer& writer, std::int64_t drill, const StoredResult& stored) {
    const ScoreResult& result = stored.result;
    const auto version =
        1 + writer.scalar("SELECT coalesce(max(version), 0) FROM drills_result WHERE drill_id = ?", {drill});
    const std::int64_t id = writer.insert("drills_result", {{"uid", yanxun::newUid(writer.at())},
                                                            {"drill_id", drill},
                                                            {"version", version},
                                                            {"sheet_id", stored.sheetId},
                                                            {"sheet_version", stored.sheetVersion},
                                                            {"evaluator", stored.evaluator},
                                                            {"scored_ymd", stored.scoredOn.ymd()},
                                                            {"total", result.total},
                                                            {"coverage", result.coverage},
                                                            {"grade", result.grade},
                                                            {"verdict", int(result.verdict)},
                                                            {"vetoed_items", joinedWith(result.vetoed, ' ')},
                                                            {"remark", stored.remark},
                                                            {"grade_computed", result.gradeComputed},
                                                            {"veto", int(result.veto)},
                                                            {"expected", result.expected},
                                                            {"submitted", result.submitted},
                                                            {"aggregate", int(result.aggregate)},
                                                            {"total_mode", int(result.totalMode)},
                                                            {"extra", result.extra},
                                                            {"notes", joinedWith(result.notes, '\n')},
                                                            {"inputs", stored.inputs},
                                                            {"inputs_hash", stored.inputsHash},
                                                            {"frozen_by", stored.frozenBy}});
    int place = 0;
    for (const ItemResult& item : result.items) {
        writer.insert("drills_result_item", {{"result_id", id},
                                             {"item_no", item.no},
                                             {"place", ++place},
                                             {"state", int(item.state)},
                                             {"answer", item.answer.given},
                                             {"points", item.points},
                                             {"full_points", item.full},
                                             {"veto", vetoOf(item)},
                                             {"reason", item.answer.reason},
                                             {"scored", item.scored},
                                             {"not_applicable", item.notApplicable},
                                             {"not_observed", item.notObserved},
                                             {"low", item.low},
                                             {"high", item.high},
                                             {"spread", item.spread},
                                             {"veto_state", int(item.veto)},
                                             {"disputes", digits(item.disputes)},
                                             {"settlement", int(item.settlement)}});
    }
    return int(version);
}

std::vector<StoredResult> of(yanxun::Reader& reader, std::int64_t drill) {
    std::vector<StoredResult> all;
    reader.each(selectResult("ORDER BY version DESC"), {drill}, [&](const Row& row) { all.push_back(resultOf(row)); });
    return all;
}

std::optional<StoredResult> newest(yanxun::Reader& reader, std::int64_t drill) {
    std::optional<StoredResult> found;
    reader.one(selectResult("ORDER BY version DESC LIMIT 1"), {drill}, [&](const Row& row) { found = resultOf(row); });
    if (found) readItems(reader, *found);
    return found;
}

std::optional<StoredResult> version(yanxun::Reader& reader, std::int64_t drill, int wanted) {
    std::optional<StoredResult> found;
    reader.one(selectResult("AND version = ?"), {drill, wanted}, [&](const Row& row) { found = resultOf(row); });
    if (found) readItems(reader, *found);
    return found;
}

void eachNewest(yanxun::Reader& reader, const std::function<void(const StoredResult&)>& use) {
    reader.each(selectFrom("WHERE version = (SELECT max(n.version) FROM drills_result n"
                           " WHERE n.drill_id = drills_result.drill_id) ORDER BY id"),
                [&](const Row& row) { use(resultOf(row)); });
}

void removeAll(yanxun::Writer& writer, std::int64_t drill) {
    std::vector<std::pair<std::int64_t, std::int64_t>> items, results;
    writer.each("SELECT i.id, i.revision FROM drills_result_item i JOIN drills_result r ON r.id = i.result_id"
                " WHERE r.drill_id = ? ORDER BY i.id",
                {drill}, [&](const Row& row) { items.emplace_back(row.integer(0), row.integer(1)); });
    writer.each("SELECT id, revision FROM drills_result WHERE drill_id = ? ORDER BY id", {drill},
                [&](const Row& row) { results.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : items) writer.remove("drills_result_item", id, revision);
    for (const auto& [id, revision] : results) writer.remove("drills_result", id, revision);
}

} // namespace drills::results
