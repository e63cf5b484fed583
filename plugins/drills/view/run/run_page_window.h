#pragma once
#include "core/run/run.h"
#include "view/view_context.h"

#include <yanxun/ui/page.h>
#include <yanxun/ui/record_table.h>

#include <wx/panel.h>
#include <wx/timer.h>

#include <filesystem>
#include <optional>

class wxChoice;
class wxTextCtrl;

namespace yanxun::ui {
class PageHeader;
}

namespace drills {

class NextView;
class RunClockView;
class WatchBar;

/// The page itself: clock, next action and stop-watches at the left, the lines and what is observed at the right.
class RunPage final : public wxPanel, public yanxun::PageView {
public:
    RunPage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    using Act = void (RunPage::*)();
    void makeHeader();
    wxWindow* makeLeft();
    wxSizer* makeRight();
    wxWindow* makeNextCard(wxWindow* parent);
    wxWindow* makeLinesCard();
    wxWindow* makeNotesCard();
    wxButton* deed(wxWindow* parent, wxSizer* into, const char* name, const std::string& text, const char* icon, Act act,
                   const std::string& tip = {}, bool primary = false);
    /// 暂停 and 继续 have icons of their own.
    void showHold();
    void load();
    void showRun();
    void enable();
    std::string headsText() const;
    void tick();
    void onKey(wxKeyEvent& event);
    bool isTyping() const;
    /// Number of the line the deeds go to: the one chosen in the list, else the next.
    std::int64_t target() const;
    const RunLine* chosen() const;
    /// Runs a deed, shows what it says, loads anew; the keyboard goes back to the list.
    void act(const std::function<void()>& work);
    void write(const std::function<void(yanxun::Writer&)>& work);

    void fire();
    void answer(Deed what);
    void skip();
    void delay();
    void freeInject();
    void pressMain();
    void pressHold();
    void end();
    void abort();
    void startWatch();
    void speed();
    void note();
    void choosePhoto();
    void openDrill();
    void fullScreen();

    const ViewContext& context_;
    Run run_;
    std::vector<Drill> offered_;
    wxTimer timer_;
    yanxun::ui::PageHeader* header_ = nullptr;
    wxChoice *drills_ = nullptr, *kind_ = nullptr;
    wxWindow *nothing_ = nullptr, *body_ = nullptr;
    RunClockView* clock_ = nullptr;
    NextView* next_ = nullptr;
    WatchBar* watches_ = nullptr;
    yanxun::ui::RecordTable* lines_ = nullptr;
    wxTextCtrl* text_ = nullptr;
    wxStaticText *latest_ = nullptr, *heads_ = nullptr;
    wxButton *open_ = nullptr, *full_ = nullptr, *main_ = nullptr, *hold_ = nullptr, *end_ = nullptr, *abort_ = nullptr, *fire_ = nullptr, *skip_ = nullptr, *delay_ = nullptr,
             *acknowledge_ = nullptr, *respond_ = nullptr, *complete_ = nullptr, *free_ = nullptr, *watch_ = nullptr, *note_ = nullptr, *photo_ = nullptr, *speed_ = nullptr;
    std::optional<std::filesystem::path> picture_; ///< goes with the next observation
};

} // namespace drills
