#include "gui/workplace.h"

#include <yanxun/ui/dialogs.h>

#include <cstdlib>

namespace yanxun::testing {
namespace {

constexpr int kBetweenRefreshesMs = 300;

/// The build tree, or an installation that YANXUN_TEST_PREFIX names.
std::filesystem::path prefix() {
    const char* const other = std::getenv("YANXUN_TEST_PREFIX");
    return other && *other ? other : YANXUN_BINARY_DIR;
}

host::Places placesIn(const std::filesystem::path& home) {
    host::Places places{prefix(), home / "config", home / "data", home / "cache"};
    std::filesystem::create_directories(places.data);
    ::unsetenv("YANXUN_PLUGIN_PATH");
    return places;
}

host::ProgramOptions optionsFor(const std::string& target, Millis now) {
    host::ProgramOptions options;
    options.target = target;
    options.who = "测试员";
    options.at = now;
    options.createDatabase = true;
    return options;
}

} // namespace

Workplace::Workplace(const std::string& target, wxSize dip, Millis now)
    : program_(std::make_unique<host::Program>(placesIn(home_.path()), optionsFor(target, now))),
      shown_(std::make_unique<ShownFrame>(dip)) {
    ui::addIconFolder(YANXUN_SOURCE_DIR "/assets/icons");
    for (const auto& plugin : program_->plugins().folders()) ui::addIconFolder(plugin / "assets/icons");
    book_ = new wxSimplebook(shown_->parent());
    program_->plugins().show(*this);
    shown_->show(book_);
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { ui::guarded(frame(), [this] { refreshWhenChanged(); }); });
    timer_.Start(kBetweenRefreshesMs);
}

Workplace::~Workplace() {
    timer_.Stop();
    shown_.reset(); // windows go before the plugins that made them
    program_.reset();
}

wxWindow* Workplace::page() { return current_.empty() ? nullptr : made_.at(current_).window; }

bool Workplace::runs(const std::string& plugin) {
    for (const host::PluginInfo& info : program_->plugins().list()) {
        if (info.id != plugin) continue;
        EXPECT_EQ(info.state, host::PluginState::running) << plugin << ": " << info.reason;
        return info.state == host::PluginState::running;
    }
    ADD_FAILURE() << "no plugin " << plugin;
    return false;
}

std::vector<std::string> Workplace::pageIds() const {
    std::vector<std::string> ids;
    for (const auto& page : pages_) ids.push_back(page.first);
    return ids;
}

void Workplace::add(Page page) { pages_.insert_or_assign(page.id, std::move(page)); }
void Workplace::add(Command command) { commands_.insert_or_assign(command.id, std::move(command)); }
void Workplace::add(SettingsPage) {}

void Workplace::open(const std::string& pageId, const std::string& argument) {
    const auto page = pages_.find(pageId);
    if (page == pages_.end()) {
        ADD_FAILURE() << "no page " << pageId;
        return;
    }
    if (!made_.contains(pageId)) {
        made_[pageId] = page->second.make(book_);
        book_->AddPage(made_[pageId].window, ui::wx(page->second.title));
    }
    current_ = pageId;
    book_->SetSelection(std::size_t(book_->FindPage(made_[pageId].window)));
    // What the page shows now is what it has seen: what is written before the first tick must reach it too.
    database().read([&](Reader& reader) { seenChange_ = reader.changeNumber(); });
    if (made_[pageId].view) made_[pageId].view->show(argument);
    settle();
}

void Workplace::import(const std::string& kind) {
    if (importing) importing(kind);
}

void Workplace::notify(const std::string& text) { notices_.push_back(text); }

VerbAnswer Workplace::verb(const std::string& id, std::map<std::string, std::string, std::less<>> arguments) {
    return runVerb(*program_, id, std::move(arguments));
}

void Workplace::run(const std::string& id) {
    const auto command = commands_.find(id);
    if (command == commands_.end()) {
        ADD_FAILURE() << "no command " << id;
        return;
    }
    if (command->second.enabled && !command->second.enabled()) ADD_FAILURE() << id << " is disabled";
    ui::guarded(frame(), [&] { command->second.run(frame()); });
    settle();
}

/// The change number stands still while nobody writes.
void Workplace::refreshWhenChanged() {
    if (current_.empty() || !made_.at(current_).view) return;
    std::int64_t now = 0;
    database().read([&](Reader& reader) { now = reader.changeNumber(); });
    if (now == seenChange_) return;
    seenChange_ = now;
    made_.at(current_).view->refresh();
}

} // namespace yanxun::testing
