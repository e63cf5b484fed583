#pragma once
#include "core/term.h"

#include <yanxun/calendar.h>
#include <yanxun/date.h>

#include <optional>

namespace campaigns {

/// Where an activity stands; the numbers are stored, those between are left for a review on the way.
enum class ActivityStatus {
    planned = 10,    ///< 计划
    held = 50,       ///< 已开展
    archived = 100,  ///< 已归档
    cancelled = 210, ///< 已取消
};
enum class Source { imported = 1, entered = 2, demo = 3 };        ///< 导入 录入 演示
enum class Precision { exact = 0, counted = 1, estimated = 2 };   ///< 准确 清点 约数

/// What an activity reached: a unit, or a region as a whole when `unitId` is 0. Names and codes of the day.
struct Reach {
    std::int64_t id = 0, revision = 0;
    std::int64_t unitId = 0;
    std::string unitName, regionCode, regionName;

    bool sameAs(const Reach& other) const;
    std::string name() const { return unitName.empty() ? regionName : unitName; }
};

/// A number an activity is told by: banners, boards, phone calls … in the dictionary's unit.
struct Metric {
    std::int64_t id = 0, revision = 0;
    std::int64_t termId = 0;
    std::int64_t value = 0;
    Precision precision = Precision::exact;
    std::string basis; ///< how it was counted

    bool operator==(const Metric&) const = default;
};

struct Activity {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::string name;
    std::int64_t unitId = 0; ///< of the natural key: the first unit reached, else the host
    std::string unitName;
    std::int64_t hostId = 0; ///< 主办单位; 0 = not told
    std::string hostName;
    yanxun::Date heldOn;
    std::string place, regionCode, regionName; ///< as they were on the day
    std::string form;                          ///< 咨询台 讲座 入户 …, as written
    std::int64_t campaignId = 0;
    std::vector<std::int64_t> categories; ///< the primary one first
    std::vector<std::int64_t> themes;
    std::vector<Reach> reach;
    std::vector<Metric> metrics;
    std::int64_t attendance = 0; ///< copy of what participation reports
    bool attendanceEstimated = false;
    std::int64_t issued = 0; ///< copy of what materials handed out
    std::string link;
    std::optional<std::int64_t> photos;
    std::string leader, summary;
    ActivityStatus status = ActivityStatus::planned;
    std::string statusReason;
    Source source = Source::entered;

    std::int64_t primaryCategory() const { return categories.empty() ? 0 : categories.front(); }
};

/// True when statistics and coverage count it.
bool isCounted(ActivityStatus status);
bool isFinal(ActivityStatus status);
/// Where it may go from here.
std::vector<ActivityStatus> nextSteps(ActivityStatus from);
/// Throws Error with a sentence when the step is not allowed, too early or its reason is missing.
void requireStep(const Activity& activity, ActivityStatus to, const std::string& reason, yanxun::Date today);

std::string word(ActivityStatus status);
std::string word(Source source);
std::string word(Precision precision);
yanxun::Tone toneOf(ActivityStatus status);
std::optional<ActivityStatus> statusOf(const std::string& word);
std::string reachNames(const Activity& activity);
/// The terms' names in order.
std::vector<std::string> namesOf(const Terms& terms, const std::vector<std::int64_t>& ids);

} // namespace campaigns
