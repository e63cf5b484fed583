#include "table/import_dates.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <array>
#include <set>

namespace yanxun {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Writes Chinese numerals of a year («二〇二一年») as digits.
std::string withDigits(std::string text) {
    static constexpr std::array<std::pair<std::string_view, char>, 11> numerals = {{{"〇", '0'}, {"零", '0'}, {"一", '1'},
        {"二", '2'}, {"三", '3'}, {"四", '4'}, {"五", '5'}, {"六", '6'}, {"七", '7'}, {"八", '8'}, {"九", '9'}}};
    for (const auto& [numeral, digit] : numerals) {
        for (auto at = text.find(numeral); at != std::string::npos; at = text.find(numeral, at)) {
            text.replace(at, numeral.size(), 1, digit);
        }
    }
    return text;
}

/// The day a form was filled in is often in the next January: it says nothing of the ledger's year.
std::string withoutFillingDay(std::string text) {
    static constexpr std::array<std::string_view, 7> what = {"填报", "填表", "制表", "打印", "报送", "导出", "上报"};
    for (const auto word : what) {
        for (const std::string_view when : {"日期", "时间"}) {
            const auto at = text.find(std::string(word) + std::string(when));
            if (at == std::string::npos) continue;
            const auto end = text.find(' ', text.find_first_not_of(" :", at + word.size() + when.size()));
            text.erase(at, end == std::string::npos ? end : end - at);
        }
    }
    return text;
}

/// «25/6/2021» or «21-6-16»: three numbers as they stand.
struct Triple {
    std::array<int, 3> parts{};
    std::array<int, 3> digits{};
    bool yearLast() const { return digits[2] == 4; }
    bool isShort() const { return digits[0] <= 2 && digits[2] <= 2; }
};

std::optional<Triple> tripleIn(const Cell& cell) {
    if (cell.kind != Cell::Kind::text) return {};
    Triple triple;
    std::size_t part = 0;
    for (const char c : text::loose(cell.text)) {
        if (isDigit(c) && triple.digits[part] < 4) {
            triple.parts[part] = triple.parts[part] * 10 + (c - '0');
            ++triple.digits[part];
        } else if ((c == '/' || c == '.' || c == '-') && part < 2 && triple.digits[part] > 0) {
            ++part;
        } else {
            return {};
        }
    }
    return part == 2 && triple.digits[2] > 0 ? std::optional(triple) : std::nullopt;
}

/// What a column shows of its dates.
struct Seen {
    int withoutYear = 0, ambiguousLong = 0, ambiguousShort = 0;
    bool dayFirst = false, monthFirst = false, yearFirst = false; ///< some date can only be read so
    std::set<int> firsts, lasts; ///< of the short ambiguous ones
    std::set<int> years;
};

/// «25/6/2021» tells that days come first, «6/25/2021» that months do, «2021/6/25» that years do.
void noteOrder(const Triple& triple, bool ambiguous, Seen& seen) {
    if (triple.yearLast() && triple.digits[0] < 3) {
        seen.ambiguousLong += ambiguous;
        seen.dayFirst = seen.dayFirst || (triple.parts[0] > 12 && triple.parts[1] <= 12);
        seen.monthFirst = seen.monthFirst || (triple.parts[1] > 12 && triple.parts[0] <= 12);
    } else if (triple.digits[0] == 4) {
        seen.yearFirst = true;
    } else if (ambiguous && triple.isShort()) {
        ++seen.ambiguousShort;
        seen.firsts.insert(triple.parts[0]);
        seen.lasts.insert(triple.parts[2]);
    }
}

Seen look(const ImportColumn& column, const ImportBody& body, const RecordCells& cells, bool counts1904) {
    Seen seen;
    for (const GridRow* row : body.records) {
        const Cell& cell = cells.cell(*row, column);
        const auto date = cell.blank() ? std::nullopt : parseDate(cell, counts1904);
        if (!date) continue;
        if (const auto triple = tripleIn(cell)) noteOrder(*triple, date->orderUnknown, seen);
        if (date->yearMissing) ++seen.withoutYear;
        else if (!date->orderUnknown) seen.years.insert(date->day.year);
    }
    return seen;
}

struct FoundYear {
    int year = 0;
    std::string source; ///< as a person reads it
};

int onlyOne(const std::set<int>& years) { return years.size() == 1 ? *years.begin() : 0; }

/// The year of all full dates in the other sheets of the workbook.
int yearOfOtherSheets(const Grid& grid) {
    std::set<int> years;
    try {
        const auto file = TableFile::open(grid.file);
        for (std::size_t sheet = 0; sheet < file->sheets().size(); ++sheet) {
            if (sheet == grid.sheetIndex) continue;
            file->read(sheet, [&](GridRow& row) {
                for (const Cell& cell : row.cells) {
                    const bool serial = cell.kind == Cell::Kind::number && cell.isDate;
                    const bool written = cell.kind == Cell::Kind::text && cell.text.size() >= 8;
                    const auto date = serial || written ? parseDate(cell, grid.counts1904) : std::nullopt;
                    if (date && !date->yearMissing) years.insert(date->day.year);
                }
                return years.size() < 2;
            });
        }
    } catch (const Error&) {
        return 0; // the other sheets only help; what is wrong with the file is told where it is opened
    }
    return onlyOne(years);
}

FoundYear findYear(const ImportPlan& plan, const std::set<int>& ownYears, const std::set<int>& allYears) {
    const Grid& grid = plan.grid;
    if (const int year = yearIn(grid.sheet)) return {year, tr("工作表名称“{}”", grid.sheet)};
    for (const GridRow& row : grid.rows) {
        if (row.number >= plan.mapping.headerFirst) break;
        for (const Cell& cell : row.cells) {
            if (const int year = yearIn(withoutFillingDay(text::key(cell.text)))) return {year, tr("标题“{}”", text::key(cell.text))};
        }
    }
    if (const int year = onlyOne(ownYears)) return {year, tr("本列其他日期")};
    if (const int year = onlyOne(allYears)) return {year, tr("本表其他日期")};
    if (ownYears.empty() && allYears.empty()) {
        if (const int year = yearOfOtherSheets(grid)) return {year, tr("本文件其他工作表的日期")};
    }
    const std::string name = grid.file.filename().string();
    if (const int year = yearIn(name)) return {year, tr("文件名“{}”", name)};
    return {plan.options.year, tr("导入时指定的年份")};
}

void warn(std::vector<ImportMessage>& notes, const ImportColumn& column, std::string code, std::string text) {
    notes.push_back({ImportLevel::warning, column.id, std::move(code), std::move(text), {}});
}

DateOrder longOrder(const Seen& seen) {
    if (seen.dayFirst == seen.monthFirst) return DateOrder::unknown;
    return seen.dayFirst ? DateOrder::dayMonthYear : DateOrder::monthDayYear;
}

/// Other dates of the column tell it; so does a first number that stays the same while the last one changes.
DateOrder shortOrder(const Seen& seen) {
    if (seen.yearFirst && !seen.dayFirst && !seen.monthFirst) return DateOrder::yearMonthDay;
    if (seen.yearFirst) return DateOrder::unknown;
    if (seen.dayFirst || seen.monthFirst) return longOrder(seen);
    return seen.firsts.size() == 1 && seen.lasts.size() > 1 ? DateOrder::yearMonthDay : DateOrder::unknown;
}

std::string orderText(DateOrder order) {
    switch (order) {
    case DateOrder::dayMonthYear: return tr("日/月/年");
    case DateOrder::monthDayYear: return tr("月/日/年");
    case DateOrder::yearMonthDay: return tr("年/月/日");
    case DateOrder::unknown: break;
    }
    return {};
}

void decideOrder(const ImportColumn& column, const ImportOptions& options, const Seen& seen, DateReading& reading,
                 std::vector<ImportMessage>& notes) {
    reading.order = reading.shortOrder = options.dateOrder;
    if (options.dateOrder != DateOrder::unknown) return;
    const auto decide = [&](int ambiguous, DateOrder order) {
        if (ambiguous == 0 || order == DateOrder::unknown) return order;
        warn(notes, column, "date.order_inferred",
             tr("“{}”列有 {} 个日期分不清年、月、日的先后，已按本列其他日期的写法“{}”读入，请核对。", column.title, ambiguous, orderText(order)));
        return order;
    };
    reading.order = decide(seen.ambiguousLong, longOrder(seen));
    reading.shortOrder = decide(seen.ambiguousShort, shortOrder(seen));
}

} // namespace

int yearIn(std::string_view raw) {
    const std::string text = withDigits(text::key(raw));
    std::set<int> years;
    for (std::size_t at = 0; at < text.size();) {
        if (!isDigit(text[at])) {
            ++at;
            continue;
        }
        const auto end = text.find_first_not_of("0123456789", at);
        const std::size_t length = (end == std::string::npos ? text.size() : end) - at;
        if (length == 4 && (text.substr(at, 2) == "19" || text.substr(at, 2) == "20")) years.insert(std::stoi(text.substr(at, 4)));
        at += length;
    }
    return onlyOne(years);
}

std::optional<WrittenDate> readDate(const Cell& cell, bool counts1904, const DateReading& reading) {
    const auto date = parseDate(cell, counts1904);
    if (!date || !date->orderUnknown) return date;
    const auto triple = tripleIn(cell);
    return parseDate(cell, counts1904, triple && triple->isShort() ? reading.shortOrder : reading.order);
}

RecordCells::RecordCells(const ImportMapping& mapping,
                         const std::map<std::pair<int, std::string>, std::string>& fixes)
    : mapping_(mapping) {
    for (const auto& [where, typed] : fixes) {
        Cell cell;
        cell.kind = text::key(typed).empty() ? Cell::Kind::empty : Cell::Kind::text;
        cell.text = typed;
        fixed_.emplace(where, std::move(cell));
    }
}

const Cell& RecordCells::cell(const GridRow& row, const ImportColumn& column) const {
    static const Cell blank;
    if (!fixed_.empty()) {
        const auto fixed = fixed_.find({row.number, column.id});
        if (fixed != fixed_.end()) return fixed->second;
    }
    const auto at = mapping_.columns.find(column.id);
    if (at == mapping_.columns.end()) return blank;
    const Cell& cell = cellAt(row, at->second);
    return cell.filledDown && !column.fillDown ? blank : cell;
}

std::map<std::string, DateReading> decideDates(const ImportInfo& info, const ImportPlan& plan, const ImportBody& body,
                                               const RecordCells& cells, std::vector<ImportMessage>& notes) {
    std::map<std::string, Seen> seen;
    std::set<int> allYears;
    for (const auto& column : info.columns) {
        if (column.type != ImportType::date || !plan.mapping.columns.contains(column.id)) continue;
        const Seen& own = seen[column.id] = look(column, body, cells, plan.grid.counts1904);
        allYears.insert(own.years.begin(), own.years.end());
    }
    std::map<std::string, DateReading> readings;
    for (const auto& column : info.columns) {
        const auto own = seen.find(column.id);
        if (own == seen.end()) continue;
        DateReading& reading = readings[column.id];
        decideOrder(column, plan.options, own->second, reading, notes);
        if (own->second.withoutYear == 0) continue;
        const FoundYear found = findYear(plan, own->second.years, allYears);
        reading.year = found.year;
        if (found.year == 0) continue;
        warn(notes, column, "date.year_inferred",
             tr("“{}”列有 {} 个日期没有写年份，已根据{}按 {} 年读入，请核对。", column.title, own->second.withoutYear, found.source, found.year));
    }
    return readings;
}

} // namespace yanxun
