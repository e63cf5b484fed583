#include "desktop/report_page_preview.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>

#include <wx/dcbuffer.h>
#include <wx/image.h>

#include <algorithm>
#include <cstring>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kGap = 16, kWidest = 860, kStep = 24; // DIP
constexpr double kPaperInches = 8.27;               ///< width of A4
constexpr std::size_t kMostKept = 8;

} // namespace

ReportPreview::ReportPreview(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxVSCROLL | wxWANTS_CHARS) {
    SetName("reports.preview");
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetScrollRate(0, FromDIP(kStep));
    Bind(wxEVT_PAINT, &ReportPreview::onPaint, this);
    Bind(wxEVT_SIZE, &ReportPreview::onSize, this);
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& event) {
        SetFocus();
        event.Skip();
    });
    followTheme(this, [this] { Refresh(); });
}

void ReportPreview::show(std::shared_ptr<const ReportPages> pages, const std::string& title, const std::string& sentence) {
    const bool same = pages_ && title == title_; // only the numbers may differ: the person keeps the place
    pages_ = std::move(pages);
    title_ = title;
    sentence_ = sentence;
    kept_.clear();
    if (pages_ && pages_->count() > 0) {
        const PageImage first = pages_->paint(0, 24); // small: only its shape is asked
        ratio_ = double(first.height) / std::max(first.width, 1);
    }
    fit();
    if (!same) Scroll(0, 0);
    announce();
    Refresh();
}

void ReportPreview::announce() {
    setAccessible(this, pages_ ? tr("{}，预览，共 {} 页", title_, pages_->count()) : sentence_, "document frame");
}

wxSize ReportPreview::pageSize() const {
    const int width = std::clamp(GetClientSize().x - 2 * FromDIP(kGap), FromDIP(120), FromDIP(kWidest));
    return {width, int(width * ratio_)};
}

void ReportPreview::fit() {
    const int tall = pages() * (pageSize().y + FromDIP(kGap)) + FromDIP(kGap);
    SetVirtualSize(GetClientSize().x, pages_ ? tall : GetClientSize().y);
}

void ReportPreview::onSize(wxSizeEvent& event) {
    event.Skip();
    const double place = double(GetViewStart().y) / std::max(1, GetVirtualSize().y);
    kept_.clear();
    fit();
    Scroll(0, int(place * GetVirtualSize().y));
    Refresh();
}

const wxBitmap& ReportPreview::page(int number) {
    const auto known = kept_.find(number);
    if (known != kept_.end()) return known->second;
    // The page farthest from the one in sight goes first.
    while (kept_.size() >= kMostKept) {
        const bool front = number - kept_.begin()->first > kept_.rbegin()->first - number;
        kept_.erase(front ? kept_.begin() : std::prev(kept_.end()));
    }
    const double scale = GetContentScaleFactor();
    const PageImage painted = pages_->paint(number, pageSize().x * scale / kPaperInches);
    wxImage image(painted.width, painted.height, false);
    std::memcpy(image.GetData(), painted.rgb.data(), painted.rgb.size());
    return kept_[number] = wxBitmap(image, wxBITMAP_SCREEN_DEPTH, scale);
}

void ReportPreview::paintSentence(wxDC& dc) {
    const std::unique_ptr<wxGraphicsContext> gc(wxGraphicsContext::CreateFromUnknownDC(dc));
    gc->SetFont(font(TextStyle::body), palette().muted);
    const wxSize size = GetClientSize();
    const wxString words = fitted(*gc, wx(sentence_), size.x - 2 * FromDIP(kGap));
    drawText(*gc, words, size.x / 2.0, size.y / 2.0, 0.5, 0.5);
}

void ReportPreview::onPaint(wxPaintEvent&) {
    wxAutoBufferedPaintDC dc(this);
    dc.SetBackground(wxBrush(palette().background));
    dc.Clear();
    if (!pages_) return paintSentence(dc);
    const wxSize size = pageSize();
    const int gap = FromDIP(kGap), pitch = size.y + gap;
    const int top = GetViewStart().y * FromDIP(kStep), bottom = top + GetClientSize().y;
    const int left = std::max(gap, (GetClientSize().x - size.x) / 2);
    for (int number = std::max(0, (top - gap) / pitch); number < pages(); ++number) {
        const int y = gap + number * pitch;
        if (y > bottom) break;
        dc.DrawBitmap(page(number), left, y - top);
        dc.SetPen(wxPen(palette().border));
        dc.SetBrush(*wxTRANSPARENT_BRUSH);
        dc.DrawRectangle(left - 1, y - top - 1, size.x + 2, size.y + 2);
    }
}

} // namespace yanxun::desktop
