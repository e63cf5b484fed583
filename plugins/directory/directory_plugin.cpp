#include "core/attribute_directory.h"
#include "core/demo.h"
#include "core/people_directory.h"
#include "core/region_import.h"
#include "core/schema.h"
#include "core/scope_directory.h"
#include "core/unit_import.h"
#include "core/unit_table.h"
#include "core/verbs.h"
#include "view/pages.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/ui/abi.h>

#include <memory>

namespace directory {

/// 单位与人员: makes the services, offers them, contributes imports, verbs, figures and pages.
class DirectoryPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return directory::migrations(); }

    void start(yanxun::Host& host) override {
        host_ = &host;
        host.services().provide<Units>(directory_);
        host.services().provide<Attributes>(facts_);
        host.services().provide<UnitUsers>(users_);
        host.services().provide<Scope>(scopeLists_);
        host.services().provide<People>(peopleDirectory_);
        auto& contributions = host.contributions();
        contributions.add(std::make_unique<UnitImport>(units_, attributes_, host.clock()));
        contributions.add(std::make_unique<RegionImport>(regions_));
        contributions.add(
            yanxun::SearchKind{std::string(unit_store::searchKind), yanxun::tr("单位"), "directory.units", "unit"});
        contributions.add(yanxun::SearchKind{std::string(person_store::searchKind), yanxun::tr("人员"),
                                             "directory.people", "person"});
        contributions.add(unitsByKind());
        contributions.add(unitsExport());
        contributions.add(incompleteUnits());
        contributions.add(unconfirmedFacts());
        contributions.add(demoDistrict(parts_));
        for (const auto addVerbs : {addUnitVerbs, addUnitEditVerbs, addAttributeVerbs, addRegionVerbs, addPeopleVerbs,
                                    addTeamVerbs, addScopeVerbs})
            addVerbs(contributions, parts_);
    }

    void show(yanxun::Workbench& workbench) override {
        host_->database().write([this](yanxun::Writer& writer) { people_.ensureOperator(writer); });
        view_ = std::make_unique<ViewContext>(ViewContext{host_->database(), host_->clock(), workbench, parts_});
        addPages(workbench, *view_);
    }

private:
    yanxun::Host* host_ = nullptr; ///< from start() on
    UnitUserList users_;
    RegionService regions_;
    AttributeService attributes_;
    PeopleService people_;
    PeopleDirectory peopleDirectory_;
    ScopeService scope_;
    ScopeDirectory scopeLists_{scope_};
    UnitService units_{regions_, users_};
    UnitDirectory directory_{units_, regions_};
    AttributeDirectory facts_;
    MergeService merges_{units_};
    Parts parts_{regions_, units_, directory_, attributes_, merges_, people_, scope_};
    std::unique_ptr<ViewContext> view_; ///< from show() on
};

} // namespace directory

YANXUN_PLUGIN(directory::DirectoryPlugin)
