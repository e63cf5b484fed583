#pragma once
#include "core/rating_service.h"

#include <yanxun/verb.h>

namespace drills {

/// How an item was performed, in the words of HSEEP, read from its points. HSEEP never turns ratings into numbers nor
/// numbers into ratings: the thresholds are ours, and wherever they are shown they say so.
enum class Performance { performed = 1, some = 2, major = 3, unable = 4 }; ///< P S M U
/// 达成度 of a part of the sheet: 达到 基本达到 未达到.
enum class Attainment { reached = 1, mostly = 2, missed = 3 };

/// A frozen result seen another way; nothing of it is stored and no number is changed.
struct CapabilityLine {
    std::string no, text;  ///< an item, or a section without a number
    bool isSection = false;
    std::optional<std::int64_t> ratio; ///< points ÷ full, 1/10000; empty = not resolved
    std::optional<Performance> performance;
    std::optional<Attainment> attainment; ///< of sections
};
struct CapabilityView {
    int version = 0;
    std::string grade;
    std::vector<CapabilityLine> lines; ///< section, its items, the next section …
    std::optional<Attainment> attainment; ///< of the whole: that of its weakest section
};
CapabilityView capabilityView(const ScoreSheet& sheet, const StoredResult& stored);

Performance performanceOf(std::int64_t ratio, bool isVetoed);
Attainment attainmentOf(std::int64_t ratio, bool isVetoed);
/// «P 顺利完成»
std::string word(Performance performance);
std::string word(Attainment attainment);
/// That the mapping is our own, with its thresholds.
std::string capabilityNote();
/// drills.capability
yanxun::Verb capabilityVerb(const RatingService& service);

} // namespace drills
