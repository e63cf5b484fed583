#pragma once
#include <cstdint>
#include <cstdio>
#include <string>

/// What the test of killed run screens and the screen it kills (gui_run_desk) have agreed upon.
namespace yanxun::testing::desk {

// What the screen is given by its environment: the database, and its instant as milliseconds.
inline constexpr auto kTarget = "YANXUN_DESK_TARGET", kNow = "YANXUN_DESK_NOW";

/// The file descriptor on which the screen tells, a line each:
///   shown|<clock>|<next action>|<counts>|<button of the pause>   once it is open
///   about|<deed>|<line>                                           before a control is pressed
///   done|<deed>|<line>                                            once the page has acted without a complaint
/// Deeds: fire, skip, delay, complete; pause and resume with the line 0.
inline constexpr int kTells = 3;

/// «事件0012», as the script calls its lines: no name is a part of another.
inline std::string nameOf(std::int64_t line) {
    char name[32];
    std::snprintf(name, sizeof name, "事件%04lld", static_cast<long long>(line));
    return name;
}

} // namespace yanxun::testing::desk
