#include "view/people_tab.h"

#include "core/drill_store.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::tr;

PeopleTab::PeopleTab(wxWindow* parent, const ViewContext& context) : FactTab(parent, context, "drills.people") {}

std::string PeopleTab::title(const Drill&) { return tr("参与"); }

wxSizer* PeopleTab::fill(const Drill& drill) {
    std::vector<participation::Entry> entries;
    context_.database.read([&](yanxun::Reader& reader) { entries = context_.records.of(reader, {drillKind, drill.id}); });
    wxFlexGridSizer* const grid = factGrid();
    addFact(this, grid, tr("上报人数"), shownPeople(drill.participants, drill.participantsEstimated));
    for (const auto& entry : entries) {
        const std::string names = entry.named == 0 ? std::string() : tr("，名单 {} 人", entry.named);
        addFact(this, grid, entry.unitName, tr("{}：{}{}", entry.audience, shownPeople(entry.reported(), entry.estimated), names));
    }
    if (drill.watchers) addFact(this, grid, tr("观摩"), tr("{}，不计入参演", shownPeople(*drill.watchers, false)));
    return grid;
}

} // namespace drills
