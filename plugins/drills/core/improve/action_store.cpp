#include "core/improve/action_store.h"

#include "core/improve/evidence.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::actions {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Row;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

constexpr std::string_view columns =
    "a.id, a.revision, a.uid, a.finding_id, a.drill_id, a.no, a.measure, a.kind, a.duty_unit, a.duty_person,"
    " a.coop_units, a.due_ymd, a.status, a.repeat_no, a.recurrences, a.look_back, a.closed_ymd, a.returned_reason";
constexpr std::size_t columnCount = 18;
// CROSS JOIN: SQLite begins with the actions, of which there are fewer than drills, and looks each one's drill up.
constexpr std::string_view joined =
    " FROM drills_action a CROSS JOIN drills_finding f CROSS JOIN drills_drill d"
    " WHERE f.id = a.finding_id AND d.id = a.drill_id AND ";
// Practice drills are few and stand in an index of their own: nothing is asked of the drills that count.
constexpr std::string_view ofDrillsThatCount =
    " a.drill_id NOT IN (SELECT p.id FROM drills_drill p WHERE p.is_practice = 1) AND ";
/// Extensions that wait for an answer; the list of actions leaves practice drills out, and so do its tasks.
constexpr std::string_view askedFor =
    "state = 1 AND action_id NOT IN (SELECT a.id FROM drills_drill p CROSS JOIN drills_action a WHERE a.drill_id = p.id"
    " AND p.is_practice = 1)";

Action actionOf(const Row& row) {
    Action a;
    a.id = row.integer(0);
    a.revision = row.integer(1);
    a.uid = row.str(2);
    a.findingId = row.integer(3);
    a.drillId = row.integer(4);
    a.no = row.str(5);
    a.measure = row.str(6);
    a.kind = ActionKind(row.integer(7));
    a.dutyUnit = row.str(8);
    a.dutyPerson = row.str(9);
    a.coopUnits = row.str(10);
    a.due = Date::fromYmd(row.integer(11));
    a.status = ActionStatus(row.integer(12));
    a.repeatNo = row.integer(13);
    a.recurrences = row.integer(14);
    a.lookBack = LookBack(row.integer(15));
    if (const auto closed = row.maybeInteger(16)) a.closed = Date::fromYmd(*closed);
    a.returnedReason = row.str(17);
    return a;
}

yanxun::Fields fieldsOf(const Action& a) {
    return {{"finding_id", a.findingId},
            {"drill_id", a.drillId},
            {"no", a.no},
            {"measure", a.measure},
            {"kind", int(a.kind)},
            {"duty_unit", a.dutyUnit},
            {"duty_person", a.dutyPerson},
            {"coop_units", a.coopUnits},
            {"due_ymd", a.due.ymd()},
            {"status", int(a.status)},
            {"repeat_no", a.repeatNo},
            {"recurrences", a.recurrences},
            {"look_back", int(a.lookBack)},
            {"closed_ymd", a.closed ? Value(a.closed->ymd()) : Value()},
            {"returned_reason", a.returnedReason}};
}

std::vector<Action> where(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<Action> all;
    reader.each("SELECT " + std::string(columns) + " FROM drills_action a WHERE " + condition + " ORDER BY a.id", values,
                [&](const Row& row) { all.push_back(actionOf(row)); });
    return all;
}

ActionLine lineOf(const Row& row) {
    ActionLine line;
    line.action = actionOf(row);
    line.drillName = row.str(columnCount);
    line.hostUnit = row.str(columnCount + 1);
    line.heldOn = Date::fromYmd(row.integer(columnCount + 2));
    line.problem = row.str(columnCount + 3);
    line.severity = Severity(row.integer(columnCount + 4));
    line.itemNo = row.str(columnCount + 5);
    return line;
}

Extension extensionOf(const Row& row) {
    Extension e;
    e.id = row.integer(0);
    e.revision = row.integer(1);
    e.actionId = row.integer(2);
    e.oldDue = Date::fromYmd(row.integer(3));
    e.newDue = Date::fromYmd(row.integer(4));
    e.reason = row.str(5);
    e.askedBy = row.str(6);
    e.askedAt = row.integer(7);
    e.state = ExtensionState(row.integer(8));
    e.decidedBy = row.str(9);
    e.note = row.str(10);
    return e;
}

std::vector<Extension> extensionsWhere(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::vector<Extension> all;
    reader.each("SELECT id, revision, action_id, old_due, new_due, reason, asked_by, asked_at, state, decided_by, note"
                " FROM drills_action_extension WHERE " + condition,
                values, [&](const Row& row) { all.push_back(extensionOf(row)); });
    return all;
}

std::vector<std::int64_t> idsOf(Reader& reader, const std::string& sql, const yanxun::Values& values) {
    std::vector<std::int64_t> all;
    reader.each(sql, values, [&](const Row& row) { all.push_back(row.integer(0)); });
    return all;
}

/// Condition and values of the actions or verifications behind a rate.
std::pair<std::string, yanxun::Values> scopeOf(const yanxun::Period& period, RateOf which) {
    const yanxun::Values days{period.first.ymd(), period.last.ymd()};
    switch (which) {
    case RateOf::onTime: return {"a.due_ymd BETWEEN ? AND ?", days};
    case RateOf::lookBack:
        return {"a.id IN (SELECT action_id FROM drills_verification WHERE at_ymd BETWEEN ? AND ? AND kind = 3)", days};
    case RateOf::recurrence: break;
    }
    return {"d.held_ymd BETWEEN ? AND ?", days};
}

} // namespace

Action get(Reader& reader, std::int64_t id) {
    const std::vector<Action> found = where(reader, "a.id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这条整改措施已不存在，可能已被删除，请刷新。"));
    return found.front();
}

std::vector<Action> ofFinding(Reader& reader, std::int64_t finding) { return where(reader, "a.finding_id = ?", {finding}); }
std::vector<Action> ofDrill(Reader& reader, std::int64_t drill) { return where(reader, "a.drill_id = ?", {drill}); }

std::int64_t openOfFinding(Reader& reader, std::int64_t finding) {
    return reader.scalar("SELECT count(*) FROM drills_action WHERE finding_id = ? AND status <> 4", {finding});
}

std::vector<std::int64_t> ids(Reader& reader, const ActionFilter& filter, Date today) {
    std::string sql = "SELECT a.id" + std::string(joined) + "d.is_practice = 0";
    yanxun::Values values;
    const auto narrow = [&](const char* condition, std::initializer_list<Value> given) {
        sql += std::string(" AND ") + condition;
        values.insert(values.end(), given.begin(), given.end());
    };
    if (filter.status) narrow("a.status = ?", {int(*filter.status)});
    if (filter.openOnly) narrow("a.status <> 4", {});
    if (filter.overdueOnly) narrow("a.status <> 4 AND a.due_ymd < ?", {today.ymd()});
    if (filter.severity != Severity::unknown) narrow("f.severity = ?", {int(filter.severity)});
    if (!filter.unit.empty()) narrow("a.duty_unit LIKE ?", {"%" + filter.unit + "%"});
    if (filter.drillId != 0) narrow("a.drill_id = ?", {filter.drillId});
    if (filter.year != 0) narrow("a.due_ymd BETWEEN ? AND ?", {filter.year * 10000LL, filter.year * 10000LL + 1231});
    return idsOf(reader, sql + " ORDER BY CASE WHEN a.status = 4 THEN 1 ELSE 0 END, a.due_ymd, a.id", values);
}

std::vector<ActionLine> lines(Reader& reader, std::span<const std::int64_t> ids) {
    std::vector<ActionLine> all;
    for (const std::int64_t id : ids) {
        reader.one("SELECT " + std::string(columns) +
                       ", d.name, d.unit_name, d.held_ymd, f.description, f.severity, f.item_no" + std::string(joined) +
                       "a.id = ?",
                   {id}, [&](const Row& row) { all.push_back(lineOf(row)); });
    }
    return all;
}

std::int64_t add(Writer& writer, const Action& action) {
    yanxun::Fields fields = fieldsOf(action);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("drills_action", fields);
}

void update(Writer& writer, const Action& action) {
    writer.update("drills_action", action.id, action.revision, fieldsOf(action));
}

void remove(Writer& writer, const Action& action) {
    evidence::removeOf(writer, EvidenceOwner::action, action.id);
    for (const char* table : {"drills_action_progress", "drills_action_extension", "drills_verification"}) {
        writer.exec("DELETE FROM " + std::string(table) + " WHERE action_id = ?", {action.id});
    }
    writer.remove("drills_action", action.id, action.revision);
}

void removeOfFinding(Writer& writer, std::int64_t finding) {
    writer.exec("DELETE FROM drills_plan_revision WHERE finding_id = ?", {finding});
    evidence::removeOf(writer, EvidenceOwner::finding, finding);
    for (const Action& action : ofFinding(writer, finding)) remove(writer, action);
}

std::string nextNumber(Reader& reader, int year) {
    const std::string begin = "ZG-" + std::to_string(year) + "-";
    const std::string newest = reader.scalarText("SELECT max(no) FROM drills_action WHERE no LIKE ?", {begin + "%"});
    const int number = newest.size() > begin.size() ? std::stoi(newest.substr(begin.size())) + 1 : 1;
    const std::string digits = std::to_string(number);
    return begin + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
}

std::vector<ActionProgress> progress(Reader& reader, std::int64_t action) {
    std::vector<ActionProgress> all;
    reader.each("SELECT id, at, who, percent, body FROM drills_action_progress WHERE action_id = ? ORDER BY id", {action},
                [&](const Row& row) {
                    all.push_back({row.integer(0), action, row.integer(1), row.str(2), row.integer(3), row.str(4)});
                });
    return all;
}

void addProgress(Writer& writer, const ActionProgress& progress) {
    writer.insert("drills_action_progress", {{"action_id", progress.actionId},
                                             {"at", writer.at()},
                                             {"who", writer.who()},
                                             {"percent", progress.percent},
                                             {"body", progress.text}});
}

std::vector<Extension> extensions(Reader& reader, std::int64_t action) {
    return extensionsWhere(reader, "action_id = ? ORDER BY id", {action});
}

std::vector<Extension> askedExtensions(Reader& reader, std::size_t limit) {
    return extensionsWhere(reader, std::string(askedFor) + " ORDER BY asked_at, id LIMIT ?", {std::int64_t(limit)});
}

Extension extension(Reader& reader, std::int64_t id) {
    const std::vector<Extension> found = extensionsWhere(reader, "id = ?", {id});
    if (found.empty()) throw yanxun::NotFound(tr("这份延期申请已不存在，请刷新。"));
    return found.front();
}

std::int64_t addExtension(Writer& writer, const Extension& e) {
    return writer.insert("drills_action_extension", {{"action_id", e.actionId},
                                                     {"old_due", e.oldDue.ymd()},
                                                     {"new_due", e.newDue.ymd()},
                                                     {"reason", e.reason},
                                                     {"asked_by", writer.who()},
                                                     {"asked_at", writer.at()},
                                                     {"state", int(e.state)}});
}

void updateExtension(Writer& writer, const Extension& e) {
    writer.update("drills_action_extension", e.id, e.revision,
                  {{"state", int(e.state)}, {"decided_by", writer.who()}, {"decided_at", writer.at()}, {"note", e.note}});
}

std::vector<Verification> verifications(Reader& reader, std::int64_t action) {
    std::vector<Verification> all;
    reader.each("SELECT id, kind, at, who, result, drill_id, note FROM drills_verification WHERE action_id = ?"
                " ORDER BY id",
                {action}, [&](const Row& row) {
                    all.push_back({row.integer(0), action, CheckKind(row.integer(1)), row.integer(2), row.str(3),
                                   CheckResult(row.integer(4)), row.integer(5), row.str(6)});
                });
    return all;
}

void addVerification(Writer& writer, const Verification& v) {
    writer.insert("drills_verification", {{"action_id", v.actionId},
                                          {"kind", int(v.kind)},
                                          {"at", writer.at()},
                                          {"at_ymd", yanxun::localDay(writer.at()).ymd()},
                                          {"who", writer.who()},
                                          {"result", int(v.result)},
                                          {"drill_id", v.drillId != 0 ? Value(v.drillId) : Value()},
                                          {"note", v.note}});
}

std::vector<Watched> watched(Reader& reader, std::int64_t unit, const std::string& sheet, std::int64_t drill, Date heldOn) {
    std::vector<Watched> all;
    reader.each("SELECT " + std::string(columns) + ", f.item_no FROM drills_action a"
                    " JOIN drills_finding f ON f.id = a.finding_id JOIN drills_drill d ON d.id = a.drill_id"
                    " WHERE d.unit_id = ? AND d.id <> ? AND d.held_ymd <= ? AND f.sheet_id = ? AND f.item_no <> ''"
                    " AND a.closed_ymd IS NOT NULL ORDER BY a.id",
                {unit, drill, heldOn.ymd(), sheet},
                [&](const Row& row) { all.push_back({actionOf(row), row.str(columnCount)}); });
    return all;
}

Rates rates(Reader& reader, const yanxun::Period& period, std::optional<RateOf> only) {
    Rates r;
    const yanxun::Values days{period.first.ymd(), period.last.ymd()};
    const auto count = [&](RateOf which, const std::string& sql, std::int64_t& whole, std::int64_t& part) {
        if (only && *only != which) return;
        reader.one(sql, days, [&](const Row& row) {
            whole = row.integer(0);
            part = row.integer(1);
        });
    };
    count(RateOf::onTime,
          "SELECT count(*), count(CASE WHEN a.status = 4 AND a.closed_ymd <= a.due_ymd THEN 1 END)"
          " FROM drills_action a WHERE" + std::string(ofDrillsThatCount) + "a.due_ymd BETWEEN ? AND ?",
          r.due, r.onTime);
    count(RateOf::lookBack,
          "SELECT count(*), count(CASE WHEN v.result = 1 THEN 1 END) FROM drills_verification v CROSS JOIN drills_action a"
          " WHERE a.id = v.action_id AND" + std::string(ofDrillsThatCount) + "v.kind = 3 AND v.at_ymd BETWEEN ? AND ?",
          r.lookedBack, r.passed);
    count(RateOf::recurrence,
          "SELECT count(*), count(CASE WHEN a.recurrences > 0 THEN 1 END) FROM drills_action a CROSS JOIN drills_drill d"
          " WHERE d.id = a.drill_id AND d.is_practice = 0 AND d.held_ymd BETWEEN ? AND ?",
          r.all, r.recurred);
    return r;
}

std::vector<std::int64_t> behind(Reader& reader, const yanxun::Period& period, RateOf which) {
    const auto [condition, values] = scopeOf(period, which);
    return idsOf(reader, "SELECT a.id" + std::string(joined) + "d.is_practice = 0 AND " + condition +
                             " ORDER BY a.due_ymd, a.id",
                 values);
}

std::int64_t overdueCount(Reader& reader, Date today) {
    return reader.scalar("SELECT count(*) FROM drills_action a WHERE" + std::string(ofDrillsThatCount) +
                             "a.status <> 4 AND a.due_ymd < ?",
                         {today.ymd()});
}

std::int64_t toVerifyCount(Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_action a WHERE" + std::string(ofDrillsThatCount) + "a.status = 3");
}

std::int64_t askedCount(Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_action_extension WHERE " + std::string(askedFor));
}

} // namespace drills::actions
