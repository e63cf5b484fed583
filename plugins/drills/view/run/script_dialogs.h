#pragma once
#include "core/run/script.h"
#include "view/view_context.h"

class wxWindow;

/// What the script's tab asks. Each answers true when something was written.
namespace drills {

/// A new line; with `shift` the lines at its time and later move on.
bool askLine(wxWindow* parent, const ViewContext& context, std::int64_t drill, std::int64_t offset, bool shift);
bool askShift(wxWindow* parent, const ViewContext& context, std::int64_t drill, const ScriptLine* from);
bool askPhases(wxWindow* parent, const ViewContext& context, std::int64_t drill);

} // namespace drills
