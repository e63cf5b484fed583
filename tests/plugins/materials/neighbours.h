#pragma once
#include <directory/units.h>
#include <yanxun/data/migration.h>
#include <yanxun/demo.h>

#include <memory>
#include <vector>

namespace materials::testing {

/// The directory plugin's services as its own start() makes them.
class Directory {
public:
    virtual ~Directory() = default;
    virtual directory::Units& units() = 0;
    virtual directory::UnitUsers& users() = 0;
    virtual yanxun::DemoKind demo() = 0;
    /// `merged` goes into `kept`; returns what unmerge() needs.
    virtual std::int64_t merge(yanxun::Writer& writer, std::int64_t merged, std::int64_t kept) = 0;
    virtual void unmerge(yanxun::Writer& writer, std::int64_t merge) = 0;
    static std::vector<yanxun::Migration> migrations();
};
std::unique_ptr<Directory> makeDirectory();

} // namespace materials::testing
