#pragma once
#include "core/panel.h"

namespace drills {

enum class VetoState { none = 0, pending = 1, confirmed = 2, overturned = 3 }; ///< 无 待确认 已确认 已推翻

/// Why an item stands on the 合议 list (domain rule c.3).
enum class Dispute { spread, notApplicable, veto }; ///< 分差 不适用分歧 否决分歧

struct ItemResult {
    std::string no;
    ItemState state = ItemState::blank; ///< scored, notApplicable, or unresolved: notObserved, blank
    std::optional<std::int64_t> points; ///< 1/100; only when scored
    std::int64_t full = 0;
    ItemAnswer answer; ///< when one evaluator alone gave one
    int scored = 0, notApplicable = 0, notObserved = 0;
    std::optional<std::int64_t> low, high; ///< of the evaluators' points
    std::int64_t spread = 0;               ///< (high − low) ÷ full, 1/10000
    std::vector<std::string> triggeredBy;  ///< names of evaluators
    VetoState veto = VetoState::none;
    std::vector<Dispute> disputes;
    Settlement settlement = Settlement::none;
    bool disputed = false; ///< on the list and not settled yet
};

struct SectionResult {
    std::string title;
    std::int64_t weight = 0, full = 0, resolved = 0, points = 0; ///< 1/100
    /// points ÷ resolved, 1/10000; empty when nothing is resolved.
    std::optional<std::int64_t> ratio() const;
};

enum class Verdict {
    graded = 1,
    incomplete = 2, ///< 评估未完成: no number
    unsuitable = 3, ///< 适用性不足: number, no grade
    vetoed = 4,     ///< 一票否决: number as computed, grade lowered
    pending = 5,    ///< 否决待确认: number, no grade
};

struct ScoreResult {
    std::optional<std::int64_t> total; ///< 1/100 point, rounded half up to 0.1
    std::int64_t coverage = 0;         ///< 1/10000, of the points that apply
    std::string gradeComputed;         ///< read from the rounded total
    std::string grade;                 ///< after a veto; "" while there is none
    Verdict verdict = Verdict::incomplete;
    VetoState veto = VetoState::none;
    std::vector<std::string> vetoed;   ///< items and «D3» events whose trigger was not overturned
    std::vector<std::string> disputed; ///< items that wait for the leader
    int expected = 0, submitted = 0;   ///< 应评, 实评
    Aggregate aggregate = Aggregate::automatic;
    TotalMode totalMode = TotalMode::sections;
    std::int64_t extra = 0; ///< 附加分/扣分 as it went in, 1/100
    std::vector<std::string> notes;
    std::vector<SectionResult> sections; ///< without 附加分
    std::vector<ItemResult> items;       ///< in the sheet's order
};

/// The result of a panel (domain rules c.2–c.7). Throws Error with a sentence for input that breaks a rule.
ScoreResult score(const ScoreSheet& sheet, const Panel& panel);
/// The result of one evaluator alone.
ScoreResult score(const ScoreSheet& sheet, const Answers& answers);
Panel soloPanel(const ScoreSheet& sheet, const std::string& evaluator, const Answers& answers);

/// One vote for an item: its points and the evaluator's weight, both in 1/100.
struct Vote {
    std::int64_t points = 0, weight = 100;
};
/// The value of an item from at least one vote, rounded half up to 0.01 point: the first of the two rounding points.
std::int64_t aggregated(std::vector<Vote> votes, Aggregate how);
/// The grade under the cap: never better than the sheet's cap-grade.
std::string cappedGrade(const ScoreSheet& sheet, const std::string& grade);
/// 100 × Σ W·S / Σ W, or Σ p / Σ F, plus 附加分, kept inside 0 … 100 and rounded half up to 0.1: the second rounding
/// point. Empty when nothing is resolved.
std::optional<std::int64_t> totalOf(const std::vector<SectionResult>& sections, TotalMode mode, std::int64_t extra);

std::string word(Verdict verdict);
std::string word(VetoState state);
std::string word(Dispute dispute);

} // namespace drills
