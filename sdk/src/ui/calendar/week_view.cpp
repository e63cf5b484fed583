#include <yanxun/ui/week_view.h>

#include "days.h"
#include "week_lanes.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>

#include <algorithm>
#include <cmath>

namespace yanxun::ui {

namespace {

constexpr int kHead = 40, kGutter = 52, kChipHeight = 20, kDisc = 24, kLeastHours = 170; // DIP
constexpr int kDayBegins = 8, kDayEnds = 18;                                             // the least of the hours shown
constexpr int kHour = 60;

bool standsInHours(const CalendarEntry& entry) { return entry.time && entry.first == entry.last; }

} // namespace

/// Where things stand, worked out anew for each painting.
struct WeekView::Frame {
    int head = 0, band = 0;   ///< lower edges, pixels
    int rows = 0;             ///< of the band
    int firstHour = 0, lastHour = 0;
    double hour = 0;          ///< height of one, pixels
    double y(int minute) const { return band + (minute - firstHour * kHour) * hour / kHour; }
};

WeekView::WeekView(wxWindow* parent, Date today) : CalendarView(parent, "week", today) { showDay(today); }

bool WeekView::turnTo(Date day) {
    const Date monday = plusDays(day, 1 - day.weekday());
    if (monday == monday_) return false;
    monday_ = monday;
    return true;
}

Period WeekView::shown() const { return {monday_, plusDays(monday_, kWeek - 1)}; }

Date WeekView::pageAway(Date day, int pages) const { return plusDays(day, kWeek * pages); }

void WeekView::vertical(int step) { choose(step); }

int WeekView::column(int index) const {
    const int left = FromDIP(kGutter);
    return left + int(std::round(double(GetClientSize().x - 1 - left) * index / kWeek));
}

wxRect WeekView::areaOf(Date day) const {
    const int index = int(day.days() - monday_.days());
    return {column(index), 0, column(index + 1) - column(index), GetClientSize().y - 1};
}

WeekView::Frame WeekView::frame() const {
    Frame frame;
    frame.head = FromDIP(kHead);
    frame.firstHour = kDayBegins;
    frame.lastHour = kDayEnds;
    std::size_t most = 1;
    for (int i = 0; i < kWeek; ++i) {
        std::size_t whole = 0;
        for (const std::size_t at : entriesOf(plusDays(monday_, i))) {
            const CalendarEntry& entry = entries()[at];
            if (!standsInHours(entry)) {
                ++whole;
                continue;
            }
            frame.firstHour = std::min(frame.firstHour, entry.time->from / kHour);
            frame.lastHour = std::max({frame.lastHour, (entry.time->to + kHour - 1) / kHour, entry.time->from / kHour + 1});
        }
        most = std::max(most, whole);
    }
    const int tall = FromDIP(kChipHeight), height = GetClientSize().y - 1;
    const int room = std::max(1, (height - frame.head - FromDIP(kLeastHours)) / tall);
    frame.rows = int(std::min<std::size_t>(most, std::size_t(room)));
    frame.band = frame.head + frame.rows * tall + FromDIP(6);
    frame.hour = double(height - frame.band) / (frame.lastHour - frame.firstHour);
    return frame;
}

void WeekView::paint(wxGraphicsContext& gc) {
    const Frame frame = this->frame();
    paintGrid(gc, frame);
    paintHead(gc, frame);
    for (int i = 0; i < kWeek; ++i) {
        paintWholeDay(gc, frame, plusDays(monday_, i));
        paintTimed(gc, frame, plusDays(monday_, i));
    }
    paintFocus(gc, areaOf(day()));
}

void WeekView::paintGrid(wxGraphicsContext& gc, const Frame& frame) {
    const Palette& p = palette();
    for (int i = 0; i < kWeek; ++i) {
        const Date shownDay = plusDays(monday_, i);
        const wxRect area = areaOf(shownDay);
        gc.SetPen(wxPen(p.border));
        gc.SetBrush(wxBrush(isTarget(shownDay) ? p.hover : shownDay == day() ? p.accentSoft : p.surface));
        gc.DrawRectangle(area.x + 0.5, frame.head + 0.5, area.width, area.height - frame.head);
    }
    const int left = FromDIP(kGutter), right = GetClientSize().x - 1;
    gc.SetPen(wxPen(p.border));
    gc.StrokeLine(left, frame.band + 0.5, right, frame.band + 0.5);
    gc.SetFont(font(TextStyle::caption), p.muted);
    drawText(gc, wx(tr("全天")), left - FromDIP(8), frame.head + FromDIP(kChipHeight) / 2.0 + FromDIP(3), 1, 0.5);
    // A label for every hour where there is room, else for every second.
    const int every = frame.hour < FromDIP(16) ? 2 : 1;
    for (int hour = frame.firstHour; hour < frame.lastHour; ++hour) {
        const double y = std::round(frame.y(hour * kHour)) + 0.5;
        if (hour > frame.firstHour) gc.StrokeLine(left, y, right, y);
        if ((hour - frame.firstHour) % every == 0)
            drawText(gc, wxString::Format("%02d:00", hour), left - FromDIP(8), y + FromDIP(9), 1, 0.5);
    }
}

void WeekView::paintHead(wxGraphicsContext& gc, const Frame& frame) {
    const Palette& p = palette();
    for (int i = 0; i < kWeek; ++i) {
        const Date shownDay = plusDays(monday_, i);
        const int x = column(i);
        gc.SetFont(font(TextStyle::caption), i > 4 ? p.bad : p.muted);
        const wxString name = wx(weekdayName(i + 1));
        double width = 0, height = 0;
        gc.GetTextExtent(name, &width, &height);
        // Where the columns are narrow, word and number stand closer.
        const bool isNarrow = column(i + 1) - x < width + FromDIP(kDisc + 20);
        const int before = FromDIP(isNarrow ? 1 : 8), between = FromDIP(isNarrow ? 0 : 6);
        drawText(gc, name, x + before, frame.head / 2.0, 0, 0.5);
        const double middle = x + before + width + between + FromDIP(kDisc) / 2.0;
        const bool isToday = shownDay == today();
        if (isToday) {
            const double disc = FromDIP(kDisc);
            gc.SetPen(*wxTRANSPARENT_PEN);
            gc.SetBrush(wxBrush(p.accent));
            gc.DrawEllipse(middle - disc / 2, frame.head / 2.0 - disc / 2, disc, disc);
        }
        gc.SetFont(font(TextStyle::strong), isToday ? p.onAccent : p.text);
        drawText(gc, wxString::Format("%d", shownDay.day), middle, frame.head / 2.0, 0.5, 0.5);
    }
}

void WeekView::paintWholeDay(wxGraphicsContext& gc, const Frame& frame, Date shownDay) {
    std::vector<std::size_t> of;
    for (const std::size_t at : entriesOf(shownDay))
        if (!standsInHours(entries()[at])) of.push_back(at);
    const wxRect area = areaOf(shownDay);
    const int tall = FromDIP(kChipHeight);
    const std::size_t seen = of.size() <= std::size_t(frame.rows) ? of.size() : std::size_t(frame.rows - 1);
    wxRect chip(area.x + FromDIP(4), frame.head + FromDIP(4), area.width - FromDIP(7), tall - FromDIP(2));
    for (std::size_t i = 0; i < seen; ++i, chip.y += tall)
        paintChip(gc, chip, of[i], shownDay);
    if (seen == of.size()) return;
    gc.SetFont(font(TextStyle::caption), palette().muted);
    drawText(gc, wx(seen == 0 ? tr("{} 项", of.size()) : tr("还有 {} 项", of.size() - seen)), chip.x + FromDIP(4),
             chip.y + chip.height / 2.0, 0, 0.5);
}

/// The time above the title, as much of it as has room.
void WeekView::paintLines(wxGraphicsContext& gc, const CalendarEntry& entry, const wxRect& chip) const {
    const double x = chip.x + FromDIP(7), wide = chip.width - FromDIP(11);
    double y = chip.y + FromDIP(3);
    const std::string whole = timeText(entry);
    for (const std::string& time : {whole, whole.substr(0, 5)}) {
        double width = 0, height = 0;
        gc.GetTextExtent(wx(time), &width, &height);
        if (width > wide) continue;
        drawText(gc, wx(time), x, y, 0, 0);
        y += height;
        break;
    }
    drawText(gc, fitted(gc, wx(entry.title), wide), x, y, 0, 0);
}

void WeekView::paintTimed(wxGraphicsContext& gc, const Frame& frame, Date shownDay) {
    std::vector<std::size_t> of;
    std::vector<DayTime> times;
    for (const std::size_t at : entriesOf(shownDay)) {
        if (!standsInHours(entries()[at])) continue;
        of.push_back(at);
        times.push_back(*entries()[at].time);
    }
    const int least = FromDIP(kChipHeight) - FromDIP(2);
    const auto lanes = lanesOf(times, int(std::ceil(least * kHour / frame.hour)));
    const wxRect area = areaOf(shownDay);
    const double room = area.width - FromDIP(7);
    for (std::size_t i = 0; i < of.size(); ++i) {
        const int top = int(frame.y(times[i].from)) + 1;
        const int height = std::max(least, int(frame.y(times[i].to)) - top);
        const int left = area.x + FromDIP(4) + int(room * lanes[i].lane / lanes[i].lanes);
        const wxRect chip(left, std::min(top, GetClientSize().y - 1 - height), int(room / lanes[i].lanes) - 1, height);
        if (height < 2 * least) {
            paintChip(gc, chip, of[i], shownDay);
            continue;
        }
        const CalendarEntry& entry = entries()[of[i]];
        paintGround(gc, chip, of[i], shownDay);
        paintLines(gc, entry, chip);
    }
}

} // namespace yanxun::ui
