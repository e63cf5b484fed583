#pragma once
#include "core/target.h"
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace campaigns {

/// One target, new or as it stands.
class TargetDialog final : public yanxun::ui::FormDialog {
public:
    TargetDialog(wxWindow* parent, const ViewContext& context, const Target& target);

private:
    void fill();
    void save() override;
    const ViewContext& context_;
    Target target_;
};

} // namespace campaigns
