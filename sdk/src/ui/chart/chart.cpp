#include "../platform/platform.h"
#include "chart_painter.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <algorithm>
#include <cmath>

namespace yanxun::ui {

namespace {

constexpr std::size_t kSpoken = 60; // points read in the accessible name

wxSize smallest(ChartShape shape) {
    switch (shape) {
    case ChartShape::sparkline: return {84, 36};
    case ChartShape::donut: return {260, 150};
    case ChartShape::horizontalBars: return {220, 120};
    default: return {260, 170};
    }
}

} // namespace

bool Chart::Hit::contains(wxPoint at) const {
    if (area.Contains(at)) return true;
    if (outer <= 0) return false;
    const double dx = at.x - centre.m_x, dy = at.y - centre.m_y;
    const double distance = std::hypot(dx, dy);
    if (distance < inner || distance > outer) return false;
    double angle = std::atan2(dy, dx);
    if (angle < -M_PI / 2) angle += 2 * M_PI;
    return angle >= from && angle < to;
}

Chart::Chart(wxWindow* parent, ChartShape shape, const std::string& name)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      shape_(shape), name_(name) {
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(smallest(shape)));
    Bind(wxEVT_PAINT, &Chart::onPaint, this);
    for (const auto& type : {wxEVT_MOTION, wxEVT_LEAVE_WINDOW, wxEVT_LEFT_UP})
        Bind(type, &Chart::onMouse, this);
    Bind(wxEVT_KEY_DOWN, &Chart::onKey, this);
    const auto refocus = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, refocus);
    Bind(wxEVT_KILL_FOCUS, refocus);
    announce();
}

void Chart::set(std::vector<ChartSeries> series, const std::string& unit) {
    series_ = std::move(series);
    unit_ = unit;
    current_ = hovered_ = -1;
    hits_.clear();
    announce();
    Refresh();
}

std::string Chart::describe(const Hit& hit) const {
    const ChartPoint& point = series_[hit.series].points[hit.point];
    const std::string unit = unit_.empty() ? "" : " " + unit_;
    if (series_.size() == 1 || shape_ == ChartShape::donut || shape_ == ChartShape::horizontalBars)
        return tr("{}：{}{}", point.label, numberText(point.value), unit);
    std::string all;
    for (const ChartSeries& series : series_)
        for (const ChartPoint& other : series.points) {
            if (other.key != point.key) continue;
            all += (all.empty() ? "" : tr("，")) + series.name + " " + numberText(other.value) + unit;
        }
    return tr("{}：{}", point.label, all);
}

void Chart::announce() {
    if (current_ >= 0 && current_ < int(hits_.size())) {
        platform::setAccessible(this, tr("{}，{}", name_, describe(hits_[std::size_t(current_)])), "chart");
        return;
    }
    std::string numbers;
    std::size_t spoken = 0;
    for (const ChartSeries& series : series_) {
        if (series_.size() > 1) numbers += (numbers.empty() ? "" : tr("；")) + series.name + " ";
        for (const ChartPoint& point : series.points) {
            if (++spoken > kSpoken) break;
            numbers += (numbers.empty() || numbers.back() == ' ' ? "" : tr("，")) + point.label + " " + numberText(point.value);
        }
    }
    if (numbers.empty()) numbers = tr("这段时间没有数据。");
    platform::setAccessible(this, tr("{}：{}", name_, numbers), "chart");
}

void Chart::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    const int marked = hovered_ >= 0 ? hovered_ : (HasFocus() ? current_ : -1);
    hits_ = ChartPainter(canvas.gc(), *this, series_, unit_, marked).paint(shape_, GetClientRect());
    if (!HasFocus() || shape_ == ChartShape::sparkline) return;
    wxRect ring = GetClientRect();
    if (current_ >= 0 && current_ < int(hits_.size()) && !hits_[std::size_t(current_)].area.IsEmpty())
        ring = hits_[std::size_t(current_)].area;
    canvas.gc().SetBrush(*wxTRANSPARENT_BRUSH);
    canvas.gc().SetPen(wxPen(palette().accent, FromDIP(2)));
    canvas.gc().DrawRoundedRectangle(ring.x + 1, ring.y + 1, ring.width - 2, ring.height - 2, FromDIP(4));
}

int Chart::hitAt(wxPoint at) const {
    for (std::size_t i = 0; i < hits_.size(); ++i)
        if (hits_[i].contains(at)) return int(i);
    return -1;
}

void Chart::onMouse(wxMouseEvent& event) {
    event.Skip();
    const int hit = event.Leaving() ? -1 : hitAt(event.GetPosition());
    if (event.LeftUp()) return activate(hit);
    if (hit == hovered_) return;
    hovered_ = hit;
    if (hit < 0)
        UnsetToolTip();
    else
        SetToolTip(wx(describe(hits_[std::size_t(hit)])));
    SetCursor(hit >= 0 && clicked ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
    Refresh();
}

void Chart::move(int step) {
    const int count = int(hits_.size());
    if (count == 0) return;
    current_ = current_ < 0 ? (step > 0 ? 0 : count - 1) : std::clamp(current_ + step, 0, count - 1);
    announce();
    Refresh();
}

void Chart::onKey(wxKeyEvent& event) {
    switch (event.GetKeyCode()) {
    case WXK_RIGHT:
    case WXK_DOWN: return move(1);
    case WXK_LEFT:
    case WXK_UP: return move(-1);
    case WXK_HOME: return move(-int(hits_.size()));
    case WXK_END: return move(int(hits_.size()));
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_SPACE: return activate(current_);
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default: event.Skip();
    }
}

void Chart::activate(int hit) {
    if (hit < 0 || hit >= int(hits_.size()) || !clicked) return;
    const Hit& chosen = hits_[std::size_t(hit)];
    const ChartSeries& series = series_[chosen.series];
    // Copies: the page may give the chart new numbers meanwhile.
    const std::string name = series.name, key = series.points[chosen.point].key;
    guarded(this, [call = clicked, name, key] { call(name, key); });
}

} // namespace yanxun::ui
