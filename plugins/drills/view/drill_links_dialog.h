#pragma once
#include "view/view_context.h"

class wxWindow;

namespace drills {

/// Plans tested, units that took part and marks of a drill. True when it was saved.
bool editDrillLinks(wxWindow* parent, const ViewContext& context, const Drill& drill);

} // namespace drills
