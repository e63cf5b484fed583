#pragma once
#include <directory/units.h>

#include <yanxun/table/import.h>

#include <unordered_map>

namespace drills {

/// Decides the rows of one 应急演练台账.
class LedgerPlanner final : public yanxun::ImportPlanner {
public:
    LedgerPlanner(yanxun::Reader& reader, const directory::Units& units, bool refuseUnknown)
        : reader_(reader), units_(units), refuseUnknown_(refuseUnknown) {}

    void plan(yanxun::ImportRow& row) override;

private:
    struct Known {
        std::optional<directory::UnitRef> unit;
        std::vector<std::string> alike; ///< names to offer when nobody knows it
        bool ambiguous = false;
        bool told = false; ///< one warning for each unknown unit of the file
    };
    Known& lookUp(const std::string& name);
    void checkUnit(yanxun::ImportRow& row, Known& known);
    void meetExisting(yanxun::ImportRow& row, std::int64_t unit);

    yanxun::Reader& reader_;
    const directory::Units& units_;
    bool refuseUnknown_;
    std::unordered_map<std::string, Known> seen_;
};

} // namespace drills
