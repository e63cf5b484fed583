#include "paragraph.h"

#include "../platform/platform.h"

#include <wx/scrolwin.h>
#include <wx/weakref.h>

namespace yanxun::ui {

namespace {

constexpr int kNarrowest = 120; // DIP asked for before the width is known

} // namespace

Paragraph::Paragraph(wxWindow* parent, const std::string& text, TextStyle style, bool centred)
    : wxStaticText(parent, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                   wxST_NO_AUTORESIZE | (centred ? wxALIGN_CENTRE_HORIZONTAL : 0)) {
    SetFont(ui::font(style));
    platform::wrapText(this);
    SetLabelText(wx(text));
    InvalidateBestSize();
    Bind(wxEVT_SIZE, &Paragraph::onSize, this);
}

void Paragraph::setText(const std::string& text) {
    if (wx(text) == GetLabelText()) return;
    SetLabelText(wx(text));
    InvalidateBestSize();
    relayout(this);
}

wxSize Paragraph::measured(int width) const {
    return platform::measureText(this, GetLabelText(), width);
}

wxSize Paragraph::DoGetBestSize() const {
    const wxSize whole = measured(-1);
    const int narrowest = std::min(whole.x, FromDIP(kNarrowest));
    return {narrowest, width_ > 0 ? measured(std::max(width_, narrowest)).y : whole.y};
}

bool Paragraph::InformFirstDirection(int direction, int size, int) {
    if (direction != wxHORIZONTAL || size <= 0) return false;
    if (size != width_) {
        width_ = size;
        InvalidateBestSize();
    }
    return true;
}

void Paragraph::onSize(wxSizeEvent& event) {
    event.Skip();
    const int before = GetBestSize().y;
    if (!InformFirstDirection(wxHORIZONTAL, event.GetSize().x, -1) || GetBestSize().y == before) return;
    // Not now: a layout is going on.
    CallAfter([self = wxWeakRef<Paragraph>(this)] {
        if (self) relayout(self);
    });
}

void relayout(wxWindow* window) {
    wxWindow* const self = window;
    self->InvalidateBestSize();
    for (wxWindow* above = self->GetParent(); above; above = above->GetParent()) {
        if (auto* const scrolled = dynamic_cast<wxScrolledWindow*>(above)) {
            scrolled->FitInside();
            scrolled->Layout();
            return;
        }
        above->Layout();
        if (above->IsTopLevel()) return;
    }
}

wxWindow* paragraph(wxWindow* parent, const std::string& text, TextStyle style, bool muted) {
    auto* const made = new Paragraph(parent, text, style);
    followTheme(made, [made, muted] { made->SetForegroundColour(muted ? palette().muted : palette().text); });
    return made;
}

} // namespace yanxun::ui
