#include "core/scoring.h"

#include "core/exact.h"
#include "core/item_result.h"

#include <yanxun/text.h>

#include <algorithm>
#include <numeric>

namespace drills {
namespace {

using yanxun::tr;

constexpr std::int64_t mostExtra = 500, leastExtra = -1000, fullMarks = 10'000;
constexpr std::size_t enoughToTrim = 5;

bool isResolved(const ItemResult& item) { return item.state == ItemState::scored; }
bool applies(const ItemResult& item) { return item.state != ItemState::notApplicable; }

std::int64_t extraOf(const ScoreItem& item, const ItemResult& result) {
    if (!isResolved(result)) return 0;
    // A 扣分 item of 附加 takes away what was deducted.
    return item.style == ScoreStyle::deduct ? *result.points - item.full : *result.points;
}

/// What the gates of domain rule c.4 and c.5 ask; a sentence for each that is not passed.
struct Gates {
    const ScoreSheet& sheet;
    const Panel& panel;
    ScoreResult& result;
    bool open = true;

    void fail(std::string sentence) {
        open = false;
        result.notes.push_back(std::move(sentence));
    }
    void check() {
        const int needed = panel.combined ? sheet.minCombined : sheet.minSingle;
        if (result.submitted < needed) fail(tr("至少要有 {} 名评估员提交，现有 {} 名。", needed, result.submitted));
        if (result.coverage < sheet.coverageMin) {
            fail(tr("覆盖率 {}%，低于 {}%。", percent(result.coverage), percent(sheet.coverageMin)));
        }
        std::size_t at = 0;
        for (const ScoreSection& section : sheet.sections) {
            const auto first = result.items.begin() + std::ptrdiff_t(at);
            const auto last = first + std::ptrdiff_t(section.items.size());
            at += section.items.size();
            if (section.extra) continue;
            const auto counted = [](const ItemResult& item) { return item.full > 0 && applies(item); };
            if (std::any_of(first, last, counted) && std::none_of(first, last, isResolved)) {
                fail(tr("分部“{}”没有人评分。", section.title));
            }
            checkCritical(section, first);
        }
    }
    template <class Iterator> void checkCritical(const ScoreSection& section, Iterator item) {
        for (const ScoreItem& asked : section.items) {
            if (asked.critical != Critical::none && applies(*item) && !isResolved(*item)) {
                fail(tr("否决项 {} 没有人评分。", asked.no));
            }
            ++item;
        }
    }
    static std::string percent(std::int64_t basisPoints) {
        const std::int64_t tenths = divideHalfUp(basisPoints, 10);
        return std::to_string(tenths / 10) + (tenths % 10 ? "." + std::to_string(tenths % 10) : "");
    }
};

bool hasTooMuchNotApplicable(const ScoreSheet& sheet, const ScoreResult& result) {
    std::int64_t gone = 0;
    std::size_t at = 0;
    for (const ScoreSection& section : sheet.sections) {
        for (std::size_t i = 0; i < section.items.size(); ++i, ++at) {
            if (!section.extra && !applies(result.items[at])) gone += result.items[at].full;
        }
    }
    return gone * 10'000 > sheet.naMax * sheet.full();
}

void addNotes(const Panel& panel, ScoreResult& result) {
    if (result.submitted < result.expected) {
        result.notes.push_back(tr("应评 {} 人，实评 {} 人。", result.expected, result.submitted));
    }
    if (result.submitted == 1) result.notes.push_back(tr("单人评估"));
    for (const Evaluator& evaluator : panel.evaluators) {
        if (evaluator.state == SheetState::absent) {
            result.notes.push_back(tr("“{}”缺席：{}", evaluator.name, evaluator.stateReason));
        }
        if (!evaluator.conflict) continue;
        result.notes.push_back(panel.excludesConflicts
                                   ? tr("“{}”的单位参加了演练，按回避规定未计入。", evaluator.name)
                                   : tr("“{}”的单位参加了演练，应当回避。", evaluator.name));
    }
    if (panel.aggregate != Aggregate::trimmed) return;
    const auto few = [](const ItemResult& item) { return item.scored > 0 && item.scored < int(enoughToTrim); };
    if (std::any_of(result.items.begin(), result.items.end(), few)) {
        result.notes.push_back(tr("有评估项不足 5 人评分，去极值改为平均。"));
    }
}

void countEvaluators(const Panel& panel, ScoreResult& result) {
    for (const Evaluator& evaluator : panel.evaluators) {
        const bool excluded = panel.excludesConflicts && evaluator.conflict;
        if (evaluator.role == EvaluatorRole::self || evaluator.weight <= 0 || excluded) continue;
        ++result.expected;
        if (panel.counts(evaluator)) ++result.submitted;
    }
}

/// The drill's veto is the worst of its items' and events'.
void gatherVetoes(const ScoreSheet& sheet, const Panel& panel, ScoreResult& result) {
    bool overturned = false, pending = false, confirmed = false;
    const auto see = [&](VetoState state, const std::string& what) {
        overturned = overturned || state == VetoState::overturned;
        pending = pending || state == VetoState::pending;
        confirmed = confirmed || state == VetoState::confirmed;
        if (state == VetoState::pending || state == VetoState::confirmed) result.vetoed.push_back(what);
    };
    for (const ItemResult& item : result.items)
        see(item.veto, item.no);
    for (const DrillVetoEvent& event : sheet.drillVetoes) {
        for (const DrillVeto& veto : panel.drillVetoes) {
            if (veto.code != event.code) continue;
            const VetoState state = veto.decision == VetoDecision::confirmed    ? VetoState::confirmed
                                    : veto.decision == VetoDecision::overturned ? VetoState::overturned
                                                                                : VetoState::pending;
            see(state, "D" + veto.code);
        }
    }
    // One that is still open keeps the grade open, whatever else was confirmed.
    result.veto = pending      ? VetoState::pending
                  : confirmed  ? VetoState::confirmed
                  : overturned ? VetoState::overturned
                               : VetoState::none;
}

bool isDrillVeto(const std::string& vetoed) { return vetoed.starts_with("D"); }

/// True when every confirmed trigger only caps the grade.
bool onlyCaps(const ScoreSheet& sheet, const ScoreResult& result) {
    return std::all_of(result.vetoed.begin(), result.vetoed.end(), [&](const std::string& no) {
        const ScoreItem* const item = sheet.item(no);
        if (!item) return false;
        return item->critical == Critical::cap || sheet.vetoEffect == VetoEffect::cap;
    });
}

void zeroSections(const ScoreSheet& sheet, ScoreResult& result) {
    if (sheet.vetoEffect != VetoEffect::zeroSection) return;
    for (const ItemResult& item : result.items) {
        const ScoreItem* const asked = sheet.item(item.no);
        if (item.veto != VetoState::confirmed || asked->critical != Critical::veto) continue;
        for (SectionResult& section : result.sections) {
            if (section.title != sheet.sectionOf(item.no)->title) continue;
            section.points = 0;
            result.notes.push_back(tr("因一票否决项 {}，分部“{}”计 0 分。", item.no, section.title));
        }
    }
}

void applyVeto(const ScoreSheet& sheet, ScoreResult& result) {
    result.verdict = Verdict::vetoed;
    const bool events = std::any_of(result.vetoed.begin(), result.vetoed.end(), isDrillVeto);
    if (onlyCaps(sheet, result)) {
        result.grade = cappedGrade(sheet, result.gradeComputed);
    } else if (sheet.vetoEffect == VetoEffect::zeroSection && !events) {
        result.grade = result.gradeComputed;
    } else {
        result.grade = sheet.grades.back().name;
    }
    std::string which;
    for (const auto& no : result.vetoed)
        which += (which.empty() ? "" : "、") + no;
    const std::int64_t tenths = *result.total / 10;
    result.notes.push_back(tr("计算得分 {}，因一票否决项 {} 判定为{}。",
                              std::to_string(tenths / 10) + "." + std::to_string(tenths % 10), which, result.grade));
}

void decide(const ScoreSheet& sheet, ScoreResult& result) {
    result.total = totalOf(result.sections, result.totalMode, result.extra);
    result.gradeComputed = gradeOf(sheet.grades, *result.total);
    if (result.veto == VetoState::pending) {
        result.verdict = Verdict::pending;
        result.notes.push_back(tr("否决项已触发，待评估组长确认，暂不定等级。"));
    } else if (result.veto == VetoState::confirmed) {
        applyVeto(sheet, result);
    } else if (hasTooMuchNotApplicable(sheet, result)) {
        result.verdict = Verdict::unsuitable;
        result.gradeComputed.clear();
        result.notes.push_back(tr("不适用的分值超过 {}%，建议更换模板。", sheet.naMax / 100));
    } else {
        result.verdict = Verdict::graded;
        result.grade = result.gradeComputed;
    }
}

void addSection(const ScoreSection& section, const Panel& panel, ScoreResult& result) {
    SectionResult sum;
    sum.title = section.title;
    sum.weight = section.weight();
    std::int64_t extra = 0;
    for (const ScoreItem& item : section.items) {
        ItemResult one = itemResult(section, item, panel);
        if (one.disputed) result.disputed.push_back(one.no);
        if (section.extra) extra += extraOf(item, one);
        if (applies(one)) sum.full += one.full;
        if (isResolved(one)) {
            sum.resolved += one.full;
            sum.points += *one.points;
        }
        result.items.push_back(std::move(one));
    }
    if (section.extra) {
        result.extra += extra;
    } else {
        result.sections.push_back(std::move(sum));
    }
}

} // namespace

std::optional<std::int64_t> SectionResult::ratio() const {
    if (resolved == 0) return std::nullopt;
    return divideHalfUp(Wide(points) * 10'000, resolved);
}

std::int64_t aggregated(std::vector<Vote> votes, Aggregate how) {
    if (how == Aggregate::weighted) {
        Wide sum = 0, weights = 0;
        for (const Vote& vote : votes) {
            sum += Wide(vote.weight) * vote.points;
            weights += vote.weight;
        }
        return divideHalfUp(sum, weights);
    }
    std::sort(votes.begin(), votes.end(), [](const Vote& a, const Vote& b) { return a.points < b.points; });
    if (how == Aggregate::median) {
        const std::size_t middle = votes.size() / 2;
        if (votes.size() % 2 == 1) return votes[middle].points;
        return divideHalfUp(votes[middle - 1].points + votes[middle].points, 2);
    }
    const bool trims = (how == Aggregate::trimmed || how == Aggregate::automatic) && votes.size() >= enoughToTrim;
    if (trims) {
        votes.erase(votes.begin());
        votes.pop_back();
    }
    Wide sum = 0;
    for (const Vote& vote : votes)
        sum += vote.points;
    return divideHalfUp(sum, Wide(votes.size()));
}

std::optional<std::int64_t> totalOf(const std::vector<SectionResult>& sections, TotalMode mode, std::int64_t extra) {
    // numerator ÷ denominator = the share of full marks.
    Wide numerator = 0, denominator = 0;
    if (mode == TotalMode::pooled) {
        for (const SectionResult& section : sections) {
            numerator += section.points;
            denominator += section.resolved;
        }
    } else {
        std::int64_t common = 1, weights = 0;
        for (const SectionResult& section : sections) {
            if (section.resolved == 0) continue;
            common = std::lcm(common, section.resolved);
            weights += section.weight;
        }
        for (const SectionResult& section : sections) {
            if (section.resolved != 0)
                numerator += Wide(section.weight) * section.points * (common / section.resolved);
        }
        denominator = Wide(common) * weights;
    }
    if (denominator == 0) return std::nullopt;
    numerator = numerator * fullMarks + denominator * std::clamp(extra, leastExtra, mostExtra);
    if (numerator <= 0) return 0;
    return std::min(divideHalfUp(numerator, denominator * 10) * 10, fullMarks);
}

std::string cappedGrade(const ScoreSheet& sheet, const std::string& grade) {
    const auto& grades = sheet.grades;
    const auto at = [&](const std::string& name) {
        return std::find_if(grades.begin(), grades.end(), [&](const GradeBand& band) { return band.name == name; });
    };
    const auto lastButOne = grades.size() > 1 ? grades.end() - 2 : grades.begin();
    const auto cap = sheet.capGrade.empty() ? lastButOne : at(sheet.capGrade);
    return std::max(at(grade), cap)->name;
}

ScoreResult score(const ScoreSheet& sheet, const Panel& panel) {
    requireSound(sheet, panel);
    ScoreResult result;
    result.aggregate = panel.aggregate;
    result.totalMode = panel.totalMode;
    for (const ScoreSection& section : sheet.sections)
        addSection(section, panel, result);
    std::int64_t applicable = 0, resolved = 0;
    for (const SectionResult& section : result.sections) {
        applicable += section.full;
        resolved += section.resolved;
    }
    result.coverage = applicable == 0 ? 0 : divideHalfUp(Wide(resolved) * 10'000, applicable);
    result.extra = std::clamp(result.extra, leastExtra, mostExtra);
    countEvaluators(panel, result);
    gatherVetoes(sheet, panel, result);
    Gates gates{sheet, panel, result};
    gates.check();
    if (gates.open) {
        zeroSections(sheet, result);
        decide(sheet, result);
    }
    addNotes(panel, result);
    return result;
}

Panel soloPanel(const ScoreSheet& sheet, const std::string& evaluator, const Answers& answers) {
    Panel panel = Panel::of(sheet);
    Evaluator one;
    one.key = "1";
    one.name = evaluator;
    one.answers = answers;
    panel.evaluators.push_back(std::move(one));
    return panel;
}

ScoreResult score(const ScoreSheet& sheet, const Answers& answers) {
    return score(sheet, soloPanel(sheet, tr("评估员"), answers));
}

std::string word(Verdict verdict) {
    switch (verdict) {
    case Verdict::graded:
        return tr("已评定");
    case Verdict::incomplete:
        return tr("评估未完成");
    case Verdict::unsuitable:
        return tr("适用性不足，建议更换模板");
    case Verdict::vetoed:
        return tr("一票否决");
    case Verdict::pending:
        return tr("否决待确认");
    }
    return {};
}

std::string word(VetoState state) {
    switch (state) {
    case VetoState::none:
        return tr("无");
    case VetoState::pending:
        return tr("待确认");
    case VetoState::confirmed:
        return tr("已确认");
    case VetoState::overturned:
        return tr("已推翻");
    }
    return {};
}

std::string word(Dispute dispute) {
    switch (dispute) {
    case Dispute::spread:
        return tr("分差");
    case Dispute::notApplicable:
        return tr("不适用分歧");
    case Dispute::veto:
        return tr("否决分歧");
    }
    return {};
}

} // namespace drills
