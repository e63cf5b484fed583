#pragma once
#include "core/activity.h"
#include "view/view_context.h"

#include <wx/notebook.h>
#include <wx/panel.h>

namespace campaigns {

/// One activity beside the list: its head with what can be done, and tabs 概况, 参与, 覆盖单位, 宣传形式, 发放物资.
class ActivityPanel final : public wxPanel {
public:
    ActivityPanel(wxWindow* parent, const ViewContext& context);

    /// 0 = nothing chosen.
    void show(std::int64_t id);
    void refresh();
    void edit();
    void remove();
    void step();

private:
    void fillHead(const Activity& activity);
    void fillTabs(const Activity& activity);
    void fillOverview(const Activity& activity);
    void fillPeople(const Activity& activity);
    void fillReach(const Activity& activity);
    void fillForms(const Activity& activity);
    void fillIssued(const Activity& activity);
    Activity current();

    const ViewContext& context_;
    Terms terms_;
    std::int64_t id_ = 0;
    wxPanel* head_ = nullptr;
    wxNotebook* tabs_ = nullptr;
    wxPanel *overview_ = nullptr, *people_ = nullptr, *reach_ = nullptr, *forms_ = nullptr, *issued_ = nullptr;
    wxWindow* nothing_ = nullptr;
};

} // namespace campaigns
