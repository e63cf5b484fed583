#pragma once
#include "core/run/script.h"

#include <wx/grid.h>

#include <functional>

namespace drills {

/// The script as a table that is filled in by keys: a cell opens by typing or F2, Tab goes on, Enter goes down.
class ScriptGrid final : public wxGrid {
public:
    explicit ScriptGrid(wxWindow* parent);
    void show(const std::vector<ScriptLine>& lines, bool editable);
    bool isTyping() const { return IsCellEditControlEnabled(); }
    /// Where the cursor is; null when nowhere.
    const ScriptLine* line() const;
    void reach(std::int64_t no);

    /// A line with one cell changed; may throw: the cell is put back.
    std::function<void(const ScriptLine&)> changed;

private:
    void dress();
    void makeColumns();
    void onChanged(wxGridEvent& event);
    std::vector<ScriptLine> lines_;
    bool editable_ = false;
};

} // namespace drills
