#include "desktop/calendar_page.h"

#include "desktop/calendar_bar.h"
#include "desktop/calendar_export.h"
#include "desktop/calendar_list.h"
#include "desktop/calendar_move.h"
#include "desktop/host_pages.h"
#include "desktop/kind_problem.h"
#include "desktop/sentence_line.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/month_view.h>
#include <yanxun/ui/week_view.h>

#include <wx/menu.h>
#include <wx/radiobut.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kListWidth = 364, kListFrom = 860; // DIP; narrower pages show month and week alone
constexpr int kComingDays = 30;
constexpr auto kModeSetting = "calendar.mode";

struct Found {
    std::vector<host::KindEntry> entries;
    std::vector<std::string> problems; ///< a sentence per kind that could not answer
};

class CalendarPage final : public wxPanel, public PageView {
public:
    CalendarPage(wxWindow* parent, host::Program& program, Workbench& workbench);
    void show(const std::string& argument) override;
    void refresh() override { load(); }

private:
    void makeHeader();
    void makeBar();
    wxWindow* makeGrid();
    wxWindow* makeBeside();
    wxWindow* makeComing();
    void bind(CalendarView& view);
    void bind(CalendarList& list);

    CalendarMode mode() const { return bar_->mode(); }
    CalendarView& view() const;
    Period days() const;
    void step(int pages);
    void goTo(Date day);
    void showMode();
    void fit();
    void load();
    void take(Found found);
    void showList();
    void showTitle();

    void open(const host::KindEntry& one);
    void move(const host::KindEntry& one, std::optional<Date> to);
    void offer(const host::KindEntry& one);
    void exportAll();

    host::Program& program_;
    Workbench& workbench_;
    PageHeader* header_ = nullptr;
    CalendarBar* bar_ = nullptr;
    SentenceLine* problems_ = nullptr;
    wxWindow *grid_ = nullptr, *beside_ = nullptr, *coming_ = nullptr;
    MonthView* month_ = nullptr;
    WeekView* week_ = nullptr;
    CalendarList *list_ = nullptr, *comingList_ = nullptr;
    wxRadioButton *ofDay_ = nullptr, *ofPage_ = nullptr;
    std::vector<host::KindEntry> entries_; ///< of days(), as the views have them
    std::unique_ptr<ui::Task> loading_, exporting_;
};

CalendarPage::CalendarPage(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench) {
    SetName(kCalendarPage);
    makeHeader();
    makeBar();
    problems_ = new SentenceLine(this);
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeGrid(), 1, wxEXPAND);
    row->Add(makeBeside(), 0, wxEXPAND | wxLEFT, FromDIP(space::l));
    row->Add(makeComing(), 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    const int sides = wxEXPAND | wxLEFT | wxRIGHT;
    all->Add(header_, 0, sides | wxTOP, FromDIP(space::xl));
    all->AddSpacer(FromDIP(space::m));
    all->Add(bar_, 0, sides, FromDIP(space::xl));
    all->AddSpacer(FromDIP(space::m));
    all->Add(problems_, 0, sides, FromDIP(space::xl));
    all->Add(row, 1, sides | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
    });
    showMode();
    load();
}

void CalendarPage::makeHeader() {
    header_ = new PageHeader(this, tr("日历"));
    const auto add = [this](const char* name, const std::string& text, const char* icon, const std::string& tip,
                            std::function<void()> pressed) {
        wxButton* const made = button(header_, text, icon);
        made->SetName(name);
        if (text.empty()) setAccessible(made, tip);
        made->SetToolTip(wx(tip));
        made->Bind(wxEVT_BUTTON, [this, pressed](wxCommandEvent&) { guarded(this, pressed); });
        header_->actions()->Add(made, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
    };
    add("calendar.before", {}, "chevron-left", tr("往前一页（PgUp）"), [this] { step(-1); });
    add("calendar.today", tr("今天"), "calendar", tr("回到今天（T）"), [this] { goTo(program_.clock().today()); });
    add("calendar.after", {}, "chevron-right", tr("往后一页（PgDn）"), [this] { step(1); });
    add("calendar.export", tr("导出日历（.ics）"), "export", tr("写成其他日历软件能打开的文件"), [this] { exportAll(); });
}

void CalendarPage::makeBar() {
    bar_ = new CalendarBar(this, program_.registry(), calendarMode(program_.settings().text(kModeSetting)));
    bar_->modeChanged = [this] {
        program_.settings().setText(kModeSetting, idOf(mode()));
        showMode();
        load();
    };
    bar_->kindChanged = [this] { load(); };
}

wxWindow* CalendarPage::makeGrid() {
    auto* const card = new Card(this);
    month_ = new MonthView(card, program_.clock().today());
    week_ = new WeekView(card, program_.clock().today());
    month_->SetName("calendar.month");
    week_->SetName("calendar.week");
    for (CalendarView* view : {static_cast<CalendarView*>(month_), static_cast<CalendarView*>(week_)}) {
        bind(*view);
        card->body()->Add(view, 1, wxEXPAND);
    }
    return grid_ = card;
}

wxWindow* CalendarPage::makeBeside() {
    auto* const card = new Card(this);
    card->SetMinSize(FromDIP(wxSize(kListWidth, -1)));
    list_ = new CalendarList(card, program_, CalendarList::Sort::beside);
    bind(*list_);
    ofDay_ = new wxRadioButton(list_, wxID_ANY, wx(tr("当天")), wxDefaultPosition, wxDefaultSize, wxRB_GROUP);
    ofPage_ = new wxRadioButton(list_, wxID_ANY, {});
    ofDay_->SetName("calendar.day");
    ofPage_->SetName("calendar.whole");
    for (wxRadioButton* radio : {ofDay_, ofPage_}) {
        list_->titleRow()->Add(radio, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
        radio->Bind(wxEVT_RADIOBUTTON, [this](wxCommandEvent&) { showList(); });
    }
    card->body()->Add(list_, 1, wxEXPAND);
    return beside_ = card;
}

wxWindow* CalendarPage::makeComing() {
    auto* const card = new Card(this);
    comingList_ = new CalendarList(card, program_, CalendarList::Sort::alone);
    bind(*comingList_);
    card->body()->Add(comingList_, 1, wxEXPAND);
    return coming_ = card;
}

void CalendarPage::bind(CalendarView& view) {
    view.pageChanged = [this] { load(); };
    view.daySelected = [this](Date) { showList(); };
    view.opened = [this](std::size_t at) { open(entries_.at(at)); };
    view.moveAsked = [this](std::size_t at) { move(entries_.at(at), {}); };
    view.menuAsked = [this](std::size_t at) { offer(entries_.at(at)); };
    view.dropped = [this](std::size_t at, Date first) { move(entries_.at(at), first); };
}

void CalendarPage::bind(CalendarList& list) {
    list.opened = [this](const host::KindEntry& one) { open(one); };
    list.moveAsked = [this](const host::KindEntry& one) { move(one, {}); };
    list.menuAsked = [this](const host::KindEntry& one) { offer(one); };
}

/// In the agenda the month keeps the day that the list begins with.
CalendarView& CalendarPage::view() const {
    if (mode() == CalendarMode::week) return *week_;
    return *month_;
}

Period CalendarPage::days() const {
    if (mode() != CalendarMode::agenda) return view().shown();
    return {view().day(), Date::fromDays(view().day().days() + kComingDays - 1)};
}

void CalendarPage::show(const std::string& argument) {
    const auto day = Date::fromIso(argumentPart(argument, "day"));
    if (day) goTo(*day);
}

void CalendarPage::step(int pages) {
    if (mode() == CalendarMode::agenda) return goTo(Date::fromDays(view().day().days() + pages * kComingDays));
    view().step(pages);
}

void CalendarPage::goTo(Date day) {
    month_->showDay(day);
    week_->showDay(day);
    load();
}

void CalendarPage::showMode() {
    const bool coming = mode() == CalendarMode::agenda, week = mode() == CalendarMode::week;
    const Date day = week_->IsShown() && !month_->IsShown() ? week_->day() : month_->day();
    month_->showDay(day);
    week_->showDay(day);
    month_->Show(!week);
    week_->Show(week);
    grid_->Show(!coming);
    coming_->Show(coming);
    ofPage_->SetLabelText(wx(week ? tr("全周") : tr("全月")));
    header_->setSubtitle(coming ? tr("Enter 打开 · 选中后可以改期")
                                : tr("PgUp/PgDn 翻页 · 空格逐项 · Enter 打开 · M 或拖动改期"));
    beside_->Hide();
    fit();
    grid_->Layout();
    Layout();
}

void CalendarPage::fit() {
    const bool wide = ToDIP(GetClientSize()).x >= kListFrom && mode() != CalendarMode::agenda;
    if (beside_->IsShown() == wide) return;
    beside_->Show(wide);
    Layout();
}

void CalendarPage::load() {
    showTitle();
    const auto found = std::make_shared<Found>();
    loading_ = std::make_unique<ui::Task>(
        [this, found, days = days(), only = bar_->kind()](Progress&) {
            program_.database().read([&](Reader& reader) {
                const auto each = [&](const CalendarKind& kind, const std::function<void()>& ask) {
                    const std::string problem = problemOf(kind.title, ask);
                    if (!problem.empty()) found->problems.push_back(problem);
                };
                found->entries = host::calendarEntries(program_.registry(), reader, days, only, each);
            });
        },
        [this, found](std::exception_ptr error) {
            if (error) return showError(this, error);
            take(std::move(*found));
        });
}

void CalendarPage::take(Found found) {
    entries_ = std::move(found.entries);
    std::vector<CalendarEntry> shown;
    for (const host::KindEntry& one : entries_) shown.push_back(one.entry);
    if (mode() != CalendarMode::agenda) view().setEntries(std::move(shown));
    std::string all;
    for (const std::string& problem : found.problems) all += (all.empty() ? "" : "\n") + problem;
    if (problems_->sentence() != all) problems_->set(all, Tone::bad);
    showList();
}

void CalendarPage::showList() {
    const Period all = days();
    if (mode() == CalendarMode::agenda) {
        comingList_->set(entries_, tr("{} 至 {}", all.first.chinese(), all.last.chinese()));
        return;
    }
    const Date day = view().day();
    Period of{day, day};
    if (ofPage_->GetValue()) {
        of = all;
        if (mode() == CalendarMode::month) of = {{day.year, day.month, 1}, {day.year, day.month, daysInMonth(day.year, day.month)}};
    }
    std::vector<host::KindEntry> some;
    for (const host::KindEntry& one : entries_)
        if (one.entry.first <= of.last && of.first <= one.entry.last) some.push_back(one);
    list_->set(std::move(some), of.first == of.last ? tr("{}月{}日", day.month, day.day)
                                                    : tr("{}月{}日起", of.first.month, of.first.day));
}

void CalendarPage::showTitle() {
    const Period of = days();
    if (mode() == CalendarMode::month) return header_->setTitle(tr("{}年{}月", month_->year(), month_->month()));
    header_->setTitle(tr("{}—{}", of.first.chinese(),
                         of.first.year == of.last.year ? tr("{}月{}日", of.last.month, of.last.day) : of.last.chinese()));
}

void CalendarPage::open(const host::KindEntry& one) { workbench_.open(one.kind->page, one.entry.argument); }

void CalendarPage::move(const host::KindEntry& what, std::optional<Date> to) {
    const host::KindEntry one = what; // the list it stands in may be read anew meanwhile
    if (to && (!one.entry.movable || !one.kind->move)) {
        // Let fall on another day by mistake: a line, no question.
        try {
            host::requireMovable(one);
        } catch (const Error& refused) {
            return workbench_.notify(refused.what());
        }
    }
    const bool done = guarded(this, [&] {
        const auto day = moveEntry(this, program_, one, to);
        if (!day) return;
        workbench_.notify(tr("“{}”已改到 {}。", one.entry.title, day->chinese()));
        if (mode() != CalendarMode::agenda) goTo(*day);
    });
    if (!done) load(); // what was refused may be another thing by now
}

void CalendarPage::offer(const host::KindEntry& one) {
    wxMenu menu;
    const int opens = menu.Append(wxID_ANY, wx(tr("打开")))->GetId();
    wxMenuItem* const moves = menu.Append(wxID_ANY, wx(tr("改期…")));
    moves->Enable(one.entry.movable && one.kind->move);
    const int chosen = GetPopupMenuSelectionFromUser(menu);
    if (chosen == opens) open(one);
    else if (chosen == moves->GetId()) move(one, {});
}

void CalendarPage::exportAll() {
    const CalendarExport usual{Period::year(view().day().year), bar_->kind(), {}};
    const auto what = askCalendarExport(this, program_.registry(), usual);
    if (!what) return;
    const std::string bureau = program_.profile("name");
    const auto said = std::make_shared<std::string>();
    exporting_ = std::make_unique<ui::Task>(
        [this, what, said, name = bureau.empty() ? tr("演训宣日历") : bureau](Progress&) {
            *said = writeCalendar(program_, *what, name);
        },
        [this, said](std::exception_ptr error) {
            if (error) return showError(this, error);
            workbench_.notify(*said);
        });
}

} // namespace

Page calendarPage(host::Program& program, Workbench& workbench) {
    return pageOf(kCalendarPage, tr("日历"), "calendar", {}, kCalendarOrder, [&program, &workbench](wxWindow* parent) {
        return new CalendarPage(parent, program, workbench);
    });
}

} // namespace yanxun::desktop
