#pragma once
#include "core/improve/action_store.h"
#include "view/improve/evidence_strip.h"

#include <yanxun/ui/theme.h>

#include <wx/dataview.h>

#include <filesystem>

namespace drills {

/// One action beside the list: what is asked of whom, what may be done now, its course, its evidence.
class ActionPanel final : public wxPanel {
public:
    /// `styles`: folders of templates/reports, for the 整改通知单.
    ActionPanel(wxWindow* parent, const ViewContext& context, std::vector<std::filesystem::path> styles);
    void show(std::int64_t id); ///< 0 = nothing chosen
    std::function<void()> changed;

private:
    using Deed = bool (*)(wxWindow*, const ViewContext&, const Action&);
    wxWindow* makeFacts(wxWindow* parent);
    void makeDeeds(wxWindow* parent, wxSizer* into);
    void fillFacts(const ActionLine& line);
    void fillCourse(yanxun::Reader& reader);
    void enable();
    void act(Deed deed);
    void issue();
    void remove();
    void decide();
    void notice();
    void done();

    const ViewContext& context_;
    std::vector<std::filesystem::path> styles_;
    ActionLine line_;
    std::optional<Extension> asked_;
    wxWindow* nothing_;
    wxScrolledWindow* content_;
    wxPanel* measure_;
    wxStaticText* problem_;
    yanxun::ui::Pill* state_;
    wxFlexGridSizer* facts_;
    wxPanel* factsPanel_;
    wxDataViewListCtrl* course_;
    EvidenceStrip* evidence_;
    wxButton *issue_, *report_, *return_, *verify_, *extend_, *decide_, *edit_, *remove_, *notice_;
};

} // namespace drills
