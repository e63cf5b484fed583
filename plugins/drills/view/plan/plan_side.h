#pragma once
#include "core/plan/plan_service.h"
#include "view/view_context.h"

#include <yanxun/ui/record_table.h>

#include <wx/panel.h>

class wxNotebook;
class wxStaticText;

namespace drills {

/// Beside the plan: one item with its occurrences, the adjustments, the approval.
class PlanSide final : public wxPanel {
public:
    PlanSide(wxWindow* parent, const ViewContext& context, const PlanService& plans);
    /// 0 = no item chosen.
    void show(const YearPlan& plan, std::int64_t item, std::int64_t date = 0);
    std::function<void()> changed;

private:
    wxPanel* makeItemTab(wxWindow* parent);
    wxPanel* makeChangesTab(wxWindow* parent);
    void fillFacts();
    void layItemTab();
    void tellChange();
    void enable();
    std::optional<PlanDate> chosen();
    void act(const std::function<bool(const PlanDate&)>& deed);
    void editItem();
    void removeItem();

    const ViewContext& context_;
    const PlanService& plans_;
    YearPlan plan_;
    std::optional<PlanItem> item_;
    wxNotebook* tabs_ = nullptr;
    wxPanel *facts_ = nullptr, *changeFacts_ = nullptr;
    wxScrolledWindow* itemTab_ = nullptr;
    wxStaticText* about_ = nullptr; ///< of the occurrence chosen
    wxButton *edit_ = nullptr, *remove_ = nullptr, *start_ = nullptr, *change_ = nullptr, *open_ = nullptr, *link_ = nullptr;
    yanxun::ui::RecordTable *dates_ = nullptr, *changes_ = nullptr, *steps_ = nullptr;
};

} // namespace drills
