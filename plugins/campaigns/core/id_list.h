#pragma once
#include <yanxun/data/value.h>

#include <span>
#include <string>

namespace campaigns {

/// «(?, ?, ?)» with its ids, for conditions on a few hundred records at once.
struct IdList {
    std::string sql;
    yanxun::Values values;
};

inline IdList idList(std::span<const std::int64_t> ids) {
    IdList list;
    for (const std::int64_t id : ids) {
        list.sql += list.sql.empty() ? "(?" : ", ?";
        list.values.emplace_back(id);
    }
    list.sql += ")";
    return list;
}

} // namespace campaigns
