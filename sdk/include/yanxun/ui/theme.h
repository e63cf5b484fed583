#pragma once
#include <yanxun/calendar.h>
#include <yanxun/ui/export.h>

#include <wx/bmpbndl.h>
#include <wx/button.h>
#include <wx/colour.h>
#include <wx/font.h>
#include <wx/panel.h>
#include <wx/sizer.h>
#include <wx/stattext.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace yanxun::ui {

/// UTF-8 → wxString, never empty by accident of the locale.
inline wxString wx(const std::string& utf8) { return wxString::FromUTF8(utf8.data(), utf8.size()); }
inline std::string utf8(const wxString& text) { return std::string(text.utf8_str()); }

/// The one place that names colours. Light and dark; nobody else writes a colour.
struct YANXUN_UI_EXPORT Palette {
    wxColour background, surface, border, text, muted, accent, onAccent, accentSoft, hover;
    wxColour sidebar, sidebarText, sidebarMuted, sidebarSelected, sidebarSelectedText;
    wxColour good, goodSoft, warning, warningSoft, bad, badSoft;
    std::vector<wxColour> series; ///< six for charts
    bool dark = false;
    const wxColour& tone(yanxun::Tone tone) const;
    const wxColour& toneSoft(yanxun::Tone tone) const;
};
YANXUN_UI_EXPORT const Palette& palette();

/// Makes glyph shapes, and in Chinese (text.h) the toolkit's own words, Chinese where the system's language is another.
/// Before wx starts and threads run, once.
YANXUN_UI_EXPORT void prepareLocale();

enum class ThemeMode { followSystem, light, dark };
/// Chooses and applies; fires wxEVT_SYS_COLOUR_CHANGED on the windows. Main thread, after wx started.
YANXUN_UI_EXPORT void setThemeMode(ThemeMode mode);
YANXUN_UI_EXPORT ThemeMode themeMode();
/// Calls `recolour` now and whenever the theme changes, as long as the window lives: for colours, fonts and bitmaps that
/// were set on native controls. What paints itself needs no call.
YANXUN_UI_EXPORT void followTheme(wxWindow* window, std::function<void()> recolour);
/// The colour behind a window that paints itself: the surface inside a card, the background elsewhere.
YANXUN_UI_EXPORT wxColour ground(const wxWindow* window);

/// Spacing scale, in DIP: give it to FromDIP.
namespace space {
constexpr int xs = 4, s = 8, m = 12, l = 16, xl = 24;
}

/// Sizes derive from the GUI font; no face or size is written anywhere else.
enum class TextStyle { caption, body, strong, subtitle, title, display };
YANXUN_UI_EXPORT wxFont font(TextStyle style);

/// Adds a folder of SVG icons («currentColor», 24×24); the host adds its own and each plugin's assets/icons.
YANXUN_UI_EXPORT void addIconFolder(const std::filesystem::path& folder);
/// An icon recoloured for the theme, `dip` wide; an empty square when the name is unknown (logged).
YANXUN_UI_EXPORT wxBitmapBundle icon(const std::string& name, const wxColour& colour, int dip = 18);

/// One line of text (or as many as it has line feeds).
YANXUN_UI_EXPORT wxStaticText* label(wxWindow* parent, const std::string& text, TextStyle style = TextStyle::body,
                                     bool muted = false);
/// A paragraph that breaks its lines to the width it gets, Chinese included.
YANXUN_UI_EXPORT wxWindow* paragraph(wxWindow* parent, const std::string& text, TextStyle style = TextStyle::body,
                                     bool muted = false);
/// «&» in the text marks the key. At most one primary button a page.
YANXUN_UI_EXPORT wxButton* button(wxWindow* parent, const std::string& text, const std::string& iconName = {},
                                  bool primary = false);

/// Rounded surface with a border; put children into `body()`.
class YANXUN_UI_EXPORT Card : public wxPanel {
public:
    Card(wxWindow* parent, const std::string& title = {}, const std::string& subtitle = {});
    wxBoxSizer* body() { return body_; }
    wxBoxSizer* head() { return head_; } ///< right of the title: buttons; null without a title

private:
    void onPaint(wxPaintEvent&);
    wxBoxSizer* body_ = nullptr;
    wxBoxSizer* head_ = nullptr;
};

/// A status in a soft colour. Accessible name = its text.
class YANXUN_UI_EXPORT Pill : public wxWindow {
public:
    Pill(wxWindow* parent, const std::string& text, Tone tone);
    void set(const std::string& text, Tone tone);

private:
    void onPaint(wxPaintEvent&);
    std::string text_;
    Tone tone_ = Tone::neutral;
};

/// Title, subtitle and, at the right, buttons of a page. `actions()` takes the buttons.
class YANXUN_UI_EXPORT PageHeader : public wxPanel {
public:
    PageHeader(wxWindow* parent, const std::string& title, const std::string& subtitle = {});
    void setSubtitle(const std::string& text);
    void setTitle(const std::string& text);
    wxBoxSizer* actions() { return actions_; }

private:
    wxStaticText* title_ = nullptr;
    wxStaticText* subtitle_ = nullptr;
    wxBoxSizer* actions_ = nullptr;
};

/// What a page shows when it has nothing: an icon, a sentence that says what to do, perhaps a button.
YANXUN_UI_EXPORT wxWindow* emptyState(wxWindow* parent, const std::string& iconName, const std::string& sentence,
                                      const std::string& buttonText = {}, std::function<void()> pressed = {});

/// Name and role for screen readers and tests, where the toolkit cannot know them.
YANXUN_UI_EXPORT void setAccessible(wxWindow* window, const std::string& name, const char* role = nullptr);
/// Gives every window below `root` its wx name as accessible id: tests find it in any language.
YANXUN_UI_EXPORT void publishNames(wxWindow* root);

} // namespace yanxun::ui
