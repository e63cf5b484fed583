#pragma once
#include "desktop/import_wizard.h"
#include "gui/ledgers.h"
#include "gui/workplace.h"

namespace yanxun::testing {

/// The import wizard over an empty database.
class WizardTest : public WorkplaceTest {
protected:
    using Person = std::function<void(wxDialog*)>;

    /// Opens the wizard; `person` acts in it, and the dialogs it opens are met as `then` says.
    void inWizard(const std::string& kind, const std::filesystem::path& file, Person person,
                  const std::function<void(Dialogs&)>& then = {}) {
        Dialogs dialogs;
        dialogs.act(std::move(person));
        if (then) then(dialogs);
        desktop::showImportWizard(work.frame(), work.program(), work, kind, file);
    }

    static void waitForStep(const std::string& step) { seek("import." + step + "_step"); }
    static void goOn() { pressButton("import.next"); }
    static void leave() { pressButton("import.cancel"); }
    /// From the file to the preview with nothing changed.
    static void goToPreview() {
        waitForStep("sheet");
        goOn();
        waitForStep("options");
        goOn();
        waitForStep("preview");
    }
    static void importAndClose() {
        goOn();
        waitForStep("result");
        goOn();
    }
    /// What the wizard says above its step.
    static std::string notice() {
        wxWindow* const words = seek("import.notice.text");
        return words ? ui::utf8(words->GetLabel()) : std::string();
    }

    std::int64_t drills() { return count("SELECT count(*) FROM drills_drill"); }
};

} // namespace yanxun::testing
