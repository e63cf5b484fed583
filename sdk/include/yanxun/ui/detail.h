#pragma once
#include <yanxun/ui/theme.h>

#include <wx/scrolwin.h>

namespace yanxun::ui {

// What stands beside a list or below a title: facts of one record and what can be done with it. Windows are owned by
// `parent`, sizers by the sizer they are put into. Main thread.

/// «—» for nothing.
YANXUN_UI_EXPORT std::string orDash(const std::string& text);
/// Two columns: label and value, the second takes what is left.
YANXUN_UI_EXPORT wxFlexGridSizer* factGrid(wxWindow* parent);
/// A label and its value as a paragraph; «—» for an empty one.
YANXUN_UI_EXPORT void addFact(wxWindow* parent, wxSizer* grid, const std::string& title, const std::string& value);

/// An area that scrolls up and down: the tab of a detail panel.
YANXUN_UI_EXPORT wxScrolledWindow* scrolled(wxWindow* parent, const std::string& name);
/// Puts `inside` with a margin into a tab whose children were destroyed, and lays it out.
YANXUN_UI_EXPORT void refill(wxWindow* tab, wxSizer* inside);

/// The name of a record and its state as a pill at the right.
YANXUN_UI_EXPORT wxSizer* detailTitle(wxWindow* parent, const std::string& title, const std::string& state, Tone tone);

/// Sizes of a page with a record beside its list, in DIP.
struct BesideSizes {
    int detail = 340; ///< width of the record
    int narrow = 940; ///< a page less wide shows the list alone
};
/// Lays a page out: its header, below it the list and at the right the chosen record, which goes where the page is
/// narrow. All three are children of `page`. Once, when they are there.
YANXUN_UI_EXPORT void layOutBeside(wxWindow* page, wxWindow* header, wxWindow* list, wxWindow* detail,
                                   BesideSizes sizes = {});

/// A button named `name` that runs `deed` after its event, because the deed may make the buttons anew; what goes wrong
/// is shown.
YANXUN_UI_EXPORT wxButton* deedButton(wxWindow* parent, const std::string& name, const std::string& text,
                                      const std::string& iconName, std::function<void()> deed, bool primary = false);

/// A deed button at the right of a page's title.
YANXUN_UI_EXPORT wxButton* addAction(PageHeader* header, const std::string& name, const std::string& text,
                                     const std::string& iconName, std::function<void()> deed, bool primary = false);

/// A row of deed buttons that wraps.
class YANXUN_UI_EXPORT Deeds {
public:
    explicit Deeds(wxWindow* parent);
    wxButton* add(const std::string& name, const std::string& text, const std::string& iconName,
                  std::function<void()> deed);
    wxSizer* sizer() { return line_; }

private:
    wxWindow* parent_;
    wxSizer* line_;
};

} // namespace yanxun::ui
