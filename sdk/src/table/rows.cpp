#include <yanxun/date.h>
#include <yanxun/table/rows.h>

#include <cstdio>
#include <cstdlib>

namespace yanxun {
namespace {

std::string hundredths(std::int64_t value) {
    char text[32];
    std::snprintf(text, sizeof text, "%s%lld.%02d", value < 0 ? "-" : "", std::llabs(value / 100), int(std::llabs(value % 100)));
    std::string shown = text;
    while (shown.back() == '0') shown.pop_back();
    if (shown.back() == '.') shown.pop_back();
    return shown;
}

std::string month(std::int64_t ym) {
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02d", int(ym / 100), int(ym % 100));
    return text;
}

std::string real(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.15g", value);
    return text;
}

} // namespace

std::string cellText(const Value& value, CellKind kind) {
    if (const std::string* text = value.text()) return *text;
    if (const double* number = value.real()) return real(*number);
    const std::int64_t* number = value.integer();
    if (!number) return {};
    switch (kind) {
    case CellKind::hundredths: return hundredths(*number);
    case CellKind::date: return *number == 0 ? std::string{} : Date::fromYmd(*number).iso();
    case CellKind::month: return *number == 0 ? std::string{} : month(*number);
    case CellKind::text:
    case CellKind::code:
    case CellKind::integer: break;
    }
    return std::to_string(*number);
}

} // namespace yanxun
