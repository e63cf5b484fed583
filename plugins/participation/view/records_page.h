#pragma once
#include "core/record_service.h"

#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>
#include <yanxun/ui/workbench.h>

#include <wx/checkbox.h>
#include <wx/choice.h>
#include <wx/scrolwin.h>

namespace participation {

/// What the page works with. Lives as long as the plugin.
struct ViewContext {
    yanxun::Database& database;
    yanxun::Workbench& workbench;
    RecordService& records;
};

/// All participation records, differences first when asked for, and one of them beside the list. Argument «id=12».
class RecordsPage final : public wxPanel, public yanxun::PageView {
public:
    RecordsPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    wxSizer* makeFilters(wxWindow* parent);
    yanxun::ui::RecordSource source() const;
    void apply();
    void showRecord(std::int64_t id);
    void fillRecord(const Record& record, const std::string& subject, const std::vector<Named>& names);
    void editCount();
    void editNames();
    void openSubject();
    void later();

    const ViewContext& context_;
    yanxun::ui::PageHeader* header_;
    wxChoice* kind_;
    wxCheckBox* differences_;
    yanxun::ui::RecordTable* table_;
    yanxun::ui::Card* card_;
    wxScrolledWindow* detail_;
    std::int64_t shown_ = 0; ///< record beside the list
};

} // namespace participation
