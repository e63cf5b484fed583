#include "core/record_store.h"

#include <yanxun/text.h>

#include <unordered_map>

namespace participation::record_store {

using yanxun::ColumnType;
using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Values;
using yanxun::Writer;

namespace {

std::string select(const std::string& rest) {
    return "SELECT id, revision, subject_kind, subject_id, unit_id, unit_name, audience, counted, estimated, named "
           "FROM participation_record " +
           rest;
}

Record read(const Row& row) {
    Record record;
    record.entry.id = row.integer(0);
    record.entry.revision = row.integer(1);
    record.subject = {row.str(2), row.integer(3)};
    record.entry.unitId = row.integer(4);
    record.entry.unitName = row.str(5);
    record.entry.audience = row.str(6);
    record.entry.counted = row.maybeInteger(7);
    record.entry.estimated = row.flag(8);
    record.entry.named = row.integer(9);
    record.difference = differenceOf(record.entry);
    return record;
}

/// A unit without an id is told apart by its name.
std::string unitKey(const Entry& entry) {
    return entry.unitId != 0 ? std::string() : yanxun::text::key(entry.unitName);
}

bool estimatedReported(const Entry& entry) { return entry.counted && entry.estimated; }

Fields fields(const Record& record) {
    const Entry& entry = record.entry;
    return {{"subject_kind", record.subject.kind},
            {"subject_id", record.subject.id},
            {"unit_id", entry.unitId},
            {"unit_key", unitKey(entry)},
            {"unit_name", entry.unitName},
            {"audience", entry.audience},
            {"counted", entry.counted},
            {"estimated", entry.estimated},
            {"named", entry.named},
            {"reported", entry.reported()},
            {"estimated_reported", estimatedReported(entry)},
            {"difference", static_cast<int>(differenceOf(entry))}};
}

yanxun::ListQuery conditionOf(const RecordFilter& filter) {
    yanxun::ListQuery query("participation_record", filter.differencesOnly ? "difference > 0" : "1 = 1");
    if (!filter.subjectKind.empty()) query.where("subject_kind = ?", {filter.subjectKind});
    if (filter.subjectId != 0) query.where("subject_id = ?", {filter.subjectId});
    return query;
}

const char* orderOf(const RecordFilter& filter) { return filter.differencesOnly ? "difference DESC, id DESC" : "id DESC"; }

} // namespace

std::optional<Record> get(Reader& reader, std::int64_t id) {
    std::optional<Record> record;
    reader.one(select("WHERE id = ?"), {id}, [&](const Row& row) { record = read(row); });
    return record;
}

std::vector<Record> get(Reader& reader, std::span<const std::int64_t> ids) {
    if (ids.empty()) return {};
    std::string marks;
    for (std::size_t i = 0; i < ids.size(); ++i)
        marks += i ? ", ?" : "?";
    std::unordered_map<std::int64_t, Record> found;
    reader.each(select("WHERE id IN (" + marks + ")"), Values(ids.begin(), ids.end()),
                [&](const Row& row) { found.emplace(row.integer(0), read(row)); });
    std::vector<Record> records;
    for (const std::int64_t id : ids)
        if (const auto record = found.find(id); record != found.end()) records.push_back(record->second);
    return records;
}

std::optional<Record> find(Reader& reader, const Subject& subject, const Entry& entry) {
    std::optional<Record> record;
    reader.one(select("WHERE subject_kind = ? AND subject_id = ? AND unit_id = ? AND unit_key = ? AND audience = ? "
                      "AND double_of = 0"),
               {subject.kind, subject.id, entry.unitId, unitKey(entry), entry.audience},
               [&](const Row& row) { record = read(row); });
    return record;
}

std::vector<Record> of(Reader& reader, const Subject& subject) {
    std::vector<Record> records;
    reader.each(select("WHERE subject_kind = ? AND subject_id = ? ORDER BY id"), {subject.kind, subject.id},
                [&](const Row& row) { records.push_back(read(row)); });
    return records;
}

Reported reported(Reader& reader, const Subject& subject) {
    Reported sum;
    reader.one("SELECT CAST(COALESCE(SUM(reported), 0) AS BIGINT), COALESCE(MAX(estimated_reported), 0) FROM "
               "participation_record "
               "WHERE subject_kind = ? AND subject_id = ?",
               {subject.kind, subject.id}, [&](const Row& row) {
                   sum = {row.integer(0), row.flag(1)};
               });
    return sum;
}

yanxun::SearchCondition listStatement(const RecordFilter& filter, std::int64_t limit) {
    return conditionOf(filter).statement(orderOf(filter), limit);
}

yanxun::IdList list(Reader& reader, const RecordFilter& filter, std::int64_t limit) {
    return conditionOf(filter).ids(reader, orderOf(filter), limit);
}

std::int64_t count(Reader& reader, const RecordFilter& filter) { return conditionOf(filter).count(reader); }

void add(Writer& writer, Record& record) {
    record.entry.id = writer.insert("participation_record", fields(record));
    record.entry.revision = 1;
}

void update(Writer& writer, Record& record) {
    record.entry.revision =
        writer.update("participation_record", record.entry.id, record.entry.revision, fields(record));
}

void remove(Writer& writer, const Record& record) {
    replaceNames(writer, record.entry.id, {});
    writer.remove("participation_record", record.entry.id, record.entry.revision);
}

void addMany(Writer& writer, const std::function<bool(Record&)>& next) {
    const std::vector<yanxun::BulkColumn> columns{{"subject_kind", ColumnType::text},
                                                  {"subject_id", ColumnType::integer},
                                                  {"unit_id", ColumnType::integer},
                                                  {"unit_key", ColumnType::text},
                                                  {"unit_name", ColumnType::text},
                                                  {"audience", ColumnType::text},
                                                  {"counted", ColumnType::integer},
                                                  {"estimated", ColumnType::integer},
                                                  {"named", ColumnType::integer},
                                                  {"reported", ColumnType::integer},
                                                  {"estimated_reported", ColumnType::integer},
                                                  {"difference", ColumnType::integer},
                                                  {"revision", ColumnType::integer},
                                                  {"double_of", ColumnType::integer}};
    Record record;
    writer.insertMany("participation_record", columns, [&](yanxun::BulkRow& row) {
        record = {};
        if (!next(record)) return false;
        const Entry& entry = record.entry;
        row.text(0, record.subject.kind);
        row.integer(1, record.subject.id);
        row.integer(2, entry.unitId);
        row.text(3, unitKey(entry));
        row.text(4, entry.unitName);
        row.text(5, entry.audience);
        if (entry.counted) row.integer(6, *entry.counted);
        row.integer(7, entry.estimated);
        row.integer(8, entry.named);
        row.integer(9, entry.reported());
        row.integer(10, estimatedReported(entry));
        row.integer(11, static_cast<int>(differenceOf(entry)));
        row.integer(12, 1);
        row.integer(13, 0);
        return true;
    });
}

std::vector<Named> names(Reader& reader, std::int64_t record) {
    std::vector<Named> all;
    reader.each("SELECT name, person_id, role FROM participation_name WHERE record_id = ? ORDER BY position",
                {record}, [&](const Row& row) {
                    all.push_back({row.str(0), row.integer(1), row.str(2)});
                });
    return all;
}

void replaceNames(Writer& writer, std::int64_t record, const std::vector<Named>& names) {
    struct Standing {
        std::int64_t id, revision;
    };
    std::vector<Standing> old;
    writer.each("SELECT id, revision FROM participation_name WHERE record_id = ? ORDER BY position", {record},
                [&](const Row& row) {
                    old.push_back({row.integer(0), row.integer(1)});
                });
    for (const Standing& name : old)
        writer.remove("participation_name", name.id, name.revision);
    if (names.empty()) return;
    const std::vector<yanxun::BulkColumn> columns{
        {"record_id", ColumnType::integer}, {"position", ColumnType::integer}, {"name", ColumnType::text},
        {"person_id", ColumnType::integer}, {"role", ColumnType::text},        {"revision", ColumnType::integer}};
    std::size_t next = 0;
    writer.insertMany("participation_name", columns, [&](yanxun::BulkRow& row) {
        if (next == names.size()) return false;
        const Named& name = names[next++];
        row.integer(0, record);
        row.integer(1, static_cast<std::int64_t>(next));
        row.text(2, name.name);
        row.integer(3, name.personId);
        row.text(4, name.role);
        row.integer(5, 1);
        return true;
    });
}

bool usesUnit(Reader& reader, std::int64_t unit) {
    return reader.scalar("SELECT 1 FROM participation_record WHERE unit_id = ? AND unit_id <> 0 LIMIT 1", {unit}) !=
           0;
}

std::vector<std::int64_t> idsOfUnit(Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM participation_record WHERE unit_id = ? AND unit_id <> 0 ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void moveToUnit(Writer& writer, std::int64_t id, std::int64_t unit) {
    auto record = get(writer, id);
    if (!record) return;
    record->entry.unitId = unit;
    const auto standing = find(writer, record->subject, record->entry);
    const std::int64_t doubleOf = standing && standing->entry.id != id ? standing->entry.id : 0;
    writer.update("participation_record", id, record->entry.revision, {{"unit_id", unit}, {"double_of", doubleOf}});
}

} // namespace participation::record_store
