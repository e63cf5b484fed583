#include "core/post_service.h"

#include "core/activity_store.h"
#include "core/post_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

void fill(Writer& writer, Post& post, const PostDraft& draft) {
    post.title = yanxun::text::key(draft.title);
    post.platform = yanxun::text::key(draft.platform);
    if (post.title.empty()) throw Error(tr("请填写标题。"));
    if (post.platform.empty()) throw Error(tr("请填写平台，例如 抖音、视频号、微信公众号。"));
    if (!draft.publishedOn.valid()) throw Error(tr("请填写发布日期，例如 2021-05-12。"));
    const Terms terms = term_store::all(writer);
    const Term* const channel = draft.channel.empty() ? terms.coded(TermKind::channel, "video")
                                                      : terms.find(TermKind::channel, draft.channel);
    if (!channel) {
        std::vector<std::string> known;
        for (const Term* one : terms.of(TermKind::channel)) known.push_back(one->name);
        throw Error(tr("字典里没有渠道“{}”；可以是：{}。", draft.channel, joined(known)));
    }
    if (draft.activityId != 0) store::get(writer, draft.activityId);
    post.channelId = channel->id;
    post.publishedOn = draft.publishedOn;
    post.link = yanxun::text::key(draft.link);
    post.note = draft.note;
    post.activityId = draft.activityId;
    post.campaignId = draft.campaignId;
}

void requireNew(Writer& writer, const Post& post) {
    const auto same = post_store::findByKey(writer, post.platform, post.title);
    if (same && same->id != post.id) {
        throw yanxun::Conflict(tr("{} 上已有“{}”，没有重复保存。", post.platform, post.title));
    }
}

} // namespace

std::int64_t PostService::add(Writer& writer, const PostDraft& draft, bool allowDouble) const {
    Post post;
    fill(writer, post, draft);
    post.source = draft.source;
    if (!allowDouble) requireNew(writer, post);
    post.id = post_store::add(writer, post);
    post_store::index(writer, post, term_store::all(writer));
    return post.id;
}

std::int64_t PostService::edit(Writer& writer, std::int64_t id, std::int64_t revision, const PostDraft& draft) const {
    Post post = post_store::get(writer, id);
    const bool sameKey = yanxun::text::key(draft.title) == post.title && yanxun::text::key(draft.platform) == post.platform;
    fill(writer, post, draft);
    if (!sameKey) requireNew(writer, post);
    post.revision = revision;
    const std::int64_t now = post_store::update(writer, post);
    post_store::index(writer, post, term_store::all(writer));
    return now;
}

void PostService::remove(Writer& writer, std::int64_t id, std::int64_t revision) const {
    post_store::unindex(writer, id);
    post_store::remove(writer, id, revision);
}

std::int64_t PostService::count(Writer& writer, const Snapshot& snapshot) const {
    if (metricWord(snapshot.metric).empty()) throw Error(tr("没有“{}”这个指标。", snapshot.metric));
    if (snapshot.value < 0) throw Error(tr("累计数不能小于 0。"));
    if (!snapshot.countedOn.valid()) throw Error(tr("请填写截至日期，例如 2021-12-31。"));
    const Post post = post_store::get(writer, snapshot.postId);
    if (snapshot.countedOn < post.publishedOn) {
        throw Error(tr("截至日期 {} 早于发布日期 {}，请改正。", snapshot.countedOn.iso(), post.publishedOn.iso()));
    }
    for (const Snapshot& other : post_store::snapshots(writer, snapshot.postId)) {
        if (other.metric != snapshot.metric || other.countedOn == snapshot.countedOn) continue;
        // A rounded «2.5万» may lie above an exact later count.
        if (other.precision == Precision::estimated || snapshot.precision == Precision::estimated) continue;
        const bool shrinks = other.countedOn < snapshot.countedOn ? other.value > snapshot.value : other.value < snapshot.value;
        if (shrinks) {
            throw Error(tr("累计数不会变小：截至 {} 是 {}，与截至 {} 的 {} 不符，请核对。", other.countedOn.iso(), other.value,
                           snapshot.countedOn.iso(), snapshot.value));
        }
    }
    return post_store::putSnapshot(writer, snapshot);
}

void PostService::removeSnapshot(Writer& writer, std::int64_t id) const {
    const auto snapshot = post_store::snapshot(writer, id);
    if (!snapshot) throw yanxun::NotFound(tr("这条统计已不存在，请刷新。"));
    post_store::removeSnapshot(writer, *snapshot);
}

PostDraft PostService::draftOf(const Post& post, const Terms& terms) {
    PostDraft draft;
    draft.channel = terms.name(post.channelId);
    draft.title = post.title;
    draft.platform = post.platform;
    draft.publishedOn = post.publishedOn;
    draft.link = post.link;
    draft.note = post.note;
    draft.activityId = post.activityId;
    draft.campaignId = post.campaignId;
    return draft;
}

} // namespace campaigns
