#include "core/figures.h"

#include "core/activity_filter.h"
#include "core/post_store.h"
#include "core/report_parts.h"
#include "core/statistics_store.h"
#include "core/term_store.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

#include <algorithm>

namespace campaigns {
namespace {

using yanxun::FigureKind;
using yanxun::FigurePoint;
using yanxun::FigureResult;
using yanxun::FigureShape;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;

/// The key of what is not told; an empty key would mean all.
constexpr auto notTold = "-";

ActivityFilter filterOf(const Period& period) {
    ActivityFilter filter;
    filter.countedOnly = true;
    if (period == Period::year(period.first.year)) {
        filter.year = period.first.year;
    } else {
        filter.period = period;
    }
    return filter;
}

std::int64_t videosOf(Reader& reader, const Period& period) {
    const Terms terms = term_store::all(reader);
    const Term* const video = terms.coded(TermKind::channel, "video");
    return video ? post_store::count(reader, period, video->id) : 0;
}

/// Every month of the period, those without an activity too: a gap is something to see.
std::vector<FigurePoint> months(Reader& reader, const Period& period) {
    const std::vector<Group> held = statistics::groups(reader, period, GroupBy::month);
    const bool oneYear = period.first.year == period.last.year;
    std::vector<FigurePoint> points;
    int year = period.first.year, month = period.first.month;
    while (year * 100 + month <= period.last.ym()) {
        const std::string key = std::to_string(year * 100 + month);
        const auto found = std::find_if(held.begin(), held.end(), [&](const Group& g) { return g.key == key; });
        points.push_back({key, oneYear ? tr("{}月", month) : tr("{}年{}月", year, month),
                          found == held.end() ? 0 : found->held});
        if (month == 12) ++year;
        month = month % 12 + 1;
    }
    return points;
}

/// In the dictionary's order; a category without an activity stands there with 0.
std::vector<FigurePoint> categories(Reader& reader, const Period& period) {
    const std::vector<Group> held = statistics::groups(reader, period, GroupBy::category);
    const auto heldIn = [&](std::int64_t id) {
        const auto found = std::find_if(held.begin(), held.end(), [&](const Group& g) { return g.key == std::to_string(id); });
        return found == held.end() ? std::int64_t{0} : found->held;
    };
    std::vector<FigurePoint> points;
    const Terms terms = term_store::all(reader);
    for (const Term& term : terms.all()) {
        if (term.kind != TermKind::category) continue;
        const std::int64_t number = heldIn(term.id);
        if (term.active || number > 0) points.push_back({term.name, term.name, number});
    }
    if (const std::int64_t number = heldIn(0); number > 0) points.push_back({notTold, tr("未填写"), number});
    return points;
}

FigureResult sumOf(std::vector<FigurePoint> series) {
    FigureResult result;
    for (const FigurePoint& point : series) result.value += point.value;
    result.series = std::move(series);
    return result;
}

FigureKind figure(const char* id, std::string title, std::string unit, FigureShape shape, int order) {
    FigureKind kind;
    kind.id = id;
    kind.title = std::move(title);
    kind.unit = std::move(unit);
    kind.shape = shape;
    kind.order = order;
    kind.icon = "campaign";
    return kind;
}

std::optional<std::int64_t> categoryCalled(Reader& reader, const std::string& name) {
    if (name.empty()) return std::nullopt;
    if (name == notTold) return 0;
    const Terms terms = term_store::all(reader);
    const Term* const term = terms.find(TermKind::category, name);
    return term ? term->id : -1;
}

FigureKind activitiesFigure() {
    FigureKind kind = figure("campaigns.activities", tr("五进宣传活动"), tr("场"), FigureShape::number, 20);
    kind.compute = [](Reader& reader, const Period& period) {
        FigureResult result;
        result.value = statistics::totals(reader, period).held;
        const std::int64_t before = statistics::totals(reader, aYearBefore(period)).held;
        if (before > 0) result.previous = before;
        result.note = tr("微视频 {} 条", videosOf(reader, period));
        result.noteTone = yanxun::Tone::good;
        return result;
    };
    kind.rows = [](Reader& reader, const Period& period, const std::string&) {
        return activityRows(reader, {period, {}, true});
    };
    kind.page = "campaigns.activities";
    kind.pageArgument = [](const Period& period, const std::string&) { return argumentOf(filterOf(period)); };
    return kind;
}

FigureKind monthFigure() {
    FigureKind kind = figure("campaigns.by_month", tr("各月宣传活动"), tr("场"), FigureShape::months, 22);
    kind.legend = tr("宣传");
    kind.compute = [](Reader& reader, const Period& period) { return sumOf(months(reader, period)); };
    kind.rows = [](Reader& reader, const Period& period, const std::string& key) {
        if (key.empty()) return activityRows(reader, {period, {}, true});
        const int year = std::stoi(key) / 100, month = std::stoi(key) % 100;
        const Period days{std::max(period.first, {year, month, 1}),
                          std::min(period.last, {year, month, yanxun::daysInMonth(year, month)})};
        return activityRows(reader, {days, {}, true});
    };
    kind.page = "campaigns.activities";
    kind.pageArgument = [](const Period& period, const std::string& key) {
        return key.empty() ? argumentOf(filterOf(period)) : "counted=1&ym=" + key;
    };
    return kind;
}

FigureKind categoryFigure() {
    FigureKind kind = figure("campaigns.by_category", tr("五进活动类别"), tr("场"), FigureShape::bars, 21);
    kind.compute = [](Reader& reader, const Period& period) { return sumOf(categories(reader, period)); };
    kind.rows = [](Reader& reader, const Period& period, const std::string& key) {
        return activityRows(reader, {period, categoryCalled(reader, key), true});
    };
    kind.page = "campaigns.activities";
    kind.pageArgument = [](const Period& period, const std::string& key) {
        std::string argument = argumentOf(filterOf(period));
        if (!key.empty()) yanxun::addPart(argument, "primary_name", key);
        return argument;
    };
    return kind;
}

FigureKind videosFigure() {
    FigureKind kind = figure("campaigns.videos", tr("微视频"), tr("条"), FigureShape::number, 100);
    kind.compute = [](Reader& reader, const Period& period) {
        FigureResult result;
        result.value = videosOf(reader, period);
        const std::int64_t before = videosOf(reader, aYearBefore(period));
        if (before > 0) result.previous = before;
        return result;
    };
    kind.rows = [](Reader& reader, const Period& period, const std::string&) {
        const Terms terms = term_store::all(reader);
        const Term* const video = terms.coded(TermKind::channel, "video");
        return postRows(reader, period, video ? video->id : -1);
    };
    kind.page = "campaigns.posts";
    kind.pageArgument = [](const Period& period, const std::string&) {
        PostFilter filter;
        filter.year = period == Period::year(period.first.year) ? period.first.year : 0;
        if (filter.year == 0) filter.period = period;
        return argumentOf(filter) + "&channel_code=video";
    };
    return kind;
}

FigureResult coverageOf(Reader& reader, const Period& period, const Coverage& coverage) {
    const CoverageTable table = coverage.table(reader, period);
    FigureResult result;
    const CoverageTable::Cell all = table.total();
    result.value = all.rate().value_or(0);
    result.note = tr("应覆盖 {} · 已覆盖 {}", all.expected, all.reached);
    for (const Term& category : table.categories) result.matrix.columns.push_back({category.name, category.name});
    for (std::size_t region = 0; region < table.regions.size(); ++region) {
        const std::string& name = table.regions[region].name;
        result.matrix.rows.push_back({name.empty() ? notTold : name, shownRegion(name)});
        for (std::size_t column = 0; column < table.categories.size(); ++column) {
            const CoverageTable::Cell& cell = table.at(region, column);
            const std::string& category = table.categories[column].name;
            result.matrix.cells.push_back({cell.reached, cell.expected});
            result.series.push_back({result.matrix.rows.back().key + '|' + category, shownRegion(name) + ' ' + category,
                                     cell.rate().value_or(0)});
        }
    }
    return result;
}

FigureKind coverageFigure(const Coverage& coverage) {
    FigureKind kind = figure("campaigns.coverage", tr("五进覆盖率（乡镇街道 × 五进）"), "%", FigureShape::matrix, 23);
    kind.kind = yanxun::CellKind::hundredths;
    kind.compute = [&coverage](Reader& reader, const Period& period) { return coverageOf(reader, period, coverage); };
    kind.rows = [&coverage](Reader& reader, const Period& period, const std::string& key) {
        CoverageFilter filter;
        filter.period = period;
        if (const std::size_t bar = key.find('|'); bar != std::string::npos) {
            const std::string region = key.substr(0, bar);
            filter.region = region == notTold ? std::string() : region;
            filter.category = categoryCalled(reader, key.substr(bar + 1)).value_or(0);
        }
        return coverage.rows(reader, filter);
    };
    kind.page = "campaigns.coverage";
    kind.pageArgument = [](const Period& period, const std::string& key) {
        std::string argument = "year=" + std::to_string(period.last.year);
        if (!key.empty()) yanxun::addPart(argument, "cell", key);
        return argument;
    };
    return kind;
}

} // namespace

std::vector<FigureKind> figures(const Coverage& coverage) {
    std::vector<FigureKind> all;
    all.push_back(activitiesFigure());
    all.push_back(categoryFigure());
    all.push_back(monthFigure());
    all.push_back(coverageFigure(coverage));
    all.push_back(videosFigure());
    return all;
}

} // namespace campaigns
