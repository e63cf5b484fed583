#pragma once
#include "core/run/run.h"
#include "view/view_context.h"

class wxWindow;

/// What the run screen asks a person. Each answers true when something was written.
namespace drills {

bool askAbort(wxWindow* parent, const ViewContext& context, const Drill& drill);
bool askDelay(wxWindow* parent, const ViewContext& context, const Run& run, std::int64_t no);
bool askFree(wxWindow* parent, const ViewContext& context, const Run& run);
bool askWatch(wxWindow* parent, const ViewContext& context, const Run& run);
/// Which 计时 item a stopped watch measures; or void with a reason.
bool askWatchChange(wxWindow* parent, const ViewContext& context, const StageTime& watch);
bool askSpeed(wxWindow* parent, const ViewContext& context, const Run& run);

} // namespace drills
