// Labels, buttons, pills, cards and the head of a page.
#include "../platform/platform.h"
#include <yanxun/ui/paint.h>
#include "paragraph.h"

#include <yanxun/ui/dialogs.h>

#include <wx/statbmp.h>

namespace yanxun::ui {

namespace {

constexpr int kButtonIcon = 16;
constexpr int kCardRadius = 10;
constexpr int kEmptyIcon = 40;

} // namespace

wxStaticText* label(wxWindow* parent, const std::string& text, TextStyle style, bool muted) {
    auto* const made = new wxStaticText(parent, wxID_ANY, wxString());
    made->SetFont(font(style));
    made->SetLabelText(wx(text));
    followTheme(made, [made, muted] { made->SetForegroundColour(muted ? palette().muted : palette().text); });
    return made;
}

wxButton* button(wxWindow* parent, const std::string& text, const std::string& iconName, bool primary) {
    auto* const made = new wxButton(parent, wxID_ANY, wx(text), wxDefaultPosition, wxDefaultSize,
                                    text.empty() ? wxBU_EXACTFIT : 0);
    if (primary) platform::setStyleClass(made, "suggested-action", true);
    if (iconName.empty()) return made;
    followTheme(made, [made, iconName, primary] {
        made->SetBitmap(icon(iconName, primary ? palette().onAccent : palette().text, kButtonIcon));
    });
    made->SetBitmapMargins(made->FromDIP(wxSize(text.empty() ? 0 : 3, 0)));
    return made;
}

Pill::Pill(wxWindow* parent, const std::string& text, Tone tone) : wxWindow(parent, wxID_ANY) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &Pill::onPaint, this);
    set(text, tone);
}

void Pill::set(const std::string& text, Tone tone) {
    text_ = text;
    tone_ = tone;
    const wxSize size = pillSize(this, text_);
    if (size != GetMinSize()) {
        SetMinSize(size);
        SetMaxSize(size);
        relayout(this);
    }
    platform::setAccessible(this, text_, "label");
    Refresh();
}

void Pill::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    drawPill(canvas.gc(), this, GetClientRect(), text_, tone_);
}

Card::Card(wxWindow* parent, const std::string& title, const std::string& subtitle)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxTAB_TRAVERSAL | wxFULL_REPAINT_ON_RESIZE) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &Card::onPaint, this);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    if (!title.empty()) {
        auto* const line = new wxBoxSizer(wxHORIZONTAL);
        line->Add(label(this, title, TextStyle::subtitle), 0, wxALIGN_CENTRE_VERTICAL);
        if (!subtitle.empty())
            line->Add(label(this, subtitle, TextStyle::caption, true), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT,
                      FromDIP(space::s));
        line->AddStretchSpacer();
        head_ = new wxBoxSizer(wxHORIZONTAL);
        line->Add(head_, 0, wxALIGN_CENTRE_VERTICAL);
        column->Add(line, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
        platform::setAccessible(this, title, "panel");
    }
    body_ = new wxBoxSizer(wxVERTICAL);
    column->Add(body_, 1, wxEXPAND);
    auto* const padding = new wxBoxSizer(wxVERTICAL);
    padding->Add(column, 1, wxEXPAND | wxALL, FromDIP(space::l));
    SetSizer(padding);
}

void Card::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    wxGraphicsContext& gc = canvas.gc();
    const Palette& p = palette();
    const wxSize size = GetClientSize();
    const double radius = FromDIP(kCardRadius);
    const double shadow = p.dark ? 0 : FromDIP(2);
    gc.SetPen(*wxTRANSPARENT_PEN);
    for (int layer = 3; layer > 0 && shadow > 0; --layer) {
        gc.SetBrush(wxBrush(wxColour(p.sidebar.Red(), p.sidebar.Green(), p.sidebar.Blue(), 6)));
        gc.DrawRoundedRectangle(0.5, 0.5 + layer * shadow / 3, size.x - 1, size.y - 1 - shadow, radius);
    }
    gc.SetPen(wxPen(p.border));
    gc.SetBrush(wxBrush(p.surface));
    gc.DrawRoundedRectangle(0.5, 0.5, size.x - 1, size.y - 1 - shadow, radius);
}

PageHeader::PageHeader(wxWindow* parent, const std::string& title, const std::string& subtitle) : wxPanel(parent) {
    auto* const words = new wxBoxSizer(wxVERTICAL);
    title_ = label(this, title, TextStyle::title);
    // Cut with «…» where the actions leave it too little; its tip tells the whole.
    subtitle_ = new wxStaticText(this, wxID_ANY, wx(subtitle), wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    followTheme(subtitle_, [this] {
        subtitle_->SetFont(font(TextStyle::body));
        subtitle_->SetForegroundColour(palette().muted);
    });
    subtitle_->SetToolTip(wx(subtitle));
    words->Add(title_);
    words->Add(subtitle_, 0, wxEXPAND | wxTOP, FromDIP(space::xs));
    subtitle_->Show(!subtitle.empty());
    actions_ = new wxBoxSizer(wxHORIZONTAL);
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(words, 1, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    line->Add(actions_, 0, wxALIGN_CENTRE_VERTICAL);
    SetSizer(line);
    platform::setAccessible(this, title, "panel");
}

void PageHeader::setSubtitle(const std::string& text) {
    if (wx(text) == subtitle_->GetLabelText() && subtitle_->IsShown() == !text.empty()) return;
    subtitle_->SetLabelText(wx(text));
    subtitle_->SetToolTip(wx(text));
    const bool shownBefore = subtitle_->IsShown();
    subtitle_->Show(!text.empty());
    if (shownBefore != subtitle_->IsShown()) relayout(this);
    Layout();
}

void PageHeader::setTitle(const std::string& text) {
    title_->SetLabelText(wx(text));
    platform::setAccessible(this, text, "panel");
    Layout();
}

wxWindow* emptyState(wxWindow* parent, const std::string& iconName, const std::string& sentence,
                     const std::string& buttonText, std::function<void()> pressed) {
    auto* const panel = new wxPanel(parent);
    auto* const picture = new wxStaticBitmap(panel, wxID_ANY, icon(iconName, palette().muted, kEmptyIcon));
    followTheme(picture, [=] { picture->SetBitmap(icon(iconName, palette().muted, kEmptyIcon)); });
    auto* const words = new Paragraph(panel, sentence, TextStyle::body, true);
    followTheme(words, [words] { words->SetForegroundColour(palette().muted); });
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->AddStretchSpacer();
    column->Add(picture, 0, wxALIGN_CENTRE_HORIZONTAL | wxBOTTOM, panel->FromDIP(space::m));
    column->Add(words, 0, wxEXPAND | wxLEFT | wxRIGHT, panel->FromDIP(space::xl));
    if (!buttonText.empty()) {
        auto* const act = button(panel, buttonText, {}, true);
        act->Bind(wxEVT_BUTTON, [act, pressed](wxCommandEvent&) {
            if (pressed) guarded(act, pressed);
        });
        column->Add(act, 0, wxALIGN_CENTRE_HORIZONTAL | wxTOP, panel->FromDIP(space::l));
    }
    column->AddStretchSpacer();
    panel->SetSizer(column);
    platform::setAccessible(panel, sentence, "panel");
    return panel;
}

} // namespace yanxun::ui
