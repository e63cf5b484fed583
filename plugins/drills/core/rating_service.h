#pragma once
#include "core/drill.h"
#include "core/evaluation.h"
#include "core/leniency.h"
#include "core/result_store.h"

#include <participation/records.h>

namespace drills {

/// Evaluates drills: panels of evaluators, their sheets, what the leader rules, and the frozen result. Each method is
/// one action inside the caller's Writer; what it changed is computed at once and stands in the evaluation. Throws
/// Error with a sentence, Conflict when somebody else changed it.
class RatingService {
public:
    /// Both are borrowed and outlive the service.
    RatingService(const std::vector<ScoreSheet>& sheets, const participation::Records& records)
        : sheets_(sheets), records_(records) {}

    const std::vector<ScoreSheet>& sheets() const { return sheets_; }
    /// The newest version of a sheet, or exactly `version`. Throws NotFound.
    const ScoreSheet& sheet(const std::string& id, int version = 0) const;
    const ScoreSheet& sheetOf(const Evaluation& evaluation) const {
        return sheet(evaluation.sheetId, evaluation.sheetVersion);
    }
    /// «通用实战演练评估表»; the id of a sheet that is not there any more.
    std::string titleOf(const StoredResult& stored) const;

    /// Throws NotFound when the drill has none.
    Evaluation get(yanxun::Reader& reader, std::int64_t drill) const;
    /// What the sheets give now.
    ScoreResult result(const Evaluation& evaluation) const;

    /// Chooses the sheet. Another one may be chosen as long as nothing was filled in. Sheets are due three days
    /// after.
    Evaluation open(yanxun::Writer& writer, std::int64_t drill, const ScoreSheet& sheet) const;
    /// How values are brought together and whether 回避 excludes; another way than the sheet's needs a reason.
    Evaluation setRules(yanxun::Writer& writer, std::int64_t drill, Aggregate aggregate, TotalMode total,
                        bool excludesConflicts, const std::string& reason) const;
    /// A new one (id 0), or a changed one: name, unit, role, weight, part of the sheet. His conflict is found out
    /// here.
    Evaluation putEvaluator(yanxun::Writer& writer, std::int64_t drill, Evaluator evaluator) const;
    Evaluation removeEvaluator(yanxun::Writer& writer, std::int64_t drill, const std::string& key) const;
    /// Fills in a sheet; a blank answer takes an earlier one back. `revision` 0 = whatever stands there. Says how
    /// many answers really changed: reading the same paper twice changes nothing.
    int fill(yanxun::Writer& writer, std::int64_t drill, const std::string& key, std::int64_t revision,
             const Answers& answers, const std::string& comment) const;
    /// 已提交, 已退回 (reason), 缺席 (reason), or 填写中 again.
    Evaluation setState(yanxun::Writer& writer, std::int64_t drill, const std::string& key, SheetState state,
                        const std::string& reason) const;
    Evaluation rule(yanxun::Writer& writer, std::int64_t drill, const std::string& item,
                    const ItemRuling& ruling) const;
    Evaluation putVeto(yanxun::Writer& writer, std::int64_t drill, const DrillVeto& veto) const;

    /// Keeps the result as the drill's next version with the hash of its inputs, copies it beside the drill, and
    /// makes what a confirmed veto or the lowest grade asks for: a 问题 with its 整改 and a 补演. Throws Error while
    /// the evaluation is incomplete, a disagreement waits or a veto is not decided.
    StoredResult freeze(yanxun::Writer& writer, std::int64_t drill, const std::string& remark) const;
    /// Sheets may be changed again; the frozen result stays.
    Evaluation reopen(yanxun::Writer& writer, std::int64_t drill, const std::string& reason) const;
    /// True when what is stored with the result still gives its hash and its number.
    bool reproduces(const StoredResult& stored) const;

    /// By evaluator's name, over the newest frozen results of all drills; for the leader's eyes.
    std::map<std::string, Leniency> leniency(yanxun::Reader& reader) const;

    /// One evaluator, one sheet, one step: fills in, hands in and, when he is alone, freezes. Version 0 in the answer
    /// says that the result is not frozen yet.
    StoredResult rate(yanxun::Writer& writer, std::int64_t drill, std::int64_t revision, const ScoreSheet& sheet,
                      const Answers& answers, const std::string& evaluator, const std::string& remark) const;

private:
    Evaluation changeable(yanxun::Writer& writer, std::int64_t drill) const;
    Evaluation computed(yanxun::Writer& writer, std::int64_t drill) const;
    bool isConflict(yanxun::Reader& reader, const Drill& drill, const std::string& unit) const;
    void askForMore(yanxun::Writer& writer, const Drill& drill, const ScoreSheet& sheet,
                    const ScoreResult& result) const;
    Evaluation soloEvaluation(yanxun::Writer& writer, std::int64_t drill, const ScoreSheet& sheet) const;

    const std::vector<ScoreSheet>& sheets_;
    const participation::Records& records_;
};

/// Days until sheets are due, and until 整改 and 补演 are (domain rules c.5, c.6).
inline constexpr int sheetDays = 3, repeatDays = 30;

} // namespace drills
