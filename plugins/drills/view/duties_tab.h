#pragma once
#include "view/drill_tab.h"

#include <wx/scrolwin.h>

namespace drills {

/// What a drill stands for: the plans it tested, units that took part, marks, and the duties it counts for (抵扣).
class DutiesTab final : public wxScrolledWindow, public DrillTab {
public:
    DutiesTab(wxWindow* parent, const ViewContext& context);
    wxWindow* window() override { return this; }
    std::string title(const Drill& drill) override;
    void show(const Drill& drill) override;

private:
    void edit();
    void editClauses();
    const ViewContext& context_;
    Drill drill_;
};

} // namespace drills
