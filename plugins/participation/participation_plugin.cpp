#include "core/record_service.h"
#include "core/record_verbs.h"
#include "core/schema.h"
#include "core/unit_user.h"

#include <directory/units.h>
#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/ui/abi.h>

namespace participation {

/// 参与填报: offers the records to the plugins that own subjects, follows units that are merged.
class ParticipationPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return participation::migrations(); }

    void start(yanxun::Host& host) override {
        host.services().provide<Records>(records_);
        host.services().require<directory::UnitUsers>().add(unitUser());
        addVerbs(host.contributions(), records_, host.services().require<directory::Units>());
        host.contributions().add(differenceTasks(records_));
    }

private:
    RecordService records_;
};

} // namespace participation

YANXUN_PLUGIN(participation::ParticipationPlugin)
