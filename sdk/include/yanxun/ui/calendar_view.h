#pragma once
#include <yanxun/calendar.h>
#include <yanxun/ui/theme.h>

#include <optional>

class wxGraphicsContext;

namespace yanxun::ui {

/// What the month and the week share: entries on days, a day and one of its entries chosen, opening, moving by drag and
/// drop. Arrows move by day, Home/End by week, PgUp/PgDn by page, T goes to today, Space goes through the day's entries,
/// Enter opens, M asks for another day, the menu key for the menu, Escape drops what is dragged. The accessible name
/// reads the day and its entries, or the entry chosen. Entries are told by their place in what setEntries() got.
class YANXUN_UI_EXPORT CalendarView : public wxWindow {
public:
    ~CalendarView() override;
    /// Turns to the page with this day and chooses the day; tells nobody.
    void showDay(Date day);
    /// So many pages on, as by PgDn; back when negative.
    void step(int pages);
    /// Of the days shown. The entry chosen stays so when it is still there.
    void setEntries(std::vector<CalendarEntry> entries);
    const std::vector<CalendarEntry>& entries() const { return entries_; }
    virtual Period shown() const = 0;
    Date day() const { return day_; }
    std::optional<std::size_t> chosen() const { return chosen_; } ///< by the keyboard or a click
    /// Where an entry was painted last, on a day; empty when it is not seen. For tests.
    std::optional<wxRect> areaOf(std::size_t entry, Date day) const;
    virtual wxRect areaOf(Date day) const = 0;

    std::function<void()> pageChanged; ///< give it the entries of shown() now
    std::function<void(Date)> daySelected;
    std::function<void(std::size_t entry)> opened; ///< a click on it, or Enter: the one chosen, else the day's first
    /// Dropped so that it would begin on `first`; also when it may not be moved: say why.
    std::function<void(std::size_t entry, Date first)> dropped;
    std::function<void(std::size_t entry)> moveAsked;
    std::function<void(std::size_t entry)> menuAsked;
    bool AcceptsFocus() const override { return true; }

protected:
    CalendarView(wxWindow* parent, const char* name, Date today);
    /// Makes the page with `day` the one shown; false when it is already.
    virtual bool turnTo(Date day) = 0;
    virtual Date pageAway(Date day, int pages) const = 0;
    /// ↑ and ↓.
    virtual void vertical(int step) = 0;
    virtual void paint(wxGraphicsContext& gc) = 0;

    void select(Date day);
    void choose(int step); ///< the day's next entry, or the one before
    Date today() const { return today_; }
    /// The entries of a day as they stand in it: the whole day's first, then by time.
    std::vector<std::size_t> entriesOf(Date day) const;
    /// The day is under what is dragged.
    bool isTarget(Date day) const;
    /// A one-line chip; a click on it is the entry's.
    void paintChip(wxGraphicsContext& gc, const wxRect& area, std::size_t entry, Date day);
    /// The chip's ground without text, for taller ones.
    void paintGround(wxGraphicsContext& gc, const wxRect& area, std::size_t entry, Date day);
    void paintFocus(wxGraphicsContext& gc, const wxRect& area);
    wxFont fontOf(const CalendarEntry& entry) const; ///< struck through when it is cancelled

private:
    struct Hit {
        wxRect area;
        std::size_t entry;
        Date day;
    };
    struct Drag {
        std::size_t entry;
        Date grabbed; ///< the day it was taken at: entries of several days move as a whole
        wxPoint from, at;
        bool moving = false;
    };
    void bind();
    void onPaint(wxPaintEvent&);
    void onMouse(wxMouseEvent& event);
    void onKey(wxKeyEvent& event);
    bool onLetter(int key);
    void pressed(wxPoint at);
    void released(wxPoint at);
    void dragged(wxPoint at);
    void endDrag();
    void hint(wxPoint at);
    void paintDragged(wxGraphicsContext& gc);
    void ask(const std::function<void(std::size_t)>& what);
    std::optional<Date> dayAt(wxPoint at) const;
    const Hit* hitAt(wxPoint at) const;
    std::optional<Date> firstWhenDropped() const;
    void announce();

    Date today_, day_;
    std::vector<CalendarEntry> entries_;
    std::optional<std::size_t> chosen_;
    std::vector<Hit> hits_;
    std::optional<Drag> drag_;
};

/// «10:00–11:30»; "" when it takes the whole day.
YANXUN_UI_EXPORT std::string timeText(const CalendarEntry& entry);
/// «周六»
YANXUN_UI_EXPORT std::string weekdayName(int weekday);

} // namespace yanxun::ui
