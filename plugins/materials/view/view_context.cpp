#include "view/view_context.h"

#include "core/item_store.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/sizer.h>

#include <algorithm>

namespace materials {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr std::size_t offered = 9;

} // namespace

std::vector<std::string> suggestItems(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const Item& item : items::suggest(reader, typed, offered)) names.push_back(item.name);
    });
    return names;
}

std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& unit : context.units.suggest(reader, typed, offered)) names.push_back(unit.name);
    });
    return names;
}

std::vector<std::string> suggestActivities(const ViewContext& context, const std::string& typed) {
    std::vector<std::string> names;
    const auto* const activities = context.links.activities();
    if (!activities) return names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const auto& one : activities->suggest(reader, typed, offered)) {
            if (std::find(names.begin(), names.end(), one.name) == names.end()) names.push_back(one.name);
        }
    });
    return names;
}

std::vector<std::string> placeNames(const ViewContext& context) {
    std::vector<std::string> names;
    context.database.read([&](yanxun::Reader& reader) {
        for (const Location& place : locations::physical(reader)) names.push_back(place.name);
    });
    return names;
}

std::string orDash(const std::string& text) { return text.empty() ? "—" : text; }

wxFlexGridSizer* factGrid(wxWindow* parent) {
    auto* const grid = new wxFlexGridSizer(2, wxSize(parent->FromDIP(space::l), parent->FromDIP(space::s)));
    grid->AddGrowableCol(1);
    return grid;
}

void addFact(wxWindow* parent, wxFlexGridSizer* grid, const std::string& title, const std::string& value) {
    grid->Add(label(parent, title, TextStyle::body, true), 0, wxALIGN_TOP);
    grid->Add(paragraph(parent, orDash(value)), 1, wxEXPAND);
}

wxButton* deedButton(wxWindow* parent, const char* name, const std::string& text, const char* icon, std::function<void()> deed,
                     bool primary) {
    wxButton* const made = button(parent, text, icon, primary);
    made->SetName(name);
    made->Bind(wxEVT_BUTTON, [parent, deed = std::move(deed)](wxCommandEvent&) {
        wxWindow* const top = wxGetTopLevelParent(parent);
        parent->CallAfter([top, deed] { guarded(top, deed); });
    });
    return made;
}

} // namespace materials
