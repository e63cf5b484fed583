#pragma once
#include <yanxun/ui/theme.h>

namespace yanxun::desktop {

/// A sentence on a soft ground, as wide as it may be. Hidden while it has nothing to say.
class ImportNotice final : public wxPanel {
public:
    ImportNotice(wxWindow* parent, const std::string& name);
    void set(const std::string& sentence, Tone tone);
    const std::string& sentence() const { return sentence_; }

private:
    void onPaint(wxPaintEvent&);
    std::string sentence_;
    Tone tone_ = Tone::warning;
    wxWindow* words_ = nullptr;
};

} // namespace yanxun::desktop
