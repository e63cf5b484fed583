#include "core/post.h"

#include "core/activity_filter.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::tr;

const Snapshot* newestUntil(const std::vector<Snapshot>& snapshots, yanxun::Date day) {
    const Snapshot* newest = nullptr;
    for (const Snapshot& one : snapshots) {
        if (one.countedOn <= day && (!newest || one.countedOn > newest->countedOn)) newest = &one;
    }
    return newest;
}

} // namespace

std::string metricWord(const std::string& name) {
    if (name == metric::views) return tr("播放（阅读）量");
    if (name == metric::likes) return tr("点赞");
    if (name == metric::shares) return tr("转发");
    return {};
}

std::vector<std::string> postMetrics() { return {metric::views, metric::likes, metric::shares}; }

std::optional<std::int64_t> increment(const std::vector<Snapshot>& snapshots, yanxun::Date before, yanxun::Date last) {
    const Snapshot* const end = newestUntil(snapshots, last);
    if (!end) return std::nullopt;
    const Snapshot* const begin = newestUntil(snapshots, before);
    return end->value - (begin ? begin->value : 0);
}

PostFilter parsePostArgument(const std::string& argument) {
    const ActivityFilter common = parseArgument(argument);
    const ActivityFilter numbers =
        parseArgument("category=" + yanxun::argumentPart(argument, "channel") + "&unit=" + yanxun::argumentPart(argument, "activity"));
    PostFilter filter;
    filter.year = common.year;
    filter.ym = common.ym;
    filter.period = common.period;
    filter.text = common.text;
    filter.id = common.id;
    filter.channel = numbers.category;
    filter.activity = numbers.unit;
    filter.platform = yanxun::argumentPart(argument, "platform");
    return filter;
}

std::string argumentOf(const PostFilter& filter) {
    ActivityFilter common;
    common.year = filter.year;
    common.ym = filter.ym;
    common.period = filter.period;
    common.text = filter.text;
    common.id = filter.id;
    std::string argument = argumentOf(common);
    if (filter.channel != 0) yanxun::addPart(argument, "channel", std::to_string(filter.channel));
    if (filter.activity != 0) yanxun::addPart(argument, "activity", std::to_string(filter.activity));
    if (!filter.platform.empty()) yanxun::addPart(argument, "platform", filter.platform);
    return argument;
}

} // namespace campaigns
