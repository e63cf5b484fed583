#pragma once
#include "core/design/design_service.h"
#include "core/design/keeping_service.h"
#include "core/drill_service.h"
#include "core/duty/spot_check_service.h"
#include "core/duty_service.h"
#include "core/rating_service.h"
#include "core/run/run_service.h"
#include "core/run/script_service.h"

#include <yanxun/ui/detail.h>
#include <yanxun/ui/workbench.h>

#include <string>
#include <vector>

class wxStaticText;

namespace drills {

/// What every page and dialog of this plugin works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    const yanxun::Clock& clock;
    yanxun::Workbench& workbench;
    DrillService& service;
    RatingService& rating;
    DutyService& duties;
    const Vocabulary& words;
    directory::Units& units;
    participation::Records& records;
    const ScriptService& scripts;
    const RunService& runs;
    const SpotCheckService& spots;
    const DesignService& design;
    const KeepingService& keeping;
};

/// «88.5», «—» when there is none.
std::string shownScore(const std::optional<std::int64_t>& hundredths);
/// «约320 人»
std::string shownPeople(std::int64_t people, bool estimated);
/// Names of units for a field that suggests.
std::vector<std::string> suggestUnits(const ViewContext& context, const std::string& typed);
/// Those of `words` that contain what was typed.
std::vector<std::string> matching(const std::vector<std::string>& words, const std::string& typed);
/// One muted line that is cut with «…» where it is too long for its place; setLine() gives its text, whole in the tooltip.
wxStaticText* cutLine(wxWindow* parent);
void setLine(wxStaticText* line, const std::string& text);
} // namespace drills
