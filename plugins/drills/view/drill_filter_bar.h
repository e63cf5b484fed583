#pragma once
#include "core/drill_filter.h"
#include "view/view_context.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace drills {

/// Search box and choices above the list of drills.
class DrillFilterBar final : public wxPanel {
public:
    DrillFilterBar(wxWindow* parent, const ViewContext& context);

    DrillFilter filter() const { return filter_; }
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const DrillFilter& filter);
    /// Reads again which years and words there are.
    void refreshChoices();
    void focusSearch();
    std::function<void()> changed;

private:
    struct Pick {
        wxChoice* field = nullptr;
        std::vector<std::string> values; ///< «» = all
    };
    Pick pick(const char* name, const std::string& title);
    static void offer(Pick& pick, std::vector<std::pair<std::string, std::string>> choices, const std::string& chosen);
    static std::string chosen(const Pick& pick);
    void layOut();
    void read();
    void tell();
    void showExtra();

    const ViewContext& context_;
    DrillFilter filter_;
    wxSearchCtrl* search_;
    wxTimer typing_;
    Pick year_, month_, hazard_, region_, mode_, stage_;
    wxButton* extra_; ///< what narrows and has no choice here; pressed, it goes
};

} // namespace drills
