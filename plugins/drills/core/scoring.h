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
    std::string given; ///< «是», a level's name, or points «8.5»
    bool veto = false; ///< ticked: the written condition of the ★ item occurred
    std::string reason;
};
using Answers = std::map<std::string, ItemAnswer, std::less<>>; ///< by item number

struct ItemResult {
    std::string no;
    ItemAnswer answer;
    std::optional<std::int64_t> points; ///< 1/100; only when scored
    std::int64_t full = 0;
    bool veto = false; ///< triggered, by points or by tick
};

enum class Verdict {
    graded = 1,
    incomplete = 2, ///< 评估未完成: no number
    unsuitable = 3, ///< 适用性不足: number, no grade
    vetoed = 4,     ///< 一票否决: number as computed, lowest grade
};

struct ScoreResult {
    std::optional<std::int64_t> total; ///< 1/100 point, rounded half up to 0.1
    std::int64_t coverage = 0;         ///< 1/10000, of the points that apply
    std::string grade;                 ///< read from the rounded total
    Verdict verdict = Verdict::incomplete;
    std::vector<std::string> vetoed;   ///< numbers of the items
    std::vector<ItemResult> items;     ///< in the sheet's order
};

/// What a person typed into the cell of an item: «是/否», a level's name or the start of it, points, «不适用», «未观察».
/// Throws Error with a sentence when it is none of these.
ItemAnswer parseAnswer(const ScoreItem& item, const std::string& typed);
/// Points of a scored answer. Throws Error when the answer does not fit the item.
std::int64_t pointsOf(const ScoreItem& item, const ItemAnswer& answer);
/// The result of one sheet: section weights kept (mode B), N/A renormalised, coverage and veto gates (domain rules
/// c.2–c.7). Items without an answer are unresolved. Throws Error for an answer that is not allowed.
ScoreResult score(const ScoreSheet& sheet, const Answers& answers);
/// Numbers of the items nobody answered yet: they block handing the sheet in.
std::vector<std::string> blanks(const ScoreSheet& sheet, const Answers& answers);

/// Points of items that several evaluators agreed on, or one gave; the arithmetic below score().
struct ItemValue {
    std::int64_t full = 0;
    ItemState state = ItemState::blank;
    std::int64_t points = 0;
};
/// 100 × Σ W·S / Σ W over the sections that have a resolved item, in 1/100 point, rounded half up to 0.1.
/// Empty when no item is resolved.
std::optional<std::int64_t> weightedTotal(const std::vector<std::vector<ItemValue>>& sections);
/// Resolved points ÷ points that apply, in 1/10000, rounded half up; 0 when nothing applies.
std::int64_t coverageOf(const std::vector<std::vector<ItemValue>>& sections);
/// To 0.1 point, half up: 8995 → 9000, 8994 → 8990.
std::int64_t roundTotal(long double hundredths);

std::string word(Verdict verdict);
std::string word(ItemState state);

} // namespace drills
