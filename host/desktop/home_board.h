#pragma once
#include "core/program.h"
#include "desktop/figure_panel.h"

#include <yanxun/ui/workbench.h>

#include <wx/scrolwin.h>

namespace yanxun::desktop {

class FigureCard;
class TaskLines;

/// The scrolled part of the home page: cards of numbers, charts, tasks. Made once of what plugins contributed; narrow
/// windows get fewer columns.
class HomeBoard final : public wxScrolledWindow {
public:
    HomeBoard(wxWindow* parent, host::Program& program, Workbench& workbench);
    void set(const YearFigures& figures);
    int year() const { return year_; } ///< the one shown; 0 before the first

private:
    void makeCards();
    void makePanels();
    void addPair(wxWindow* left, int leftShare, wxWindow* right, int rightShare);
    FigurePanel* panel(const FigureKind& kind);
    wxWindow* makeTasks();
    void open(const FigureKind& kind, const std::string& key);
    void fit();

    host::Program& program_;
    Workbench& workbench_;
    int year_ = 0;
    wxBoxSizer* column_ = nullptr;
    std::vector<wxGridSizer*> grids_;
    std::vector<wxBoxSizer*> pairs_;
    std::vector<std::pair<const FigureKind*, FigureCard*>> cards_;
    std::vector<FigurePanel*> panels_;
    TaskLines* tasks_ = nullptr;
    wxButton* allTasks_ = nullptr;
};

} // namespace yanxun::desktop
