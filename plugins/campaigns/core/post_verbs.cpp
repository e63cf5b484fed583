#include "core/post_store.h"
#include "core/term_store.h"
#include "core/verb_help.h"
#include "core/verbs.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

constexpr std::int64_t usualLimit = 100;

Value dayValue(const std::optional<yanxun::Date>& day) { return day ? Value(day->ymd()) : Value(); }

int list(VerbCall& call) {
    const std::int64_t limit = call.integer("limit", usualLimit);
    call.database->read([&](Reader& reader) {
        const Terms terms = term_store::all(reader);
        PostFilter filter;
        filter.year = int(call.integer("year"));
        filter.platform = call.text("platform");
        filter.text = call.text("text");
        if (call.has("channel")) {
            const Term* const channel = terms.find(TermKind::channel, call.text("channel"));
            if (!channel) throw Error(tr("字典里没有渠道“{}”。", call.text("channel")));
            filter.channel = channel->id;
        }
        const auto found = post_store::ids(reader, filter, PostOrder::published, true, limit);
        call.output->table("posts", rowsOf({{"id", tr("编号"), CellKind::integer, 8},
                                             {"published", tr("发布日期"), CellKind::date, 10},
                                             {"title", tr("标题"), CellKind::text, 32},
                                             {"platform", tr("平台"), CellKind::text, 12},
                                             {"channel", tr("渠道"), CellKind::text, 8},
                                             {"views", tr("累计播放量"), CellKind::integer, 10},
                                             {"views_estimated", tr("约数"), CellKind::integer, 6},
                                             {"counted_on", tr("截至日期"), CellKind::date, 10}},
                                            post_store::get(reader, found.ids), [&](const Post& post) {
                                                return std::vector<Value>{post.id,
                                                                          post.publishedOn.ymd(),
                                                                          post.title,
                                                                          post.platform,
                                                                          terms.name(post.channelId),
                                                                          post.views,
                                                                          post.viewsEstimated,
                                                                          dayValue(post.countedOn)};
                                            }));
        if (found.total > limit) {
            call.output->say(tr("共 {} 条，只列出前 {} 条；用 --limit 可以列出更多。", found.total, limit));
        }
    });
    return 0;
}

void put(VerbCall& call, Reader& reader, std::int64_t id) {
    const Post post = post_store::get(reader, id);
    yanxun::VerbOutput& out = *call.output;
    out.field("id", tr("编号"), post.id, CellKind::integer);
    out.field("revision", tr("修订"), post.revision, CellKind::integer);
    out.field("title", tr("标题"), post.title);
    out.field("platform", tr("平台"), post.platform);
    out.field("channel", tr("渠道"), term_store::all(reader).name(post.channelId));
    out.field("published", tr("发布日期"), post.publishedOn.ymd(), CellKind::date);
    out.field("views", tr("累计播放量"), post.views, CellKind::integer);
    out.field("views_estimated", tr("约数"), post.viewsEstimated, CellKind::integer);
    out.field("counted_on", tr("截至日期"), dayValue(post.countedOn), CellKind::date);
    out.field("link", tr("链接"), post.link);
    out.field("note", tr("备注"), post.note);
    out.field("activity", tr("宣传活动编号"), post.activityId == 0 ? Value() : Value(post.activityId), CellKind::integer);
    out.table("snapshots", rowsOf({{"id", tr("编号"), CellKind::integer, 8},
                                    {"metric", tr("指标"), CellKind::text, 12},
                                    {"counted_on", tr("截至日期"), CellKind::date, 10},
                                    {"value", tr("累计"), CellKind::integer, 10},
                                    {"precision", tr("精确度"), CellKind::text, 8}},
                                   post_store::snapshots(reader, id), [](const Snapshot& one) {
                                       return std::vector<Value>{one.id, metricWord(one.metric), one.countedOn.ymd(),
                                                                 one.value, word(one.precision)};
                                   }));
}

std::vector<VerbParameter> draftParameters(bool isNew) {
    return {option("title", tr("标题"), isNew),
            option("platform", tr("平台，如 抖音、视频号"), isNew),
            option("published", tr("发布日期，如 2021-05-12"), isNew),
            option("channel", tr("渠道：微视频（默认）、推送、直播、短信")),
            option("link", tr("链接")),
            option("note", tr("备注")),
            option("activity", tr("属于哪场宣传活动：编号，0 为不属于"))};
}

void take(const VerbCall& call, PostDraft& draft) {
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    text("title", draft.title);
    text("platform", draft.platform);
    text("channel", draft.channel);
    text("link", draft.link);
    text("note", draft.note);
    if (call.has("published")) draft.publishedOn = call.date("published");
    if (call.has("activity")) draft.activityId = call.integer("activity");
}

int add(const PostService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        PostDraft draft;
        take(call, draft);
        put(call, writer, service.add(writer, draft));
    });
    return 0;
}

int edit(const PostService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Post post = post_store::get(writer, idOf(call));
        PostDraft draft = PostService::draftOf(post, term_store::all(writer));
        take(call, draft);
        service.edit(writer, post.id, post.revision, draft);
        put(call, writer, post.id);
    });
    return 0;
}

int remove(const PostService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Post post = post_store::get(writer, idOf(call));
        service.remove(writer, post.id, post.revision);
        call.output->field("removed", tr("已删除"), post.id, CellKind::integer);
    });
    return 0;
}

int count(const PostService& service, VerbCall& call) {
    const auto value = countOf(call, "value");
    if (!value) throw Error(tr("请给出累计数，例如 8611 或 3.4万。"));
    Snapshot snapshot;
    snapshot.postId = idOf(call);
    snapshot.metric = call.has("metric") ? call.text("metric") : std::string(metric::views);
    snapshot.countedOn = call.date("on");
    snapshot.value = value->value;
    snapshot.precision = value->precision == yanxun::Precision::estimated ? Precision::estimated : Precision::exact;
    call.database->write([&](Writer& writer) {
        service.count(writer, snapshot);
        put(call, writer, snapshot.postId);
    });
    return 0;
}

int forgetCount(const PostService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) { service.removeSnapshot(writer, idOf(call)); });
    call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
    return 0;
}

/// What the posts gained in a month, as the difference of two counts.
int gained(VerbCall& call) {
    const int year = yearOf(call);
    const auto month = call.integer("month", 0);
    if (month < 0 || month > 12) throw Error(tr("参数 --month 应为 1 到 12。"));
    const yanxun::Period period =
        month == 0 ? yanxun::Period::year(year)
                   : yanxun::Period{{year, int(month), 1}, {year, int(month), yanxun::daysInMonth(year, int(month))}};
    call.database->read([&](Reader& reader) {
        std::int64_t sum = 0, posts = 0;
        const yanxun::Date before = yanxun::Date::fromDays(period.first.days() - 1);
        std::vector<Post> all;
        post_store::each(reader, {{1900, 1, 1}, period.last}, 0, [&](const Post& post) { all.push_back(post); });
        for (const Post& post : all) {
            std::vector<Snapshot> views = post_store::snapshots(reader, post.id);
            std::erase_if(views, [](const Snapshot& one) { return one.metric != metric::views; });
            const auto more = increment(views, before, period.last);
            if (!more) continue;
            sum += *more;
            ++posts;
        }
        call.output->field("posts", tr("有统计的作品"), posts, CellKind::integer);
        call.output->field("views", tr("播放量增量"), sum, CellKind::integer);
    });
    return 0;
}

} // namespace

std::vector<Verb> postVerbs(const Parts& parts) {
    const VerbParameter id = idParameter(tr("作品编号"));
    PostService& service = parts.posts;
    std::vector<VerbParameter> editing = draftParameters(false);
    editing.insert(editing.begin(), id);
    std::vector<Verb> verbs;
    verbs.push_back(makeVerb("campaigns.posts", tr("列出微视频和线上作品"),
                             {option("year", tr("年份")), option("channel", tr("渠道")), option("platform", tr("平台")),
                              option("text", tr("检索词，以空格分开")), option("limit", tr("最多列出多少条，默认 100"))},
                             list));
    verbs.push_back(makeVerb("campaigns.post", tr("查看一条作品和它的累计数"), {id}, [](VerbCall& call) {
        call.database->read([&](Reader& reader) { put(call, reader, idOf(call)); });
        return 0;
    }));
    verbs.push_back(makeVerb("campaigns.post-add", tr("登记微视频或线上作品"), draftParameters(true),
                             [&service](VerbCall& call) { return add(service, call); }));
    verbs.push_back(makeVerb("campaigns.post-edit", tr("修改作品，未给出的项不变"), std::move(editing),
                             [&service](VerbCall& call) { return edit(service, call); }));
    verbs.push_back(makeVerb("campaigns.post-remove", tr("删除作品"), {id},
                             [&service](VerbCall& call) { return remove(service, call); }));
    verbs.push_back(makeVerb("campaigns.post-count", tr("登记截至某日的累计数"),
                             {id,
                              {"value", tr("累计数，如 8611 或 3.4万"), true, true, false},
                              option("on", tr("截至日期，如 2021-12-31"), true),
                              option("metric", tr("指标：views（默认）、likes、shares"))},
                             [&service](VerbCall& call) { return count(service, call); }));
    verbs.push_back(makeVerb("campaigns.post-count-remove", tr("删除一条累计数"), {idParameter(tr("累计数编号"))},
                             [&service](VerbCall& call) { return forgetCount(service, call); }));
    verbs.push_back(makeVerb("campaigns.post-gained", tr("统计某年或某月的播放量增量（两次累计之差）"),
                             {option("year", tr("年份，默认今年")), option("month", tr("月份，1–12"))}, gained));
    return verbs;
}

} // namespace campaigns
