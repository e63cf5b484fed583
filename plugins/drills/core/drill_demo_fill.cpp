#include "core/drill_demo.h"

#include "core/demo/demo_rooms.h"
#include "core/drill_service.h"
#include "core/drill_store.h"
#include "core/finding_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Writer;

void numberFindings(Writer& writer, std::vector<DemoDrill>& year) {
    const auto has = [](const DemoDrill& one) { return one.finding.has_value(); };
    std::int64_t id = findings::reserveIds(writer, std::count_if(year.begin(), year.end(), has));
    for (DemoDrill& one : year) {
        if (one.finding) one.finding->id = id++;
    }
}

/// The unit whose year it is; any where the directory has none of the name.
const directory::UnitRef& bureauOf(const std::vector<directory::UnitRef>& units) {
    const auto isBureau = [](const directory::UnitRef& unit) { return unit.name.find("应急管理局") != std::string::npos; };
    const auto found = std::find_if(units.begin(), units.end(), isBureau);
    return found != units.end() ? *found : units.front();
}

/// What was planned before these drills, written for them and made of them.
void fillRooms(Writer& writer, const std::vector<DemoDrill>& year, const directory::UnitRef& bureau,
               const RatingService& rating, const yanxun::DemoRequest& request) {
    demo::Held held;
    for (const DemoDrill& one : year) held.push_back(&one);
    std::stable_sort(held.begin(), held.end(),
                     [](const DemoDrill* a, const DemoDrill* b) { return a->drill.heldOn < b->drill.heldOn; });
    demo::addPlans(writer, held, bureau, request);
    demo::addActions(writer, held);
    demo::addLessons(writer, held, request);
    demo::addSpotChecks(writer, held, request);
    demo::addDesigns(writer, held, request);
    demo::addScripts(writer, held, request);
    demo::addRatings(writer, held, rating, request);
}

void fill(Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress, const directory::Units& units,
          participation::Records& records, const RatingService& rating) {
    std::vector<directory::UnitRef> known;
    units.each(writer, [&](const directory::UnitRef& unit) { known.push_back(unit); });
    std::vector<DemoDrill> year = demoYear(known, request);
    const auto total = std::int64_t(year.size());
    progress.step(0, total, tr("生成演练"));

    std::int64_t id = store::reserveIds(writer, total);
    for (DemoDrill& one : year) {
        one.drill.id = id++;
        if (one.finding) one.finding->drillId = one.drill.id;
    }
    numberFindings(writer, year);
    std::size_t next = 0;
    store::addMany(writer, [&] { return next < year.size() ? &year[next++].drill : nullptr; });
    next = 0;
    findings::addMany(writer, [&]() -> const Finding* {
        while (next < year.size() && !year[next].finding) ++next;
        return next < year.size() ? &*year[next++].finding : nullptr;
    });
    next = 0;
    records.addMany(writer, drillKind, [&](std::int64_t& subject, participation::Entry& entry) {
        if (next == year.size()) return false;
        const Drill& drill = year[next++].drill;
        subject = drill.id;
        entry.unitId = drill.unitId;
        entry.unitName = drill.unitName;
        entry.audience = drillAudience;
        entry.counted = drill.participants;
        entry.estimated = drill.participantsEstimated;
        return true;
    });
    next = 0;
    store::indexMany(writer, [&](std::string& problem) -> const Drill* {
        if (next == year.size()) return nullptr;
        if (next % 1000 == 0) {
            progress.check();
            progress.step(std::int64_t(next), total, tr("建立检索"));
        }
        const DemoDrill& one = year[next++];
        if (one.finding) problem = one.finding->description;
        return &one.drill;
    });
    fillRooms(writer, year, bureauOf(known), rating, request);
    progress.step(total, total, tr("演练"));
}

} // namespace

yanxun::DemoKind demoDrills(directory::Units& units, participation::Records& records, const RatingService& rating) {
    yanxun::DemoKind kind;
    kind.id = "drills.demo";
    kind.order = 20;
    kind.fill = [&units, &records, &rating](Writer& writer, const yanxun::DemoRequest& request, yanxun::Progress& progress) {
        fill(writer, request, progress, units, records, rating);
    };
    return kind;
}

} // namespace drills
