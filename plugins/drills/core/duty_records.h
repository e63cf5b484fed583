#pragma once
#include "core/duty.h"

namespace drills {

/// 应急预案 of a unit; kind 综合 专项 现场处置方案 部门 总体.
struct Plan {
    std::int64_t id = 0, revision = 0;
    std::int64_t unitId = 0;
    std::string unitName, kind, title, edition;
};

enum class DrillRole {
    host = 1,
    taking = 2,
    helping = 3,
    watching = 4,
    supporting = 5
}; ///< 组织 参演 协办 观摩 保障

/// A unit of a drill beside its host.
struct DrillUnit {
    std::int64_t id = 0, revision = 0, drillId = 0, unitId = 0;
    std::string unitName;
    DrillRole role = DrillRole::taking;
};

struct Exemption {
    std::int64_t id = 0, revision = 0, unitId = 0;
    std::string unitName, rule; ///< "" = every rule
    yanxun::Period days;
    std::string reason; ///< with its document
};

/// 报送 of a drill to the supervisor.
struct Submission {
    std::int64_t unitId = 0;
    std::string rule;
    yanxun::Date windowFirst, sentOn;
    std::string receipt;
};

/// What the board is narrowed to.
struct DutyFilter {
    int year = 0;
    std::string region, kind, rule, text; ///< "" = all
    std::vector<DutyStatus> statuses;     ///< empty = all
    std::int64_t unitId = 0;
};
enum class DutyOrder { due, unit, region, status, rule };

std::string word(DrillRole role);
std::optional<DrillRole> drillRoleOf(std::string_view word);

} // namespace drills
