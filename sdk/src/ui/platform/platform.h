#pragma once
#include <wx/combobox.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>
#include <vector>

/// What wx does not reach and the toolkit below does. One implementation per toolkit; nothing else in the library
/// includes its headers. Main thread.
namespace yanxun::ui::platform {

/// Makes glyph shapes Chinese, text UTF-8 and, when `speak`, the toolkit's own words Chinese, whatever the system's
/// language is. Before the toolkit starts.
void preferChinese(bool speak);

/// Replaces the program's style sheet.
void setStyleSheet(const std::string& css);
/// Makes native controls dark or light, drops wx's cached colours and sends wxEVT_SYS_COLOUR_CHANGED.
void setDark(bool dark);
/// What the desktop asks for: its portal, else the name of the toolkit's theme.
bool systemIsDark();
/// `changed` is called when the desktop asks for something else. Once.
void watchSystem(std::function<void()> changed);

void setStyleClass(wxWindow* window, const char* name, bool on);
/// Breaks the label's lines between any two characters where the language allows.
void wrapText(wxStaticText* label);
/// Height and width of the text when its lines break at `width` pixels (< 0: never).
wxSize measureText(const wxWindow* window, const wxString& text, int width);
/// Room between a text field of several lines and its frame, in DIP.
void setTextMargins(wxTextCtrl* field, int horizontal, int vertical);
/// Replaces what the field's list offers and pops it up while the person types; the text stays.
void setSuggestions(wxComboBox* field, const std::vector<std::string>& suggestions);

void setAccessible(wxWindow* window, const std::string& name, const char* role);
std::string accessibleName(wxWindow* window);
void setAccessibleId(wxWindow* window, const std::string& id);

} // namespace yanxun::ui::platform
