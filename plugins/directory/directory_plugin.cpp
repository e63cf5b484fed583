#include "core/region_import.h"
#include "core/schema.h"
#include "core/unit_directory.h"
#include "core/unit_import.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/ui/abi.h>

#include <optional>

namespace directory {

/// 单位与人员: makes the services, offers them, contributes imports, verbs, figures and pages.
class DirectoryPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return directory::migrations(); }

    void start(yanxun::Host& host) override {
        host.services().provide<Units>(directory_);
        host.services().provide<UnitUsers>(users_);
        auto& contributions = host.contributions();
        contributions.add(std::make_unique<UnitImport>(units_, attributes_, host.clock()));
        contributions.add(std::make_unique<RegionImport>(regions_));
        contributions.add(yanxun::SearchKind{std::string(unit_store::searchKind), yanxun::tr("单位"), "directory.units", "unit"});
    }

private:
    UnitUserList users_;
    RegionService regions_;
    AttributeService attributes_;
    UnitService units_{regions_, users_};
    UnitDirectory directory_{units_, regions_};
};

} // namespace directory

YANXUN_PLUGIN(directory::DirectoryPlugin)
