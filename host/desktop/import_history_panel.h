#pragma once
#include "core/program.h"

#include <yanxun/table/import.h>
#include <yanxun/ui/theme.h>

#include <optional>

namespace yanxun {
class Workbench;
}

namespace yanxun::desktop {

/// «2021-06-30 14:05»
std::string shownTime(Millis at);
/// The kind's title, or its id when no running plugin has it.
std::string kindTitle(host::Program& program, const std::string& kind);

/// One batch in full, with what can be done with it.
class ImportHistoryPanel final : public wxPanel {
public:
    ImportHistoryPanel(wxWindow* parent, host::Program& program, Workbench& workbench);
    void show(const std::optional<ImportBatch>& batch);
    std::function<void(const ImportBatch& batch)> undoAsked;

private:
    void addFacts(const ImportBatch& batch);
    void addFact(wxSizer* grid, const std::string& title, const std::string& value);
    void addActions(const ImportBatch& batch);
    host::Program& program_;
    Workbench& workbench_;
};

} // namespace yanxun::desktop
