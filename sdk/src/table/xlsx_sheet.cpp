#include "table/xlsx_sheet.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace yanxun::table {
namespace {

constexpr std::size_t mergedLimit = 1'000'000;

template <class Number>
bool wholeNumber(std::string_view text, Number& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
}

/// «B12» → column 1, row 12.
std::pair<int, int> cellPlace(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of('$'), text.size()));
    const int column = takeColumn(text);
    text.remove_prefix(std::min(text.find_first_not_of('$'), text.size()));
    int row = 0;
    if (column < 0 || !wholeNumber(text, row) || row < 1) throwDamaged();
    return {column, row};
}

} // namespace

void SheetParser::start(std::string_view name, const XmlAttributes& attributes) {
    if (!inData_) {
        if (name == "sheetData") inData_ = true;
        if (name == "mergeCell") addMerged(attributes.get("ref"));
        return;
    }
    if (inCell_) {
        collecting_ = false;
        if (name == "v") {
            hasValue_ = true;
            collecting_ = true;
            value_.clear();
        } else if (name == "t") {
            collecting_ = inInline_ && phonetic_ == 0;
        } else if (name == "is") {
            inInline_ = true;
            hasValue_ = true;
        } else if (name == "rPh") {
            ++phonetic_;
        } else if (name == "f") {
            hasFormula_ = true;
        }
    } else if (name == "c") {
        startCell(attributes);
    } else if (name == "row") {
        startRow(attributes);
    }
}

void SheetParser::end(std::string_view name) {
    if (!inData_) return;
    if (inCell_) {
        collecting_ = false;
        if (name == "c") finishCell();
        if (name == "is") inInline_ = false;
        if (name == "rPh") --phonetic_;
    } else if (name == "row") {
        finishRow();
    } else if (name == "sheetData") {
        inData_ = false;
    }
}

void SheetParser::text(std::string_view piece) {
    if (!collecting_) return;
    value_ += piece;
    if (value_.size() > cellTextLimit && characters(value_) > cellTextLimit) {
        throw Error(tr("单元格 {} 的文字超过 32,767 个字，不是正常的表格，已停止读取。请删去过长的内容后再试。",
                       columnName(column_) + std::to_string(rowNumber_)));
    }
}

void SheetParser::startRow(const XmlAttributes& attributes) {
    int number = rowNumber_ + 1;
    const std::string_view written = attributes.get("r");
    if (!written.empty() && (!wholeNumber(written, number) || number <= rowNumber_)) throwDamaged();
    if (number > rowLimit) throwTooManyRows();
    rowNumber_ = number;
    row_.number = number;
    row_.cells.clear();
    column_ = -1;
    keep_ = false;
}

SheetParser::Type SheetParser::typeNamed(std::string_view name) {
    if (name.empty() || name == "n") return Type::number;
    if (name == "s") return Type::sharedString;
    if (name == "inlineStr") return Type::inlineString;
    if (name == "str") return Type::formulaString;
    if (name == "b") return Type::boolean;
    if (name == "e") return Type::error;
    if (name == "d") return Type::isoDate;
    return Type::number;
}

void SheetParser::startCell(const XmlAttributes& attributes) {
    std::string_view place = attributes.get("r");
    ++column_;
    if (!place.empty() && (column_ = takeColumn(place)) < 0) throwDamaged();
    if (column_ >= columnLimit) throwTooManyColumns();
    type_ = typeNamed(attributes.get("t"));
    style_ = 0;
    const std::string_view style = attributes.get("s");
    if (!style.empty()) wholeNumber(style, style_);
    value_.clear();
    hasValue_ = hasFormula_ = inInline_ = false;
    phonetic_ = 0;
    inCell_ = true;
}

void SheetParser::finishCell() {
    inCell_ = false;
    if (!hasValue_ && !hasFormula_) return;
    Cell cell;
    if (hasFormula_ && (!hasValue_ || (value_.empty() && type_ != Type::formulaString))) {
        cell.formulaUncached = true;
        keep_ = true;
    } else if (type_ == Type::sharedString) {
        std::size_t index = 0;
        if (!wholeNumber(value_, index) || index >= strings_.size()) throwDamaged();
        setText(cell, strings_.at(index));
    } else if (type_ == Type::inlineString || type_ == Type::formulaString) {
        setText(cell, value_.find("_x") == std::string::npos ? std::move(value_) : unescaped(std::move(value_)));
    } else if (type_ == Type::boolean) {
        cell.kind = Cell::Kind::boolean;
        cell.number = value_ == "1" || value_ == "true";
        cell.text = cell.number == 1 ? "TRUE" : "FALSE";
    } else if (type_ == Type::error) {
        cell.kind = Cell::Kind::error;
        cell.text = value_;
    } else if (type_ == Type::isoDate) {
        setIsoDate(cell);
    } else {
        setNumber(cell);
    }
    if (cell.blank() && !cell.formulaUncached) return;
    keep_ = true;
    if (row_.cells.size() <= std::size_t(column_)) row_.cells.resize(std::size_t(column_) + 1);
    row_.cells[std::size_t(column_)] = std::move(cell);
}

void SheetParser::setText(Cell& cell, std::string text) {
    if (isBlank(text) || standsForPicture(text)) return;
    cell.kind = Cell::Kind::text;
    if (text.find('\r') != text.npos) std::erase(text, '\r');
    cell.text = std::move(text);
}

void SheetParser::setNumber(Cell& cell) {
    if (value_.empty()) return;
    double number = 0;
    if (!wholeNumber(value_, number) || !std::isfinite(number)) return setText(cell, value_);
    const NumberFormat& format = styles_.format(style_);
    cell.kind = Cell::Kind::number;
    cell.number = number;
    cell.isDate = format.showsDate();
    cell.text = format.show(number, counts1904_);
}

void SheetParser::setIsoDate(Cell& cell) {
    const auto day = Date::fromIso(value_.substr(0, 10));
    setText(cell, value_);
    if (!day) return;
    cell.kind = Cell::Kind::number;
    cell.isDate = true;
    cell.number = daySerial(*day, counts1904_);
}

void SheetParser::finishRow() {
    if (keep_ && !use_(row_)) stop();
    keep_ = false;
}

void SheetParser::addMerged(std::string_view range) {
    const std::size_t colon = range.find(':');
    if (merged_.size() >= mergedLimit || colon == range.npos) return; // a range of one cell merges nothing
    const auto [firstColumn, firstRow] = cellPlace(range.substr(0, colon));
    const auto [lastColumn, lastRow] = cellPlace(range.substr(colon + 1));
    merged_.push_back({std::min(firstRow, lastRow), std::max(firstRow, lastRow), std::min(firstColumn, lastColumn),
                       std::max(firstColumn, lastColumn)});
}

} // namespace yanxun::table
