#pragma once
#include <yanxun/ui/theme.h>

#include <wx/timer.h>

namespace yanxun::desktop {

/// The line at the bottom: which database, which plugins; at the right the last backup or, for a while, what was just
/// done.
class StatusLine final : public wxPanel {
public:
    explicit StatusLine(wxWindow* parent);
    void setDatabase(const std::string& text);
    void setPlugins(const std::string& text, bool trouble);
    void setBackup(const std::string& text);
    /// Shown for some seconds; long enough to be read.
    void notify(const std::string& text);
    /// Stays until it is taken back with "".
    void warn(const std::string& text);
    std::string shown() const; ///< what stands at the right now
    std::function<void()> pluginsClicked;

private:
    void showRight();
    wxStaticText *database_ = nullptr, *plugins_ = nullptr, *right_ = nullptr;
    std::string backup_, news_, warning_;
    bool trouble_ = false;
    wxTimer timer_;
};

} // namespace yanxun::desktop
