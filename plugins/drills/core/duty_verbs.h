#pragma once
#include "core/duty_service.h"

#include <yanxun/report/reports.h>
#include <yanxun/task.h>
#include <yanxun/verb.h>

namespace drills {

/// drills.duties, duty-…, rule-…, plan-…, unit-… . The service outlives all of them.
std::vector<yanxun::Verb> dutyVerbs(DutyService& service);
/// R2 演练频次达标表.
yanxun::ReportKind dutiesReport(const DutyService& service);
/// Overdue duties, 补演 that wait, score sheets that are to be in by tomorrow.
std::vector<yanxun::TaskKind> dutyTasks(const DutyService& service);
/// Columns of a list of duties and their cells.
std::vector<yanxun::Column> dutyColumns();
std::vector<yanxun::Value> dutyCells(const Duty& duty);

} // namespace drills
