#pragma once
#include "view/fact_tab.h"

namespace drills {

/// 自评与达成度: what stands beside the score and never in it — those who took part, the public, and the frozen result in
/// the words of P/S/M/U and 达成度.
class BesideTab final : public FactTab {
public:
    BesideTab(wxWindow* parent, const ViewContext& context);
    std::string title(const Drill& drill) override;

private:
    wxSizer* fill(const Drill& drill) override;
    void addSelves(wxSizer* column, const Drill& drill);
    void addCapability(wxSizer* column, const Drill& drill);
};

} // namespace drills
