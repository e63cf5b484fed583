#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace directory {

/// Adds a region by code and name.
class RegionDialog final : public yanxun::ui::FormDialog {
public:
    RegionDialog(wxWindow* parent, const ViewContext& context);
    /// Twelve digits, after OK.
    const std::string& code() const { return code_; }

private:
    void save() override;
    const ViewContext& context_;
    std::string code_;
};

} // namespace directory
