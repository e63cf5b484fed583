#include "neighbours.h"

#include "core/demo.h"
#include "core/schema.h"
#include "core/scope_directory.h"
#include "core/unit_import.h"

namespace campaigns::testing {
namespace {

using namespace directory;

class RealDirectory final : public Directory {
public:
    explicit RealDirectory(const yanxun::Clock& clock) : import_(units_, attributes_, clock) {}

    directory::Units& units() override { return directory_; }
    directory::UnitUsers& users() override { return users_; }
    directory::Scope& scope() override { return scopeLists_; }
    yanxun::ImportKind& unitImport() override { return import_; }
    yanxun::DemoKind demo() override { return demoDistrict(parts_); }
    std::int64_t add(yanxun::Writer& writer, const std::string& name, const std::string& kind,
                     const std::string& township) override {
        Unit unit;
        unit.name = name;
        unit.kind = kind;
        unit.regionName = township;
        unit.contact = "联系人";
        unit.source = source::entered;
        return units_.add(writer, std::move(unit)).id;
    }
    void addRegion(yanxun::Writer& writer, const std::string& code, const std::string& name) override {
        regions_.add(writer, code, name);
        regions_.relinkUnits(writer);
    }
    void exclude(yanxun::Writer& writer, int year, const std::string& category, std::int64_t unit) override {
        scope_.set(writer, year, category, unit, false, "停产");
    }
    void fixScope(yanxun::Writer& writer, int year) override { scope_.fix(writer, year); }
    std::int64_t merge(yanxun::Writer& writer, std::int64_t merged, std::int64_t kept) override {
        return merges_.merge(writer, kept, merged);
    }
    void unmerge(yanxun::Writer& writer, std::int64_t merge) override { merges_.undo(writer, merge); }

private:
    UnitUserList users_;
    RegionService regions_;
    AttributeService attributes_;
    PeopleService people_;
    ScopeService scope_;
    ScopeDirectory scopeLists_{scope_};
    UnitService units_{regions_, users_};
    UnitDirectory directory_{units_, regions_};
    MergeService merges_{units_};
    Parts parts_{regions_, units_, directory_, attributes_, merges_, people_, scope_};
    UnitImport import_;
};

} // namespace

std::vector<yanxun::Migration> Directory::migrations() { return directory::migrations(); }
std::unique_ptr<Directory> makeDirectory(const yanxun::Clock& clock) { return std::make_unique<RealDirectory>(clock); }

} // namespace campaigns::testing
