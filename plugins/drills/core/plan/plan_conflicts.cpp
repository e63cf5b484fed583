#include "core/plan/plan_conflicts.h"

#include "core/duty_record_store.h"
#include "core/plan/engagement_store.h"
#include "core/plan/work_calendar.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::tr;

constexpr auto limitSetting = "plan_street_week";
constexpr auto usualLimit = "3";
constexpr int highestLimit = 50;

bool overlap(const Engagement& a, const Engagement& b) {
    if (a.day != b.day) return false;
    if (!a.time || !b.time) return true;
    return a.time->from < b.time->to && b.time->from < a.time->to;
}

std::string when(const Engagement& one) { return one.time ? timeWords(one.time) : tr("全天"); }

PlanConflict between(ConflictSort sort, const Engagement& a, const Engagement& b, std::string why) {
    return {sort, a.day, a.name, b.name, std::move(why), a.dateId, b.dateId, a.drillId, b.drillId};
}

std::string both(const Engagement& a, const Engagement& b) {
    return tr("“{}”（{}）和“{}”（{}）", a.name, when(a), b.name, when(b));
}

void compare(const Engagement& a, const Engagement& b, std::vector<PlanConflict>& found) {
    if (!overlap(a, b)) return;
    const std::string day = a.day.iso();
    if (a.unitId != 0 && a.unitId == b.unitId)
        found.push_back(between(ConflictSort::unit, a, b, tr("{} {}同由{}组织。", day, both(a, b), a.unitName)));
    if (!a.venue.empty() && yanxun::text::loose(a.venue) == yanxun::text::loose(b.venue))
        found.push_back(between(ConflictSort::venue, a, b, tr("{} {}同用场地“{}”。", day, both(a, b), a.venue)));
    for (const std::string& person : a.people) {
        if (std::find(b.people.begin(), b.people.end(), person) == b.people.end()) continue;
        found.push_back(between(ConflictSort::person, a, b, tr("{} {}都要{}到场。", day, both(a, b), person)));
    }
}

/// Things are short when all drills at once want more than there are.
void compareThings(const std::vector<const Engagement*>& day, std::vector<PlanConflict>& found) {
    for (std::size_t i = 0; i < day.size(); ++i) {
        for (const auto& thing : day[i]->things) {
            std::int64_t wanted = thing.need;
            const Engagement* other = nullptr;
            for (std::size_t k = 0; k < day.size(); ++k) {
                if (k == i || !overlap(*day[i], *day[k])) continue;
                for (const auto& its : day[k]->things) {
                    if (its.id != thing.id) continue;
                    wanted += its.need;
                    // Told once, by the earlier of the two.
                    if (k > i && !other) other = day[k];
                }
            }
            if (wanted <= thing.total || !other) continue;
            found.push_back(between(ConflictSort::resource, *day[i], *other,
                                    tr("{} {}同时要用“{}”，共需 {} {}，只有 {} {}。", day[i]->day.iso(), both(*day[i], *other),
                                       thing.name, wanted, thing.measure, thing.total, thing.measure)));
        }
    }
}

Date mondayOf(Date day) { return addDays(day, 1 - day.weekday()); }

void countStreets(const std::vector<Engagement>& all, int perWeek, std::vector<PlanConflict>& found) {
    std::map<std::pair<std::int64_t, std::string>, int> weeks;
    for (const Engagement& one : all)
        if (!one.regionName.empty()) ++weeks[{mondayOf(one.day).days(), one.regionName}];
    for (const auto& [key, count] : weeks) {
        if (count <= perWeek) continue;
        const Date monday = Date::fromDays(key.first);
        found.push_back({ConflictSort::street, monday, key.second, {},
                         tr("{}在 {} 这一周有 {} 场演练，超过每周 {} 场。", key.second, monday.iso(), count, perWeek), 0, 0, 0, 0});
    }
}

} // namespace

std::vector<PlanConflict> conflictsOf(const std::vector<Engagement>& all, int perWeek) {
    std::map<std::int64_t, std::vector<const Engagement*>> days;
    for (const Engagement& one : all)
        days[one.day.ymd()].push_back(&one);
    std::vector<PlanConflict> found;
    for (const auto& [ymd, day] : days) {
        for (std::size_t i = 0; i < day.size(); ++i)
            for (std::size_t k = i + 1; k < day.size(); ++k)
                compare(*day[i], *day[k], found);
        compareThings(day, found);
    }
    countStreets(all, perWeek, found);
    std::stable_sort(found.begin(), found.end(), [](const PlanConflict& a, const PlanConflict& b) { return a.day < b.day; });
    return found;
}

std::vector<PlanConflict> conflicts(yanxun::Reader& reader, const yanxun::Period& days) {
    return conflictsOf(engagements(reader, days), streetLimit(reader));
}

std::vector<std::string> warningsOf(yanxun::Reader& reader, std::int64_t date, std::int64_t drill, Date day) {
    const Date monday = mondayOf(day);
    auto all = engagements(reader, {monday, addDays(monday, 6)});
    const auto isMoved = [&](const Engagement& one) {
        return (date != 0 && one.dateId == date) || (drill != 0 && one.drillId == drill);
    };
    std::erase_if(all, isMoved);
    auto moved = drill != 0 ? engagementOfDrill(reader, drill) : engagementOfDate(reader, date);
    if (!moved) return {};
    moved->day = day;
    all.push_back(*moved);
    std::vector<std::string> sentences;
    for (const PlanConflict& one : conflictsOf(all, streetLimit(reader))) {
        const bool isAbout = one.sort == ConflictSort::street ? one.first == moved->regionName
                                                              : (one.firstDate == moved->dateId && one.firstDrill == moved->drillId) ||
                                                                    (one.secondDate == moved->dateId && one.secondDrill == moved->drillId);
        if (isAbout) sentences.push_back(one.why);
    }
    return sentences;
}

int streetLimit(yanxun::Reader& reader) { return std::stoi(duties::setting(reader, limitSetting, usualLimit)); }

void setStreetLimit(yanxun::Writer& writer, int perWeek) {
    if (perWeek < 1 || perWeek > highestLimit) throw yanxun::Error(tr("每周场数应在 1 到 {} 之间。", highestLimit));
    duties::putSetting(writer, limitSetting, std::to_string(perWeek));
}

std::string word(ConflictSort sort) {
    switch (sort) {
    case ConflictSort::unit: return tr("单位");
    case ConflictSort::venue: return tr("场地");
    case ConflictSort::person: return tr("人员");
    case ConflictSort::resource: return tr("装备车辆");
    case ConflictSort::street: return tr("街道密度");
    }
    return {};
}

} // namespace drills
