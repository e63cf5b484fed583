#pragma once
#include <yanxun/date.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace yanxun::table {

/// Up to 15 significant digits, no exponent, no useless zeros: 88.90000000000001 is «88.9».
std::string plainNumber(double number);
/// The day a serial number means; empty for 1900-02-29, which never was, and what no sheet can show.
std::optional<Date> serialDay(double serial, bool counts1904);
/// The serial number of a day, in either count.
double daySerial(Date day, bool counts1904);

/// A number format of a workbook (ECMA-376 part 1, 18.8.30–31), as far as ledgers use them: digits, thousands, percent,
/// literals, dates, times. What it cannot follow it shows like General.
class NumberFormat {
public:
    NumberFormat() = default;
    explicit NumberFormat(std::string_view code);
    /// The formats that a file names by number alone, in the meaning of Chinese Excel and WPS.
    static std::string_view builtIn(unsigned id);

    /// True when it shows a day (year, month or day), not only a time.
    bool showsDate() const { return !sections_.empty() && sections_.front().date; }
    std::string show(double number, bool counts1904) const;

private:
    struct Token {
        char kind = 0; ///< «"» literal, «#» the number, y m d h n(minute) s w(weekday) a(AM/PM) H N S(elapsed)
        int count = 0;
        std::string literal;
    };
    struct Section {
        std::vector<Token> tokens;
        bool general = false; ///< digits as General shows them
        bool strange = false; ///< not followed here: the bare number
        bool date = false, time = false;
        bool grouped = false;
        int zeros = 0, decimals = 0, optionalDecimals = 0, percents = 0, thousands = 0;
    };
    static Section parseSection(std::string_view code);
    static std::size_t parseBracket(Section& section, std::string_view code, std::size_t at);
    static std::size_t parseDigits(Section& section, std::string_view code, std::size_t at);
    static std::size_t parseLetters(Section& section, std::string_view code, std::size_t at);
    static void tellMinutes(Section& section);
    static std::string showNumber(const Section& section, double number, bool sign);
    static std::string showMoment(const Section& section, double serial, bool counts1904);

    std::vector<Section> sections_;
};

} // namespace yanxun::table
