#pragma once
#include "core/plan/plan.h"

#include <yanxun/data/database.h>

namespace drills {

/// What stands in the way of two drills on one day.
enum class ConflictSort { unit = 1, venue = 2, person = 3, resource = 4, street = 5 }; ///< 单位 场地 人员 装备车辆 街道密度

/// A drill or planned occurrence as far as it takes up a day, people and things.
struct Engagement {
    std::int64_t dateId = 0, drillId = 0;
    std::string name;
    yanxun::Date day;
    std::optional<yanxun::DayTime> time; ///< empty = the whole day
    std::int64_t unitId = 0;
    std::string unitName, regionName, venue;
    std::vector<std::string> people;
    struct Thing {
        std::int64_t id = 0;
        std::string name, measure;
        std::int64_t need = 0, total = 0;
    };
    std::vector<Thing> things;
};

struct PlanConflict {
    ConflictSort sort = ConflictSort::unit;
    yanxun::Date day;
    std::string first, second; ///< names of the two; of 街道密度 the township and «»
    std::string why;           ///< a sentence
    std::int64_t firstDate = 0, secondDate = 0, firstDrill = 0, secondDrill = 0;
};

/// Everything that is planned or is to be held between the days; an occurrence with a drill appears as its drill.
std::vector<Engagement> engagements(yanxun::Reader& reader, const yanxun::Period& days);
/// At most `perWeek` drills of one township in a week (Monday to Sunday).
std::vector<PlanConflict> conflictsOf(const std::vector<Engagement>& all, int perWeek);
std::vector<PlanConflict> conflicts(yanxun::Reader& reader, const yanxun::Period& days);
/// What moving an occurrence, or a drill, to a day would run into, as sentences.
std::vector<std::string> warningsOf(yanxun::Reader& reader, std::int64_t date, std::int64_t drill, yanxun::Date day);

int streetLimit(yanxun::Reader& reader);
/// 1–50. Throws Error for others.
void setStreetLimit(yanxun::Writer& writer, int perWeek);
std::string word(ConflictSort sort);

} // namespace drills
