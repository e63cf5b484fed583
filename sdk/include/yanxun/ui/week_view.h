#pragma once
#include <yanxun/ui/calendar_view.h>

namespace yanxun::ui {

/// One week: a band with what takes whole days above, hours below. ↑ and ↓ go through the day's entries, PgUp/PgDn move
/// by week. The hours shown are the working day's and those of the entries.
class YANXUN_UI_EXPORT WeekView final : public CalendarView {
public:
    WeekView(wxWindow* parent, Date today);
    Period shown() const override; ///< Monday to Sunday
    using CalendarView::areaOf;
    wxRect areaOf(Date day) const override;

private:
    struct Frame;
    bool turnTo(Date day) override;
    Date pageAway(Date day, int pages) const override;
    void vertical(int step) override;
    void paint(wxGraphicsContext& gc) override;
    Frame frame() const;
    int column(int index) const; ///< its left edge
    void paintHead(wxGraphicsContext& gc, const Frame& frame);
    void paintGrid(wxGraphicsContext& gc, const Frame& frame);
    void paintWholeDay(wxGraphicsContext& gc, const Frame& frame, Date day);
    void paintLines(wxGraphicsContext& gc, const CalendarEntry& entry, const wxRect& chip) const;
    void paintTimed(wxGraphicsContext& gc, const Frame& frame, Date day);
    Date monday_;
};

} // namespace yanxun::ui
