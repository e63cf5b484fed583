#pragma once
#include "core/coverage.h"

namespace campaigns {

enum class TargetKind { count = 1, all = 2, rate = 3 };           ///< 数量 全覆盖 比率
enum class TargetMeasure { units = 1, activities = 2, people = 3 }; ///< 覆盖单位 活动场次 受教育人次

/// A line of a plan, in its words: «乡镇（街道）：企业全覆盖».
struct Target {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    int year = 0;
    std::int64_t ownerId = 0; ///< who must: only what this unit hosts counts; 0 = everybody's
    std::string ownerName;
    std::string regionName; ///< township it is meant for; "" = the whole district
    std::int64_t categoryId = 0;
    TargetKind kind = TargetKind::count;
    TargetMeasure measure = TargetMeasure::units;
    std::int64_t wanted = 0; ///< of count; of rate in 1/100 %; 0 of all
    std::string words;       ///< as the plan says it
    std::optional<yanxun::Date> due;
    std::string basis; ///< the plan's name and number
};

struct Progress {
    std::int64_t done = 0, wanted = 0;
    bool isMet() const { return done >= wanted; }
    std::optional<std::int64_t> percent() const { return percentOf(done, wanted); } ///< 1/100 %
};

/// Throws Error with a sentence for what is missing or cannot be.
void requireTarget(const Target& target);
/// Up to `until`, inside the target's year.
Progress progressOf(yanxun::Reader& reader, const Coverage& coverage, const Target& target, yanxun::Date until);
/// True when the due day has passed, or the year's share that has passed is larger than what is done.
bool isBehind(const Target& target, const Progress& progress, yanxun::Date today);

std::string word(TargetKind kind);
std::string word(TargetMeasure measure);
std::optional<TargetKind> targetKindOf(const std::string& word);
std::optional<TargetMeasure> measureOf(const std::string& word);
/// «20 家», «全覆盖», «90%»
std::string wantedText(const Target& target);

} // namespace campaigns
