#include "core/run/run_contributions.h"

#include "core/run/run_tables.h"
#include "core/run/script_import.h"
#include "core/run/script_verbs.h"

namespace drills {

void contributeRun(yanxun::Contributions& contributions, const ScriptService& scripts, const RunService& runs,
                   const RatingService& rating) {
    for (auto& verb : scriptVerbs(scripts)) contributions.add(std::move(verb));
    for (auto& verb : runVerbs(runs, rating)) contributions.add(std::move(verb));
    for (auto& figure : runFigures()) contributions.add(std::move(figure));
    for (auto& tasks : runTasks()) contributions.add(std::move(tasks));
    contributions.add(std::make_unique<ScriptImport>(scripts));
}

} // namespace drills
