#pragma once
#include <yanxun/ui/theme.h>

#include <gtest/gtest.h>
#include <wx/dataview.h>
#include <wx/dialog.h>
#include <wx/frame.h>
#include <wx/modalhook.h>

#include <chrono>
#include <functional>
#include <queue>
#include <string>
#include <vector>

/// Tests of windows, in the process that shows them. Linking yanxun_gui_support brings a main() that starts wx and runs
/// the tests inside an event loop; an assertion of wx is a failure.
namespace yanxun::testing {

/// Lets events run until `right` holds. False when it never does.
bool waitFor(const std::function<bool()>& right, std::chrono::milliseconds longest = std::chrono::seconds(10));
/// Lets events run for a while: for what has no condition to wait for, a repaint.
void settle(std::chrono::milliseconds time = std::chrono::milliseconds(80));

/// The first window of that wx name at or below `root` (anywhere when null), shown or not; null when there is none.
wxWindow* find(const std::string& name, wxWindow* root = nullptr);
template <class Window>
Window* findAs(const std::string& name, wxWindow* root = nullptr) {
    auto* const found = dynamic_cast<Window*>(find(name, root));
    if (!found) ADD_FAILURE() << "no such window: " << name;
    return found;
}

/// With the mouse, where the window can be seen.
void click(wxWindow* window);
void click(wxWindow* window, wxPoint at); ///< from its upper left corner
void doubleClick(wxWindow* window, wxPoint at);
void press(int key, int modifiers = 0);
/// ASCII by keys; anything else by the clipboard, as the keyboard cannot.
void type(const std::string& text);
/// True when the keyboard goes to the window or a part of it.
bool hasFocus(wxWindow* window);
std::string accessibleName(wxWindow* window);
/// What a screen reader finds in a cell of a list.
std::string accessibleCell(wxDataViewCtrl* list, int row, int column);

/// What a screen reader hears of a cell while `change` happens: its text each time it is told to be another.
std::vector<std::string> heardOfCell(wxDataViewCtrl* list, int row, int column, const std::function<void()>& change);

/// A picture of the whole screen, or of one window as it is on the screen, into the folder YANXUN_SHOTS names; nothing
/// without it.
void shoot(const std::string& name, wxWindow* window = nullptr);
/// The colour on the screen at a point of the window.
wxColour pixel(wxWindow* window, wxPoint at);

/// A frame on the screen, active where there is a window manager; gone with the object.
class ShownFrame {
public:
    explicit ShownFrame(wxSize dip = {1320, 840}, const std::string& title = "演训宣");
    ~ShownFrame();
    /// Makes `page` the frame's only content.
    void show(wxWindow* page);
    wxFrame* frame() { return frame_; }
    /// Parent for the page.
    wxWindow* parent() { return frame_; }

private:
    wxFrame* frame_;
};

/// While it lives, modal dialogs answer themselves: the next one gets the next answer (a button's id), after `look` saw
/// it. A dialog without an answer is a failure and is cancelled.
class Answers : private wxModalDialogHook {
public:
    Answers();
    ~Answers() override;
    Answers& then(int answer, std::function<void(wxDialog*)> look = {});
    int given() const { return given_; }

private:
    int Enter(wxDialog* dialog) override;
    struct Answer {
        int id;
        std::function<void(wxDialog*)> look;
    };
    std::queue<Answer> answers_;
    int given_ = 0;
};

} // namespace yanxun::testing
