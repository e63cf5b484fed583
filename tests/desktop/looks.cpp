#include "desktop/looks.h"

#include "desktop/page_book.h"
#include "gui/verb_answer.h"

#include <yanxun/ui/record_table.h>

#include <wx/button.h>
#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/dataview.h>
#include <wx/display.h>
#include <wx/radiobut.h>
#include <wx/scrolwin.h>
#include <wx/stattext.h>

#include <algorithm>

namespace yanxun::testing {
namespace {

const wxSize usual(1320, 840);
const wxRect endless(-20000, -20000, 40000, 40000);

bool isLoading(wxWindow* root) {
    if (!root->IsShown()) return false;
    if (const auto* table = dynamic_cast<ui::RecordTable*>(root)) return table->loading();
    for (wxWindow* child : root->GetChildren())
        if (isLoading(child)) return true;
    return false;
}

/// A label that ends in «…» on purpose tells the whole in its tip.
bool cutsOnPurpose(wxWindow* window) {
    constexpr long ellipsis = wxST_ELLIPSIZE_START | wxST_ELLIPSIZE_MIDDLE | wxST_ELLIPSIZE_END;
    return dynamic_cast<wxStaticText*>(window) && (window->GetWindowStyle() & ellipsis) != 0;
}

bool showsText(wxWindow* window) {
    return dynamic_cast<wxButton*>(window) || dynamic_cast<wxStaticText*>(window) || dynamic_cast<wxCheckBox*>(window) ||
           dynamic_cast<wxRadioButton*>(window);
}

/// Where the parts of a window can be brought into sight: a scrolled area has more room than it shows.
wxRect roomIn(wxWindow* window, const wxRect& room) {
    wxRect inside = window->GetScreenRect();
    int across = 0, down = 0;
    if (const auto* const area = dynamic_cast<wxScrolledWindow*>(window)) area->GetScrollPixelsPerUnit(&across, &down);
    if (across == 0 && down == 0) return room.Intersect(inside);
    if (across > 0) inside.x = endless.x, inside.width = endless.width;
    if (down > 0) inside.y = endless.y, inside.height = endless.height;
    return inside;
}

/// Headings that are wider than their columns.
void addCutHeadings(wxDataViewCtrl* list, std::vector<std::string>& found) {
    const wxFont bold = list->GetFont().Bold();
    for (unsigned i = 0; i < list->GetColumnCount(); ++i) {
        const wxDataViewColumn* const column = list->GetColumn(i);
        int width = 0;
        list->GetTextExtent(column->GetTitle(), &width, nullptr, nullptr, nullptr, &bold);
        if (!column->IsHidden() && column->GetWidth() > 0 && column->GetWidth() < width)
            found.push_back(ui::utf8(list->GetName()) + ": heading “" + ui::utf8(column->GetTitle()) + "”");
    }
}

void addCut(wxWindow* window, const wxRect& room, std::vector<std::string>& found) {
    for (wxWindow* child : window->GetChildren()) {
        if (!child->IsShown() || child->IsTopLevel()) continue;
        const wxRect rect = child->GetScreenRect();
        const std::string text = ui::utf8(child->GetLabel());
        if (showsText(child) && !text.empty() && !cutsOnPurpose(child)) {
            const wxSize best = child->GetBestSize();
            const std::string named = ui::utf8(child->GetName()) + " “" + text + "”";
            if (rect.width + 1 < best.x || rect.height + 1 < best.y) {
                found.push_back(named + ": " + std::to_string(rect.width) + "×" + std::to_string(rect.height) + " of " +
                                std::to_string(best.x) + "×" + std::to_string(best.y));
            } else if (!room.Contains(rect)) {
                found.push_back(named + " lies outside");
            }
        }
        if (auto* const list = dynamic_cast<wxDataViewCtrl*>(child)) addCutHeadings(list, found);
        addCut(child, roomIn(child, room), found);
    }
}

} // namespace

const std::vector<Look>& looks() {
    static const std::vector<Look> all{{"light", ui::ThemeMode::light, usual},
                                       {"dark", ui::ThemeMode::dark, usual},
                                       {"light-1366x768", ui::ThemeMode::light, {1366, 700}}};
    return all;
}

std::vector<std::string> cutTexts(wxWindow* root) {
    std::vector<std::string> found;
    addCut(root, root->GetScreenRect(), found);
    return found;
}

Gallery::Gallery() : opened_(home_.places(), {home_.demonstration(), {}, "王小培", usual}) {}

wxWindow* Gallery::open(const std::string& page, const std::string& argument) { return opened_.open(page, argument); }

std::map<std::string, std::string> Gallery::verb(const std::string& id, Arguments arguments) {
    return runVerb(opened_.program(), id, std::move(arguments)).fields;
}

void Gallery::verbAs(const std::string& who, const std::string& id, Arguments arguments) {
    Database& database = opened_.program().database();
    const std::string before = database.who();
    database.setWho(who);
    verb(id, std::move(arguments));
    database.setWho(before);
}

std::int64_t Gallery::number(const std::string& sql) {
    std::int64_t found = 0;
    opened_.program().database().read([&](Reader& reader) { found = reader.scalar(sql); });
    return found;
}

void Gallery::wear(const Look& look) {
    ui::setThemeMode(look.mode);
    wxFrame& frame = opened_.frame();
    // At twice the density the screen has half the room.
    wxSize size = frame.FromDIP(look.dip);
    size.DecTo(wxDisplay(0u).GetClientArea().GetSize() - frame.FromDIP(wxSize(8, 60)));
    if (frame.GetClientSize() != size) frame.SetClientSize(size);
    frame.Move(0, 0);
    settle(std::chrono::milliseconds(150));
}

void Gallery::sight(const std::string& name) {
    for (const Look& look : looks()) {
        SCOPED_TRACE(name + ", " + look.name);
        wear(look);
        wxWindow* const page = opened_.frame().book().window(opened_.page());
        EXPECT_TRUE(waitFor([&] { return !isLoading(page); }));
        settle(std::chrono::milliseconds(150));
        for (const std::string& cut : cutTexts(page)) ADD_FAILURE() << cut;
        shoot(std::string(look.name) + "-" + name, &opened_.frame());
    }
    wear(looks().front());
}

void Gallery::portray(wxDialog* dialog, const std::string& name) {
    SCOPED_TRACE(name);
    for (const Look& look : {looks()[0], looks()[1]}) {
        ui::setThemeMode(look.mode);
        dialog->Move(0, 0);
        settle(std::chrono::milliseconds(200));
        for (const std::string& cut : cutTexts(dialog)) ADD_FAILURE() << look.name << ": " << cut;
        EXPECT_LE(dialog->GetSize().y, wxDisplay(0u).GetClientArea().height) << "higher than the screen";
        shoot(std::string(look.name) + "-" + name, dialog);
    }
    ui::setThemeMode(ui::ThemeMode::light);
}

void Gallery::dialog(const std::string& button, const std::string& name) {
    Dialogs dialogs;
    dialogs.act([&](wxDialog* dialog) {
        portray(dialog, name);
        dialog->EndModal(wxID_CANCEL);
    });
    pressButton(button, opened_.frame().book().window(opened_.page()));
    settle();
}

} // namespace yanxun::testing
