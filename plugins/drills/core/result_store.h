#pragma once
#include "core/scoring.h"

#include <yanxun/data/database.h>

namespace drills {

/// A stored result: the snapshot of one handed-in sheet.
struct StoredResult {
    std::int64_t id = 0;
    int version = 0; ///< of the drill's results, from 1
    std::string sheetId;
    int sheetVersion = 0;
    std::string evaluator;
    yanxun::Date scoredOn;
    std::string remark;
    ScoreResult result;
};

namespace results {

/// Adds the next version for the drill; id and version are set here. Returns the version.
int add(yanxun::Writer& writer, std::int64_t drill, const StoredResult& result);
/// Newest first, without items.
std::vector<StoredResult> of(yanxun::Reader& reader, std::int64_t drill);
/// The newest, with items; empty when there is none.
std::optional<StoredResult> newest(yanxun::Reader& reader, std::int64_t drill);
void removeAll(yanxun::Writer& writer, std::int64_t drill);

} // namespace results
} // namespace drills
