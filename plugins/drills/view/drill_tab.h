#pragma once
#include "view/view_context.h"

#include <functional>

class wxWindow;

namespace drills {

/// One tab of a drill's page. The object is its own window (class X : public wxPanel, public DrillTab), made as a child
/// of the notebook and owned by it. Read what is shown inside show(); a tab that is not in front is told when it comes.
class DrillTab {
public:
    virtual ~DrillTab() = default;
    virtual wxWindow* window() = 0;
    /// «问题 3»; asked whenever the drill is shown anew.
    virtual std::string title(const Drill& drill) = 0;
    /// The drill as it is now; also after each change of any record. Keep what is selected.
    virtual void show(const Drill& drill) = 0;
};

using MakeDrillTab = std::function<DrillTab*(wxWindow* notebook, const ViewContext& context)>;

/// The tabs of a drill's page in their order: one line each in drill_tabs.cpp.
std::vector<MakeDrillTab> drillTabs();
/// The few that stand beside the list.
std::vector<MakeDrillTab> sideTabs();

} // namespace drills
