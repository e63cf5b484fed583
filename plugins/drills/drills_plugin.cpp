#include "core/annual_report.h"
#include "core/design/design_verbs.h"
#include "core/drill_agenda.h"
#include "core/drill_demo.h"
#include "core/drill_figures.h"
#include "core/drill_store.h"
#include "core/drill_summary.h"
#include "core/drill_verbs.h"
#include "core/duty/duty_figures.h"
#include "core/duty/spot_check_verbs.h"
#include "core/duty/submission_packet.h"
#include "core/duty_verbs.h"
#include "core/improve/improve_verbs.h"
#include "core/improve/papers.h"
#include "core/ledger_import.h"
#include "core/plan/plan_contributions.h"
#include "core/records_export.h"
#include "core/run/run_contributions.h"
#include "core/rollup/capability_view.h"
#include "core/rollup/self_assessment.h"
#include "core/schema.h"
#include "core/unit_marks.h"
#include "core/unit_user.h"
#include "view/drill_page.h"
#include "view/drills_page.h"
#include "view/duties_page.h"
#include "view/run/run_page.h"
#include "view/plan/plan_page.h"
#include "view/improve/actions_page.h"
#include "view/score_page.h"

#include <yanxun/host.h>
#include <yanxun/plugin.h>
#include <yanxun/ui/abi.h>

#include <optional>

namespace drills {

/// 应急演练: makes the services, contributes imports, verbs, figures, reports and pages.
class DrillsPlugin final : public yanxun::Plugin {
public:
    std::vector<yanxun::Migration> migrations() const override { return drills::migrations(); }

    void start(yanxun::Host& host) override {
        words_ = Vocabulary::load(host.paths().templates("words"));
        sheets_ = loadScoreSheets(host.paths().templates("scoresheets"));
        auto& units = host.services().require<directory::Units>();
        auto& records = host.services().require<participation::Records>();
        service_.emplace(units, records, words_);
        rating_.emplace(sheets_, records);
        runs_.emplace(*service_);
        dutyRules_ = readDutyRules(host.paths().templates("rules"));
        duties_.emplace(units, host.services().require<directory::Attributes>(), dutyRules_, *service_);
        workDays_ = WorkCalendar::load(host.paths().templates("rules"));
        plans_.emplace(units, *service_, *duties_, words_, workDays_);
        design_.emplace(*service_, *duties_, records);
        records.registerSubject(subjectKind(*service_));
        host.services().require<directory::UnitUsers>().add(unitUser(*service_));

        auto& contributions = host.contributions();
        contributions.add(std::make_unique<LedgerImport>(*service_, units, records));
        for (auto& figure : figures(words_)) contributions.add(std::move(figure));
        for (auto& verb : drillVerbs(*service_, words_)) contributions.add(std::move(verb));
        for (auto& verb : designVerbs(*service_, *design_)) contributions.add(std::move(verb));
        for (auto& verb : keepingVerbs(keeping_)) contributions.add(std::move(verb));
        for (auto& verb : findingVerbs(*service_)) contributions.add(std::move(verb));
        for (auto& verb : ratingVerbs(*rating_)) contributions.add(std::move(verb));
        contributeRun(contributions, scripts_, *runs_, *rating_);
        for (auto& tasks : drillTasks()) contributions.add(std::move(tasks));
        for (auto& verb : dutyVerbs(*duties_)) contributions.add(std::move(verb));
        for (auto& tasks : dutyTasks(*duties_)) contributions.add(std::move(tasks));
        addDutyParts(host);
        for (auto& verb : actionVerbs(actions_)) contributions.add(std::move(verb));
        for (auto& verb : lessonVerbs()) contributions.add(std::move(verb));
        for (auto& figure : actionFigures()) contributions.add(std::move(figure));
        for (auto& tasks : actionTasks()) contributions.add(std::move(tasks));
        for (auto& report : improveReports(*rating_)) contributions.add(std::move(report));
        contributions.add(paperVerb(*rating_, host.paths().templates("reports")));
        contributions.add(actionsExport());
        contributions.add(annualReport(words_));
        contributions.add(dutiesReport(*duties_));
        contributions.add(drillSummary(words_));
        contributions.add(recordsExport());
        contributions.add(drillCalendar(*plans_));
        contributePlan(contributions, *plans_, host.clock());
        contributions.add(demoDrills(units, records, *rating_));
        contributions.add(yanxun::SearchKind{drillKind, yanxun::tr("演练"), "drills.page", "drill"});
        host_ = &host;
    }

    /// 抽查, 报送, yearly marks and the numbers beside the counts.
    void addDutyParts(yanxun::Host& host) {
        auto& contributions = host.contributions();
        spots_.emplace(host.services().require<directory::Units>(), host.services().require<directory::Attributes>(),
                       dutyRules_);
        for (auto& verb : spotCheckVerbs(*spots_)) contributions.add(std::move(verb));
        for (auto& verb : selfVerbs()) contributions.add(std::move(verb));
        contributions.add(capabilityVerb(*rating_));
        for (auto& tasks : spotCheckTasks()) contributions.add(std::move(tasks));
        for (auto& figure : dutyFigures(*duties_, words_, host.clock())) contributions.add(std::move(figure));
        contributions.add(spotCheckFigure(host.clock()));
        contributions.add(spotCheckExport(host.clock()));
        contributions.add(submissionsExport(*duties_, host.clock()));
        contributions.add(unitMarksExport(*duties_, host.clock()));
    }

    void show(yanxun::Workbench& workbench) override {
        auto& services = host_->services();
        view_.emplace(ViewContext{host_->database(), host_->clock(), workbench, *service_, *rating_, *duties_, words_,
                                  services.require<directory::Units>(), services.require<participation::Records>(), scripts_, *runs_, *spots_, *design_, keeping_});
        workbench.add(drillsPage(*view_));
        workbench.add(drillPage(*view_, host_->paths().templates("reports")));
        workbench.add(runPage(*view_));
        workbench.add(scorePage(*view_));
        workbench.add(dutiesPage(*view_));
        workbench.add(actionsPage(*view_, host_->paths().templates("reports")));
        workbench.add(lessonsPage(*view_));
        workbench.add(planPage(*view_, *plans_));
        for (auto& command : drillCommands(*view_)) workbench.add(std::move(command));
    }

private:
    Vocabulary words_;
    std::vector<ScoreSheet> sheets_;
    std::optional<DrillService> service_;
    std::optional<RatingService> rating_;
    ActionService actions_;
    ScriptService scripts_;
    std::optional<RunService> runs_;
    DutyRules dutyRules_;
    std::optional<DutyService> duties_;
    std::optional<DesignService> design_;
    KeepingService keeping_;
    std::optional<SpotCheckService> spots_;
    WorkCalendar workDays_;
    std::optional<PlanService> plans_;
    yanxun::Host* host_ = nullptr;
    std::optional<ViewContext> view_;
};

} // namespace drills

YANXUN_PLUGIN(drills::DrillsPlugin)
