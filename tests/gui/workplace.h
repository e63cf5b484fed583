#pragma once
#include "core/program.h"
#include "gui/intents.h"
#include "gui/verb_answer.h"
#include "support/test_database.h"

#include <yanxun/ui/workbench.h>

#include <wx/simplebook.h>
#include <wx/timer.h>

#include <map>
#include <memory>

namespace yanxun::testing {

/// The program as it is built, all plugins running on an empty database, its pages in one window on the screen.
class Workplace final : public Workbench {
public:
    /// 2021-12-31 12:00 local.
    static constexpr Millis kNow = 1'640'923'200'000;

    explicit Workplace(const std::string& target, wxSize dip = {1112, 800}, Millis now = kNow);
    ~Workplace() override;

    host::Program& program() { return *program_; }
    Database& database() { return program_->database(); }
    /// The page on the screen; null when none was opened.
    wxWindow* page();
    wxFrame* frame() { return shown_->frame(); }
    const std::vector<std::string>& notices() const { return notices_; }
    std::vector<std::string> pageIds() const;
    /// True, else a failure with the reason, when the plugin runs.
    bool runs(const std::string& plugin);

    // As the desktop's frame does it.
    void add(Page page) override;
    void add(Command command) override;
    void add(SettingsPage page) override;
    void open(const std::string& pageId, const std::string& argument = {}) override;
    void import(const std::string& kind) override;
    void notify(const std::string& text) override;

    /// What the console's verb does, and what it answers.
    VerbAnswer verb(const std::string& id, std::map<std::string, std::string, std::less<>> arguments);
    /// A command from the menu or by its keys; must be there and enabled.
    void run(const std::string& command);
    /// What import() does; nothing when empty.
    std::function<void(const std::string& kind)> importing;

private:
    void refreshWhenChanged();
    NoOtherDialogs noOthers_;
    ScratchFolder home_;
    std::unique_ptr<host::Program> program_;
    std::unique_ptr<ShownFrame> shown_;
    wxSimplebook* book_ = nullptr;
    std::map<std::string, Page> pages_;
    std::map<std::string, Page::Made> made_;
    std::map<std::string, Command> commands_;
    std::vector<std::string> notices_;
    std::string current_;
    std::int64_t seenChange_ = 0;
    wxTimer timer_;
};

/// A test at the workplace; runs on both engines with YANXUN_ON_BOTH_ENGINES.
class WorkplaceTest : public ::testing::TestWithParam<Engine> {
protected:
    TestDatabase holder{GetParam()};
    Workplace work{holder.target()};
    ScratchFolder folder;

    std::int64_t count(const std::string& sql) {
        std::int64_t number = 0;
        work.database().read([&](Reader& reader) { number = reader.scalar(sql); });
        return number;
    }
};

} // namespace yanxun::testing
