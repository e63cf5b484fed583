#include "core/plan/plan_store.h"

#include "core/plan/plan_item_store.h"

#include <yanxun/error.h>
#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::plans {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

constexpr std::string_view selectPlan =
    "SELECT id, revision, uid, year, unit_id, unit_name, title, version, status, document, note, submitted_by,"
    " approved_by FROM drills_year_plan WHERE ";

YearPlan planOf(const Row& row) {
    YearPlan p;
    p.id = row.integer(0);
    p.revision = row.integer(1);
    p.uid = row.str(2);
    p.year = int(row.integer(3));
    p.unitId = row.integer(4);
    p.unitName = row.str(5);
    p.title = row.str(6);
    p.version = int(row.integer(7));
    p.status = PlanStatus(row.integer(8));
    p.document = row.str(9);
    p.note = row.str(10);
    p.submittedBy = row.str(11);
    p.approvedBy = row.str(12);
    return p;
}

std::vector<YearPlan> list(Reader& reader, const std::string& rest, const yanxun::Values& values) {
    std::vector<YearPlan> found;
    reader.each(std::string(selectPlan) + rest, values, [&](const Row& row) { found.push_back(planOf(row)); });
    return found;
}

yanxun::Fields fieldsOf(const YearPlan& p) {
    return {{"year", p.year},
            {"unit_id", p.unitId},
            {"unit_name", p.unitName},
            {"title", p.title},
            {"version", p.version},
            {"status", int(p.status)},
            {"document", p.document},
            {"note", p.note},
            {"submitted_by", p.submittedBy},
            {"approved_by", p.approvedBy}};
}

constexpr std::string_view selectChange =
    "SELECT id, plan_id, item_id, date_id, kind, scope, version, name, old_text, new_text, reason, who, approver, at"
    " FROM drills_year_change WHERE ";

PlanChange changeOf(const Row& row) {
    PlanChange c;
    c.id = row.integer(0);
    c.planId = row.integer(1);
    c.itemId = row.integer(2);
    c.dateId = row.integer(3);
    c.kind = ChangeKind(row.integer(4));
    c.scope = ChangeScope(row.integer(5));
    c.version = int(row.integer(6));
    c.name = row.str(7);
    c.before = row.str(8);
    c.after = row.str(9);
    c.reason = row.str(10);
    c.who = row.str(11);
    c.approver = row.str(12);
    c.at = row.integer(13);
    return c;
}

/// Removes a plan's rows of one table, logged.
void removeRows(Writer& writer, const char* table, std::int64_t plan) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each(std::string("SELECT id, revision FROM ") + table + " WHERE plan_id = ? ORDER BY id DESC", {plan},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows)
        writer.remove(table, id, revision);
}

} // namespace

std::optional<YearPlan> find(Reader& reader, std::int64_t id) {
    const auto found = list(reader, "id = ?", {id});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

YearPlan get(Reader& reader, std::int64_t id) {
    const auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("没有编号为 {} 的年度计划，请用 drills plan-list 查看编号。", id));
    return *found;
}

std::optional<YearPlan> of(Reader& reader, int year, std::int64_t unit) {
    const auto found = list(reader, "year = ? AND unit_id = ?", {year, unit});
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::vector<YearPlan> all(Reader& reader, int year) {
    const std::string order = "ORDER BY year DESC, CASE WHEN unit_id = 0 THEN 0 ELSE 1 END, unit_name, id";
    return year == 0 ? list(reader, "1 = 1 " + order, {}) : list(reader, "year = ? " + order, {year});
}

std::int64_t add(Writer& writer, const YearPlan& plan) {
    auto fields = fieldsOf(plan);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_year_plan", fields);
}

void update(Writer& writer, const YearPlan& plan) {
    writer.update("drills_year_plan", plan.id, plan.revision, fieldsOf(plan));
}

void remove(Writer& writer, const YearPlan& plan) {
    for (const char* table : {"drills_year_change", "drills_year_step", "drills_year_date", "drills_year_item"})
        removeRows(writer, table, plan.id);
    writer.remove("drills_year_plan", plan.id, plan.revision);
}

void addStep(Writer& writer, const YearPlan& plan, PlanDeed deed, const std::string& note) {
    writer.insert("drills_year_step", {{"plan_id", plan.id},
                                       {"deed", int(deed)},
                                       {"version", plan.version},
                                       {"who", writer.who()},
                                       {"at", writer.at()},
                                       {"note", yanxun::text::key(note)}});
}

std::vector<PlanStep> steps(Reader& reader, std::int64_t plan) {
    std::vector<PlanStep> all;
    reader.each("SELECT deed, version, who, note, at FROM drills_year_step WHERE plan_id = ? ORDER BY id", {plan},
                [&](const Row& row) {
                    all.push_back({PlanDeed(row.integer(0)), int(row.integer(1)), row.str(2), row.str(3), row.integer(4)});
                });
    return all;
}

bool hasSigned(Reader& reader, const YearPlan& plan, const std::string& who) {
    bool did = false;
    for (const PlanStep& step : steps(reader, plan.id)) {
        if (step.deed == PlanDeed::submitted) did = false;
        if (step.deed == PlanDeed::countersigned && step.who == who) did = true;
    }
    return did;
}

void addChange(Writer& writer, const PlanChange& c) {
    writer.insert("drills_year_change", {{"uid", yanxun::newUid(writer.at())},
                                         {"plan_id", c.planId},
                                         {"item_id", c.itemId},
                                         {"date_id", c.dateId},
                                         {"kind", int(c.kind)},
                                         {"scope", int(c.scope)},
                                         {"version", c.version},
                                         {"name", c.name},
                                         {"old_text", c.before},
                                         {"new_text", c.after},
                                         {"reason", c.reason},
                                         {"who", writer.who()},
                                         {"approver", c.approver},
                                         {"at", writer.at()}});
}

std::vector<PlanChange> changes(Reader& reader, std::int64_t plan) {
    std::vector<PlanChange> all;
    reader.each(std::string(selectChange) + "plan_id = ? ORDER BY id", {plan},
                [&](const Row& row) { all.push_back(changeOf(row)); });
    return all;
}

std::vector<PlanChange> changesOf(Reader& reader, std::span<const std::int64_t> ids) {
    std::vector<PlanChange> all(ids.size());
    for (std::size_t i = 0; i < ids.size(); ++i)
        reader.one(std::string(selectChange) + "id = ?", {ids[i]}, [&](const Row& row) { all[i] = changeOf(row); });
    return all;
}

} // namespace drills::plans
