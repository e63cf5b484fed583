#pragma once
#include "view/view_context.h"

class wxWindow;

namespace drills {

/// 演练情景 of a drill: written, started from a template, kept as one. A drill whose design is closed can only keep its
/// scenario as a template. True when something was saved.
bool writeScenario(wxWindow* parent, const ViewContext& context, const Drill& drill);
/// The templates: new, changed, removed.
void showScenarioTemplates(wxWindow* parent, const ViewContext& context);

} // namespace drills
