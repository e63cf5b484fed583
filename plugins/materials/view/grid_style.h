#pragma once
#include <wx/grid.h>

namespace materials {

constexpr int gridRowHeight = 34; ///< DIP

/// Colours, fonts and heights of a grid that is written into, for the theme of now.
void dressGrid(wxGrid& grid);

} // namespace materials
