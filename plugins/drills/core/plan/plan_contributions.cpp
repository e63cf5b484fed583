#include "core/plan/plan_contributions.h"

#include "core/plan/plan_agenda.h"
#include "core/plan/plan_report.h"
#include "core/plan/plan_verbs.h"

namespace drills {

void contributePlan(yanxun::Contributions& contributions, const PlanService& service, const yanxun::Clock& clock) {
    for (auto& figure : planFigures(clock)) contributions.add(std::move(figure));
    for (auto& verb : planVerbs(service)) contributions.add(std::move(verb));
    for (auto& verb : planDeedVerbs(service)) contributions.add(std::move(verb));
    for (auto& tasks : planTasks()) contributions.add(std::move(tasks));
    contributions.add(planReport());
    contributions.add(planExport(clock));
    contributions.add(planCalendar(service));
}

} // namespace drills
