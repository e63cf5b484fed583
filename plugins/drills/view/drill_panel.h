#pragma once
#include "view/view_context.h"

#include <wx/panel.h>

namespace drills {

class DrillHead;
class DrillNotebook;

/// One drill beside the list, in short: its head and the tabs 概况, 评分, 问题. All of it stands on the page drills.drill.
class DrillPanel final : public wxPanel {
public:
    DrillPanel(wxWindow* parent, const ViewContext& context);

    /// 0 = nothing chosen.
    void show(std::int64_t id);
    void refresh();

private:
    const ViewContext& context_;
    std::int64_t id_ = 0;
    DrillHead* head_ = nullptr;
    DrillNotebook* tabs_ = nullptr;
    wxWindow* nothing_ = nullptr;
};

} // namespace drills
