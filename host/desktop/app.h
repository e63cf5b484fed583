#pragma once
#include "core/places.h"
#include "desktop/start_options.h"

namespace yanxun::desktop {

constexpr int kUsage = 2; ///< exit code: words not understood, or no display

/// Runs the desktop until its window is closed; returns the exit code. Without a display it says so on standard error.
int runDesktop(const host::Places& places, const StartOptions& options, const char* programName);

} // namespace yanxun::desktop
