#include "core/hours_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::BulkColumn;
using yanxun::BulkRow;
using yanxun::ColumnType;
using yanxun::Date;
using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Values;
using yanxun::Writer;

Value ymdOf(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

std::optional<Date> dayOf(const Row& row, std::size_t column) {
    const auto ymd = row.maybeInteger(column);
    if (!ymd) return std::nullopt;
    return Date::fromYmd(*ymd);
}

constexpr std::string_view selectCredit =
    "SELECT c.id, c.person_id, c.person_name, c.unit_name, c.credited_ymd, c.minutes, c.minutes_per_hour, c.kind,"
    " c.class_id, c.reason, coalesce(c.reverses_id, 0), coalesce(r.id, 0) FROM training_credit c"
    " LEFT JOIN training_credit r ON r.reverses_id = c.id WHERE ";

Credit creditOf(const Row& row) {
    return {row.integer(0),  row.integer(1), row.str(2), row.str(3),     Date::fromYmd(row.integer(4)),
            row.integer(5),  row.integer(6), row.str(7), row.integer(8), row.str(9),
            row.integer(10), row.integer(11)};
}

Fields fieldsOf(const Credit& credit, Source source) {
    return {{"person_id", credit.personId}, {"person_name", credit.personName},
            {"unit_name", credit.unitName}, {"credited_ymd", credit.creditedOn.ymd()},
            {"minutes", credit.minutes},    {"minutes_per_hour", credit.minutesPerHour},
            {"kind", credit.kind},          {"class_id", credit.classId},
            {"reason", credit.reason},      {"reverses_id", credit.reverses == 0 ? Value() : Value(credit.reverses)},
            {"source", int(source)}};
}

constexpr std::string_view selectTrainee = "SELECT id, revision, person_id, person_name, unit_id, unit_name, "
                                           "region_code, role, industry, since_ymd, until_ymd"
                                           " FROM training_trainee ";

Trainee traineeOf(const Row& row) {
    return {row.integer(0), row.integer(1), row.integer(2), row.str(3),    row.integer(4), row.str(5),
            row.str(6),     row.str(7),     row.str(8),     dayOf(row, 9), dayOf(row, 10)};
}

Fields fieldsOf(const Trainee& trainee, Source source) {
    return {{"person_id", trainee.personId},
            {"person_name", trainee.personName},
            {"person_sort", yanxun::text::sortKey(trainee.personName)},
            {"unit_id", trainee.unitId},
            {"unit_name", trainee.unitName},
            {"unit_sort", yanxun::text::sortKey(trainee.unitName)},
            {"region_code", trainee.regionCode},
            {"role", trainee.role},
            {"industry", trainee.industry},
            {"since_ymd", ymdOf(trainee.since)},
            {"until_ymd", ymdOf(trainee.until)},
            {"source", int(source)}};
}

/// Rows of `make`'s fields, each with its uid, through one statement.
template <class Record, class Make>
void addAll(Writer& writer, const char* table, const std::function<const Record*()>& next, const UidOf& uid,
            const Make& make) {
    std::vector<BulkColumn> columns;
    for (const yanxun::Field& field : make(Record{})) {
        columns.push_back({field.column, field.value.text() ? ColumnType::text : ColumnType::integer});
    }
    columns.push_back({"uid", ColumnType::text});
    std::size_t number = 0;
    writer.insertMany(table, columns, [&](BulkRow& row) {
        const Record* const record = next();
        if (!record) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : make(*record))
            row.set(column++, field.value);
        row.text(column, uid(number++));
        return true;
    });
}

} // namespace

namespace credits {

std::int64_t add(Writer& writer, const Credit& credit, Source source) {
    Fields fields = fieldsOf(credit, source);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("training_credit", fields);
}

void addMany(Writer& writer, const std::function<const Credit*()>& next, Source source, const UidOf& uid) {
    addAll<Credit>(writer, "training_credit", next, uid,
                   [&](const Credit& credit) { return fieldsOf(credit, source); });
}

Credit get(Reader& reader, std::int64_t id) {
    Credit found;
    if (!reader.one(std::string(selectCredit) + "c.id = ?", {id}, [&](const Row& row) { found = creditOf(row); })) {
        throw yanxun::NotFound(yanxun::tr("学时账中没有编号为 {} 的记录。", id));
    }
    return found;
}

std::vector<Credit> ofPerson(Reader& reader, std::int64_t person) {
    std::vector<Credit> all;
    reader.each(std::string(selectCredit) + "c.person_id = ? ORDER BY c.credited_ymd, c.id", {person},
                [&](const Row& row) { all.push_back(creditOf(row)); });
    return all;
}

std::vector<Credit> standingOfClass(Reader& reader, std::int64_t classId) {
    std::vector<Credit> all;
    reader.each(std::string(selectCredit) +
                    "c.class_id = ? AND c.class_id <> 0 AND c.reverses_id IS NULL AND r.id IS NULL"
                    " ORDER BY c.id",
                {classId}, [&](const Row& row) { all.push_back(creditOf(row)); });
    return all;
}

bool ofClass(Reader& reader, std::int64_t classId) {
    return reader.scalar("SELECT 1 FROM training_credit WHERE class_id = ? AND class_id <> 0 LIMIT 1", {classId}) !=
           0;
}

bool usesPerson(Reader& reader, std::int64_t person) {
    return reader.scalar("SELECT 1 FROM training_credit WHERE person_id = ? LIMIT 1", {person}) != 0;
}

std::vector<CreditSum> sums(Reader& reader, std::int64_t person, const yanxun::Period& period) {
    std::vector<CreditSum> all;
    reader.each("SELECT kind, minutes_per_hour, CAST(sum(minutes) AS bigint) FROM training_credit"
                " WHERE person_id = ? AND credited_ymd BETWEEN ? AND ? GROUP BY kind, minutes_per_hour",
                {person, period.first.ymd(), period.last.ymd()}, [&](const Row& row) {
                    all.push_back({row.str(0), row.integer(1), row.integer(2)});
                });
    return all;
}

std::optional<Date> lastDay(Reader& reader, std::int64_t person, Date until) {
    const auto ymd = reader.scalar("SELECT max(c.credited_ymd) FROM training_credit c WHERE c.person_id = ?"
                                   " AND c.credited_ymd <= ? AND c.minutes > 0"
                                   " AND NOT EXISTS (SELECT 1 FROM training_credit r WHERE r.reverses_id = c.id)",
                                   {person, until.ymd()});
    if (ymd == 0) return std::nullopt;
    return Date::fromYmd(ymd);
}

} // namespace credits

namespace trainees {

Trainee get(Reader& reader, std::int64_t id) {
    Trainee found;
    if (!reader.one(std::string(selectTrainee) + "WHERE id = ?", {id},
                    [&](const Row& row) { found = traineeOf(row); })) {
        throw yanxun::NotFound(yanxun::tr("应训人员记录已不存在，请刷新后再试。"));
    }
    return found;
}

std::vector<Trainee> get(Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<Trainee> all;
    for (const std::int64_t id : wanted) {
        Trainee found;
        reader.one(std::string(selectTrainee) + "WHERE id = ?", {id},
                   [&](const Row& row) { found = traineeOf(row); });
        all.push_back(std::move(found));
    }
    return all;
}

void each(Reader& reader, const std::function<void(const Trainee&)>& use) {
    reader.each(std::string(selectTrainee) + "ORDER BY unit_sort, person_sort, id",
                [&](const Row& row) { use(traineeOf(row)); });
}

std::vector<std::int64_t> ids(Reader& reader, const std::string& search, Order order, bool ascending) {
    const std::string way = ascending ? " ASC" : " DESC";
    std::string by = "unit_sort" + way + ", person_sort" + way;
    if (order == Order::name) by = "person_sort" + way + ", unit_sort" + way;
    if (order == Order::role) by = "role" + way + ", unit_sort" + way + ", person_sort" + way;
    if (order == Order::since) by = "coalesce(since_ymd, 0)" + way;
    Values values;
    std::string where;
    if (const std::string key = yanxun::text::key(search); !key.empty()) {
        where = "WHERE person_name LIKE ? ESCAPE '!' OR unit_name LIKE ? ESCAPE '!' ";
        std::string pattern = "%";
        for (const char c : key)
            pattern += (c == '!' || c == '%' || c == '_') ? std::string{'!', c} : std::string{c};
        values = {pattern + "%", pattern + "%"};
    }
    std::vector<std::int64_t> all;
    reader.each("SELECT id FROM training_trainee " + where + "ORDER BY " + by + ", id" + way, values,
                [&](const Row& row) { all.push_back(row.integer(0)); });
    return all;
}

std::optional<Trainee> find(Reader& reader, std::int64_t person, std::int64_t unit, const std::string& role) {
    std::optional<Trainee> found;
    reader.one(std::string(selectTrainee) +
                   "WHERE person_id = ? AND unit_id = ? AND role = ? AND until_ymd IS NULL ORDER BY id LIMIT 1",
               {person, unit, role}, [&](const Row& row) { found = traineeOf(row); });
    return found;
}

std::int64_t add(Writer& writer, const Trainee& trainee, Source source) {
    Fields fields = fieldsOf(trainee, source);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("training_trainee", fields);
}

void addMany(Writer& writer, const std::function<const Trainee*()>& next, Source source, const UidOf& uid) {
    addAll<Trainee>(writer, "training_trainee", next, uid,
                    [&](const Trainee& trainee) { return fieldsOf(trainee, source); });
}

std::int64_t update(Writer& writer, const Trainee& trainee) {
    Fields fields = fieldsOf(trainee, Source::entered);
    fields.pop_back(); // the source stays what it was
    return writer.update("training_trainee", trainee.id, trainee.revision, fields);
}

void remove(Writer& writer, std::int64_t id, std::int64_t revision) {
    writer.remove("training_trainee", id, revision);
}

bool usesUnit(Reader& reader, std::int64_t unit) {
    return unit != 0 &&
           reader.scalar("SELECT 1 FROM training_trainee WHERE unit_id = ? AND unit_id <> 0 LIMIT 1", {unit}) != 0;
}

bool usesPerson(Reader& reader, std::int64_t person) {
    return reader.scalar("SELECT 1 FROM training_trainee WHERE person_id = ? LIMIT 1", {person}) != 0;
}

std::vector<std::int64_t> ofUnit(Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> all;
    reader.each("SELECT id FROM training_trainee WHERE unit_id = ? AND unit_id <> 0 ORDER BY id", {unit},
                [&](const Row& row) { all.push_back(row.integer(0)); });
    return all;
}

std::int64_t count(Reader& reader) { return reader.scalar("SELECT count(*) FROM training_trainee"); }

} // namespace trainees
} // namespace training
