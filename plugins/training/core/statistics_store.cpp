#include "core/statistics_store.h"

namespace training::statistics {
namespace {

using yanxun::Period;
using yanxun::Row;
using yanxun::Values;

/// Whole months are told by starts_ym alone, which the index begins with.
std::string within(const Period& period, Values& values) {
    values.insert(values.end(), {period.first.ym(), period.last.ym()});
    const bool wholeMonths =
        period.first.day == 1 && period.last.day == yanxun::daysInMonth(period.last.year, period.last.month);
    if (wholeMonths) return "counted = 1 AND starts_ym BETWEEN ? AND ?";
    values.insert(values.end(), {period.first.ymd(), period.last.ymd()});
    return "counted = 1 AND starts_ym BETWEEN ? AND ? AND starts_ymd BETWEEN ? AND ?";
}

} // namespace

Totals totals(yanxun::Reader& reader, const Period& period) {
    Totals sum;
    Values values;
    const std::string condition = within(period, values);
    reader.each("SELECT mode, count(*), CAST(sum(attended) AS bigint) FROM training_class WHERE " + condition +
                    " GROUP BY starts_ym, mode", // the order of the index: nothing is sorted
                values, [&](const Row& row) {
                    const Mode mode = Mode(row.integer(0));
                    const std::int64_t classes = row.integer(1), attended = row.integer(2);
                    sum.classes += classes;
                    sum.attended += attended;
                    if (mode == Mode::mixed) sum.mixed += classes;
                    (mode == Mode::online ? sum.online : sum.offline) += classes;
                    if (mode != Mode::online) sum.offlineAttended += attended;
                });
    return sum;
}

yanxun::SearchCondition monthStatement(const Period& period) {
    yanxun::SearchCondition statement;
    const std::string condition = within(period, statement.values);
    statement.sql = "SELECT starts_ym, count(*), CAST(sum(attended) AS bigint) FROM training_class WHERE " +
                    condition + " GROUP BY starts_ym ORDER BY starts_ym";
    return statement;
}

std::vector<Month> months(yanxun::Reader& reader, const Period& period) {
    std::vector<Month> all;
    const auto statement = monthStatement(period);
    reader.each(statement.sql, statement.values, [&](const Row& row) {
        all.push_back({row.integer(0), row.integer(1), row.integer(2)});
    });
    return all;
}

Register registerSums(yanxun::Reader& reader, const Period& period) {
    Register sum;
    Values values;
    const std::string condition = within(period, values);
    reader.one("SELECT CAST(coalesce(sum(invited), 0) AS bigint),"
               " CAST(coalesce(sum(CASE WHEN invited IS NOT NULL THEN attended END), 0) AS bigint),"
               " CAST(coalesce(sum(passed), 0) AS bigint),"
               " CAST(coalesce(sum(CASE WHEN passed IS NOT NULL THEN attended END), 0) AS bigint) FROM "
               "training_class WHERE " +
                   condition,
               values, [&](const Row& row) {
                   sum = {row.integer(0), row.integer(1), row.integer(2), row.integer(3)};
               });
    return sum;
}

} // namespace training::statistics
