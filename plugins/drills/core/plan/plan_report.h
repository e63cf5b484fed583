#pragma once
#include "core/plan/plan_service.h"

#include <yanxun/figure.h>
#include <yanxun/report/reports.h>
#include <yanxun/table/export.h>

#include <filesystem>

namespace drills {

/// 年度演练计划 on paper: what is planned, when, how far it has come, what was adjusted and why.
yanxun::ReportKind planReport();
/// `yanxunctl export drills.year_plan`: one row an occurrence.
yanxun::TableKind planExport(const yanxun::Clock& clock);
/// The same as a workbook that is printed and passed on: items, occurrences, adjustments.
void writePlanWorkbook(yanxun::Reader& reader, const YearPlan& plan, yanxun::Date today, const std::filesystem::path& path);
/// 计划完成率 and what stands behind it.
std::vector<yanxun::FigureKind> planFigures(const yanxun::Clock& clock);

/// Finished ÷ issued occurrences of a period, adjustments beside it.
struct PlanProgress {
    std::int64_t issued = 0, finished = 0, postponed = 0, cancelled = 0, altered = 0, added = 0;
    std::int64_t hundredths() const { return issued == 0 ? 0 : (finished * 10000 + issued / 2) / issued; }
};
PlanProgress planProgress(yanxun::Reader& reader, const yanxun::Period& days);

} // namespace drills
