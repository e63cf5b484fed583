#include "console/output.h"

#include <yanxun/date.h>
#include <yanxun/text.h>

#include <iostream>

namespace yanxun::console {
namespace {

std::string hex(const Blob& bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::byte byte : bytes) {
        text += digits[std::to_integer<int>(byte) >> 4];
        text += digits[std::to_integer<int>(byte) & 15];
    }
    return text;
}

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace

Json toJson(const Value& value, CellKind kind) {
    if (const std::int64_t* number = value.integer()) {
        if (kind == CellKind::hundredths) return double(*number) / 100;
        if (kind == CellKind::date || kind == CellKind::month) return cellText(value, kind);
        return *number;
    }
    if (const double* number = value.real()) return *number;
    if (const std::string* words = value.text()) return *words;
    if (const Blob* bytes = value.blob()) return hex(*bytes);
    return nullptr;
}

void print(const Json& json) { std::cout << dumped(json) << "\n"; }

void printRows(const RowSource& rows, std::ostream& out, Progress& progress) {
    out << '[';
    std::int64_t count = 0;
    rows.each([&](std::span<const Value> row) {
        progress.check();
        Json object = Json::object();
        for (std::size_t i = 0; i < row.size() && i < rows.columns.size(); ++i) {
            object[rows.columns[i].id] = toJson(row[i], rows.columns[i].kind);
        }
        out << (count++ == 0 ? "\n" : ",\n") << dumped(object);
    });
    out << (count == 0 ? "]" : "\n]");
}

void printTable(const RowSource& rows, std::ostream& out, Progress& progress) {
    for (std::size_t i = 0; i < rows.columns.size(); ++i) out << (i == 0 ? "" : "\t") << rows.columns[i].title;
    out << "\n";
    rows.each([&](std::span<const Value> row) {
        progress.check();
        for (std::size_t i = 0; i < row.size() && i < rows.columns.size(); ++i) {
            std::string cell = cellText(row[i], rows.columns[i].kind);
            for (char& c : cell) {
                if (c == '\t' || c == '\n' || c == '\r') c = ' '; // a row stays a line
            }
            out << (i == 0 ? "" : "\t") << cell;
        }
        out << "\n";
    });
}

std::size_t columnsOf(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) == 0x80) continue;
        columns += byte >= 0xE1 ? 2 : 1; // from U+1000 on, near enough for Chinese and its punctuation
    }
    return columns;
}

std::string padded(std::string text, std::size_t width) {
    const std::size_t columns = columnsOf(text);
    if (columns < width) text.append(width - columns, ' ');
    return text;
}

} // namespace yanxun::console
