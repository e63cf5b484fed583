#pragma once
#include "core/run/run.h"

#include <filesystem>

namespace drills {

/// The script as a workbook that prints on A4 across and comes back through «drills.script» without a difference.
void writeScriptWorkbook(const Drill& drill, const std::vector<ScriptLine>& lines, const std::filesystem::path& path);

} // namespace drills
