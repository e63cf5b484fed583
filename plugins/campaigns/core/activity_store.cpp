#include "core/activity_store.h"

#include "core/metric_store.h"
#include "core/reach_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>
#include <unordered_map>

namespace campaigns::store {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Row;

constexpr auto table = "campaigns_activity";
constexpr std::string_view selectActivity =
    "SELECT id, revision, uid, name, unit_id, unit_name, host_id, host_name, held_ymd, place, region_code, region_name,"
    " form, campaign_id, attendance, attendance_estimated, issued, link, photos, leader, summary, status, status_reason,"
    " source FROM campaigns_activity WHERE ";

/// Into its place: a list fills hundreds, and each holds a dozen texts.
void readInto(Activity& a, const Row& row) {
    a.id = row.integer(0);
    a.revision = row.integer(1);
    a.uid = row.text(2);
    a.name = row.text(3);
    a.unitId = row.integer(4);
    a.unitName = row.text(5);
    a.hostId = row.integer(6);
    a.hostName = row.text(7);
    a.heldOn = Date::fromYmd(row.integer(8));
    a.place = row.text(9);
    a.regionCode = row.text(10);
    a.regionName = row.text(11);
    a.form = row.text(12);
    a.campaignId = row.integer(13);
    a.attendance = row.integer(14);
    a.attendanceEstimated = row.flag(15);
    a.issued = row.integer(16);
    a.link = row.text(17);
    a.photos = row.maybeInteger(18);
    a.leader = row.text(19);
    a.summary = row.text(20);
    a.status = ActivityStatus(row.integer(21));
    a.statusReason = row.text(22);
    a.source = Source(row.integer(23));
}

void readTerms(yanxun::Reader& reader, Activity& activity) {
    reader.each("SELECT term_id, kind FROM campaigns_activity_term WHERE activity_id = ? ORDER BY kind, place, term_id",
                {activity.id}, [&](const Row& row) {
                    auto& ids = TermKind(row.integer(1)) == TermKind::theme ? activity.themes : activity.categories;
                    ids.push_back(row.integer(0));
                });
}

std::optional<Activity> whole(yanxun::Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::optional<Activity> found;
    reader.one(std::string(selectActivity) + condition, values, [&](const Row& row) { readInto(found.emplace(), row); });
    if (!found) return found;
    readTerms(reader, *found);
    found->reach = reach_store::of(reader, found->id);
    found->metrics = metric_store::of(reader, found->id);
    return found;
}

/// What stands in other tables, in short: so that changing it gives the activity's row a new revision.
std::string partsOf(const Activity& a) {
    std::string all;
    for (const std::int64_t id : a.categories) all += 'c' + std::to_string(id);
    for (const std::int64_t id : a.themes) all += 't' + std::to_string(id);
    for (const Reach& reach : a.reach) all += '\n' + reach.name();
    for (const Metric& metric : a.metrics) {
        all += "\n" + std::to_string(metric.termId) + '=' + std::to_string(metric.value) + '/' +
               std::to_string(int(metric.precision)) + metric.basis;
    }
    return yanxun::text::sha256(all).substr(0, 16);
}

constexpr std::size_t atOnce = 500; // ids in one statement
using ById = std::unordered_map<std::int64_t, Activity*>;

/// Four statements for many activities instead of four for each.
void readTogether(yanxun::Reader& reader, std::span<const std::int64_t> ids, const ById& found) {
    const IdList list = idList(ids);
    reader.each(std::string(selectActivity) + "id IN " + list.sql, list.values,
                [&](const Row& row) { readInto(*found.at(row.integer(0)), row); });
    reader.each("SELECT activity_id, term_id, kind FROM campaigns_activity_term WHERE activity_id IN " + list.sql +
                    " ORDER BY activity_id, kind, place, term_id",
                list.values, [&](const Row& row) {
                    Activity& activity = *found.at(row.integer(0));
                    auto& terms = TermKind(row.integer(2)) == TermKind::theme ? activity.themes : activity.categories;
                    terms.push_back(row.integer(1));
                });
    reach_store::ofMany(reader, list, [&](std::int64_t id, Reach reach) { found.at(id)->reach.push_back(std::move(reach)); });
    metric_store::ofMany(reader, list, [&](std::int64_t id, Metric one) { found.at(id)->metrics.push_back(std::move(one)); });
}

Fields fieldsOf(const Activity& a) {
    return {{"name", a.name},
            {"name_key", yanxun::text::key(a.name)},
            {"name_sort", yanxun::text::sortKey(a.name)},
            {"unit_id", a.unitId},
            {"unit_name", a.unitName},
            {"unit_sort", yanxun::text::sortKey(a.unitName)},
            {"host_id", a.hostId},
            {"host_name", a.hostName},
            {"held_ymd", a.heldOn.ymd()},
            {"held_ym", a.heldOn.ym()},
            {"place", a.place},
            {"region_code", a.regionCode},
            {"region_name", a.regionName},
            {"region_sort", yanxun::text::sortKey(a.regionName)},
            {"form", a.form},
            {"category_id", a.primaryCategory()},
            {"campaign_id", a.campaignId},
            {"attendance", a.attendance},
            {"attendance_estimated", a.attendanceEstimated},
            {"link", a.link},
            {"photos", a.photos},
            {"leader", a.leader},
            {"summary", a.summary},
            {"status", int(a.status)},
            {"status_reason", a.statusReason},
            {"source", int(a.source)},
            {"counted", isCounted(a.status)},
            {"parts", partsOf(a)}};
}

void putTerms(yanxun::Writer& writer, const Activity& activity) {
    writer.exec("DELETE FROM campaigns_activity_term WHERE activity_id = ?", {activity.id});
    const auto put = [&](const std::vector<std::int64_t>& ids, TermKind kind) {
        int place = 0;
        for (const std::int64_t id : ids) {
            writer.exec("INSERT INTO campaigns_activity_term (activity_id, term_id, kind, place) VALUES (?, ?, ?, ?)",
                        {activity.id, id, int(kind), ++place});
        }
    };
    put(activity.categories, TermKind::category);
    put(activity.themes, TermKind::theme);
}

void putParts(yanxun::Writer& writer, const Activity& activity) {
    putTerms(writer, activity);
    reach_store::replace(writer, activity.id, activity.reach);
    metric_store::replace(writer, activity.id, activity.metrics);
    reach_store::cover(writer, activity);
}

yanxun::SearchEntry entryOf(const Activity& activity, const Terms& terms) {
    yanxun::SearchEntry entry;
    entry.kind = activityKind;
    entry.recordId = activity.id;
    entry.title = activity.name;
    entry.ymd = activity.heldOn.ymd();
    for (const std::string& part :
         {activity.name, activity.unitName, activity.hostName, activity.place, activity.regionName, activity.form,
          joined(namesOf(terms, activity.categories), " "), reachNames(activity), activity.summary}) {
        if (part.empty()) continue;
        if (!entry.body.empty()) entry.body += '\n';
        entry.body += part;
    }
    return entry;
}

std::vector<std::int64_t> idsOf(yanxun::Reader& reader, const std::string& sql, const yanxun::Values& values) {
    std::vector<std::int64_t> ids;
    reader.each(sql, values, [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void addTerms(yanxun::Writer& writer, std::span<const Activity> all) {
    using yanxun::ColumnType;
    const std::vector<yanxun::BulkColumn> columns{{"activity_id", ColumnType::integer},
                                                  {"term_id", ColumnType::integer},
                                                  {"kind", ColumnType::integer},
                                                  {"place", ColumnType::integer}};
    std::size_t at = 0, place = 0;
    writer.insertUnlogged("campaigns_activity_term", columns, [&](yanxun::BulkRow& row) {
        while (at < all.size() && place == all[at].categories.size() + all[at].themes.size()) {
            ++at;
            place = 0;
        }
        if (at == all.size()) return false;
        const Activity& activity = all[at];
        const bool isTheme = place >= activity.categories.size();
        const std::size_t own = isTheme ? place - activity.categories.size() : place;
        row.integer(0, activity.id);
        row.integer(1, isTheme ? activity.themes[own] : activity.categories[own]);
        row.integer(2, int(isTheme ? TermKind::theme : TermKind::category));
        row.integer(3, std::int64_t(own) + 1);
        ++place;
        return true;
    });
}

} // namespace

std::optional<Activity> find(yanxun::Reader& reader, std::int64_t id) { return whole(reader, "id = ?", {id}); }

Activity get(yanxun::Reader& reader, std::int64_t id) {
    std::optional<Activity> found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这场宣传活动已不存在，可能已被删除，请刷新列表。"));
    return std::move(*found);
}

std::vector<Activity> get(yanxun::Reader& reader, std::span<const std::int64_t> ids) {
    std::vector<Activity> all(ids.size());
    for (std::size_t at = 0; at < ids.size(); at += atOnce) {
        const auto some = ids.subspan(at, std::min(atOnce, ids.size() - at));
        ById found;
        for (std::size_t i = 0; i < some.size(); ++i) found[some[i]] = &all[at + i];
        readTogether(reader, some, found);
    }
    return all;
}

std::optional<Activity> findByKey(yanxun::Reader& reader, const std::string& name, std::int64_t unit, Date day) {
    return whole(reader, "name_key = ? AND held_ymd = ? AND unit_id = ? ORDER BY id LIMIT 1",
                 {yanxun::text::key(name), day.ymd(), unit});
}

std::vector<std::int64_t> named(yanxun::Reader& reader, std::string_view name, std::optional<Date> day) {
    if (day) {
        return idsOf(reader, "SELECT id FROM campaigns_activity WHERE name_key = ? AND held_ymd = ? ORDER BY id",
                     {yanxun::text::key(name), day->ymd()});
    }
    return idsOf(reader, "SELECT id FROM campaigns_activity WHERE name_key = ? ORDER BY held_ymd, id",
                 {yanxun::text::key(name)});
}

std::vector<std::int64_t> between(yanxun::Reader& reader, std::int64_t firstYmd, std::int64_t lastYmd) {
    return idsOf(reader,
                 "SELECT id FROM campaigns_activity WHERE held_ymd BETWEEN ? AND ?"
                 " ORDER BY held_ymd, name_sort, unit_sort, attendance, id",
                 {firstYmd, lastYmd});
}

std::int64_t add(yanxun::Writer& writer, const Activity& activity) {
    Fields fields = fieldsOf(activity);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    Activity added = activity;
    added.id = writer.insert(table, fields);
    putParts(writer, added);
    return added.id;
}

std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count) { return writer.reserveIds(table, count); }

void addMany(yanxun::Writer& writer, std::span<const Activity> all) {
    const auto complete = [](const Activity& activity) {
        Fields fields = fieldsOf(activity);
        fields.push_back({"id", activity.id});
        fields.push_back({"uid", activity.uid});
        return fields;
    };
    std::vector<yanxun::BulkColumn> columns;
    for (const yanxun::Field& field : complete({})) {
        columns.push_back({field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    std::size_t at = 0;
    writer.insertMany(table, columns, [&](yanxun::BulkRow& row) {
        if (at == all.size()) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : complete(all[at++])) row.set(column++, field.value);
        return true;
    });
    addTerms(writer, all);
    const auto again = [&] { return [&, next = std::size_t{0}]() mutable { return next < all.size() ? &all[next++] : nullptr; }; };
    reach_store::addMany(writer, again());
    metric_store::addMany(writer, again());
    reach_store::coverMany(writer, again());
}

std::int64_t update(yanxun::Writer& writer, const Activity& activity) {
    updateRow(writer, activity);
    putParts(writer, activity);
    return writer.scalar("SELECT revision FROM campaigns_activity WHERE id = ?", {activity.id});
}

std::int64_t updateRow(yanxun::Writer& writer, const Activity& activity) {
    return writer.update(table, activity.id, activity.revision, fieldsOf(activity));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    reach_store::removeAll(writer, id);
    metric_store::replace(writer, id, {});
    writer.exec("DELETE FROM campaigns_activity_term WHERE activity_id = ?", {id});
    writer.remove(table, id, revision);
}

void setIssued(yanxun::Writer& writer, std::int64_t id, std::int64_t quantity) {
    writer.exec("UPDATE campaigns_activity SET issued = ? WHERE id = ?", {quantity, id});
}

void index(yanxun::Writer& writer, const Activity& activity, const Terms& terms) { writer.index(entryOf(activity, terms)); }

void indexMany(yanxun::Writer& writer, const Terms& terms, const std::function<const Activity*()>& next) {
    writer.indexMany([&](yanxun::SearchEntry& entry) {
        const Activity* activity = next();
        if (activity) entry = entryOf(*activity, terms);
        return activity != nullptr;
    });
}

void unindex(yanxun::Writer& writer, std::int64_t id) { writer.unindex(activityKind, id); }

bool usesUnit(yanxun::Reader& reader, std::int64_t unit) {
    const auto in = [&](const char* column) {
        return reader.scalar(std::string("SELECT count(*) FROM campaigns_activity WHERE ") + column + " = ?", {unit}) > 0;
    };
    return in("unit_id") || in("host_id");
}

std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit) {
    return idsOf(reader, "SELECT id FROM campaigns_activity WHERE unit_id = ? ORDER BY id", {unit});
}

std::vector<std::int64_t> hostedBy(yanxun::Reader& reader, std::int64_t unit) {
    return idsOf(reader, "SELECT id FROM campaigns_activity WHERE host_id = ? ORDER BY id", {unit});
}

} // namespace campaigns::store
