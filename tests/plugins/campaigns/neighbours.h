#pragma once
#include <directory/scope.h>
#include <directory/units.h>
#include <participation/records.h>
#include <yanxun/clock.h>
#include <yanxun/demo.h>
#include <yanxun/table/import.h>

#include <memory>

namespace campaigns::testing {

/// The directory plugin's services as its own start() makes them.
class Directory {
public:
    virtual ~Directory() = default;
    virtual directory::Units& units() = 0;
    virtual directory::UnitUsers& users() = 0;
    virtual directory::Scope& scope() = 0;
    virtual yanxun::ImportKind& unitImport() = 0;
    virtual yanxun::DemoKind demo() = 0;
    virtual std::int64_t add(yanxun::Writer& writer, const std::string& name, const std::string& kind,
                             const std::string& township) = 0;
    virtual void addRegion(yanxun::Writer& writer, const std::string& code, const std::string& name) = 0;
    /// Takes a unit out of a year's list.
    virtual void exclude(yanxun::Writer& writer, int year, const std::string& category, std::int64_t unit) = 0;
    virtual void fixScope(yanxun::Writer& writer, int year) = 0;
    /// `merged` goes into `kept`; returns what unmerge() needs.
    virtual std::int64_t merge(yanxun::Writer& writer, std::int64_t merged, std::int64_t kept) = 0;
    virtual void unmerge(yanxun::Writer& writer, std::int64_t merge) = 0;
    static std::vector<yanxun::Migration> migrations();
};
std::unique_ptr<Directory> makeDirectory(const yanxun::Clock& clock);

std::unique_ptr<participation::Records> makeRecords();
directory::UnitUser participationUnitUser();
std::vector<yanxun::Migration> participationMigrations();

} // namespace campaigns::testing
