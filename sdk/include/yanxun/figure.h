#pragma once
#include <yanxun/calendar.h>
#include <yanxun/data/database.h>
#include <yanxun/table/rows.h>

namespace yanxun {

struct FigurePoint {
    std::string key;   ///< stable: «202105», a region's name
    std::string label; ///< for people
    std::int64_t value = 0;
};

/// A table of shares: rows (townships) by columns (进企业 …), each cell «reached of expected».
struct FigureMatrix {
    struct Head {
        std::string key, label;
    };
    struct Cell {
        std::int64_t reached = 0, expected = 0; ///< expected 0 = nothing is expected there: shown as a dash
    };
    std::vector<Head> rows, columns;
    std::vector<Cell> cells; ///< row by row, rows.size() × columns.size()
};

struct FigureResult {
    std::int64_t value = 0;           ///< the one number; of a series its sum
    std::vector<FigurePoint> series;  ///< empty when there is none; of a matrix one point per cell, key «row|column»
    std::optional<std::int64_t> previous; ///< the same figure of the period a year before, when records exist there
    std::string note;                 ///< a few words below the number on its card («微视频 37 条»); may be empty
    Tone noteTone = Tone::neutral;
    FigureMatrix matrix;              ///< of shape matrix only
};

enum class FigureShape { number, months, bars, parts, distribution, matrix };

/// A number or series about a period: the home page, the yearly summary and `yanxunctl figures` are made of these.
struct FigureKind {
    std::string id;    ///< «drills.held»
    std::string title; ///< 演练场次
    std::string unit;  ///< 场
    FigureShape shape = FigureShape::number;
    CellKind kind = CellKind::integer; ///< hundredths for scores
    int order = 0;     ///< the first six numbers by order are the cards of the home page
    std::string icon;
    std::string legend; ///< months: name of this series («演练») in the one chart all month series with a legend share;
                        ///< empty = a chart of its own
    std::function<FigureResult(Reader&, const Period&)> compute;
    /// The records behind the number, or behind one point of the series (of a matrix: one cell) when `key` is not empty.
    std::function<RowSource(Reader&, const Period&, const std::string& key)> rows;
    /// Where a click leads: page id, and an argument made from the key («hazard=火灾»). Empty = shows `rows`.
    std::string page;
    std::function<std::string(const Period&, const std::string& key)> pageArgument;
};

} // namespace yanxun
