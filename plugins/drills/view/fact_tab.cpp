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
    refill(this, fill(drill));
}

} // namespace drills
