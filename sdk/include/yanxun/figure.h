#pragma once
#include <yanxun/data/database.h>
#include <yanxun/table/rows.h>

namespace yanxun {

struct FigurePoint {
    std::string key;   ///< stable: «202105», a region's name
    std::string label; ///< for people
    std::int64_t value = 0;
};

struct FigureResult {
    std::int64_t value = 0;           ///< the one number; of a series its sum
    std::vector<FigurePoint> series;  ///< empty when there is none
    std::optional<std::int64_t> previous; ///< the same figure of the period a year before, when records exist there
};

enum class FigureShape { number, months, bars, parts, distribution };

/// A number or series about a period: the home page, the yearly summary and `yanxunctl figures` are made of these.
struct FigureKind {
    std::string id;    ///< «drills.held»
    std::string title; ///< 演练场次
    std::string unit;  ///< 场
    FigureShape shape = FigureShape::number;
    CellKind kind = CellKind::integer; ///< hundredths for scores
    int order = 0;
    std::string icon;
    std::function<FigureResult(Reader&, const Period&)> compute;
    /// The records behind the number, or behind one point of the series when `key` is not empty.
    std::function<RowSource(Reader&, const Period&, const std::string& key)> rows;
    /// Where a click leads: page id, and an argument made from the key («hazard=火灾»). Empty = shows `rows`.
    std::string page;
    std::function<std::string(const Period&, const std::string& key)> pageArgument;
};

} // namespace yanxun
