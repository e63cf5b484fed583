#pragma once
#include "core/duty/duty_matrix.h"
#include "view/view_context.h"

#include <yanxun/ui/heat_map.h>

#include <wx/panel.h>

namespace drills {

/// 看板: units below each other, the windows of the chosen rule beside each other, coloured and marked by status; what is
/// chosen is told in words below. Without a rule each rule has a column.
class DutyBoard final : public wxPanel {
public:
    DutyBoard(wxWindow* parent, const ViewContext& context);
    void set(const DutyFilter& filter);
    /// The duty behind the chosen cell.
    std::int64_t chosen() const;
    const DutyMatrix& matrix() const { return matrix_; }

    std::function<void()> selectionChanged;
    std::function<void()> opened;                             ///< Enter or a double click on a duty
    std::function<void(const std::string& rule)> ruleOpened;  ///< the same, where columns are rules

private:
    wxSizer* legend();
    void tell();
    void open(int column);
    const ViewContext& context_;
    DutyMatrix matrix_;
    bool byRule_ = false;
    yanxun::ui::HeatMap* map_ = nullptr;
    wxStaticText* detail_ = nullptr;
};

/// How a status looks.
yanxun::ui::HeatCell heatCell(DutyStatus status);

} // namespace drills
