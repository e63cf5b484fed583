#include "core/unit_user.h"

#include "core/activity_store.h"
#include "core/campaign_store.h"
#include "core/reach_store.h"
#include "core/target_store.h"

#include <yanxun/text.h>

#include <set>

namespace campaigns {
namespace {

using yanxun::tr;
using yanxun::Writer;

/// What a moved record is, kept in the low digits of its number: directory hands the numbers back as they are.
enum Holder : std::int64_t { ownUnit = 0, host = 1, reached = 2, targetOwner = 3, campaignOwner = 4 };
constexpr std::int64_t holders = 8;

void moveOne(Writer& writer, Holder holder, std::int64_t id, const directory::UnitRef& to, std::set<std::int64_t>& touched) {
    switch (holder) {
    case reached: {
        if (const std::int64_t activity = reach_store::moveToUnit(writer, id, to.id); activity != 0) touched.insert(activity);
        return;
    }
    case ownUnit:
    case host: {
        auto activity = store::find(writer, id);
        if (!activity) return;
        (holder == host ? activity->hostId : activity->unitId) = to.id;
        store::updateRow(writer, *activity);
        return;
    }
    case targetOwner: {
        if (!target_store::exists(writer, id)) return;
        Target target = target_store::get(writer, id);
        target.ownerId = to.id;
        target_store::update(writer, target);
        return;
    }
    case campaignOwner: {
        if (!campaign_store::exists(writer, id)) return;
        Campaign campaign = campaign_store::get(writer, id);
        campaign.ownerId = to.id;
        campaign_store::update(writer, campaign);
        return;
    }
    }
}

void moveAll(Writer& writer, const std::vector<std::int64_t>& records, const directory::UnitRef& to) {
    std::set<std::int64_t> touched;
    for (const std::int64_t record : records) moveOne(writer, Holder(record % holders), record / holders, to, touched);
    for (const std::int64_t id : touched) reach_store::cover(writer, store::get(writer, id));
}

std::vector<std::int64_t> recordsOf(yanxun::Reader& reader, std::int64_t unit) {
    std::vector<std::int64_t> records;
    const auto take = [&](Holder holder, const std::vector<std::int64_t>& ids) {
        for (const std::int64_t id : ids) records.push_back(id * holders + holder);
    };
    take(ownUnit, store::ofUnit(reader, unit));
    take(host, store::hostedBy(reader, unit));
    take(reached, reach_store::ofUnit(reader, unit));
    take(targetOwner, target_store::ownedBy(reader, unit));
    take(campaignOwner, campaign_store::ownedBy(reader, unit));
    return records;
}

} // namespace

directory::UnitUser unitUser() {
    directory::UnitUser user;
    user.plugin = "campaigns";
    user.uses = [](yanxun::Reader& reader, std::int64_t unit) { return !recordsOf(reader, unit).empty(); };
    user.move = [](Writer& writer, std::int64_t from, const directory::UnitRef& to) {
        std::vector<std::int64_t> records = recordsOf(writer, from);
        moveAll(writer, records, to);
        return records;
    };
    user.moveBack = moveAll;
    return user;
}

participation::SubjectKind subjectKind(ActivityService& service) {
    participation::SubjectKind kind;
    kind.kind = activityKind;
    kind.title = tr("宣传活动");
    kind.page = "campaigns.activities";
    kind.changed = [&service](Writer& writer, std::int64_t activity, std::int64_t reported, bool estimated) {
        service.keepReported(writer, activity, reported, estimated);
    };
    kind.describe = [](yanxun::Reader& reader, std::int64_t id) {
        const auto activity = store::find(reader, id);
        return activity ? tr("{} {}", activity->name, activity->heldOn.iso()) : std::string();
    };
    return kind;
}

} // namespace campaigns
