#pragma once
#include <yanxun/ui/theme.h>

#include <wx/dcbuffer.h>
#include <wx/graphics.h>

#include <memory>

/// For windows that paint themselves.
namespace yanxun::ui {

/// What a window paints on inside its wxEVT_PAINT: cleared, smooth, without flicker. The window needs
/// wxBG_STYLE_PAINT.
class YANXUN_UI_EXPORT Canvas {
public:
    Canvas(wxWindow* window, const wxColour& background);
    wxGraphicsContext& gc() { return *gc_; }
    wxDC& dc() { return dc_; }

private:
    wxAutoBufferedPaintDC dc_;
    std::unique_ptr<wxGraphicsContext> gc_;
};

YANXUN_UI_EXPORT wxSize pillSize(wxWindow* window, const std::string& text);
/// At the left of `area`, in the middle of its height.
YANXUN_UI_EXPORT void drawPill(wxGraphicsContext& gc, wxWindow* window, const wxRect& area, const std::string& text,
                               Tone tone);

/// Draws with the point (x, y) at the part of the text that `alignX`, `alignY` name: 0 = left or top, 0.5 = middle.
YANXUN_UI_EXPORT void drawText(wxGraphicsContext& gc, const wxString& text, double x, double y, double alignX,
                               double alignY);
/// The text, cut with «…» where it is wider than `width`, in the font set on `gc`.
YANXUN_UI_EXPORT wxString fitted(wxGraphicsContext& gc, const wxString& text, double width);
YANXUN_UI_EXPORT wxColour translucent(const wxColour& colour, unsigned char alpha);

} // namespace yanxun::ui
