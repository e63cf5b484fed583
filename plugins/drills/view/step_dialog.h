#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace drills {

/// Takes a drill to its next state, with the reason where one is needed.
class StepDialog final : public yanxun::ui::FormDialog {
public:
    StepDialog(wxWindow* parent, const ViewContext& context, const Drill& drill);

private:
    void save() override;
    Status wanted();
    const ViewContext& context_;
    Drill drill_;
};

} // namespace drills
