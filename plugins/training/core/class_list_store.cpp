#include "core/class_list_store.h"

#include "core/class_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training::lists {
namespace {

using yanxun::Row;

yanxun::ListQuery conditionOf(const yanxun::Reader& reader, const ClassFilter& filter) {
    yanxun::ListQuery query("training_class");
    query.days("starts_ymd", filter.period, filter.ym, filter.year);
    if (filter.mode == Mode::offline) {
        query.where("mode <> ?", {int(Mode::online)});
    } else if (filter.mode != Mode::unknown) {
        query.where("mode = ?", {int(filter.mode)});
    }
    if (filter.status) query.where("status = ?", {int(*filter.status)});
    if (filter.countedOnly) query.where("counted = 1");
    if (!filter.kind.empty()) query.where("kind = ?", {filter.kind});
    if (!filter.region.empty()) query.where("region_name = ?", {filter.region});
    if (filter.unit != 0) query.where("unit_id = ?", {filter.unit});
    query.contains(reader, classKind, filter.text);
    return query;
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

} // namespace

yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const ClassFilter& filter, ClassOrder order,
                                    bool ascending, std::int64_t limit) {
    return conditionOf(reader, filter).statement(yanxun::inOrder(columnOf(order), ascending), limit);
}

yanxun::IdList ids(yanxun::Reader& reader, const ClassFilter& filter, ClassOrder order, bool ascending, std::int64_t limit) {
    return conditionOf(reader, filter).ids(reader, yanxun::inOrder(columnOf(order), ascending), limit);
}

std::vector<TrainingClass> get(yanxun::Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<TrainingClass> all;
    all.reserve(wanted.size());
    for (const std::int64_t id : wanted)
        all.push_back(store::find(reader, id).value_or(TrainingClass{}));
    return all;
}

std::vector<int> years(yanxun::Reader& reader) { return yanxun::yearsOf(reader, "training_class", "starts_ymd"); }

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
               yanxun::idsOf(reader, "SELECT id FROM training_class WHERE starts_ymd <= ? AND ends_ymd >= ? ORDER BY starts_ymd, id",
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
               yanxun::idsOf(reader,
                     "SELECT id FROM training_class WHERE status < 30 AND ends_ymd < ? ORDER BY ends_ymd, id LIMIT ?",
                     {today.ymd(), std::int64_t(limit)}));
}

} // namespace training::lists
