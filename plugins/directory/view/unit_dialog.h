#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace directory {

/// Adds a unit, or edits a copy of one.
class UnitDialog final : public yanxun::ui::FormDialog {
public:
    UnitDialog(wxWindow* parent, const ViewContext& context, const Unit& unit);
    /// The unit as it was saved.
    std::int64_t unitId() const { return unit_.id; }

private:
    void addFields();
    void fill();
    Unit read();
    bool accept() override;
    void save() override;
    const ViewContext& context_;
    Unit unit_;
};

} // namespace directory
