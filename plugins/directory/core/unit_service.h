#pragma once
#include "core/region_service.h"
#include "core/unit_store.h"

#include <vector>

namespace directory {

/// Who else keeps unit ids. Filled while plugins start, read from any thread afterwards.
class UnitUserList final : public UnitUsers {
public:
    void add(UnitUser user) override { users_.push_back(std::move(user)); }
    const std::vector<UnitUser>& all() const { return users_; }
    const UnitUser* find(std::string_view plugin) const;
    bool uses(yanxun::Reader& reader, std::int64_t unit) const;

private:
    std::vector<UnitUser> users_;
};

/// Units as a person changes them. Every method works inside the caller's transaction.
class UnitService {
public:
    UnitService(const RegionService& regions, const UnitUserList& users) : regions_(regions), users_(users) {}

    /// Throws Error with the first wrong field's sentence, Conflict when name or valid code belong to another unit.
    Unit add(yanxun::Writer& writer, Unit unit) const;
    /// Same as add; throws Conflict when somebody changed the unit since it was read.
    Unit edit(yanxun::Writer& writer, Unit unit) const;
    /// Throws Error when other records name the unit: merge it instead.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision) const;
    /// Out of use or back; it stays in every list of its past.
    Unit setActive(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, bool active) const;

    /// Throws Conflict when the name already leads to another unit.
    Alias addAlias(yanxun::Writer& writer, std::int64_t unit, std::string_view name, std::string_view source) const;
    void removeAlias(yanxun::Writer& writer, std::int64_t alias) const;

    /// Fills in the derived region of unit.regionName.
    void link(yanxun::Reader& reader, Unit& unit) const;
    const UnitUserList& users() const { return users_; }
    /// Throws NotFound with a sentence.
    Unit require(yanxun::Reader& reader, std::int64_t id) const;

private:
    void checkFree(yanxun::Reader& reader, const Unit& unit) const;
    const RegionService& regions_;
    const UnitUserList& users_;
};

} // namespace directory
