#pragma once
#include <yanxun/calendar.h>
#include <yanxun/ui/theme.h>

class wxGraphicsContext;

namespace yanxun::ui {

/// One month as a grid of 42 days with chips. Arrows move by day, PgUp/PgDn by month, Home/End by week, T goes to today,
/// Enter opens. Its accessible name reads the day and its entries.
class YANXUN_UI_EXPORT MonthView : public wxWindow {
public:
    MonthView(wxWindow* parent, Date today);
    void showMonth(int year, int month);
    void setEntries(std::vector<CalendarEntry> entries); ///< of the 42 days shown
    Period shown() const;                                ///< the 42 days
    Date day() const { return selected_; }
    int year() const { return year_; } ///< of the month shown
    int month() const { return month_; }
    std::function<void()> monthChanged; ///< give it the entries of shown() now
    std::function<void(Date)> daySelected;
    std::function<void(const CalendarEntry&)> opened; ///< a click on a chip, or Enter: the day's first
    bool AcceptsFocus() const override { return true; }

private:
    struct Hit {
        wxRect area;
        std::size_t entry;
    };
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent&);
    void onKey(wxKeyEvent&);
    void select(Date day);
    void open();
    void announce();
    wxRect cell(int index) const;
    std::vector<std::size_t> entriesOf(Date day) const;
    void paintHead(wxGraphicsContext& gc);
    void paintDay(wxGraphicsContext& gc, int index);
    void paintEntries(wxGraphicsContext& gc, Date day, const wxRect& area);
    Date today_, selected_, firstShown_;
    int year_ = 0, month_ = 0;
    std::vector<CalendarEntry> entries_;
    std::vector<Hit> hits_;
};

} // namespace yanxun::ui
