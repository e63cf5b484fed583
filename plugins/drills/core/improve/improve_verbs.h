#pragma once
#include "core/improve/action_service.h"

#include <yanxun/figure.h>
#include <yanxun/report/reports.h>
#include <yanxun/table/export.h>
#include <yanxun/task.h>
#include <yanxun/verb.h>

namespace drills {

class RatingService;

/// drills.actions, drills.action.*, drills.verify, drills.evidence.*.
std::vector<yanxun::Verb> actionVerbs(const ActionService& service);
/// drills.lessons, drills.lesson.*, drills.revision.*.
std::vector<yanxun::Verb> lessonVerbs();
/// 整改按期销号率, 回头看通过率, 复发率.
std::vector<yanxun::FigureKind> actionFigures();
/// Overdue, to verify, extensions to approve.
std::vector<yanxun::TaskKind> actionTasks();
/// Export «drills.actions»: 整改台账.
yanxun::TableKind actionsExport();
/// Columns and rows of actions, for exports, figures and reports.
yanxun::RowSource actionRows(yanxun::Reader& reader, std::vector<std::int64_t> ids);
/// 演练评估报告, 演练总结报告, 演练整改通知单.
std::vector<yanxun::ReportKind> improveReports(const RatingService& rating);

} // namespace drills
