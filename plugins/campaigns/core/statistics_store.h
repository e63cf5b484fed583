#pragma once
#include <yanxun/data/database.h>
#include <yanxun/data/search_index.h>

namespace campaigns {

enum class GroupBy { month, category, region };

/// One group of a statistic.
struct Group {
    std::string key; ///< «202105», the id of a category, a township; "" or «0» = not told
    std::int64_t held = 0, attendance = 0;
};

/// Sums over the activities that count (isCounted), read from covering indexes.
namespace statistics {

Group totals(yanxun::Reader& reader, const yanxun::Period& period);
/// In the order of their keys; months without an activity are left out. Categories are the primary ones.
std::vector<Group> groups(yanxun::Reader& reader, const yanxun::Period& period, GroupBy by);
/// The statement behind groups(), for the test that looks at its plan.
yanxun::SearchCondition groupStatement(const yanxun::Period& period, GroupBy by);

/// Activities that reached a township's units, or the township as a whole, by category: joint ones stand in each of
/// their townships and categories.
struct Cell {
    std::string region;
    std::int64_t category = 0, held = 0;
};
std::vector<Cell> heldByRegion(yanxun::Reader& reader, const yanxun::Period& period);

/// Counted activities that have the category at all; `host` and `region` narrow when they are given. A joint activity
/// is one.
Group ofCategory(yanxun::Reader& reader, const yanxun::Period& period, std::int64_t category, std::int64_t host = 0,
                 const std::string& region = {});

} // namespace statistics
} // namespace campaigns
