#pragma once
#include <yanxun/calendar.h>
#include <yanxun/ui/theme.h>

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
    std::function<void()> monthChanged;
    std::function<void(Date)> daySelected;
    std::function<void(const CalendarEntry&)> opened;
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
    Date today_, selected_, firstShown_;
    std::vector<CalendarEntry> entries_;
    std::vector<Hit> hits_;
};

} // namespace yanxun::ui
