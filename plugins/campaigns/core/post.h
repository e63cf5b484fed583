#pragma once
#include "core/activity.h"

namespace campaigns {

/// What a post had reached in all by the end of a day. Cumulative: a month is the difference of two, never a sum.
struct Snapshot {
    std::int64_t id = 0, revision = 0, postId = 0;
    std::string metric; ///< one of metric::all
    yanxun::Date countedOn;
    std::int64_t value = 0;
    Precision precision = Precision::exact;
};

namespace metric {
inline constexpr auto views = "views", likes = "likes", shares = "shares";
} // namespace metric
/// 播放量, 点赞, 转发; "" of an unknown one.
std::string metricWord(const std::string& metric);
std::vector<std::string> postMetrics();

/// A 微视频, 推送 … on one platform. Natural key: platform + title.
struct Post {
    std::int64_t id = 0, revision = 0;
    std::string uid;
    std::int64_t channelId = 0; ///< term
    std::string title, platform;
    yanxun::Date publishedOn;
    std::string link, note;
    std::int64_t activityId = 0, campaignId = 0;
    std::optional<std::int64_t> views; ///< copy of the newest snapshot
    bool viewsEstimated = false;
    std::optional<yanxun::Date> countedOn; ///< of that snapshot
    Source source = Source::entered;
};

/// What was added from the end of `before` to the end of `last`: newest snapshot not after each. Empty when nothing was
/// counted up to `last`; a post published later than `before` began at 0.
std::optional<std::int64_t> increment(const std::vector<Snapshot>& snapshots, yanxun::Date before, yanxun::Date last);

/// Which posts a list shows; empty parts do not narrow.
struct PostFilter {
    int year = 0;
    std::int64_t ym = 0;
    std::optional<yanxun::Period> period;
    std::int64_t channel = 0;
    std::string platform, text;
    std::int64_t activity = 0, id = 0;
};
PostFilter parsePostArgument(const std::string& argument);
std::string argumentOf(const PostFilter& filter);

} // namespace campaigns
