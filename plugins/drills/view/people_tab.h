#pragma once
#include "view/fact_tab.h"

namespace drills {

/// 参与: Who took part in a drill, as participation counts it.
class PeopleTab final : public FactTab {
public:
    PeopleTab(wxWindow* parent, const ViewContext& context);
    std::string title(const Drill& drill) override;

private:
    wxSizer* fill(const Drill& drill) override;
};

} // namespace drills
