#pragma once
#include <wx/window.h>

#include <string>
#include <vector>

namespace yanxun::desktop {

/// The steps of the wizard as dots on a line: those behind, the one shown, those to come. The words stand in the subtitle.
class ImportTrail final : public wxWindow {
public:
    explicit ImportTrail(wxWindow* parent);
    void set(std::vector<std::string> titles);
    void select(std::size_t step);

private:
    void onPaint(wxPaintEvent&);
    std::vector<std::string> titles_;
    std::size_t current_ = 0;
};

} // namespace yanxun::desktop
