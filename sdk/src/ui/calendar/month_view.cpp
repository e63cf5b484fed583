#include <yanxun/ui/month_view.h>

#include "days.h"

#include <yanxun/text.h>
#include <yanxun/ui/paint.h>

#include <algorithm>
#include <cmath>

namespace yanxun::ui {

namespace {

constexpr int kDays = 42;
constexpr int kHead = 30, kNumberHeight = 32, kChipHeight = 20, kDisc = 24, kDot = 6; // DIP

/// A day too low for a chip: how many there are beside its number, and a dot for each below.
void paintDots(wxGraphicsContext& gc, const wxWindow& view, const wxRect& area, const std::vector<Tone>& tones) {
    const double dot = view.FromDIP(kDot), step = dot + view.FromDIP(3), right = area.GetRight() - view.FromDIP(4);
    gc.SetFont(font(TextStyle::caption), palette().muted);
    drawText(gc, wx(tr("{} 项", tones.size())), right, area.y + view.FromDIP(kNumberHeight) / 2.0, 1, 0.5);
    double x = area.x + view.FromDIP(8);
    const double y = std::min(area.y + view.FromDIP(kNumberHeight) + 1.0, area.GetBottom() - dot - view.FromDIP(3));
    gc.SetPen(*wxTRANSPARENT_PEN);
    for (const Tone tone : tones) {
        if (x + dot > right) break;
        gc.SetBrush(wxBrush(palette().tone(tone)));
        gc.DrawEllipse(x, y, dot, dot);
        x += step;
    }
}

} // namespace

MonthView::MonthView(wxWindow* parent, Date today) : CalendarView(parent, "month", today) { showDay(today); }

bool MonthView::turnTo(Date day) {
    if (day.year == year_ && day.month == month_) return false;
    const Date first{day.year, day.month, 1};
    year_ = day.year;
    month_ = day.month;
    firstShown_ = plusDays(first, 1 - first.weekday());
    return true;
}

Period MonthView::shown() const { return {firstShown_, plusDays(firstShown_, kDays - 1)}; }

Date MonthView::pageAway(Date day, int pages) const { return plusMonths(day, pages); }

void MonthView::vertical(int step) { select(plusDays(day(), kWeek * step)); }

wxRect MonthView::areaOf(Date day) const { return cell(int(day.days() - firstShown_.days())); }

wxRect MonthView::cell(int index) const {
    const wxSize size = GetClientSize();
    const int top = FromDIP(kHead);
    const double width = double(size.x - 1) / kWeek, height = double(size.y - 1 - top) / (kDays / kWeek);
    const int column = index % kWeek, row = index / kWeek;
    const int left = int(std::round(column * width)), upper = top + int(std::round(row * height));
    return {left, upper, int(std::round((column + 1) * width)) - left, top + int(std::round((row + 1) * height)) - upper};
}

void MonthView::paint(wxGraphicsContext& gc) {
    paintHead(gc);
    for (int i = 0; i < kDays; ++i)
        paintDay(gc, i);
    paintFocus(gc, areaOf(day()));
}

void MonthView::paintHead(wxGraphicsContext& gc) {
    for (int column = 0; column < kWeek; ++column) {
        gc.SetFont(font(TextStyle::caption), column > 4 ? palette().bad : palette().muted);
        drawText(gc, wx(weekdayName(column + 1)), cell(column).x + FromDIP(8), FromDIP(kHead) / 2.0, 0, 0.5);
    }
}

void MonthView::paintDay(wxGraphicsContext& gc, int index) {
    const Palette& p = palette();
    const Date shownDay = plusDays(firstShown_, index);
    const wxRect area = cell(index);
    const bool inside = shownDay.month == month_ && shownDay.year == year_;
    gc.SetPen(wxPen(p.border));
    gc.SetBrush(wxBrush(isTarget(shownDay)  ? p.hover
                        : shownDay == day() ? p.accentSoft
                        : inside            ? p.surface
                                            : p.background));
    gc.DrawRectangle(area.x + 0.5, area.y + 0.5, area.width, area.height);

    const double middleX = area.x + FromDIP(16), middleY = area.y + FromDIP(kNumberHeight) / 2.0;
    const bool isToday = shownDay == today();
    if (isToday) {
        gc.SetPen(*wxTRANSPARENT_PEN);
        gc.SetBrush(wxBrush(p.accent));
        const double disc = FromDIP(kDisc);
        gc.DrawEllipse(middleX - disc / 2, middleY - disc / 2, disc, disc);
    }
    gc.SetFont(font(isToday ? TextStyle::strong : TextStyle::body), isToday ? p.onAccent : inside ? p.text : p.muted);
    drawText(gc, wxString::Format("%d", shownDay.day), middleX, middleY, 0.5, 0.5);
    paintEntries(gc, shownDay, area);
}

void MonthView::paintEntries(wxGraphicsContext& gc, Date shownDay, const wxRect& area) {
    const auto of = entriesOf(shownDay);
    const int tall = FromDIP(kChipHeight);
    const int room = std::max(0, (area.height - FromDIP(kNumberHeight) - FromDIP(2)) / tall);
    if (room == 0 && !of.empty()) {
        std::vector<Tone> tones;
        for (const std::size_t at : of) tones.push_back(entries()[at].tone);
        paintDots(gc, *this, area, tones);
        return;
    }
    const std::size_t seen = of.size() <= std::size_t(room) ? of.size() : std::size_t(std::max(room - 1, 0));
    wxRect chip(area.x + FromDIP(4), area.y + FromDIP(kNumberHeight), area.width - FromDIP(7), tall - FromDIP(2));
    for (std::size_t i = 0; i < seen; ++i, chip.y += tall)
        paintChip(gc, chip, of[i], shownDay);
    if (seen == of.size()) return;
    gc.SetFont(font(TextStyle::caption), palette().muted);
    drawText(gc, wx(seen == 0 ? tr("{} 项", of.size()) : tr("还有 {} 项", of.size() - seen)), chip.x + FromDIP(4),
             chip.y + chip.height / 2.0, 0, 0.5);
}

} // namespace yanxun::ui
