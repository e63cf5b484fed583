#pragma once
#include "desktop/tile.h"

#include <yanxun/figure.h>

namespace yanxun::desktop {

/// One number of the year: title, number with its unit, below it a note or how it stands to the year before. Pressed as
/// a whole.
class FigureCard final : public Tile {
public:
    FigureCard(wxWindow* parent, const FigureKind& kind);
    void set(const FigureResult& result);
    void setProblem(const std::string& sentence);
    std::function<void()> opened;
    /// «↑ 12.4% 较上年»; "" when the year before has nothing.
    static std::string comparison(const FigureResult& result);

protected:
    void paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) override;
    void pressed(int) override;
    std::string tip(int) const override;
    std::string summary() const override;

private:
    void paintFoot(wxGraphicsContext& gc, double left, double middle, double room);
    const FigureKind& kind_;
    FigureResult result_;
    std::string problem_;
    bool known_ = false;
};

} // namespace yanxun::desktop
