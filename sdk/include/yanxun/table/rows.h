#pragma once
#include <yanxun/data/value.h>

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace yanxun {

/// How a column's values are meant: decides alignment, cell format and the XML schema's type.
enum class CellKind {
    text,
    code,    ///< text of digits that must stay text (identifiers)
    integer, ///< counts
    hundredths, ///< integer of 1/100, shown with up to two decimals (scores, money)
    date,    ///< integer yyyymmdd
    month,   ///< integer yyyymm
};

struct Column {
    std::string id;    ///< ASCII, stable: attribute and key name
    std::string title; ///< for people
    CellKind kind = CellKind::text;
    int width = 12;    ///< in characters, a wish
};

using RowSink = std::function<void(std::span<const Value>)>;

/// A table that is not held in memory: `each` pushes its rows, in order, into a sink. It may be asked more than once
/// while the Reader it was made with lives.
struct RowSource {
    std::vector<Column> columns;
    std::function<void(const RowSink&)> each;
};

/// The text a person reads in a cell of that kind («2021-05-03», «85.3», «»). NULL is empty.
YANXUN_EXPORT std::string cellText(const Value& value, CellKind kind);

} // namespace yanxun
