#pragma once
#include "core/reach_store.h"

#include <directory/scope.h>
#include <yanxun/table/rows.h>

namespace campaigns {

/// A unit of the yearly list and what was done for it.
struct CoverageUnit {
    directory::ScopeUnit unit;
    reach_store::Covered covered;

    bool isReached() const { return covered.times > 0; }
};

/// Township × category, each cell «reached of expected». Units taken out of the list are not in it.
struct CoverageTable {
    struct Region {
        std::string code, name; ///< "" = the units do not tell
    };
    struct Cell {
        std::int64_t expected = 0, reached = 0;
        std::optional<std::int64_t> rate() const; ///< 1/100 %, rounded half up; empty when nothing is expected
    };
    std::vector<Region> regions; ///< by code, then pinyin; units without a township last
    std::vector<Term> categories;
    std::vector<Cell> cells; ///< region by region
    Cell total(std::size_t category) const;
    Cell total() const;
    const Cell& at(std::size_t region, std::size_t category) const { return cells[region * categories.size() + category]; }
};

/// Which units of the list are meant: those of one cell, reached or not.
struct CoverageFilter {
    yanxun::Period period;
    std::int64_t category = 0;         ///< 0 = every category
    std::optional<std::string> region; ///< township; "" = units that do not tell
    std::optional<bool> reached;
};

/// Counts activities against directory's yearly list (the year of the period's last day). A unit is reached in a
/// category when a counted activity with that category names it; an activity of several categories counts in each, a
/// joint one for each of its units, a unit reached twice once.
class Coverage {
public:
    /// Borrowed; outlives this.
    explicit Coverage(const directory::Scope& scope) : scope_(scope) {}

    CoverageTable table(yanxun::Reader& reader, const yanxun::Period& period) const;
    /// By category, then by unit name.
    void each(yanxun::Reader& reader, const CoverageFilter& filter,
              const std::function<void(const Term&, const CoverageUnit&)>& use) const;
    /// The same as a table for people.
    yanxun::RowSource rows(yanxun::Reader& reader, const CoverageFilter& filter) const;
    const directory::Scope& scope() const { return scope_; }

private:
    void eachOf(yanxun::Reader& reader, const yanxun::Period& period, const Term& category,
                const std::function<void(const CoverageUnit&)>& use) const;
    const directory::Scope& scope_;
};

/// What people read for a township nobody told: «未填写».
std::string shownRegion(const std::string& name);
/// 1/100 % of a part in a whole, rounded half up; empty of nothing.
std::optional<std::int64_t> percentOf(std::int64_t part, std::int64_t whole);
/// «84%», «—» of nothing.
std::string percentText(const std::optional<std::int64_t>& hundredths);

} // namespace campaigns
