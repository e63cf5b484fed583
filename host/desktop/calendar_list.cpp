#include "desktop/calendar_list.h"

#include <yanxun/text.h>
#include <yanxun/ui/calendar_view.h>
#include <yanxun/ui/dialogs.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

std::vector<RecordColumn> columnsOf(CalendarList::Sort sort) {
    if (sort == CalendarList::Sort::beside) {
        return {{"day", tr("日期"), CellKind::text, 76, false, false},
                {"title", tr("安排"), CellKind::text, 0, false, false},
                {"kind", tr("类别"), CellKind::text, 92, false, true}};
    }
    return {{"day", tr("日期"), CellKind::text, 130, false, false},
            {"time", tr("时间"), CellKind::text, 96, false, false},
            {"title", tr("安排"), CellKind::text, 0, false, false},
            {"detail", tr("单位、地点"), CellKind::text, 250, false, false},
            {"kind", tr("类别"), CellKind::text, 92, false, true}};
}

std::string shortDay(const CalendarEntry& entry) {
    const std::string first = tr("{}月{}日", entry.first.month, entry.first.day);
    if (entry.last != entry.first) return tr("{}起", first);
    return entry.time ? timeText(entry).substr(0, 5) : first;
}

std::string longDay(const CalendarEntry& entry) {
    const std::string first = tr("{}月{}日 {}", entry.first.month, entry.first.day, weekdayName(entry.first.weekday()));
    if (entry.last == entry.first) return first;
    return tr("{}月{}日—{}月{}日", entry.first.month, entry.first.day, entry.last.month, entry.last.day);
}

/// What the plugin says of it, and the place when that is not in it.
std::string where(const CalendarEntry& entry) {
    if (entry.detail.find(entry.place) != std::string::npos) return entry.detail;
    return entry.detail.empty() ? entry.place : tr("{} · {}", entry.detail, entry.place);
}

std::vector<RecordCell> cellsOf(const host::KindEntry& one, CalendarList::Sort sort) {
    const CalendarEntry& entry = one.entry;
    const Tone tone = entry.cancelled ? Tone::neutral : entry.tone;
    const RecordCell title{entry.cancelled ? tr("{}（已取消）", entry.title) : entry.title};
    const RecordCell kind{one.kind->title, tone};
    if (sort == CalendarList::Sort::beside) return {{shortDay(entry)}, title, kind};
    return {{longDay(entry)},
            {entry.time ? timeText(entry) : tr("全天")},
            title,
            {where(entry)},
            kind};
}

} // namespace

CalendarList::CalendarList(wxWindow* parent, host::Program& program, Sort sort) : wxPanel(parent), sort_(sort) {
    const std::string name = sort == Sort::beside ? "calendar.agenda" : "calendar.coming";
    SetName(name);
    title_ = label(this, {}, TextStyle::subtitle);
    title_->SetName(name + ".title");
    titleRow_ = new wxBoxSizer(wxHORIZONTAL);
    titleRow_->Add(title_, 1, wxALIGN_CENTRE_VERTICAL);
    table_ = new RecordTable(this, sort == Sort::beside ? "host.agenda" : "host.coming", program.database(),
                             columnsOf(sort), {});
    table_->setTitle(tr("安排"));
    table_->setEmpty(sort == Sort::beside ? tr("没有安排。") : tr("这段时间没有安排。"));
    table_->activated = [this](std::int64_t) { tell(opened); };
    table_->selectionChanged = [this](std::int64_t id) {
        open_->Enable(id != 0);
        move_->Enable(id != 0);
    };
    table_->control()->Bind(wxEVT_DATAVIEW_ITEM_CONTEXT_MENU, [this](wxDataViewEvent&) { tell(menuAsked); });
    open_ = button(this, tr("打开"), "link");
    move_ = button(this, tr("改期…"), "calendar");
    open_->SetName(name + ".open");
    move_->SetName(name + ".move");
    for (wxButton* one : {open_, move_}) one->Disable();
    open_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { tell(opened); });
    move_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { tell(moveAsked); });
    auto* const deeds = new wxBoxSizer(wxHORIZONTAL);
    deeds->Add(open_, 0, wxRIGHT, FromDIP(space::s));
    deeds->Add(move_);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(titleRow_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    all->Add(table_, 1, wxEXPAND);
    all->Add(deeds, 0, wxTOP, FromDIP(space::s));
    SetSizer(all);
}

void CalendarList::set(std::vector<host::KindEntry> entries, const std::string& title) {
    title_->SetLabelText(wx(tr("{} · {} 项", title, entries.size())));
    table_->setSource(shown_.source([entries = std::move(entries)](Reader&, const RecordQuery&) { return entries; },
                                    [sort = sort_](const host::KindEntry& one) { return cellsOf(one, sort); }));
    Layout();
}

const host::KindEntry* CalendarList::selected() const { return shown_.at(table_->selected()); }

void CalendarList::tell(const std::function<void(const host::KindEntry&)>& what) {
    const host::KindEntry* const chosen = selected();
    if (!chosen || !what) return;
    guarded(this, [what, one = *chosen] { what(one); });
}

} // namespace yanxun::desktop
