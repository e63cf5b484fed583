#include "desktop/opening.h"

#include "core/demonstration.h"
#include "core/file_settings.h"
#include "desktop/progress_dialog.h"

#include <yanxun/text.h>

#include <wx/utils.h>

namespace yanxun::desktop {
namespace {

constexpr int kDemonstrationYear = 2021;
constexpr auto kTargetKey = "database";

} // namespace

std::unique_ptr<host::Program> openProgram(const host::Places& places, const Opening& opening,
                                           const StartOptions& options, wxWindow* parent) {
    if (!opening.operatorName.empty()) {
        host::FileSettings(places.settingsFile()).group("host").setText("operator", opening.operatorName);
    }
    host::ProgramOptions wanted;
    wanted.target = opening.target;
    wanted.who = options.who;
    wanted.at = options.at;
    wanted.createDatabase = opening.create;
    std::unique_ptr<host::Program> program;
    {
        const wxBusyCursor busy;
        program = std::make_unique<host::Program>(places, wanted);
    }
    if (opening.demonstration && !host::holdsRecords(program->database())) {
        runWithProgress(parent, tr("正在建立演示区"), [&](Progress& progress) {
            host::fillDemonstration(*program, {1, kDemonstrationYear}, progress);
        });
    }
    if (!opening.bureau.empty()) program->setProfile("name", opening.bureau);
    return program;
}

Opening demonstration(const host::Places& places) {
    Opening opening;
    opening.target = places.demoDatabase().string();
    opening.create = opening.demonstration = true;
    return opening;
}

std::string lastTarget(const host::Places& places) {
    host::FileSettings settings(places.settingsFile());
    return settings.group("host").text(kTargetKey, places.database().string());
}

void rememberTarget(const host::Places& places, Settings& settings, const std::string& target) {
    std::error_code elsewhere; // of a server or a file that is not there: another one
    if (target == demonstration(places).target || std::filesystem::equivalent(target, places.demoDatabase(), elsewhere)) return;
    settings.setText(kTargetKey, target);
}

ui::ThemeMode themeOf(const std::string& word) {
    if (word == "light") return ui::ThemeMode::light;
    return word == "dark" ? ui::ThemeMode::dark : ui::ThemeMode::followSystem;
}

std::string wordOf(ui::ThemeMode mode) {
    switch (mode) {
    case ui::ThemeMode::light: return "light";
    case ui::ThemeMode::dark: return "dark";
    case ui::ThemeMode::followSystem: break;
    }
    return "system";
}

} // namespace yanxun::desktop
