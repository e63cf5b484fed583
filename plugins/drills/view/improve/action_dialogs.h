#pragma once
#include "core/improve/action_service.h"
#include "core/improve/lesson.h"
#include "view/view_context.h"

#include <yanxun/ui/form_dialog.h>

namespace drills {

/// Makes a measure for a finding (id 0) or edits one. True when something was saved.
bool editAction(wxWindow* parent, const ViewContext& context, const Action& action);
bool reportAction(wxWindow* parent, const ViewContext& context, const Action& action);
bool sendBackAction(wxWindow* parent, const ViewContext& context, const Action& action);
bool askExtension(wxWindow* parent, const ViewContext& context, const Action& action);
bool decideExtension(wxWindow* parent, const ViewContext& context, const Extension& asked);
/// 复查, or 回头看 of what was struck off.
bool verifyAction(wxWindow* parent, const ViewContext& context, const Action& action);
/// id 0 = a new one of `lesson.drillId`.
bool editLesson(wxWindow* parent, const ViewContext& context, const Lesson& lesson);
/// 预案修订建议 from a finding.
bool suggestRevision(wxWindow* parent, const ViewContext& context, const Finding& finding);

bool decideRevision(wxWindow* parent, const ViewContext& context, const PlanRevision& revision);
/// The version of the plan that took an accepted request up.
bool adoptRevision(wxWindow* parent, const ViewContext& context, const PlanRevision& revision);

} // namespace drills
