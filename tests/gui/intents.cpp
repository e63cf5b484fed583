#include "gui/intents.h"

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/filedlg.h>
#include <wx/grid.h>
#include <wx/msgdlg.h>
#include <wx/radiobut.h>
#include <wx/spinctrl.h>
#include <wx/srchctrl.h>
#include <wx/tglbtn.h>

#include <algorithm>
#include <typeinfo>

namespace yanxun::testing {
namespace {

using ui::utf8;
using ui::wx;

/// A page and the list in it may have one name: the sort decides.
template <class Window>
Window* shownBelow(const wxString& name, wxWindow* root) {
    if (!root->IsShown()) return nullptr;
    if (root->GetName() == name) {
        if (auto* const wanted = dynamic_cast<Window*>(root)) return wanted;
    }
    for (wxWindow* child : root->GetChildren()) {
        if (child->IsTopLevel()) continue; // a dialog is a child of its frame
        if (Window* const found = shownBelow<Window>(name, child)) return found;
    }
    return nullptr;
}

/// The newest window first: that is the one on top.
std::vector<wxWindow*> roots(wxWindow* root) {
    if (root) return {root};
    std::vector<wxWindow*> all(wxTopLevelWindows.begin(), wxTopLevelWindows.end());
    std::reverse(all.begin(), all.end());
    return all;
}

template <class Window>
Window* shown(const std::string& name, wxWindow* root) {
    for (wxWindow* top : roots(root)) {
        if (Window* const found = shownBelow<Window>(wx(name), top)) return found;
    }
    return nullptr;
}

template <class Window>
Window* seekAs(const std::string& name, wxWindow* root) {
    Window* found = nullptr;
    waitFor([&] { return (found = shown<Window>(name, root)) != nullptr; });
    if (!found) ADD_FAILURE() << "“" << name << "” is not shown";
    return found;
}

/// A plain one: wxGTK's combo boxes are choices too.
wxChoice* choiceOf(wxWindow* window) {
    return dynamic_cast<wxComboBox*>(window) ? nullptr : dynamic_cast<wxChoice*>(window);
}

void send(wxWindow* window, wxEventType type, int number, const wxString& text) {
    wxCommandEvent event(type, window->GetId());
    event.SetEventObject(window);
    event.SetInt(number);
    event.SetString(text);
    window->HandleWindowEvent(event);
}

/// Buttons answer after the press, so that a dialog they open does not lie inside the intent of a closed one.
void pressed(wxWindow* window) {
    if (auto* const toggle = dynamic_cast<wxToggleButton*>(window)) {
        toggle->SetValue(!toggle->GetValue());
        return send(window, wxEVT_TOGGLEBUTTON, toggle->GetValue(), {});
    }
    if (auto* const check = dynamic_cast<wxCheckBox*>(window)) {
        check->SetValue(!check->GetValue());
        return send(window, wxEVT_CHECKBOX, check->GetValue(), {});
    }
    if (auto* const radio = dynamic_cast<wxRadioButton*>(window)) {
        radio->SetValue(true);
        return send(window, wxEVT_RADIOBUTTON, 1, {});
    }
    send(window, wxEVT_BUTTON, 0, {});
}

wxArrayString wordsOf(const wxItemContainerImmutable& items) { return items.GetStrings(); }

void chooseWord(wxChoice* choice, const wxString& word) {
    const int at = choice->FindString(word, true);
    if (at == wxNOT_FOUND) {
        ADD_FAILURE() << "“" << utf8(word) << "” is not offered, but " << utf8(wxJoin(wordsOf(*choice), '/'));
        return;
    }
    choice->SetSelection(at);
    send(choice, wxEVT_CHOICE, at, word);
}

wxDataViewListModel* modelOf(wxDataViewCtrl* list) { return dynamic_cast<wxDataViewListModel*>(list->GetModel()); }

int rowWith(wxDataViewCtrl* list, const wxString& text) {
    const wxDataViewListModel* const model = modelOf(list);
    for (unsigned row = 0; model && row < model->GetCount(); ++row) {
        for (unsigned column = 0; column < list->GetColumnCount(); ++column) {
            wxVariant value;
            model->GetValueByRow(value, row, list->GetColumn(column)->GetModelColumn());
            if (value.GetString().Contains(text)) return int(row);
        }
    }
    return -1;
}

/// As it is shown: a pill's value carries its tone in front.
std::string cellText(wxDataViewCtrl* list, int row, unsigned column) {
    const wxDataViewRenderer& renderer = *list->GetColumn(column)->GetRenderer();
    wxVariant value;
    modelOf(list)->GetValueByRow(value, unsigned(row), list->GetColumn(column)->GetModelColumn());
    const wxString text = value.GetString();
    return utf8(typeid(renderer) == typeid(wxDataViewTextRenderer) ? text : text.Mid(1));
}

wxDataViewItem reveal(wxDataViewCtrl* list, const std::string& text) {
    int row = -1;
    waitFor([&] { return (row = rowWith(list, wx(text))) >= 0; });
    if (row < 0) {
        ADD_FAILURE() << "no row with “" << text << "” in " << utf8(list->GetName());
        return {};
    }
    const wxDataViewItem item = dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel())
                                    ? dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel())->GetItem(unsigned(row))
                                    : dynamic_cast<wxDataViewIndexListModel*>(list->GetModel())->GetItem(unsigned(row));
    list->UnselectAll();
    list->Select(item);
    list->SetCurrentItem(item);
    list->EnsureVisible(item);
    return item;
}

void tell(wxDataViewCtrl* list, wxEventType type, const wxDataViewItem& item) {
    wxDataViewEvent event(type, list, item);
    list->HandleWindowEvent(event);
}

bool contains(const wxString& whole, const wxString& part) { return whole.Contains(part); }

bool showsText(wxWindow* window, const wxString& text) {
    if (const auto* const field = dynamic_cast<wxTextCtrl*>(window)) return contains(field->GetValue(), text);
    if (const auto* const choice = choiceOf(window)) return contains(choice->GetStringSelection(), text);
    if (const auto* const combo = dynamic_cast<wxComboBox*>(window)) return contains(combo->GetValue(), text);
    if (auto* const list = dynamic_cast<wxDataViewCtrl*>(window)) return rowWith(list, text) >= 0;
    if (dynamic_cast<wxPanel*>(window)) return false; // its name for screen readers repeats what it holds
    return contains(window->GetLabel(), text) || contains(wx(accessibleName(window)), text);
}

bool seesBelow(wxWindow* root, const wxString& text) {
    if (!root->IsShown()) return false;
    if (showsText(root, text)) return true;
    for (wxWindow* child : root->GetChildren()) {
        if (!child->IsTopLevel() && seesBelow(child, text)) return true;
    }
    return false;
}

} // namespace

wxWindow* seek(const std::string& name, wxWindow* root) { return seekAs<wxWindow>(name, root); }

void pressButton(const std::string& name, wxWindow* root) {
    if (!seek(name, root)) return;
    wxWindow* window = nullptr; // looked for each time: a page may be built anew while it is waited for
    const auto canBePressed = [&] { return (window = shown<wxWindow>(name, root)) && window->IsEnabled(); };
    if (!waitFor(canBePressed)) {
        ADD_FAILURE() << "“" << name << "” cannot be pressed";
        return;
    }
    pressed(window);
    settle(std::chrono::milliseconds(20));
}

bool canPress(const std::string& name, wxWindow* root) {
    const wxWindow* const window = shown<wxWindow>(name, root);
    return window && window->IsEnabled();
}

void setField(const std::string& name, const std::string& text, wxWindow* root) {
    wxWindow* const window = seek(name, root);
    if (!window) return;
    if (!window->IsEnabled()) ADD_FAILURE() << "“" << name << "” cannot be changed";
    if (auto* const choice = choiceOf(window)) {
        chooseWord(choice, wx(text));
    } else if (auto* const check = dynamic_cast<wxCheckBox*>(window)) {
        if (check->GetValue() != (text == "是")) pressed(check);
    } else if (auto* const spin = dynamic_cast<wxSpinCtrl*>(window)) {
        spin->SetValue(std::stoi(text));
        send(spin, wxEVT_SPINCTRL, spin->GetValue(), wx(text));
    } else if (auto* const entry = dynamic_cast<wxTextEntry*>(window)) {
        entry->SetValue(wx(text));
    } else {
        ADD_FAILURE() << "“" << name << "” is no field";
    }
    settle(std::chrono::milliseconds(20));
}

std::string fieldText(const std::string& name, wxWindow* root) {
    wxWindow* const window = seek(name, root);
    if (const auto* const choice = choiceOf(window)) return utf8(choice->GetStringSelection());
    if (const auto* const check = dynamic_cast<wxCheckBox*>(window)) return check->GetValue() ? "是" : "否";
    if (const auto* const spin = dynamic_cast<wxSpinCtrl*>(window)) return std::to_string(spin->GetValue());
    if (const auto* const entry = dynamic_cast<wxTextEntry*>(window)) return utf8(entry->GetValue());
    return window ? utf8(window->GetLabel()) : std::string();
}

std::vector<std::string> offered(const std::string& name, wxWindow* root) {
    std::vector<std::string> all;
    wxWindow* const window = seek(name, root);
    const auto* const items = dynamic_cast<wxItemContainerImmutable*>(window);
    if (!items) return all;
    for (const wxString& word : wordsOf(*items)) all.push_back(utf8(word));
    return all;
}

void chooseRow(const std::string& list, const std::string& text, wxWindow* root) {
    auto* const control = seekAs<wxDataViewCtrl>(list, root);
    if (!control) return;
    const wxDataViewItem item = reveal(control, text);
    if (item.IsOk()) tell(control, wxEVT_DATAVIEW_SELECTION_CHANGED, item);
    settle(std::chrono::milliseconds(20));
}

void openRow(const std::string& list, const std::string& text, wxWindow* root) {
    chooseRow(list, text, root);
    auto* const control = seekAs<wxDataViewCtrl>(list, root);
    if (control && control->GetSelection().IsOk()) tell(control, wxEVT_DATAVIEW_ITEM_ACTIVATED, control->GetSelection());
    settle(std::chrono::milliseconds(20));
}

std::vector<std::string> rowsOf(const std::string& list, wxWindow* root) {
    std::vector<std::string> rows;
    auto* const control = seekAs<wxDataViewCtrl>(list, root);
    for (int row = 0; control && row < rowCount(list, root); ++row) {
        std::string cells;
        for (unsigned column = 0; column < control->GetColumnCount(); ++column) {
            cells += (column ? "|" : "") + cellText(control, row, column);
        }
        rows.push_back(cells);
    }
    return rows;
}

int rowCount(const std::string& list, wxWindow* root) {
    auto* const control = shown<wxDataViewCtrl>(list, root);
    const wxDataViewListModel* const model = control ? modelOf(control) : nullptr;
    return model ? int(model->GetCount()) : 0; // an empty list gives its place to a sentence
}

bool waitForRows(const std::string& list, int count, wxWindow* root) {
    return waitFor([&] { return rowCount(list, root) == count; });
}

bool sees(const std::string& text, wxWindow* root) {
    const auto all = roots(root);
    return std::any_of(all.begin(), all.end(), [&](wxWindow* top) { return seesBelow(top, wx(text)); });
}

bool waitUntilSeen(const std::string& text, wxWindow* root) {
    return waitFor([&] { return sees(text, root); });
}

int Dialogs::living_ = 0;

Dialogs::Dialogs() {
    ++living_;
    Register();
}

Dialogs::~Dialogs() {
    Unregister();
    --living_;
    EXPECT_TRUE(expected_.empty()) << expected_.size() << " expected dialogs did not come";
}

int NoOtherDialogs::Enter(wxDialog* dialog) {
    if (Dialogs::living_ > 0 || dialog->GetName() == "progress") return wxID_NONE;
    const auto* const message = dynamic_cast<wxMessageDialog*>(dialog);
    ADD_FAILURE() << "nobody expects a dialog here: " << utf8(message ? message->GetMessage() : dialog->GetTitle());
    return wxID_CANCEL;
}

Dialogs& Dialogs::answer(int id, std::function<void(wxDialog*)> look) {
    expected_.push({id, std::move(look)});
    return *this;
}

Dialogs& Dialogs::file(const std::filesystem::path& path) {
    return act([path](wxDialog* dialog) {
        auto* const chooser = dynamic_cast<wxFileDialog*>(dialog);
        if (!chooser) {
            ADD_FAILURE() << "this is no file dialog";
            return;
        }
        // The toolkit reads the folder in its own time.
        const wxString wanted = wx(path.string());
        chooser->SetPath(wanted);
        EXPECT_TRUE(waitFor([&] { return chooser->GetPath() == wanted; })) << path << " cannot be chosen";
        wxCommandEvent accepted(wxEVT_BUTTON, wxID_OK);
        chooser->HandleWindowEvent(accepted);
    });
}

Dialogs& Dialogs::act(std::function<void(wxDialog*)> person) {
    expected_.push({wxID_NONE, std::move(person)});
    return *this;
}

int Dialogs::Enter(wxDialog* dialog) {
    if (dialog == met_) return wxID_NONE; // a file dialog says twice that it comes
    if (dialog->GetName() == "progress") return wxID_NONE; // comes and goes by itself
    const auto* const message = dynamic_cast<wxMessageDialog*>(dialog);
    if (message) said_.push_back(utf8(message->GetMessage()));
    if (expected_.empty()) {
        ADD_FAILURE() << "unexpected dialog: " << utf8(message ? message->GetMessage() : dialog->GetTitle());
        return wxID_CANCEL;
    }
    const Expected next = std::move(expected_.front());
    expected_.pop();
    if (next.id != wxID_NONE) {
        if (next.use) next.use(dialog);
        return next.id;
    }
    met_ = dialog;
    dialog->CallAfter([dialog, person = next.use] {
        waitFor([&] { return dialog->IsShownOnScreen(); });
        settle();
        person(dialog);
        if (!dialog->IsModal()) return;
        ADD_FAILURE() << "the dialog was left open: " << utf8(dialog->GetTitle());
        dialog->EndModal(wxID_CANCEL);
    });
    return wxID_NONE;
}

void Dialogs::Exit(wxDialog* dialog) {
    if (dialog == met_ && !dialog->IsShown()) met_ = nullptr; // another may lie at its address
}

} // namespace yanxun::testing
