#pragma once
#include <yanxun/ui/calendar_view.h>

namespace yanxun::ui {

/// One month as a grid of 42 days with chips. ↑ and ↓ move by week, PgUp/PgDn by month.
class YANXUN_UI_EXPORT MonthView final : public CalendarView {
public:
    MonthView(wxWindow* parent, Date today);
    Period shown() const override; ///< the 42 days
    int year() const { return year_; } ///< of the month shown
    int month() const { return month_; }
    using CalendarView::areaOf;
    wxRect areaOf(Date day) const override;

private:
    bool turnTo(Date day) override;
    Date pageAway(Date day, int pages) const override;
    void vertical(int step) override;
    void paint(wxGraphicsContext& gc) override;
    wxRect cell(int index) const;
    void paintHead(wxGraphicsContext& gc);
    void paintDay(wxGraphicsContext& gc, int index);
    void paintEntries(wxGraphicsContext& gc, Date day, const wxRect& area);
    Date firstShown_;
    int year_ = 0, month_ = 0;
};

} // namespace yanxun::ui
