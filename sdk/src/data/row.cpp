#include "data/session.h"

#include <Poco/Data/AbstractExtractor.h>
#include <Poco/Data/MetaColumn.h>

#include <charconv>
#include <stdexcept>

namespace yanxun {
namespace {

using Poco::Data::MetaColumn;

[[noreturn]] void wrongType(const Row::Source& source, std::size_t column, const char* wanted, std::string_view found) {
    throw std::logic_error("column «" + source.statement.columns()[column].name() + "» is no " + wanted + ": " + std::string(found));
}

[[noreturn]] void throwNoColumn(std::size_t column) {
    throw std::logic_error("no column " + std::to_string(column) + " in the answer of this query");
}

MetaColumn::ColumnDataType typeOf(const Row::Source& source, std::size_t column) {
    if (column >= source.statement.columns().size()) throwNoColumn(column);
    return source.statement.columns()[column].type();
}

/// The column as the engine writes it; null pointer for NULL.
std::string_view written(Row::Source& source, std::size_t column) {
    std::vector<std::string>& texts = source.statement.texts();
    if (column >= texts.size()) throwNoColumn(column);
    if (const auto& cells = source.statement.sqlite()) return cells.text(column);
    std::string& text = texts[column];
    return source.extractor.extract(column, text) ? std::string_view(text) : std::string_view{};
}

std::int64_t parsedInteger(const Row::Source& source, std::size_t column, std::string_view text) {
    std::int64_t value = 0;
    const char* const end = text.data() + text.size();
    auto [rest, wrong] = std::from_chars(text.data(), end, value);
    if (wrong != std::errc{}) {
        if (source.engine == Engine::postgresql && (text == "t" || text == "f")) return text == "t";
        wrongType(source, column, "integer", text);
    }
    if (rest != end && *rest == '.') {
        ++rest;
        while (rest != end && *rest == '0') ++rest; // a sum that came as a decimal number
    }
    if (rest != end) wrongType(source, column, "integer", text);
    return value;
}

int hexDigit(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

Blob fromHex(std::string_view digits) {
    Blob bytes(digits.size() / 2);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = std::byte(hexDigit(digits[2 * i]) * 16 + hexDigit(digits[2 * i + 1]));
    }
    return bytes;
}

} // namespace

std::optional<std::int64_t> Row::maybeInteger(std::size_t column) const {
    if (source_.statement.isPlainInteger(column)) {
        const auto& cells = source_.statement.sqlite();
        if (cells.isNull(column)) return {};
        return cells.integer(column);
    }
    const std::string_view text = written(source_, column);
    if (!text.data()) return {};
    return parsedInteger(source_, column, text);
}

std::int64_t Row::integer(std::size_t column) const {
    if (source_.statement.isPlainInteger(column)) return source_.statement.sqlite().integer(column);
    return maybeInteger(column).value_or(0);
}

double Row::real(std::size_t column) const {
    const auto type = typeOf(source_, column);
    const auto& cells = source_.statement.sqlite();
    if (cells && (type == MetaColumn::FDT_DOUBLE || type == MetaColumn::FDT_INT64)) return cells.real(column);
    const std::string_view text = written(source_, column);
    if (!text.data()) return 0;
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [rest, wrong] = std::from_chars(text.data(), end, value);
    if (wrong != std::errc{} || rest != end) wrongType(source_, column, "number", text);
    return value;
}

std::string_view Row::text(std::size_t column) const { return written(source_, column); }

std::optional<std::string> Row::maybeText(std::size_t column) const {
    const std::string_view text = written(source_, column);
    if (!text.data()) return {};
    return std::string(text);
}

Blob Row::blob(std::size_t column) const {
    const auto type = typeOf(source_, column);
    if (const auto& cells = source_.statement.sqlite()) return cells.blob(column);
    const std::string_view text = written(source_, column);
    if (!text.data()) return {};
    if (type != MetaColumn::FDT_BLOB || !text.starts_with("\\x")) wrongType(source_, column, "blob", text);
    return fromHex(text.substr(2));
}

bool Row::isNull(std::size_t column) const {
    typeOf(source_, column);
    const auto& cells = source_.statement.sqlite();
    return cells ? cells.isNull(column) : source_.extractor.isNull(column);
}

} // namespace yanxun
