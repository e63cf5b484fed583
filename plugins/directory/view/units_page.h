#pragma once
#include "view/unit_panel.h"

#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace directory {

/// The list of units with filters, and one of them beside it. Arguments: «id=12», «kind=企业», «township=…»,
/// «incomplete=1».
class UnitsPage final : public wxPanel, public yanxun::PageView {
public:
    UnitsPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    wxSizer* makeHeader();
    wxSizer* makeFilters(wxWindow* parent);
    UnitFilter filter() const;
    yanxun::ui::RecordSource source() const;
    void applyFilter();
    void fillTownships();
    void showTotal();
    void onAdd();

    const ViewContext& context_;
    yanxun::ui::PageHeader* header_;
    wxSearchCtrl* search_;
    wxChoice *kind_, *township_;
    wxCheckBox* incomplete_;
    yanxun::ui::RecordTable* table_;
    UnitPanel* panel_;
    wxTimer typing_;
};

} // namespace directory
