#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace yanxun::table {

constexpr std::size_t cellTextLimit = 32767; ///< characters of an xlsx cell
constexpr std::size_t csvCellLimit = 1 << 20; ///< bytes of a csv or xml cell
constexpr int columnLimit = 16384, rowLimit = 1'048'576;

void appendUtf8(std::string& text, char32_t c);
/// Number of characters of a valid UTF-8 text.
std::size_t characters(std::string_view utf8);
/// True for a text of nothing but white space, full-width and invisible ones included: a person sees an empty cell.
bool isBlank(std::string_view utf8);
/// True for «=DISPIMG("ID_…",1)», which WPS writes where a picture stands in the cell: no text of the person's.
bool standsForPicture(std::string_view text);
/// «_x000D_» is how a sheet writes characters that XML cannot hold.
std::string unescaped(const std::string& text);

/// «AB» → 27; -1 when there is no letter in front. Moves `text` behind the letters.
int takeColumn(std::string_view& text);
/// 27 → «AB».
std::string columnName(int column);

[[noreturn]] void throwTooManyColumns();
[[noreturn]] void throwTooManyRows();

} // namespace yanxun::table
