#pragma once
#include "view/fact_tab.h"

namespace drills {

/// 概况: Facts of a drill as they stand in its record.
class OverviewTab final : public FactTab {
public:
    OverviewTab(wxWindow* parent, const ViewContext& context);
    std::string title(const Drill& drill) override;

private:
    wxSizer* fill(const Drill& drill) override;
    void addDesign(wxSizer* grid, const Drill& drill);
};

} // namespace drills
