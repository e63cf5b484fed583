#include "core/activity_import.h"
#include "core/activity_store.h"
#include "core/agenda.h"
#include "core/coverage_report.h"
#include "core/demo.h"
#include "core/figures.h"
#include "core/post_import.h"
#include "core/post_store.h"
#include "core/register_report.h"
#include "core/schema.h"
#include "core/unit_user.h"
#include "core/verbs.h"
#include "view/pages.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/text.h>
#include <yanxun/ui/abi.h>

#include <optional>

namespace campaigns {

/// 五进宣传: makes the services, offers activities to others, contributes imports, verbs, figures, reports and pages.
class CampaignsPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return campaigns::migrations(); }

    void start(yanxun::Host& host) override {
        host_ = &host;
        auto& services = host.services();
        auto& units = services.require<directory::Units>();
        auto& records = services.require<participation::Records>();
        dates_ = KeyDates::load(host.paths().templates("rules"));
        service_.emplace(units, records, listeners_);
        plans_.emplace(units, dates_);
        coverage_.emplace(services.require<directory::Scope>());
        records.registerSubject(subjectKind(*service_));
        services.require<directory::UnitUsers>().add(unitUser());
        services.provide<Activities>(activities_);

        auto& contributions = host.contributions();
        contributions.add(std::make_unique<ActivityImport>(*service_, units, records));
        contributions.add(std::make_unique<PostImport>(posts_));
        for (auto& figure : figures(*coverage_)) contributions.add(std::move(figure));
        for (auto& table : tableExports()) contributions.add(std::move(table));
        for (auto& calendar : calendars(dates_, *service_)) contributions.add(std::move(calendar));
        for (auto& task : tasks(*coverage_)) contributions.add(std::move(task));
        contributions.add(registerReport());
        contributions.add(coverageReport(*coverage_));
        contributions.add(notReachedReport(*coverage_));
        contributions.add(summarySection());
        contributions.add(demoCampaigns(units, records, *plans_));
        contributions.add(yanxun::SearchKind{activityKind, yanxun::tr("宣传活动"), "campaigns.activities", "campaign"});
        contributions.add(yanxun::SearchKind{postKind, yanxun::tr("微视频和作品"), "campaigns.posts", "play"});
        for (const auto& all : {activityVerbs(parts()), postVerbs(parts()), planVerbs(parts()), termVerbs()}) {
            for (const auto& verb : all) contributions.add(verb);
        }
    }

    void show(yanxun::Workbench& workbench) override {
        auto& services = host_->services();
        view_.emplace(ViewContext{host_->database(), host_->clock(), workbench, parts(),
                                  services.require<directory::Units>(), services.require<participation::Records>()});
        addPages(workbench, *view_);
    }

private:
    Parts parts() { return {*service_, posts_, *plans_, *coverage_, dates_, listeners_}; }

    yanxun::Host* host_ = nullptr;
    KeyDates dates_;
    Listeners listeners_;
    ActivityDirectory activities_{listeners_};
    PostService posts_;
    std::optional<ActivityService> service_;
    std::optional<PlanService> plans_;
    std::optional<Coverage> coverage_;
    std::optional<ViewContext> view_;
};

} // namespace campaigns

YANXUN_PLUGIN(campaigns::CampaignsPlugin)
