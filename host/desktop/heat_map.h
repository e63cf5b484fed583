#pragma once
#include "desktop/tile.h"

#include <yanxun/figure.h>

namespace yanxun::desktop {

/// A table of shares, each cell darker the more was reached; a dash where nothing is expected. Every cell can be pressed.
class HeatMap final : public Tile {
public:
    HeatMap(wxWindow* parent, const std::string& name, const std::string& title);
    void set(FigureMatrix matrix);
    std::function<void(const std::string& key)> opened; ///< «row|column»
    std::string key(int part) const;

protected:
    void paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) override;
    void pressed(int part) override;
    std::string tip(int part) const override;
    std::string summary() const override;
    int columns() const override;

private:
    void paintHeads(wxGraphicsContext& gc, double left, double wide, double tall);
    void paintCell(wxGraphicsContext& gc, const wxRect& area, const FigureMatrix::Cell& cell, bool hot);
    double leftOf(wxGraphicsContext& gc) const;
    std::string title_;
    FigureMatrix matrix_;
};

} // namespace yanxun::desktop
