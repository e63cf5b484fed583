#pragma once
#include <yanxun/report/report.h>

#include <wx/bitmap.h>
#include <wx/scrolwin.h>

#include <map>
#include <memory>
#include <string>

class wxGraphicsContext;

namespace yanxun::desktop {

/// The pages of a report one below the other, as wide as the window allows; those in sight are painted when they come
/// into it. Arrows and PgUp/PgDn scroll.
class ReportPreview final : public wxScrolledWindow {
public:
    explicit ReportPreview(wxWindow* parent);
    /// Null = nothing to show; `sentence` says why then.
    void show(std::shared_ptr<const ReportPages> pages, const std::string& title, const std::string& sentence = {});
    int pages() const { return pages_ ? pages_->count() : 0; }
    /// Pages painted so far and kept; for tests.
    std::size_t painted() const { return kept_.size(); }

private:
    void onPaint(wxPaintEvent&);
    void onSize(wxSizeEvent& event);
    void paintSentence(wxDC& dc);
    const wxBitmap& page(int number);
    wxSize pageSize() const; ///< in pixels of the window
    void fit();
    void announce();
    std::shared_ptr<const ReportPages> pages_;
    std::string title_, sentence_;
    double ratio_ = 1.414; ///< height of a page for a width of 1
    std::map<int, wxBitmap> kept_;
};

} // namespace yanxun::desktop
