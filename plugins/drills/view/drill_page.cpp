#include "view/drill_page.h"

#include "core/drill_filter.h"
#include "core/drill_store.h"
#include "view/drill_head.h"
#include "view/drill_notebook.h"
#include "view/improve/paper_export.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace drills {
namespace {

using yanxun::tr;
using namespace yanxun::ui;

class DrillPage final : public wxPanel, public yanxun::PageView {
public:
    DrillPage(wxWindow* parent, const ViewContext& context, std::vector<std::filesystem::path> styles);
    void show(const std::string& argument) override;
    void refresh() override;

private:
    const ViewContext& context_;
    const std::vector<std::filesystem::path> styles_; ///< of the papers
    std::int64_t id_ = 0;
    wxButton* back_ = nullptr;
    Card* card_ = nullptr;
    DrillHead* head_ = nullptr;
    DrillNotebook* tabs_ = nullptr;
    wxWindow* nothing_ = nullptr;
};

DrillPage::DrillPage(wxWindow* parent, const ViewContext& context, std::vector<std::filesystem::path> styles)
    : wxPanel(parent), context_(context), styles_(std::move(styles)) {
    SetName("drills.drill");
    back_ = button(this, tr("返回列表"), "chevron-left");
    back_->SetName("drills.back");
    back_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) {
        guarded(this, [this] {
            context_.workbench.open("drills.page", id_ == 0 ? std::string() : "id=" + std::to_string(id_));
        });
    });
    card_ = new Card(this);
    nothing_ = emptyState(card_, "drill", tr("还没有打开演练。请在“应急演练”列表中按回车或双击打开一场。"));
    head_ = new DrillHead(card_, context_, true);
    head_->changed = [this] { refresh(); };
    head_->papers = [this](const Drill& drill) { choosePaper(this, context_, styles_, drill); };
    head_->gone = [this] { context_.workbench.open("drills.page"); };
    tabs_ = new DrillNotebook(card_, "drills.tabs", drillTabs(), context_);
    card_->body()->Add(nothing_, 1, wxEXPAND);
    card_->body()->Add(head_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    card_->body()->Add(tabs_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(back_, 0, wxLEFT | wxRIGHT | wxTOP, FromDIP(space::xl));
    all->Add(card_, 1, wxEXPAND | wxALL, FromDIP(space::xl));
    SetSizer(all);
    refresh();
}

void DrillPage::show(const std::string& argument) {
    const std::int64_t wanted = parseArgument(argument).id;
    if (wanted != 0) id_ = wanted;
    refresh();
}

void DrillPage::refresh() {
    std::optional<Drill> drill;
    if (id_ != 0) context_.database.read([&](yanxun::Reader& reader) { drill = store::find(reader, id_); });
    if (!drill) id_ = 0;
    nothing_->Show(!drill);
    head_->Show(drill.has_value());
    tabs_->Show(drill.has_value());
    if (drill) {
        head_->show(*drill);
        tabs_->show(*drill);
    }
    card_->Layout();
    Layout();
}

} // namespace

yanxun::Page drillPage(const ViewContext& context, std::vector<std::filesystem::path> styles) {
    return yanxun::pageOf("drills.drill", tr("演练详情"), "drill", {}, -1,
                          [&context, styles = std::move(styles)](wxWindow* parent) { return new DrillPage(parent, context, styles); });
}

} // namespace drills
