#pragma once
#include "desktop/session.h"
#include "support/gui.h"
#include "support/test_database.h"

#include <optional>

namespace yanxun::testing {

/// A person's home beside the programs and plugins of the build.
class Home {
public:
    Home();
    const host::Places& places() const { return places_; }
    std::filesystem::path file(const std::string& name) const { return folder_.path() / name; }
    /// A copy of the demonstration district, made once a run.
    std::string demonstration() const;

private:
    ScratchFolder folder_;
    host::Places places_;
};

/// A window on a database; what it asks of the program around it is noted.
class Opened {
public:
    struct Wish {
        std::string target, page, who = "测试员";
        wxSize dip = wxDefaultSize;
    };
    Opened(const host::Places& places, const Wish& wish);
    ~Opened();

    desktop::Session& session() { return *session_; }
    desktop::MainFrame& frame() { return session_->frame(); }
    host::Program& program() { return session_->program(); }
    /// Opens a page and waits until its window is on the screen.
    wxWindow* open(const std::string& page, const std::string& argument = {});
    const std::string& page() const; ///< id of the one shown
    void close() { session_.reset(); }
    int demonstrationsAsked = 0, closes = 0;
    std::string databaseAsked;

private:
    std::unique_ptr<desktop::Session> session_;
};

/// A text somewhere at or below the window contains `part`; hidden windows do not count.
bool showsText(wxWindow* root, const std::string& part);

} // namespace yanxun::testing
