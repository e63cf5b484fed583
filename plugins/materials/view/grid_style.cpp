#include "view/grid_style.h"

#include <yanxun/ui/theme.h>

namespace materials {

using namespace yanxun::ui;

void dressGrid(wxGrid& grid) {
    const Palette& colours = palette();
    grid.SetDefaultCellBackgroundColour(colours.surface);
    grid.SetDefaultCellTextColour(colours.text);
    grid.SetDefaultCellAlignment(wxALIGN_LEFT, wxALIGN_CENTRE_VERTICAL);
    grid.SetDefaultCellFont(font(TextStyle::body));
    grid.SetDefaultRowSize(grid.FromDIP(gridRowHeight), true);
    grid.SetGridLineColour(colours.border);
    grid.SetLabelBackgroundColour(colours.background);
    grid.SetLabelTextColour(colours.muted);
    grid.SetLabelFont(font(TextStyle::strong));
    grid.SetColLabelSize(grid.FromDIP(gridRowHeight));
    grid.SetCellHighlightColour(colours.accent);
    grid.SetBackgroundColour(colours.surface);
    grid.ForceRefresh();
}

} // namespace materials
