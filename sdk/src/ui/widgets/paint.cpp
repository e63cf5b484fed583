#include <yanxun/ui/paint.h>

#include "../platform/platform.h"

namespace yanxun::ui {

namespace {

constexpr int kPillSide = 9, kPillTop = 3; // DIP around the text of a pill

} // namespace

Canvas::Canvas(wxWindow* window, const wxColour& background) : dc_(window) {
    dc_.SetBackground(wxBrush(background));
    dc_.Clear();
    gc_.reset(wxGraphicsContext::CreateFromUnknownDC(dc_));
}

wxSize pillSize(wxWindow* window, const std::string& text) {
    wxSize size;
    const wxFont caption = font(TextStyle::caption);
    window->GetTextExtent(wx(text), &size.x, &size.y, nullptr, nullptr, &caption);
    return size + window->FromDIP(wxSize(2 * kPillSide, 2 * kPillTop)) + wxSize(2, 2);
}

void drawPill(wxGraphicsContext& gc, wxWindow* window, const wxRect& area, const std::string& text, Tone tone) {
    if (text.empty()) return;
    gc.SetFont(font(TextStyle::caption), palette().tone(tone));
    const double side = window->FromDIP(kPillSide);
    const wxString shown = fitted(gc, wx(text), area.width - 2 * side);
    double width = 0, height = 0;
    gc.GetTextExtent(shown, &width, &height);
    const double tall = height + 2 * window->FromDIP(kPillTop);
    const double top = area.y + (area.height - tall) / 2;
    gc.SetPen(*wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(palette().toneSoft(tone)));
    gc.DrawRoundedRectangle(area.x, top, width + 2 * side, tall, tall / 2);
    gc.DrawText(shown, area.x + side, top + (tall - height) / 2);
}

void drawText(wxGraphicsContext& gc, const wxString& text, double x, double y, double alignX, double alignY) {
    double width = 0, height = 0;
    gc.GetTextExtent(text, &width, &height);
    gc.DrawText(text, x - width * alignX, y - height * alignY);
}

wxString fitted(wxGraphicsContext& gc, const wxString& text, double width) {
    double whole = 0, height = 0;
    gc.GetTextExtent(text, &whole, &height);
    if (whole <= width) return text;
    static const wxString dots = wxString::FromUTF8("…");
    std::size_t fits = 0, tooMany = text.length();
    while (fits + 1 < tooMany) {
        const std::size_t middle = (fits + tooMany) / 2;
        gc.GetTextExtent(text.Left(middle) + dots, &whole, &height);
        (whole <= width ? fits : tooMany) = middle;
    }
    return text.Left(fits) + dots;
}

wxColour translucent(const wxColour& colour, unsigned char alpha) {
    return wxColour(colour.Red(), colour.Green(), colour.Blue(), alpha);
}

} // namespace yanxun::ui
