#pragma once
#include "view/drill_tab.h"

#include <wx/notebook.h>

namespace drills {

/// The tabs of one drill. Only the one in front is filled; the others when they come to the front.
class DrillNotebook final : public wxNotebook {
public:
    DrillNotebook(wxWindow* parent, const char* name, const std::vector<MakeDrillTab>& tabs, const ViewContext& context);
    void show(const Drill& drill);

private:
    void fill(std::size_t tab);
    std::vector<DrillTab*> tabs_;
    std::vector<bool> stale_;
    Drill drill_;
};

} // namespace drills
