#include "core/design/resource.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

bool overlap(yanxun::Date day, const std::optional<yanxun::Millis>& start, const std::optional<yanxun::Millis>& end,
             const ResourceClaim& other) {
    constexpr yanxun::Millis wholeDay = 24LL * 3600 * 1000;
    const auto span = [](yanxun::Date on, const auto& from, const auto& to) {
        const yanxun::Millis first = from.value_or(yanxun::startOf(on));
        return std::pair{first, to.value_or(yanxun::startOf(yanxun::localDay(first)) + wholeDay)};
    };
    const auto mine = span(day, start, end), others = span(other.day, other.start, other.end);
    return mine.first < others.second && others.first < mine.second;
}

std::string shortageOf(const ResourceUse& use, const std::vector<ResourceClaim>& atOnce) {
    std::int64_t taken = 0;
    std::string who;
    for (const ResourceClaim& claim : atOnce) {
        taken += claim.quantity;
        const std::string when = claim.start ? shownMoment(claim.start) : claim.day.iso();
        who += tr("；“{}”（{}）同时要用 {} {}", claim.drillName, when, claim.quantity, use.resource.measure);
    }
    const std::int64_t lacking = use.need + taken - use.resource.total;
    if (lacking <= 0) return {};
    return tr("“{}”还缺 {} {}：共有 {} {}，本次需要 {} {}{}", use.resource.name, lacking, use.resource.measure,
              use.resource.total, use.resource.measure, use.need, use.resource.measure, who);
}

} // namespace drills
