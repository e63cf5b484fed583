#include "desktop/places_kept.h"

#include <yanxun/ui/record_table.h>

#include <wx/display.h>

#include <algorithm>

namespace yanxun::desktop {
namespace {

constexpr int kWidth = 1320, kHeight = 840, kLeastWidth = 800, kLeastHeight = 560; // DIP

/// Where the window stands whole: a smaller screen, or one left beyond its edge, hides nothing.
wxPoint wholeIn(const wxDisplay& display, const wxRect& window) {
    const wxRect area = display.GetClientArea();
    return {std::max(area.x, std::min(window.x, area.GetRight() + 1 - window.width)),
            std::max(area.y, std::min(window.y, area.GetBottom() + 1 - window.height))};
}

}

void restorePlace(wxFrame* frame, const Settings& settings) {
    frame->SetMinSize(frame->FromDIP(wxSize(kLeastWidth, kLeastHeight)));
    const wxRect screen = wxDisplay(0u).GetClientArea();
    wxSize size = frame->FromDIP(wxSize(int(settings.integer("window.width", kWidth)),
                                        int(settings.integer("window.height", kHeight))));
    size.DecTo(screen.GetSize());
    size.IncTo(frame->GetMinSize());
    frame->SetSize(size);
    const wxPoint at(int(settings.integer("window.x", -1)), int(settings.integer("window.y", -1)));
    const int display = at.x >= 0 ? wxDisplay::GetFromPoint(at) : wxNOT_FOUND;
    if (display != wxNOT_FOUND) frame->Move(wholeIn(wxDisplay(unsigned(display)), wxRect(at, size)));
    else frame->Centre();
    if (settings.flag("window.maximized")) frame->Maximize();
}

void keepPlace(const wxFrame* frame, Settings& settings) {
    settings.setFlag("window.maximized", frame->IsMaximized());
    if (frame->IsMaximized() || frame->IsIconized()) return;
    const wxSize size = frame->ToDIP(frame->GetSize());
    settings.setInteger("window.width", size.x);
    settings.setInteger("window.height", size.y);
    settings.setInteger("window.x", frame->GetPosition().x);
    settings.setInteger("window.y", frame->GetPosition().y);
}

void keepWidths(Settings& settings) {
    ui::setWidthStore({[&settings](const std::string& key) { return int(settings.integer(key)); },
                       [&settings](const std::string& key, int width) { settings.setInteger(key, width); }});
}

void keepWidthsNoMore() { ui::setWidthStore({}); }

} // namespace yanxun::desktop
