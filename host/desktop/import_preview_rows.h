#pragma once
#include <yanxun/table/import.h>
#include <yanxun/ui/record_table.h>

#include <memory>
#include <string>
#include <vector>

namespace yanxun::desktop {

/// Which rows of the preview are shown.
enum class ImportFilter { all, created, updated, skipped, warned, wrong };

bool hasWarning(const ImportRow& row);
bool belongsTo(const ImportRow& row, ImportFilter filter);
std::int64_t countOf(const ImportPlan& plan, ImportFilter filter);

/// «新建», «新建·有提醒» and how it is coloured.
ui::RecordCell outcomeOf(const ImportRow& row);
/// Why: what is wrong, what is changed, why it is skipped; one line.
std::string reasonOf(const ImportPlan& plan, const ImportInfo& info, const ImportRow& row);
/// The row of that number; null when there is none.
const ImportRow* rowOf(const ImportPlan& plan, std::int64_t number);

/// The columns of the kind that the sheet has, between number, outcome and reason.
std::vector<ui::RecordColumn> previewColumns(const ImportPlan& plan, const ImportInfo& info);
/// Rows of the plan, by the numbers people see. Holds the plan.
ui::RecordSource previewSource(std::shared_ptr<const ImportPlan> plan, const ImportInfo& info, ImportFilter filter);

} // namespace yanxun::desktop
