#include "core/activity.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace campaigns {

using yanxun::Error;
using yanxun::tr;

bool Reach::sameAs(const Reach& other) const {
    if (unitId != 0 || other.unitId != 0) return unitId == other.unitId;
    return unitName.empty() == other.unitName.empty() && yanxun::text::key(name()) == yanxun::text::key(other.name());
}

bool isCounted(ActivityStatus status) { return status == ActivityStatus::held || status == ActivityStatus::archived; }

bool isFinal(ActivityStatus status) {
    return status == ActivityStatus::archived || status == ActivityStatus::cancelled;
}

std::vector<ActivityStatus> nextSteps(ActivityStatus from) {
    switch (from) {
    case ActivityStatus::planned: return {ActivityStatus::held, ActivityStatus::cancelled};
    case ActivityStatus::held: return {ActivityStatus::archived, ActivityStatus::planned};
    case ActivityStatus::archived: return {ActivityStatus::held};
    case ActivityStatus::cancelled: return {ActivityStatus::planned};
    }
    return {};
}

void requireStep(const Activity& activity, ActivityStatus to, const std::string& reason, yanxun::Date today) {
    const std::vector<ActivityStatus> steps = nextSteps(activity.status);
    if (std::find(steps.begin(), steps.end(), to) == steps.end()) {
        std::vector<std::string> allowed;
        for (const ActivityStatus step : steps) allowed.push_back(word(step));
        throw Error(tr("活动“{}”现在是“{}”，不能改为“{}”；可以改为：{}。", activity.name, word(activity.status), word(to),
                       joined(allowed)));
    }
    if (to == ActivityStatus::held && activity.heldOn > today) {
        throw Error(tr("活动“{}”的日期是 {}，还没有到，不能改为“{}”；已提前开展的，请先改日期。", activity.name,
                       activity.heldOn.iso(), word(to)));
    }
    if (to == ActivityStatus::cancelled && yanxun::text::key(reason).empty()) throw Error(tr("取消活动要写明原因。"));
}

std::string word(ActivityStatus status) {
    switch (status) {
    case ActivityStatus::planned: return tr("计划");
    case ActivityStatus::held: return tr("已开展");
    case ActivityStatus::archived: return tr("已归档");
    case ActivityStatus::cancelled: return tr("已取消");
    }
    return {};
}

std::string word(Source source) {
    switch (source) {
    case Source::imported: return tr("导入");
    case Source::entered: return tr("录入");
    case Source::demo: return tr("演示");
    }
    return {};
}

std::string word(Precision precision) {
    switch (precision) {
    case Precision::exact: return tr("准确");
    case Precision::counted: return tr("清点");
    case Precision::estimated: return tr("约数");
    }
    return {};
}

yanxun::Tone toneOf(ActivityStatus status) {
    switch (status) {
    case ActivityStatus::planned: return yanxun::Tone::accent;
    case ActivityStatus::held:
    case ActivityStatus::archived: return yanxun::Tone::good;
    case ActivityStatus::cancelled: break;
    }
    return yanxun::Tone::neutral;
}

std::optional<ActivityStatus> statusOf(const std::string& given) {
    for (const ActivityStatus status :
         {ActivityStatus::planned, ActivityStatus::held, ActivityStatus::archived, ActivityStatus::cancelled}) {
        if (word(status) == given) return status;
    }
    return std::nullopt;
}

std::string reachNames(const Activity& activity) {
    std::vector<std::string> names;
    for (const Reach& reach : activity.reach) names.push_back(reach.name());
    return joined(names);
}

std::vector<std::string> namesOf(const Terms& terms, const std::vector<std::int64_t>& ids) {
    std::vector<std::string> names;
    for (const std::int64_t id : ids) {
        if (const Term* term = terms.find(id)) names.push_back(term->name);
    }
    return names;
}

} // namespace campaigns
