#pragma once
#include "view/fact_tab.h"

namespace drills {

/// 评分: What the evaluation of a drill gave, and the ledger's score beside it.
class ScoreTab final : public FactTab {
public:
    ScoreTab(wxWindow* parent, const ViewContext& context);
    std::string title(const Drill& drill) override;

private:
    wxSizer* fill(const Drill& drill) override;
};

} // namespace drills
