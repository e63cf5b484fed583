#pragma once
#include "core/class_filter.h"
#include "view/view_context.h"

#include <yanxun/ui/filter_bar.h>

namespace training {

/// Search box and choices above the list of classes.
class ClassFilterBar final : public yanxun::ui::FilterBar {
public:
    ClassFilterBar(wxWindow* parent, const ViewContext& context);

    const ClassFilter& filter() const { return filter_; }
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const ClassFilter& filter);
    /// Reads again which years and words there are.
    void refreshChoices();

private:
    void read() override;
    void dropExtra() override;
    void tellExtra();

    const ViewContext& context_;
    ClassFilter filter_;
    yanxun::ui::Pick *mode_, *kind_, *status_;
};

} // namespace training
