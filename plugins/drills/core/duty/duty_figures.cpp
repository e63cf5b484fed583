#include "core/duty/duty_figures.h"

#include "core/drill_filter.h"
#include "core/drill_lines.h"
#include "core/duty_verbs.h"
#include "core/exact.h"

#include <yanxun/text.h>

#include <charconv>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Date;
using yanxun::FigureKind;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

/// 1/100 per cent, half up; 0 where there is nothing to be a share of.
std::int64_t shareOf(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? 0 : divideHalfUp(Wide(part) * 10'000, whole);
}

FigureKind face(const char* id, std::string title, std::string unit, CellKind kind, int order, const char* icon) {
    FigureKind made;
    made.id = id;
    made.title = std::move(title);
    made.unit = std::move(unit);
    made.kind = kind;
    made.order = order;
    made.icon = icon;
    return made;
}

/// Duties whose window ends in the period, by what became of them.
struct DutySums {
    std::int64_t done = 0, overdue = 0, unconfirmed = 0, exempt = 0, open = 0;
};

bool endsIn(const Duty& duty, const Period& period) {
    return period.first <= duty.span.days.last && duty.span.days.last <= period.last;
}

bool isDone(const Duty& duty) { return duty.status == DutyStatus::done || duty.status == DutyStatus::papersMissing; }
bool isDue(const Duty& duty) { return isDone(duty) || duty.status == DutyStatus::overdue; }

void eachDuty(const DutyService& service, Reader& reader, const Period& period, Date today,
              const std::function<void(const Duty&)>& use) {
    for (int year = period.first.year; year <= period.last.year; ++year) {
        const auto all = service.known(reader, year, today);
        for (const Duty& duty : *all) {
            if (endsIn(duty, period)) use(duty);
        }
    }
}

DutySums sumsOf(const DutyService& service, Reader& reader, const Period& period, Date today) {
    DutySums sums;
    eachDuty(service, reader, period, today, [&](const Duty& duty) {
        if (isDone(duty)) ++sums.done;
        else if (duty.status == DutyStatus::overdue) ++sums.overdue;
        else if (duty.status == DutyStatus::unconfirmed) ++sums.unconfirmed;
        else if (duty.status == DutyStatus::exempt) ++sums.exempt;
        else if (duty.status != DutyStatus::notApplicable) ++sums.open;
    });
    return sums;
}

FigureKind dutyRate(const DutyService& service, const yanxun::Clock& clock) {
    FigureKind kind = face("drills.duty_rate", tr("频次履职率"), "%", CellKind::hundredths, 90, "tasks");
    kind.compute = [&service, &clock](Reader& reader, const Period& period) {
        const DutySums sums = sumsOf(service, reader, period, clock.today());
        FigureResult result;
        result.value = shareOf(sums.done, sums.done + sums.overdue);
        result.note = tr("已到期 {} 项，逾期 {} 项；另有属性待确认 {}、豁免 {}、未到期 {}", sums.done + sums.overdue,
                         sums.overdue, sums.unconfirmed, sums.exempt, sums.open);
        if (sums.overdue > 0) result.noteTone = yanxun::Tone::warning;
        return result;
    };
    kind.rows = [&service, &clock](Reader& reader, const Period& period, const std::string&) {
        yanxun::RowSource source;
        source.columns = dutyColumns();
        source.each = [&service, &clock, &reader, period](const yanxun::RowSink& sink) {
            eachDuty(service, reader, period, clock.today(), [&](const Duty& duty) {
                if (isDue(duty)) sink(dutyCells(duty));
            });
        };
        return source;
    };
    return kind;
}

/// The years that end with the period.
Period yearsUntil(Date last, int years) {
    const Date day{last.year - years, last.month, std::min(last.day, yanxun::daysInMonth(last.year - years, last.month))};
    return {Date::fromDays(day.days() + 1), last};
}

FigureKind planCoverage() {
    FigureKind kind = face("drills.plan_coverage", tr("预案演练覆盖率"), "%", CellKind::hundredths, 91, "shield");
    kind.compute = [](Reader& reader, const Period& period) {
        FigureResult result;
        std::int64_t plans = 0;
        for (const int years : {1, 2, 3}) {
            const auto counts = statistics::planCoverage(reader, yearsUntil(period.last, years));
            plans = counts.plans;
            result.series.push_back({std::to_string(years), tr("近{}年", years), shareOf(counts.drilled, counts.plans)});
        }
        result.value = result.series.front().value;
        result.note = tr("近两年 {}%，近三年 {}%，登记预案 {} 个", yanxun::cellText(result.series[1].value, CellKind::hundredths),
                         yanxun::cellText(result.series[2].value, CellKind::hundredths), plans);
        return result;
    };
    kind.rows = [](Reader& reader, const Period& period, const std::string& key) {
        yanxun::RowSource source;
        source.columns = {{"unit", tr("单位"), CellKind::text, 28},   {"kind", tr("类别"), CellKind::text, 12},
                          {"title", tr("预案"), CellKind::text, 32},  {"drilled", tr("是否演练"), CellKind::text, 8},
                          {"last", tr("最近演练"), CellKind::date, 10}, {"drill", tr("演练名称"), CellKind::text, 32}};
        const Period asked = yearsUntil(period.last, key == "2" || key == "3" ? std::stoi(key) : 1);
        source.each = [&reader, asked](const yanxun::RowSink& sink) {
            statistics::planLines(reader, asked.last, [&](const statistics::PlanLine& line) {
                const bool isDrilled = line.lastYmd >= asked.first.ymd();
                const std::vector<Value> cells{line.unitName, line.kind, line.title, isDrilled ? tr("是") : tr("否"),
                                               line.lastYmd == 0 ? Value() : Value(line.lastYmd), line.drill};
                sink(cells);
            });
        };
        return source;
    };
    return kind;
}

using Scope = StatisticScope;

std::function<yanxun::RowSource(Reader&, const Period&, const std::string&)> rowsOf(const Vocabulary& words,
                                                                                     Scope::Axis axis, bool scoredOnly) {
    return [&words, axis, scoredOnly](Reader& reader, const Period& period, const std::string&) {
        Scope scope;
        scope.period = period;
        scope.axis = axis;
        scope.scoredOnly = scoredOnly;
        return drillRows(reader, scope, words);
    };
}

FigureKind axisShare(FigureKind kind, const Vocabulary& words, Scope::Axis axis,
                     std::int64_t statistics::AxisCounts::* number) {
    kind.compute = [number](Reader& reader, const Period& period) {
        const auto counts = statistics::axes(reader, period);
        FigureResult result;
        result.value = shareOf(counts.*number, counts.held);
        result.note = tr("{} 场中的 {} 场；形式未注明 {} 场", counts.held, counts.*number, counts.unknownForm);
        return result;
    };
    kind.rows = rowsOf(words, axis, false);
    return kind;
}

struct Scores {
    std::int64_t drills = 0, median = 0; ///< median in 1/100 point; 0 without drills
};

Scores scoresOf(Reader& reader, const Period& period) {
    const auto counts = statistics::scoreCounts(reader, period);
    Scores made;
    for (const auto& [score, drills] : counts) made.drills += drills;
    const auto at = [&](std::int64_t place) {
        for (const auto& [score, drills] : counts) {
            if (place < drills) return score;
            place -= drills;
        }
        return std::int64_t(0);
    };
    if (made.drills > 0) made.median = divideHalfUp(at((made.drills - 1) / 2) + at(made.drills / 2), 2);
    return made;
}

/// With the years before it beside it: whether drills get better is asked across years.
FigureKind medianScore(const Vocabulary& words) {
    constexpr int kYears = 5;
    FigureKind kind = face("drills.median_score", tr("评估得分中位数"), tr("分"), CellKind::hundredths, 94, "score");
    kind.compute = [](Reader& reader, const Period& period) {
        const Scores now = scoresOf(reader, period);
        FigureResult result;
        result.value = now.median;
        result.note = tr("有得分的 {} 场", now.drills);
        for (int year = period.last.year - kYears + 1; year <= period.last.year; ++year) {
            const Period whole = Period::year(year);
            const Scores then = whole == period ? now : scoresOf(reader, whole);
            if (then.drills == 0) continue;
            result.series.push_back({std::to_string(year), tr("{} 年", year), then.median});
            if (year < period.first.year) {
                result.note += tr("；{} 年 {} 分", year, yanxun::cellText(then.median, CellKind::hundredths));
            }
        }
        return result;
    };
    kind.rows = [&words](Reader& reader, const Period& period, const std::string& key) {
        int year = 0;
        std::from_chars(key.data(), key.data() + key.size(), year);
        return rowsOf(words, Scope::Axis::any, true)(reader, year > 0 ? Period::year(year) : period, key);
    };
    return kind;
}

FigureKind vetoCount(const Vocabulary& words) {
    FigureKind kind = face("drills.vetoes", tr("一票否决"), tr("场"), CellKind::integer, 96, "warning");
    kind.compute = [](Reader& reader, const Period& period) {
        FigureResult result;
        result.value = statistics::vetoes(reader, period);
        return result;
    };
    kind.rows = rowsOf(words, Scope::Axis::vetoed, false);
    return kind;
}

} // namespace

std::vector<FigureKind> dutyFigures(const DutyService& service, const Vocabulary& words, const yanxun::Clock& clock) {
    std::vector<FigureKind> all;
    all.push_back(dutyRate(service, clock));
    all.push_back(planCoverage());
    all.push_back(axisShare(face("drills.live_share", tr("实战演练占比"), "%", CellKind::hundredths, 92, "drill"), words,
                            Scope::Axis::live, &statistics::AxisCounts::live));
    all.push_back(axisShare(face("drills.blind_share", tr("双盲演练占比"), "%", CellKind::hundredths, 93, "drill"), words,
                            Scope::Axis::doubleBlind, &statistics::AxisCounts::doubleBlind));
    all.push_back(medianScore(words));
    all.push_back(vetoCount(words));
    return all;
}

} // namespace drills
