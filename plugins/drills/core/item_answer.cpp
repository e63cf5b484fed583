#include "core/item_answer.h"

#include "core/exact.h"
#include "core/written_measure.h"

#include <yanxun/error.h>
#include <yanxun/table/rows.h>
#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;

std::string shown(std::int64_t hundredths) { return yanxun::cellText(hundredths, yanxun::CellKind::hundredths); }

std::optional<std::int64_t> typedPoints(const std::string& typed) {
    yanxun::Cell cell;
    cell.kind = yanxun::Cell::Kind::text;
    cell.text = typed;
    return yanxun::parseHundredths(cell);
}

[[noreturn]] void refuse(const ScoreItem& item, const ItemAnswer& answer) {
    throw Error(tr("第 {} 项请填 {}，现在填的是“{}”。", item.no, answerHint(item), answer.given));
}

/// full × above ÷ range, rounded half up, kept inside 0 … full.
std::int64_t shareOf(std::int64_t full, Wide above, Wide range) {
    if (above <= 0) return 0;
    return above >= range ? full : divideHalfUp(above * full, range);
}

std::int64_t levelPoints(const ScoreItem& item, const ItemAnswer& answer) {
    for (const ScoreLevel& level : item.levels) {
        if (level.name == answer.given) return (item.full * level.ratio + 5000) / 10000;
    }
    refuse(item, answer);
}

std::int64_t typedItemPoints(const ScoreItem& item, const ItemAnswer& answer) {
    const auto points = typedPoints(answer.given);
    if (!points || *points < 0 || *points > item.full || *points % 50 != 0) refuse(item, answer);
    return *points;
}

std::int64_t deductPoints(const ScoreItem& item, const ItemAnswer& answer) {
    const auto lines = parseDeductions(answer.given);
    if (!lines) refuse(item, answer);
    std::int64_t left = item.full;
    for (const Deduction& line : *lines)
        left -= std::min(line.points, item.full) * line.times;
    return std::max<std::int64_t>(left, 0);
}

std::int64_t timePoints(const ScoreItem& item, const ItemAnswer& answer, std::optional<std::int64_t> target) {
    const auto time = parseDuration(answer.given, item.minutes);
    if (!time) refuse(item, answer);
    if (!item.steps.empty()) {
        for (const TimeStep& step : item.steps) {
            if (*time <= step.limit) return std::min(step.points, item.full);
        }
        return 0;
    }
    if (item.planTarget && !target) {
        throw Error(tr("第 {} 项的目标时间由演练方案核定，请先填写这场演练的目标时间。", item.no));
    }
    const std::int64_t fullAt = item.planTarget ? *target : item.fullAt;
    const std::int64_t zeroAt = item.planTarget ? *target * item.zeroTimes / 100 : item.zeroAt;
    return shareOf(item.full, zeroAt - *time, zeroAt - fullAt);
}

std::int64_t ratioPoints(const ScoreItem& item, const ItemAnswer& answer) {
    const auto share = parseShare(answer.given);
    if (!share) refuse(item, answer);
    const Wide above = Wide(share->achieved) * 10'000 - Wide(item.zeroAt) * share->required;
    return shareOf(item.full, above, Wide(share->required) * (item.fullAt - item.zeroAt));
}

const ScoreLevel* levelOf(const ScoreItem& item, const ItemAnswer& answer) {
    const auto named = [&](const ScoreLevel& level) { return level.name == answer.given; };
    const auto found = std::find_if(item.levels.begin(), item.levels.end(), named);
    return found == item.levels.end() ? nullptr : &*found;
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
    if (given == "未观察" || given == "未观察到") {
        answer.state = ItemState::notObserved;
        return answer;
    }
    answer.state = ItemState::scored;
    answer.given = given;
    // Any target will do for finding out whether a time was written.
    pointsOf(item, answer, 60'000);
    return answer;
}

std::int64_t pointsOf(const ScoreItem& item, const ItemAnswer& answer, std::optional<std::int64_t> target) {
    switch (item.style) {
    case ScoreStyle::yesNo:
        if (answer.given == "是") return item.full;
        if (answer.given == "否") return 0;
        refuse(item, answer);
    case ScoreStyle::level:
        return levelPoints(item, answer);
    case ScoreStyle::points:
        return typedItemPoints(item, answer);
    case ScoreStyle::deduct:
        return deductPoints(item, answer);
    case ScoreStyle::time:
        return timePoints(item, answer, target);
    case ScoreStyle::ratio:
        return ratioPoints(item, answer);
    case ScoreStyle::text:
        return 0;
    }
    throw Error(tr("第 {} 项无法计分。", item.no));
}

bool triggersVeto(const ScoreItem& item, const ItemAnswer& answer, std::int64_t points) {
    if (item.critical == Critical::none) return false;
    if (answer.veto) return true;
    if (answer.state != ItemState::scored) return false;
    const ScoreLevel* const level = levelOf(item, answer);
    return (level && level->veto) || (item.vetoAt && points <= *item.vetoAt);
}

void requireAllowed(const ScoreItem& item, const ItemAnswer& answer) {
    if (answer.veto && item.critical == Critical::none) {
        throw Error(tr("第 {} 项不是否决项（★），不能勾选否决。", item.no));
    }
    if (answer.veto && answer.reason.empty()) throw Error(tr("第 {} 项勾选了否决，请写明事实与依据。", item.no));
    if (answer.state == ItemState::scored) {
        const ScoreLevel* const level = levelOf(item, answer);
        if (level && level->needsReason && answer.reason.empty()) {
            throw Error(tr("第 {} 项评为“{}”，请写明理由。", item.no, level->name));
        }
    }
    if (answer.state != ItemState::notApplicable) return;
    if (item.critical != Critical::none) {
        throw Error(tr("第 {} 项是否决项（★），当天不能选“不适用”；确实不涉及的，由评估组长在演练前裁剪。", item.no));
    }
    if (!item.naAllowed) throw Error(tr("第 {} 项不能选“不适用”；没有看到请选“未观察”。", item.no));
    if (answer.reason.empty()) throw Error(tr("第 {} 项选了“不适用”，请写明理由。", item.no));
}

std::string answerHint(const ScoreItem& item) {
    switch (item.style) {
    case ScoreStyle::yesNo:
        return tr("“是”或“否”");
    case ScoreStyle::points:
        return tr("0 到 {} 之间的分数，以 0.5 分为一档", shown(item.full));
    case ScoreStyle::deduct:
        return tr("扣分，写成“扣分×次数 说明”，几条用“+”相连，不扣填 0");
    case ScoreStyle::time:
        return item.minutes ? tr("用时，如 12 或 12分30秒（单位：分）") : tr("用时，如 150 或 2分30秒（单位：秒）");
    case ScoreStyle::ratio:
        return tr("实际/应有，如 476/500，或 95.2%");
    case ScoreStyle::text:
        return tr("文字描述");
    case ScoreStyle::level:
        break;
    }
    std::string names;
    for (const ScoreLevel& level : item.levels)
        names += (names.empty() ? "" : "、") + level.name;
    return tr("{} 之一", names);
}

std::vector<std::string> answerChoices(const ScoreItem& item) {
    std::vector<std::string> offered;
    if (item.style == ScoreStyle::yesNo) offered = {tr("是"), tr("否")};
    for (const ScoreLevel& level : item.levels)
        offered.push_back(level.name);
    if (item.style == ScoreStyle::points) {
        for (std::int64_t value = item.full; value >= 0; value -= 50)
            offered.push_back(shown(value));
    }
    if (item.naAllowed && item.critical == Critical::none) offered.push_back(word(ItemState::notApplicable));
    offered.push_back(word(ItemState::notObserved));
    return offered;
}

std::string typed(const ItemAnswer& answer) {
    std::string text = answer.given;
    if (answer.state == ItemState::notApplicable || answer.state == ItemState::notObserved) text = word(answer.state);
    return answer.veto ? text + "！" : text;
}

ItemAnswer typedAnswer(const ScoreItem& item, std::string text, const std::string& reason) {
    text = yanxun::text::key(text);
    bool veto = false;
    // text::key made a wide mark narrow.
    while (text.ends_with('!')) {
        veto = true;
        text.pop_back();
    }
    ItemAnswer answer = parseAnswer(item, text);
    answer.veto = veto;
    answer.reason = yanxun::text::key(reason);
    return answer;
}

std::string word(ItemState state) {
    switch (state) {
    case ItemState::scored:
        return tr("得分");
    case ItemState::notApplicable:
        return tr("不适用");
    case ItemState::notObserved:
        return tr("未观察");
    case ItemState::blank:
        break;
    }
    return {};
}

std::string word(ScoreStyle style) {
    switch (style) {
    case ScoreStyle::yesNo:
        return tr("是否");
    case ScoreStyle::level:
        return tr("等级");
    case ScoreStyle::points:
        return tr("打分");
    case ScoreStyle::deduct:
        return tr("扣分");
    case ScoreStyle::time:
        return tr("计时");
    case ScoreStyle::ratio:
        return tr("比例");
    case ScoreStyle::text:
        return tr("描述");
    }
    return {};
}

} // namespace drills
