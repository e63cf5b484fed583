#include "core/panel.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <set>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

void requireReason(const std::string& reason, const std::string& what) {
    if (yanxun::text::key(reason).empty()) throw Error(tr("{}，请写明理由。", what));
}

void requireTailoring(const ScoreItem& item, const ItemRuling& ruling) {
    if (!ruling.tailored) return;
    if (!item.naAllowed) throw Error(tr("第 {} 项不允许“不适用”，不能裁剪。", item.no));
    requireReason(ruling.tailoredReason, tr("裁剪第 {} 项", item.no));
    requireReason(ruling.tailoredBy, tr("裁剪第 {} 项要有批准人", item.no));
}

void requireSettlement(const ScoreItem& item, const ItemRuling& ruling) {
    if (ruling.settlement == Settlement::none) return;
    requireReason(ruling.settledReason, tr("合议第 {} 项", item.no));
    const bool fits = ruling.settledPoints >= 0 && ruling.settledPoints <= item.full;
    if (ruling.settlement == Settlement::value && !fits) {
        throw Error(tr("第 {} 项的裁定分应在 0 到满分之间。", item.no));
    }
    if (ruling.settlement == Settlement::notApplicable && (!item.naAllowed || item.critical != Critical::none)) {
        throw Error(tr("第 {} 项不能裁定为“不适用”。", item.no));
    }
}

void requireRuling(const ScoreItem& item, const ItemRuling& ruling) {
    requireTailoring(item, ruling);
    requireSettlement(item, ruling);
    if (ruling.target && (!item.planTarget || *ruling.target <= 0)) {
        throw Error(tr("第 {} 项不需要目标时间，或目标时间不大于 0。", item.no));
    }
    if (!ruling.measured.empty()) parseAnswer(item, ruling.measured);
    if (ruling.veto == VetoDecision::none) return;
    if (item.critical == Critical::none) throw Error(tr("第 {} 项不是否决项（★），不能确认或推翻否决。", item.no));
    requireReason(ruling.vetoReason, tr("确认或推翻第 {} 项的否决", item.no));
    if (ruling.veto == VetoDecision::confirmed)
        requireReason(ruling.vetoEvidence, tr("确认第 {} 项的否决要有证据", item.no));
}

void requireAnswer(const ScoreSheet& sheet, const Panel& panel, const Evaluator& evaluator, const std::string& no,
                   const ItemAnswer& answer) {
    const ScoreItem* const item = sheet.item(no);
    if (!item) throw Error(tr("评分表“{}”没有第 {} 项。", sheet.title, no));
    if (answer.state == ItemState::blank) return;
    if (!evaluator.covers(*sheet.sectionOf(no), *item)) {
        throw Error(tr("第 {} 项不在“{}”的分工之内。", no, evaluator.name));
    }
    const ItemRuling& ruling = panel.ruling(no);
    if (ruling.tailored) throw Error(tr("第 {} 项已经裁剪，不再评分。", no));
    requireAllowed(*item, answer);
    if (answer.state != ItemState::scored) return;
    pointsOf(*item, answer, ruling.target);
    if (ruling.measured.empty() || answer.given == ruling.measured) return;
    requireReason(answer.reason, tr("第 {} 项的实测值是“{}”，改成“{}”", no, ruling.measured, answer.given));
}

} // namespace

bool Evaluator::covers(const ScoreSection& section, const ScoreItem& item) const {
    const auto named = [&](const std::string& one) { return one == section.title || one == item.no; };
    return scope.empty() || std::any_of(scope.begin(), scope.end(), named);
}

Panel Panel::of(const ScoreSheet& sheet) {
    Panel panel;
    panel.aggregate = sheet.aggregate;
    panel.totalMode = sheet.totalMode;
    return panel;
}

const ItemRuling& Panel::ruling(std::string_view no) const {
    static const ItemRuling none;
    const auto found = rulings.find(no);
    return found == rulings.end() ? none : found->second;
}

bool Panel::counts(const Evaluator& evaluator) const {
    if (evaluator.state != SheetState::submitted || evaluator.weight <= 0) return false;
    return evaluator.role != EvaluatorRole::self && !(excludesConflicts && evaluator.conflict);
}

std::int64_t defaultWeight(EvaluatorRole role) {
    if (role == EvaluatorRole::self) return 0;
    return role == EvaluatorRole::leader ? 120 : 100;
}

std::optional<ItemAnswer> answerOf(const Panel& panel, const Evaluator& evaluator, const ScoreItem& item) {
    const auto own = evaluator.answers.find(item.no);
    if (own != evaluator.answers.end() && own->second.state != ItemState::blank) return own->second;
    const ItemRuling& ruling = panel.ruling(item.no);
    if (ruling.measured.empty()) return std::nullopt;
    ItemAnswer answer;
    answer.state = ItemState::scored;
    answer.given = ruling.measured;
    return answer;
}

std::vector<std::string> blanks(const ScoreSheet& sheet, const Panel& panel, const Evaluator& evaluator) {
    std::vector<std::string> open;
    for (const auto& section : sheet.sections) {
        for (const auto& item : section.items) {
            if (section.extra || panel.ruling(item.no).tailored || !evaluator.covers(section, item)) continue;
            if (!answerOf(panel, evaluator, item)) open.push_back(item.no);
        }
    }
    return open;
}

void requireSound(const ScoreSheet& sheet, const Panel& panel, const Evaluator& evaluator) {
    if (evaluator.name.empty()) throw Error(tr("请填写评估人员。"));
    if (evaluator.weight < 0 || evaluator.weight > 10'000)
        throw Error(tr("“{}”的权重应在 0 到 100 之间。", evaluator.name));
    for (const std::string& part : evaluator.scope) {
        const auto titled = [&](const ScoreSection& section) { return section.title == part; };
        if (!sheet.item(part) && std::none_of(sheet.sections.begin(), sheet.sections.end(), titled)) {
            throw Error(tr("“{}”的分工“{}”不是评分表的分部或编号。", evaluator.name, part));
        }
    }
    for (const auto& [no, answer] : evaluator.answers)
        requireAnswer(sheet, panel, evaluator, no, answer);
}

void requireSound(const ScoreSheet& sheet, const Panel& panel) {
    if (panel.aggregate != sheet.aggregate && panel.aggregate != Aggregate::automatic) {
        requireReason(panel.aggregateReason, tr("汇总方式改为“{}”", word(panel.aggregate)));
    }
    for (const auto& [no, ruling] : panel.rulings) {
        const ScoreItem* const item = sheet.item(no);
        if (!item) throw Error(tr("评分表“{}”没有第 {} 项。", sheet.title, no));
        requireRuling(*item, ruling);
    }
    std::set<std::string> keys;
    for (const Evaluator& evaluator : panel.evaluators) {
        if (!keys.insert(evaluator.key).second) throw Error(tr("评估人员标识“{}”出现了两次。", evaluator.key));
        requireSound(sheet, panel, evaluator);
    }
    for (const DrillVeto& veto : panel.drillVetoes) {
        const auto coded = [&](const DrillVetoEvent& event) { return event.code == veto.code; };
        if (std::none_of(sheet.drillVetoes.begin(), sheet.drillVetoes.end(), coded)) {
            throw Error(tr("评分表“{}”没有第 {} 条演练层面否决情形。", sheet.title, veto.code));
        }
        requireReason(veto.reason, tr("演练层面一票否决"));
    }
}

std::string word(EvaluatorRole role) {
    switch (role) {
    case EvaluatorRole::leader:
        return tr("组长");
    case EvaluatorRole::member:
        return tr("成员");
    case EvaluatorRole::expert:
        return tr("专家");
    case EvaluatorRole::self:
        return tr("自评");
    }
    return {};
}

std::string word(SheetState state) {
    switch (state) {
    case SheetState::open:
        return tr("填写中");
    case SheetState::submitted:
        return tr("已提交");
    case SheetState::returned:
        return tr("已退回");
    case SheetState::absent:
        return tr("缺席");
    }
    return {};
}

std::string word(Settlement settlement) {
    switch (settlement) {
    case Settlement::kept:
        return tr("保留分歧");
    case Settlement::value:
        return tr("组长裁定");
    case Settlement::notApplicable:
        return tr("裁定不适用");
    case Settlement::none:
        break;
    }
    return {};
}

std::string word(VetoDecision decision) {
    switch (decision) {
    case VetoDecision::confirmed:
        return tr("确认否决");
    case VetoDecision::overturned:
        return tr("推翻");
    case VetoDecision::none:
        break;
    }
    return {};
}

std::string word(Aggregate aggregate) {
    switch (aggregate) {
    case Aggregate::automatic:
        return tr("自动");
    case Aggregate::mean:
        return tr("平均");
    case Aggregate::trimmed:
        return tr("去极值");
    case Aggregate::median:
        return tr("中位");
    case Aggregate::weighted:
        return tr("加权");
    case Aggregate::leader:
        return tr("组长裁定");
    }
    return {};
}

std::string word(TotalMode mode) { return mode == TotalMode::sections ? tr("分部加权（B）") : tr("合并计算（A）"); }

std::string word(VetoEffect effect) {
    switch (effect) {
    case VetoEffect::fail:
        return tr("判为最低等级");
    case VetoEffect::cap:
        return tr("等级封顶");
    case VetoEffect::zeroSection:
        return tr("所在分部计 0 分");
    }
    return {};
}

} // namespace drills
