#include <yanxun/ui/calendar_view.h>

#include "../platform/platform.h"
#include "days.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/paint.h>

#include <algorithm>
#include <tuple>

namespace yanxun::ui {

namespace {

std::string clock(int minute) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    return two(minute / 60) + ":" + two(minute % 60);
}

/// What a screen reader says of an entry.
std::string spoken(const CalendarEntry& entry) {
    std::string text = timeText(entry);
    if (!text.empty()) text += " ";
    text += entry.title;
    if (entry.cancelled) text += tr("（已取消）");
    return entry.detail.empty() ? text : tr("{}（{}）", text, entry.detail);
}

bool isSame(const CalendarEntry& a, const CalendarEntry& b) {
    return std::tie(a.argument, a.uid, a.title) == std::tie(b.argument, b.uid, b.title);
}

} // namespace

std::string timeText(const CalendarEntry& entry) {
    if (!entry.time) return {};
    if (entry.time->to <= entry.time->from) return clock(entry.time->from);
    return tr("{}–{}", clock(entry.time->from), clock(entry.time->to));
}

std::string weekdayName(int weekday) {
    switch (weekday) {
    case 1: return tr("周一");
    case 2: return tr("周二");
    case 3: return tr("周三");
    case 4: return tr("周四");
    case 5: return tr("周五");
    case 6: return tr("周六");
    default: return tr("周日");
    }
}

CalendarView::CalendarView(wxWindow* parent, const char* name, Date today)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE),
      today_(today), day_(today) {
    SetName(name);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    SetMinSize(FromDIP(wxSize(420, 330)));
    bind();
}

CalendarView::~CalendarView() = default;

void CalendarView::bind() {
    Bind(wxEVT_PAINT, &CalendarView::onPaint, this);
    for (const auto& type : {wxEVT_LEFT_DOWN, wxEVT_LEFT_UP, wxEVT_RIGHT_DOWN, wxEVT_MOTION, wxEVT_MOUSEWHEEL})
        Bind(type, &CalendarView::onMouse, this);
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { endDrag(); });
    Bind(wxEVT_KEY_DOWN, &CalendarView::onKey, this);
    const auto refocus = [this](wxFocusEvent& event) {
        event.Skip();
        Refresh();
    };
    Bind(wxEVT_SET_FOCUS, refocus);
    Bind(wxEVT_KILL_FOCUS, refocus);
}

void CalendarView::showDay(Date day) {
    if (!day.valid()) return;
    if (turnTo(day)) {
        endDrag();
        entries_.clear();
        hits_.clear();
    }
    day_ = day;
    chosen_.reset();
    announce();
    Refresh();
}

void CalendarView::step(int pages) { select(pageAway(day_, pages)); }

void CalendarView::setEntries(std::vector<CalendarEntry> entries) {
    endDrag();
    std::optional<CalendarEntry> kept;
    if (chosen_ && *chosen_ < entries_.size()) kept = entries_[*chosen_];
    chosen_.reset();
    entries_ = std::move(entries);
    hits_.clear();
    if (kept) {
        for (const std::size_t i : entriesOf(day_))
            if (isSame(entries_[i], *kept)) chosen_ = i;
    }
    announce();
    Refresh();
}

std::vector<std::size_t> CalendarView::entriesOf(Date day) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        if (entries_[i].first <= day && day <= entries_[i].last) found.push_back(i);
    std::stable_sort(found.begin(), found.end(), [this](std::size_t a, std::size_t b) {
        const auto from = [this](std::size_t i) { return entries_[i].time ? entries_[i].time->from : -1; };
        return from(a) < from(b);
    });
    return found;
}

std::optional<wxRect> CalendarView::areaOf(std::size_t entry, Date day) const {
    for (const Hit& hit : hits_)
        if (hit.entry == entry && hit.day == day) return hit.area;
    return {};
}

void CalendarView::announce() {
    std::string name = tr("{}，{}", day_.chinese(), weekdayName(day_.weekday()));
    const auto of = entriesOf(day_);
    if (of.empty()) name += tr("，没有安排");
    if (chosen_) {
        const auto at = std::find(of.begin(), of.end(), *chosen_) - of.begin() + 1;
        name += tr("，第 {} 项，共 {} 项：{}", long(at), of.size(), spoken(entries_[*chosen_]));
    } else {
        for (const std::size_t i : of)
            name += tr("，{}", spoken(entries_[i]));
    }
    platform::setAccessible(this, name, "table");
}

void CalendarView::select(Date day) {
    if (!day.valid()) return;
    const Period before = shown();
    showDay(day);
    if (shown() != before && pageChanged) guarded(this, pageChanged);
    if (daySelected) guarded(this, [call = daySelected, day] { call(day); });
}

void CalendarView::choose(int step) {
    const auto of = entriesOf(day_);
    if (of.empty()) return;
    const int count = int(of.size());
    int at = step > 0 ? -1 : count;
    if (chosen_) at = int(std::find(of.begin(), of.end(), *chosen_) - of.begin());
    chosen_ = of[std::size_t((at + step + count) % count)];
    announce();
    Refresh();
}

/// Of the entry chosen, else the day's first.
void CalendarView::ask(const std::function<void(std::size_t)>& what) {
    const auto of = entriesOf(day_);
    if (of.empty() || !what) return;
    guarded(this, [call = what, entry = chosen_.value_or(of.front())] { call(entry); });
}

void CalendarView::onKey(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    if (key == WXK_F10 && event.GetModifiers() == wxMOD_SHIFT) return ask(menuAsked);
    const bool shifted = event.GetModifiers() == wxMOD_SHIFT && (key == WXK_TAB || key == WXK_SPACE);
    if (event.HasAnyModifiers() && !shifted) return event.Skip();
    const int weekday = day_.weekday();
    switch (key) {
    case WXK_LEFT: return select(plusDays(day_, -1));
    case WXK_RIGHT: return select(plusDays(day_, 1));
    case WXK_UP: return vertical(-1);
    case WXK_DOWN: return vertical(1);
    case WXK_PAGEUP: return step(-1);
    case WXK_PAGEDOWN: return step(1);
    case WXK_HOME: return select(plusDays(day_, 1 - weekday));
    case WXK_END: return select(plusDays(day_, kWeek - weekday));
    case WXK_SPACE: return choose(event.ShiftDown() ? -1 : 1);
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER: return ask(opened);
    case WXK_WINDOWS_MENU: return ask(menuAsked);
    case WXK_TAB:
        Navigate(event.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
        return;
    default:
        if (!onLetter(key)) event.Skip();
    }
}

bool CalendarView::onLetter(int key) {
    if (key == 'T') select(today_);
    else if (key == 'M') ask(moveAsked);
    else if (key == WXK_ESCAPE && drag_) endDrag();
    else return false;
    return true;
}

void CalendarView::onPaint(wxPaintEvent&) {
    Canvas canvas(this, ground(this));
    hits_.clear();
    paint(canvas.gc());
    paintDragged(canvas.gc());
}

} // namespace yanxun::ui
