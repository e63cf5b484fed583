#pragma once
#include "core/duty_service.h"

#include <yanxun/table/export.h>
#include <yanxun/verb.h>

namespace drills {

/// A unit's year (domain rule c.9): the mean of its panel scores, 综合 drills 1.5 times, never without what stands beside
/// it. Practice and 示范性 drills are left out: they inflate.
struct UnitMark {
    std::int64_t unitId = 0;
    std::string unitName;
    std::optional<std::int64_t> mark;     ///< 1/100 point, rounded half up to 0.1
    std::int64_t drills = 0, vetoes = 0;  ///< drills with a panel's result
    std::int64_t plans = 0, plansDrilled = 0;
    std::int64_t findings = 0, closedInTime = 0, repeats = 0; ///< repeats: 复发
    std::int64_t due = 0, done = 0; ///< duties
};

/// By name; units without a panel's result are left out.
std::vector<UnitMark> unitMarks(yanxun::Reader& reader, const DutyService& service, int year, yanxun::Date today);
/// The same as a table: the mark never stands without what belongs beside it.
yanxun::RowSource unitMarkRows(std::vector<UnitMark> marks);
/// drills.unit-marks
yanxun::Verb unitMarksVerb(const DutyService& service);
/// drills.unit_marks: the list as a file.
yanxun::TableKind unitMarksExport(const DutyService& service, const yanxun::Clock& clock);

} // namespace drills
