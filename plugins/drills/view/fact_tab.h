#pragma once
#include "view/drill_tab.h"

#include <wx/scrolwin.h>
#include <wx/sizer.h>

namespace drills {

/// A tab that tells facts: emptied and filled anew with each drill, scrolled when it is long.
class FactTab : public wxScrolledWindow, public DrillTab {
public:
    FactTab(wxWindow* parent, const ViewContext& context, const char* name);
    wxWindow* window() override { return this; }
    void show(const Drill& drill) final;

protected:
    /// What stands inside, made of children of this window.
    virtual wxSizer* fill(const Drill& drill) = 0;
    const ViewContext& context_;
};

} // namespace drills
