#pragma once
#include <yanxun/table/grid.h>

namespace yanxun {

/// What a written number is worth.
enum class Precision { exact, estimated };

struct Count {
    std::int64_t value = 0;
    Precision precision = Precision::exact;
};

/// «120», «１２０», «120人», «约300人», «1.8万余», «1,200», 120.0 → count and precision. Empty when it is no whole
/// number of things or below zero. Rationale: training_campaigns_materials §5.2 row 12.
YANXUN_EXPORT std::optional<Count> parseCount(const Cell& cell);
/// «85.3», «85.3分», «８５．３» in hundredths, rounded half up. Empty when it is none.
YANXUN_EXPORT std::optional<std::int64_t> parseHundredths(const Cell& cell);
/// 是/否, 有/无, √/×, Y/N, 1/0. Empty when it is neither: unknown is not «no».
YANXUN_EXPORT std::optional<bool> parseFlag(const Cell& cell);
/// The cell as clean text (text::key), without a «.0» that a code got by being a number.
YANXUN_EXPORT std::string parseText(const Cell& cell);
/// True when a code of 16 digits or more was kept as a number: its last digits are lost for good.
YANXUN_EXPORT bool digitsLost(const Cell& cell);

enum class DateOrder { unknown, yearMonthDay, dayMonthYear, monthDayYear };

/// What a date cell said. `year` 0 when none was written.
struct WrittenDate {
    Date day;
    bool yearMissing = false;
    bool orderUnknown = false; ///< «5/6/2021»: needs the column's order
};

/// «2021.6.16», «2021年6月16日», «6月16日», «20210616», «21/6/16», «２０２１-０６-１６», serial numbers (both
/// counts). Empty when it is no date or a day that does not exist.
YANXUN_EXPORT std::optional<WrittenDate> parseDate(const Cell& cell, bool counts1904, DateOrder order = DateOrder::unknown);

} // namespace yanxun
