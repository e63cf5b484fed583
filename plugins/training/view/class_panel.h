#pragma once
#include "view/view_context.h"

#include <wx/panel.h>
#include <wx/scrolwin.h>

namespace training {

/// One class beside the list: what it is and what can be done with it.
class ClassPanel final : public wxPanel {
public:
    ClassPanel(wxWindow* parent, const ViewContext& context);

    /// 0 = nothing chosen.
    void show(std::int64_t id);
    void refresh();
    std::int64_t shown() const { return id_; }
    void edit();
    void remove();
    void step();
    /// Opens the class with its tabs.
    void open();
    /// The class was removed or changed here.
    std::function<void()> changed;

private:
    void fill(const TrainingClass& one);
    void addHead(wxSizer* all, const TrainingClass& one);
    TrainingClass current();
    void tell();

    const ViewContext& context_;
    std::int64_t id_ = 0;
    wxScrolledWindow* body_ = nullptr;
    wxWindow* nothing_ = nullptr;
};

/// Facts of a class as label and value, also used by the page of one class.
void addClassFacts(wxWindow* parent, wxSizer* grid, const TrainingClass& one);

} // namespace training
