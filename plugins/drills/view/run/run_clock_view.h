#pragma once
#include "core/run/run.h"

#include <wx/window.h>

namespace drills {

/// The big clock with the state, the scenario's time and the phases below. Paints itself, so that a second passes
/// without flicker.
class RunClockView final : public wxWindow {
public:
    explicit RunClockView(wxWindow* parent);
    void show(const Run& run, yanxun::Millis now);
    /// The next second.
    void tick(yanxun::Millis now);

private:
    void onPaint(wxPaintEvent&);
    void paintPhases(class wxGraphicsContext& gc, double top, double width);
    std::string scenarioText() const;

    Run run_;
    yanxun::Millis now_ = 0;
};

} // namespace drills
