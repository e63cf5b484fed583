#pragma once
#include "core/scoring.h"

#include <yanxun/data/database.h>

#include <functional>

namespace drills {

/// A stored result: the snapshot of a frozen evaluation. It is never changed; reopening adds the next version.
struct StoredResult {
    std::int64_t id = 0;
    int version = 0; ///< of the drill's results, from 1
    std::string sheetId;
    int sheetVersion = 0;
    std::string evaluator; ///< names, «甲、乙»
    yanxun::Date scoredOn;
    std::string remark;
    std::string inputs;     ///< entries.xml it was computed from; "" of results older than panels
    std::string inputsHash;
    std::string frozenBy;
    ScoreResult result;
};

namespace results {

/// Adds the next version for the drill; id and version are set here. Returns the version.
int add(yanxun::Writer& writer, std::int64_t drill, const StoredResult& result);
/// Exactly that version, with items.
std::optional<StoredResult> version(yanxun::Reader& reader, std::int64_t drill, int version);
/// Newest first, without items.
std::vector<StoredResult> of(yanxun::Reader& reader, std::int64_t drill);
/// The newest, with items; empty when there is none.
std::optional<StoredResult> newest(yanxun::Reader& reader, std::int64_t drill);
/// The newest of every drill, without items.
void eachNewest(yanxun::Reader& reader, const std::function<void(const StoredResult&)>& use);
void removeAll(yanxun::Writer& writer, std::int64_t drill);

} // namespace results
} // namespace drills
