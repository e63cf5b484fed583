#include "core/certificate_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace training::certificates {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Values;
using yanxun::Writer;

constexpr std::string_view selectCertificate =
    "SELECT id, revision, person_id, person_name, unit_id, unit_name, type, type_word, operation, number, issuer,"
    " issued_ymd, valid_until_ymd, review_due_ymd, reviewed_ymd, standing, standing_reason, replaces_id, replaced, "
    "scan,"
    " note, uid FROM training_certificate WHERE ";

std::optional<Date> dayOf(const Row& row, std::size_t column) {
    const auto ymd = row.maybeInteger(column);
    if (!ymd) return std::nullopt;
    return Date::fromYmd(*ymd);
}

Value ymdOf(const std::optional<Date>& day) { return day ? Value(day->ymd()) : Value(); }

Certificate certificateOf(const Row& row) {
    Certificate c;
    c.id = row.integer(0);
    c.revision = row.integer(1);
    c.personId = row.integer(2);
    c.personName = row.str(3);
    c.unitId = row.integer(4);
    c.unitName = row.str(5);
    c.type = row.str(6);
    c.typeWord = row.str(7);
    c.operation = row.str(8);
    c.number = row.str(9);
    c.issuer = row.str(10);
    c.issuedOn = Date::fromYmd(row.integer(11));
    c.validUntil = dayOf(row, 12);
    c.reviewDue = dayOf(row, 13);
    c.reviewedOn = dayOf(row, 14);
    c.standing = Standing(row.integer(15));
    c.standingReason = row.str(16);
    c.replaces = row.integer(17);
    c.replaced = row.flag(18);
    c.scan = row.str(19);
    c.note = row.str(20);
    c.uid = row.str(21);
    return c;
}

Fields fieldsOf(const Certificate& c) {
    return {{"person_id", c.personId},
            {"person_name", c.personName},
            {"person_sort", yanxun::text::sortKey(c.personName)},
            {"unit_id", c.unitId},
            {"unit_name", c.unitName},
            {"unit_sort", yanxun::text::sortKey(c.unitName)},
            {"type", c.type},
            {"type_word", c.typeWord},
            {"operation", c.operation},
            {"number", c.number},
            {"number_key", yanxun::text::loose(c.number)},
            {"issuer", c.issuer},
            {"issued_ymd", c.issuedOn.ymd()},
            {"valid_until_ymd", ymdOf(c.validUntil)},
            {"review_due_ymd", ymdOf(c.reviewDue)},
            {"reviewed_ymd", ymdOf(c.reviewedOn)},
            {"next_due_ymd", ymdOf(nextDue(c))},
            {"live", isLive(c)},
            {"standing", int(c.standing)},
            {"standing_reason", c.standingReason},
            {"replaces_id", c.replaces},
            {"replaced", c.replaced},
            {"scan", c.scan},
            {"note", c.note}};
}

yanxun::SearchEntry entryOf(const Certificate& c) {
    yanxun::SearchEntry entry{certificateKind, c.id, yanxun::tr("{} · {}", c.personName, c.typeWord), c.personName,
                              c.issuedOn.ymd()};
    for (const std::string& part : {c.unitName, c.typeWord, c.operation, c.number, c.issuer, c.note}) {
        if (!part.empty()) entry.body += '\n' + part;
    }
    return entry;
}

std::vector<Certificate> all(Reader& reader, const std::string& condition, const Values& values) {
    std::vector<Certificate> found;
    reader.each(std::string(selectCertificate) + condition, values,
                [&](const Row& row) { found.push_back(certificateOf(row)); });
    return found;
}

std::string columnOf(CertificateOrder order) {
    switch (order) {
    case CertificateOrder::due:
        return "coalesce(next_due_ymd, 99999999)";
    case CertificateOrder::name:
        return "person_sort";
    case CertificateOrder::unit:
        return "unit_sort";
    case CertificateOrder::type:
        return "type_word";
    case CertificateOrder::issued:
        return "issued_ymd";
    }
    return "issued_ymd";
}

yanxun::ListQuery conditionOf(const Reader& reader, const CertificateFilter& filter) {
    yanxun::ListQuery query("training_certificate");
    if (filter.liveOnly || filter.dueUntil) query.where("live = 1");
    if (filter.dueUntil) query.where("next_due_ymd <= ?", {filter.dueUntil->ymd()});
    if (!filter.type.empty()) query.where("type = ?", {filter.type});
    query.contains(reader, certificateKind, filter.text);
    return query;
}

} // namespace

std::optional<Certificate> find(Reader& reader, std::int64_t id) {
    const auto found = all(reader, "id = ?", {id});
    if (found.empty()) return std::nullopt;
    return found.front();
}

Certificate get(Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这份证书已不存在，可能已被删除，请刷新列表。"));
    return std::move(*found);
}

std::vector<Certificate> get(Reader& reader, std::span<const std::int64_t> wanted) {
    std::vector<Certificate> found;
    for (const std::int64_t id : wanted)
        found.push_back(find(reader, id).value_or(Certificate{}));
    return found;
}

std::optional<Certificate> findByKey(Reader& reader, const Certificate& like) {
    for (Certificate& one : chainOf(reader, like)) {
        if (one.issuedOn == like.issuedOn) return std::move(one);
    }
    return std::nullopt;
}

std::vector<Certificate> chainOf(Reader& reader, const Certificate& like) {
    return all(reader, "number_key = ? AND type = ? AND operation = ? ORDER BY issued_ymd, id",
               {yanxun::text::loose(like.number), like.type, like.operation});
}

std::vector<Certificate> ofPerson(Reader& reader, std::int64_t person) {
    return all(reader, "person_id = ? AND person_id <> 0 ORDER BY issued_ymd, id", {person});
}

void each(Reader& reader, int year, const std::function<void(const Certificate&)>& use) {
    const std::int64_t first = year == 0 ? 0 : year * 10000, last = year == 0 ? 99999999 : year * 10000 + 9999;
    reader.each(std::string(selectCertificate) +
                    "issued_ymd BETWEEN ? AND ? ORDER BY unit_sort, person_sort, issued_ymd,"
                    " number_key, id",
                {first, last}, [&](const Row& row) { use(certificateOf(row)); });
}

void due(Reader& reader, Date day, std::int64_t limit, const std::function<void(const Certificate&)>& use) {
    Values values{day.ymd()};
    std::string sql = std::string(selectCertificate) + "live = 1 AND next_due_ymd <= ? ORDER BY next_due_ymd, ";
    // The list of tasks follows the index; a report must not depend on the order of entry.
    sql += limit > 0 ? "id LIMIT ?" : "unit_sort, person_sort, number_key, id";
    if (limit > 0) values.push_back(limit);
    reader.each(sql, values, [&](const Row& row) { use(certificateOf(row)); });
}

std::int64_t dueCount(Reader& reader, Date day) {
    return reader.scalar("SELECT count(*) FROM training_certificate WHERE live = 1 AND next_due_ymd <= ?",
                         {day.ymd()});
}

yanxun::IdList ids(Reader& reader, const CertificateFilter& filter, CertificateOrder order, bool ascending,
                   std::int64_t limit) {
    return conditionOf(reader, filter).ids(reader, yanxun::inOrder(columnOf(order), ascending), limit);
}

std::int64_t add(Writer& writer, const Certificate& certificate, Source source) {
    Fields fields = fieldsOf(certificate);
    fields.insert(fields.end(), {{"uid", yanxun::newUid(writer.at())}, {"source", int(source)}});
    return writer.insert("training_certificate", fields);
}

std::int64_t update(Writer& writer, const Certificate& certificate) {
    return writer.update("training_certificate", certificate.id, certificate.revision, fieldsOf(certificate));
}

void remove(Writer& writer, const Certificate& certificate) {
    writer.unindex(certificateKind, certificate.id);
    writer.remove("training_certificate", certificate.id, certificate.revision);
}

std::int64_t reserveIds(Writer& writer, std::int64_t count) {
    return writer.reserveIds("training_certificate", count);
}

void addMany(Writer& writer, const std::function<const Certificate*()>& next, Source source, const UidOf& uid) {
    std::vector<yanxun::BulkColumn> columns{{"id", yanxun::ColumnType::integer},
                                            {"uid", yanxun::ColumnType::text},
                                            {"source", yanxun::ColumnType::integer}};
    for (const yanxun::Field& field : fieldsOf({})) {
        columns.push_back(
            {field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    std::size_t number = 0;
    writer.insertMany("training_certificate", columns, [&](yanxun::BulkRow& row) {
        const Certificate* const certificate = next();
        if (!certificate) return false;
        row.integer(0, certificate->id);
        row.text(1, uid(number++));
        row.integer(2, int(source));
        std::size_t column = 3;
        for (const yanxun::Field& field : fieldsOf(*certificate))
            row.set(column++, field.value);
        return true;
    });
}

void index(Writer& writer, const Certificate& certificate) { writer.index(entryOf(certificate)); }

void indexMany(Writer& writer, const std::function<const Certificate*()>& next) {
    writer.indexMany([&](yanxun::SearchEntry& entry) {
        const Certificate* const certificate = next();
        if (certificate) entry = entryOf(*certificate);
        return certificate != nullptr;
    });
}

bool usesUnit(Reader& reader, std::int64_t unit) {
    return unit != 0 && reader.scalar("SELECT 1 FROM training_certificate WHERE unit_id = ? AND unit_id <> 0 LIMIT 1",
                                      {unit}) != 0;
}

bool usesPerson(Reader& reader, std::int64_t person) {
    return person != 0 &&
           reader.scalar("SELECT 1 FROM training_certificate WHERE person_id = ? AND person_id <> 0 LIMIT 1",
                         {person}) != 0;
}

std::vector<std::int64_t> ofUnit(Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> found;
    reader.each("SELECT id FROM training_certificate WHERE unit_id = ? AND unit_id <> 0 ORDER BY id", {unit},
                [&](const Row& row) { found.push_back(row.integer(0)); });
    return found;
}

} // namespace training::certificates
