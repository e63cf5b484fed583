#pragma once
#include <yanxun/ui/paint.h>

#include <functional>

namespace yanxun::desktop {

/// A window that paints itself, takes the keyboard and can be pressed as a whole or in parts: what the cards, lines and
/// cells of the home page have in common.
class Tile : public wxWindow {
public:
    Tile(wxWindow* parent, const std::string& name);
    bool AcceptsFocus() const override { return true; }
    /// Presses a part as a click does; -1 = none.
    void press(int part);
    int parts() const { return static_cast<int>(areas_.size()); }
    const wxRect& area(int part) const { return areas_[std::size_t(part)]; } ///< as painted last

protected:
    /// Paints everything; put the areas that can be pressed into `areas`.
    virtual void paint(wxGraphicsContext& gc, std::vector<wxRect>& areas) = 0;
    virtual void pressed(int part) = 0;
    virtual std::string tip(int part) const = 0;  ///< under the mouse, and read when chosen by keys
    virtual std::string summary() const = 0;      ///< what is read before a part is chosen
    virtual int columns() const { return 1; }     ///< parts in a row, for up and down
    int marked() const;                           ///< the part under the mouse or chosen by keys; -1 = none
    void announce();
    void forgetParts();

private:
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent&);
    void onKey(wxKeyEvent&);
    void move(int step);
    std::vector<wxRect> areas_;
    int hovered_ = -1, current_ = -1;
};

} // namespace yanxun::desktop
