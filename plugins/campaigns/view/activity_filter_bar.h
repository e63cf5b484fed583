#pragma once
#include "core/activity_filter.h"
#include "view/view_context.h"

#include <yanxun/ui/filter_bar.h>

namespace campaigns {

/// Search box and choices above the list of activities.
class ActivityFilterBar final : public yanxun::ui::FilterBar {
public:
    ActivityFilterBar(wxWindow* parent, const ViewContext& context);

    const ActivityFilter& filter() const { return filter_; }
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const ActivityFilter& filter);
    /// Reads again which years and words there are.
    void refreshChoices();

private:
    void read() override;
    void dropExtra() override;
    void tellExtra(const Terms& terms);

    const ViewContext& context_;
    ActivityFilter filter_;
    yanxun::ui::Pick *category_, *region_, *status_;
};

} // namespace campaigns
