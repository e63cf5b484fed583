#pragma once
#include "core/run/run.h"

#include <wx/panel.h>

#include <functional>

class wxButton;
class wxStaticText;

namespace drills {

/// 环节计时: one line a stop-watch, the running ones with their time and a button to stop them.
class WatchBar final : public wxPanel {
public:
    explicit WatchBar(wxWindow* parent);
    void show(const Run& run, yanxun::Millis now);
    void tick(yanxun::Millis now);

    std::function<void(const StageTime&)> stopPressed, changePressed;

private:
    struct Line {
        StageTime watch;
        wxStaticText* time = nullptr;
    };
    void addLine(const StageTime& watch, bool isOver);
    std::vector<Line> lines_;
    ExerciseClock clock_;
    std::string shown_; ///< what the lines were made from: made anew only when that changes
};

} // namespace drills
