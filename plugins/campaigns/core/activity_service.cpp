#include "core/activity_service.h"

#include "core/activity_list_store.h"
#include "core/activity_store.h"
#include "core/post_store.h"
#include "core/reach_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <initializer_list>

namespace campaigns {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

void requireComplete(const ActivityDraft& draft) {
    if (yanxun::text::key(draft.name).empty()) throw Error(tr("请填写活动名称。"));
    if (!draft.heldOn.valid()) throw Error(tr("请填写活动日期，例如 2021-05-12。"));
    if (draft.attendance && *draft.attendance < 0) throw Error(tr("参与人次不能小于 0。"));
    if (draft.photos && *draft.photos < 0) throw Error(tr("照片数不能小于 0。"));
    for (const Metric& metric : draft.metrics) {
        if (metric.value < 0) throw Error(tr("宣传形式的数量不能小于 0。"));
    }
}

yanxun::Date todayOf(const Writer& writer) { return yanxun::localDay(writer.at()); }

std::vector<std::int64_t> termsOf(const Terms& terms, TermKind kind, const std::vector<std::string>& words) {
    std::vector<std::int64_t> ids;
    for (const std::string& written : words) {
        const Term* const term = terms.find(kind, written);
        if (!term) {
            std::vector<std::string> known;
            for (const Term* one : terms.of(kind)) known.push_back(one->name);
            throw Error(tr("字典里没有{}“{}”；可以是：{}。要用新的，请先在字典里添加。", word(kind), written, joined(known)));
        }
        if (std::find(ids.begin(), ids.end(), term->id) == ids.end()) ids.push_back(term->id);
    }
    return ids;
}

bool endsWithOneOf(const std::string& name, std::initializer_list<std::string_view> ends) {
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return name.ends_with(end); });
}

void requireRevision(const Activity& activity, std::int64_t revision) {
    if (activity.revision != revision) throw Conflict(tr("这场活动已被他人修改，请重新打开后再试。"));
}

} // namespace

std::int64_t ActivityService::add(Writer& writer, const ActivityDraft& draft, bool allowDouble) {
    Activity activity;
    fill(writer, activity, draft);
    const bool over = draft.source == Source::imported || activity.heldOn <= todayOf(writer);
    activity.status = over && !draft.isPlan ? ActivityStatus::held : ActivityStatus::planned;
    activity.source = draft.source;
    if (!allowDouble && store::findByKey(writer, activity.name, activity.unitId, activity.heldOn)) {
        throw Conflict(tr("{} 在 {} 已有活动“{}”，没有重复保存。", activity.unitName, activity.heldOn.iso(), activity.name));
    }
    activity.attendance = draft.attendance.value_or(0);
    activity.attendanceEstimated = draft.attendance && draft.attendanceEstimated;
    activity.id = store::add(writer, activity);
    if (draft.attendance) putAttendance(writer, activity, *draft.attendance, draft.attendanceEstimated);
    store::index(writer, activity, term_store::all(writer));
    listeners_.added(writer, activity.id);
    return activity.id;
}

std::int64_t ActivityService::edit(Writer& writer, std::int64_t id, std::int64_t revision, const ActivityDraft& draft) {
    Activity activity = store::get(writer, id);
    if (isFinal(activity.status)) {
        throw Error(tr("活动“{}”{}，不能再修改；请先变更它的状态。", activity.name, word(activity.status)));
    }
    requireRevision(activity, revision);
    const Activity before = activity;
    const auto refBefore = lists::ref(writer, id);
    fill(writer, activity, draft);
    if (isCounted(activity.status) && activity.heldOn != before.heldOn && activity.heldOn > todayOf(writer)) {
        throw Error(tr("活动“{}”{}，日期不能晚于今天。", activity.name, word(activity.status)));
    }
    store::update(writer, activity);
    if (before.unitId != activity.unitId || before.unitName != activity.unitName) {
        changeUnit(writer, activity, before.unitId, before.unitName);
    }
    const auto counted = draft.attendance.value_or(before.attendance);
    if (counted != before.attendance || draft.attendanceEstimated != before.attendanceEstimated) {
        putAttendance(writer, activity, counted, draft.attendanceEstimated);
    }
    indexAgain(writer, id);
    if (refBefore) listeners_.changed(writer, *refBefore);
    return store::get(writer, id).revision;
}

yanxun::MoveQuestion ActivityService::mayMove(yanxun::Reader& reader, std::int64_t id, yanxun::Date day) const {
    if (!day.valid()) throw Error(tr("请填写活动日期，例如 2021-05-12。"));
    const Activity activity = store::get(reader, id);
    if (activity.status != ActivityStatus::planned) {
        throw Error(tr("活动“{}”{}，不能改期；只有计划中的活动可以改期。", activity.name, word(activity.status)));
    }
    if (day == activity.heldOn) return {};
    if (store::findByKey(reader, activity.name, activity.unitId, day)) {
        throw Conflict(tr("{} 在 {} 已有活动“{}”，请换一天。", activity.unitName, day.iso(), activity.name));
    }
    yanxun::MoveQuestion question;
    for (const Activity& other : store::get(reader, store::between(reader, day.ymd(), day.ymd()))) {
        if (other.id == id || other.status == ActivityStatus::cancelled) continue;
        if (other.unitId != 0 && other.unitId == activity.unitId) {
            question.warnings.push_back(tr("{} 当天已有活动“{}”。", other.unitName, other.name));
        } else if (!activity.leader.empty() && other.leader == activity.leader) {
            question.warnings.push_back(tr("负责人 {} 当天还负责“{}”。", other.leader, other.name));
        }
    }
    return question;
}

void ActivityService::move(Writer& writer, std::int64_t id, std::int64_t revision, yanxun::Date day) {
    mayMove(writer, id, day);
    Activity activity = store::get(writer, id);
    requireRevision(activity, revision);
    const auto refBefore = lists::ref(writer, id);
    activity.heldOn = day;
    store::update(writer, activity);
    indexAgain(writer, id);
    if (refBefore) listeners_.changed(writer, *refBefore);
}

void ActivityService::step(Writer& writer, std::int64_t id, std::int64_t revision, ActivityStatus to,
                           const std::string& reason) {
    Activity activity = store::get(writer, id);
    requireStep(activity, to, reason, todayOf(writer));
    requireRevision(activity, revision);
    activity.status = to;
    activity.statusReason = yanxun::text::key(reason);
    store::update(writer, activity);
}

void ActivityService::remove(Writer& writer, std::int64_t id, std::int64_t revision) {
    // The revision is checked before participation changes the activity's copy.
    requireRevision(store::get(writer, id), revision);
    listeners_.removing(writer, id);
    post_store::forgetActivity(writer, id);
    records_.removeAll(writer, {activityKind, id});
    store::unindex(writer, id);
    store::remove(writer, id, store::get(writer, id).revision);
}

std::int64_t ActivityService::plan(Writer& writer, const std::string& name, yanxun::Date day, const std::string& category,
                                   const std::vector<std::int64_t>& units, const std::string& hostName) {
    if (units.empty()) throw Error(tr("请先选择要安排的单位。"));
    ActivityDraft draft;
    draft.name = name;
    draft.heldOn = day;
    draft.hostName = hostName;
    draft.isPlan = true;
    if (!category.empty()) draft.categories = {category};
    for (const std::int64_t id : units) {
        const auto unit = units_.get(writer, id);
        if (!unit) throw yanxun::NotFound(tr("没有编号为 {} 的单位，请刷新后再试。", id));
        draft.reach.push_back(unit->name);
    }
    return add(writer, draft);
}

void ActivityService::setAttendance(Writer& writer, std::int64_t id, std::int64_t counted, bool estimated) {
    if (counted < 0) throw Error(tr("参与人次不能小于 0。"));
    const Activity activity = store::get(writer, id);
    if (isFinal(activity.status)) throw Error(tr("活动“{}”{}，不能再修改。", activity.name, word(activity.status)));
    putAttendance(writer, activity, counted, estimated);
}

void ActivityService::keepReported(Writer& writer, std::int64_t id, std::int64_t reported, bool estimated) {
    std::optional<Activity> activity = store::find(writer, id);
    if (!activity) return;
    if (activity->attendance == reported && activity->attendanceEstimated == estimated) return;
    activity->attendance = reported;
    activity->attendanceEstimated = estimated;
    store::updateRow(writer, *activity);
}

ActivityDraft ActivityService::draftOf(const Activity& activity, const Terms& terms) {
    ActivityDraft draft;
    draft.name = activity.name;
    draft.heldOn = activity.heldOn;
    draft.hostName = activity.hostName;
    draft.place = activity.place;
    draft.regionName = activity.regionName;
    draft.form = activity.form;
    draft.campaignId = activity.campaignId;
    draft.categories = namesOf(terms, activity.categories);
    draft.themes = namesOf(terms, activity.themes);
    for (const Reach& reach : activity.reach) draft.reach.push_back(reach.name());
    draft.metrics = activity.metrics;
    draft.attendance = activity.attendance;
    draft.attendanceEstimated = activity.attendanceEstimated;
    draft.link = activity.link;
    draft.photos = activity.photos;
    draft.leader = activity.leader;
    draft.summary = activity.summary;
    return draft;
}

bool ActivityService::isTownship(yanxun::Reader& reader, const std::string& name) const {
    return endsWithOneOf(name, {"街道", "镇", "乡"}) || !units_.regionCode(reader, name).empty();
}

bool ActivityService::isTownshipOfPlace(yanxun::Reader& reader, const std::string& place) const {
    return isTownship(reader, place) || endsWithOneOf(place, {"农场", "林场"});
}

void ActivityService::fill(Writer& writer, Activity& activity, const ActivityDraft& draft) {
    requireComplete(draft);
    const Terms terms = term_store::all(writer);
    activity.name = yanxun::text::key(draft.name);
    activity.heldOn = draft.heldOn;
    activity.form = yanxun::text::key(draft.form);
    activity.campaignId = draft.campaignId;
    activity.categories = termsOf(terms, TermKind::category, draft.categories);
    activity.themes = termsOf(terms, TermKind::theme, draft.themes);
    activity.metrics = draft.metrics;
    std::sort(activity.metrics.begin(), activity.metrics.end(),
              [](const Metric& a, const Metric& b) { return a.termId < b.termId; });
    activity.link = yanxun::text::key(draft.link);
    activity.photos = draft.photos;
    activity.leader = yanxun::text::key(draft.leader);
    activity.summary = draft.summary;
    const std::string host = yanxun::text::key(draft.hostName);
    if (host.empty()) {
        activity.hostId = 0;
        activity.hostName.clear();
    } else if (activity.hostId == 0 || host != yanxun::text::key(activity.hostName)) {
        const directory::UnitRef unit = unitOf(writer, host, draft);
        activity.hostId = unit.id;
        activity.hostName = unit.name;
    }
    fillReach(writer, activity, draft);
    fillKeyUnit(activity);
    fillPlace(writer, activity, draft);
}

void ActivityService::fillReach(Writer& writer, Activity& activity, const ActivityDraft& draft) {
    std::vector<Reach> reached;
    for (const std::string& written : draft.reach) {
        const std::string name = yanxun::text::key(written);
        if (name.empty()) continue;
        // What stands already keeps the name it had on the day.
        const auto same = std::find_if(activity.reach.begin(), activity.reach.end(),
                                       [&](const Reach& one) { return yanxun::text::key(one.name()) == name; });
        Reach reach;
        if (same != activity.reach.end()) {
            reach = *same;
        } else if (!units_.find(writer, name) && isTownship(writer, name)) {
            reach.regionName = name;
            reach.regionCode = units_.regionCode(writer, name);
        } else {
            const directory::UnitRef unit = unitOf(writer, name, draft);
            reach = {0, 0, unit.id, unit.name, unit.regionCode, unit.regionName};
        }
        const bool twice =
            std::any_of(reached.begin(), reached.end(), [&](const Reach& one) { return one.sameAs(reach); });
        if (!twice) reached.push_back(std::move(reach));
    }
    activity.reach = std::move(reached);
}

void ActivityService::fillKeyUnit(Activity& activity) {
    const auto unit =
        std::find_if(activity.reach.begin(), activity.reach.end(), [](const Reach& one) { return one.unitId != 0; });
    if (unit != activity.reach.end()) {
        activity.unitId = unit->unitId;
        activity.unitName = unit->unitName;
    } else if (activity.hostId != 0) {
        activity.unitId = activity.hostId;
        activity.unitName = activity.hostName;
    } else if (!activity.reach.empty()) {
        activity.unitId = 0;
        activity.unitName = activity.reach.front().regionName;
    } else {
        throw Error(tr("请填写覆盖单位；没有具体单位的，请填写主办单位或乡镇街道。"));
    }
}

void ActivityService::fillPlace(Writer& writer, Activity& activity, const ActivityDraft& draft) {
    const std::string place = yanxun::text::key(draft.place), wanted = yanxun::text::key(draft.regionName);
    activity.place = place;
    if (!wanted.empty()) {
        if (wanted == activity.regionName) return;
        activity.regionName = wanted;
        activity.regionCode = units_.regionCode(writer, wanted);
    } else if (!place.empty() && isTownshipOfPlace(writer, place)) {
        activity.regionName = place;
        activity.regionCode = units_.regionCode(writer, place);
    } else if (!activity.reach.empty()) {
        activity.regionName = activity.reach.front().regionName;
        activity.regionCode = activity.reach.front().regionCode;
    } else {
        const auto host = units_.get(writer, activity.hostId);
        activity.regionName = host ? host->regionName : std::string();
        activity.regionCode = host ? host->regionCode : std::string();
    }
}

directory::UnitRef ActivityService::unitOf(Writer& writer, const std::string& name, const ActivityDraft& draft) {
    if (auto known = units_.find(writer, name)) return *known;
    if (draft.createUnits) {
        const std::string place = yanxun::text::key(draft.regionName.empty() ? draft.place : draft.regionName);
        const char* const seenIn = draft.source == Source::imported ? "campaigns.activities" : "campaigns.add";
        return units_.create(writer, {name, isTownshipOfPlace(writer, place) ? place : std::string(), seenIn});
    }
    std::vector<std::string> alike;
    for (const auto& match : units_.candidates(writer, name, 3)) alike.push_back(match.unit.name);
    if (alike.empty()) throw Error(tr("单位名录中没有“{}”，请先登记该单位，或选择新建。", name));
    throw Error(tr("单位名录中没有“{}”，是否是：{}？请改正，或选择新建。", name, joined(alike)));
}

void ActivityService::putAttendance(Writer& writer, const Activity& activity, std::int64_t counted, bool estimated) {
    const participation::Subject subject{activityKind, activity.id};
    std::int64_t others = 0;
    for (const auto& entry : records_.of(writer, subject)) {
        if (entry.unitId != activity.unitId || entry.audience != activityAudience) others += entry.reported();
    }
    if (counted < others) throw Error(tr("其他单位已登记 {} 人次，总人次不能少于它。", others));
    participation::Entry entry;
    entry.unitId = activity.unitId;
    entry.unitName = activity.unitName;
    entry.audience = activityAudience;
    entry.counted = counted - others;
    entry.estimated = estimated;
    records_.put(writer, subject, entry);
}

void ActivityService::changeUnit(Writer& writer, const Activity& activity, std::int64_t formerUnit,
                                 const std::string& formerName) {
    const participation::Subject subject{activityKind, activity.id};
    std::vector<std::pair<participation::Entry, std::vector<participation::Named>>> kept;
    for (auto& entry : records_.of(writer, subject)) {
        auto names = records_.names(writer, entry.id);
        if (entry.unitId == formerUnit && (formerUnit != 0 || entry.unitName == formerName)) {
            entry.unitId = activity.unitId;
            entry.unitName = activity.unitName;
        }
        kept.emplace_back(std::move(entry), std::move(names));
    }
    records_.removeAll(writer, subject);
    for (const auto& [entry, names] : kept) {
        const std::int64_t id = records_.put(writer, subject, entry);
        if (!names.empty()) records_.putNames(writer, id, names);
    }
}

void ActivityService::indexAgain(Writer& writer, std::int64_t id) {
    store::index(writer, store::get(writer, id), term_store::all(writer));
}

} // namespace campaigns
