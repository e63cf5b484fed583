#pragma once
#include <yanxun/table/import.h>

#include <wx/window.h>

#include <string>

namespace yanxun::desktop {

/// Asks before a batch is taken back.
bool confirmUndo(wxWindow* parent, const std::string& file, std::int64_t batch);
/// Says what was taken back; lists what stays, and why, when something does.
void showUndone(wxWindow* parent, std::int64_t batch, const UndoResult& result);

} // namespace yanxun::desktop
