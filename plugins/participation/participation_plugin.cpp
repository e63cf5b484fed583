#include "core/record_service.h"
#include "core/record_verbs.h"
#include "core/schema.h"
#include "core/unit_user.h"
#include "view/records_page.h"

#include <directory/units.h>
#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/text.h>
#include <yanxun/ui/abi.h>

#include <memory>

namespace participation {

/// 参与填报: offers the records to the plugins that own subjects, follows units that are merged.
class ParticipationPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return participation::migrations(); }

    void start(yanxun::Host& host) override {
        host_ = &host;
        host.services().provide<Records>(records_);
        host.services().require<directory::UnitUsers>().add(unitUser());
        addVerbs(host.contributions(), records_, host.services().require<directory::Units>());
        host.contributions().add(differenceTasks(records_));
    }

    void show(yanxun::Workbench& workbench) override {
        view_ = std::make_unique<ViewContext>(ViewContext{host_->database(), workbench, records_});
        workbench.add(yanxun::pageOf("participation.records", yanxun::tr("参与记录"), "people", yanxun::tr("基础数据"), 930,
                                     [this](wxWindow* parent) { return new RecordsPage(parent, *view_); }));
    }

private:
    yanxun::Host* host_ = nullptr; ///< from start() on
    RecordService records_;
    std::unique_ptr<ViewContext> view_; ///< from show() on
};

} // namespace participation

YANXUN_PLUGIN(participation::ParticipationPlugin)
