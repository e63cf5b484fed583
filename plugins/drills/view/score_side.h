#pragma once
#include "core/evaluation.h"

#include <wx/scrolwin.h>

#include <functional>

namespace yanxun::ui {
class Card;
class Chart;
} // namespace yanxun::ui

namespace drills {

/// Right of the sheet: the result as it stands, the panel with each sheet's state, the 合议 list, sections.
class ScoreSide final : public wxScrolledWindow {
public:
    explicit ScoreSide(wxWindow* parent);
    /// Borrows nothing. `blanks`: open items by evaluator.
    void show(const Evaluation& evaluation, const ScoreResult& result, const std::vector<int>& blanks);
    /// What stands there while no drill or no sheet is chosen.
    void showNothing(const std::string& sentence);

    std::function<void()> addPressed, rulesPressed, vetoPressed;
    std::function<void(const std::string& key)> evaluatorPressed, submitPressed;
    std::function<void(const std::string& no)> itemPressed;

private:
    void showResult(const ScoreResult& result, bool frozen);
    void showPanel(const Evaluation& evaluation, const std::vector<int>& blanks);
    wxWindow* stateOf(const Evaluator& one, std::size_t at, bool filled);
    void showDisputes(const ScoreResult& result);
    void showSections(const ScoreResult& result);
    void settle();
    yanxun::ui::Card *result_ = nullptr, *panel_ = nullptr, *disputes_ = nullptr, *parts_ = nullptr;
    yanxun::ui::Chart* chart_ = nullptr;
};

} // namespace drills
