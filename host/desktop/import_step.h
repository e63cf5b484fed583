#pragma once
#include "desktop/import_session.h"

#include <yanxun/ui/theme.h>

#include <wx/panel.h>

#include <exception>
#include <functional>

namespace yanxun {
class Workbench;
}

namespace yanxun::desktop {

/// What a step may ask of the wizard around it. Main thread.
class ImportDesk {
public:
    virtual ~ImportDesk();
    virtual ImportSession& session() = 0;
    virtual Workbench& workbench() = 0;
    virtual Database& database() = 0;
    virtual wxWindow* window() = 0;
    /// Runs `job` in the background, the wizard disabled but for 取消; then `done`, or shows what it threw (nothing when
    /// it was cancelled) after `failed` had its turn.
    virtual void run(std::function<void(Progress&)> job, std::function<void()> done,
                     std::function<bool(std::exception_ptr)> failed = {}) = 0;
    virtual void next() = 0;
    /// The step's buttons or title may differ now.
    virtual void changed() = 0;
    /// A sentence above the step; "" takes it away.
    virtual void tell(const std::string& sentence, Tone tone = Tone::warning) = 0;
    virtual void close() = 0;
};

/// One page of the wizard.
class ImportStep : public wxPanel {
public:
    ImportStep(wxWindow* parent, ImportDesk& desk) : wxPanel(parent), desk_(desk) {}
    /// What the person does here: «核对表头».
    virtual std::string title() const = 0;
    /// Words of the button that goes on.
    virtual std::string forward() const;
    virtual bool canGoOn() const { return true; }
    virtual bool canGoBack() const { return true; }
    /// It is shown now: reads the session.
    virtual void enter() = 0;
    /// The person goes on; calls desk().next() when the work is done.
    virtual void goOn() = 0;

protected:
    ImportDesk& desk() { return desk_; }
    const ImportDesk& desk() const { return desk_; }
    ImportSession& session() const { return desk_.session(); }

private:
    ImportDesk& desk_;
};

ImportStep* makeImportFileStep(wxWindow* parent, ImportDesk& desk, const std::string& kind,
                               const std::filesystem::path& file);
ImportStep* makeImportSheetStep(wxWindow* parent, ImportDesk& desk);
ImportStep* makeImportOptionsStep(wxWindow* parent, ImportDesk& desk);
ImportStep* makeImportPreviewStep(wxWindow* parent, ImportDesk& desk);
ImportStep* makeImportResultStep(wxWindow* parent, ImportDesk& desk);

} // namespace yanxun::desktop
