#pragma once
#include "view/drill_tab.h"
#include "view/improve/evidence_strip.h"

#include <wx/button.h>
#include <wx/dataview.h>
#include <wx/panel.h>

namespace drills {

/// 问题 of one drill: list, register, edit, close, remove.
class FindingsTab final : public wxPanel, public DrillTab {
public:
    FindingsTab(wxWindow* parent, const ViewContext& context);
    wxWindow* window() override { return this; }
    std::string title(const Drill& drill) override;
    void show(const Drill& drill) override;

private:
    void act(void (FindingsTab::*deed)(const Finding&));
    void add();
    void edit(const Finding& finding);
    void close(const Finding& finding);
    void remove(const Finding& finding);
    void addAction(const Finding& finding);
    void suggest(const Finding& finding);
    void addLesson();
    void reload();
    void enable();
    const Finding* selected() const;

    const ViewContext& context_;
    Drill drill_;
    std::vector<Finding> findings_;
    wxDataViewListCtrl* list_;
    EvidenceStrip* evidence_;
    wxButton *add_, *close_, *edit_, *remove_, *action_, *actions_, *suggest_, *lesson_;
};

} // namespace drills
