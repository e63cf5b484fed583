#pragma once
#include "core/program.h"

#include <yanxun/figure.h>
#include <yanxun/ui/workbench.h>

#include <wx/window.h>

namespace yanxun::desktop {

/// Where a number leads: the figure's page, or else a dialog with the records behind it. `key` names one point; "" = all.
void openFigure(wxWindow* parent, host::Program& program, Workbench& workbench, const FigureKind& kind,
                const Period& period, const std::string& key);

} // namespace yanxun::desktop
