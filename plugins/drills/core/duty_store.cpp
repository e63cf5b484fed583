#include "core/duty_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>
#include <sstream>

namespace drills::duties {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;
using Column = yanxun::ColumnType;

constexpr std::string_view columnsOfDuty = "id, rule, rule_title, unit_id, unit_name, unit_kind, region_name, "
                                           "plan_id, part, label, first_ymd, last_ymd, status,"
                                           " done, need, drills, offsets, reason, is_local";

Duty dutyOf(const Row& row) {
    Duty duty;
    duty.id = row.integer(0);
    duty.rule = row.str(1);
    duty.ruleTitle = row.str(2);
    duty.unitId = row.integer(3);
    duty.unitName = row.str(4);
    duty.unitKind = row.str(5);
    duty.regionName = row.str(6);
    duty.planId = row.integer(7);
    duty.part = row.str(8);
    duty.span.label = row.str(9);
    duty.span.days = {yanxun::Date::fromYmd(row.integer(10)), yanxun::Date::fromYmd(row.integer(11))};
    duty.status = DutyStatus(row.integer(12));
    duty.done = int(row.integer(13));
    duty.need = int(row.integer(14));
    std::istringstream drills(row.str(15));
    for (std::int64_t id = 0; drills >> id;)
        duty.drills.push_back(id);
    duty.offsets = int(row.integer(16));
    duty.reason = row.str(17);
    duty.isLocal = row.flag(18);
    return duty;
}

yanxun::SearchCondition where(const DutyFilter& filter) {
    yanxun::SearchCondition condition;
    condition.sql = "year = ?";
    condition.values = {filter.year};
    const auto equal = [&](const char* column, const std::string& value) {
        if (value.empty()) return;
        condition.sql += std::string(" AND ") + column + " = ?";
        condition.values.push_back(value);
    };
    equal("region_name", filter.region);
    equal("unit_kind", filter.kind);
    equal("rule", filter.rule);
    if (filter.unitId != 0) {
        condition.sql += " AND unit_id = ?";
        condition.values.push_back(filter.unitId);
    }
    if (!filter.text.empty()) {
        condition.sql += " AND unit_name LIKE ?";
        condition.values.push_back("%" + filter.text + "%");
    }
    if (!filter.statuses.empty()) {
        std::string marks;
        for (const DutyStatus status : filter.statuses) {
            marks += marks.empty() ? "?" : ", ?";
            condition.values.push_back(int(status));
        }
        condition.sql += " AND status IN (" + marks + ")";
    }
    return condition;
}

std::string orderOf(DutyOrder order, bool ascending) {
    const char* const way = ascending ? "" : " DESC";
    const auto by = [&](const char* column) { return std::string(" ORDER BY ") + column + way + ", id" + way; };
    switch (order) {
    case DutyOrder::due:
        return by("last_ymd");
    case DutyOrder::unit:
        return by("unit_sort");
    case DutyOrder::region:
        return by("region_sort");
    case DutyOrder::status:
        return std::string(" ORDER BY status") + way + ", last_ymd" + way + ", id" + way;
    case DutyOrder::rule:
        return by("rule");
    }
    return {};
}

/// Drills of a unit come from two sides: it is the host, or it is written down as taking part.
void readDrills(Reader& reader, const yanxun::Period& days, Inputs& all) {
    const auto take = [&](const Row& row) {
        DutyDrill drill;
        drill.id = row.integer(0);
        drill.day = yanxun::Date::fromYmd(row.integer(2));
        drill.tookPlace = tookPlace(Status(row.integer(3)));
        drill.form = OrgForm(row.integer(4));
        drill.hazard = row.str(5);
        drill.grade = row.str(6);
        all.drills[row.integer(1)].push_back(std::move(drill));
    };
    constexpr std::string_view facts =
        ", d.held_ymd, d.status, d.org_form, d.hazard, d.panel_grade FROM drills_drill d ";
    // 已取消 and 已中止 satisfy nothing and are no plan either.
    constexpr std::string_view meant = "d.held_ymd BETWEEN ? AND ? AND d.is_practice = 0 AND d.status < 200";
    reader.each("SELECT d.id, d.unit_id" + std::string(facts) + "WHERE " + std::string(meant) +
                    " ORDER BY d.held_ymd, d.id",
                {days.first.ymd(), days.last.ymd()}, take);
    reader.each("SELECT d.id, u.unit_id" + std::string(facts) +
                    "JOIN drills_taking u ON u.drill_id = d.id WHERE " + std::string(meant) +
                    " AND u.unit_id <> d.unit_id AND u.role IN (1, 2) ORDER BY d.held_ymd, d.id",
                {days.first.ymd(), days.last.ymd()}, take);
}

/// Plans and marks that drills name; few drills have any.
void readLinks(Reader& reader, Inputs& all) {
    std::map<std::int64_t, std::vector<DutyPlan>> plans;
    std::map<std::int64_t, std::set<std::string>> marks;
    reader.each(
        "SELECT l.drill_id, p.id, p.kind, p.title FROM drills_plan_link l JOIN drills_plan p ON p.id = l.plan_id"
        " ORDER BY l.drill_id, p.id",
        [&](const Row& row) {
            plans[row.integer(0)].push_back({row.integer(1), row.str(2), row.str(3)});
        });
    reader.each("SELECT drill_id, mark FROM drills_mark",
                [&](const Row& row) { marks[row.integer(0)].insert(row.str(1)); });
    for (auto& [unit, drills] : all.drills) {
        for (DutyDrill& drill : drills) {
            if (const auto found = plans.find(drill.id); found != plans.end()) drill.plans = found->second;
            if (const auto found = marks.find(drill.id); found != marks.end()) drill.marks = found->second;
        }
    }
}

constexpr std::array bulk{
    yanxun::BulkColumn{"year", Column::integer},      yanxun::BulkColumn{"rule", Column::text},
    yanxun::BulkColumn{"rule_title", Column::text},   yanxun::BulkColumn{"unit_id", Column::integer},
    yanxun::BulkColumn{"unit_name", Column::text},    yanxun::BulkColumn{"unit_sort", Column::text},
    yanxun::BulkColumn{"unit_kind", Column::text},    yanxun::BulkColumn{"region_name", Column::text},
    yanxun::BulkColumn{"region_sort", Column::text},  yanxun::BulkColumn{"plan_id", Column::integer},
    yanxun::BulkColumn{"part", Column::text},         yanxun::BulkColumn{"label", Column::text},
    yanxun::BulkColumn{"first_ymd", Column::integer}, yanxun::BulkColumn{"last_ymd", Column::integer},
    yanxun::BulkColumn{"status", Column::integer},    yanxun::BulkColumn{"done", Column::integer},
    yanxun::BulkColumn{"need", Column::integer},      yanxun::BulkColumn{"drills", Column::text},
    yanxun::BulkColumn{"offsets", Column::integer},   yanxun::BulkColumn{"reason", Column::text},
    yanxun::BulkColumn{"is_local", Column::integer}};

} // namespace

Inputs inputs(Reader& reader, const yanxun::Period& days) {
    Inputs all;
    readDrills(reader, days, all);
    for (auto& [unit, drills] : all.drills) {
        std::stable_sort(drills.begin(), drills.end(),
                         [](const DutyDrill& a, const DutyDrill& b) { return a.day < b.day; });
    }
    readLinks(reader, all);
    reader.each("SELECT unit_id, id, kind, title FROM drills_plan ORDER BY unit_id, title_key, id",
                [&](const Row& row) {
                    all.plans[row.integer(0)].push_back({row.integer(1), row.str(2), row.str(3)});
                });
    reader.each("SELECT unit_id, rule, first_ymd, last_ymd, reason FROM drills_exemption ORDER BY unit_id, id",
                [&](const Row& row) {
                    all.exemptions[row.integer(0)].push_back(
                        {row.str(1),
                         {yanxun::Date::fromYmd(row.integer(2)), yanxun::Date::fromYmd(row.integer(3))},
                         row.str(4)});
                });
    reader.each("SELECT unit_id, rule, window_ymd FROM drills_submission",
                [&](const Row& row) { all.submitted[row.integer(0)][row.str(1)].insert(row.integer(2)); });
    return all;
}

void store(Writer& writer, int year, const AsOf& asOf, const std::vector<Duty>& duties) {
    writer.exec("DELETE FROM drills_duty WHERE year = ?", {year});
    writer.exec("DELETE FROM drills_duty_state WHERE year = ?", {year});
    std::map<std::string, std::string> sortKeys; // a unit has many duties
    const auto sortKey = [&](const std::string& name) -> const std::string& {
        auto [found, isNew] = sortKeys.try_emplace(name);
        if (isNew) found->second = yanxun::text::sortKey(name);
        return found->second;
    };
    std::size_t at = 0;
    writer.insertUnlogged("drills_duty", bulk, [&](yanxun::BulkRow& row) {
        if (at == duties.size()) return false;
        const Duty& duty = duties[at++];
        std::string drills;
        for (const std::int64_t id : duty.drills)
            drills += (drills.empty() ? "" : " ") + std::to_string(id);
        row.integer(0, year);
        row.text(1, duty.rule);
        row.text(2, duty.ruleTitle);
        row.integer(3, duty.unitId);
        row.text(4, duty.unitName);
        row.text(5, sortKey(duty.unitName));
        row.text(6, duty.unitKind);
        row.text(7, duty.regionName);
        row.text(8, sortKey(duty.regionName));
        row.integer(9, duty.planId);
        row.text(10, duty.part);
        row.text(11, duty.span.label);
        row.integer(12, duty.span.days.first.ymd());
        row.integer(13, duty.span.days.last.ymd());
        row.integer(14, int(duty.status));
        row.integer(15, duty.done);
        row.integer(16, duty.need);
        row.text(17, drills);
        row.integer(18, duty.offsets);
        row.text(19, duty.reason);
        row.integer(20, duty.isLocal ? 1 : 0);
        return true;
    });
    writer.exec("INSERT INTO drills_duty_state (year, change_number, day_ymd, rules) VALUES (?, ?, ?, ?)",
                {year, asOf.change, asOf.day.ymd(), asOf.rules});
}

bool isCurrent(Reader& reader, int year, const AsOf& asOf) {
    return reader.scalar("SELECT count(*) FROM drills_duty_state WHERE year = ? AND change_number = ? AND day_ymd = ?"
                         " AND rules = ?",
                         {year, asOf.change, asOf.day.ymd(), asOf.rules}) > 0;
}

yanxun::SearchCondition listStatement(const DutyFilter& filter, DutyOrder order, bool ascending) {
    yanxun::SearchCondition statement = where(filter);
    statement.sql = "SELECT id FROM drills_duty WHERE " + statement.sql + orderOf(order, ascending) + " LIMIT ?";
    return statement;
}

Ids ids(Reader& reader, const DutyFilter& filter, DutyOrder order, bool ascending, std::int64_t limit) {
    Ids found;
    yanxun::SearchCondition statement = listStatement(filter, order, ascending);
    statement.values.push_back(limit);
    reader.each(statement.sql, statement.values, [&](const Row& row) { found.ids.push_back(row.integer(0)); });
    const yanxun::SearchCondition condition = where(filter);
    found.total = std::int64_t(found.ids.size()) < limit
                      ? std::int64_t(found.ids.size())
                      : reader.scalar("SELECT count(*) FROM drills_duty WHERE " + condition.sql, condition.values);
    return found;
}

std::vector<Duty> get(Reader& reader, std::span<const std::int64_t> ids) {
    std::vector<Duty> duties(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i) {
        reader.one("SELECT " + std::string(columnsOfDuty) + " FROM drills_duty WHERE id = ?", {ids[i]},
                   [&](const Row& row) { duties[i] = dutyOf(row); });
    }
    return duties;
}

void each(Reader& reader, const DutyFilter& filter, const std::function<void(const Duty&)>& use) {
    const yanxun::SearchCondition condition = where(filter);
    reader.each("SELECT " + std::string(columnsOfDuty) + " FROM drills_duty WHERE " + condition.sql +
                    " ORDER BY region_sort, unit_sort, rule, first_ymd, part, id",
                condition.values, [&](const Row& row) { use(dutyOf(row)); });
}

yanxun::SearchCondition markStatement(const DutyFilter& filter) {
    yanxun::SearchCondition statement = where(filter);
    statement.sql = "SELECT id, unit_id, unit_name, unit_kind, region_name, rule, rule_title, label, first_ymd, status"
                    " FROM drills_duty WHERE " +
                    statement.sql + " ORDER BY unit_sort, id";
    return statement;
}

void eachMark(Reader& reader, const DutyFilter& filter, const std::function<void(const DutyMark&)>& use) {
    const yanxun::SearchCondition statement = markStatement(filter);
    reader.each(statement.sql, statement.values, [&](const Row& row) {
        use({row.integer(0), row.integer(1), row.str(2), row.str(3), row.str(4), row.str(5), row.str(6), row.str(7),
             row.integer(8), DutyStatus(row.integer(9))});
    });
}

std::map<DutyStatus, std::int64_t> counts(Reader& reader, const DutyFilter& filter) {
    std::map<DutyStatus, std::int64_t> numbers;
    const yanxun::SearchCondition condition = where(filter);
    reader.each("SELECT status, count(*) FROM drills_duty WHERE " + condition.sql +
                    " GROUP BY status ORDER BY status",
                condition.values, [&](const Row& row) { numbers[DutyStatus(row.integer(0))] = row.integer(1); });
    return numbers;
}

std::vector<std::string> regions(Reader& reader, int year) {
    // From one township to the next: a look into the index each, however many duties there are.
    std::vector<std::string> names;
    std::string before;
    bool isFirst = true;
    while (true) {
        const bool found = reader.one(std::string("SELECT region_name, region_sort FROM drills_duty WHERE year = ? AND"
                                                  " region_sort ") +
                                          (isFirst ? ">=" : ">") + " ? ORDER BY region_sort, id LIMIT 1",
                                      {year, before}, [&](const Row& row) {
                                          names.push_back(row.str(0));
                                          before = row.str(1);
                                      });
        if (!found) return names;
        isFirst = false;
    }
}

} // namespace drills::duties
