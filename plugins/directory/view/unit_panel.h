#pragma once
#include "view/view_context.h"

#include <yanxun/ui/theme.h>

#include <wx/notebook.h>
#include <wx/scrolwin.h>

namespace directory {

/// One unit beside the list: what is known of it, its facts, people, other names and merges.
class UnitPanel final : public yanxun::ui::Card {
public:
    UnitPanel(wxWindow* parent, const ViewContext& context);
    /// Shows a unit anew; 0 or a vanished one shows what to do instead.
    void show(std::int64_t unit);
    std::int64_t unitId() const { return unit_.id; }

    /// Something was written here; `kept` is the unit to show next.
    std::function<void(std::int64_t kept)> changed;

private:
    wxScrolledWindow* addTab(const std::string& title);
    /// Empties a tab and lays it out again around what `fill` adds.
    void refill(wxScrolledWindow* tab, const std::function<void(wxWindow*, wxBoxSizer*)>& fill);
    void fillHead();
    void fillOverview(wxWindow* tab, wxBoxSizer* column);
    void fillFacts(wxWindow* tab, wxBoxSizer* column);
    void fillPeople(wxWindow* tab, wxBoxSizer* column);
    void fillNames(wxWindow* tab, wxBoxSizer* column);
    void fillMerges(wxWindow* tab, wxBoxSizer* column);
    /// Runs a write and, after this event, shows what came of it.
    void write(const std::function<void(yanxun::Writer&)>& work);
    void later(std::int64_t unit);
    void onEdit();
    void onMerge();
    void onToggleActive();
    void onAddFact();
    void onAddName();

    const ViewContext& context_;
    Unit unit_;
    wxPanel* head_;
    wxNotebook* tabs_;
    wxWindow* nothing_;
    wxScrolledWindow *overview_, *facts_, *people_, *names_;
};

} // namespace directory
