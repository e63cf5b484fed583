#pragma once
#include <directory/people.h>
#include <directory/units.h>
#include <participation/records.h>
#include <yanxun/clock.h>
#include <yanxun/demo.h>

#include <memory>

namespace training::testing {

/// The directory plugin's services as its own start() makes them.
class Directory {
public:
    virtual ~Directory() = default;
    virtual directory::Units& units() = 0;
    virtual directory::UnitUsers& users() = 0;
    virtual directory::People& people() = 0;
    virtual yanxun::DemoKind demo() = 0;
    /// `merged` goes into `kept`; returns what unmerge() needs.
    virtual std::int64_t merge(yanxun::Writer& writer, std::int64_t merged, std::int64_t kept) = 0;
    virtual void unmerge(yanxun::Writer& writer, std::int64_t merge) = 0;
    static std::vector<yanxun::Migration> migrations();
};
std::unique_ptr<Directory> makeDirectory();

std::unique_ptr<participation::Records> makeRecords();
directory::UnitUser participationUnitUser();
std::vector<yanxun::Migration> participationMigrations();

} // namespace training::testing
