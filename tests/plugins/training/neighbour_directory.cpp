#include "neighbours.h"

#include "core/demo.h"
#include "core/people_directory.h"
#include "core/schema.h"

namespace training::testing {
namespace {

using namespace directory;

class RealDirectory final : public Directory {
public:
    directory::Units& units() override { return directory_; }
    directory::UnitUsers& users() override { return users_; }
    directory::People& people() override { return peopleDirectory_; }
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
    PeopleDirectory peopleDirectory_;
    ScopeService scope_;
    UnitService units_{regions_, users_};
    UnitDirectory directory_{units_, regions_};
    MergeService merges_{units_};
    Parts parts_{regions_, units_, directory_, attributes_, merges_, people_, scope_};
};

} // namespace

std::vector<yanxun::Migration> Directory::migrations() { return directory::migrations(); }
std::unique_ptr<Directory> makeDirectory() { return std::make_unique<RealDirectory>(); }

} // namespace training::testing
