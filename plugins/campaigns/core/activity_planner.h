#pragma once
#include "core/activity_service.h"

#include <yanxun/table/import.h>

#include <unordered_map>

namespace campaigns {

/// Decides the rows of one 五进宣传活动台账.
class ActivityPlanner final : public yanxun::ImportPlanner {
public:
    ActivityPlanner(yanxun::Reader& reader, const directory::Units& units, const ActivityService& service,
                    bool refuseUnknown);

    void plan(yanxun::ImportRow& row) override;

private:
    struct Known {
        std::optional<directory::UnitRef> unit;
        bool township = false;
        std::vector<std::string> alike; ///< names to offer when nobody knows it
        bool ambiguous = false;
        bool told = false; ///< one warning for each unknown unit of the file
    };
    Known& lookUp(const std::string& name);
    void checkUnit(yanxun::ImportRow& row, const char* column, const std::string& name);
    void checkCategories(yanxun::ImportRow& row);
    /// What a row names in 覆盖单位: one unit whose name holds a sign, or several parted by it.
    std::vector<std::string> reachOf(const std::string& written);
    std::string keyUnit(const std::vector<std::string>& reach, const std::string& host, std::int64_t& unit);

    yanxun::Reader& reader_;
    const directory::Units& units_;
    const ActivityService& service_;
    bool refuseUnknown_;
    Terms terms_;
    std::unordered_map<std::string, Known> seen_;
};

/// The units written in one cell, as the planner and apply() both read them.
std::vector<std::string> reachWords(yanxun::Reader& reader, const directory::Units& units, const std::string& written);

} // namespace campaigns
