#include "view/run/watch_bar.h"

#include "core/run/script_time.h"

#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

constexpr std::size_t mostShown = 4;

std::string timeOf(const StageTime& watch, const ExerciseClock& clock, yanxun::Millis now) {
    return clockText(watch.measuredMs.value_or(clock.between(watch.startedAt, now))).substr(3);
}

} // namespace

WatchBar::WatchBar(wxWindow* parent) : wxPanel(parent) {
    SetName("drills.run_watches");
    SetSizer(new wxBoxSizer(wxVERTICAL));
}

void WatchBar::show(const Run& run, yanxun::Millis now) {
    clock_ = run.clock;
    std::vector<StageTime> watches = run.watches;
    std::erase_if(watches, [](const StageTime& one) { return !one.voidReason.empty(); });
    std::stable_sort(watches.begin(), watches.end(), [](const StageTime& a, const StageTime& b) {
        return std::pair(!a.runs(), -a.id) < std::pair(!b.runs(), -b.id);
    });
    const bool over = run.clock.state() == ClockState::over;
    std::string shown = over ? "over" : "";
    for (const StageTime& watch : watches) shown += std::to_string(watch.id) + ":" + std::to_string(watch.revision) + ";";
    if (shown == shown_ && !lines_.empty()) return tick(now);
    shown_ = shown;
    lines_.clear();
    GetSizer()->Clear(true);
    if (watches.empty()) GetSizer()->Add(paragraph(this, tr("还没有计时。按“计时”为一个环节开表。"), TextStyle::body, true), 0, wxEXPAND);
    for (std::size_t i = 0; i < watches.size() && (i < mostShown || watches[i].runs()); ++i) addLine(watches[i], isFinal(run.drill.status));
    Layout();
    tick(now);
}

void WatchBar::addLine(const StageTime& watch, bool isOver) {
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    auto* const name = new wxStaticText(this, wxID_ANY, wx(watch.itemNo.empty() ? watch.metric : watch.metric + " · " + watch.itemNo),
                                        wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END | wxST_NO_AUTORESIZE);
    followTheme(name, [name] {
        name->SetFont(font(TextStyle::body));
        name->SetForegroundColour(palette().text);
    });
    name->SetMinSize(FromDIP(wxSize(40, 20)));
    row->Add(name, 1, wxALIGN_CENTRE_VERTICAL);
    lines_.push_back({watch, label(this, "00:00", TextStyle::strong)});
    row->Add(lines_.back().time, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT | wxRIGHT, FromDIP(space::s));
    wxButton* const act = button(this, watch.runs() ? tr("停表") : tr("更正"));
    act->SetName(watch.runs() ? "drills.run_watch_stop" : "drills.run_watch_change");
    act->Enable(!isOver);
    act->Bind(wxEVT_BUTTON, [this, watch](wxCommandEvent&) {
        // After the event: the deed makes the lines anew.
        CallAfter([this, watch] {
            const auto& pressed = watch.runs() ? stopPressed : changePressed;
            if (pressed) pressed(watch);
        });
    });
    row->Add(act, 0, wxALIGN_CENTRE_VERTICAL);
    GetSizer()->Add(row, 0, wxEXPAND | wxBOTTOM, FromDIP(space::xs));
}

void WatchBar::tick(yanxun::Millis now) {
    for (Line& line : lines_) {
        const wxString time = wx(timeOf(line.watch, clock_, now));
        if (line.time->GetLabel() != time) line.time->SetLabel(time);
    }
}

} // namespace drills
