#pragma once
#include "core/archive_service.h"
#include "core/certificate_service.h"
#include "core/hours_service.h"

#include <yanxun/report/reports.h>

namespace training {

/// Report «training.register»: R3 培训台账. The service outlives it.
yanxun::ReportKind registerReport(const ArchiveService& archives);
/// Report «training.hours_short»: R5 学时不足名单, as of the period's last day or the day it is made.
yanxun::ReportKind hoursShortReport(const HoursService& hours);
/// Report «training.certificates_due»: R6 证书到期预警, as of the same day.
yanxun::ReportKind certificatesDueReport(const Rules& rules);

/// The day a report looks at: the last of the period, or the day it is made when that comes first.
yanxun::Date dayOf(const yanxun::ReportRequest& request);
/// «2021年» or the days.
std::string periodWords(const yanxun::Period& period);

/// The demands not met, and the certificates of which a clock ends within the longest warning: rows of R5 and R6.
yanxun::RowSource shortRows(yanxun::Reader& reader, const HoursService& hours, yanxun::Date day);
yanxun::RowSource dueRows(yanxun::Reader& reader, const Rules& rules, yanxun::Date day);

} // namespace training
