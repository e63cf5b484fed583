#include "view/fact_tab.h"

#include <yanxun/ui/theme.h>

namespace drills {

using namespace yanxun::ui;

FactTab::FactTab(wxWindow* parent, const ViewContext& context, const char* name)
    : wxScrolledWindow(parent), context_(context) {
    SetName(name);
    SetScrollRate(0, FromDIP(space::l));
}

void FactTab::show(const Drill& drill) {
    DestroyChildren();
    auto* const padded = new wxBoxSizer(wxVERTICAL);
    padded->Add(fill(drill), 1, wxEXPAND | wxALL, FromDIP(space::m));
    SetSizer(padded, true);
    FitInside();
    Layout();
}

wxFlexGridSizer* FactTab::factGrid() {
    auto* const grid = new wxFlexGridSizer(2, wxSize(FromDIP(space::l), FromDIP(space::s)));
    grid->AddGrowableCol(1);
    return grid;
}

} // namespace drills
