#include "data/session.h"

#include <Poco/Data/AbstractExtractor.h>
#include <Poco/Data/MetaColumn.h>

#include <charconv>
#include <stdexcept>

namespace yanxun {
namespace {

using Poco::Data::MetaColumn;

[[noreturn]] void wrongType(const Row::Source& source, std::size_t column, const char* wanted, const std::string& found) {
    throw std::logic_error("column «" + source.statement.columns()[column].name() + "» is no " + wanted + ": " + found);
}

MetaColumn::ColumnDataType typeOf(const Row::Source& source, std::size_t column) {
    if (column >= source.statement.columns().size()) {
        throw std::logic_error("no column " + std::to_string(column) + " in the answer of this query");
    }
    return source.statement.columns()[column].type();
}

/// The column as the engine writes it; null pointer for NULL.
const std::string* written(Row::Source& source, std::size_t column) {
    std::string& text = source.statement.texts()[column];
    return source.extractor.extract(column, text) ? &text : nullptr;
}

std::int64_t parsedInteger(const Row::Source& source, std::size_t column, const std::string& text) {
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
        Poco::Int64 value = 0;
        if (!source_.extractor.extract(column, value)) return {};
        return value;
    }
    typeOf(source_, column);
    const std::string* text = written(source_, column);
    if (!text) return {};
    return parsedInteger(source_, column, *text);
}

std::int64_t Row::integer(std::size_t column) const {
    if (!source_.statement.isPlainInteger(column)) return maybeInteger(column).value_or(0);
    Poco::Int64 value = 0;
    source_.extractor.extract(column, value); // leaves it 0 for NULL
    return value;
}

double Row::real(std::size_t column) const {
    const auto type = typeOf(source_, column);
    double value = 0;
    if (source_.engine == Engine::sqlite && (type == MetaColumn::FDT_DOUBLE || type == MetaColumn::FDT_INT64)) {
        source_.extractor.extract(column, value);
        return value;
    }
    const std::string* text = written(source_, column);
    if (!text) return 0;
    const char* const end = text->data() + text->size();
    const auto [rest, wrong] = std::from_chars(text->data(), end, value);
    if (wrong != std::errc{} || rest != end) wrongType(source_, column, "number", *text);
    return value;
}

std::string_view Row::text(std::size_t column) const {
    typeOf(source_, column);
    const std::string* text = written(source_, column);
    return text ? std::string_view(*text) : std::string_view{};
}

std::optional<std::string> Row::maybeText(std::size_t column) const {
    typeOf(source_, column);
    const std::string* text = written(source_, column);
    if (!text) return {};
    return *text;
}

Blob Row::blob(std::size_t column) const {
    const auto type = typeOf(source_, column);
    if (source_.engine == Engine::postgresql) {
        const std::string* text = written(source_, column);
        if (!text) return {};
        if (type != MetaColumn::FDT_BLOB || !text->starts_with("\\x")) wrongType(source_, column, "blob", *text);
        return fromHex(std::string_view(*text).substr(2));
    }
    Poco::Data::BLOB bytes;
    if (!source_.extractor.extract(column, bytes)) return {};
    const auto* first = reinterpret_cast<const std::byte*>(bytes.rawContent());
    return Blob(first, first + bytes.size());
}

bool Row::isNull(std::size_t column) const {
    typeOf(source_, column);
    return source_.extractor.isNull(column);
}

} // namespace yanxun
