#include "desktop/calendar_page.h"

#include "desktop/calendar_entries.h"
#include "desktop/collected.h"
#include "desktop/host_pages.h"
#include "desktop/page_of.h"
#include "desktop/sentence_line.h"

#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/month_view.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>
#include <wx/radiobut.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kAgendaWidth = 340, kAgendaFrom = 860; // DIP; narrower pages show the month alone

std::vector<RecordColumn> agendaColumns() {
    return {{"day", tr("日期"), CellKind::text, 70, false, false},
            {"title", tr("安排"), CellKind::text, 0, false, false},
            {"kind", tr("类别"), CellKind::text, 100, false, true}};
}

std::string dayText(const CalendarEntry& entry) {
    const std::string first = tr("{}月{}日", entry.first.month, entry.first.day);
    return entry.last == entry.first ? first : tr("{}起", first);
}

class CalendarPage final : public wxPanel, public PageView {
public:
    CalendarPage(wxWindow* parent, host::Program& program, Workbench& workbench);
    void show(const std::string& argument) override;
    void refresh() override { load(); }

private:
    void makeHeader();
    wxWindow* makeAgenda();
    void step(int months);
    void load();
    void take(OpenEntries found);
    void showAgenda();
    void open(const OpenEntry& entry);
    void openShown(const CalendarEntry& entry);
    void fit();

    host::Program& program_;
    Workbench& workbench_;
    PageHeader* header_ = nullptr;
    MonthView* month_ = nullptr;
    Card* agendaCard_ = nullptr;
    wxChoice* kind_ = nullptr;
    wxStaticText* agendaTitle_ = nullptr;
    wxRadioButton *ofDay_ = nullptr, *ofMonth_ = nullptr;
    SentenceLine* problems_ = nullptr;
    RecordTable* agenda_ = nullptr;
    std::vector<OpenEntry> entries_; ///< of the 42 days
    Collected<OpenEntry> shown_;
    std::unique_ptr<ui::Task> task_;
};

CalendarPage::CalendarPage(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench) {
    SetName(kCalendarPage);
    makeHeader();
    auto* const card = new Card(this);
    month_ = new MonthView(card, program_.clock().today());
    month_->SetName("calendar.month");
    month_->monthChanged = [this] { load(); };
    month_->daySelected = [this](Date) { showAgenda(); };
    month_->opened = [this](const CalendarEntry& entry) { openShown(entry); };
    card->body()->Add(month_, 1, wxEXPAND);
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(card, 1, wxEXPAND);
    row->Add(makeAgenda(), 0, wxEXPAND | wxLEFT, FromDIP(space::l));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
    });
    load();
}

void CalendarPage::makeHeader() {
    header_ = new PageHeader(this, tr("日历"), tr("方向键移动 · PgUp/PgDn 换月 · T 回到今天 · Enter 打开"));
    kind_ = new wxChoice(header_, wxID_ANY);
    kind_->SetName("calendar.kind");
    kind_->SetMinSize(FromDIP(wxSize(120, 32)));
    setAccessible(kind_, tr("类别"));
    kind_->Append(wx(tr("全部类别")));
    for (const CalendarKind& kind : program_.registry().calendars()) kind_->Append(wx(kind.title));
    kind_->SetSelection(0);
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { load(); });
    wxButton* const before = button(header_, {}, "chevron-left");
    wxButton* const today = button(header_, tr("今天"), "calendar");
    wxButton* const after = button(header_, {}, "chevron-right");
    before->SetName("calendar.before");
    today->SetName("calendar.today");
    after->SetName("calendar.after");
    setAccessible(before, tr("上个月"));
    setAccessible(after, tr("下个月"));
    before->SetToolTip(wx(tr("上个月")));
    after->SetToolTip(wx(tr("下个月")));
    before->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { step(-1); });
    after->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { step(1); });
    today->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { show("day=" + program_.clock().today().iso()); });
    for (wxWindow* window : {static_cast<wxWindow*>(kind_), static_cast<wxWindow*>(before),
                             static_cast<wxWindow*>(today), static_cast<wxWindow*>(after)}) {
        header_->actions()->Add(window, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
    }
}

wxWindow* CalendarPage::makeAgenda() {
    agendaCard_ = new Card(this);
    agendaCard_->SetMinSize(FromDIP(wxSize(kAgendaWidth, -1)));
    agendaTitle_ = label(agendaCard_, {}, TextStyle::subtitle);
    agendaTitle_->SetName("calendar.agenda.title");
    ofDay_ = new wxRadioButton(agendaCard_, wxID_ANY, wx(tr("当天")), wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
    ofMonth_ = new wxRadioButton(agendaCard_, wxID_ANY, wx(tr("全月")));
    ofDay_->SetName("calendar.day");
    ofMonth_->SetName("calendar.whole");
    auto* const ways = new wxBoxSizer(wxHORIZONTAL);
    ways->Add(ofDay_, 0, wxRIGHT, FromDIP(space::l));
    ways->Add(ofMonth_);
    for (wxRadioButton* radio : {ofDay_, ofMonth_}) {
        radio->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { showAgenda(); });
    }
    problems_ = new SentenceLine(agendaCard_);
    agenda_ = new RecordTable(agendaCard_, "host.agenda", program_.database(), agendaColumns(), {});
    agenda_->setTitle(tr("安排"));
    agenda_->setEmpty(tr("没有安排。"));
    agenda_->activated = [this](std::int64_t id) {
        if (const OpenEntry* entry = shown_.at(id)) open(*entry);
    };
    wxBoxSizer* const body = agendaCard_->body();
    body->Add(agendaTitle_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    body->Add(ways, 0, wxBOTTOM, FromDIP(space::s));
    body->Add(problems_, 0, wxEXPAND);
    body->Add(agenda_, 1, wxEXPAND);
    return agendaCard_;
}

void CalendarPage::show(const std::string& argument) {
    const auto day = argument.starts_with("day=") ? Date::fromIso(argument.substr(4)) : std::nullopt;
    if (!day) return;
    month_->showMonth(day->year, day->month);
    load();
}

void CalendarPage::step(int months) {
    const int index = month_->year() * 12 + month_->month() - 1 + months;
    month_->showMonth(index / 12, index % 12 + 1);
    load();
}

void CalendarPage::load() {
    header_->setTitle(tr("{}年{}月", month_->year(), month_->month()));
    const auto found = std::make_shared<OpenEntries>();
    const int at = kind_->GetSelection();
    const std::string only = at > 0 ? program_.registry().calendars()[std::size_t(at - 1)].id : std::string();
    task_ = std::make_unique<ui::Task>(
        [this, found, days = month_->shown(), only](Progress&) {
            program_.database().read(
                [&](Reader& reader) { *found = collectEntries(program_.registry(), reader, days, only); });
        },
        [this, found](std::exception_ptr error) {
            if (error) return showError(this, error);
            take(std::move(*found));
        });
}

void CalendarPage::take(OpenEntries found) {
    entries_ = std::move(found.entries);
    std::vector<CalendarEntry> shown;
    for (const OpenEntry& open : entries_) shown.push_back(open.entry);
    month_->setEntries(std::move(shown));
    std::string all;
    for (const std::string& problem : found.problems) all += (all.empty() ? "" : "\n") + problem;
    if (problems_->sentence() != all) problems_->set(all, Tone::bad);
    showAgenda();
}

void CalendarPage::showAgenda() {
    const Date day = month_->day();
    const bool whole = ofMonth_->GetValue();
    const Period days = whole ? Period{{day.year, day.month, 1}, {day.year, day.month, daysInMonth(day.year, day.month)}}
                              : Period{day, day};
    std::vector<OpenEntry> of;
    for (const OpenEntry& open : entries_) {
        if (open.entry.first <= days.last && days.first <= open.entry.last) of.push_back(open);
    }
    const std::string title = whole ? tr("{}年{}月", day.year, day.month) : tr("{}月{}日", day.month, day.day);
    agendaTitle_->SetLabelText(wx(tr("{} · {} 项", title, of.size())));
    agenda_->setSource(shown_.source([of](Reader&, const RecordQuery&) { return of; },
                                     [](const OpenEntry& open) {
                                         return std::vector<RecordCell>{{dayText(open.entry)},
                                                                        {open.entry.title},
                                                                        {open.kind, open.entry.tone}};
                                     }));
}

void CalendarPage::open(const OpenEntry& entry) {
    guarded(this, [&] { workbench_.open(entry.page, entry.entry.argument); });
}

/// The month knows the entry only; its page stands beside it in ours.
void CalendarPage::openShown(const CalendarEntry& entry) {
    for (const OpenEntry& known : entries_) {
        const CalendarEntry& other = known.entry;
        const bool same = std::tie(other.first, other.title, other.argument) ==
                          std::tie(entry.first, entry.title, entry.argument);
        if (same) return open(OpenEntry(known));
    }
}

void CalendarPage::fit() {
    const bool wide = ToDIP(GetClientSize()).x >= kAgendaFrom;
    if (agendaCard_->IsShown() == wide) return;
    agendaCard_->Show(wide);
    Layout();
}

} // namespace

Page calendarPage(host::Program& program, Workbench& workbench) {
    return pageOf(kCalendarPage, tr("日历"), "calendar", {}, kCalendarOrder, [&program, &workbench](wxWindow* parent) {
        return new CalendarPage(parent, program, workbench);
    });
}

} // namespace yanxun::desktop
