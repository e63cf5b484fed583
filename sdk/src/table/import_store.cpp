#include "table/import_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <sstream>

namespace yanxun::import_store {

namespace {

constexpr std::string_view kBatchColumns =
    "id, kind, file, sheet, who, sha256, made_at, undone_at, read_rows, created_rows, updated_rows, skipped_rows, "
    "error_rows, warnings";

ImportBatch batchOf(const Row& row) {
    ImportBatch batch;
    batch.id = row.integer(0);
    batch.kind = row.str(1);
    batch.file = row.str(2);
    batch.sheet = row.str(3);
    batch.who = row.str(4);
    batch.sha256 = row.str(5);
    batch.at = row.integer(6);
    batch.undoneAt = row.maybeInteger(7);
    batch.counts = {row.integer(8), row.integer(9), row.integer(10), row.integer(11), row.integer(12), row.integer(13)};
    return batch;
}

std::string_view modeName(ImportMode mode) {
    switch (mode) {
    case ImportMode::add: return "add";
    case ImportMode::update: return "update";
    case ImportMode::fill: return "fill";
    case ImportMode::nocheck: return "nocheck";
    }
    return {};
}

/// One «name=value» a line: for people who look into the history.
std::string optionsText(const ImportOptions& options) {
    std::string text;
    if (options.year != 0) text += "year=" + std::to_string(options.year) + "\n";
    for (const auto& [name, value] : options.own) text += name + "=" + value + "\n";
    return text;
}

/// Table names come from plugins and go into SQL as they are.
void checkName(const std::string& table) {
    if (!table.empty() && table.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos) return;
    throw std::invalid_argument("import: «" + table + "» is no table name");
}

} // namespace

std::vector<Migration> migrations() {
    return {{1,
             "batches, their records, remembered columns",
             {"CREATE TABLE import_batch (id {pk}, revision {int} NOT NULL DEFAULT 1, kind {text} NOT NULL, file {text} NOT NULL, "
              "sha256 {text} NOT NULL, sheet {text} NOT NULL, mode {text} NOT NULL, options {text} NOT NULL, "
              "read_rows {int} NOT NULL, created_rows {int} NOT NULL, updated_rows {int} NOT NULL, skipped_rows {int} NOT NULL, "
              "error_rows {int} NOT NULL, warnings {int} NOT NULL, who {text} NOT NULL, made_at {int} NOT NULL, undone_at {int})",
              "CREATE INDEX import_batch_file ON import_batch (sha256, kind)",
              "CREATE TABLE import_record (id {pk}, revision {int} NOT NULL DEFAULT 1, batch {int} NOT NULL REFERENCES import_batch (id), "
              "row_number {int} NOT NULL, table_name {text} NOT NULL, record {int} NOT NULL, record_revision {int} NOT NULL, "
              "created {int} NOT NULL, before_json {text} NOT NULL)",
              "CREATE INDEX import_record_batch ON import_record (batch, table_name, record)",
              "CREATE TABLE import_map (id {pk}, revision {int} NOT NULL DEFAULT 1, kind {text} NOT NULL, fingerprint {text} NOT NULL, "
              "sheet_columns {text} NOT NULL, UNIQUE (kind, fingerprint))"}}};
}

void waitForOthers(Writer& writer) {
    if (writer.engine() == Engine::postgresql) writer.exec("LOCK TABLE import_batch IN SHARE ROW EXCLUSIVE MODE");
}

std::int64_t addBatch(Writer& writer, const NewBatch& batch) {
    return writer.insert("import_batch", {{"kind", batch.kind},
                                          {"file", batch.file},
                                          {"sha256", batch.sha256},
                                          {"sheet", batch.sheet},
                                          {"mode", modeName(batch.options.mode)},
                                          {"options", optionsText(batch.options)},
                                          {"read_rows", batch.counts.read},
                                          {"created_rows", batch.counts.created},
                                          {"updated_rows", batch.counts.updated},
                                          {"skipped_rows", batch.counts.skipped},
                                          {"error_rows", batch.counts.errors},
                                          {"warnings", batch.counts.warnings},
                                          {"who", writer.who()},
                                          {"made_at", writer.at()}});
}

void addRecords(Writer& writer, std::int64_t batch, const std::vector<ImportedRecord>& records) {
    static const std::vector<BulkColumn> columns = {{"revision", ColumnType::integer},
                                                    {"batch", ColumnType::integer},
                                                    {"row_number", ColumnType::integer},
                                                    {"table_name", ColumnType::text},
                                                    {"record", ColumnType::integer},
                                                    {"record_revision", ColumnType::integer},
                                                    {"created", ColumnType::integer},
                                                    {"before_json", ColumnType::text}};
    auto next = records.begin();
    writer.insertMany("import_record", columns, [&](BulkRow& row) {
        if (next == records.end()) return false;
        row.integer(0, 1);
        row.integer(1, batch);
        row.integer(2, next->row);
        row.text(3, next->table);
        row.integer(4, next->id);
        row.integer(5, next->revision);
        row.integer(6, next->created ? 1 : 0);
        row.text(7, next->before);
        ++next;
        return true;
    });
}

std::vector<ImportBatch> batches(Reader& reader, std::size_t limit) {
    std::vector<ImportBatch> all;
    reader.each("SELECT " + std::string(kBatchColumns) + " FROM import_batch ORDER BY id DESC LIMIT ?",
                {std::int64_t(limit)}, [&](const Row& row) { all.push_back(batchOf(row)); });
    return all;
}

ImportBatch batch(Reader& reader, std::int64_t id) {
    ImportBatch found;
    const bool there = reader.one("SELECT " + std::string(kBatchColumns) + " FROM import_batch WHERE id = ?", {id},
                                  [&](const Row& row) { found = batchOf(row); });
    if (!there) throw NotFound(tr("没有第 {} 批导入，请在导入记录中核对批次号。", id));
    return found;
}

std::optional<ImportBatch> earlier(Reader& reader, const std::string& kind, const std::string& sha256,
                                   const std::string& sheet) {
    std::optional<ImportBatch> found;
    reader.one("SELECT " + std::string(kBatchColumns) +
                   " FROM import_batch WHERE sha256 = ? AND kind = ? AND sheet = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1",
               {sha256, kind, sheet}, [&](const Row& row) { found = batchOf(row); });
    return found;
}

std::vector<ImportedRecord> records(Reader& reader, std::int64_t batch) {
    std::vector<ImportedRecord> all;
    reader.each("SELECT table_name, record, record_revision, row_number, created, before_json FROM import_record "
                "WHERE batch = ? ORDER BY row_number DESC, id",
                {batch}, [&](const Row& row) {
                    all.push_back({row.str(0), row.integer(1), row.integer(2), int(row.integer(3)), row.flag(4), row.str(5)});
                });
    return all;
}

std::map<std::int64_t, std::int64_t> revisions(Reader& reader, std::int64_t batch, const std::string& table) {
    checkName(table);
    std::map<std::int64_t, std::int64_t> found;
    reader.each("SELECT id, revision FROM " + table +
                    " WHERE id IN (SELECT record FROM import_record WHERE batch = ? AND table_name = ?)",
                {batch, table}, [&](const Row& row) { found.emplace(row.integer(0), row.integer(1)); });
    return found;
}

void markUndone(Writer& writer, std::int64_t batch) {
    const auto revision = writer.scalar("SELECT revision FROM import_batch WHERE id = ?", {batch});
    writer.update("import_batch", batch, revision, {{"undone_at", writer.at()}});
}

std::map<std::string, RememberedColumns> rememberedColumns(Reader& reader, const std::string& kind) {
    std::map<std::string, RememberedColumns> all;
    reader.each("SELECT fingerprint, sheet_columns FROM import_map WHERE kind = ?", {kind}, [&](const Row& row) {
        std::istringstream lines(row.str(1));
        auto& columns = all[row.str(0)];
        std::string id;
        for (int at = 0; lines >> id >> at;) columns[id] = at;
    });
    return all;
}

void remember(Writer& writer, const std::string& kind, const std::string& fingerprint, const RememberedColumns& columns) {
    std::string text;
    for (const auto& [id, at] : columns) text += id + " " + std::to_string(at) + "\n";
    std::int64_t known = 0, revision = 0;
    writer.one("SELECT id, revision FROM import_map WHERE kind = ? AND fingerprint = ?", {kind, fingerprint}, [&](const Row& row) {
        known = row.integer(0);
        revision = row.integer(1);
    });
    if (known != 0) writer.update("import_map", known, revision, {{"sheet_columns", text}});
    else writer.insert("import_map", {{"kind", kind}, {"fingerprint", fingerprint}, {"sheet_columns", text}});
}

} // namespace yanxun::import_store
