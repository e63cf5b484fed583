#pragma once
#include "view/view_context.h"

#include <wx/dialog.h>
#include <wx/listbox.h>
#include <wx/radiobox.h>
#include <wx/textctrl.h>

namespace directory {

/// Offers units with names like one unit's and merges the chosen one with it.
class MergeDialog final : public wxDialog {
public:
    MergeDialog(wxWindow* parent, const ViewContext& context, const Unit& unit);
    /// The unit that stayed.
    std::int64_t keptId() const { return keptId_; }

private:
    void search(const std::string& name);
    void choose();
    void onMerge();
    const ViewContext& context_;
    Unit unit_;
    std::vector<UnitMatch> offered_;
    std::int64_t keptId_ = 0;
    wxTextCtrl* name_;
    wxListBox* list_;
    wxRadioBox* keeps_;
    wxButton* merge_;
};

} // namespace directory
