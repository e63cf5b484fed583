#include "core/result_store.h"

#include <yanxun/id.h>

#include <sstream>

namespace drills::results {
namespace {

using yanxun::Row;

constexpr std::string_view selectResult =
    "SELECT id, version, sheet_id, sheet_version, evaluator, scored_ymd, total, coverage, grade, verdict, vetoed_items,"
    " remark FROM drills_result WHERE drill_id = ? ORDER BY version DESC";

/// drills_result_item.veto: 0 no, 1 by its points, 2 ticked by the evaluator.
constexpr int ticked = 2;

int vetoOf(const ItemResult& item) {
    if (item.answer.veto) return ticked;
    return item.veto ? 1 : 0;
}

std::string joined(const std::vector<std::string>& numbers) {
    std::string all;
    for (const auto& number : numbers) all += (all.empty() ? "" : " ") + number;
    return all;
}

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; in >> part;) parts.push_back(part);
    return parts;
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
    stored.result.vetoed = split(row.str(10));
    stored.remark = row.str(11);
    return stored;
}

void readItems(yanxun::Reader& reader, StoredResult& stored) {
    reader.each("SELECT item_no, state, answer, points, full_points, veto, reason FROM drills_result_item"
                " WHERE result_id = ? ORDER BY place",
                {stored.id}, [&](const Row& row) {
                    ItemResult item;
                    item.no = row.str(0);
                    item.answer = {ItemState(row.integer(1)), row.str(2), row.integer(5) == ticked, row.str(6)};
                    item.points = row.maybeInteger(3);
                    item.full = row.integer(4);
                    item.veto = row.flag(5);
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
                                                            {"vetoed_items", joined(result.vetoed)},
                                                            {"remark", stored.remark}});
    int place = 0;
    for (const ItemResult& item : result.items) {
        writer.insert("drills_result_item", {{"result_id", id},
                                             {"item_no", item.no},
                                             {"place", ++place},
                                             {"state", int(item.answer.state)},
                                             {"answer", item.answer.given},
                                             {"points", item.points},
                                             {"full_points", item.full},
                                             {"veto", vetoOf(item)},
                                             {"reason", item.answer.reason}});
    }
    return int(version);
}

std::vector<StoredResult> of(yanxun::Reader& reader, std::int64_t drill) {
    std::vector<StoredResult> all;
    reader.each(selectResult, {drill}, [&](const Row& row) { all.push_back(resultOf(row)); });
    return all;
}

std::optional<StoredResult> newest(yanxun::Reader& reader, std::int64_t drill) {
    std::optional<StoredResult> found;
    reader.one(selectResult, {drill}, [&](const Row& row) { found = resultOf(row); });
    if (found) readItems(reader, *found);
    return found;
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
