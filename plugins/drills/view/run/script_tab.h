#pragma once
#include "core/run/script.h"
#include "view/drill_tab.h"

#include <wx/panel.h>

class wxButton;
class wxStaticText;

namespace yanxun::ui {
class Pill;
}

namespace drills {

class ScriptGrid;

/// 脚本: the lines, how far its approval is, and what is done with it as a whole.
class ScriptTab final : public wxPanel, public DrillTab {
public:
    ScriptTab(wxWindow* parent, const ViewContext& context);
    wxWindow* window() override { return this; }
    std::string title(const Drill& drill) override;
    void show(const Drill& drill) override;

private:
    using Act = void (ScriptTab::*)();
    wxButton* deed(wxSizer* into, const char* name, const std::string& text, const char* icon, Act act);
    void reload();
    void write(const std::function<void(yanxun::Writer&)>& work);
    void add();
    void insert();
    void remove();
    void shift();
    void renumber();
    void phases();
    void judge();
    void giveBack();
    void import();
    void exportTo();
    void run();

    const ViewContext& context_;
    Drill drill_;
    std::optional<Script> script_;
    std::vector<ScriptLine> lines_;
    ScriptGrid* grid_ = nullptr;
    wxWindow* nothing_ = nullptr;
    yanxun::ui::Pill* state_ = nullptr;
    wxStaticText* about_ = nullptr;
    wxButton *add_ = nullptr, *insert_ = nullptr, *remove_ = nullptr, *shift_ = nullptr, *number_ = nullptr, *phases_ = nullptr,
             *judge_ = nullptr, *return_ = nullptr, *import_ = nullptr, *export_ = nullptr, *run_ = nullptr;
};

} // namespace drills
