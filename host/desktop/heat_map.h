#pragma once
#include <yanxun/figure.h>
#include <yanxun/ui/heat_map.h>

namespace yanxun::desktop {

/// A figure's matrix as a heat map shows it: each cell darker the more was reached, a dash where nothing is expected.
ui::HeatTable heatTable(FigureMatrix matrix, const std::string& title);
/// «row|column», as figures name a cell.
std::string heatKey(const FigureMatrix& matrix, int row, int column);

} // namespace yanxun::desktop
