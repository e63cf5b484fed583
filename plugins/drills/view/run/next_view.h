#pragma once
#include "core/run/run.h"

#include <wx/window.h>

namespace drills {

/// What comes next: when, what, to whom, what is expected. Counts down by itself; paints without flicker.
class NextView final : public wxWindow {
public:
    explicit NextView(wxWindow* parent);
    /// The next line by the clock, or `chosen` (its number) when a person picked one.
    void show(const Run& run, yanxun::Millis now, std::int64_t chosen);
    /// Of the height of the column it stands in, pixels.
    void fitInto(int room);
    void tick(yanxun::Millis now);
    /// Number of the line that is shown; 0 = none.
    std::int64_t number() const;

private:
    void onPaint(wxPaintEvent&);
    const RunLine* line() const;
    std::string countdown(const RunLine& line) const;
    std::string nothing() const;
    std::string whole(const RunLine& line) const;

    Run run_;
    yanxun::Millis now_ = 0;
    std::int64_t chosen_ = 0;
};

} // namespace drills
