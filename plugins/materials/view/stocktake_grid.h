#pragma once
#include "core/stocktake.h"

#include <wx/grid.h>

#include <functional>

namespace materials {

/// The lines of a stocktake: what the books say (unless it is blind), what was found, the difference and why.
class StocktakeGrid final : public wxGrid {
public:
    explicit StocktakeGrid(wxWindow* parent);
    void show(const Stocktake& stocktake, const std::vector<StocktakeLine>& lines);
    /// A count or a reason was written.
    std::function<void(const StocktakeLine& line, std::int64_t counted, const std::string& reason)> counted;

private:
    enum Column { item, batch, book, found, difference, reason, columnCount };
    void fillRow(int row, bool isHidden);
    void onChanged(wxGridEvent& event);
    void onKey(wxKeyEvent& event);
    std::vector<StocktakeLine> lines_; ///< by row
};

} // namespace materials
