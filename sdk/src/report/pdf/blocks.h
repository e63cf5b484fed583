#pragma once
#include <yanxun/report/report.h>

#include <cstdint>
#include <string_view>
#include <variant>

namespace yanxun::pdf {

enum class TextRole { title, meta, heading, subheading, paragraph, caption, warning };

struct TextBlock {
    TextRole role = TextRole::paragraph;
    std::string text;
};

/// «演练场次 529 场», side by side.
struct FactsBlock {
    struct Fact {
        std::string title, value, unit;
    };
    std::vector<Fact> facts;
};

/// Bars: standing when the labels are months or few and short, else lying below one another.
struct ChartBlock {
    struct Bar {
        std::string label, shown;
        double value = 0;
    };
    std::vector<Bar> bars;
    bool standing = false;
};

/// The cells of a long table in one piece of memory.
class CellTexts {
public:
    void add(std::string_view cell) {
        text_ += cell;
        ends_.push_back(text_.size());
    }
    std::size_t size() const { return ends_.size(); }
    std::string_view at(std::size_t i) const {
        const std::size_t first = i == 0 ? 0 : ends_[i - 1];
        return std::string_view(text_).substr(first, ends_[i] - first);
    }

private:
    std::string text_;
    std::vector<std::size_t> ends_;
};

struct TableBlock {
    struct Head {
        std::string title;
        CellKind kind = CellKind::text;
        bool number() const { return kind == CellKind::integer || kind == CellKind::hundredths; }
    };
    std::vector<Head> columns;
    CellTexts cells; ///< row by row
    std::vector<std::string> totals; ///< one a column; empty vector = no total
    std::size_t rows() const { return columns.empty() ? 0 : cells.size() / columns.size(); }
};

using Block = std::variant<TextBlock, FactsBlock, ChartBlock, TableBlock>;

/// A report as what stands below one another on paper. The tables' rows are in it, cut after `mostRows`.
struct Blocks {
    std::string title, issuer, scope, mark;
    Millis madeAt = 0;
    std::vector<Block> all;
};

Blocks blocksOf(const Report& report, std::size_t mostRows, Progress& progress);

} // namespace yanxun::pdf
