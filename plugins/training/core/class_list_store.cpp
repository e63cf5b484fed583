#include "core/class_list_store.h"

#include "core/class_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training::lists {
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

void addPeriod(Condition& condition, const ClassFilter& filter) {
    const auto between = [&](std::int64_t first, std::int64_t last) {
        condition.add("starts_ymd BETWEEN ? AND ?", {first, last});
    };
    if (filter.period) {
        between(filter.period->first.ymd(), filter.period->last.ymd());
    } else if (filter.ym != 0) {
        between(filter.ym * 100 + 1, filter.ym * 100 + 31);
    } else if (filter.year != 0) {
        between(filter.year * 10000 + 101, filter.year * 10000 + 1231);
    }
}

Condition conditionOf(const yanxun::Reader& reader, const ClassFilter& filter) {
    Condition condition;
    addPeriod(condition, filter);
    if (filter.mode == Mode::offline) {
        condition.add("mode <> ?", {int(Mode::online)});
    } else if (filter.mode != Mode::unknown) {
        condition.add("mode = ?", {int(filter.mode)});
    }
    if (filter.status) condition.add("status = ?", {int(*filter.status)});
    if (filter.countedOnly) condition.add("counted = 1");
    if (!filter.kind.empty()) condition.add("kind = ?", {filter.kind});
    if (!filter.region.empty()) condition.add("region_name = ?", {filter.region});
    if (filter.unit != 0) condition.add("unit_id = ?", {filter.unit});
    if (!yanxun::text::key(filter.text).empty()) {
        const auto found = reader.searchCondition(classKind, filter.text);
        condition.add("id IN (" + found.sql + ")", found.values);
    }
    return condition;
}

std::string columnOf(ClassOrder order) {
    switch (order) {
    case ClassOrder::starts:
        return "starts_ymd";
    case ClassOrder::number:
        return "number_key";
    case ClassOrder::name:
        return "name_sort";
    case ClassOrder::unit:
        return "unit_sort";
    case ClassOrder::mode:
        return "mode";
    case ClassOrder::hours:
        return "coalesce(minutes * 100 / minutes_per_hour, -1)";
    case ClassOrder::attended:
        return "attended";
    case ClassOrder::status:
        return "status";
    }
    return "starts_ymd";
}

std::vector<std::int64_t> idsOf(yanxun::Reader& reader, const std::string& sql, const Values& values) {
    std::vector<std::int64_t> ids;
    reader.each(sql, values, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

} // namespace

yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const ClassFilter& filter, ClassOrder order,
                                    bool ascending, std::int64_t limit) {
    Condition condition = conditionOf(reader, filter);
    const std::string way = ascending ? " ASC" : " DESC";
    condition.values.push_back(limit);
    return {"SELECT id FROM training_class WHERE " + condition.sql + " ORDER BY " + columnOf(order) + way + ", id" +
                way + " LIMIT ?",
            condition.values};
}

Ids ids(yanxun::Reader& reader, const ClassFilter& filter, ClassOrder order, bool ascending, std::int64_t limit) {
    Ids found;
    const auto statement = idStatement(reader, filter, order, ascending, limit);
    found.ids = idsOf(reader, statement.sql, statement.values);
    found.total = std::int64_t(found.ids.size());
    if (found.total < limit) return found;
    const Condition condition = conditionOf(reader, filter);
    found.total = reader.scalar("SELECT count(*) FROM training_class WHERE " + condition.sql, condition.values);
    return found;
}

std::vector<TrainingClass> get(yanxun::Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<TrainingClass> all;
    all.reserve(wanted.size());
    for (const std::int64_t id : wanted)
        all.push_back(store::find(reader, id).value_or(TrainingClass{}));
    return all;
}

std::vector<int> years(yanxun::Reader& reader) {
    // Year by year from the newest: one look into the index each, however many classes there are.
    std::vector<int> found;
    for (std::int64_t before = 99999999;;) {
        const auto ymd = reader.scalar("SELECT max(starts_ymd) FROM training_class WHERE starts_ymd < ?", {before});
        if (ymd == 0) return found;
        found.push_back(int(ymd / 10000));
        before = ymd / 10000 * 10000;
    }
}

std::vector<std::string> kinds(yanxun::Reader& reader) {
    std::vector<std::pair<std::string, std::string>> found;
    reader.each("SELECT DISTINCT kind FROM training_class", [&](const Row& row) {
        if (!row.text(0).empty()) found.emplace_back(yanxun::text::sortKey(row.text(0)), row.str(0));
    });
    std::sort(found.begin(), found.end());
    std::vector<std::string> all;
    for (auto& [key, word] : found)
        all.push_back(std::move(word));
    return all;
}

std::vector<TrainingClass> between(yanxun::Reader& reader, const yanxun::Period& period) {
    return get(reader,
               idsOf(reader, "SELECT id FROM training_class WHERE starts_ymd <= ? AND ends_ymd >= ? ORDER BY starts_ymd, id",
                     {period.last.ymd(), period.first.ymd()}));
}

std::map<std::int64_t, yanxun::DayTime> times(yanxun::Reader& reader, const yanxun::Period& period) {
    std::map<std::int64_t, yanxun::DayTime> all;
    reader.each("SELECT s.class_id, min(s.starts_minute), max(s.ends_minute) FROM training_class c "
                "JOIN training_session s ON s.class_id = c.id "
                "WHERE c.starts_ymd BETWEEN ? AND ? AND c.ends_ymd = c.starts_ymd GROUP BY s.class_id "
                "HAVING count(*) = count(s.starts_minute) AND count(*) = count(s.ends_minute)",
                {period.first.ymd(), period.last.ymd()}, [&](const yanxun::Row& row) {
                    all[row.integer(0)] = {int(row.integer(1)), int(row.integer(2))};
                });
    return all;
}

std::int64_t unclosedCount(yanxun::Reader& reader, yanxun::Date today) {
    return reader.scalar("SELECT count(*) FROM training_class WHERE status < 30 AND ends_ymd < ?", {today.ymd()});
}

std::vector<TrainingClass> unclosed(yanxun::Reader& reader, yanxun::Date today, std::size_t limit) {
    return get(reader,
               idsOf(reader,
                     "SELECT id FROM training_class WHERE status < 30 AND ends_ymd < ? ORDER BY ends_ymd, id LIMIT ?",
                     {today.ymd(), std::int64_t(limit)}));
}

} // namespace training::lists
