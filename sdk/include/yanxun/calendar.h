#pragma once
#include <yanxun/data/database.h>

namespace yanxun {

/// How far a thing has come; decides its colour everywhere.
enum class Tone { good, warning, bad, accent, neutral };

struct CalendarEntry {
    Date first, last;
    std::string title;
    std::string detail; ///< time, place: one line
    Tone tone = Tone::neutral;
    std::string argument; ///< for the page
};

/// Entries one plugin puts into the common calendar.
struct CalendarKind {
    std::string id, title;
    std::string page; ///< opened with the entry's argument
    std::function<void(Reader&, const Period&, const std::function<void(const CalendarEntry&)>&)> entries;
};

} // namespace yanxun
