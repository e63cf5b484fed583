#pragma once
#include "core/activity_filter.h"
#include "view/view_context.h"

#include <wx/button.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

#include <memory>

namespace campaigns {

/// Search box and choices above the list of activities.
class ActivityFilterBar final : public wxPanel {
public:
    ActivityFilterBar(wxWindow* parent, const ViewContext& context);

    const ActivityFilter& filter() const { return filter_; }
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const ActivityFilter& filter);
    /// Reads again which years and words there are.
    void refreshChoices();
    std::function<void()> changed;

private:
    void read();
    void tell();
    void showExtra(const Terms& terms);

    const ViewContext& context_;
    ActivityFilter filter_;
    wxSearchCtrl* search_;
    wxTimer typing_;
    std::unique_ptr<Pick> year_, month_, category_, region_, status_;
    wxButton* extra_; ///< what narrows and has no choice here; pressed, it goes
};

} // namespace campaigns
