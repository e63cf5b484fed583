#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace yanxun {

/// How far a thing has come; decides its colour everywhere. The first is what «not said» looks like.
enum class Tone { neutral, good, warning, bad, accent };

/// Minutes since midnight, local (UTC+08:00).
struct DayTime {
    int from = 0; ///< 0…1439
    int to = 0;   ///< `from`…1440

    bool operator==(const DayTime&) const = default;
};

struct CalendarEntry {
    Date first, last;
    std::string title;
    std::string detail; ///< time, place: one line
    Tone tone = Tone::neutral;
    std::string argument; ///< for the page
    std::string uid;      ///< stays the same for as long as the thing exists; "" = not exported as iCalendar
    std::optional<DayTime> time; ///< empty = the whole day
    std::string place;
    bool cancelled = false; ///< shown struck through, exported as STATUS:CANCELLED
    bool movable = false;   ///< may be dragged to another day; see CalendarKind::move
};

/// What a person must say before an entry goes to another day.
struct MoveQuestion {
    bool needsReason = false;
    std::vector<std::string> warnings; ///< «与…冲突», «周六，不是工作日»: shown before it is moved
};

/// Entries one plugin puts into the common calendar.
struct CalendarKind {
    std::string id, title;
    std::string page; ///< opened with the entry's argument
    std::function<void(Reader&, const Period&, const std::function<void(const CalendarEntry&)>&)> entries;
    /// What moving the entry to `first` day asks for; throws Error with a sentence when it may not go there. Null when
    /// no entry of this kind can be moved.
    std::function<MoveQuestion(Reader&, const std::string& argument, Date first)> mayMove;
    /// One action of the plugin: moves the entry, keeping its length. `reason` is what the person said, "" when not asked.
    std::function<void(Writer&, const std::string& argument, Date first, const std::string& reason)> move;
};

} // namespace yanxun
