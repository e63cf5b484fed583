#include "desktop/status_line.h"

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kNewsMs = 8000;

}

StatusLine::StatusLine(wxWindow* parent) : wxPanel(parent), timer_(this) {
    SetName("status");
    followTheme(this, [this] { SetBackgroundColour(palette().surface); });
    database_ = label(this, {}, TextStyle::caption, true);
    plugins_ = label(this, {}, TextStyle::caption, true);
    plugins_->SetName("status.plugins");
    plugins_->SetCursor(wxCursor(wxCURSOR_HAND));
    plugins_->Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) {
        if (pluginsClicked) pluginsClicked();
    });
    right_ = new wxStaticText(this, wxID_ANY, wxString(), wxDefaultPosition, wxDefaultSize,
                              wxST_ELLIPSIZE_END | wxALIGN_RIGHT | wxST_NO_AUTORESIZE);
    right_->SetName("status.news");
    right_->SetFont(font(TextStyle::caption));
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const int edge = FromDIP(space::s - 2);
    line->Add(database_, 0, wxALIGN_CENTRE_VERTICAL | wxTOP | wxBOTTOM, edge);
    line->Add(plugins_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::xl));
    line->Add(right_, 1, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::xl));
    auto* const padding = new wxBoxSizer(wxHORIZONTAL);
    padding->Add(line, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::l));
    SetSizer(padding);
    Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        news_.clear();
        showRight();
    });
    followTheme(right_, [this] { showRight(); });
}

void StatusLine::setDatabase(const std::string& text) {
    database_->SetLabelText(wx(text));
    Layout();
}

void StatusLine::setPlugins(const std::string& text, bool trouble) {
    trouble_ = trouble;
    plugins_->SetLabelText(wx(text));
    followTheme(plugins_, [this] { plugins_->SetForegroundColour(trouble_ ? palette().bad : palette().muted); });
    Layout();
}

void StatusLine::setBackup(const std::string& text) {
    backup_ = text;
    showRight();
}

void StatusLine::notify(const std::string& text) {
    news_ = text;
    showRight();
    timer_.StartOnce(kNewsMs);
}

void StatusLine::warn(const std::string& text) {
    warning_ = text;
    showRight();
}

std::string StatusLine::shown() const { return !warning_.empty() ? warning_ : !news_.empty() ? news_ : backup_; }

void StatusLine::showRight() {
    const Palette& p = palette();
    right_->SetForegroundColour(!warning_.empty() ? p.bad : !news_.empty() ? p.text : p.muted);
    right_->SetLabelText(wx(shown()));
    right_->SetToolTip(wx(shown()));
    setAccessible(right_, shown());
    Layout();
}

} // namespace yanxun::desktop
