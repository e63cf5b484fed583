#pragma once
#include "view/edit_dialog.h"
#include "view/view_context.h"

namespace drills {

/// Registers a finding of a drill or edits one.
class FindingDialog final : public EditDialog {
public:
    /// `finding.id` 0 = a new one of `finding.drillId`.
    FindingDialog(wxWindow* parent, const ViewContext& context, const Finding& finding);

private:
    void save() override;
    const ViewContext& context_;
    Finding finding_;
};

} // namespace drills
