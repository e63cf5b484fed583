#pragma once
#include <yanxun/ui/theme.h>

namespace yanxun::ui {

/// Text that breaks its lines to the width it gets and asks for the height that takes.
class Paragraph : public wxStaticText {
public:
    Paragraph(wxWindow* parent, const std::string& text, TextStyle style, bool centred = false);
    void setText(const std::string& text);
    bool InformFirstDirection(int direction, int size, int availableOther) override;

protected:
    wxSize DoGetBestSize() const override;

private:
    void onSize(wxSizeEvent&);
    wxSize measured(int width) const;
    int width_ = -1;
};

/// Lays out the windows above after `window` began to want another size, up to what scrolls or stands alone.
void relayout(wxWindow* window);

} // namespace yanxun::ui
