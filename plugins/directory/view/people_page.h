#pragma once
#include "view/view_context.h"

#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>

#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace directory {

/// People and teams, side by side, under one search. Arguments: «unit=12» narrows to a unit, «id=12» selects a
/// person.
class PeoplePage final : public wxPanel, public yanxun::PageView {
public:
    PeoplePage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    wxSizer* makeFilters();
    wxWindow* makePeople();
    wxWindow* makeTeams();
    PeopleFilter filter() const;
    void apply();
    void narrow(std::int64_t unit);
    void editPerson(std::int64_t id);
    void editTeam(std::int64_t id);
    void removePerson();
    void removeTeam();

    const ViewContext& context_;
    std::int64_t unit_ = 0;
    wxSearchCtrl* search_;
    wxButton* unitOnly_; ///< names the unit; pressing shows all again
    yanxun::ui::RecordTable *people_, *teams_;
    wxTimer typing_;
};

} // namespace directory
