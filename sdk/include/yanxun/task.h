#pragma once
#include <yanxun/calendar.h>

namespace yanxun {

/// Something waiting for somebody: 待办.
struct Task {
    std::string title;
    std::string detail;
    std::optional<Date> due;
    Tone tone = Tone::neutral;
    std::string argument; ///< for the page
};

struct TaskKind {
    std::string id, title;
    std::string page;
    /// How many there are in all, and the first `limit` of them, most urgent first.
    std::function<std::int64_t(Reader&, Date today)> count;
    std::function<std::vector<Task>(Reader&, Date today, std::size_t limit)> first;
};

} // namespace yanxun
