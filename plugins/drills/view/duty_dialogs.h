#pragma once
#include "view/view_context.h"

class wxWindow;

namespace drills {

/// Each writes through the service and returns true when it did.
bool scheduleDuty(wxWindow* parent, const ViewContext& context, const Duty& duty);
bool exemptDuty(wxWindow* parent, const ViewContext& context, const Duty& duty);
bool reportDuty(wxWindow* parent, const ViewContext& context, const Duty& duty);
bool editOwnRule(wxWindow* parent, const ViewContext& context, const DutyRule& rule);
bool editDutySettings(wxWindow* parent, const ViewContext& context);
/// The list of rules with their source; the bureau switches and adds here. True when something changed.
bool showDutyRules(wxWindow* parent, const ViewContext& context);

} // namespace drills
