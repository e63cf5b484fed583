#include "desktop/sentence_line.h"

#include <wx/dialog.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

SentenceLine::SentenceLine(wxWindow* parent) : wxPanel(parent) {
    SetName("sentence");
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Hide();
}

void SentenceLine::set(const std::string& sentence, Tone tone) {
    sentence_ = sentence;
    GetSizer()->Clear(true);
    Show(!sentence.empty());
    if (!sentence.empty()) {
        wxWindow* const words = paragraph(this, sentence);
        followTheme(words, [words, tone] { words->SetForegroundColour(palette().tone(tone)); });
        GetSizer()->Add(words, 0, wxEXPAND | wxTOP | wxBOTTOM, FromDIP(space::s));
        setAccessible(this, sentence, "label");
    }
    wxWindow* const top = wxGetTopLevelParent(this);
    // A dialog takes the size of what it says; a window keeps the one its person gave it.
    const bool fits = dynamic_cast<wxDialog*>(top) && top->GetSizer() && top->GetMinSize().IsFullySpecified();
    if (fits) top->GetSizer()->SetSizeHints(top);
    top->Layout();
}

} // namespace yanxun::desktop
