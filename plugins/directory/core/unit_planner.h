#pragma once
#include "core/unit_import.h"

#include <set>
#include <unordered_map>

namespace directory {

/// Decides rows of a 单位名录 against all names and valid codes known when the plan began, and against the rows
/// before.
class UnitPlanner final : public yanxun::ImportPlanner {
public:
    /// `checksDoubles` false: every row is a new unit (nocheck), but those that complete one.
    UnitPlanner(yanxun::Reader& reader, bool checksDoubles, yanxun::Date today);
    void plan(yanxun::ImportRow& row) override;

private:
    bool match(yanxun::ImportRow& row, const std::string& name, const std::string& code);
    bool completesFirst(const yanxun::ImportRow& row);
    void planNew(yanxun::ImportRow& row, const std::string& name, const std::string& code);
    void planExisting(yanxun::ImportRow& row, const std::string& name, const std::string& code);
    void dropTakenNames(yanxun::ImportRow& row, UnitRow& read) const;
    void claim(const UnitRow& read, const std::string& name, const std::string& code, const std::string& key);

    yanxun::Reader& reader_;
    bool checksDoubles_;
    yanxun::Date today_;
    std::unordered_map<std::string, std::set<std::int64_t>> byName_, byCode_;
    std::set<std::int64_t> completed_;
    std::unordered_map<std::string, std::string> keyOfName_, keyOfCode_; ///< of rows before
};

} // namespace directory
