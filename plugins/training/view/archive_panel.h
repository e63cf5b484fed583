#pragma once
#include "view/view_context.h"

#include <wx/dialog.h>
#include <wx/panel.h>

namespace training {

/// The checklist of one archive: parts present and missing, hand in, take out.
class ArchivePanel final : public wxPanel {
public:
    ArchivePanel(wxWindow* parent, const ViewContext& context);
    void show(const std::string& scope, std::int64_t subject);

private:
    void reload();
    void file();
    void takeOut();
    void enable();
    const ChecklistLine* selected() const;

    const ViewContext& context_;
    std::string scope_;
    std::int64_t subject_ = 0;
    std::vector<ChecklistLine> lines_;
    wxStaticText* count_ = nullptr;
    wxDataViewListCtrl* list_ = nullptr;
    wxButton *file_ = nullptr, *takeOut_ = nullptr;
};

/// 一人一档 or 一企一档 in a window of its own.
class ArchiveDialog final : public wxDialog {
public:
    ArchiveDialog(wxWindow* parent, const ViewContext& context, const std::string& title, const std::string& scope,
                  std::int64_t subject);
};

} // namespace training
