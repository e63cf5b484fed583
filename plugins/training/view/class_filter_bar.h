#pragma once
#include "core/class_filter.h"
#include "view/view_context.h"

#include <wx/button.h>
#include <wx/choice.h>
#include <wx/panel.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace training {

/// Search box and choices above the list of classes.
class ClassFilterBar final : public wxPanel {
public:
    ClassFilterBar(wxWindow* parent, const ViewContext& context);

    ClassFilter filter() const { return filter_; }
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const ClassFilter& filter);
    /// Reads again which years and words there are.
    void refreshChoices();
    std::function<void()> changed;

private:
    struct Pick {
        wxChoice* field = nullptr;
        std::vector<std::string> values; ///< "" = all
    };
    Pick pick(const char* name, const std::string& title);
    static void offer(Pick& pick, const std::vector<std::pair<std::string, std::string>>& choices,
                      const std::string& chosen);
    static std::string chosen(const Pick& pick);
    void read();
    void tell();
    void showExtra();

    const ViewContext& context_;
    ClassFilter filter_;
    wxSearchCtrl* search_;
    wxTimer typing_;
    Pick year_, month_, mode_, kind_, status_;
    wxButton* extra_; ///< what narrows and has no choice here; pressed, it goes
};

} // namespace training
