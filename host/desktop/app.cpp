#include "desktop/app.h"

#include "core/file_settings.h"
#include "desktop/connect_dialog.h"
#include "desktop/database_name.h"
#include "desktop/first_start_dialog.h"
#include "desktop/instance_lock.h"
#include "desktop/opening.h"
#include "desktop/session.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/app.h>
#include <wx/image.h>
#include <wx/log.h>
#include <wx/translation.h>
#include <wx/uilocale.h>

#include <iostream>

namespace yanxun::desktop {
namespace {

constexpr int kInternal = 1, kUnavailable = 5;

/// The program while it has a display: one session at a time, another when the person opens another database.
class DesktopApp final : public wxApp {
public:
    DesktopApp(const host::Places& places, const StartOptions& options, int& exit)
        : places_(places), options_(options), exit_(exit) {}

    bool Initialize(int& count, wxChar** words) override;
    bool OnInit() override;
    int OnExit() override;
    bool OnExceptionInMainLoop() override;
    void OnUnhandledException() override;
    void OnFatalException() override;

private:
    bool start();
    bool startFirst(const std::string& target);
    bool startChosen();
    bool raiseOther(const InstanceLock& lock);
    /// Opens the database and, when that went well, closes the one before.
    void replace(const Opening& opening, const std::string& page);
    void fromMenu(const std::function<void()>& open);
    AppCalls calls();
    void note(const std::string& line);

    const host::Places& places_;
    StartOptions options_;
    int& exit_;
    std::unique_ptr<InstanceLock> lock_;
    std::unique_ptr<Session> session_;
};

bool DesktopApp::Initialize(int& count, wxChar** words) {
    bool displayed = false;
    {
        const wxLogNull quiet; // our own sentence instead
        displayed = wxApp::Initialize(count, words);
    }
    if (displayed) return true;
    std::cerr << tr("没有可用的图形界面，yanxun 不能打开窗口。请在桌面环境中运行，或改用命令行程序 yanxunctl。") << std::endl;
    exit_ = kUsage;
    return false;
}

bool DesktopApp::OnInit() {
    wxUILocale::UseDefault();
    auto* const translations = new wxTranslations;
    translations->SetLanguage(wxLANGUAGE_CHINESE_CHINA);
    translations->AddStdCatalog();
    wxTranslations::Set(translations);
    wxInitAllImageHandlers();
    delete wxLog::SetActiveTarget(new wxLogStderr); // what the toolkit has to say is not for the person
    wxHandleFatalExceptions(true);
    SetAppName("yanxun");
    SetExitOnFrameDelete(false); // another session may follow
    host::FileSettings settings(places_.settingsFile());
    ui::setThemeMode(themeOf(settings.group("host").text(kThemeKey)));
    ui::addIconFolder(places_.assets() / "icons");
    return start();
}

bool DesktopApp::start() {
    try {
        return startChosen();
    } catch (const std::exception& wrong) {
        note(wrong.what());
        ui::showError(nullptr, std::current_exception());
        exit_ = kUnavailable;
        return false;
    }
}

bool DesktopApp::startChosen() {
    std::string target = options_.data.empty() ? lastTarget(places_) : options_.data;
    if (!isServer(target) && !std::filesystem::exists(target)) return startFirst(target);
    Opening opening{target, {}, {}, false, false};
    while (true) {
        try {
            replace(opening, options_.page);
            return session_ != nullptr;
        } catch (const Error& wrong) {
            note(wrong.what());
            ConnectDialog dialog(nullptr, places_, opening.target, wrong.what());
            if (dialog.ShowModal() != wxID_OK) {
                exit_ = kUnavailable;
                return false;
            }
            opening = dialog.opening();
        }
    }
}

bool DesktopApp::startFirst(const std::string& target) {
    while (true) {
        FirstStartDialog dialog(places_, target);
        if (dialog.ShowModal() == wxID_CANCEL) return false;
        try {
            replace(dialog.opening(), options_.page);
            if (session_ && dialog.wantsImport()) session_->frame().workbench().import({});
            return session_ != nullptr;
        } catch (const Error& wrong) {
            note(wrong.what());
            ui::showError(nullptr, std::current_exception());
        }
    }
}

bool DesktopApp::raiseOther(const InstanceLock& lock) {
    if (!lock.taken()) return false;
    lock.callOther();
    return true;
}

void DesktopApp::replace(const Opening& opening, const std::string& page) {
    if (session_ && session_->program().database().target() == opening.target) return;
    auto lock = std::make_unique<InstanceLock>(places_.cache, opening.target);
    if (raiseOther(*lock)) {
        std::cerr << tr("这个数据库已在另一个窗口中打开，已把那个窗口调到前面。") << std::endl;
        return;
    }
    std::unique_ptr<host::Program> program =
        openProgram(places_, opening, options_, session_ ? &session_->frame() : nullptr);
    session_.reset();
    lock_ = std::move(lock);
    rememberTarget(places_, program->settings(), opening.target);
    session_ = std::make_unique<Session>(std::move(program), calls(), page);
}

/// From a command of the window that may be closed by it: when its handler has returned.
void DesktopApp::fromMenu(const std::function<void()>& open) {
    CallAfter([this, open] { ui::guarded(session_ ? &session_->frame() : nullptr, open); });
}

AppCalls DesktopApp::calls() {
    AppCalls calls;
    calls.closed = [this] {
        CallAfter([this] {
            session_.reset();
            ExitMainLoop();
        });
    };
    calls.openDatabase = [this](const std::string& target) {
        fromMenu([this, target] {
            ConnectDialog dialog(&session_->frame(), places_, target, {});
            if (dialog.ShowModal() == wxID_OK) replace(dialog.opening(), {});
        });
    };
    calls.openDemonstration = [this] { fromMenu([this] { replace(demonstration(places_), {}); }); };
    calls.raiseAsked = [this] { return lock_ && lock_->called(); };
    return calls;
}

int DesktopApp::OnExit() {
    session_.reset();
    lock_.reset();
    return wxApp::OnExit();
}

void DesktopApp::note(const std::string& line) {
    if (session_) session_->program().log().error(line);
    else std::cerr << line << std::endl;
}

bool DesktopApp::OnExceptionInMainLoop() {
    ui::showError(session_ ? &session_->frame() : nullptr, std::current_exception());
    return true;
}

/// What was thrown where no loop could catch it (an idle handler, wxWidgets 25312). Nothing is saved silently.
void DesktopApp::OnUnhandledException() {
    exit_ = kInternal;
    try {
        throw;
    } catch (const std::exception& wrong) {
        note(std::string("unhandled: ") + wrong.what());
    } catch (...) {
        note("unhandled: not an exception of the standard library");
    }
}

/// The memory may be broken: a plain line and nothing else.
void DesktopApp::OnFatalException() { std::cerr << "yanxun: fatal signal, leaving" << std::endl; }

} // namespace

int runDesktop(const host::Places& places, const StartOptions& options, const char* programName) {
    int exit = 0;
    ui::prepareLocale();
    wxApp::SetInstance(new DesktopApp(places, options, exit));
    std::string name = programName;
    char* words[]{name.data(), nullptr};
    int count = 1;
    const int ended = wxEntry(count, words);
    return exit != 0 ? exit : std::max(ended, 0);
}

} // namespace yanxun::desktop
