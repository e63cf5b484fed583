#pragma once
#include "core/score_sheet.h"

#include <map>
#include <optional>

namespace drills {

/// 未填, 得分, 不适用, 未观察到: four different «no scores» that are never mixed (domain rule c.1).
enum class ItemState { blank = 0, scored = 1, notApplicable = 2, notObserved = 3 };

/// What one evaluator says of one item.
struct ItemAnswer {
    ItemState state = ItemState::blank;
    std::string
        given; ///< «是», a level's name, points «8.5», deductions «1×2 灯不亮», a time «150», a share «476/500», text
    bool veto = false; ///< ticked: the written condition of the ★ item occurred
    std::string reason;

    bool operator==(const ItemAnswer&) const = default;
};
using Answers = std::map<std::string, ItemAnswer, std::less<>>; ///< by item number

/// What a person typed into the cell of an item: see answerHint(), «不适用», «未观察», "" = not filled in.
/// Throws Error with a sentence when it is none of these.
ItemAnswer parseAnswer(const ScoreItem& item, const std::string& typed);
/// Points of a scored answer, in 1/100, rounded half up (the first of the two rounding points). `target`: the drill's
/// own target of a 计时 item, in milliseconds. Throws Error when the answer does not fit the item.
std::int64_t pointsOf(const ScoreItem& item, const ItemAnswer& answer, std::optional<std::int64_t> target = {});
/// True when the answer triggers the ★ item: by a tick, by its level, or by points that are few enough (domain rule
/// c.6.1).
bool triggersVeto(const ScoreItem& item, const ItemAnswer& answer, std::int64_t points);
/// Throws Error with a sentence when the answer breaks a rule: 不适用 without leave or reason, a tick without its
/// facts.
void requireAllowed(const ScoreItem& item, const ItemAnswer& answer);

/// What is typed, in a few words: «是/否», «0–5 分，每档 0.5», «扣分×次数 说明».
std::string answerHint(const ScoreItem& item);
/// What a cell may offer to choose from; empty where one types.
std::vector<std::string> answerChoices(const ScoreItem& item);
/// What was given as it is typed, with «！» for a ticked veto; the opposite of typedAnswer().
std::string typed(const ItemAnswer& answer);
/// parseAnswer() of a cell that may end in «！» for a ticked veto, with its reason.
ItemAnswer typedAnswer(const ScoreItem& item, std::string text, const std::string& reason);

std::string word(ItemState state);
std::string word(ScoreStyle style);

} // namespace drills
