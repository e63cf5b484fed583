#include "core/drill_list_store.h"

#include "core/drill_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <unordered_map>

namespace drills::lists {
namespace {


/// The same cases as stageOf().
void addStage(yanxun::ListQuery& query, Stage stage) {
    static constexpr auto over = "status BETWEEN 70 AND 90";
    switch (stage) {
    case Stage::any: return;
    case Stage::planned: return query.where("(status < 70 OR status = 200)");
    case Stage::archived: return query.where("status = 100");
    case Stage::dropped: return query.where("status > 200");
    case Stage::rectifying: return query.where(std::string(over) + " AND open_findings > 0");
    case Stage::scored:
        return query.where(std::string(over) +
                             " AND open_findings = 0 AND coalesce(panel_score, ledger_score) IS NOT NULL");
    case Stage::unscored:
        return query.where(std::string(over) + " AND open_findings = 0 AND coalesce(panel_score, ledger_score) IS NULL");
    }
}

void addGrade(yanxun::ListQuery& query, const std::vector<GradeBand>& grades, const std::string& grade) {
    for (std::size_t i = 0; i < grades.size(); ++i) {
        if (grades[i].name != grade) continue;
        query.where("coalesce(panel_score, ledger_score) >= ?", {grades[i].from});
        if (i > 0) query.where("coalesce(panel_score, ledger_score) < ?", {grades[i - 1].from});
    }
}

yanxun::ListQuery conditionOf(const yanxun::Reader& reader, const DrillFilter& filter, const std::vector<GradeBand>& grades) {
    yanxun::ListQuery query("drills_drill");
    query.days("held_ymd", filter.period, filter.ym, filter.year);
    if (filter.hazard) query.where("hazard = ?", {*filter.hazard});
    if (filter.region) query.where("region_name = ?", {*filter.region});
    if (filter.mode) query.where("mode_word = ?", {*filter.mode});
    if (filter.unit != 0) query.where("unit_id = ?", {filter.unit});
    addStage(query, filter.stage);
    if (!filter.grade.empty()) addGrade(query, grades, filter.grade);
    query.contains(reader, drillKind, filter.text);
    return query;
}

std::string columnOf(DrillOrder order) {
    switch (order) {
    case DrillOrder::held: return "held_ymd";
    case DrillOrder::name: return "name_sort";
    case DrillOrder::unit: return "unit_sort";
    case DrillOrder::region: return "region_sort";
    case DrillOrder::hazard: return "hazard";
    case DrillOrder::mode: return "mode_word";
    case DrillOrder::participants: return "participants";
    case DrillOrder::score: return "coalesce(panel_score, ledger_score, -1)";
    case DrillOrder::stage: return "status";
    }
    return "held_ymd";
}

std::vector<std::string> words(yanxun::Reader& reader, const std::string& column) {
    std::vector<std::pair<std::string, std::string>> found;
    // From one word to the next: one look into the index each, however many drills there are.
    std::string word;
    while (true) {
        word = reader.scalarText("SELECT min(" + column + ") FROM drills_drill WHERE " + column + " > ?", {word});
        if (word.empty()) break;
        found.emplace_back(yanxun::text::sortKey(word), word);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> all;
    for (auto& [key, word] : found) all.push_back(std::move(word));
    return all;
}

} // namespace

yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const DrillFilter& filter,
                                    const std::vector<GradeBand>& grades, DrillOrder order, bool ascending,
                                    std::int64_t limit) {
    return conditionOf(reader, filter, grades).statement(yanxun::inOrder(columnOf(order), ascending), limit);
}

yanxun::IdList ids(yanxun::Reader& reader, const DrillFilter& filter, const std::vector<GradeBand>& grades, DrillOrder order,
                   bool ascending, std::int64_t limit) {
    return conditionOf(reader, filter, grades).ids(reader, yanxun::inOrder(columnOf(order), ascending), limit);
}

std::vector<Drill> get(yanxun::Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<Drill> all;
    all.reserve(wanted.size());
    for (const std::int64_t id : wanted) all.push_back(store::find(reader, id).value_or(Drill{}));
    return all;
}

std::vector<int> years(yanxun::Reader& reader) { return yanxun::yearsOf(reader, "drills_drill", "held_ymd"); }

std::vector<std::string> hazards(yanxun::Reader& reader) { return words(reader, "hazard"); }
std::vector<std::string> regions(yanxun::Reader& reader) { return words(reader, "region_name"); }
std::vector<std::string> modes(yanxun::Reader& reader) { return words(reader, "mode_word"); }

std::vector<Drill> between(yanxun::Reader& reader, const yanxun::Period& period) {
    return get(reader, yanxun::idsOf(reader, "SELECT id FROM drills_drill WHERE held_ymd BETWEEN ? AND ? ORDER BY held_ymd, id",
                              {period.first.ymd(), period.last.ymd()}));
}

std::int64_t unscoredCount(yanxun::Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_drill"
                         " WHERE counted = 1 AND panel_score IS NULL AND ledger_score IS NULL");
}

std::vector<Drill> unscored(yanxun::Reader& reader, std::size_t limit) {
    return get(reader, yanxun::idsOf(reader,
                              "SELECT id FROM drills_drill WHERE counted = 1 AND panel_score IS NULL"
                              " AND ledger_score IS NULL ORDER BY held_ymd, id LIMIT ?",
                              {std::int64_t(limit)}));
}

} // namespace drills::lists
