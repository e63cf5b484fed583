#pragma once
#include <directory/attributes.h>
#include <directory/units.h>
#include <participation/records.h>
#include <yanxun/clock.h>
#include <yanxun/demo.h>
#include <yanxun/table/import.h>

#include <memory>

namespace drills::testing {

/// The directory plugin's services as its own start() makes them.
class Directory {
public:
    virtual ~Directory() = default;
    virtual directory::Units& units() = 0;
    virtual directory::UnitUsers& users() = 0;
    virtual directory::Attributes& attributes() = 0;
    /// A unit of that kind, complete.
    virtual std::int64_t addUnit(yanxun::Writer& writer, const std::string& name, const std::string& kind) = 0;
    /// Tells a fact and, with evidence, confirms it.
    virtual void tell(yanxun::Writer& writer, std::int64_t unit, const std::string& attribute, const std::string& value,
                      const std::string& evidence) = 0;
    virtual yanxun::ImportKind& unitImport() = 0;
    virtual yanxun::DemoKind demo() = 0;
    /// `merged` goes into `kept`; returns what unmerge() needs.
    virtual std::int64_t merge(yanxun::Writer& writer, std::int64_t merged, std::int64_t kept) = 0;
    virtual void unmerge(yanxun::Writer& writer, std::int64_t merge) = 0;
    static std::vector<yanxun::Migration> migrations();
};
std::unique_ptr<Directory> makeDirectory(const yanxun::Clock& clock);

std::unique_ptr<participation::Records> makeRecords();
directory::UnitUser participationUnitUser();
std::vector<yanxun::Migration> participationMigrations();

} // namespace drills::testing
