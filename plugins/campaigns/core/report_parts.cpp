#include "core/report_parts.h"

#include "core/activity_store.h"
#include "core/metric_store.h"
#include "core/post_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>
#include <span>

namespace campaigns {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

std::string periodWords(const Period& period) {
    if (period == Period::year(period.first.year)) return tr("{}年", period.first.year);
    return tr("{}至{}", period.first.chinese(), period.last.chinese());
}

Period aYearBefore(const Period& period) {
    const auto back = [](yanxun::Date day) {
        --day.year;
        day.day = std::min(day.day, yanxun::daysInMonth(day.year, day.month));
        return day;
    };
    return {back(period.first), back(period.last)};
}

yanxun::ReportField numberField(const char* id, std::string title, std::int64_t value, std::string unit) {
    return {id, std::move(title), value, CellKind::integer, std::move(unit)};
}

Value roughly(std::int64_t value, bool estimated) {
    if (!estimated) return value;
    return tr("约{}", value);
}

namespace {

/// The six of the register always, and every other metric the period has numbers of.
std::vector<Term> metricsShown(Reader& reader, const Period& period, const Terms& terms) {
    static constexpr std::string_view always[] = {"banner", "board", "booklet", "leaflet", "goods", "consult"};
    const auto sums = metric_store::sums(reader, period);
    std::vector<Term> shown;
    for (const Term& term : terms.all()) {
        if (term.kind != TermKind::metric) continue;
        const bool usual = std::find(std::begin(always), std::end(always), term.code) != std::end(always);
        const bool used = std::any_of(sums.begin(), sums.end(), [&](const auto& sum) { return sum.termId == term.id; });
        if (usual || used) shown.push_back(term);
    }
    return shown;
}

/// ASCII and the same on every database: the code, or its place among the bureau's own.
std::string columnId(const Term& term) { return term.code.empty() ? "metric_" + std::to_string(term.place) : term.code; }

std::vector<Value> cellsOf(const Activity& activity, std::int64_t serial, const Terms& terms,
                           const std::vector<Term>& metrics, const std::vector<Post>& posts) {
    std::vector<Value> cells{serial,
                             activity.heldOn.ymd(),
                             activity.name,
                             joined(namesOf(terms, activity.categories)),
                             joined(namesOf(terms, activity.themes)),
                             activity.place,
                             activity.regionName,
                             activity.hostName,
                             reachNames(activity),
                             activity.form,
                             roughly(activity.attendance, activity.attendanceEstimated)};
    for (const Term& term : metrics) {
        const auto found = std::find_if(activity.metrics.begin(), activity.metrics.end(),
                                        [&](const Metric& one) { return one.termId == term.id; });
        cells.push_back(found == activity.metrics.end()
                            ? Value()
                            : roughly(found->value, found->precision == Precision::estimated));
    }
    std::vector<std::string> channels;
    for (const Post& post : posts) {
        channels.push_back(post.views ? tr("{}《{}》{}次", post.platform, post.title, *post.views)
                                      : tr("{}《{}》", post.platform, post.title));
    }
    cells.push_back(activity.issued);
    cells.push_back(joined(channels, "；"));
    cells.push_back(activity.photos);
    cells.push_back(activity.link);
    cells.push_back(word(activity.status));
    return cells;
}

constexpr std::size_t atOnce = 500; // activities read together
using PostsByActivity = std::map<std::int64_t, std::vector<Post>>;

PostsByActivity postsOf(Reader& reader, std::span<const std::int64_t> activities) {
    PostsByActivity posts;
    post_store::ofActivities(reader, idList(activities), [&](const Post& post) { posts[post.activityId].push_back(post); });
    return posts;
}

} // namespace

yanxun::RowSource activityRows(Reader& reader, const ActivityScope& scope) {
    const Terms terms = term_store::all(reader);
    const std::vector<Term> metrics = metricsShown(reader, scope.period, terms);
    yanxun::RowSource source;
    source.columns = {{"serial", tr("序号"), CellKind::integer, 6},
                      {"date", tr("活动时间"), CellKind::date, 12},
                      {"name", tr("活动名称"), CellKind::text, 32},
                      {"category", tr("类别"), CellKind::text, 10},
                      {"theme", tr("主题"), CellKind::text, 16},
                      {"place", tr("地点"), CellKind::text, 14},
                      {"region", tr("乡镇（街道）"), CellKind::text, 12},
                      {"host", tr("主办单位"), CellKind::text, 20},
                      {"units", tr("覆盖单位"), CellKind::text, 24},
                      {"form", tr("形式"), CellKind::text, 10},
                      {"attendance", tr("参与人次"), CellKind::text, 10}};
    for (const Term& term : metrics) {
        source.columns.push_back({columnId(term), term.unit.empty() ? term.name : tr("{}（{}）", term.name, term.unit),
                                  CellKind::text, 8});
    }
    const std::vector<yanxun::Column> behind{{"issued", tr("发放资料物品（份）"), CellKind::integer, 10},
                                             {"channels", tr("线上渠道与数据"), CellKind::text, 24},
                                             {"photos", tr("照片数"), CellKind::integer, 8},
                                             {"link", tr("新闻链接"), CellKind::text, 20},
                                             {"status", tr("状态"), CellKind::text, 8}};
    source.columns.insert(source.columns.end(), behind.begin(), behind.end());
    source.each = [&reader, scope, terms, metrics](const yanxun::RowSink& sink) {
        std::int64_t serial = 0;
        const auto ids = store::between(reader, scope.period.first.ymd(), scope.period.last.ymd());
        for (std::size_t at = 0; at < ids.size(); at += atOnce) {
            const auto some = std::span(ids).subspan(at, std::min(atOnce, ids.size() - at));
            PostsByActivity posts = postsOf(reader, some);
            for (const Activity& activity : store::get(reader, some)) {
                if (scope.countedOnly && !isCounted(activity.status)) continue;
                if (scope.category && activity.primaryCategory() != *scope.category) continue;
                sink(cellsOf(activity, ++serial, terms, metrics, posts[activity.id]));
            }
        }
    };
    return source;
}

yanxun::RowSource postRows(Reader& reader, const Period& period, std::int64_t channel) {
    yanxun::RowSource source;
    source.columns = {{"serial", tr("序号"), CellKind::integer, 6},
                      {"published", tr("发布日期"), CellKind::date, 12},
                      {"title", tr("标题"), CellKind::text, 32},
                      {"platform", tr("平台"), CellKind::text, 12},
                      {"channel", tr("渠道"), CellKind::text, 8},
                      {"counted_on", tr("截至日期"), CellKind::date, 12},
                      {"views", tr("累计播放量"), CellKind::text, 12},
                      {"increment", tr("本期增量"), CellKind::integer, 12},
                      {"link", tr("链接"), CellKind::text, 20},
                      {"note", tr("备注"), CellKind::text, 16}};
    const Terms terms = term_store::all(reader);
    source.each = [&reader, period, channel, terms](const yanxun::RowSink& sink) {
        std::int64_t serial = 0;
        std::vector<Post> posts;
        post_store::each(reader, period, channel, [&](const Post& post) { posts.push_back(post); });
        const yanxun::Date before = yanxun::Date::fromDays(period.first.days() - 1);
        for (const Post& post : posts) {
            std::vector<Snapshot> views = post_store::snapshots(reader, post.id);
            std::erase_if(views, [](const Snapshot& one) { return one.metric != metric::views; });
            const std::vector<Value> cells{++serial,
                                           post.publishedOn.ymd(),
                                           post.title,
                                           post.platform,
                                           terms.name(post.channelId),
                                           post.countedOn ? Value(post.countedOn->ymd()) : Value(),
                                           post.views ? roughly(*post.views, post.viewsEstimated) : Value(),
                                           increment(views, before, period.last),
                                           post.link,
                                           post.note};
            sink(cells);
        }
    };
    return source;
}

} // namespace campaigns
