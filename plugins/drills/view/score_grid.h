#pragma once
#include "core/scoring.h"

#include <wx/grid.h>

#include <functional>

namespace drills {

/// The items of a sheet as a table to be filled: 分部, 编号, 评估要点, 分值, 评分, 得分, 说明. The editor opens when a
/// cell of 评分 or 说明 is reached, so that Chinese input keeps every character.
class ScoreGrid final : public wxGrid {
public:
    explicit ScoreGrid(wxWindow* parent);

    void show(const ScoreSheet& sheet, const Answers& answers);
    /// What stands in the cells; one that cannot be read is left blank and marked.
    const Answers& answers() const { return answers_; }
    /// Puts the cursor on an item.
    void reach(const std::string& no);
    std::function<void()> changed;

private:
    enum Column { section, number, text, full, given, points, reason, columnCount };
    void dress();
    void fillRow(int row, const ScoreItem& item);
    void offerAnswers(int row, const ScoreItem& item);
    void onSelected(wxGridEvent& event);
    void onChanged(wxGridEvent& event);
    void readRow(int row);
    void showRow(int row);
    void describe(int row, int column);

    const ScoreSheet* sheet_ = nullptr;
    std::vector<const ScoreItem*> items_; ///< by row
    Answers answers_;
};

} // namespace drills
