#pragma once
#include "core/statistics_store.h"
#include "view/view_context.h"

#include <yanxun/ui/filter_bar.h>

#include <wx/checkbox.h>

namespace materials {

/// Search box and choices above the list of slips.
class DocumentFilterBar final : public yanxun::ui::FilterBar {
public:
    DocumentFilterBar(wxWindow* parent, const ViewContext& context);

    /// What the list is to show: reversed slips too where only they are asked for.
    DocumentFilter filter() const;
    /// Shows a filter that came from elsewhere; does not call `changed`.
    void set(const DocumentFilter& filter);
    /// Reads again which years there are.
    void refreshChoices();

private:
    void read() override;
    void dropExtra() override;
    void tellExtra();

    const ViewContext& context_;
    DocumentFilter filter_;
    yanxun::ui::Pick* type_;
    wxCheckBox* reversed_;
};

} // namespace materials
