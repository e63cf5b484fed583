#include "core/document_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

namespace materials::documents {
namespace {

using yanxun::Fields;
using yanxun::Reader;
using yanxun::Row;
using yanxun::Value;
using yanxun::Writer;

constexpr std::string_view selectDocument =
    "SELECT d.id, d.revision, d.uid, d.number, d.type, d.state, d.at, d.day_ymd, d.from_id, f.name, d.to_id, t.name,"
    " d.unit_id, d.unit_name, d.region_code, d.region_name, d.supplier, d.receiver, d.signed_for, d.keeper, d.approver,"
    " d.note, d.reverses_id, d.reversed_by_id, d.source, d.total, d.lines, d.item_names,"
    " coalesce(k.written, ''), CASE WHEN k.state = 2 THEN k.activity_id ELSE 0 END"
    " FROM materials_document d JOIN materials_location f ON f.id = d.from_id"
    " JOIN materials_location t ON t.id = d.to_id LEFT JOIN materials_link k ON k.document_id = d.id WHERE ";

Document documentOf(const Row& row) {
    Document d;
    d.id = row.integer(0);
    d.revision = row.integer(1);
    d.uid = row.str(2);
    d.number = row.str(3);
    d.type = DocumentType(row.integer(4));
    d.state = DocumentState(row.integer(5));
    d.at = row.integer(6);
    d.day = yanxun::Date::fromYmd(row.integer(7));
    d.fromId = row.integer(8);
    d.fromName = row.str(9);
    d.toId = row.integer(10);
    d.toName = row.str(11);
    d.unitId = row.integer(12);
    d.unitName = row.str(13);
    d.regionCode = row.str(14);
    d.regionName = row.str(15);
    d.supplier = row.str(16);
    d.receiver = row.str(17);
    if (!row.isNull(18)) d.isSigned = row.flag(18);
    d.keeper = row.str(19);
    d.approver = row.str(20);
    d.note = row.str(21);
    d.reversesId = row.integer(22);
    d.reversedById = row.integer(23);
    d.source = Source(row.integer(24));
    d.total = row.integer(25);
    d.lines = int(row.integer(26));
    d.itemNames = row.str(27);
    d.activityName = row.str(28);
    d.activityId = row.integer(29);
    return d;
}

bool isLive(const Document& d) { return d.state == DocumentState::posted && d.type != DocumentType::reversal; }

Value orNull(std::int64_t id) { return id == 0 ? Value() : Value(id); }

Fields fieldsOf(const Document& d) {
    return {{"uid", d.uid},
            {"number", d.number},
            {"type", int(d.type)},
            {"state", int(d.state)},
            {"at", d.at},
            {"day_ymd", d.day.ymd()},
            {"from_id", d.fromId},
            {"to_id", d.toId},
            {"unit_id", d.unitId},
            {"unit_name", d.unitName},
            {"unit_sort", yanxun::text::sortKey(d.unitName)},
            {"region_code", d.regionCode},
            {"region_name", d.regionName},
            {"supplier", d.supplier},
            {"receiver", d.receiver},
            {"signed_for", d.isSigned},
            {"keeper", d.keeper},
            {"approver", d.approver},
            {"note", d.note},
            {"reverses_id", orNull(d.reversesId)},
            {"reversed_by_id", orNull(d.reversedById)},
            {"source", int(d.source)},
            {"total", d.total},
            {"lines", d.lines},
            {"item_names", d.itemNames},
            {"live", isLive(d)}};
}

Fields fieldsOf(const Line& line) {
    return {{"document_id", line.documentId}, {"place", line.place},       {"item_id", line.itemId},
            {"batch_id", line.batchId},       {"entered", line.entered},   {"measure", line.measure},
            {"quantity", line.quantity},      {"price", line.price},       {"note", line.note}};
}

std::optional<Document> first(Reader& reader, const std::string& condition, const yanxun::Values& values) {
    std::optional<Document> found;
    reader.one(std::string(selectDocument) + condition, values, [&](const Row& row) { found = documentOf(row); });
    return found;
}

yanxun::SearchEntry entryOf(const Document& d) {
    yanxun::SearchEntry entry;
    entry.kind = documentSearch;
    entry.recordId = d.id;
    entry.ymd = d.day.ymd();
    entry.title = d.unitName.empty() ? yanxun::tr("{}单 {}", word(d.type), d.number)
                                     : yanxun::tr("{}单 {} {}", word(d.type), d.number, d.unitName);
    for (const std::string& part : {d.number, word(d.type), d.unitName, d.itemNames, d.activityName, d.supplier, d.receiver,
                                    d.keeper, d.regionName, d.note}) {
        if (!part.empty()) entry.body += part + '\n';
    }
    return entry;
}

/// Columns of a bulk insert, typed by what a sample holds.
std::vector<yanxun::BulkColumn> columnsOf(const Fields& sample) {
    std::vector<yanxun::BulkColumn> columns{{"id", yanxun::ColumnType::integer}};
    for (const auto& field : sample) {
        columns.push_back({field.column, field.value.text() ? yanxun::ColumnType::text : yanxun::ColumnType::integer});
    }
    return columns;
}

void fillRow(yanxun::BulkRow& row, std::int64_t id, const Fields& fields) {
    std::size_t column = 0;
    row.integer(column++, id);
    for (const auto& field : fields) row.set(column++, field.value);
}

} // namespace

std::optional<Document> find(Reader& reader, std::int64_t id) { return first(reader, "d.id = ?", {id}); }

Document get(Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("没有这张单据，请核对编号或刷新列表。"));
    return std::move(*found);
}

std::optional<Document> findByNumber(Reader& reader, const std::string& number) {
    return first(reader, "d.number = ?", {yanxun::text::key(number)});
}

std::vector<Line> lines(Reader& reader, std::int64_t document) {
    std::vector<Line> found;
    reader.each("SELECT l.id, l.document_id, l.place, l.item_id, l.batch_id, i.name, coalesce(b.code, ''), l.entered, l.measure,"
                " l.quantity, i.base_unit, l.price, l.note FROM materials_line l JOIN materials_item i ON i.id = l.item_id"
                " LEFT JOIN materials_batch b ON b.id = l.batch_id WHERE l.document_id = ? ORDER BY l.place, l.id",
                {document}, [&](const Row& row) {
                    Line line;
                    line.id = row.integer(0);
                    line.documentId = row.integer(1);
                    line.place = int(row.integer(2));
                    line.itemId = row.integer(3);
                    line.batchId = row.integer(4);
                    line.itemName = row.str(5);
                    line.batchCode = row.str(6);
                    line.entered = row.integer(7);
                    line.measure = row.str(8);
                    line.quantity = row.integer(9);
                    line.baseUnit = row.str(10);
                    line.price = row.maybeInteger(11);
                    line.note = row.str(12);
                    found.push_back(std::move(line));
                });
    return found;
}

std::string numberText(DocumentType type, int year, std::int64_t number) {
    std::string digits = std::to_string(number);
    if (digits.size() < 4) digits.insert(0, 4 - digits.size(), '0');
    return prefixOf(type) + std::to_string(year) + "-" + digits;
}

std::int64_t takeNumbers(Writer& writer, DocumentType type, int year, std::int64_t count) {
    writer.exec("INSERT INTO materials_number (prefix, year, last) VALUES (?, ?, ?)"
                " ON CONFLICT (prefix, year) DO UPDATE SET last = materials_number.last + excluded.last",
                {prefixOf(type), year, count});
    return writer.scalar("SELECT last FROM materials_number WHERE prefix = ? AND year = ?", {prefixOf(type), year}) - count + 1;
}

std::string nextNumber(Writer& writer, DocumentType type, int year) {
    return numberText(type, year, takeNumbers(writer, type, year, 1));
}

std::int64_t add(Writer& writer, Document document, const std::vector<Line>& lines) {
    if (document.uid.empty()) document.uid = yanxun::newUid(writer.at());
    if (document.number.empty()) document.number = nextNumber(writer, document.type, document.day.year);
    const std::int64_t id = writer.insert("materials_document", fieldsOf(document));
    for (Line line : lines) {
        line.documentId = id;
        writer.insert("materials_line", fieldsOf(line));
    }
    return id;
}

void markReversed(Writer& writer, const Document& document, std::int64_t reversal) {
    writer.update("materials_document", document.id, document.revision,
                  {{"state", int(DocumentState::reversed)}, {"reversed_by_id", reversal}, {"live", false}});
}

std::int64_t reserveIds(Writer& writer, std::int64_t count) { return writer.reserveIds("materials_document", count); }

void addMany(Writer& writer, const std::vector<Document>& documents, const std::vector<Line>& lines) {
    std::size_t next = 0;
    writer.insertMany("materials_document", columnsOf(fieldsOf(Document{})), [&](yanxun::BulkRow& row) {
        if (next == documents.size()) return false;
        fillRow(row, documents[next].id, fieldsOf(documents[next]));
        ++next;
        return true;
    });
    next = 0;
    std::int64_t id = writer.reserveIds("materials_line", std::int64_t(lines.size()));
    writer.insertMany("materials_line", columnsOf(fieldsOf(Line{})), [&](yanxun::BulkRow& row) {
        if (next == lines.size()) return false;
        fillRow(row, id++, fieldsOf(lines[next]));
        ++next;
        return true;
    });
}

void index(Writer& writer, const Document& document) { writer.index(entryOf(document)); }

void indexMany(Writer& writer, const std::vector<Document>& documents) {
    std::size_t next = 0;
    writer.indexMany([&](yanxun::SearchEntry& entry) {
        if (next == documents.size()) return false;
        entry = entryOf(documents[next++]);
        return true;
    });
}

void unindex(Writer& writer, std::int64_t id) { writer.unindex(documentSearch, id); }

bool usesUnit(Reader& reader, std::int64_t unit) {
    // What was reversed says nothing of anybody any more.
    return reader.one("SELECT 1 FROM materials_document WHERE unit_id = ? AND live = 1 LIMIT 1", {unit}, [](const Row&) {});
}

std::vector<std::int64_t> ofUnit(Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> ids;
    reader.each("SELECT id FROM materials_document WHERE unit_id = ? ORDER BY id", {unit},
                [&](const Row& row) { ids.push_back(row.integer(0)); });
    return ids;
}

void moveUnit(Writer& writer, std::int64_t document, std::int64_t unit) {
    const std::int64_t revision = writer.scalar("SELECT revision FROM materials_document WHERE id = ?", {document});
    if (revision != 0) writer.update("materials_document", document, revision, {{"unit_id", unit}});
}

std::int64_t fromRow(Reader& reader, const std::string& rowKey) {
    return reader.scalar("SELECT document_id FROM materials_source WHERE row_key = ?", {rowKey});
}

void keepRow(Writer& writer, std::int64_t document, const std::string& rowKey) {
    writer.insert("materials_source", {{"document_id", document}, {"row_key", rowKey}});
}

void forgetRow(Writer& writer, std::int64_t document) {
    std::vector<std::pair<std::int64_t, std::int64_t>> rows;
    writer.each("SELECT id, revision FROM materials_source WHERE document_id = ? ORDER BY id", {document},
                [&](const Row& row) { rows.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : rows) writer.remove("materials_source", id, revision);
}

} // namespace materials::documents
