#include "table/import_cells.h"

#include <yanxun/table/rows.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

/// One cell on its way: what it says, or why it cannot be read.
class CellReader {
public:
    CellReader(const ImportColumn& column, const Cell& cell, ImportRow& row) : column_(column), cell_(cell), row_(row) {}

    void read(const DateReading& dates, bool counts1904) {
        ImportCell result;
        result.raw = cell_.text;
        result.filledDown = cell_.filledDown;
        if (cell_.formulaUncached) {
            fail("formula.uncached", tr("“{}”是公式，文件里没有它的结果，请用表格软件打开并另存后再导入。", column_.title));
        } else if (cell_.kind == Cell::Kind::error) {
            fail("cell.error", tr("“{}”是错误值“{}”，请改正公式或直接填写。", column_.title, cell_.text));
        } else if (isBlank()) {
            if (column_.required) fail("required", tr("缺少“{}”，请补填。", column_.title));
        } else {
            readFilled(result, dates, counts1904);
        }
        if (!result.value.isNull() || !result.raw.empty()) row_.cells.emplace(column_.id, std::move(result));
    }

private:
    /// Dashes stand for «nothing» in ledgers; so does «无» where a number or a day belongs.
    bool isBlank() const {
        if (cell_.blank()) return true;
        const std::string text = text::loose(cell_.text);
        for (const std::string_view nothing : {"", "/", "\\", "-", "--", "—", "——"}) {
            if (text == nothing) return true;
        }
        return text == "无" && isNumberOrDay();
    }

    bool isNumberOrDay() const {
        return column_.type == ImportType::count || column_.type == ImportType::hundredths || column_.type == ImportType::date;
    }

    void readFilled(ImportCell& result, const DateReading& dates, bool counts1904) {
        switch (column_.type) {
        case ImportType::text:
        case ImportType::code: return readText(result);
        case ImportType::date: return readDate(result, dates, counts1904);
        case ImportType::count: return readCount(result);
        case ImportType::hundredths: return readHundredths(result);
        case ImportType::flag: return readFlag(result);
        }
    }

    void readText(ImportCell& result) {
        if (digitsLost(cell_)) {
            return fail("digits.lost", tr("“{}”在表格里存成了数字，末位已丢失，不可恢复，请按原件以文本格式重新填写。", column_.title));
        }
        std::string text = parseText(cell_);
        if (column_.type == ImportType::code && isFloat(text::key(cell_.text))) {
            text = text.substr(0, text.find('.'));
            row_.warn(column_.id, "code.float", tr("“{}”写成了“{}”，已按“{}”读入。", column_.title, text::key(cell_.text), text));
        }
        result.value = std::move(text);
    }

    /// «1001.0»: a code that went through a number.
    static bool isFloat(std::string_view text) {
        const auto point = text.find('.');
        if (point == std::string_view::npos || point == 0 || point + 1 == text.size()) return false;
        return text.substr(0, point).find_first_not_of("0123456789") == std::string_view::npos &&
               text.substr(point + 1).find_first_not_of('0') == std::string_view::npos;
    }

    void readDate(ImportCell& result, const DateReading& dates, bool counts1904) {
        auto date = yanxun::readDate(cell_, counts1904, dates);
        if (!date) {
            return fail("date.invalid", tr("“{}”写的是“{}”，不是存在的日期，请改成如 2021-05-03 的写法。", column_.title, text::key(cell_.text)));
        }
        if (date->orderUnknown) {
            return fail("date.order", tr("“{}”写的是“{}”，分不清年、月、日的先后，请改成如 2021-05-03 的写法，或在导入时指定日期顺序。",
                                         column_.title, text::key(cell_.text)));
        }
        if (date->yearMissing) {
            date->day.year = dates.year;
            if (dates.year == 0) {
                return fail("date.year_missing", tr("“{}”写的是“{}”，没有年份，请写全年份，或在导入时指定年份。", column_.title, text::key(cell_.text)));
            }
            if (!date->day.valid()) {
                return fail("date.invalid", tr("{} 年没有“{}”这一天，请改正“{}”。", dates.year, text::key(cell_.text), column_.title));
            }
        }
        result.value = date->day.ymd();
    }

    void readCount(ImportCell& result) {
        const auto count = parseCount(cell_);
        if (!count && isNegative()) {
            return fail("count.negative", tr("“{}”写的是“{}”，不能小于 0，请改正。", column_.title, text::key(cell_.text)));
        }
        if (!count) {
            return fail("count.invalid", tr("“{}”写的是“{}”，不是整数，请改成数字，如 120。", column_.title, text::key(cell_.text)));
        }
        result.value = count->value;
        result.estimated = count->precision == Precision::estimated;
    }

    bool isNegative() const {
        const std::string text = text::loose(cell_.text);
        return text.size() > 1 && text[0] == '-' && text[1] >= '0' && text[1] <= '9';
    }

    void readHundredths(ImportCell& result) {
        const auto number = parseHundredths(cell_);
        if (!number) {
            return fail("number.invalid", tr("“{}”写的是“{}”，不是数，请改成如 85.3 的写法。", column_.title, text::key(cell_.text)));
        }
        result.value = *number;
    }

    void readFlag(ImportCell& result) {
        const auto flag = parseFlag(cell_);
        if (!flag) {
            return fail("flag.invalid", tr("“{}”写的是“{}”，请填“是”或“否”，不清楚的留空。", column_.title, text::key(cell_.text)));
        }
        result.value = *flag;
    }

    void fail(std::string code, std::string sentence) { row_.fail(column_.id, std::move(code), std::move(sentence)); }

    const ImportColumn& column_;
    const Cell& cell_;
    ImportRow& row_;
};

} // namespace

std::vector<ImportRow> readRecords(const ImportInfo& info, const ImportBody& body, const RecordCells& cells,
                                   const std::map<std::string, DateReading>& dates, bool counts1904) {
    static const DateReading undecided;
    std::vector<ImportRow> rows;
    rows.reserve(body.records.size());
    for (const GridRow* from : body.records) {
        ImportRow& row = rows.emplace_back();
        row.number = from->number;
        for (const auto& column : info.columns) {
            const auto reading = dates.find(column.id);
            CellReader(column, cells.cell(*from, column), row).read(reading == dates.end() ? undecided : reading->second, counts1904);
        }
        // A running number matters to nobody: it stops no row.
        std::erase_if(row.messages, [&](const ImportMessage& message) { return body.serial.contains(message.column); });
    }
    return rows;
}

std::string shownValue(const Value& value, ImportType type) {
    switch (type) {
    case ImportType::date: return cellText(value, CellKind::date);
    case ImportType::hundredths: return cellText(value, CellKind::hundredths);
    case ImportType::count: return cellText(value, CellKind::integer);
    case ImportType::flag: return value.integer() ? (*value.integer() ? tr("是") : tr("否")) : std::string();
    case ImportType::text:
    case ImportType::code: break;
    }
    return cellText(value, CellKind::text);
}

} // namespace yanxun
