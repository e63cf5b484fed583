#include "core/plan/plan_report.h"
#include "core/plan/plan_tables.h"

#include <yanxun/table/workbook.h>
#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellLook;
using yanxun::tr;
using yanxun::WorkbookCell;

/// Columns of one plan's own file: whose plan it is stands above the table.
constexpr auto planColumn = "plan";

yanxun::WorkbookSheet sheetOf(const YearPlan& plan, std::string name, const yanxun::RowSource& rows) {
    yanxun::WorkbookSheet sheet;
    sheet.name = std::move(name);
    sheet.landscape = true;
    const std::size_t skipped = !rows.columns.empty() && rows.columns.front().id == planColumn ? 1 : 0;
    const int span = int(rows.columns.size() - skipped);
    sheet.rows.push_back({{plan.title, CellLook::title, {}, span}});
    sheet.rows.push_back({{tr("编制单位：{}　第 {} 版　{}　{}", ownerName(plan), plan.version, word(plan.status), plan.document), CellLook::note, {}, span}});
    std::vector<WorkbookCell> head;
    for (std::size_t i = skipped; i < rows.columns.size(); ++i) {
        head.push_back({rows.columns[i].title, CellLook::heading, {}, 1});
        sheet.widths.push_back(rows.columns[i].width);
    }
    sheet.repeatedRow = int(sheet.rows.size());
    sheet.rows.push_back(std::move(head));
    rows.each([&](std::span<const yanxun::Value> cells) {
        std::vector<WorkbookCell> line;
        for (std::size_t i = skipped; i < cells.size(); ++i)
            line.push_back({yanxun::cellText(cells[i], rows.columns[i].kind), CellLook::plain, {}, 1});
        sheet.rows.push_back(std::move(line));
    });
    return sheet;
}

} // namespace

void writePlanWorkbook(yanxun::Reader& reader, const YearPlan& plan, yanxun::Date today, const std::filesystem::path& path) {
    yanxun::writeWorkbook({sheetOf(plan, tr("计划项"), planItemRows(reader, {plan})),
                           sheetOf(plan, tr("场次安排"), planDateRows(reader, {plan}, today)),
                           sheetOf(plan, tr("计划调整"), planChangeRows(reader, {plan})),
                           sheetOf(plan, tr("审批经过"), planStepRows(reader, {plan}))},
                          path);
}

} // namespace drills
