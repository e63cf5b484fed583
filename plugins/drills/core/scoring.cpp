#include "core/scoring.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <cmath>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

std::optional<std::int64_t> typedPoints(const std::string& typed) {
    yanxun::Cell cell;
    cell.kind = yanxun::Cell::Kind::text;
    cell.text = typed;
    return yanxun::parseHundredths(cell);
}

/// ★ items that are scored by level or 是/否 trigger by themselves at nothing; 打分 items only by a tick.
bool triggers(const ScoreItem& item, const ItemAnswer& answer, std::int64_t points) {
    if (!item.critical) return false;
    return answer.veto || (item.style != ScoreStyle::points && points == 0);
}

void requireAllowed(const ScoreItem& item, const ItemAnswer& answer) {
    if (answer.veto && !item.critical) throw Error(tr("第 {} 项不是否决项（★），不能勾选否决。", item.no));
    if (answer.veto && answer.reason.empty()) throw Error(tr("第 {} 项勾选了否决，请写明事实与依据。", item.no));
    if (answer.state != ItemState::notApplicable) return;
    if (!item.naAllowed) throw Error(tr("第 {} 项不能选“不适用”；没有看到请选“未观察”。", item.no));
    if (answer.reason.empty()) throw Error(tr("第 {} 项选了“不适用”，请写明理由。", item.no));
}

ItemResult resultOf(const ScoreItem& item, const Answers& answers) {
    ItemResult result;
    result.no = item.no;
    result.full = item.full;
    const auto found = answers.find(item.no);
    if (found == answers.end()) return result;
    result.answer = found->second;
    requireAllowed(item, result.answer);
    if (result.answer.state == ItemState::scored) {
        result.points = pointsOf(item, result.answer);
        result.veto = triggers(item, result.answer, *result.points);
    }
    return result;
}

bool applies(const ItemValue& value) { return value.state != ItemState::notApplicable; }
bool isResolved(const ItemValue& value) { return value.state == ItemState::scored; }

struct Sums {
    std::int64_t full = 0, applicable = 0, resolved = 0, points = 0;
};

Sums sumsOf(const std::vector<ItemValue>& items) {
    Sums sums;
    for (const ItemValue& item : items) {
        sums.full += item.full;
        if (applies(item)) sums.applicable += item.full;
        if (!isResolved(item)) continue;
        sums.resolved += item.full;
        sums.points += item.points;
    }
    return sums;
}

/// Coverage high enough, each section seen, each ★ item resolved (domain rule c.4).
bool isComplete(const ScoreSheet& sheet, const std::vector<std::vector<ItemValue>>& values, std::int64_t coverage) {
    if (coverage < sheet.coverageMin) return false;
    for (std::size_t s = 0; s < sheet.sections.size(); ++s) {
        const Sums sums = sumsOf(values[s]);
        if (sums.applicable > 0 && sums.resolved == 0) return false;
        for (std::size_t i = 0; i < values[s].size(); ++i) {
            if (sheet.sections[s].items[i].critical && !isResolved(values[s][i])) return false;
        }
    }
    return true;
}

bool hasTooMuchNotApplicable(const ScoreSheet& sheet, const std::vector<std::vector<ItemValue>>& values) {
    std::int64_t notApplicable = 0;
    for (const auto& section : values) {
        const Sums sums = sumsOf(section);
        notApplicable += sums.full - sums.applicable;
    }
    return notApplicable * 10000 > sheet.naMax * sheet.full();
}

} // namespace

ItemAnswer parseAnswer(const ScoreItem& item, const std::string& typed) {
    const std::string given = yanxun::text::key(typed);
    ItemAnswer answer;
    if (given.empty()) return answer;
    if (given == "不适用" || given == "NA" || given == "N/A") {
        answer.state = ItemState::notApplicable;
        return answer;
    }
    if (given.starts_with("未观察")) {
        answer.state = ItemState::notObserved;
        return answer;
    }
    answer.state = ItemState::scored;
    answer.given = given;
    pointsOf(item, answer);
    return answer;
}

std::int64_t pointsOf(const ScoreItem& item, const ItemAnswer& answer) {
    switch (item.style) {
    case ScoreStyle::yesNo:
        if (answer.given == "是") return item.full;
        if (answer.given == "否") return 0;
        throw Error(tr("第 {} 项请填“是”或“否”，现在填的是“{}”。", item.no, answer.given));
    case ScoreStyle::level: {
        std::string names;
        for (const ScoreLevel& level : item.levels) {
            // Half up to 0.01 point: the first of the two rounding points.
            if (level.name == answer.given) return (item.full * level.ratio + 5000) / 10000;
            names += (names.empty() ? "" : "、") + level.name;
        }
        throw Error(tr("第 {} 项请填 {} 之一，现在填的是“{}”。", item.no, names, answer.given));
    }
    case ScoreStyle::points: {
        const auto points = typedPoints(answer.given);
        if (!points || *points < 0 || *points > item.full || *points % 50 != 0) {
            const std::string most = yanxun::cellText(item.full, yanxun::CellKind::hundredths);
            throw Error(tr("第 {} 项请填 0 到 {} 之间的分数，以 0.5 分为一档，现在填的是“{}”。", item.no, most, answer.given));
        }
        return *points;
    }
    }
    throw Error(tr("第 {} 项无法计分。", item.no));
}

std::int64_t roundTotal(long double hundredths) {
    // Ties are exact decimals that a binary number only comes near to: a hair below the half still is the half.
    return std::int64_t(std::floor(hundredths / 10 + 0.5L + 1e-9L)) * 10;
}

std::optional<std::int64_t> weightedTotal(const std::vector<std::vector<ItemValue>>& sections) {
    long double weighted = 0, weights = 0;
    for (const auto& section : sections) {
        const Sums sums = sumsOf(section);
        if (sums.resolved == 0) continue;
        weighted += (long double)(sums.full) * (long double)(sums.points) / (long double)(sums.resolved);
        weights += (long double)(sums.full);
    }
    if (weights == 0) return std::nullopt;
    return roundTotal(weighted / weights * 10000);
}

std::int64_t coverageOf(const std::vector<std::vector<ItemValue>>& sections) {
    std::int64_t applicable = 0, resolved = 0;
    for (const auto& section : sections) {
        const Sums sums = sumsOf(section);
        applicable += sums.applicable;
        resolved += sums.resolved;
    }
    return applicable == 0 ? 0 : (resolved * 10000 * 2 + applicable) / (applicable * 2);
}

ScoreResult score(const ScoreSheet& sheet, const Answers& answers) {
    ScoreResult result;
    std::vector<std::vector<ItemValue>> values;
    for (const auto& section : sheet.sections) {
        auto& row = values.emplace_back();
        for (const auto& item : section.items) {
            ItemResult one = resultOf(item, answers);
            row.push_back({item.full, one.answer.state, one.points.value_or(0)});
            if (one.veto) result.vetoed.push_back(item.no);
            result.items.push_back(std::move(one));
        }
    }
    result.coverage = coverageOf(values);
    if (!isComplete(sheet, values, result.coverage)) return result;

    result.total = weightedTotal(values);
    if (!result.vetoed.empty()) {
        // The number is never quietly changed; only the grade falls (domain rule c.6).
        result.verdict = Verdict::vetoed;
        result.grade = sheet.grades.back().name;
    } else if (hasTooMuchNotApplicable(sheet, values)) {
        result.verdict = Verdict::unsuitable;
    } else {
        result.verdict = Verdict::graded;
        result.grade = gradeOf(sheet.grades, *result.total);
    }
    return result;
}

std::vector<std::string> blanks(const ScoreSheet& sheet, const Answers& answers) {
    std::vector<std::string> open;
    for (const auto& section : sheet.sections) {
        for (const auto& item : section.items) {
            const auto found = answers.find(item.no);
            if (found == answers.end() || found->second.state == ItemState::blank) open.push_back(item.no);
        }
    }
    return open;
}

std::string word(Verdict verdict) {
    switch (verdict) {
    case Verdict::graded: return tr("已评定");
    case Verdict::incomplete: return tr("评估未完成");
    case Verdict::unsuitable: return tr("适用性不足，建议更换评分表");
    case Verdict::vetoed: return tr("一票否决");
    }
    return {};
}

std::string word(ItemState state) {
    switch (state) {
    case ItemState::scored: return tr("得分");
    case ItemState::notApplicable: return tr("不适用");
    case ItemState::notObserved: return tr("未观察");
    case ItemState::blank: break;
    }
    return {};
}

} // namespace drills
