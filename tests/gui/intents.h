#pragma once
#include <support/gui.h>

#include <filesystem>
#include <string>
#include <vector>

/// What a person means to do, said by the names windows carry and never by places on the screen. A window that is
/// missing, hidden or disabled fails the test. `root` null = the window on top first, then the others.
namespace yanxun::testing {

/// A shown window of that name; waits for it a while. Null, with a failure, when it never comes.
wxWindow* seek(const std::string& name, wxWindow* root = nullptr);

/// A button, toggle, check box or radio button.
void pressButton(const std::string& name, wxWindow* root = nullptr);
bool canPress(const std::string& name, wxWindow* root = nullptr);
/// A text field, search field, choice (by what it shows), combo box, spin field, check box («是», «否»).
void setField(const std::string& name, const std::string& text, wxWindow* root = nullptr);
std::string fieldText(const std::string& name, wxWindow* root = nullptr);
/// What a choice offers.
std::vector<std::string> offered(const std::string& name, wxWindow* root = nullptr);

/// The first row of a list with a cell that contains the text; waits until it is there.
void chooseRow(const std::string& list, const std::string& text, wxWindow* root = nullptr);
/// The same, as by a double click or Enter.
void openRow(const std::string& list, const std::string& text, wxWindow* root = nullptr);
/// Rows as they are shown, the cells joined by «|».
std::vector<std::string> rowsOf(const std::string& list, wxWindow* root = nullptr);
int rowCount(const std::string& list, wxWindow* root = nullptr);
bool waitForRows(const std::string& list, int count, wxWindow* root = nullptr);

/// True when a label, field or list that is shown contains the text.
bool sees(const std::string& text, wxWindow* root = nullptr);
bool waitUntilSeen(const std::string& text, wxWindow* root = nullptr);

/// While it lives, modal dialogs are met in this order. One that nobody expects is a failure and is cancelled; one that
/// does not come is a failure too. Progress dialogs come and go by themselves.
class Dialogs : private wxModalDialogHook {
public:
    Dialogs();
    ~Dialogs() override;
    /// Not shown; gives the answer (a button's id) after `look` saw it.
    Dialogs& answer(int id, std::function<void(wxDialog*)> look = {});
    /// A file dialog that chooses this file.
    Dialogs& file(const std::filesystem::path& path);
    /// Shown; `person` acts in it and closes it.
    Dialogs& act(std::function<void(wxDialog*)> person);
    /// What message boxes said, in their order.
    const std::vector<std::string>& said() const { return said_; }

private:
    int Enter(wxDialog* dialog) override;
    void Exit(wxDialog* dialog) override;
    struct Expected {
        int id = wxID_NONE; ///< wxID_NONE = shown
        std::function<void(wxDialog*)> use;
    };
    friend class NoOtherDialogs;
    static int living_;
    std::queue<Expected> expected_;
    std::vector<std::string> said_;
    wxDialog* met_ = nullptr; ///< the one shown last
};

/// While it lives, a modal dialog that comes when no Dialogs is there is a failure and is cancelled: it would stand for ever.
class NoOtherDialogs : private wxModalDialogHook {
public:
    NoOtherDialogs() { Register(); }
    ~NoOtherDialogs() override { Unregister(); }

private:
    int Enter(wxDialog* dialog) override;
};

} // namespace yanxun::testing
