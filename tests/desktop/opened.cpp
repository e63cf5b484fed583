#include "desktop/opened.h"

#include "core/demonstration.h"
#include "desktop/page_book.h"

#include <wx/stattext.h>

namespace yanxun::testing {

namespace {

constexpr Millis kNow = 1'640'000'000'000; // 2021-12-20, local

host::Places placesIn(const std::filesystem::path& folder) {
    return {YANXUN_BINARY_DIR, folder / "config", folder / "data", folder / "cache"};
}

std::unique_ptr<host::Program> programOn(const host::Places& places, const std::string& target, const std::string& who) {
    host::ProgramOptions options;
    options.target = target;
    options.who = who;
    options.at = kNow;
    options.createDatabase = true;
    return std::make_unique<host::Program>(places, options);
}

/// Filled once; every test takes a copy.
const std::filesystem::path& district() {
    static const ScratchFolder& folder = *new ScratchFolder;
    static const std::filesystem::path& file = *new std::filesystem::path(folder.path() / "demo.db");
    if (!std::filesystem::exists(file)) {
        const auto program = programOn(placesIn(folder.path()), file.string(), "测试员");
        host::fillDemonstration(*program, {1, 2021});
    }
    return file;
}

} // namespace

Home::Home() : places_(placesIn(folder_.path())) {
    std::filesystem::create_directories(places_.data);
    ui::addIconFolder(places_.assets() / "icons");
}

std::string Home::demonstration() const {
    const std::filesystem::path copy = file("demo.db");
    std::filesystem::copy_file(district(), copy);
    return copy.string();
}

Opened::Opened(const host::Places& places, const Wish& wish) {
    desktop::AppCalls calls;
    calls.closed = [this] { ++closes; };
    calls.openDatabase = [this](const std::string& target) { databaseAsked = target; };
    calls.openDemonstration = [this] { ++demonstrationsAsked; };
    session_ = std::make_unique<desktop::Session>(programOn(places, wish.target, wish.who), std::move(calls), wish.page);
    if (wish.dip != wxDefaultSize) frame().SetClientSize(frame().FromDIP(wish.dip));
    frame().Raise();
    waitFor([this] { return frame().IsShownOnScreen(); });
    settle();
}

Opened::~Opened() = default;

wxWindow* Opened::open(const std::string& page, const std::string& argument) {
    frame().workbench().open(page, argument);
    wxWindow* const window = frame().book().window(page);
    EXPECT_TRUE(window) << page;
    EXPECT_TRUE(window && waitFor([&] { return window->IsShownOnScreen(); })) << page;
    settle();
    return window;
}

const std::string& Opened::page() const { return session_->frame().book().current(); }

bool showsText(wxWindow* root, const std::string& part) {
    if (!root->IsShown()) return false;
    const bool itself = ui::utf8(root->GetLabel()).find(part) != std::string::npos ||
                        accessibleName(root).find(part) != std::string::npos;
    if (itself) return true;
    for (wxWindow* child : root->GetChildren())
        if (showsText(child, part)) return true;
    return false;
}

} // namespace yanxun::testing
