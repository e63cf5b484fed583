#include "core/target.h"

#include "core/statistics_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <unordered_set>

namespace campaigns {

using yanxun::Error;
using yanxun::Period;
using yanxun::tr;

namespace {

Period periodOf(const Target& target, yanxun::Date until) {
    Period period = Period::year(target.year);
    if (until < period.last && until >= period.first) period.last = until;
    return period;
}

Progress unitsOf(yanxun::Reader& reader, const Coverage& coverage, const Target& target, const Period& period) {
    std::unordered_set<std::int64_t> hosted;
    if (target.ownerId != 0) {
        const auto units = reach_store::coveredByHost(reader, target.categoryId, period, target.ownerId);
        hosted.insert(units.begin(), units.end());
    }
    CoverageFilter filter;
    filter.period = period;
    filter.category = target.categoryId;
    if (!target.regionName.empty()) filter.region = target.regionName;
    Progress progress;
    std::int64_t expected = 0;
    coverage.each(reader, filter, [&](const Term&, const CoverageUnit& unit) {
        ++expected;
        progress.done += target.ownerId == 0 ? unit.isReached() : hosted.contains(unit.unit.unitId);
    });
    if (target.kind == TargetKind::all) progress.wanted = expected;
    if (target.kind == TargetKind::rate) progress.wanted = (expected * target.wanted + 9999) / 10000;
    if (target.kind == TargetKind::count) progress.wanted = target.wanted;
    return progress;
}

} // namespace

void requireTarget(const Target& target) {
    if (target.year < 2000 || target.year > 2100) throw Error(tr("请填写目标的年度，例如 2021。"));
    if (target.categoryId == 0) throw Error(tr("请选择目标的类别。"));
    if (yanxun::text::key(target.words).empty()) throw Error(tr("请按方案原文填写目标，例如“企业全覆盖”。"));
    if (target.kind == TargetKind::count && target.wanted <= 0) throw Error(tr("请填写要达到的数量，应大于 0。"));
    if (target.kind == TargetKind::rate && (target.wanted <= 0 || target.wanted > 10000)) {
        throw Error(tr("比率应在 0 到 100 之间，例如 90。"));
    }
    if (target.kind != TargetKind::count && target.measure != TargetMeasure::units) {
        throw Error(tr("全覆盖和比率只能按覆盖单位计算。"));
    }
    if (target.due && target.due->year != target.year) throw Error(tr("完成期限要在 {} 年内。", target.year));
}

Progress progressOf(yanxun::Reader& reader, const Coverage& coverage, const Target& target, yanxun::Date until) {
    const Period period = periodOf(target, until);
    if (target.measure == TargetMeasure::units) return unitsOf(reader, coverage, target, period);
    const Group held = statistics::ofCategory(reader, period, target.categoryId, target.ownerId, target.regionName);
    return {target.measure == TargetMeasure::activities ? held.held : held.attendance, target.wanted};
}

bool isBehind(const Target& target, const Progress& progress, yanxun::Date today) {
    if (progress.isMet()) return false;
    const yanxun::Date first{target.year, 1, 1}, last = target.due.value_or(yanxun::Date{target.year, 12, 31});
    if (today > last) return true;
    if (today < first) return false;
    const std::int64_t whole = last.days() - first.days() + 1, passed = today.days() - first.days();
    return progress.done * whole < progress.wanted * passed;
}

std::string word(TargetKind kind) {
    switch (kind) {
    case TargetKind::count: return tr("数量");
    case TargetKind::all: return tr("全覆盖");
    case TargetKind::rate: return tr("比率");
    }
    return {};
}

std::string word(TargetMeasure measure) {
    switch (measure) {
    case TargetMeasure::units: return tr("覆盖单位");
    case TargetMeasure::activities: return tr("活动场次");
    case TargetMeasure::people: return tr("受教育人次");
    }
    return {};
}

std::optional<TargetKind> targetKindOf(const std::string& given) {
    for (const TargetKind kind : {TargetKind::count, TargetKind::all, TargetKind::rate}) {
        if (word(kind) == given) return kind;
    }
    return std::nullopt;
}

std::optional<TargetMeasure> measureOf(const std::string& given) {
    for (const TargetMeasure measure : {TargetMeasure::units, TargetMeasure::activities, TargetMeasure::people}) {
        if (word(measure) == given) return measure;
    }
    return std::nullopt;
}

std::string wantedText(const Target& target) {
    if (target.kind == TargetKind::all) return tr("全覆盖");
    if (target.kind == TargetKind::rate) return yanxun::cellText(target.wanted, yanxun::CellKind::hundredths) + "%";
    switch (target.measure) {
    case TargetMeasure::units: return tr("{} 个单位", yanxun::text::grouped(target.wanted));
    case TargetMeasure::activities: return tr("{} 场", yanxun::text::grouped(target.wanted));
    case TargetMeasure::people: return tr("{} 人次", yanxun::text::grouped(target.wanted));
    }
    return {};
}

} // namespace campaigns
