#include "core/run/script_workbook.h"

#include "core/run/script_columns.h"

#include <yanxun/table/workbook.h>
#include <yanxun/text.h>

namespace drills {

using yanxun::CellLook;
using yanxun::tr;
using yanxun::WorkbookCell;

void writeScriptWorkbook(const Drill& drill, const std::vector<ScriptLine>& lines, const std::filesystem::path& path) {
    const auto& columns = scriptColumns();
    yanxun::WorkbookSheet sheet;
    sheet.name = tr("演练脚本");
    sheet.landscape = true;
    sheet.pageHeader = tr("演练");
    WorkbookCell title{tr("{} 脚本", drill.name), CellLook::title, {}, int(columns.size())};
    WorkbookCell note{tr("{} · {}　时间从演练开始算起", drill.unitName, drill.heldOn.chinese()), CellLook::note, {}, int(columns.size())};
    sheet.rows = {{title}, {note}, {}};
    std::vector<std::string> kinds;
    for (const LineKind kind : allLineKinds()) kinds.push_back(word(kind));
    for (const ScriptColumn& column : columns) {
        sheet.widths.push_back(column.width);
        sheet.rows.back().push_back({column.title, CellLook::heading, {}, 1});
    }
    sheet.repeatedRow = 2;
    for (const ScriptLine& line : lines) {
        std::vector<WorkbookCell> row;
        for (const ScriptColumn& column : columns) {
            WorkbookCell cell{scriptCell(line, column.id), CellLook::plain, {}, 1};
            if (std::string_view(column.id) == "kind") cell.choices = kinds;
            row.push_back(std::move(cell));
        }
        sheet.rows.push_back(std::move(row));
    }
    yanxun::writeWorkbook({sheet}, path);
}

} // namespace drills
