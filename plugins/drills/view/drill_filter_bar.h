#pragma once
#include "core/drill_filter.h"
#include "view/view_context.h"

#include <yanxun/ui/filter_bar.h>

namespace drills {

/// Search box and choices above the list of drills.
class DrillFilterBar final : public yanxun::ui::FilterBar {
public:
    DrillFilterBar(wxWindow* parent, const ViewContext& context);

    const DrillFilter& filter() const { return filter_; }
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const DrillFilter& filter);
    /// Reads again which years and words there are.
    void refreshChoices();

private:
    void read() override;
    void dropExtra() override;
    void tellExtra();

    const ViewContext& context_;
    DrillFilter filter_;
    yanxun::ui::Pick *hazard_, *region_, *mode_, *stage_;
};

} // namespace drills
