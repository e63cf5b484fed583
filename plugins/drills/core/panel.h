#pragma once
#include "core/item_answer.h"

namespace drills {

enum class EvaluatorRole { leader = 1, member = 2, expert = 3, self = 4 };   ///< 组长 成员 专家 自评
enum class SheetState { open = 1, submitted = 2, returned = 3, absent = 4 }; ///< 填写中 已提交 已退回 缺席

/// One evaluator with the sheet he fills in.
struct Evaluator {
    std::string key;                   ///< unique in the panel; printed on the sheet that is filled in on paper
    std::int64_t id = 0, revision = 0; ///< 0 = not stored
    std::string name, unit;
    EvaluatorRole role = EvaluatorRole::member;
    std::int64_t weight = 100;      ///< 1/100; 0 = shown beside, counts nowhere
    std::vector<std::string> scope; ///< titles of sections and numbers of items; empty = the whole sheet
    SheetState state = SheetState::submitted;
    std::string stateReason; ///< of 已退回 and 缺席
    bool conflict = false;   ///< his unit takes part in the drill (回避)
    std::string comment;     ///< 总体意见
    Answers answers;

    bool covers(const ScoreSection& section, const ScoreItem& item) const;
};

/// How a disagreement was settled by the leader: left as it is, by a value of his own, or as 不适用.
enum class Settlement { none = 0, kept = 1, value = 2, notApplicable = 3 };
enum class VetoDecision { none = 0, confirmed = 1, overturned = 2 };

/// What the panel as a whole says of one item.
struct ItemRuling {
    std::optional<std::int64_t> target; ///< 计时: the drill's own target, milliseconds
    std::string measured;               ///< the stop-watch's or list's value, as an answer is typed
    bool tailored = false;              ///< taken out before the drill (模板裁剪)
    std::string tailoredReason, tailoredBy;
    Settlement settlement = Settlement::none;
    std::int64_t settledPoints = 0; ///< 1/100, of Settlement::value
    std::string settledReason, settledBy;
    VetoDecision veto = VetoDecision::none;
    std::string vetoReason, vetoEvidence, vetoBy;

    bool operator==(const ItemRuling&) const = default;
};

/// A veto of the whole drill, told and decided by the leader.
struct DrillVeto {
    std::string code; ///< of the sheet's events
    VetoDecision decision = VetoDecision::none;
    std::string reason, by;
};

/// All that goes into one result: who filled in what, and what was ruled.
struct Panel {
    Aggregate aggregate = Aggregate::automatic;
    std::string aggregateReason; ///< why another than the sheet's
    TotalMode totalMode = TotalMode::sections;
    bool excludesConflicts = false; ///< 回避: evaluators of units that take part count nowhere; else only a warning
    bool combined = false;          ///< 综合 drill: more evaluators must have handed in
    std::vector<Evaluator> evaluators;
    std::map<std::string, ItemRuling, std::less<>> rulings; ///< by item number
    std::vector<DrillVeto> drillVetoes;

    /// A panel as the sheet wants it, without evaluators.
    static Panel of(const ScoreSheet& sheet);
    const ItemRuling& ruling(std::string_view no) const; ///< an empty one when nothing was ruled
    /// True when the evaluator's sheet goes into the result.
    bool counts(const Evaluator& evaluator) const;
};

/// 组长 1.2, 成员 and 专家 1.0, 自评 0 (domain rule c.3), in 1/100.
std::int64_t defaultWeight(EvaluatorRole role);
/// The answer of an evaluator to an item: his own, or the panel's measured value where he gave none. Null when
/// neither.
std::optional<ItemAnswer> answerOf(const Panel& panel, const Evaluator& evaluator, const ScoreItem& item);
/// Numbers of the items of his part that are not filled in; they block handing in.
std::vector<std::string> blanks(const ScoreSheet& sheet, const Panel& panel, const Evaluator& evaluator);
/// Throws Error with a sentence for whatever breaks a rule: unknown items, doubled keys, answers that are not allowed
/// or outside the evaluator's part, an override of a measured value, rulings and decisions without a reason.
void requireSound(const ScoreSheet& sheet, const Panel& panel);
/// The same for one evaluator's answers.
void requireSound(const ScoreSheet& sheet, const Panel& panel, const Evaluator& evaluator);

std::string word(EvaluatorRole role);
std::string word(SheetState state);
std::string word(Settlement settlement);
std::string word(VetoDecision decision);
std::string word(Aggregate aggregate);
std::string word(TotalMode mode);
std::string word(VetoEffect effect);

} // namespace drills
