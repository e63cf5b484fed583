#pragma once
#include "view/plan/plan_side.h"

#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>

class wxChoice;

namespace drills {

class PlanPageWindow final : public wxPanel, public yanxun::PageView {
public:
    PlanPageWindow(wxWindow* parent, const ViewContext& context, const PlanService& plans);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxSizer* makeChoices(wxWindow* parent);
    wxSizer* makeLegend(wxWindow* parent);
    void load();
    void offerPlans();
    void showPlan();
    const YearPlan* plan() const;
    /// The one next step of the plan's way.
    void step();
    void giveBack();
    void countersign();
    void copy();
    void save();

    const ViewContext& context_;
    const PlanService& plans_;
    int year_ = 0;
    std::int64_t planId_ = 0, itemId_ = 0, shownPlan_ = -1;
    std::vector<int> years_;
    std::vector<YearPlan> all_;
    yanxun::ui::PageHeader* header_ = nullptr;
    wxChoice *yearChoice_ = nullptr, *planChoice_ = nullptr;
    yanxun::ui::Pill* pill_ = nullptr;
    wxStaticText* about_ = nullptr;
    wxButton *add_ = nullptr, *copy_ = nullptr, *fill_ = nullptr, *conflicts_ = nullptr, *save_ = nullptr, *describe_ = nullptr,
             *back_ = nullptr, *sign_ = nullptr, *step_ = nullptr;
    yanxun::ui::RecordTable* table_ = nullptr;
    PlanSide* side_ = nullptr;
    wxWindow *content_ = nullptr, *nothing_ = nullptr;
    wxSizer* deeds_ = nullptr;
};

} // namespace drills
