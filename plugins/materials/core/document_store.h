#pragma once
#include "core/document.h"

#include <yanxun/data/database.h>

#include <functional>

/// Rows of documents, their lines and the keys of the ledger rows they came from. Decides nothing.
namespace materials::documents {

std::optional<Document> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Document get(yanxun::Reader& reader, std::int64_t id);
std::optional<Document> findByNumber(yanxun::Reader& reader, const std::string& number);
std::vector<Line> lines(yanxun::Reader& reader, std::int64_t document);

/// The next number of that sort and year: «FF2021-0001».
std::string nextNumber(yanxun::Writer& writer, DocumentType type, int year);
/// The first of `count` numbers in a row, for the demonstration; see numberText().
std::int64_t takeNumbers(yanxun::Writer& writer, DocumentType type, int year, std::int64_t count);
std::string numberText(DocumentType type, int year, std::int64_t number);
/// Everything but id and revision; `uid` and `number` are made here when empty. Returns the id.
std::int64_t add(yanxun::Writer& writer, Document document, const std::vector<Line>& lines);
/// The original is taken back by `reversal`.
void markReversed(yanxun::Writer& writer, const Document& document, std::int64_t reversal);
void addMany(yanxun::Writer& writer, const std::vector<Document>& documents, const std::vector<Line>& lines);
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);

void index(yanxun::Writer& writer, const Document& document);
void indexMany(yanxun::Writer& writer, const std::vector<Document>& documents);
void unindex(yanxun::Writer& writer, std::int64_t id);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);
/// The reference moves; the name stays as it was on the day.
void moveUnit(yanxun::Writer& writer, std::int64_t document, std::int64_t unit);

/// The document that came from a ledger row; 0 when none did.
std::int64_t fromRow(yanxun::Reader& reader, const std::string& rowKey);
void keepRow(yanxun::Writer& writer, std::int64_t document, const std::string& rowKey);
void forgetRow(yanxun::Writer& writer, std::int64_t document);

} // namespace materials::documents

namespace materials {
/// The search kind of documents.
inline constexpr auto documentSearch = "materials.document";
} // namespace materials
