#pragma once
#include "core/design/design.h"

namespace drills {

/// Something of the bureau's that drills use: 物资, 车辆, 装备.
struct Resource {
    std::int64_t id = 0, revision = 0;
    std::string name, kind, measure, location; ///< measure: 台, 件, 辆
    std::int64_t total = 0;
};

/// What one drill needs of a resource, took out and brought back.
struct ResourceUse {
    std::int64_t id = 0, revision = 0, drillId = 0;
    Resource resource;
    std::int64_t need = 0, out = 0, back = 0;
    std::optional<yanxun::Millis> outAt, backAt;
    std::string note;
};

/// What another drill wants of the same resource on the same day, or holds.
struct ResourceClaim {
    std::int64_t drillId = 0;
    std::string drillName;
    yanxun::Date day;
    std::optional<yanxun::Millis> start, end;
    std::int64_t quantity = 0;
};

/// True when two drills are on at once; one without times takes its whole day.
bool overlap(yanxun::Date day, const std::optional<yanxun::Millis>& start, const std::optional<yanxun::Millis>& end,
             const ResourceClaim& other);
/// «还缺 3 台：共 5 台，“…”（2026-05-12 09:00）同时要用 4 台», "" when there is enough.
std::string shortageOf(const ResourceUse& use, const std::vector<ResourceClaim>& atOnce);

} // namespace drills
