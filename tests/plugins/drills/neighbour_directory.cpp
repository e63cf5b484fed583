#include "neighbours.h"

#include "core/attribute_directory.h"
#include "core/demo.h"
#include "core/schema.h"
#include "core/unit_import.h"

namespace drills::testing {
namespace {

using namespace directory;

class RealDirectory final : public Directory {
public:
    explicit RealDirectory(const yanxun::Clock& clock) : import_(units_, attributes_, clock) {}

    directory::Units& units() override { return directory_; }
    directory::UnitUsers& users() override { return users_; }
    directory::Attributes& attributes() override { return facts_; }
    std::int64_t addUnit(yanxun::Writer& writer, const std::string& name, const std::string& kind) override {
        Unit unit;
        unit.name = name;
        unit.kind = kind;
        unit.regionName = "城西街道";
        return units_.add(writer, unit).id;
    }
    void tell(yanxun::Writer& writer, std::int64_t unit, const std::string& attribute, const std::string& value,
              const std::string& evidence) override {
        Attribute fact;
        fact.unitId = unit;
        fact.attribute = attribute;
        fact.value = value;
        fact = attributes_.tell(writer, fact);
        if (!evidence.empty()) attributes_.confirm(writer, fact.id, fact.revision, evidence);
    }
    yanxun::ImportKind& unitImport() override { return import_; }
    yanxun::DemoKind demo() override { return demoDistrict(parts_); }
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
    UnitService units_{regions_, users_};
    UnitDirectory directory_{units_, regions_};
    AttributeDirectory facts_;
    MergeService merges_{units_};
    Parts parts_{regions_, units_, directory_, attributes_, merges_, people_, scope_};
    UnitImport import_;
};

} // namespace

std::vector<yanxun::Migration> Directory::migrations() { return directory::migrations(); }
std::unique_ptr<Directory> makeDirectory(const yanxun::Clock& clock) { return std::make_unique<RealDirectory>(clock); }

} // namespace drills::testing
