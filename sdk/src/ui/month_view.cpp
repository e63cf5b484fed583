#include "platform/platform.h"
#include <yanxun/ui/paint.h>

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/month_view.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace yanxun::ui {

namespace {

constexpr int kDays = 42, kWeek = 7;
constexpr int kHead = 30, kNumberHeight = 32, kChipHeight = 20, kDisc = 24; // DIP

std::string dayName(int column) {
    switch (column) {
    case 0: return tr("周一");
    case 1: return tr("周二");
    case 2: return tr("周三");
    case 3: return tr("周四");
    case 4: return tr("周五");
    case 5: return tr("周六");
    default: return tr("周日");
    }
}

Date plusDays(Date day, int days) { return Date::fromDays(day.days() + days); }

Date plusMonths(Date day, int months) {
    const int index = day.year * 12 + day.month - 1 + months;
    Date moved{index / 12, index % 12 + 1, day.day};
    moved.day = std::min(moved.day, daysInMonth(moved.year, moved.month));
    return moved;
}

} // namespace

MonthView::MonthView(wxWindow* parent, Date today)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      today_(today), selected_(today) {
    SetName("month");
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(420, 330)));
    showMonth(today.year, today.month);
    Bind(wxEVT_PAINT, &MonthView::onPaint, this);
    for (const auto& type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_MOTION, wxEVT_MOUSEWHEEL})
        Bind(type, &MonthView::onMouse, this);
    Bind(wxEVT_KEY_DOWN, &MonthView::onKey, this);
    const auto refocus = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, refocus);
    Bind(wxEVT_KILL_FOCUS, refocus);
}

void MonthView::showMonth(int year, int month) {
    const Date first{year, month, 1};
    if (!first.valid()) return;
    year_ = year;
    month_ = month;
    firstShown_ = plusDays(first, 1 - first.weekday());
    if (selected_.year != year || selected_.month != month)
        selected_ = {year, month, std::min(selected_.day, daysInMonth(year, month))};
    entries_.clear();
    hits_.clear();
    announce();
    Refresh();
}

void MonthView::setEntries(std::vector<CalendarEntry> entries) {
    entries_ = std::move(entries);
    hits_.clear();
    announce();
    Refresh();
}

Period MonthView::shown() const { return {firstShown_, plusDays(firstShown_, kDays - 1)}; }

std::vector<std::size_t> MonthView::entriesOf(Date day) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].first <= day && day <= entries_[i].last) found.push_back(i);
    return found;
}

void MonthView::announce() {
    std::string name = tr("{}，{}", selected_.chinese(), dayName(selected_.weekday() - 1));
    const auto today = entriesOf(selected_);
    if (today.empty()) name += tr("，没有安排");
    for (const std::size_t i : today)
        name += tr("，{}", entries_[i].detail.empty() ? entries_[i].title : entries_[i].detail + " " + entries_[i].title);
    platform::setAccessible(this, name, "table");
}

void MonthView::select(Date day) {
    if (!day.valid()) return;
    const bool otherMonth = day.year != year_ || day.month != month_;
    selected_ = day;
    if (otherMonth) {
        showMonth(day.year, day.month);
        if (monthChanged) guarded(this, monthChanged);
    }
    announce();
    Refresh();
    if (daySelected) guarded(this, [call = daySelected, day] { call(day); });
}

void MonthView::open() {
    const auto of = entriesOf(selected_);
    if (of.empty() || !opened) return;
    guarded(this, [call = opened, entry = entries_[of.front()]] { call(entry); });
}

void MonthView::onMouse(wxMouseEvent& event) {
    event.Skip();
    if (event.GetEventType() == wxEVT_MOUSEWHEEL) {
        event.Skip(false);
        return select(plusMonths(selected_, event.GetWheelRotation() > 0 ? -1 : 1));
    }
    const wxPoint at = event.GetPosition();
    std::optional<std::size_t> entry;
    for (const Hit& hit : hits_)
        if (hit.area.Contains(at)) entry = hit.entry;
    if (event.LeftDown()) {
        SetFocus();
        for (int i = 0; i < kDays; ++i)
            if (cell(i).Contains(at)) return select(plusDays(firstShown_, i));
    } else if (event.LeftUp()) {
        if (entry && opened) guarded(this, [call = opened, chosen = entries_[*entry]] { call(chosen); });
    } else if (entry) {
        const CalendarEntry& under = entries_[*entry];
        SetToolTip(wx(under.detail.empty() ? under.title : under.title + "\n" + under.detail));
    } else {
        UnsetToolTip();
    }
}

void MonthView::onKey(wxKeyEvent& event) {
    if (event.HasAnyModifiers() && event.GetKeyCode() != WXK_TAB) return event.Skip();
    const int weekday = selected_.weekday();
    switch (event.GetKeyCode()) {
    case WXK_LEFT: return select(plusDays(selected_, -1));
    case WXK_RIGHT: return select(plusDays(selected_, 1));
    case WXK_UP: return select(plusDays(selected_, -kWeek));
    case WXK_DOWN: return select(plusDays(selected_, kWeek));
    case WXK_PAGEUP: return select(plusMonths(selected_, -1));
    case WXK_PAGEDOWN: return select(plusMonths(selected_, 1));
    case WXK_HOME: return select(plusDays(selected_, 1 - weekday));
    case WXK_END: return select(plusDays(selected_, kWeek - weekday));
    case 'T': return select(today_);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: return open();
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default: event.Skip();
    }
}

wxRect MonthView::cell(int index) const {
    const wxSize size = GetClientSize();
    const int top = FromDIP(kHead);
    const double width = double(size.x - 1) / kWeek, height = double(size.y - 1 - top) / (kDays / kWeek);
    const int column = index % kWeek, row = index / kWeek;
    const int left = int(std::round(column * width)), upper = top + int(std::round(row * height));
    return {left, upper, int(std::round((column + 1) * width)) - left, top + int(std::round((row + 1) * height)) - upper};
}

void MonthView::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    hits_.clear();
    paintHead(canvas.gc());
    for (int i = 0; i < kDays; ++i)
        paintDay(canvas.gc(), i);
    if (!HasFocus()) return;
    const wxRect focus = cell(int(selected_.days() - firstShown_.days()));
    canvas.gc().SetBrush(*wxTRANSPARENT_BRUSH);
    canvas.gc().SetPen(wxPen(palette().accent, FromDIP(2)));
    canvas.gc().DrawRectangle(focus.x + 1, focus.y + 1, focus.width - 1, focus.height - 1);
}

void MonthView::paintHead(wxGraphicsContext& gc) {
    for (int column = 0; column < kWeek; ++column) {
        gc.SetFont(font(TextStyle::caption), column > 4 ? palette().bad : palette().muted);
        drawText(gc, wx(dayName(column)), cell(column).x + FromDIP(8), FromDIP(kHead) / 2.0, 0, 0.5);
    }
}

void MonthView::paintDay(wxGraphicsContext& gc, int index) {
    const Palette& p = palette();
    const Date day = plusDays(firstShown_, index);
    const wxRect area = cell(index);
    const bool inside = day.month == month_ && day.year == year_;
    gc.SetPen(wxPen(p.border));
    gc.SetBrush(wxBrush(day == selected_ ? p.accentSoft : inside ? p.surface : p.background));
    gc.DrawRectangle(area.x + 0.5, area.y + 0.5, area.width, area.height);

    const double middleX = area.x + FromDIP(16), middleY = area.y + FromDIP(kNumberHeight) / 2.0;
    if (day == today_) {
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(p.accent));
        const double disc = FromDIP(kDisc);
        gc.DrawEllipse(middleX - disc / 2, middleY - disc / 2, disc, disc);
    }
    gc.SetFont(font(day == today_ ? TextStyle::strong : TextStyle::body),
               day == today_ ? p.onAccent : inside ? p.text : p.muted);
    drawText(gc, wxString::Format("%d", day.day), middleX, middleY, 0.5, 0.5);
    paintEntries(gc, day, area);
}

void MonthView::paintEntries(wxGraphicsContext& gc, Date day, const wxRect& area) {
    const Palette& p = palette();
    const auto of = entriesOf(day);
    const int tall = FromDIP(kChipHeight);
    const int room = std::max(0, (area.height - FromDIP(kNumberHeight) - FromDIP(2)) / tall);
    const std::size_t shown = of.size() <= std::size_t(room) ? of.size() : std::size_t(std::max(room - 1, 0));
    wxRect chip(area.x + FromDIP(4), area.y + FromDIP(kNumberHeight), area.width - FromDIP(7), tall - FromDIP(2));
    for (std::size_t i = 0; i < shown; ++i, chip.y += tall) {
        const CalendarEntry& entry = entries_[of[i]];
        const bool sameAsDay = day == selected_ && (entry.tone == Tone::accent || entry.tone == Tone::neutral);
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(sameAsDay ? p.surface : p.toneSoft(entry.tone)));
        gc.DrawRoundedRectangle(chip.x, chip.y, chip.width, chip.height, FromDIP(4));
        gc.SetBrush(wxBrush(p.tone(entry.tone)));
        gc.DrawRectangle(chip.x, chip.y, FromDIP(3), chip.height);
        gc.SetFont(font(TextStyle::caption), p.tone(entry.tone));
        drawText(gc, fitted(gc, wx(entry.title), chip.width - FromDIP(11)), chip.x + FromDIP(7),
                 chip.y + chip.height / 2.0, 0, 0.5);
        hits_.push_back({chip, of[i]});
    }
    if (shown == of.size() || room == 0) return;
    gc.SetFont(font(TextStyle::caption), p.muted);
    drawText(gc, wx(shown == 0 ? tr("{} 项", of.size()) : tr("还有 {} 项", of.size() - shown)), chip.x + FromDIP(4),
             chip.y + chip.height / 2.0, 0, 0.5);
}

} // namespace yanxun::ui
