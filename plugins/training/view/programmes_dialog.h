#pragma once
#include "view/view_context.h"

#include <wx/dialog.h>

namespace training {

/// 培训项目: the list with add, edit and remove.
class ProgrammesDialog final : public wxDialog {
public:
    ProgrammesDialog(wxWindow* parent, const ViewContext& context);

private:
    void reload();
    void edit();
    void remove();
    const Programme* selected() const;

    const ViewContext& context_;
    std::vector<Programme> programmes_;
    wxDataViewListCtrl* list_ = nullptr;
    wxWindow* nothing_ = nullptr;
    wxButton *edit_ = nullptr, *remove_ = nullptr;
};

} // namespace training
