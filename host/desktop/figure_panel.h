#pragma once
#include "desktop/year_figures.h"

#include <yanxun/ui/theme.h>

namespace yanxun::desktop {

/// One card of the home page: what it shows of a year's figures is its own affair.
class FigurePanel : public ui::Card {
public:
    using ui::Card::Card;
    virtual void set(const YearFigures& figures) = 0;
};

/// A quiet button for the head of a card.
wxButton* headButton(ui::Card* card, const std::string& text, const std::string& name);

/// Where a press leads.
using OpenFigure = std::function<void(const FigureKind& kind, const std::string& key)>;

/// A panel for one figure, by its shape: months and distributions as bars, parts as a ring, bars lying, a matrix as a heat
/// map.
FigurePanel* makePanel(wxWindow* parent, const FigureKind& kind, OpenFigure open);
/// One chart for all month series with a legend; null when there are none.
FigurePanel* makeWorkloadPanel(wxWindow* parent, const std::vector<FigureKind>& figures, OpenFigure open);

} // namespace yanxun::desktop
