#pragma once
#include "view/view_context.h"

#include "core/region.h"

#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>

#include <wx/srchctrl.h>
#include <wx/timer.h>

namespace directory {

/// Regions, one level at a time: Enter or a double click goes down, «上一级» up; a search looks through all of them.
class RegionsPage final : public wxPanel, public yanxun::PageView {
public:
    RegionsPage(wxWindow* parent, const ViewContext& context);
    void refresh() override;

private:
    yanxun::ui::RecordSource source() const;
    void goTo(const std::string& code);
    void apply();
    void onAdd();
    void onRename();
    void onRemove();
    std::optional<Region> chosen() const;
    wxButton* action(wxWindow* parent, const char* name, const std::string& text, const char* icon, bool primary,
                     void (RegionsPage::*pressed)());

    const ViewContext& context_;
    std::string parent_; ///< code of the region whose children are shown; "" = provinces
    yanxun::ui::PageHeader* header_;
    wxStaticText* path_;
    wxButton* up_;
    wxSearchCtrl* search_;
    yanxun::ui::RecordTable* table_;
    wxTimer typing_;
};

} // namespace directory
