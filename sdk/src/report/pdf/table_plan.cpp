#include "report/pdf/table_plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace yanxun::pdf {
namespace {

constexpr double kSmaller = 1.0;         // points taken off where the paper is turned
constexpr double kTurnAt = 1.2;          // how far a table may be squeezed before the paper is turned
constexpr double kWidestText = 32;       // ems that a column of text may claim
constexpr double kLongestWord = 10;      // ems; longer ones are cut
constexpr double kLongHead = 5;          // ems from which on a heading takes two lines rather than room
constexpr double kCrowded = 1.5;         // how far turned paper may be squeezed before the letters get smaller still
constexpr double kNarrowestText = 3.2;   // ems below which reading hurts
constexpr std::size_t kRowsBetweenChecks = 1000;

/// What a column would like, in ems: all of it on one line for numbers and days, a fair share for text.
struct Wish {
    double wide = 0, least = 0;
};

double headWish(std::string_view title) {
    const double width = roughWidth(title);
    return width <= kLongHead ? width : std::max(kLongHead, width / 2 + 0.6);
}

/// Ems of the longest run of letters and digits: a number of a slip is not to be cut in two.
double longestWord(std::string_view text) {
    double longest = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && text[end] > ' ' && text[end] < 0x7F) ++end;
        if (end > at) longest = std::max(longest, roughWidth(text.substr(at, end - at)));
        at = std::max(end, at + 1);
    }
    return std::min(longest, kLongestWord);
}

bool breakable(CellKind kind) { return kind == CellKind::text; }

std::vector<Wish> wishesOf(const TableBlock& table) {
    const std::size_t columns = table.columns.size();
    std::vector<double> body(columns), words(columns);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const std::string_view cell = table.cells.at(i);
        body[i % columns] = std::max(body[i % columns], roughWidth(cell));
        words[i % columns] = std::max(words[i % columns], longestWord(cell));
    }
    std::vector<Wish> wishes(columns);
    for (std::size_t c = 0; c < columns; ++c) {
        const double head = headWish(table.columns[c].title);
        if (!table.totals.empty()) body[c] = std::max(body[c], roughWidth(table.totals[c]));
        const bool text = breakable(table.columns[c].kind);
        wishes[c].wide = std::max(head, text ? std::min(body[c], kWidestText) : body[c]);
        wishes[c].least = text ? std::max(std::min(wishes[c].wide, kNarrowestText), words[c]) : std::max(body[c], std::min(head, 2.1));
    }
    return wishes;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

/// Everything fits: the room left over is shared by width. Else what may break gives way, the wider the more.
std::vector<double> share(const std::vector<Wish>& wishes, double size, double room) {
    std::vector<double> wide, least;
    for (const Wish& wish : wishes) {
        wide.push_back(wish.wide * size + 2 * TablePlan::kPadX);
        least.push_back(wish.least * size + 2 * TablePlan::kPadX);
    }
    const double wanted = sum(wide), needed = sum(least);
    std::vector<double> widths(wide.size());
    for (std::size_t c = 0; c < widths.size(); ++c) {
        if (wanted <= room) widths[c] = wide[c] * room / wanted;
        else if (needed >= room) widths[c] = least[c] * room / needed;
        else widths[c] = least[c] + (wide[c] - least[c]) * (room - needed) / (wanted - needed);
    }
    return widths;
}

class RowMeasure {
public:
    RowMeasure(const TableBlock& table, const TablePlan& plan, const Typesetter& typesetter, double tallest)
        : table_(table), plan_(plan), typesetter_(typesetter), tallest_(tallest), layout_(typesetter.set("", {})),
          line_(typesetter.lineHeight(plan.size)) {}

    template <class CellAt>
    double height(const CellAt& cellAt, bool bold) {
        double most = line_;
        for (std::size_t c = 0; c < plan_.widths.size(); ++c) {
            const std::string_view cell = cellAt(c);
            const TextForm form = plan_.cell(table_, c, bold);
            const bool oneLine = cell.find('\n') == cell.npos && roughWidth(cell) * plan_.size < form.width;
            if (oneLine) continue;
            typesetter_.reset(*layout_, cell, form);
            most = std::max(most, Typesetter::height(*layout_));
        }
        return std::min(most + 2 * TablePlan::kPadY, tallest_);
    }

private:
    const TableBlock& table_;
    const TablePlan& plan_;
    const Typesetter& typesetter_;
    double tallest_;
    TextLayout layout_;
    double line_;
};

} // namespace

TextForm TablePlan::cell(const TableBlock& table, std::size_t column, bool bold) const {
    TextForm form;
    form.size = size;
    form.width = widths[column] - 2 * kPadX;
    form.bold = bold;
    form.align = table.columns[column].number() ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
    return form;
}

TablePlan planTable(const TableBlock& table, const PageStyle& style, const Typesetter& typesetter, Progress& progress) {
    TablePlan plan;
    const std::vector<Wish> wishes = wishesOf(table);
    double wanted = 0;
    for (const Wish& wish : wishes) wanted += wish.wide * style.table + 2 * TablePlan::kPadX;
    plan.landscape = wanted > kTurnAt * style.width(false);
    plan.size = style.table - (plan.landscape ? kSmaller : 0);
    if (wanted > kCrowded * style.width(true)) plan.size -= kSmaller;
    plan.widths = share(wishes, plan.size, style.width(plan.landscape));

    // A row is never split: half a page is the most, and what is longer ends with «…».
    const double page = (plan.landscape ? kShortSide : kLongSide) - style.top - style.bottom;
    RowMeasure measure(table, plan, typesetter, page / 2);
    const std::size_t columns = table.columns.size();
    plan.headHeight = measure.height([&](std::size_t c) { return std::string_view(table.columns[c].title); }, true);
    if (!table.totals.empty()) {
        plan.totalHeight = measure.height([&](std::size_t c) { return std::string_view(table.totals[c]); }, true);
    }
    plan.rowHeights.reserve(table.rows());
    for (std::size_t row = 0; row < table.rows(); ++row) {
        if (row % kRowsBetweenChecks == 0) progress.check();
        plan.rowHeights.push_back(
            float(measure.height([&](std::size_t c) { return table.cells.at(row * columns + c); }, false)));
    }
    return plan;
}

} // namespace yanxun::pdf
