#pragma once
#include <yanxun/date.h>

#include <algorithm>

namespace yanxun::ui {

constexpr int kWeek = 7;

inline Date plusDays(Date day, std::int64_t days) { return Date::fromDays(day.days() + days); }

/// The same day of another month, or its last.
inline Date plusMonths(Date day, int months) {
    const int index = day.year * 12 + day.month - 1 + months;
    Date moved{index / 12, index % 12 + 1, day.day};
    moved.day = std::min(moved.day, daysInMonth(moved.year, moved.month));
    return moved;
}

} // namespace yanxun::ui
