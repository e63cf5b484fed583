#pragma once
#include "view/view_context.h"

#include <wx/notebook.h>
#include <wx/panel.h>

namespace yanxun::ui {
class Pill;
}

namespace drills {

/// One drill beside the list: its head with what can be done, and tabs 概况, 评分, 问题, 参与.
class DrillPanel final : public wxPanel {
public:
    DrillPanel(wxWindow* parent, const ViewContext& context);

    /// 0 = nothing chosen.
    void show(std::int64_t id);
    void refresh();
    std::int64_t shown() const { return id_; }
    void edit();
    void remove();
    /// Asks for the next state and, where it is needed, the reason.
    void step();
    /// Opens the score page.
    void rate();

private:
    wxWindow* makeHead();
    void fillHead(const Drill& drill);
    void fillOverview(const Drill& drill);
    void fillScore(const Drill& drill);
    void fillPeople(const Drill& drill);
    void fillTabs(const Drill& drill);
    Drill current();

    const ViewContext& context_;
    std::int64_t id_ = 0;
    wxPanel* head_ = nullptr;
    wxNotebook* tabs_ = nullptr;
    wxPanel* overview_ = nullptr;
    wxPanel* score_ = nullptr;
    class FindingsTab* findings_ = nullptr;
    wxPanel* people_ = nullptr;
    class DutiesTab* duties_ = nullptr;
    wxWindow* nothing_ = nullptr;
};

} // namespace drills
