#include "core/activity_directory.h"

#include "core/activity_list_store.h"
#include "core/activity_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

constexpr std::int64_t firstDay = 0, lastDay = 99999999;

std::vector<ActivityRef> refsOf(yanxun::Reader& reader, const std::vector<std::int64_t>& ids) {
    std::vector<ActivityRef> found;
    for (const std::int64_t id : ids) {
        if (auto ref = lists::ref(reader, id)) found.push_back(std::move(*ref));
    }
    return found;
}

} // namespace

void Listeners::added(yanxun::Writer& writer, std::int64_t activity) const {
    if (watchers.empty()) return;
    const auto ref = lists::ref(writer, activity);
    for (const ActivityWatcher& watcher : watchers) {
        if (ref && watcher.added) watcher.added(writer, *ref);
    }
}

void Listeners::changed(yanxun::Writer& writer, const ActivityRef& before) const {
    if (watchers.empty()) return;
    const auto after = lists::ref(writer, before.id);
    if (!after) return;
    if (after->name == before.name && after->date == before.date && after->unitId == before.unitId) return;
    for (const ActivityWatcher& watcher : watchers) {
        if (watcher.changed) watcher.changed(writer, before, *after);
    }
}

void Listeners::removing(yanxun::Writer& writer, std::int64_t activity) const {
    if (watchers.empty()) return;
    const auto ref = lists::ref(writer, activity);
    for (const ActivityWatcher& watcher : watchers) {
        if (ref && watcher.removing) watcher.removing(writer, *ref);
    }
}

std::optional<ActivityRef> ActivityDirectory::get(yanxun::Reader& reader, std::int64_t activity) const {
    return lists::ref(reader, activity);
}

std::vector<ActivityRef> ActivityDirectory::find(yanxun::Reader& reader, std::string_view name,
                                                 std::optional<yanxun::Date> day) const {
    return refsOf(reader, store::named(reader, name, day));
}

std::vector<ActivityRef> ActivityDirectory::suggest(yanxun::Reader& reader, std::string_view typed,
                                                    std::size_t limit) const {
    if (yanxun::text::key(typed).empty()) return {};
    ActivityFilter filter;
    filter.text = typed;
    return refsOf(reader, lists::ids(reader, filter, ActivityOrder::held, false, std::int64_t(limit)).ids);
}

void ActivityDirectory::between(yanxun::Reader& reader, const yanxun::Period& period,
                                const std::function<void(const ActivityRef&)>& use) const {
    lists::refs(reader, period.first.ymd(), period.last.ymd(), use);
}

void ActivityDirectory::each(yanxun::Reader& reader, const std::function<void(const ActivityRef&)>& use) const {
    lists::refs(reader, firstDay, lastDay, use);
}

void ActivityDirectory::setIssued(yanxun::Writer& writer, std::int64_t activity, std::int64_t quantity) {
    store::setIssued(writer, activity, quantity);
}

void ActivityDirectory::setIssueSource(IssueSource source) {
    if (listeners_.issues) {
        throw yanxun::Error(yanxun::tr("插件“{}”和“{}”都要提供活动的发放数量，只能启用其中一个。", listeners_.issues->plugin,
                                       source.plugin));
    }
    listeners_.issues = std::move(source);
}

void ActivityDirectory::watch(ActivityWatcher watcher) { listeners_.watchers.push_back(std::move(watcher)); }

} // namespace campaigns
