#pragma once
#include <yanxun/progress.h>

#include <wx/window.h>

#include <functional>
#include <string>

namespace yanxun::desktop {

/// Runs long work on a worker behind a dialog with its progress and a button to cancel. Throws what the work throws.
void runWithProgress(wxWindow* parent, const std::string& title, const std::function<void(Progress&)>& work);

} // namespace yanxun::desktop
