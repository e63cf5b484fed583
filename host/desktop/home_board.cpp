#include "desktop/home_board.h"

#include "desktop/figure_card.h"
#include "desktop/host_pages.h"
#include "desktop/rows_dialog.h"
#include "desktop/task_lines.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kSixCards = 960, kThreeCards = 520, kPairs = 820; // DIP: widths from which so much stands side by side

/// What stands first of two kinds of panels: the matrix, the distribution, then the order of the plugins.
int rank(const FigureKind& kind) {
    switch (kind.shape) {
    case FigureShape::matrix: return 0;
    case FigureShape::distribution: return 1;
    default: return 2;
    }
}

} // namespace

HomeBoard::HomeBoard(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxTAB_TRAVERSAL),
      program_(program), workbench_(workbench) {
    SetName("home.board");
    SetScrollRate(0, FromDIP(12));
    column_ = new wxBoxSizer(wxVERTICAL);
    makeCards();
    makePanels();
    SetSizer(column_);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
    });
}

void HomeBoard::open(const FigureKind& kind, const std::string& key) {
    guarded(this, [&] { openFigure(this, program_, workbench_, kind, Period::year(year_), key); });
}

void HomeBoard::makeCards() {
    const std::vector<const FigureKind*> first = cardFigures(program_.registry());
    if (first.empty()) return;
    const int gap = FromDIP(space::m);
    auto* const grid = new wxGridSizer(int(first.size()), gap, gap);
    for (const FigureKind* kind : first) {
        auto* const card = new FigureCard(this, *kind);
        card->opened = [this, kind] { open(*kind, {}); };
        grid->Add(card, 1, wxEXPAND);
        cards_.push_back({kind, card});
    }
    grids_.push_back(grid);
    column_->Add(grid, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
}

wxWindow* HomeBoard::makeTasks() {
    auto* const card = new Card(this, tr("待办"));
    card->SetName("panel.tasks");
    allTasks_ = headButton(card, tr("全部"), "home.tasks.all");
    allTasks_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { workbench_.open(kTasksPage); });
    card->head()->Add(allTasks_, 0, wxALIGN_CENTRE_VERTICAL);
    tasks_ = new TaskLines(card);
    tasks_->opened = [this](const OpenTask& task) { workbench_.open(task.page, task.task.argument); };
    card->body()->Add(tasks_, 1, wxEXPAND);
    return card;
}

FigurePanel* HomeBoard::panel(const FigureKind& kind) {
    FigurePanel* const made =
        makePanel(this, kind, [this](const FigureKind& of, const std::string& key) { open(of, key); });
    panels_.push_back(made);
    return made;
}

void HomeBoard::addPair(wxWindow* left, int leftShare, wxWindow* right, int rightShare) {
    auto* const pair = new wxBoxSizer(wxHORIZONTAL);
    pair->Add(left, leftShare, wxEXPAND);
    if (right) {
        pair->AddSpacer(FromDIP(space::l));
        pair->Add(right, rightShare, wxEXPAND);
    }
    pairs_.push_back(pair);
    column_->Add(pair, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
}

void HomeBoard::makePanels() {
    const auto& figures = program_.registry().figures();
    FigurePanel* const workload =
        makeWorkloadPanel(this, figures, [this](const FigureKind& of, const std::string& key) { open(of, key); });
    if (workload) panels_.push_back(workload);
    wxWindow* const tasks = makeTasks();
    workload ? addPair(workload, 3, tasks, 2) : addPair(tasks, 1, nullptr, 0);
    std::vector<const FigureKind*> rest;
    const std::vector<const FigureKind*> first = cardFigures(program_.registry());
    for (const FigureKind& kind : figures) {
        const bool inWorkload = kind.shape == FigureShape::months && !kind.legend.empty();
        if (kind.shape != FigureShape::number && !inWorkload) rest.push_back(&kind);
    }
    std::stable_sort(rest.begin(), rest.end(),
                     [](const FigureKind* a, const FigureKind* b) { return rank(*a) < rank(*b); });
    for (std::size_t i = 0; i < rest.size(); i += 2) {
        wxWindow* const left = panel(*rest[i]);
        addPair(left, rest[i]->shape == FigureShape::matrix ? 4 : 3, i + 1 < rest.size() ? panel(*rest[i + 1]) : nullptr, 3);
    }
    // The numbers that found no place among the first.
    const int gap = FromDIP(space::m);
    auto* const grid = new wxGridSizer(6, gap, gap);
    for (const FigureKind& kind : figures) {
        if (kind.shape != FigureShape::number || std::find(first.begin(), first.end(), &kind) != first.end()) continue;
        auto* const card = new FigureCard(this, kind);
        card->opened = [this, &kind] { open(kind, {}); };
        grid->Add(card, 1, wxEXPAND);
        cards_.push_back({&kind, card});
    }
    grids_.push_back(grid);
    column_->Add(grid, 0, wxEXPAND | wxBOTTOM, FromDIP(space::l));
}

void HomeBoard::set(const YearFigures& figures) {
    year_ = figures.year;
    for (const auto& [kind, card] : cards_) {
        if (const auto found = figures.results.find(kind->id); found != figures.results.end()) card->set(found->second);
        if (const auto wrong = figures.problems.find(kind->id); wrong != figures.problems.end()) {
            card->setProblem(wrong->second);
        }
    }
    for (FigurePanel* panel : panels_) panel->set(figures);
    tasks_->set(figures.tasks.first, program_.clock().today());
    allTasks_->SetLabelText(wx(tr("全部 {} 项", text::grouped(figures.tasks.total))));
    FitInside();
    Layout();
}

void HomeBoard::fit() {
    const int width = ToDIP(GetClientSize()).x;
    const int columns = width >= kSixCards ? 6 : width >= kThreeCards ? 3 : 2;
    const int way = width >= kPairs ? wxHORIZONTAL : wxVERTICAL;
    bool changed = false;
    for (wxGridSizer* grid : grids_) {
        const int wanted = std::min<int>(columns, std::max<int>(int(grid->GetItemCount()), 1));
        changed = changed || grid->GetCols() != wanted;
        grid->SetCols(wanted);
    }
    for (wxBoxSizer* pair : pairs_) {
        changed = changed || pair->GetOrientation() != way;
        pair->SetOrientation(way);
    }
    if (!changed) return;
    FitInside();
    Layout();
}

} // namespace yanxun::desktop
