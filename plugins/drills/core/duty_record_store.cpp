#include "core/duty_record_store.h"

#include "core/duty/spot_check_store.h"
#include "core/rollup/self_assessment.h"

#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

#include <array>

namespace drills::duties {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Writer;

struct RowId {
    std::int64_t id = 0, revision = 0;
};

std::vector<RowId> idsOf(Reader& reader, const std::string& sql, const yanxun::Values& values) {
    std::vector<RowId> rows;
    reader.each(sql, values, [&](const Row& row) { rows.push_back({row.integer(0), row.integer(1)}); });
    return rows;
}

void removeAll(Writer& writer, const char* table, const std::string& where, const yanxun::Values& values) {
    const std::string sql = std::string("SELECT id, revision FROM ") + table + " WHERE " + where + " ORDER BY id";
    for (const RowId& row : idsOf(writer, sql, values))
        writer.remove(table, row.id, row.revision);
}

/// Inserts, or changes the row that the condition finds.
void put(Writer& writer, const char* table, const std::string& where, const yanxun::Values& values,
         yanxun::Fields fields, bool hasUid) {
    const auto rows = idsOf(writer, std::string("SELECT id, revision FROM ") + table + " WHERE " + where, values);
    if (!rows.empty()) {
        writer.update(table, rows.front().id, rows.front().revision, fields);
        return;
    }
    if (hasUid) fields.push_back({"uid", yanxun::newUid(writer.at())});
    writer.insert(table, fields);
}

Plan planOf(const Row& row) {
    return {row.integer(0), row.integer(1), row.integer(2), row.str(3), row.str(4), row.str(5), row.str(6)};
}

constexpr std::string_view selectPlan =
    "SELECT p.id, p.revision, p.unit_id, p.unit_name, p.kind, p.title, p.edition FROM drills_plan p ";

std::vector<Plan> plans(Reader& reader, const char* rest, std::int64_t id) {
    std::vector<Plan> all;
    reader.each(std::string(selectPlan) + rest, {id}, [&](const Row& row) { all.push_back(planOf(row)); });
    return all;
}

/// Tables that name a unit by id.
constexpr std::array unitTables{"drills_plan",      "drills_taking",    "drills_exemption", "drills_submission",
                                "drills_year_plan", "drills_year_item", "drills_year_date", "drills_spot_check"};
/// A moved row is kept as −(id × room + table + 1); of the last table the remainder is 0.
constexpr std::int64_t tablesRoom = 8;
static_assert(unitTables.size() <= std::size_t(tablesRoom));

} // namespace

std::vector<Plan> plansOf(Reader& reader, std::int64_t unit) {
    return plans(reader, "WHERE p.unit_id = ? ORDER BY p.title_key, p.id", unit);
}

std::optional<Plan> plan(Reader& reader, std::int64_t id) {
    const auto found = plans(reader, "WHERE p.id = ?", id);
    if (found.empty()) return std::nullopt;
    return found.front();
}

std::int64_t addPlan(Writer& writer, const Plan& plan) {
    const std::string key = yanxun::text::key(plan.title);
    if (writer.scalar("SELECT count(*) FROM drills_plan WHERE unit_id = ? AND title_key = ?", {plan.unitId, key}) >
        0) {
        throw yanxun::Conflict(tr("{}已有预案“{}”。", plan.unitName, key));
    }
    return writer.insert("drills_plan", {{"uid", yanxun::newUid(writer.at())},
                                         {"unit_id", plan.unitId},
                                         {"unit_name", plan.unitName},
                                         {"kind", plan.kind},
                                         {"title", key},
                                         {"title_key", key},
                                         {"edition", plan.edition}});
}

void removePlan(Writer& writer, std::int64_t id) {
    removeAll(writer, "drills_plan_link", "plan_id = ?", {id});
    removeAll(writer, "drills_plan", "id = ?", {id});
}

void link(Writer& writer, std::int64_t drill, std::int64_t plan) {
    put(writer, "drills_plan_link", "drill_id = ? AND plan_id = ?", {drill, plan},
        {{"drill_id", drill}, {"plan_id", plan}}, false);
}

void unlink(Writer& writer, std::int64_t drill, std::int64_t plan) {
    removeAll(writer, "drills_plan_link", "drill_id = ? AND plan_id = ?", {drill, plan});
}

std::vector<Plan> plansOfDrill(Reader& reader, std::int64_t drill) {
    return plans(
        reader, "JOIN drills_plan_link l ON l.plan_id = p.id WHERE l.drill_id = ? ORDER BY p.title_key, p.id", drill);
}

void mark(Writer& writer, std::int64_t drill, const std::string& mark, bool set) {
    if (set) {
        put(writer, "drills_mark", "drill_id = ? AND mark = ?", {drill, mark}, {{"drill_id", drill}, {"mark", mark}},
            false);
    } else {
        removeAll(writer, "drills_mark", "drill_id = ? AND mark = ?", {drill, mark});
    }
}

std::vector<std::string> marksOf(Reader& reader, std::int64_t drill) {
    std::vector<std::string> marks;
    reader.each("SELECT mark FROM drills_mark WHERE drill_id = ? ORDER BY mark", {drill},
                [&](const Row& row) { marks.push_back(row.str(0)); });
    return marks;
}

std::vector<DrillUnit> unitsOf(Reader& reader, std::int64_t drill) {
    std::vector<DrillUnit> units;
    reader.each("SELECT id, revision, drill_id, unit_id, unit_name, role FROM drills_taking WHERE drill_id = ?"
                " ORDER BY role, id",
                {drill}, [&](const Row& row) {
                    units.push_back({row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.str(4),
                                     DrillRole(row.integer(5))});
                });
    return units;
}

void putUnit(Writer& writer, const DrillUnit& unit) {
    put(writer, "drills_taking", "drill_id = ? AND unit_id = ?", {unit.drillId, unit.unitId},
        {{"drill_id", unit.drillId},
         {"unit_id", unit.unitId},
         {"unit_name", unit.unitName},
         {"role", int(unit.role)}},
        false);
}

void removeUnit(Writer& writer, std::int64_t drill, std::int64_t unit) {
    removeAll(writer, "drills_taking", "drill_id = ? AND unit_id = ?", {drill, unit});
}

void removeOfDrill(Writer& writer, std::int64_t drill) {
    for (const char* const table : {"drills_plan_link", "drills_mark", "drills_taking"}) {
        removeAll(writer, table, "drill_id = ?", {drill});
    }
    spots::forgetDrill(writer, drill);
    selves::removeAll(writer, drill);
}

std::vector<Exemption> exemptions(Reader& reader, std::int64_t unit) {
    std::vector<Exemption> all;
    reader.each("SELECT id, revision, unit_id, unit_name, rule, first_ymd, last_ymd, reason FROM drills_exemption"
                " WHERE unit_id = ? ORDER BY first_ymd, id",
                {unit}, [&](const Row& row) {
                    all.push_back({row.integer(0),
                                   row.integer(1),
                                   row.integer(2),
                                   row.str(3),
                                   row.str(4),
                                   {yanxun::Date::fromYmd(row.integer(5)), yanxun::Date::fromYmd(row.integer(6))},
                                   row.str(7)});
                });
    return all;
}

std::int64_t addExemption(Writer& writer, const Exemption& exemption) {
    return writer.insert("drills_exemption", {{"uid", yanxun::newUid(writer.at())},
                                              {"unit_id", exemption.unitId},
                                              {"unit_name", exemption.unitName},
                                              {"rule", exemption.rule},
                                              {"first_ymd", exemption.days.first.ymd()},
                                              {"last_ymd", exemption.days.last.ymd()},
                                              {"reason", exemption.reason}});
}

void removeExemption(Writer& writer, std::int64_t id) { removeAll(writer, "drills_exemption", "id = ?", {id}); }

void putSubmission(Writer& writer, const Submission& sent) {
    put(writer, "drills_submission", "unit_id = ? AND rule = ? AND window_ymd = ?",
        {sent.unitId, sent.rule, sent.windowFirst.ymd()},
        {{"unit_id", sent.unitId},
         {"rule", sent.rule},
         {"window_ymd", sent.windowFirst.ymd()},
         {"sent_ymd", sent.sentOn.ymd()},
         {"receipt", sent.receipt}},
        true);
}

void eachSubmission(Reader& reader, int year, const std::function<void(const Submission&)>& use) {
    reader.each("SELECT unit_id, rule, window_ymd, sent_ymd, receipt FROM drills_submission"
                " WHERE window_ymd BETWEEN ? AND ? ORDER BY id",
                {year * 10'000LL + 101, year * 10'000LL + 1231}, [&](const Row& row) {
                    use({row.integer(0), row.str(1), yanxun::Date::fromYmd(row.integer(2)),
                         yanxun::Date::fromYmd(row.integer(3)), row.str(4)});
                });
}

std::string setting(Reader& reader, std::string_view name, std::string_view otherwise) {
    std::string value(otherwise);
    reader.one("SELECT value FROM drills_duty_setting WHERE name = ?", {name},
               [&](const Row& row) { value = row.str(0); });
    return value;
}

void putSetting(Writer& writer, const std::string& name, const std::string& value) {
    put(writer, "drills_duty_setting", "name = ?", {name}, {{"name", name}, {"value", value}}, false);
}

bool usesUnit(Reader& reader, std::int64_t unit) {
    for (const char* const table : unitTables) {
        if (reader.scalar(std::string("SELECT count(*) FROM ") + table + " WHERE unit_id = ?", {unit}) > 0)
            return true;
    }
    return false;
}

std::vector<std::int64_t> moveUnit(Writer& writer, std::int64_t from, std::int64_t to) {
    std::vector<std::int64_t> moved;
    for (std::size_t t = 0; t < unitTables.size(); ++t) {
        const std::string sql =
            std::string("SELECT id, revision FROM ") + unitTables[t] + " WHERE unit_id = ? ORDER BY id";
        for (const RowId& row : idsOf(writer, sql, {from})) {
            try {
                writer.update(unitTables[t], row.id, row.revision, {{"unit_id", to}});
                moved.push_back(-(row.id * tablesRoom + (std::int64_t(t) + 1) % tablesRoom));
            } catch (const yanxun::Conflict&) {
                throw yanxun::Conflict(tr("两个单位在同一场演练或同一报送中都有记录，请先去掉其中一条再合并。"));
            }
        }
    }
    return moved;
}

void moveUnitBack(Writer& writer, const std::vector<std::int64_t>& moved, std::int64_t to) {
    for (const std::int64_t code : moved) {
        if (code >= 0) continue;
        const std::int64_t id = -code / tablesRoom, t = (-code % tablesRoom + tablesRoom - 1) % tablesRoom;
        const char* const table = unitTables[std::size_t(t)];
        const std::string sql = std::string("SELECT id, revision FROM ") + table + " WHERE id = ?";
        for (const RowId& row : idsOf(writer, sql, {id}))
            writer.update(table, row.id, row.revision, {{"unit_id", to}});
    }
}

} // namespace drills::duties

namespace drills {

std::string word(DrillRole role) {
    switch (role) {
    case DrillRole::host:
        return yanxun::tr("组织");
    case DrillRole::taking:
        return yanxun::tr("参演");
    case DrillRole::helping:
        return yanxun::tr("协办");
    case DrillRole::watching:
        return yanxun::tr("观摩");
    case DrillRole::supporting:
        return yanxun::tr("保障");
    }
    return {};
}

std::optional<DrillRole> drillRoleOf(std::string_view given) {
    for (const DrillRole role :
         {DrillRole::host, DrillRole::taking, DrillRole::helping, DrillRole::watching, DrillRole::supporting}) {
        if (word(role) == given) return role;
    }
    return std::nullopt;
}

} // namespace drills
