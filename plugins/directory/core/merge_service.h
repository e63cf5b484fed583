#pragma once
#include "core/merge_store.h"
#include "core/unit_service.h"

namespace directory {

/// Two records of one unit made into one, and back. Every method works inside the caller's transaction.
class MergeService {
public:
    explicit MergeService(const UnitService& units) : units_(units) {}

    /// `merged` goes into `kept`: its name and aliases become aliases, its facts, people, teams and the records of
    /// other plugins move, blank fields of `kept` are filled. Returns the merge's id. Throws Error when both are the
    /// same, one is already merged away, or both have valid codes that differ.
    std::int64_t merge(yanxun::Writer& writer, std::int64_t kept, std::int64_t merged) const;
    /// Moves back exactly what that merge moved. Throws Error when it was undone before, when the kept unit itself
    /// went into another since, or when a plugin that holds moved records is not running.
    void undo(yanxun::Writer& writer, std::int64_t merge) const;

private:
    void moveEverything(yanxun::Writer& writer, std::int64_t merge, const Unit& kept, const Unit& merged) const;
    void requireHolders(const std::vector<MovedRecords>& moved) const;
    const UnitService& units_;
};

} // namespace directory
