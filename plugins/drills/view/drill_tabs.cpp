#include "view/drill_tab.h"

#include "view/design/design_tabs.h"
#include "view/design/keeping_tabs.h"
#include "view/duties_tab.h"
#include "view/duty/beside_tab.h"
#include "view/findings_tab.h"
#include "view/overview_tab.h"
#include "view/run/script_tab.h"
#include "view/score_tab.h"

namespace drills {
namespace {

template <class Tab>
MakeDrillTab make() {
    return [](wxWindow* notebook, const ViewContext& context) -> DrillTab* { return new Tab(notebook, context); };
}

} // namespace

std::vector<MakeDrillTab> drillTabs() {
    return {make<OverviewTab>(),
            make<ObjectivesTab>(),
            make<DutiesTab>(),
            make<UnitsTab>(),
            make<PostsTab>(),
            make<ResourcesTab>(),
            make<DocumentsTab>(),
            make<ChecksTab>(),
            make<NoticesTab>(),
            make<GroupsTab>(),
            make<ScriptTab>(),
            make<ScoreTab>(),
            make<BesideTab>(),
            make<FindingsTab>()};
}

std::vector<MakeDrillTab> sideTabs() { return {make<OverviewTab>(), make<ScoreTab>(), make<FindingsTab>()}; }

} // namespace drills
