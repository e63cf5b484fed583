#pragma once
#include "desktop/opening.h"

#include <yanxun/ui/form.h>

#include <wx/dialog.h>

namespace yanxun::desktop {

/// The first window of a person: look at the demonstration district, import ledgers, or start with an empty database;
/// the name that stands in the log of changes and the bureau's.
class FirstStartDialog final : public wxDialog {
public:
    /// `target`: the database that does not exist yet.
    FirstStartDialog(const host::Places& places, const std::string& target);
    const Opening& opening() const { return opening_; } ///< after wxID_OK
    bool wantsImport() const { return import_; }

private:
    enum class Way { demonstration, import, empty, other };
    wxWindow* way(Way way, const std::string& name, const std::string& icon, const std::string& title,
                  const std::string& about);
    void go(Way way);
    const host::Places& places_;
    std::string target_;
    ui::Form* form_ = nullptr;
    Opening opening_;
    bool import_ = false;
};

} // namespace yanxun::desktop
