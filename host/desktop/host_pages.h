#pragma once

namespace yanxun::desktop {

class MainFrame;

// Ids of the host's own pages.
constexpr auto kHomePage = "host.home";
constexpr auto kTasksPage = "host.tasks";
constexpr auto kCalendarPage = "host.calendar";
constexpr auto kReportsPage = "host.reports";
constexpr auto kPluginsPage = "host.plugins";
constexpr auto kSettingsPage = "host.settings";

// Where they stand in the navigation; plugins' pages have orders between.
constexpr int kHomeOrder = 1, kTasksOrder = 2, kCalendarOrder = 3, kReportsOrder = 1000, kSystemOrder = 2000;

/// Adds the host's pages, commands and what the window does when a plugin asks for an import.
void addHostPages(MainFrame& frame);

} // namespace yanxun::desktop
