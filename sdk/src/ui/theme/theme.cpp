#include "palette.h"

#include "../platform/platform.h"

#include <yanxun/text.h>

#include <wx/settings.h>

namespace yanxun::ui {

namespace {

struct Theme {
    ThemeMode mode = ThemeMode::followSystem;
    Palette palette = lightPalette();
    bool started = false;
};

Theme& theme() {
    static Theme state;
    return state;
}

bool wantsDark(ThemeMode mode) {
    return mode == ThemeMode::dark || (mode == ThemeMode::followSystem && platform::systemIsDark());
}

// The palette first: windows ask for it when the event reaches them.
void apply() {
    const bool dark = wantsDark(theme().mode);
    theme().palette = dark ? darkPalette() : lightPalette();
    platform::setStyleSheet(styleSheet(theme().palette));
    platform::setDark(dark);
}

void start() {
    if (theme().started) return;
    theme().started = true;
    platform::watchSystem([] {
        if (theme().mode == ThemeMode::followSystem && wantsDark(theme().mode) != theme().palette.dark) apply();
    });
    apply();
}

} // namespace

void prepareLocale() { platform::preferChinese(language() == "zh"); }

const Palette& palette() {
    start();
    return theme().palette;
}

void setThemeMode(ThemeMode mode) {
    theme().mode = mode;
    if (!theme().started) return start();
    apply();
}

ThemeMode themeMode() { return theme().mode; }

void followTheme(wxWindow* window, std::function<void()> recolour) {
    recolour();
    window->Bind(wxEVT_SYS_COLOUR_CHANGED, [window, recolour = std::move(recolour)](wxSysColourChangedEvent& event) {
        event.Skip(); // wx passes it on to the children
        recolour();
        window->Refresh();
    });
}

wxColour ground(const wxWindow* window) {
    for (const wxWindow* above = window->GetParent(); above; above = above->GetParent()) {
        if (dynamic_cast<const Card*>(above)) return palette().surface;
        if (above->UseBgCol()) return above->GetBackgroundColour();
        if (above->IsTopLevel()) break;
    }
    return palette().background;
}

wxFont font(TextStyle style) {
    const wxFont body = wxSystemSettings::GetFont(wxSYS_DEFAULT_GUI_FONT);
    switch (style) {
    case TextStyle::caption: return body.Scaled(0.88F);
    case TextStyle::body: break;
    case TextStyle::strong: return body.Bold();
    case TextStyle::subtitle: return body.Scaled(1.12F).Bold();
    case TextStyle::title: return body.Scaled(1.6F).Bold();
    case TextStyle::display: return body.Scaled(2.1F).Bold();
    }
    return body;
}

void setAccessible(wxWindow* window, const std::string& name, const char* role) {
    platform::setAccessible(window, name, role);
}

void publishNames(wxWindow* root) {
    if (!root->GetName().empty()) platform::setAccessibleId(root, utf8(root->GetName()));
    for (wxWindow* child : root->GetChildren())
        publishNames(child);
}

} // namespace yanxun::ui
