#pragma once
#include "core/plan/plan_service.h"

#include <yanxun/table/rows.h>

namespace drills {

/// The tables of a plan, the same on paper, in files and on the console. They live with the Reader.
yanxun::RowSource planItemRows(yanxun::Reader& reader, std::vector<YearPlan> plans);
yanxun::RowSource planDateRows(yanxun::Reader& reader, std::vector<YearPlan> plans, yanxun::Date today, bool withIds = false);
yanxun::RowSource planChangeRows(yanxun::Reader& reader, std::vector<YearPlan> plans);
yanxun::RowSource planStepRows(yanxun::Reader& reader, std::vector<YearPlan> plans);
/// One table of occurrences that were found elsewhere: behind a figure.
yanxun::RowSource planDateRows(std::vector<PlanDate> dates, yanxun::Date today);

/// «3月9日、9月14日»
std::string datesInWords(const std::vector<PlanDate>& dates);
/// «实战 · 桌面»-like words of the item's form: as written, else its axes.
std::string formWords(const PlanItem& item);
/// «1,250.5» yuan of 分; "" for none.
std::string yuan(std::int64_t fen);
/// Reads «1250.5» yuan into 分. Throws Error naming what was written.
std::int64_t fenOf(const std::string& yuan);

} // namespace drills
