#pragma once
#include "table/header_finder.h"

namespace yanxun::import_store {

/// The engine's own tables: batches, the records they made, and mappings of columns people corrected.
std::vector<Migration> migrations();

struct NewBatch {
    std::string kind, file, sha256, sheet;
    ImportOptions options;
    ImportCounts counts;
};
/// Batches queue: what one decided holds until it is written. SQLite has one writer anyway.
void waitForOthers(Writer& writer);
std::int64_t addBatch(Writer& writer, const NewBatch& batch);
void addRecords(Writer& writer, std::int64_t batch, const std::vector<ImportedRecord>& records);

std::vector<ImportBatch> batches(Reader& reader, std::size_t limit);
/// Throws NotFound.
ImportBatch batch(Reader& reader, std::int64_t id);
/// The newest batch of that kind and sheet from a file of that content that was not undone.
std::optional<ImportBatch> earlier(Reader& reader, const std::string& kind, const std::string& sha256,
                                   const std::string& sheet);
/// Rows last first; the records of a row in the order they were made.
std::vector<ImportedRecord> records(Reader& reader, std::int64_t batch);
/// Revisions stored now of the records of a batch in `table`; those deleted since are not in it.
std::map<std::int64_t, std::int64_t> revisions(Reader& reader, std::int64_t batch, const std::string& table);
void markUndone(Writer& writer, std::int64_t batch);

std::map<std::string, RememberedColumns> rememberedColumns(Reader& reader, const std::string& kind);
void remember(Writer& writer, const std::string& kind, const std::string& fingerprint, const RememberedColumns& columns);

} // namespace yanxun::import_store
