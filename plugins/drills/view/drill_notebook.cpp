#include "view/drill_notebook.h"

#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace drills {

using namespace yanxun::ui;

DrillNotebook::DrillNotebook(wxWindow* parent, const char* name, const std::vector<MakeDrillTab>& tabs,
                             const ViewContext& context)
    : wxNotebook(parent, wxID_ANY) {
    SetName(name);
    for (const MakeDrillTab& make : tabs) {
        tabs_.push_back(make(this, context));
        AddPage(tabs_.back()->window(), wx(tabs_.back()->title({})));
    }
    stale_.assign(tabs_.size(), true);
    Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        event.Skip();
        // A list inside a tab sends such events of its own.
        if (event.GetEventObject() != this || event.GetSelection() < 0) return;
        guarded(this, [&] { fill(std::size_t(event.GetSelection())); });
    });
}

void DrillNotebook::show(const Drill& drill) {
    drill_ = drill;
    stale_.assign(tabs_.size(), true);
    for (std::size_t i = 0; i < tabs_.size(); ++i) {
        const wxString title = wx(tabs_[i]->title(drill));
        if (GetPageText(i) != title) SetPageText(i, title);
    }
    if (GetSelection() >= 0) fill(std::size_t(GetSelection()));
}

void DrillNotebook::fill(std::size_t tab) {
    if (drill_.id == 0 || !stale_[tab]) return;
    stale_[tab] = false;
    tabs_[tab]->show(drill_);
}

} // namespace drills
