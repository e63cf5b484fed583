#pragma once
#include "core/drill.h"
#include "core/result_store.h"

namespace drills {

/// Hands in score sheets: one evaluator, one sheet, one result.
class RatingService {
public:
    /// The sheets are borrowed and outlive the service.
    explicit RatingService(const std::vector<ScoreSheet>& sheets) : sheets_(sheets) {}

    const std::vector<ScoreSheet>& sheets() const { return sheets_; }
    /// The newest version of a sheet, or exactly `version`. Throws NotFound.
    const ScoreSheet& sheet(const std::string& id, int version = 0) const;
    /// «通用实战演练评估表»; the id of a sheet that is not there any more.
    std::string titleOf(const StoredResult& stored) const;
    /// Stores the result as the drill's next version and copies it beside the drill. Throws Error when the drill has not
    /// ended yet or is archived, an item is still blank, or an answer is not allowed; Conflict when the drill changed.
    StoredResult rate(yanxun::Writer& writer, std::int64_t drill, std::int64_t revision, const ScoreSheet& sheet,
                      const Answers& answers, const std::string& evaluator, const std::string& remark);

private:
    const std::vector<ScoreSheet>& sheets_;
};

} // namespace drills
