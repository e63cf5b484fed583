#include "desktop/calendar_bar.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <wx/tglbtn.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

std::string idOf(CalendarMode mode) {
    switch (mode) {
    case CalendarMode::week: return "week";
    case CalendarMode::agenda: return "agenda";
    case CalendarMode::month: break;
    }
    return "month";
}

CalendarMode calendarMode(const std::string& id) {
    for (const CalendarMode mode : {CalendarMode::week, CalendarMode::agenda})
        if (id == idOf(mode)) return mode;
    return CalendarMode::month;
}

CalendarBar::CalendarBar(wxWindow* parent, const host::Registry& registry, CalendarMode mode)
    : wxPanel(parent), registry_(registry), mode_(mode) {
    SetName("calendar.bar");
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    addModes(row);
    addKinds(row);
    row->AddStretchSpacer();
    row->Add(legend(), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::m));
    SetSizer(row);
    setMode(mode);
}

void CalendarBar::addModes(wxBoxSizer* row) {
    const std::array<std::pair<CalendarMode, std::string>, 3> words{
        {{CalendarMode::month, tr("月")}, {CalendarMode::week, tr("周")}, {CalendarMode::agenda, tr("日程")}}};
    for (const auto& [mode, word] : words) {
        auto* const one = new wxToggleButton(this, wxID_ANY, wx(word));
        one->SetName("calendar.mode." + idOf(mode));
        one->SetMinSize(FromDIP(wxSize(64, 32)));
        one->Bind(wxEVT_TOGGLEBUTTON, [this, mode = mode](wxCommandEvent&) {
            const bool other = mode != mode_;
            setMode(mode); // also when it was pressed again: one is always down
            if (other && modeChanged) guarded(this, modeChanged);
        });
        modes_[std::size_t(mode)] = one;
        row->Add(one, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::xs));
    }
}

void CalendarBar::addKinds(wxBoxSizer* row) {
    kinds_ = new wxChoice(this, wxID_ANY);
    kinds_->SetName("calendar.kind");
    kinds_->SetMinSize(FromDIP(wxSize(130, 32)));
    setAccessible(kinds_, tr("类别"));
    kinds_->Append(wx(tr("全部类别")));
    for (const CalendarKind& kind : registry_.calendars()) kinds_->Append(wx(kind.title));
    kinds_->SetSelection(0);
    kinds_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        if (kindChanged) guarded(this, kindChanged);
    });
    row->Add(kinds_, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
}

wxSizer* CalendarBar::legend() {
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    const std::pair<Tone, std::string> words[] = {{Tone::accent, tr("计划中")},
                                                  {Tone::warning, tr("待办理")},
                                                  {Tone::good, tr("已完成")},
                                                  {Tone::bad, tr("有问题")},
                                                  {Tone::neutral, tr("其他")}};
    for (const auto& [tone, word] : words)
        row->Add(new Pill(this, word, tone), 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::xs));
    return row;
}

void CalendarBar::setMode(CalendarMode mode) {
    mode_ = mode;
    for (std::size_t i = 0; i < modes_.size(); ++i) modes_[i]->SetValue(i == std::size_t(mode));
}

std::string CalendarBar::kind() const {
    const int at = kinds_->GetSelection();
    return at > 0 ? registry_.calendars()[std::size_t(at - 1)].id : std::string();
}

} // namespace yanxun::desktop
