#pragma once
#include "view/view_context.h"

#include <wx/panel.h>

namespace drills {

/// Name, state and day of a drill with what can be done with it, above its tabs.
class DrillHead final : public wxPanel {
public:
    /// `isPage`: on a page of its own; beside a list it offers to open that page.
    DrillHead(wxWindow* parent, const ViewContext& context, bool isPage);
    void show(const Drill& drill);
    void edit();
    /// Something was changed: show it anew.
    std::function<void()> changed;
    /// Lets the papers of the drill be exported; without it there is no button.
    std::function<void(const Drill&)> papers;
    /// It was removed.
    std::function<void()> gone;

private:
    void makeDeeds(wxSizer* into, const Drill& drill);
    void remove();
    /// Asks for the next state and, where it is needed, the reason.
    void step();
    /// Another day.
    void reschedule();
    /// 演练情景 and its templates.
    void scenario();
    /// A new drill like it.
    void copy();
    bool hasScenario();
    void paper();
    void rate();
    void open();
    Drill current();

    const ViewContext& context_;
    const bool isPage_;
    std::int64_t id_ = 0;
};

} // namespace drills
