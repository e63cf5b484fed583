#pragma once
#include <yanxun/progress.h>
#include <yanxun/table/rows.h>

#include <nlohmann/json.hpp>

#include <iosfwd>
#include <string>

namespace yanxun::console {

using Json = nlohmann::ordered_json;

/// As programs read it: integers ungrouped, hundredths as decimals, days and months as «2021-05-03», «2021-05».
Json toJson(const Value& value, CellKind kind);
/// One line on standard output.
void print(const Json& json);
/// The rows as one JSON array, written as they come. Objects carry the columns' ids.
void printRows(const RowSource& rows, std::ostream& out, Progress& progress);
/// Title line and rows, separated by tabs, written as they come.
void printTable(const RowSource& rows, std::ostream& out, Progress& progress);
/// How wide a text stands on a terminal: Chinese characters take two columns.
std::size_t columnsOf(std::string_view text);
/// Fills up to `width` columns.
std::string padded(std::string text, std::size_t width);

} // namespace yanxun::console
