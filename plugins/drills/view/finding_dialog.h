#pragma once
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace drills {

/// Registers a finding of a drill or edits one.
class FindingDialog final : public yanxun::ui::FormDialog {
public:
    /// `finding.id` 0 = a new one of `finding.drillId`.
    FindingDialog(wxWindow* parent, const ViewContext& context, const Finding& finding);

private:
    void save() override;
    const ViewContext& context_;
    Finding finding_;
};

} // namespace drills
