#include "core/metric_store.h"

#include <algorithm>

namespace campaigns::metric_store {
namespace {

using yanxun::BulkColumn;
using yanxun::ColumnType;
using yanxun::Row;

} // namespace

std::vector<Metric> of(yanxun::Reader& reader, std::int64_t activity) {
    std::vector<Metric> all;
    const std::int64_t ids[] = {activity};
    ofMany(reader, idList(ids), [&](std::int64_t, Metric metric) { all.push_back(std::move(metric)); });
    return all;
}

void ofMany(yanxun::Reader& reader, const IdList& activities, const std::function<void(std::int64_t, Metric)>& use) {
    reader.each("SELECT activity_id, id, revision, term_id, value, precision_kind, basis FROM campaigns_metric"
                " WHERE activity_id IN " +
                    activities.sql + " ORDER BY activity_id, term_id",
                activities.values, [&](const Row& row) {
                    use(row.integer(0), {row.integer(1), row.integer(2), row.integer(3), row.integer(4),
                                         Precision(row.integer(5)), row.str(6)});
                });
}

void replace(yanxun::Writer& writer, std::int64_t activity, const std::vector<Metric>& wanted) {
    std::vector<Metric> standing = of(writer, activity);
    for (const Metric& metric : wanted) {
        const yanxun::Fields fields{
            {"value", metric.value}, {"precision_kind", int(metric.precision)}, {"basis", metric.basis}};
        const auto same = std::find_if(standing.begin(), standing.end(),
                                       [&](const Metric& one) { return one.termId == metric.termId; });
        if (same == standing.end()) {
            yanxun::Fields all = fields;
            all.push_back({"activity_id", activity});
            all.push_back({"term_id", metric.termId});
            writer.insert("campaigns_metric", all);
        } else {
            writer.update("campaigns_metric", same->id, same->revision, fields);
            standing.erase(same);
        }
    }
    for (const Metric& gone : standing) writer.remove("campaigns_metric", gone.id, gone.revision);
}

void addMany(yanxun::Writer& writer, const std::function<const Activity*()>& next) {
    const std::vector<BulkColumn> columns{{"activity_id", ColumnType::integer},
                                          {"term_id", ColumnType::integer},
                                          {"value", ColumnType::integer},
                                          {"precision_kind", ColumnType::integer}};
    const Activity* activity = next();
    std::size_t at = 0;
    writer.insertMany("campaigns_metric", columns, [&](yanxun::BulkRow& row) {
        while (activity && at == activity->metrics.size()) {
            activity = next();
            at = 0;
        }
        if (!activity) return false;
        const Metric& metric = activity->metrics[at++];
        row.integer(0, activity->id);
        row.integer(1, metric.termId);
        row.integer(2, metric.value);
        row.integer(3, int(metric.precision));
        return true;
    });
}

std::vector<Sum> sums(yanxun::Reader& reader, const yanxun::Period& period) {
    std::vector<Sum> all;
    reader.each("SELECT m.term_id, CAST(sum(m.value) AS bigint), max(CASE WHEN m.precision_kind = 2 THEN 1 ELSE 0 END)"
                " FROM campaigns_activity a JOIN campaigns_metric m ON m.activity_id = a.id"
                " WHERE a.counted = 1 AND a.held_ymd BETWEEN ? AND ? GROUP BY m.term_id ORDER BY m.term_id",
                {period.first.ymd(), period.last.ymd()},
                [&](const Row& row) { all.push_back({row.integer(0), row.integer(1), row.flag(2)}); });
    return all;
}

} // namespace campaigns::metric_store
