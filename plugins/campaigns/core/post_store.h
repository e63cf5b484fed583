#pragma once
#include "core/id_list.h"
#include "core/post.h"

#include <yanxun/data/list_query.h>

#include <functional>
#include <span>

namespace campaigns {

enum class PostOrder { published, title, platform, views };

/// Rows of posts and their snapshots. Decides nothing.
namespace post_store {

std::optional<Post> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Post get(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; a vanished one has id 0.
std::vector<Post> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
std::optional<Post> findByKey(yanxun::Reader& reader, const std::string& platform, const std::string& title);
yanxun::IdList ids(yanxun::Reader& reader, const PostFilter& filter, PostOrder order, bool ascending, std::int64_t limit);
/// By day, title, platform; streaming. `channel` 0 = all.
void each(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t channel,
          const std::function<void(const Post&)>& use);
/// Of some activities, by day.
void ofActivities(yanxun::Reader& reader, const IdList& activities, const std::function<void(const Post&)>& use);
std::int64_t count(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t channel);
std::vector<std::string> platforms(yanxun::Reader& reader);
std::vector<int> years(yanxun::Reader& reader);

std::int64_t add(yanxun::Writer& writer, const Post& post);
void addMany(yanxun::Writer& writer, std::span<const Post> posts);
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
std::int64_t update(yanxun::Writer& writer, const Post& post);
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
/// Posts of an activity that goes lose their link to it.
void forgetActivity(yanxun::Writer& writer, std::int64_t activity);

/// By metric, then day.
std::vector<Snapshot> snapshots(yanxun::Reader& reader, std::int64_t post);
std::optional<Snapshot> snapshot(yanxun::Reader& reader, std::int64_t id);
std::optional<Snapshot> snapshotOf(yanxun::Reader& reader, std::int64_t post, const std::string& metric, yanxun::Date day);
/// Adds or replaces the one of that day; brings the post's copies up to date. Returns the snapshot's id.
std::int64_t putSnapshot(yanxun::Writer& writer, const Snapshot& snapshot);
void removeSnapshot(yanxun::Writer& writer, const Snapshot& snapshot);

void index(yanxun::Writer& writer, const Post& post, const Terms& terms);
void unindex(yanxun::Writer& writer, std::int64_t id);

} // namespace post_store

/// The search kind of posts.
inline constexpr auto postKind = "campaigns.post";

} // namespace campaigns
