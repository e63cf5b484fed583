#pragma once
#include "core/activity_service.h"
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace campaigns {

/// One activity, new or as it stands.
class ActivityDialog final : public yanxun::ui::FormDialog {
public:
    /// An activity without an id is new; what it says is offered.
    ActivityDialog(wxWindow* parent, const ViewContext& context, const Activity& activity);
    std::int64_t id() const { return activity_.id; }

private:
    void addFields();
    void addMetrics();
    void fill();
    ActivityDraft read();
    void save() override;

    const ViewContext& context_;
    Activity activity_;
    Terms terms_;
};

/// The next state of an activity, with its reason where one is needed.
class ActivityStepDialog final : public yanxun::ui::FormDialog {
public:
    ActivityStepDialog(wxWindow* parent, const ViewContext& context, const Activity& activity);

private:
    void save() override;
    const ViewContext& context_;
    Activity activity_;
};

/// Units not reached → one planned activity.
class PlanDialog final : public yanxun::ui::FormDialog {
public:
    struct Wanted {
        std::vector<std::int64_t> units;
        std::vector<std::string> names;
        std::string category;
    };
    PlanDialog(wxWindow* parent, const ViewContext& context, Wanted wanted);
    std::int64_t id() const { return id_; }

private:
    void save() override;
    const ViewContext& context_;
    Wanted wanted_;
    std::int64_t id_ = 0;
};

} // namespace campaigns
