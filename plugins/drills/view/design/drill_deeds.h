#pragma once
#include "view/view_context.h"

class wxWindow;

namespace drills {

/// A new drill like this one on another day; its id, 0 when the person did not want it.
std::int64_t copyDrill(wxWindow* parent, const ViewContext& context, const Drill& drill);
/// Another day, the same hours; asks for the reason once the drill is approved. True when it was done.
bool rescheduleDrill(wxWindow* parent, const ViewContext& context, const Drill& drill);
/// Which clauses (条款) of each tested plan the drill tests. True when it was done.
bool writeClauses(wxWindow* parent, const ViewContext& context, const Drill& drill);

} // namespace drills
