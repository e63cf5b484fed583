#pragma once
#include "view/view_context.h"

class wxWindow;

namespace drills {

/// Dialogs of the score page; each writes through the service and returns true when it did.
bool editEvaluator(wxWindow* parent, const ViewContext& context, std::int64_t drill, const Evaluator& evaluator);
bool editRuling(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation, const ScoreItem& item);
bool editPanelRules(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation);
bool addDrillVeto(wxWindow* parent, const ViewContext& context, const Evaluation& evaluation);

} // namespace drills
