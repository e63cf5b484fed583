#pragma once
#include "core/drill_demo.h"

#include <yanxun/data/database.h>

namespace drills {
class RatingService;
}

namespace drills::demo {

/// The held drills in the order of their days: what the other rooms of the demonstration are made from.
using Held = std::vector<const DemoDrill*>;

/// Each fills one room, in proportion with the request's scale. The drills and findings have their numbers already.
/// The rows are what the services would have written; nothing of a drill or finding is changed.
void addPlans(yanxun::Writer& writer, const Held& held, const directory::UnitRef& bureau,
              const yanxun::DemoRequest& request);
void addActions(yanxun::Writer& writer, const Held& held);
void addLessons(yanxun::Writer& writer, const Held& held, const yanxun::DemoRequest& request);
void addSpotChecks(yanxun::Writer& writer, const Held& held, const yanxun::DemoRequest& request);
void addDesigns(yanxun::Writer& writer, const Held& held, const yanxun::DemoRequest& request);
/// Whole panels on the sheet for live drills, frozen: what a 评估报告 is made of.
void addRatings(yanxun::Writer& writer, const Held& held, const RatingService& rating, const yanxun::DemoRequest& request);
void addScripts(yanxun::Writer& writer, const Held& held, const yanxun::DemoRequest& request);

/// `count` of them, spread evenly; all when there are fewer.
Held spread(const Held& held, std::size_t count);
/// Drills that have a script: fires, which the demonstration's script is about.
Held scripted(const Held& held, const yanxun::DemoRequest& request);
Held ofHazard(const Held& held, const std::string& hazard);

/// Made-up people: of the bureau, of the units. Nobody is in both.
std::string officer(std::size_t turn);
std::string unitPerson(std::size_t turn);
/// Minutes after midnight of a day.
yanxun::Millis moment(yanxun::Date day, int minutes);
yanxun::Date later(yanxun::Date day, int days);

/// Streams the rows in; all have the columns of the first. Gives them ids of their own, returns the first one.
std::int64_t insertRows(yanxun::Writer& writer, const std::string& table, std::vector<yanxun::Fields> rows);

} // namespace drills::demo
