#pragma once
#include "core/program.h"

#include <wx/window.h>

#include <filesystem>
#include <string>

namespace yanxun {
class Workbench;
}

namespace yanxun::desktop {

/// Opens the import wizard and returns when it is closed. `kind` empty = ask, or tell by the file. With a file it starts
/// by reading it.
void showImportWizard(wxWindow* parent, host::Program& program, Workbench& workbench, const std::string& kind,
                      const std::filesystem::path& file = {});

} // namespace yanxun::desktop
