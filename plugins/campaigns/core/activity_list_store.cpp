#include "core/activity_list_store.h"

#include "core/activity_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace campaigns::lists {
namespace {

using yanxun::Row;
using yanxun::Values;

yanxun::ListQuery conditionOf(const yanxun::Reader& reader, const ActivityFilter& filter) {
    yanxun::ListQuery query("campaigns_activity");
    query.days("held_ymd", filter.period, filter.ym, filter.year);
    if (filter.category != 0) {
        query.where("id IN (SELECT activity_id FROM campaigns_activity_term WHERE term_id = ?)", {filter.category});
    }
    if (filter.primary != 0) query.where("category_id = ?", {filter.primary > 0 ? filter.primary : 0});
    if (filter.region) query.where("region_name = ?", {*filter.region});
    if (filter.status) query.where("status = ?", {int(*filter.status)});
    if (filter.countedOnly) query.where("counted = 1");
    if (filter.unit != 0) query.where("id IN (SELECT activity_id FROM campaigns_reach WHERE unit_id = ?)", {filter.unit});
    if (filter.campaign != 0) query.where("campaign_id = ?", {filter.campaign});
    query.contains(reader, activityKind, filter.text);
    return query;
}

std::string columnOf(ActivityOrder order) {
    switch (order) {
    case ActivityOrder::held: return "held_ymd";
    case ActivityOrder::name: return "name_sort";
    case ActivityOrder::unit: return "unit_sort";
    case ActivityOrder::region: return "region_sort";
    case ActivityOrder::category: return "category_id";
    case ActivityOrder::attendance: return "attendance";
    case ActivityOrder::issued: return "issued";
    case ActivityOrder::status: return "status";
    }
    return "held_ymd";
}

std::vector<std::string> words(yanxun::Reader& reader, const std::string& column) {
    std::vector<std::pair<std::string, std::string>> found;
    reader.each("SELECT DISTINCT " + column + " FROM campaigns_activity", [&](const Row& row) {
        if (!row.text(0).empty()) found.emplace_back(yanxun::text::sortKey(row.text(0)), row.str(0));
    });
    std::sort(found.begin(), found.end());
    std::vector<std::string> all;
    for (auto& [key, word] : found) all.push_back(std::move(word));
    return all;
}

/// One line for each category of an activity, the primary first; `use` gets them put together.
void eachRef(yanxun::Reader& reader, const std::string& condition, const Values& values,
             const std::function<void(const ActivityRef&)>& use) {
    ActivityRef ref;
    reader.each("SELECT a.id, a.name, a.unit_id, a.unit_name, a.held_ymd, a.region_code, a.region_name, a.counted,"
                " a.issued, w.name FROM campaigns_activity a"
                " LEFT JOIN campaigns_activity_term t ON t.activity_id = a.id AND t.kind = 1"
                " LEFT JOIN campaigns_term w ON w.id = t.term_id WHERE " +
                    condition + " ORDER BY a.held_ymd, a.name_sort, a.id, t.place",
                values, [&](const Row& row) {
                    if (ref.id != row.integer(0)) {
                        if (ref.id != 0) use(ref);
                        ref = {row.integer(0), row.str(1), row.integer(2),
                               row.str(3),     yanxun::Date::fromYmd(row.integer(4)),
                               row.str(5),     row.str(6), {}, row.flag(7), row.integer(8)};
                    }
                    if (!row.isNull(9)) ref.categories.push_back(row.str(9));
                });
    if (ref.id != 0) use(ref);
}

} // namespace

yanxun::SearchCondition idStatement(const yanxun::Reader& reader, const ActivityFilter& filter, ActivityOrder order,
                                    bool ascending, std::int64_t limit) {
    return conditionOf(reader, filter).statement(yanxun::inOrder(columnOf(order), ascending), limit);
}

yanxun::IdList ids(yanxun::Reader& reader, const ActivityFilter& filter, ActivityOrder order, bool ascending,
                   std::int64_t limit) {
    return conditionOf(reader, filter).ids(reader, yanxun::inOrder(columnOf(order), ascending), limit);
}

std::vector<int> years(yanxun::Reader& reader) { return yanxun::yearsOf(reader, "campaigns_activity", "held_ymd"); }

std::vector<std::string> regions(yanxun::Reader& reader) { return words(reader, "region_name"); }
std::vector<std::string> forms(yanxun::Reader& reader) { return words(reader, "form"); }

void refs(yanxun::Reader& reader, std::int64_t firstYmd, std::int64_t lastYmd,
          const std::function<void(const ActivityRef&)>& use) {
    eachRef(reader, "a.held_ymd BETWEEN ? AND ?", {firstYmd, lastYmd}, use);
}

std::optional<ActivityRef> ref(yanxun::Reader& reader, std::int64_t id) {
    std::optional<ActivityRef> found;
    eachRef(reader, "a.id = ?", {id}, [&](const ActivityRef& one) { found = one; });
    return found;
}

std::int64_t overdueCount(yanxun::Reader& reader, yanxun::Date today) {
    return reader.scalar("SELECT count(*) FROM campaigns_activity WHERE status = 10 AND held_ymd < ?", {today.ymd()});
}

std::vector<std::int64_t> overdue(yanxun::Reader& reader, yanxun::Date today, std::size_t limit) {
    return yanxun::idsOf(
        reader, "SELECT id FROM campaigns_activity WHERE status = 10 AND held_ymd < ? ORDER BY held_ymd, id LIMIT ?",
        {today.ymd(), std::int64_t(limit)});
}

} // namespace campaigns::lists
