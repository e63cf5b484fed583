#pragma once
#include "core/evaluation.h"

#include <wx/grid.h>

#include <functional>

namespace drills {

/// The items of a sheet against the evaluators: 分部, 编号, 评估要点, 分值, a column each evaluator fills in, 汇总.
/// The editor opens when a cell to be filled is reached, so that Chinese input keeps every character. Disagreements
/// and vetoes are marked.
class ScoreGrid final : public wxGrid {
public:
    explicit ScoreGrid(wxWindow* parent);

    /// Borrows the sheet; the rest is copied.
    void show(const ScoreSheet& sheet, const Panel& panel, const ScoreResult& result, bool editable);
    /// Only the items, of a sheet that is not chosen for a drill yet.
    void show(const ScoreSheet& sheet);
    /// True while a cell holds what is not taken over yet.
    bool isTyping() const;
    void reach(const std::string& no, const std::string& evaluator = {});
    const ScoreItem* item() const;      ///< where the cursor is; null when nowhere
    const Evaluator* evaluator() const; ///< of the cursor's column; null when in none

    std::function<void(const Evaluator&, const ScoreItem&, const ItemAnswer&)>
        answered; ///< may throw: the cell is put back
    std::function<void()> moved;

private:
    enum Column { section, number, text, full, firstEvaluator };
    int sumColumn() const { return firstEvaluator + int(panel_.evaluators.size()); }
    const Evaluator* evaluatorOf(int column) const;
    void dress();
    void makeColumns();
    void fillRow(int row, const ScoreSection& part, const ScoreItem& item);
    void fillAnswer(int row, int column, const ScoreSection& part, const ScoreItem& item);
    void fillSum(int row, const ItemResult& result);
    void tint(int row, int column);
    void fitTextColumn();
    void fitRows();
    void openEditor();
    void onSelected(wxGridEvent& event);
    void onChanged(wxGridEvent& event);
    void describe(int row, int column);

    const ScoreSheet* sheet_ = nullptr;
    std::vector<const ScoreItem*> items_; ///< by row
    Panel panel_;
    ScoreResult result_;
    bool editable_ = false;
    bool restoring_ = false; ///< the cursor is put back, nobody reached the cell
    int row_ = -1, column_ = -1;
};

} // namespace drills
