#include "desktop/main_frame.h"

#include "desktop/backup_record.h"
#include "desktop/database_name.h"
#include "desktop/host_pages.h"
#include "desktop/menus.h"
#include "desktop/navigation.h"
#include "desktop/page_book.h"
#include "desktop/places_kept.h"
#include "desktop/search_dialog.h"
#include "desktop/status_line.h"
#include "desktop/task_list.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/menu.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kNarrowBelow = 1100; // DIP: the navigation shows icons only
constexpr auto kPageKey = "window.page";

wxIconBundle iconsOf(const wxBitmapBundle& picture) {
    wxIconBundle icons;
    for (const int size : {16, 32, 64}) {
        wxIcon icon;
        icon.CopyFromBitmap(picture.GetBitmap(wxSize(size, size)));
        icons.AddIcon(icon);
    }
    return icons;
}

} // namespace

MainFrame::MainFrame(host::Program& program, AppCalls calls)
    : wxFrame(nullptr, wxID_ANY, wx(tr("演训宣"))), program_(program), calls_(std::move(calls)) {
    SetName("main");
    palette(); // the theme before the first window is seen
    followTheme(this, [this] { SetBackgroundColour(palette().background); });
    if (const auto picture = program_.places().assets() / "yanxun.svg"; std::filesystem::exists(picture)) {
        SetIcons(iconsOf(wxBitmapBundle::FromSVGFile(wx(picture.string()), wxSize(64, 64))));
    }
    keepWidths(program_.settings("tables"));
    layOut();
    restorePlace(this, program_.settings());
    workbench_.onOpen = [this](const std::string& page, const std::string& argument) { open(page, argument); };
    workbench_.onNotify = [this](const std::string& text) { status_->notify(text); };
    Bind(wxEVT_CLOSE_WINDOW, &MainFrame::onClose, this);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
    });
}

MainFrame::~MainFrame() { letGo(); }

void MainFrame::layOut() {
    navigation_ = new Navigation(this);
    book_ = new PageBook(this);
    status_ = new StatusLine(this);
    navigation_->chosen = [this](const std::string& page) { open(page, {}); };
    navigation_->searched = [this] { showSearch(this, program_, workbench_); };
    status_->pluginsClicked = [this] { open(kPluginsPage, {}); };
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    line->Add(navigation_, 0, wxEXPAND);
    line->Add(book_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(line, 1, wxEXPAND);
    all->Add(status_, 0, wxEXPAND);
    SetSizer(all);
}

void MainFrame::fill(const std::string& page) {
    book_->setPages(workbench_.pages());
    navigation_->setPages(workbench_.pages());
    setMenus(this, workbench_.commands(), program_.log());
    publishNames(this);
    refreshNames();
    showPlugins();
    fit();
    Show();
    openFirst(page);
    if (NavigationItem* const item = navigation_->item(book_->current())) item->SetFocus();
    refreshBadges();
    watch_ = std::make_unique<DataWatch>(
        program_.database(),
        DataWatch::Calls{[this] { dataChanged(); }, [this](const std::string& sentence) { status_->warn(sentence); },
                         [this] { status_->warn({}); },
                         [this] {
                             if (!calls_.raiseAsked || !calls_.raiseAsked()) return;
                             Iconize(false);
                             Raise();
                         }});
}

void MainFrame::openFirst(const std::string& page) {
    const std::vector<Page>& pages = workbench_.pages();
    const auto known = [&](const std::string& id) {
        return std::any_of(pages.begin(), pages.end(), [&](const Page& p) { return p.id == id; });
    };
    const std::string last = program_.settings().text(kPageKey);
    const std::size_t mark = std::min(page.find('?'), page.size());
    if (mark > 0) open(page.substr(0, mark), page.substr(std::min(mark + 1, page.size())));
    if (book_->current().empty()) open(known(last) ? last : kHomePage, {});
}

void MainFrame::open(const std::string& page, const std::string& argument) {
    guarded(this, [&] { book_->open(page, argument); });
    navigation_->select(book_->current());
    // At once, not only when the window closes: a program that was killed comes back to the page it showed.
    const std::string shown = book_->current();
    if (!shown.empty() && shown != program_.settings().text(kPageKey)) program_.settings().setText(kPageKey, shown);
}

void MainFrame::refreshNames() {
    const std::string bureau = program_.profile("name");
    navigation_->setBureau(bureau);
    navigation_->setOperator(program_.database().who());
    status_->setDatabase(tr("数据库：{}", databaseName(program_.database().target())));
    status_->setBackup(lastBackup(program_.settings("backups"), program_.database().target()));
    SetTitle(wx(bureau.empty() ? tr("演训宣") : tr("演训宣 · {}", bureau)));
}

void MainFrame::showPlugins() {
    std::size_t running = 0, trouble = 0;
    for (const host::PluginInfo& plugin : program_.plugins().list()) {
        running += plugin.state == host::PluginState::running;
        trouble += plugin.state != host::PluginState::running && plugin.state != host::PluginState::disabled;
    }
    const std::string loaded = tr("已加载 {} 个插件", running);
    status_->setPlugins(trouble == 0 ? loaded : tr("{}，{} 个未能加载", loaded, trouble), trouble != 0);
}

void MainFrame::dataChanged() {
    book_->dataChanged();
    refreshBadges();
}

void MainFrame::refreshBadges() {
    guarded(this, [this] { navigation_->setBadge(kTasksPage, countTasks(program_)); });
}

void MainFrame::fit() {
    const bool narrow = ToDIP(GetClientSize()).x < kNarrowBelow;
    if (narrow == navigation_->narrow()) return;
    navigation_->setNarrow(narrow);
    Layout();
}

void MainFrame::onClose(wxCloseEvent& event) {
    if (!calls_.closed) return event.Skip();
    if (event.CanVeto()) event.Veto();
    Hide();
    calls_.closed();
}

void MainFrame::letGo() {
    if (gone_) return;
    gone_ = true;
    watch_.reset();
    workbench_.onOpen = nullptr;
    workbench_.onImport = nullptr;
    workbench_.onNotify = nullptr;
    const std::unique_ptr<wxMenuBar> menus(GetMenuBar()); // it holds commands of plugins
    SetMenuBar(nullptr);
    if (!book_->current().empty()) program_.settings().setText(kPageKey, book_->current());
    keepPlace(this, program_.settings());
    book_->drop();
    keepWidthsNoMore();
}

} // namespace yanxun::desktop
