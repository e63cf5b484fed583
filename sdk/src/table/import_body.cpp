#include "table/import_body.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace yanxun {

namespace {

constexpr int kGap = 500; ///< so many empty rows end a ledger: what follows is a stray cell
constexpr std::size_t kLabelCells = 3; ///< a label stands in one of the first filled cells

bool startsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(), [&](auto b) { return text.starts_with(b); });
}

enum class Sort { record, blank, sum, note, example, heading };

struct Filled {
    int column = 0;
    std::string text; ///< loose
    Cell::Kind kind = Cell::Kind::text;
};

class Sorter {
public:
    Sorter(const ImportInfo& info, const LedgerHeadings& headings, const ImportMapping& mapping)
        : mapping_(mapping) {
        for (const auto& column : info.columns) {
            const auto at = mapping.columns.find(column.id);
            if (at == mapping.columns.end()) continue;
            if (isSerial(headings, at->second)) serial_.insert(column.id);
            else byColumn_[at->second] = &column;
        }
    }

    Sort sortOf(const GridRow& row, bool first) {
        filled_ = filledOf(row);
        if (isSum()) return Sort::sum;
        if (isNote()) return Sort::note;
        if (isExample()) return Sort::example;
        if (isHeading() || (first && isNumbering())) return Sort::heading;
        const bool content = std::any_of(filled_.begin(), filled_.end(), [&](const Filled& f) { return mapped(f.column); });
        return content ? Sort::record : Sort::blank;
    }

    const std::set<std::string>& serial() const { return serial_; }

    SumRow sumOf(const GridRow& row, std::size_t before) const {
        SumRow sum{row.number, {}, false, before, {}};
        const Filled& label = filled_[*label_];
        sum.label = text::key(cellAt(row, label.column).text);
        sum.subtotal = label.text.find("小计") != std::string::npos;
        for (const auto& [at, column] : byColumn_) {
            const Cell& cell = cellAt(row, at);
            if (at == label.column || cell.blank() || cell.filledDown) continue;
            if (column->type == ImportType::count) {
                if (const auto count = parseCount(cell)) sum.values[column->id] = count->value;
            } else if (column->type == ImportType::hundredths) {
                if (const auto number = parseHundredths(cell)) sum.values[column->id] = *number;
            }
        }
        return sum;
    }

private:
    static std::vector<Filled> filledOf(const GridRow& row) {
        std::vector<Filled> filled;
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const Cell& cell = row.cells[c];
            if (cell.blank() || cell.filledDown || cell.formulaUncached) continue;
            auto text = text::loose(cell.text);
            if (!text.empty()) filled.push_back({int(c), std::move(text), cell.kind});
        }
        return filled;
    }

    bool isSerial(const LedgerHeadings& headings, int column) const {
        if (column >= int(mapping_.headings.size())) return false;
        return headings.serial.contains(headingKey(mapping_.headings[column]));
    }

    const ImportColumn* mapped(int column) const {
        const auto found = byColumn_.find(column);
        return found == byColumn_.end() ? nullptr : found->second;
    }

    static bool isNumber(const ImportColumn& column) {
        return column.type == ImportType::count || column.type == ImportType::hundredths;
    }

    /// How much of what makes a record stands in the row beside the cell `except`.
    struct Content {
        int required = 0, requiredHere = 0, words = 0;
    };
    Content content(int except) const {
        Content result;
        for (const auto& [at, column] : byColumn_) {
            if (at == except || isNumber(*column)) continue;
            const auto here = std::find_if(filled_.begin(), filled_.end(), [&](const Filled& f) { return f.column == at; });
            const bool stands = here != filled_.end() && !isRemark(here->text);
            result.required += column->required;
            result.requiredHere += column->required && stands;
            result.words += stands;
        }
        return result;
    }

    static bool isRemark(std::string_view text) {
        return startsWithAny(text, {"注:", "注1", "备注:", "说明:", "填表说明", "填报说明", "填报人", "填表人", "制表人", "审核人",
                                    "复核人", "负责人:", "单位负责人", "分管领导:", "经办人:", "联系电话:", "填报日期", "填表日期",
                                    "制表日期", "打印日期", "填报单位", "单位(盖章)", "单位盖章", "(盖章)", "(注:"});
    }

    /// 2: nothing but a word of sum; 1: a name before it («金耀街道小计»); 0: none.
    static int sumWord(std::string text) {
        while (!text.empty() && text.back() == ':') text.pop_back();
        if (text.ends_with(')') && text.rfind('(') != std::string::npos) text.erase(text.rfind('('));
        static constexpr std::array<std::string_view, 7> words = {"小计", "合计", "总计", "共计", "累计", "本页合计", "本页小计"};
        for (const auto word : words) {
            if (text == word) return 2;
            if (text.starts_with(word) && (text[word.size()] == ':' || std::isdigit(static_cast<unsigned char>(text[word.size()])))) return 2;
        }
        return std::any_of(words.begin(), words.end(), [&](auto word) { return text.ends_with(word); }) ? 1 : 0;
    }

    bool isSum() {
        label_.reset();
        for (std::size_t f = 0; f < std::min(kLabelCells, filled_.size()); ++f) {
            const int word = filled_[f].kind == Cell::Kind::text ? sumWord(filled_[f].text) : 0;
            if (word == 0) continue;
            const Content rest = content(filled_[f].column);
            const bool bare = rest.required > 0 ? (word == 2 ? rest.requiredHere < rest.required : rest.requiredHere == 0)
                                                : rest.words <= 1;
            if (!bare) continue;
            label_ = f;
            return true;
        }
        return false;
    }

    bool isNote() {
        if (filled_.empty() || filled_.front().kind != Cell::Kind::text) return false;
        // Notes go on below the first one, a paragraph a row.
        const bool goesOn = notesBegun_ && filled_.size() == 1;
        if (!goesOn && !isRemark(filled_.front().text)) return false;
        if (content(filled_.front().column).requiredHere > 0) return false;
        notesBegun_ = true;
        return true;
    }

    bool isExample() const {
        if (filled_.empty()) return false;
        const std::string& text = filled_.front().text;
        return text == "示例" || text == "样例" || startsWithAny(text, {"示例:", "示例(", "示例1", "(示例)", "【示例】", "[示例]", "例:"});
    }

    /// Printed ledgers repeat the header on every page.
    bool isHeading() const {
        int same = 0;
        for (const Filled& cell : filled_) {
            if (!mapped(cell.column) || cell.column >= int(mapping_.headings.size())) continue;
            const std::string heading = "/" + headingKey(mapping_.headings[cell.column]) + "/";
            if (heading.find("/" + headingKey(cell.text) + "/") == std::string::npos) return false;
            ++same;
        }
        return same >= 2;
    }

    /// «1 2 3 4 …» or «甲 乙 1 2 …» below the header, as on printed forms.
    bool isNumbering() const {
        static constexpr std::array<std::string_view, 6> stems = {"甲", "乙", "丙", "丁", "戊", "己"};
        std::size_t stem = 0;
        int next = 1;
        for (const Filled& cell : filled_) {
            if (stem < stems.size() && next == 1 && cell.text == stems[stem]) ++stem;
            else if (cell.text == std::to_string(next)) ++next;
            else return false;
        }
        return filled_.size() >= 4;
    }

    const ImportMapping& mapping_;
    std::map<int, const ImportColumn*> byColumn_; ///< without running numbers
    std::set<std::string> serial_;
    std::vector<Filled> filled_;
    std::optional<std::size_t> label_;
    bool notesBegun_ = false;
};

} // namespace

const Cell& cellAt(const GridRow& row, int column) {
    static const Cell blank;
    return column >= 0 && column < int(row.cells.size()) ? row.cells[column] : blank;
}

ImportBody sortRows(const ImportInfo& info, const LedgerHeadings& headings, const ImportMapping& mapping,
                    const Grid& grid) {
    ImportBody body;
    Sorter sorter(info, headings, mapping);
    body.serial = sorter.serial();
    int last = mapping.headerLast;
    bool first = true;
    for (const GridRow& row : grid.rows) {
        if (row.number <= mapping.headerLast) continue;
        const Sort sort = sorter.sortOf(row, first);
        if (sort == Sort::blank) continue;
        if (row.number - last > kGap) {
            body.stoppedAt = row.number;
            break;
        }
        first = false;
        last = row.number;
        if (sort == Sort::record) body.records.push_back(&row);
        else body.passedOver.push_back(row.number);
        if (sort == Sort::sum) body.sums.push_back(sorter.sumOf(row, body.records.size()));
    }
    return body;
}

} // namespace yanxun
