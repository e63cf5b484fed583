#include "core/drill_figures.h"

#include "core/drill_filter.h"
#include "core/drill_lines.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Date;
using yanxun::FigureKind;
using yanxun::FigurePoint;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;

Period aYearBefore(const Period& period) {
    const auto back = [](Date day) {
        --day.year;
        day.day = std::min(day.day, yanxun::daysInMonth(day.year, day.month));
        return day;
    };
    return {back(period.first), back(period.last)};
}

/// Every month of the period, those without a drill too: a gap is something to see.
std::vector<FigurePoint> months(Reader& reader, const Period& period) {
    const std::vector<Group> held = statistics::groups(reader, period, GroupBy::month);
    std::vector<FigurePoint> points;
    for (int year = period.first.year, month = period.first.month;
         year * 100 + month <= period.last.ym(); month == 12 ? (++year, month = 1) : ++month) {
        const std::string key = std::to_string(year * 100 + month);
        const auto found = std::find_if(held.begin(), held.end(), [&](const Group& g) { return g.key == key; });
        const bool oneYear = period.first.year == period.last.year;
        points.push_back({key, oneYear ? tr("{}月", month) : tr("{}年{}月", year, month),
                          found == held.end() ? 0 : found->held});
    }
    return points;
}

/// The key of drills that do not tell; an empty key would mean all of them.
constexpr auto notTold = "-";
std::string keyOf(const Group& group) { return group.key.empty() ? notTold : group.key; }
std::string storedKey(const std::string& key) { return key == notTold ? std::string() : key; }

/// The largest first; equal ones in pinyin order.
std::vector<FigurePoint> ranked(Reader& reader, const Period& period, GroupBy by) {
    std::vector<std::pair<std::string, FigurePoint>> sorted;
    for (const Group& group : statistics::groups(reader, period, by)) {
        sorted.push_back({yanxun::text::sortKey(group.key), {keyOf(group), shownKey(group.key), group.held}});
    }
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::pair(-a.second.value, a.first) < std::pair(-b.second.value, b.first);
    });
    std::vector<FigurePoint> points;
    for (auto& [key, point] : sorted) points.push_back(std::move(point));
    return points;
}

DrillFilter filterOf(const Period& period) {
    DrillFilter filter;
    if (period == Period::year(period.first.year)) {
        filter.year = period.first.year;
    } else {
        filter.period = period;
    }
    return filter;
}

FigureResult sumOf(std::vector<FigurePoint> series) {
    FigureResult result;
    for (const FigurePoint& point : series) result.value += point.value;
    result.series = std::move(series);
    return result;
}

using SetKey = void (*)(DrillFilter&, const std::string&);

struct Face {
    const char* id;
    std::string title, unit, icon;
    yanxun::FigureShape shape;
};

FigureKind figure(const Face& face, int order, SetKey setKey) {
    FigureKind kind;
    kind.id = face.id;
    kind.title = face.title;
    kind.unit = face.unit;
    kind.shape = face.shape;
    kind.order = order;
    kind.icon = face.icon;
    kind.page = "drills.page";
    kind.pageArgument = [setKey](const Period& period, const std::string& key) {
        DrillFilter filter = filterOf(period);
        if (setKey && !key.empty()) setKey(filter, storedKey(key));
        return argumentOf(filter);
    };
    return kind;
}

FigureKind totalFigure(const Face& face, int order, const Vocabulary& words, std::int64_t Group::* number) {
    FigureKind kind = figure(face, order, nullptr);
    kind.compute = [number](Reader& reader, const Period& period) {
        FigureResult result;
        result.value = statistics::totals(reader, period).*number;
        const Group before = statistics::totals(reader, aYearBefore(period));
        if (before.held > 0) result.previous = before.*number;
        return result;
    };
    kind.rows = [&words](Reader& reader, const Period& period, const std::string&) {
        return drillRows(reader, {period, {}, {}, {}, {}}, words);
    };
    return kind;
}

FigureKind groupFigure(const Face& face, int order, const Vocabulary& words, GroupBy by, SetKey setKey) {
    FigureKind kind = figure(face, order, setKey);
    kind.compute = [by](Reader& reader, const Period& period) {
        return sumOf(by == GroupBy::month ? months(reader, period) : ranked(reader, period, by));
    };
    kind.rows = [by, &words](Reader& reader, const Period& period, const std::string& key) {
        StatisticScope scope{period, {}, {}, {}, {}};
        if (!key.empty()) {
            scope.by = by;
            scope.key = storedKey(key);
        }
        return drillRows(reader, scope, words);
    };
    return kind;
}

FigureKind scoreFigure(const Face& face, int order, const Vocabulary& words) {
    FigureKind kind = figure(face, order, [](DrillFilter& f, const std::string& key) { f.grade = key; });
    kind.compute = [&words](Reader& reader, const Period& period) {
        const auto counts = statistics::scores(reader, period, words.grades());
        std::vector<FigurePoint> points;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            points.push_back({words.grades()[i].name, words.grades()[i].name, counts[i]});
        }
        return sumOf(std::move(points));
    };
    kind.rows = [&words](Reader& reader, const Period& period, const std::string& key) {
        StatisticScope scope{period, {}, {}, {}, {}, true};
        for (std::size_t i = 0; i < words.grades().size(); ++i) {
            if (words.grades()[i].name != key) continue;
            scope.scoreFrom = words.grades()[i].from;
            if (i > 0) scope.scoreTo = words.grades()[i - 1].from;
        }
        return drillRows(reader, scope, words);
    };
    return kind;
}

} // namespace

std::vector<FigureKind> figures(const Vocabulary& words) {
    using Shape = yanxun::FigureShape;
    const std::string times = tr("场");
    std::vector<FigureKind> all;
    all.push_back(totalFigure({"drills.held", tr("演练场次"), times, "drill", Shape::number}, 10, words, &Group::held));
    all.push_back(totalFigure({"drills.participants", tr("参演人次"), tr("人次"), "people", Shape::number}, 11, words,
                              &Group::participants));
    all.push_back(groupFigure({"drills.by_month", tr("各月演练场次"), times, "calendar", Shape::months}, 12, words,
                              GroupBy::month, [](DrillFilter& f, const std::string& key) { f = parseArgument("ym=" + key); }));
    all.back().legend = tr("演练");
    all.push_back(groupFigure({"drills.by_hazard", tr("演练灾种"), times, "drill", Shape::bars}, 13, words,
                              GroupBy::hazard, [](DrillFilter& f, const std::string& key) { f.hazard = key; }));
    all.push_back(groupFigure({"drills.by_region", tr("各乡镇街道演练场次"), times, "map", Shape::bars}, 14, words,
                              GroupBy::region, [](DrillFilter& f, const std::string& key) { f.region = key; }));
    all.push_back(groupFigure({"drills.by_mode", tr("演练形式"), times, "drill", Shape::parts}, 15, words, GroupBy::mode,
                              [](DrillFilter& f, const std::string& key) { f.mode = key; }));
    all.push_back(scoreFigure({"drills.scores", tr("评估得分分布"), times, "score", Shape::distribution}, 16, words));
    return all;
}

} // namespace drills
