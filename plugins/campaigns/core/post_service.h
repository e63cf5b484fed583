#pragma once
#include "core/post.h"

#include <yanxun/data/database.h>

namespace campaigns {

/// What a person says of a post.
struct PostDraft {
    std::string channel; ///< word of the dictionary; "" = 微视频
    std::string title, platform;
    yanxun::Date publishedOn;
    std::string link, note;
    std::int64_t activityId = 0, campaignId = 0;
    Source source = Source::entered;
};

/// What people do with posts of the channels. Each method is one action inside the caller's Writer.
class PostService {
public:
    /// Throws Error for what is missing, Conflict when platform + title stand already and `allowDouble` is false.
    std::int64_t add(yanxun::Writer& writer, const PostDraft& draft, bool allowDouble = false) const;
    std::int64_t edit(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, const PostDraft& draft) const;
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;
    /// What was counted in all by the end of a day; the one of the same day is replaced. Throws Error for a number below
    /// an earlier day's or above a later one's: a cumulative number does not shrink.
    std::int64_t count(yanxun::Writer& writer, const Snapshot& snapshot) const;
    void removeSnapshot(yanxun::Writer& writer, std::int64_t id) const;

    static PostDraft draftOf(const Post& post, const Terms& terms);
};

} // namespace campaigns
