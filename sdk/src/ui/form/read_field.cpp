#include "read_field.h"

#include <yanxun/table/value.h>

namespace yanxun::ui {

namespace {

Cell cellOf(const std::string& written) {
    Cell cell;
    cell.kind = Cell::Kind::text;
    cell.text = written;
    return cell;
}

} // namespace

std::optional<std::int64_t> readNumber(const std::string& written) {
    const auto count = parseCount(cellOf(written));
    // A field of the form holds no «about»: the person has to decide on a number.
    if (!count || count->precision != Precision::exact) return {};
    return count->value;
}

std::optional<std::int64_t> readHundredths(const std::string& written) { return parseHundredths(cellOf(written)); }

std::optional<Date> readDay(const std::string& written) {
    const auto read = parseDate(cellOf(written), false);
    if (!read || read->yearMissing || read->orderUnknown) return {};
    return read->day;
}

std::string writeHundredths(std::int64_t value) {
    std::string digits = std::to_string(value / 100);
    if (value % 100 == 0) return digits;
    digits += '.';
    digits += static_cast<char>('0' + value % 100 / 10);
    if (value % 10 != 0) digits += static_cast<char>('0' + value % 10);
    return digits;
}

} // namespace yanxun::ui
