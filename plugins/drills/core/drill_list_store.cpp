#include "core/drill_list_store.h"

#include "core/drill_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <unordered_map>

namespace drills::lists {
namespace {

using yanxun::Row;
using yanxun::Values;

struct Condition {
    std::string sql = "1 = 1";
    Values values;

    void add(const std::string& more, Values bound = {}) {
        sql += " AND " + more;
        values.insert(values.end(), bound.begin(), bound.end());
    }
};

void addPeriod(Condition& condition, const DrillFilter& filter) {
    if (filter.period) {
        condition.add("held_ymd BETWEEN ? AND ?", {filter.period->first.ymd(), filter.period->last.ymd()});
    } else if (filter.ym != 0) {
        condition.add("held_ymd BETWEEN ? AND ?", {filter.ym * 100 + 1, filter.ym * 100 + 31});
    } else if (filter.year != 0) {
        condition.add("held_ymd BETWEEN ? AND ?", {filter.year * 10000 + 101, filter.year * 10000 + 1231});
    }
}

/// The same cases as stageOf().
void addStage(Condition& condition, Stage stage) {
    static constexpr auto over = "status BETWEEN 70 AND 90";
    switch (stage) {
    case Stage::any: return;
    case Stage::planned: return condition.add("(status < 70 OR status = 200)");
    case Stage::archived: return condition.add("status = 100");
    case Stage::dropped: return condition.add("status > 200");
    case Stage::rectifying: return condition.add(std::string(over) + " AND open_findings > 0");
    case Stage::scored:
        return condition.add(std::string(over) +
                             " AND open_findings = 0 AND coalesce(panel_score, ledger_score) IS NOT NULL");
    case Stage::unscored:
        return condition.add(std::string(over) + " AND open_findings = 0 AND coalesce(panel_score, ledger_score) IS NULL");
    }
}

void addGrade(Condition& condition, const std::vector<GradeBand>& grades, const std::string& grade) {
    for (std::size_t i = 0; i < grades.size(); ++i) {
        if (grades[i].name != grade) continue;
        condition.add("coalesce(panel_score, ledger_score) >= ?", {grades[i].from});
        if (i > 0) condition.add("coalesce(panel_score, ledger_score) < ?", {grades[i - 1].from});
    }
}

Condition conditionOf(const yanxun::Reader& reader, const DrillFilter& filter, const std::vector<GradeBand>& grades) {
    Condition condition;
    addPeriod(condition, filter);
    if (filter.hazard) condition.add("hazard = ?", {*filter.hazard});
    if (filter.region) condition.add("region_name = ?", {*filter.region});
    if (filter.mode) condition.add("mode_word = ?", {*filter.mode});
    if (filter.unit != 0) condition.add("unit_id = ?", {filter.unit});
    addStage(condition, filter.stage);
    if (!filter.grade.empty()) addGrade(condition, grades, filter.grade);
    if (!yanxun::text::key(filter.text).empty()) {
        const auto found = reader.searchCondition(drillKind, filter.text);
        condition.add("id IN (" + found.sql + ")", found.values);
    }
    return condition;
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

std::vector<std::int64_t> idsOf(yanxun::Reader& reader, const std::string& sql, const Values& values) {
    std::vector<std::int64_t> ids;
    reader.each(sql, values, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

} // namespace

yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const DrillFilter& filter,
                                    const std::vector<GradeBand>& grades, DrillOrder order, bool ascending,
                                    std::int64_t limit) {
    Condition condition = conditionOf(reader, filter, grades);
    const std::string way = ascending ? " ASC" : " DESC";
    condition.values.push_back(limit);
    return {"SELECT id FROM drills_drill WHERE " + condition.sql + " ORDER BY " + columnOf(order) + way + ", id" + way +
                " LIMIT ?",
            condition.values};
}

Ids ids(yanxun::Reader& reader, const DrillFilter& filter, const std::vector<GradeBand>& grades, DrillOrder order,
        bool ascending, std::int64_t limit) {
    Ids found;
    const auto statement = idStatement(reader, filter, grades, order, ascending, limit);
    found.ids = idsOf(reader, statement.sql, statement.values);
    found.total = std::int64_t(found.ids.size());
    if (found.total < limit) return found;
    const Condition condition = conditionOf(reader, filter, grades);
    found.total = reader.scalar("SELECT count(*) FROM drills_drill WHERE " + condition.sql, condition.values);
    return found;
}

std::vector<Drill> get(yanxun::Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<Drill> all;
    all.reserve(wanted.size());
    for (const std::int64_t id : wanted) all.push_back(store::find(reader, id).value_or(Drill{}));
    return all;
}

std::vector<int> years(yanxun::Reader& reader) {
    // Year by year from the newest: one look into the index each, however many drills there are.
    std::vector<int> found;
    std::int64_t before = 99999999;
    while (true) {
        const auto ymd = reader.scalar("SELECT max(held_ymd) FROM drills_drill WHERE held_ymd < ?", {before});
        if (ymd == 0) return found;
        found.push_back(int(ymd / 10000));
        before = ymd / 10000 * 10000;
    }
}

std::vector<std::string> hazards(yanxun::Reader& reader) { return words(reader, "hazard"); }
std::vector<std::string> regions(yanxun::Reader& reader) { return words(reader, "region_name"); }
std::vector<std::string> modes(yanxun::Reader& reader) { return words(reader, "mode_word"); }

std::vector<Drill> between(yanxun::Reader& reader, const yanxun::Period& period) {
    return get(reader, idsOf(reader, "SELECT id FROM drills_drill WHERE held_ymd BETWEEN ? AND ? ORDER BY held_ymd, id",
                              {period.first.ymd(), period.last.ymd()}));
}

std::int64_t unscoredCount(yanxun::Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_drill"
                         " WHERE counted = 1 AND panel_score IS NULL AND ledger_score IS NULL");
}

std::vector<Drill> unscored(yanxun::Reader& reader, std::size_t limit) {
    return get(reader, idsOf(reader,
                              "SELECT id FROM drills_drill WHERE counted = 1 AND panel_score IS NULL"
                              " AND ledger_score IS NULL ORDER BY held_ymd, id LIMIT ?",
                              {std::int64_t(limit)}));
}

} // namespace drills::lists
