#include "desktop/import_notice.h"

#include <yanxun/ui/paint.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kRadius = 6; // DIP

} // namespace

ImportNotice::ImportNotice(wxWindow* parent, const std::string& name)
    : wxPanel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxFULL_REPAINT_ON_RESIZE) {
    SetName(wx(name));
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, &ImportNotice::onPaint, this);
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Hide();
}

void ImportNotice::set(const std::string& sentence, Tone tone) {
    if (sentence == sentence_ && tone == tone_) return;
    sentence_ = sentence;
    tone_ = tone;
    // A new paragraph: its height follows its width from the first layout on.
    GetSizer()->Clear(true);
    words_ = nullptr;
    if (!sentence.empty()) {
        words_ = paragraph(this, sentence);
        words_->SetName(GetName() + ".text");
        GetSizer()->Add(words_, 0, wxEXPAND | wxALL, FromDIP(space::m));
    }
    Show(!sentence.empty());
    setAccessible(this, sentence, "alert");
    GetParent()->Layout();
    Refresh();
}

void ImportNotice::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    canvas.gc().SetPen(*wxTRANSPARENT_PEN);
    canvas.gc().SetBrush(wxBrush(palette().toneSoft(tone_)));
    const wxSize size = GetClientSize();
    canvas.gc().DrawRoundedRectangle(0, 0, size.x, size.y, FromDIP(kRadius));
}

} // namespace yanxun::desktop
