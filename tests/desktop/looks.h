#pragma once
#include "desktop/opened.h"
#include "gui/intents.h"

#include <map>

namespace yanxun::testing {

/// How a page is looked at: the theme and the size of the window.
struct Look {
    const char* name;
    ui::ThemeMode mode;
    wxSize dip;
};

/// Light, dark and the common small screen; a run with GDK_SCALE=2 adds the density.
const std::vector<Look>& looks();

/// The demonstration district, opened to be looked at. Where YANXUN_SHOTS names a folder, each sight is kept as a picture.
class Gallery {
public:
    using Arguments = std::map<std::string, std::string, std::less<>>;

    Gallery();
    Opened& opened() { return opened_; }
    wxWindow* open(const std::string& page, const std::string& argument = {});
    /// What the console's verb does; the answer's fields by their names.
    std::map<std::string, std::string> verb(const std::string& id, Arguments arguments);
    /// The same under another person's name.
    void verbAs(const std::string& who, const std::string& id, Arguments arguments);
    std::int64_t number(const std::string& sql);

    /// The window as it is now, in every look; nothing of it may be cut off.
    void sight(const std::string& name);
    /// The dialog a button of the page opens; closed without saving.
    void dialog(const std::string& button, const std::string& name);
    /// A dialog that is open, in light and dark.
    void portray(wxDialog* dialog, const std::string& name);

private:
    void wear(const Look& look);
    Home home_;
    Opened opened_;
};

/// Buttons, labels and choices that show less than their text, as sentences; empty when all is readable.
std::vector<std::string> cutTexts(wxWindow* root);

} // namespace yanxun::testing
