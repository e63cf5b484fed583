#include "core/finding_store.h"

#include "core/improve/action_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace drills::findings {
namespace {

using yanxun::Date;
using yanxun::Row;

constexpr std::string_view selectFinding =
    "SELECT id, revision, uid, drill_id, source, severity, description, state, state_word, due_ymd, closed_ymd,"
    " sheet_id, item_no, inject_no, unit_name, plan, clause, category, cause"
    " FROM drills_finding WHERE ";

std::optional<Date> dateOf(const Row& row, std::size_t column) {
    const auto ymd = row.maybeInteger(column);
    if (!ymd) return std::nullopt;
    return Date::fromYmd(*ymd);
}

yanxun::Value ymdOf(const std::optional<Date>& day) { return day ? yanxun::Value(day->ymd()) : yanxun::Value(); }

Finding findingOf(const Row& row) {
    Finding f;
    f.id = row.integer(0);
    f.revision = row.integer(1);
    f.uid = row.str(2);
    f.drillId = row.integer(3);
    f.source = FindingSource(row.integer(4));
    f.severity = Severity(row.integer(5));
    f.description = row.str(6);
    f.state = Rectification(row.integer(7));
    f.stateWord = row.str(8);
    f.due = dateOf(row, 9);
    f.closed = dateOf(row, 10);
    f.sheetId = row.str(11);
    f.itemNo = row.str(12);
    f.injectNo = row.maybeInteger(13);
    f.unitName = row.str(14);
    f.plan = row.str(15);
    f.clause = row.str(16);
    f.category = row.str(17);
    f.cause = row.str(18);
    return f;
}

yanxun::Fields fieldsOf(const Finding& f) {
    return {{"drill_id", f.drillId},
            {"source", int(f.source)},
            {"severity", int(f.severity)},
            {"description", f.description},
            {"state", int(f.state)},
            {"state_word", f.stateWord},
            {"due_ymd", ymdOf(f.due)},
            {"closed_ymd", ymdOf(f.closed)},
            {"sheet_id", f.sheetId},
            {"item_no", f.itemNo},
            {"inject_no", f.injectNo},
            {"unit_name", f.unitName},
            {"plan", f.plan},
            {"clause", f.clause},
            {"category", f.category},
            {"cause", f.cause}};
}

void countAgain(yanxun::Writer& writer, std::int64_t drill) {
    writer.exec("UPDATE drills_drill SET"
                " findings = (SELECT count(*) FROM drills_finding WHERE drill_id = ?),"
                " open_findings = (SELECT count(*) FROM drills_finding WHERE drill_id = ? AND state = 1)"
                " WHERE id = ?",
                {drill, drill, drill});
}

} // namespace

std::vector<Finding> of(yanxun::Reader& reader, std::int64_t drill) {
    std::vector<Finding> all;
    reader.each(std::string(selectFinding) + "drill_id = ? ORDER BY id", {drill},
                [&](const Row& row) { all.push_back(findingOf(row)); });
    return all;
}

Finding get(yanxun::Reader& reader, std::int64_t id) {
    Finding found;
    if (!reader.one(std::string(selectFinding) + "id = ?", {id}, [&](const Row& row) { found = findingOf(row); })) {
        throw yanxun::NotFound(yanxun::tr("这条问题已不存在，可能已被删除，请刷新。"));
    }
    return found;
}

std::int64_t add(yanxun::Writer& writer, const Finding& finding) {
    yanxun::Fields fields = fieldsOf(finding);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    const std::int64_t id = writer.insert("drills_finding", fields);
    countAgain(writer, finding.drillId);
    return id;
}

std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count) { return writer.reserveIds("drills_finding", count); }

void addMany(yanxun::Writer& writer, const std::function<const Finding*()>& next) {
    const auto all = [](const Finding& finding) {
        yanxun::Fields fields = fieldsOf(finding);
        fields.insert(fields.end(), {{"id", finding.id}, {"uid", finding.uid}});
        return fields;
    };
    std::vector<yanxun::BulkColumn> columns;
    for (const yanxun::Field& field : all({})) {
        columns.push_back({field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    writer.insertMany("drills_finding", columns, [&](yanxun::BulkRow& row) {
        const Finding* finding = next();
        if (!finding) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : all(*finding)) row.set(column++, field.value);
        return true;
    });
}

std::int64_t update(yanxun::Writer& writer, const Finding& finding) {
    const std::int64_t revision = writer.update("drills_finding", finding.id, finding.revision, fieldsOf(finding));
    countAgain(writer, finding.drillId);
    return revision;
}

void remove(yanxun::Writer& writer, const Finding& finding) {
    actions::removeOfFinding(writer, finding.id);
    writer.remove("drills_finding", finding.id, finding.revision);
    countAgain(writer, finding.drillId);
}

void removeAll(yanxun::Writer& writer, std::int64_t drill) {
    for (const Finding& finding : of(writer, drill)) {
        actions::removeOfFinding(writer, finding.id);
        writer.remove("drills_finding", finding.id, finding.revision);
    }
    countAgain(writer, drill);
}

bool touched(yanxun::Reader& reader, std::int64_t drill) {
    return reader.one("SELECT 1 FROM drills_finding WHERE drill_id = ? AND (revision > 1 OR source <> ?) LIMIT 1",
                      {drill, int(FindingSource::ledger)}, [](const Row&) {});
}

std::int64_t openCount(yanxun::Reader& reader) {
    return reader.scalar("SELECT count(*) FROM drills_finding f JOIN drills_drill d ON d.id = f.drill_id"
                         " WHERE f.state = 1 AND d.is_practice = 0");
}

std::vector<OpenFinding> open(yanxun::Reader& reader, std::size_t limit) {
    std::vector<OpenFinding> all;
    reader.each("SELECT f.drill_id, d.name, f.description, d.held_ymd, f.due_ymd"
                " FROM drills_finding f JOIN drills_drill d ON d.id = f.drill_id"
                " WHERE f.state = 1 AND d.is_practice = 0"
                " ORDER BY f.due_ymd NULLS LAST, d.held_ymd, f.id LIMIT ?",
                {std::int64_t(limit)}, [&](const Row& row) {
                    all.push_back(
                        {row.integer(0), row.str(1), row.str(2), Date::fromYmd(row.integer(3)), dateOf(row, 4)});
                });
    return all;
}

} // namespace drills::findings
