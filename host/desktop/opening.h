#pragma once
#include "core/program.h"
#include "desktop/start_options.h"

#include <yanxun/ui/theme.h>

#include <memory>

class wxWindow;

namespace yanxun::desktop {

constexpr auto kThemeKey = "theme"; ///< in the host's settings: «light», «dark», else the system's

/// A database to be opened, and what is to be written into it then.
struct Opening {
    std::string target;
    std::string operatorName, bureau; ///< empty = as they are
    bool create = false;
    bool demonstration = false; ///< filled when it holds nothing yet
};

/// Opens the database with its plugins. Throws what Program throws; Cancelled when filling was stopped.
std::unique_ptr<host::Program> openProgram(const host::Places& places, const Opening& opening,
                                           const StartOptions& options, wxWindow* parent);
Opening demonstration(const host::Places& places);

/// The database this person used last; the default one the first time. A look at the demonstration is not remembered:
/// who comes back wants the own data, or has none yet and is asked.
std::string lastTarget(const host::Places& places);
void rememberTarget(const host::Places& places, Settings& settings, const std::string& target);

ui::ThemeMode themeOf(const std::string& word);
std::string wordOf(ui::ThemeMode mode);

} // namespace yanxun::desktop
