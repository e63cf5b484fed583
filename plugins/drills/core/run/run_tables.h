#pragma once
#include "core/run/run.h"

#include <yanxun/data/database.h>
#include <yanxun/figure.h>
#include <yanxun/report/report.h>
#include <yanxun/table/rows.h>
#include <yanxun/task.h>

namespace drills {

/// The lines with state, planned and real time, difference and 响应用时 (without the pauses).
yanxun::RowSource runRows(const Run& run, yanxun::Millis now);
yanxun::RowSource watchRows(const std::vector<StageTime>& watches);
yanxun::RowSource observationRows(const std::vector<Observation>& observations);
yanxun::RowSource clockRows(const ExerciseClock& clock);

/// What the evaluation report says of the run: 时钟, 注入与响应用时, 环节计时, 观察记录. A part without rows is left out;
/// nothing at all when the drill was not run by the program.
std::vector<yanxun::ReportSection> runSections(yanxun::Reader& reader, std::int64_t drill);

/// Means of the stopped stage times of a period, by metric: «计时指标».
std::vector<yanxun::FigureKind> runFigures();
/// «演练“…”正在进行»: opens the run screen.
std::vector<yanxun::TaskKind> runTasks();

} // namespace drills
