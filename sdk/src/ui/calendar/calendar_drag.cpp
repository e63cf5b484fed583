// The mouse on a month or a week: choosing, opening, taking an entry to another day; and how entries are painted.
#include <yanxun/ui/calendar_view.h>

#include "days.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/paint.h>

#include <cstdlib>

namespace yanxun::ui {

namespace {

constexpr int kSlip = 5;                       // DIP; less is a click
constexpr int kGhostWidth = 150, kGhostHeight = 20; // DIP

std::string firstLine(const CalendarEntry& entry) {
    const std::string time = timeText(entry);
    return time.empty() ? entry.title : time.substr(0, 5) + " " + entry.title;
}

} // namespace

void CalendarView::onMouse(wxMouseEvent& event) {
    event.Skip();
    const wxPoint at = event.GetPosition();
    if (event.GetEventType() == wxEVT_MOUSEWHEEL) {
        event.Skip(false);
        if (!drag_) step(event.GetWheelRotation() > 0 ? -1 : 1);
    } else if (event.LeftDown() || event.RightDown()) {
        SetFocus();
        pressed(at);
        if (!event.RightDown() || !drag_) return;
        endDrag();
        ask(menuAsked);
    } else if (event.LeftUp()) {
        released(at);
    } else if (drag_ && event.LeftIsDown()) {
        dragged(at);
    } else {
        endDrag(); // the button was released somewhere else
        hint(at);
    }
}

void CalendarView::pressed(wxPoint at) {
    endDrag();
    const auto day = dayAt(at);
    if (!day) return;
    std::optional<std::size_t> entry;
    if (const Hit* const hit = hitAt(at)) entry = hit->entry;
    const Period before = shown();
    select(*day);
    if (!entry || shown() != before) return; // the page turned: nothing of it is under the mouse any more
    chosen_ = entry;
    drag_ = Drag{*entry, *day, at, at};
    announce();
}

void CalendarView::released(wxPoint at) {
    if (!drag_) return;
    if (!drag_->moving) {
        const std::size_t entry = drag_->entry;
        endDrag();
        const Hit* const hit = hitAt(at);
        if (hit && hit->entry == entry && opened) guarded(this, [call = opened, entry] { call(entry); });
        return;
    }
    drag_->at = at;
    const std::size_t entry = drag_->entry;
    const auto first = firstWhenDropped();
    endDrag();
    if (first && *first != entries_[entry].first && dropped)
        guarded(this, [call = dropped, entry, to = *first] { call(entry, to); });
}

void CalendarView::dragged(wxPoint at) {
    const int slip = FromDIP(kSlip);
    if (!drag_->moving) {
        if (std::abs(at.x - drag_->from.x) < slip && std::abs(at.y - drag_->from.y) < slip) return;
        drag_->moving = true;
        CaptureMouse();
        UnsetToolTip();
        SetCursor(wxCursor(entries_[drag_->entry].movable ? wxCURSOR_HAND : wxCURSOR_NO_ENTRY));
    }
    drag_->at = at;
    Refresh();
}

void CalendarView::endDrag() {
    if (!drag_) return;
    const bool wasMoving = drag_->moving;
    drag_.reset();
    if (!wasMoving) return;
    if (HasCapture()) ReleaseMouse();
    SetCursor(wxNullCursor);
    Refresh();
}

void CalendarView::hint(wxPoint at) {
    const Hit* const hit = hitAt(at);
    if (!hit) return UnsetToolTip();
    const CalendarEntry& under = entries_[hit->entry];
    std::string text = under.title;
    const bool saysPlace = under.detail.find(under.place) != std::string::npos;
    for (const std::string& line : {timeText(under), under.detail, saysPlace ? std::string() : under.place})
        if (!line.empty()) text += "\n" + line;
    if (under.cancelled) text += "\n" + tr("已取消");
    if (under.movable) text += "\n" + tr("可以拖到另一天");
    if (!GetToolTipText().IsSameAs(wx(text))) SetToolTip(wx(text));
}

std::optional<Date> CalendarView::dayAt(wxPoint at) const {
    const Period days = shown();
    for (Date day = days.first; day <= days.last; day = plusDays(day, 1))
        if (areaOf(day).Contains(at)) return day;
    return {};
}

const CalendarView::Hit* CalendarView::hitAt(wxPoint at) const {
    for (const Hit& hit : hits_)
        if (hit.area.Contains(at)) return &hit;
    return nullptr;
}

std::optional<Date> CalendarView::firstWhenDropped() const {
    const auto over = dayAt(drag_->at);
    if (!over) return {};
    return plusDays(entries_[drag_->entry].first, over->days() - drag_->grabbed.days());
}

bool CalendarView::isTarget(Date day) const {
    if (!drag_ || !drag_->moving || !entries_[drag_->entry].movable) return false;
    const auto first = firstWhenDropped();
    if (!first) return false;
    const CalendarEntry& entry = entries_[drag_->entry];
    return *first <= day && day <= plusDays(*first, entry.last.days() - entry.first.days());
}

wxFont CalendarView::fontOf(const CalendarEntry& entry) const {
    const wxFont plain = font(TextStyle::caption);
    return entry.cancelled ? plain.Strikethrough() : plain;
}

void CalendarView::paintGround(wxGraphicsContext& gc, const wxRect& area, std::size_t index, Date day) {
    const Palette& p = palette();
    const CalendarEntry& entry = entries_[index];
    const Tone tone = entry.cancelled ? Tone::neutral : entry.tone;
    const bool sameAsDay = day == day_ && (tone == Tone::accent || tone == Tone::neutral);
    const bool isChosen = chosen_ == index && day == day_;
    gc.SetPen(isChosen ? wxPen(p.tone(tone)) : *wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(sameAsDay ? p.surface : p.toneSoft(tone)));
    gc.DrawRoundedRectangle(area.x, area.y, area.width, area.height, FromDIP(4));
    gc.SetPen(*wxTRANSPARENT_PEN);
    gc.SetBrush(wxBrush(p.tone(tone)));
    gc.DrawRectangle(area.x, area.y, FromDIP(3), area.height);
    gc.SetFont(fontOf(entry), p.tone(tone));
    hits_.push_back({area, index, day});
}

void CalendarView::paintChip(wxGraphicsContext& gc, const wxRect& area, std::size_t index, Date day) {
    paintGround(gc, area, index, day);
    drawText(gc, fitted(gc, wx(firstLine(entries_[index])), area.width - FromDIP(11)), area.x + FromDIP(7),
             area.y + area.height / 2.0, 0, 0.5);
}

void CalendarView::paintFocus(wxGraphicsContext& gc, const wxRect& area) {
    if (!HasFocus()) return;
    gc.SetBrush(*wxTRANSPARENT_BRUSH);
    gc.SetPen(wxPen(palette().accent, FromDIP(2)));
    gc.DrawRectangle(area.x + 1, area.y + 1, area.width - 1, area.height - 1);
}

/// Where it would fall, and what is dragged below the mouse; above all else.
void CalendarView::paintDragged(wxGraphicsContext& gc) {
    if (!drag_ || !drag_->moving) return;
    const Palette& p = palette();
    const CalendarEntry& entry = entries_[drag_->entry];
    gc.SetPen(wxPen(p.accent, FromDIP(2)));
    gc.SetBrush(*wxTRANSPARENT_BRUSH);
    const Period days = shown();
    for (Date day = days.first; day <= days.last; day = plusDays(day, 1)) {
        const wxRect area = areaOf(day);
        if (isTarget(day)) gc.DrawRectangle(area.x + 1, area.y + 1, area.width - 1, area.height - 1);
    }
    const wxColour& ink = p.tone(entry.movable ? entry.tone : Tone::neutral);
    const wxSize size = FromDIP(wxSize(kGhostWidth, kGhostHeight));
    wxPoint corner = drag_->at + FromDIP(wxSize(10, 6));
    corner.x = std::max(0, std::min(corner.x, GetClientSize().x - size.x - 1));
    corner.y = std::max(0, std::min(corner.y, GetClientSize().y - size.y - 1));
    gc.SetPen(wxPen(ink));
    gc.SetBrush(wxBrush(p.surface));
    gc.DrawRoundedRectangle(corner.x, corner.y, size.x, size.y, FromDIP(4));
    gc.SetFont(font(TextStyle::caption), ink);
    drawText(gc, fitted(gc, wx(firstLine(entry)), size.x - FromDIP(14)), corner.x + FromDIP(7), corner.y + size.y / 2.0, 0,
             0.5);
}

} // namespace yanxun::ui
