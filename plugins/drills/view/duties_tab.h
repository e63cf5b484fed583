#pragma once
#include "view/view_context.h"

#include <wx/scrolwin.h>

namespace drills {

/// What a drill stands for: the plans it tested, units that took part, marks, and the duties it counts for (抵扣).
class DutiesTab final : public wxScrolledWindow {
public:
    DutiesTab(wxWindow* parent, const ViewContext& context);
    void show(const Drill& drill);

private:
    void edit();
    const ViewContext& context_;
    Drill drill_;
};

} // namespace drills
