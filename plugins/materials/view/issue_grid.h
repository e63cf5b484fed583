#pragma once
#include "core/draft.h"

#include <wx/grid.h>

#include <functional>

namespace materials {

/// The lines of a hand-out, written without the mouse: the editor opens when a cell is reached, what is typed is completed
/// by pinyin or its beginning, Enter goes on to the next cell and from the last to the next line, which takes over unit and
/// activity. Up and Down choose among the suggestions.
class IssueGrid final : public wxGrid {
public:
    enum Column { item, quantity, measure, unit, activity, person, problem, columnCount };

    explicit IssueGrid(wxWindow* parent);

    /// Names for what was typed, best first.
    std::function<std::vector<std::string>(Column, const std::string& typed)> suggestions;
    /// The suggestions for the cell being edited; `chosen` is what Enter takes. Empty = none.
    std::function<void(const std::vector<std::string>& names, std::size_t chosen)> offered;
    std::function<void()> changed;
    /// Ctrl+Enter.
    std::function<void()> finished;

    /// The filled lines; `row` of each is its number in the grid, from 1.
    struct Row {
        std::string item, measure, unit, activity, person;
        std::int64_t quantity = 0;
        int row = 0;
    };
    /// Marks lines that cannot be read; `wrong` is set then.
    std::vector<Row> rows(bool& wrong);
    void clear();
    /// Marks cells and shows the sentences; puts the cursor on the first.
    void showProblems(const std::vector<Problem>& problems);
    /// Puts the cursor on the first cell that wants something.
    void begin();
    /// The next cell: what Enter does.
    void advance();

private:
    void appendLine();
    void onSelected(wxGridEvent& event);
    void onKey(wxKeyEvent& event);
    void onShown(wxGridEditorCreatedEvent& event);
    void typed(const std::string& text);
    void commit();
    void carryDown(int row);
    void mark(int row, int column, const std::string& sentence);
    void unmark(int row);
    bool isBlank(int row) const;
    std::string text(int row, int column) const;

    std::vector<std::string> names_;
    std::size_t chosen_ = 0;
    bool isTyping_ = false; ///< the person changed the cell that is being edited
};

} // namespace materials
