#pragma once
#include "core/run/script.h"

#include <yanxun/table/rows.h>

#include <array>
#include <string>

namespace drills {

/// One column of the script as a table: the same words for import, export, console and the grid on the screen.
struct ScriptColumn {
    const char* id; ///< also the name in the database where there is one
    std::string title;
    int width; ///< in characters
};

const std::vector<ScriptColumn>& scriptColumns();
/// The cell as a person reads and writes it.
std::string scriptCell(const ScriptLine& line, std::string_view column);
/// Puts a cell into the line. Throws Error with a sentence for what it cannot be.
void putScriptCell(ScriptLine& line, std::string_view column, const std::string& written);
/// Rows for console and reports.
yanxun::RowSource scriptRows(const std::vector<ScriptLine>& lines);

} // namespace drills
