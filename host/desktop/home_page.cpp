#include "desktop/home_page.h"

#include "desktop/home_board.h"
#include "desktop/host_pages.h"
#include "desktop/search_dialog.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>
#include <yanxun/ui/async.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>
#include <wx/statbmp.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kEmptyIcon = 44;
constexpr auto kSummary = "summary.annual"; ///< the host's own report

class HomePage final : public wxPanel, public PageView {
public:
    HomePage(wxWindow* parent, host::Program& program, Workbench& workbench, HomeCalls calls);
    void show(const std::string& argument) override;
    void refresh() override { compute(); }

private:
    void makeHeader();
    wxWindow* makeEmpty();
    void compute();
    void showYear(const YearFigures& figures);
    void fillYears(const YearFigures& figures);

    host::Program& program_;
    Workbench& workbench_;
    HomeCalls calls_;
    int wanted_ = 0; ///< 0 = the newest with numbers
    std::vector<int> years_;
    PageHeader* header_ = nullptr;
    wxChoice* year_ = nullptr;
    HomeBoard* board_ = nullptr;
    wxWindow* empty_ = nullptr;
    bool again_ = false; ///< asked for while computing
    std::unique_ptr<ui::Task> task_;
};

HomePage::HomePage(wxWindow* parent, host::Program& program, Workbench& workbench, HomeCalls calls)
    : wxPanel(parent), program_(program), workbench_(workbench), calls_(std::move(calls)) {
    SetName(kHomePage);
    makeHeader();
    board_ = new HomeBoard(this, program_, workbench_);
    empty_ = makeEmpty();
    empty_->Hide();
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(board_, 1, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::xl));
    all->Add(empty_, 1, wxEXPAND);
    SetSizer(all);
    compute();
}

void HomePage::makeHeader() {
    header_ = new PageHeader(this, tr("工作台"), tr("正在统计……"));
    wxButton* const search = button(header_, tr("搜索  Ctrl+K"), "search");
    search->SetName("home.search");
    search->Bind(wxEVT_BUTTON,
                 [this](wxCommandEvent&) { guarded(this, [this] { showSearch(this, program_, workbench_); }); });
    year_ = new wxChoice(header_, wxID_ANY);
    year_->SetName("home.year");
    year_->SetMinSize(FromDIP(wxSize(112, 32)));
    setAccessible(year_, tr("年度"));
    year_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) {
        if (const int at = year_->GetSelection(); at != wxNOT_FOUND) wanted_ = years_[std::size_t(at)];
        compute();
    });
    header_->actions()->Add(search, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    header_->actions()->Add(year_, 0, wxALIGN_CENTRE_VERTICAL);
    const auto& reports = program_.registry().reports();
    const bool summed = std::any_of(reports.begin(), reports.end(), [](const ReportKind& r) { return r.id == kSummary; });
    if (!summed) return;
    wxButton* const summary = button(header_, tr("年度总结"), "report", true);
    summary->SetName("home.summary");
    summary->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        workbench_.open(kReportsPage, std::string("kind=") + kSummary + "&year=" + std::to_string(board_->year()));
    });
    header_->actions()->Add(summary, 0, wxALIGN_CENTRE_VERTICAL | wxLEFT, FromDIP(space::s));
}

/// What to do when nobody has entered anything yet.
wxWindow* HomePage::makeEmpty() {
    auto* const panel = new wxPanel(this);
    panel->SetName("home.empty");
    auto* const picture = new wxStaticBitmap(panel, wxID_ANY, icon("chart", palette().muted, kEmptyIcon));
    followTheme(picture, [picture] { picture->SetBitmap(icon("chart", palette().muted, kEmptyIcon)); });
    wxWindow* const words = label(panel, tr("这个数据库里还没有数据。"), TextStyle::subtitle);
    wxWindow* const more = label(panel, tr("把已有的 Excel 台账原样导入，一年的数字就在这里；也可以先看看演示区。"), TextStyle::body, true);
    wxButton* const import = button(panel, tr("导入台账"), "import", true);
    import->SetName("home.empty.import");
    import->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { workbench_.import({}); }); });
    wxButton* const demo = button(panel, tr("打开演示区"), "map");
    demo->SetName("home.empty.demo");
    demo->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        if (calls_.openDemonstration) guarded(this, calls_.openDemonstration);
    });
    auto* const buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(import, 0, wxRIGHT, FromDIP(space::s));
    buttons->Add(demo);
    auto* const column = new wxBoxSizer(wxVERTICAL);
    column->AddStretchSpacer(2);
    for (wxWindow* window : {static_cast<wxWindow*>(picture), words, more}) {
        column->Add(window, 0, wxALIGN_CENTRE_HORIZONTAL | wxBOTTOM, FromDIP(space::m));
    }
    column->Add(buttons, 0, wxALIGN_CENTRE_HORIZONTAL | wxTOP, FromDIP(space::s));
    column->AddStretchSpacer(3);
    panel->SetSizer(column);
    return panel;
}

void HomePage::show(const std::string& argument) {
    const int year = int(argumentNumber(argument, "year"));
    if (year == 0) return;
    wanted_ = year;
    compute();
}

void HomePage::compute() {
    if (task_ && task_->running()) {
        again_ = true;
        return;
    }
    again_ = false;
    const auto figures = std::make_shared<YearFigures>();
    const Date today = program_.clock().today();
    task_ = std::make_unique<ui::Task>(
        [this, figures, wanted = wanted_, today](Progress& progress) {
            program_.database().read(
                [&](Reader& reader) { *figures = computeYear(program_.registry(), reader, wanted, today, progress); });
        },
        [this, figures](std::exception_ptr error) {
            if (error) header_->setSubtitle(tr("数字没有读出。请稍后按 F5 重试；详情见日志。"));
            else showYear(*figures);
            if (again_) CallAfter([this] { compute(); });
        });
}

void HomePage::fillYears(const YearFigures& figures) {
    if (years_ != figures.years) {
        years_ = figures.years;
        year_->Clear();
        for (const int year : years_) year_->Append(wx(tr("{} 年", year)));
    }
    const auto at = std::find(years_.begin(), years_.end(), figures.year);
    year_->SetSelection(int(at - years_.begin()));
}

void HomePage::showYear(const YearFigures& figures) {
    if (figures.empty) wanted_ = 0; // a year nobody chose is not kept: the first import may bring another
    fillYears(figures);
    const Date today = program_.clock().today();
    const Date until = figures.year == today.year ? today : Date{figures.year, 12, 31};
    header_->setSubtitle(figures.empty ? tr("{}", today.chinese()) : tr("{} 年度 · 截至 {} 月 {} 日", figures.year, until.month, until.day));
    board_->Show(!figures.empty);
    empty_->Show(figures.empty);
    year_->Enable(!figures.empty);
    if (!figures.empty) board_->set(figures);
    Layout();
}

} // namespace

Page homePage(host::Program& program, Workbench& workbench, HomeCalls calls) {
    return pageOf(kHomePage, tr("工作台"), "dashboard", {}, kHomeOrder, [&program, &workbench, calls](wxWindow* parent) {
        return new HomePage(parent, program, workbench, calls);
    });
}

} // namespace yanxun::desktop
