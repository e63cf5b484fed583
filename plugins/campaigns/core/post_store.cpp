#include "core/post_store.h"

#include <yanxun/id.h>
#include <yanxun/text.h>

#include <algorithm>

namespace campaigns::post_store {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::Row;
using yanxun::Values;

constexpr std::string_view selectPost =
    "SELECT id, revision, uid, channel_id, title, platform, published_ymd, link, note, activity_id, campaign_id, views,"
    " views_estimated, counted_ymd, source FROM campaigns_post WHERE ";
constexpr std::string_view selectSnapshot =
    "SELECT id, revision, post_id, metric, counted_ymd, value, precision_kind FROM campaigns_snapshot WHERE ";

Post postOf(const Row& row) {
    Post post;
    post.id = row.integer(0);
    post.revision = row.integer(1);
    post.uid = row.str(2);
    post.channelId = row.integer(3);
    post.title = row.str(4);
    post.platform = row.str(5);
    post.publishedOn = Date::fromYmd(row.integer(6));
    post.link = row.str(7);
    post.note = row.str(8);
    post.activityId = row.integer(9);
    post.campaignId = row.integer(10);
    post.views = row.maybeInteger(11);
    post.viewsEstimated = row.flag(12);
    if (!row.isNull(13)) post.countedOn = Date::fromYmd(row.integer(13));
    post.source = Source(row.integer(14));
    return post;
}

Snapshot snapshotOf(const Row& row) {
    return {row.integer(0), row.integer(1),           row.integer(2), row.str(3), Date::fromYmd(row.integer(4)),
            row.integer(5), Precision(row.integer(6))};
}

Fields fieldsOf(const Post& post) {
    return {{"channel_id", post.channelId},
            {"title", post.title},
            {"title_key", yanxun::text::key(post.title)},
            {"title_sort", yanxun::text::sortKey(post.title)},
            {"platform", post.platform},
            {"platform_key", yanxun::text::key(post.platform)},
            {"published_ymd", post.publishedOn.ymd()},
            {"published_ym", post.publishedOn.ym()},
            {"link", post.link},
            {"note", post.note},
            {"activity_id", post.activityId},
            {"campaign_id", post.campaignId},
            {"views", post.views},
            {"views_estimated", post.viewsEstimated},
            {"counted_ymd", post.countedOn ? yanxun::Value(post.countedOn->ymd()) : yanxun::Value()},
            {"source", int(post.source)}};
}

yanxun::ListQuery conditionOf(const yanxun::Reader& reader, const PostFilter& filter) {
    yanxun::ListQuery query("campaigns_post");
    query.days("published_ymd", filter.period, filter.ym, filter.year);
    if (filter.channel != 0) query.where("channel_id = ?", {filter.channel});
    if (!filter.platform.empty()) query.where("platform_key = ?", {yanxun::text::key(filter.platform)});
    if (filter.activity != 0) query.where("activity_id = ?", {filter.activity});
    query.contains(reader, postKind, filter.text);
    return query;
}

std::string columnOf(PostOrder order) {
    switch (order) {
    case PostOrder::published: return "published_ymd";
    case PostOrder::title: return "title_sort";
    case PostOrder::platform: return "platform_key";
    case PostOrder::views: return "coalesce(views, -1)";
    }
    return "published_ymd";
}

/// The newest count of views stands on the post's own row: lists need no join.
void keepCopies(yanxun::Writer& writer, std::int64_t id) {
    Post post = get(writer, id);
    post.views.reset();
    post.viewsEstimated = false;
    post.countedOn.reset();
    for (const Snapshot& one : snapshots(writer, id)) {
        if (one.metric != metric::views) continue;
        post.views = one.value;
        post.viewsEstimated = one.precision == Precision::estimated;
        post.countedOn = one.countedOn;
    }
    update(writer, post);
}

} // namespace

std::optional<Post> find(yanxun::Reader& reader, std::int64_t id) {
    std::optional<Post> found;
    reader.one(std::string(selectPost) + "id = ?", {id}, [&](const Row& row) { found = postOf(row); });
    return found;
}

Post get(yanxun::Reader& reader, std::int64_t id) {
    auto found = find(reader, id);
    if (!found) throw yanxun::NotFound(yanxun::tr("这条作品已不存在，可能已被删除，请刷新列表。"));
    return std::move(*found);
}

std::vector<Post> get(yanxun::Reader& reader, std::span<const std::int64_t> ids) {
    std::vector<Post> all;
    for (const std::int64_t id : ids) all.push_back(find(reader, id).value_or(Post{}));
    return all;
}

std::optional<Post> findByKey(yanxun::Reader& reader, const std::string& platform, const std::string& title) {
    std::optional<Post> found;
    reader.one(std::string(selectPost) + "platform_key = ? AND title_key = ? ORDER BY id LIMIT 1",
               {yanxun::text::key(platform), yanxun::text::key(title)}, [&](const Row& row) { found = postOf(row); });
    return found;
}

yanxun::IdList ids(yanxun::Reader& reader, const PostFilter& filter, PostOrder order, bool ascending, std::int64_t limit) {
    return conditionOf(reader, filter).ids(reader, yanxun::inOrder(columnOf(order), ascending), limit);
}

void each(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t channel,
          const std::function<void(const Post&)>& use) {
    std::string sql = std::string(selectPost) + "published_ymd BETWEEN ? AND ?";
    Values values{period.first.ymd(), period.last.ymd()};
    if (channel != 0) {
        sql += " AND channel_id = ?";
        values.push_back(channel);
    }
    reader.each(sql + " ORDER BY published_ymd, title_sort, platform_key, id", values,
                [&](const Row& row) { use(postOf(row)); });
}

void ofActivities(yanxun::Reader& reader, const IdList& activities, const std::function<void(const Post&)>& use) {
    reader.each(std::string(selectPost) + "activity_id > 0 AND activity_id IN " + activities.sql +
                    " ORDER BY published_ymd, title_sort, platform_key, id",
                activities.values, [&](const Row& row) { use(postOf(row)); });
}

std::int64_t count(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t channel) {
    // Whole months are told by the index of the channel alone.
    std::string sql = "SELECT count(*) FROM campaigns_post WHERE channel_id = ? AND published_ym BETWEEN ? AND ?";
    Values values{channel, period.first.ym(), period.last.ym()};
    const bool whole = period.first.day == 1 && period.last.day == yanxun::daysInMonth(period.last.year, period.last.month);
    if (!whole) {
        sql += " AND published_ymd BETWEEN ? AND ?";
        values.push_back(period.first.ymd());
        values.push_back(period.last.ymd());
    }
    return reader.scalar(sql, values);
}

std::vector<std::string> platforms(yanxun::Reader& reader) {
    std::vector<std::string> all;
    reader.each("SELECT DISTINCT platform FROM campaigns_post", [&](const Row& row) { all.push_back(row.str(0)); });
    std::sort(all.begin(), all.end(), [](const std::string& a, const std::string& b) {
        return yanxun::text::sortKey(a) < yanxun::text::sortKey(b);
    });
    return all;
}

std::vector<int> years(yanxun::Reader& reader) { return yanxun::yearsOf(reader, "campaigns_post", "published_ymd"); }

std::int64_t add(yanxun::Writer& writer, const Post& post) {
    Fields fields = fieldsOf(post);
    fields.push_back({"uid", yanxun::newUid(writer.at())});
    return writer.insert("campaigns_post", fields);
}

std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count) { return writer.reserveIds("campaigns_post", count); }

void addMany(yanxun::Writer& writer, std::span<const Post> posts) {
    using yanxun::ColumnType;
    const auto complete = [](const Post& post) {
        Fields fields = fieldsOf(post);
        fields.push_back({"id", post.id});
        fields.push_back({"uid", post.uid});
        return fields;
    };
    std::vector<yanxun::BulkColumn> columns;
    for (const yanxun::Field& field : complete({})) {
        columns.push_back({field.column, field.value.text() ? ColumnType::text : ColumnType::integer});
    }
    std::size_t at = 0;
    writer.insertMany("campaigns_post", columns, [&](yanxun::BulkRow& row) {
        if (at == posts.size()) return false;
        std::size_t column = 0;
        for (const yanxun::Field& field : complete(posts[at++])) row.set(column++, field.value);
        return true;
    });
    const std::vector<yanxun::BulkColumn> counted{{"post_id", ColumnType::integer},     {"metric", ColumnType::text},
                                                  {"counted_ymd", ColumnType::integer}, {"value", ColumnType::integer},
                                                  {"precision_kind", ColumnType::integer}};
    at = 0;
    writer.insertMany("campaigns_snapshot", counted, [&](yanxun::BulkRow& row) {
        while (at < posts.size() && !posts[at].views) ++at;
        if (at == posts.size()) return false;
        const Post& post = posts[at++];
        row.integer(0, post.id);
        row.text(1, metric::views);
        row.integer(2, post.countedOn->ymd());
        row.integer(3, *post.views);
        row.integer(4, int(post.viewsEstimated ? Precision::estimated : Precision::exact));
        return true;
    });
}

std::int64_t update(yanxun::Writer& writer, const Post& post) {
    return writer.update("campaigns_post", post.id, post.revision, fieldsOf(post));
}

void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) {
    for (const Snapshot& one : snapshots(writer, id)) writer.remove("campaigns_snapshot", one.id, one.revision);
    writer.remove("campaigns_post", id, revision);
}

void forgetActivity(yanxun::Writer& writer, std::int64_t activity) {
    std::vector<std::pair<std::int64_t, std::int64_t>> posts;
    writer.each("SELECT id, revision FROM campaigns_post WHERE activity_id = ?", {activity},
                [&](const Row& row) { posts.emplace_back(row.integer(0), row.integer(1)); });
    for (const auto& [id, revision] : posts) writer.update("campaigns_post", id, revision, {{"activity_id", 0}});
}

std::vector<Snapshot> snapshots(yanxun::Reader& reader, std::int64_t post) {
    std::vector<Snapshot> all;
    reader.each(std::string(selectSnapshot) + "post_id = ? ORDER BY metric, counted_ymd", {post},
                [&](const Row& row) { all.push_back(snapshotOf(row)); });
    return all;
}

std::optional<Snapshot> snapshot(yanxun::Reader& reader, std::int64_t id) {
    std::optional<Snapshot> found;
    reader.one(std::string(selectSnapshot) + "id = ?", {id}, [&](const Row& row) { found = snapshotOf(row); });
    return found;
}

std::optional<Snapshot> snapshotOf(yanxun::Reader& reader, std::int64_t post, const std::string& metric, Date day) {
    std::optional<Snapshot> found;
    reader.one(std::string(selectSnapshot) + "post_id = ? AND metric = ? AND counted_ymd = ?", {post, metric, day.ymd()},
               [&](const Row& row) { found = snapshotOf(row); });
    return found;
}

std::int64_t putSnapshot(yanxun::Writer& writer, const Snapshot& wanted) {
    const Fields fields{{"value", wanted.value}, {"precision_kind", int(wanted.precision)}};
    const auto standing = snapshotOf(writer, wanted.postId, wanted.metric, wanted.countedOn);
    std::int64_t id = standing ? standing->id : 0;
    if (standing) {
        writer.update("campaigns_snapshot", id, standing->revision, fields);
    } else {
        Fields all = fields;
        all.insert(all.end(), {{"post_id", wanted.postId}, {"metric", wanted.metric}, {"counted_ymd", wanted.countedOn.ymd()}});
        id = writer.insert("campaigns_snapshot", all);
    }
    keepCopies(writer, wanted.postId);
    return id;
}

void removeSnapshot(yanxun::Writer& writer, const Snapshot& snapshot) {
    writer.remove("campaigns_snapshot", snapshot.id, snapshot.revision);
    keepCopies(writer, snapshot.postId);
}

void index(yanxun::Writer& writer, const Post& post, const Terms& terms) {
    yanxun::SearchEntry entry;
    entry.kind = postKind;
    entry.recordId = post.id;
    entry.title = post.title;
    entry.ymd = post.publishedOn.ymd();
    entry.body = post.title + '\n' + post.platform + '\n' + terms.name(post.channelId) + '\n' + post.note;
    writer.index(entry);
}

void unindex(yanxun::Writer& writer, std::int64_t id) { writer.unindex(postKind, id); }

} // namespace campaigns::post_store
