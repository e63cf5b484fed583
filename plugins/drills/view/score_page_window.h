#pragma once
#include "core/evaluation.h"
#include "view/view_context.h"

#include <yanxun/ui/page.h>

#include <wx/panel.h>

#include <optional>

class wxButton;
class wxCheckBox;
class wxChoice;
class wxSizer;
class wxTextCtrl;

namespace yanxun::ui {
class PageHeader;
}

namespace drills {

class ScoreGrid;
class ScoreSide;

/// The page itself: the sheet with its evaluators at the left, result, panel and disagreements at the right.
class ScorePage final : public wxPanel, public yanxun::PageView {
public:
    ScorePage(wxWindow* parent, const ViewContext& context);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    void makeHeader();
    wxWindow* makeSheet();
    wxSizer* makeChoices(wxWindow* parent);
    wxSizer* makeDetail(wxWindow* parent);
    void connectSide();
    void offerDrills();
    void choose(std::int64_t drill);
    void load();
    void showEvaluation();
    void showDetail();
    void takeAnswer(const Evaluator& evaluator, const ScoreItem& item, const ItemAnswer& answer);
    void takeReason();
    void pressMain();
    void start();
    void freeze();
    void reopen();
    void print();
    void readBack();
    void offerStates(const std::string& key);
    void setState(const Evaluator& evaluator, SheetState state);
    void rule(const std::string& no);
    const ScoreSheet* chosenSheet() const;

    const ViewContext& context_;
    Drill drill_;
    std::optional<Evaluation> evaluation_;
    std::vector<std::int64_t> offered_;
    yanxun::ui::PageHeader* header_ = nullptr;
    wxChoice *drills_ = nullptr, *sheets_ = nullptr;
    wxButton *main_ = nullptr, *print_ = nullptr, *read_ = nullptr, *rule_ = nullptr;
    wxStaticText *note_ = nullptr, *standard_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    wxCheckBox* veto_ = nullptr;
    ScoreGrid* grid_ = nullptr;
    ScoreSide* side_ = nullptr;
};

} // namespace drills
