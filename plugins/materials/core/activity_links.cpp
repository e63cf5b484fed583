#include "core/activity_links.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <cstdlib>
#include <limits>
#include <set>

namespace materials {
namespace {

using campaigns::ActivityRef;
using yanxun::tr;
using yanxun::Writer;

constexpr std::int64_t farthestDays = 62;
constexpr std::size_t allOfThem = 1'000'000;

void point(Link& link, const ActivityRef& activity, LinkState state) {
    link.state = state;
    link.activityId = activity.id;
    link.activityName = activity.name;
    link.activityDay = activity.date;
}

void clear(Link& link, LinkState state) {
    link.state = state;
    link.activityId = 0;
    link.activityName.clear();
    link.activityDay.reset();
}

} // namespace

std::string word(LinkState state) {
    switch (state) {
    case LinkState::waiting: return tr("未找到活动");
    case LinkState::offered: return tr("待确认");
    case LinkState::linked: return tr("已关联");
    case LinkState::dismissed: return tr("不关联");
    }
    return {};
}

void ActivityLinks::match(Writer& writer, Link& link) const {
    if (!activities_) return;
    std::vector<ActivityRef> sameDay;
    std::optional<ActivityRef> nearest;
    std::int64_t distance = std::numeric_limits<std::int64_t>::max();
    for (const ActivityRef& activity : activities_->find(writer, link.written)) {
        const std::int64_t days = std::llabs(activity.date.days() - link.day.days());
        if (days == 0) sameDay.push_back(activity);
        if (days > farthestDays || days >= distance) continue;
        nearest = activity;
        distance = days;
    }
    if (sameDay.size() == 1) return point(link, sameDay.front(), LinkState::linked);
    if (nearest) return point(link, *nearest, LinkState::offered);
    clear(link, LinkState::waiting);
}

void ActivityLinks::add(Writer& writer, const Document& document, const std::string& written, std::int64_t chosen) {
    const std::string name = yanxun::text::key(written);
    if (name.empty() && chosen == 0) return;
    Link link;
    link.documentId = document.id;
    link.written = name;
    link.day = document.day;
    if (chosen != 0) {
        const auto activity = activities_ ? activities_->get(writer, chosen) : std::nullopt;
        if (!activity) throw yanxun::NotFound(tr("所选的活动已不存在，请重新选择。"));
        point(link, *activity, LinkState::linked);
        if (name.empty()) link.written = activity->name;
    } else {
        match(writer, link);
    }
    links::add(writer, link);
    if (link.state == LinkState::linked) tellActivity(writer, link.activityId);
}

void ActivityLinks::tell(Writer& writer, std::int64_t document) {
    const auto link = links::of(writer, document);
    if (link && link->state == LinkState::linked) tellActivity(writer, link->activityId);
}

void ActivityLinks::tellActivity(Writer& writer, std::int64_t activity) {
    if (activities_ && activity != 0) activities_->setIssued(writer, activity, links::issued(writer, activity));
}

void ActivityLinks::decide(Writer& writer, std::int64_t document, std::int64_t activity) {
    auto link = links::of(writer, document);
    const std::int64_t before = link && link->state == LinkState::linked ? link->activityId : 0;
    Link now = link.value_or(Link{});
    now.documentId = document;
    if (activity == 0) {
        if (!link) throw yanxun::NotFound(tr("这张单据没有写明活动。"));
        clear(now, LinkState::dismissed);
    } else {
        const auto chosen = activities_ ? activities_->get(writer, activity) : std::nullopt;
        if (!chosen) throw yanxun::NotFound(tr("所选的活动已不存在，请重新选择。"));
        point(now, *chosen, LinkState::linked);
        if (now.written.empty()) now.written = chosen->name;
    }
    if (link) links::update(writer, now);
    else links::add(writer, now);
    tellActivity(writer, before);
    if (now.activityId != before) tellActivity(writer, now.activityId);
}

std::int64_t ActivityLinks::acceptOffers(Writer& writer) {
    std::set<std::int64_t> touched;
    std::int64_t accepted = 0;
    for (Link& link : links::inState(writer, LinkState::offered, allOfThem)) {
        link.state = LinkState::linked;
        links::update(writer, link);
        touched.insert(link.activityId);
        ++accepted;
    }
    for (const std::int64_t activity : touched) tellActivity(writer, activity);
    return accepted;
}

std::int64_t ActivityLinks::matchAgain(Writer& writer) {
    std::set<std::int64_t> touched;
    std::int64_t linked = 0;
    for (const LinkState state : {LinkState::waiting, LinkState::offered}) {
        for (Link& link : links::inState(writer, state, allOfThem)) {
            const Link before = link;
            match(writer, link);
            if (link.state == before.state && link.activityId == before.activityId) continue;
            links::update(writer, link);
            if (link.state != LinkState::linked) continue;
            touched.insert(link.activityId);
            ++linked;
        }
    }
    for (const std::int64_t activity : touched) tellActivity(writer, activity);
    return linked;
}

void ActivityLinks::forget(Writer& writer, std::int64_t document) {
    const auto link = links::of(writer, document);
    if (!link) return;
    links::remove(writer, *link);
    if (link->state == LinkState::linked) tellActivity(writer, link->activityId);
}

campaigns::ActivityWatcher ActivityLinks::watcher() {
    const auto lookAgain = [this](Writer& writer, const std::string& name) {
        std::set<std::int64_t> touched;
        for (Link& link : links::written(writer, name)) {
            if (link.state != LinkState::waiting && link.state != LinkState::offered) continue;
            match(writer, link);
            links::update(writer, link);
            if (link.state == LinkState::linked) touched.insert(link.activityId);
        }
        for (const std::int64_t activity : touched) tellActivity(writer, activity);
    };
    campaigns::ActivityWatcher watcher;
    watcher.plugin = "materials";
    watcher.added = [lookAgain](Writer& writer, const ActivityRef& activity) { lookAgain(writer, activity.name); };
    watcher.changed = [lookAgain](Writer& writer, const ActivityRef&, const ActivityRef& after) {
        for (Link& link : links::toActivity(writer, after.id)) {
            point(link, after, link.state);
            links::update(writer, link);
        }
        lookAgain(writer, after.name);
    };
    watcher.removing = [](Writer& writer, const ActivityRef& activity) {
        for (Link& link : links::toActivity(writer, activity.id)) {
            clear(link, LinkState::waiting);
            links::update(writer, link);
        }
    };
    return watcher;
}

campaigns::IssueSource ActivityLinks::source() {
    campaigns::IssueSource source;
    source.plugin = "materials";
    source.page = "materials.documents";
    source.lines = [](yanxun::Reader& reader, std::int64_t activity,
                      const std::function<void(const campaigns::IssuedLine&)>& use) { links::lines(reader, activity, use); };
    source.quantity = [](yanxun::Reader& reader, std::int64_t activity) { return links::issued(reader, activity); };
    return source;
}

} // namespace materials
