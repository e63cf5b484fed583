#include "view/drill_panel.h"

#include "core/drill_store.h"
#include "view/drill_head.h"
#include "view/drill_notebook.h"

#include <yanxun/text.h>
#include <yanxun/ui/theme.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

DrillPanel::DrillPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.detail");
    nothing_ = emptyState(this, "drill", tr("在左侧选择一场演练，这里显示它的概况、评分和问题；按回车或双击打开全部内容。"));
    head_ = new DrillHead(this, context_, false);
    head_->changed = [this] { refresh(); };
    head_->gone = [this] { show(0); };
    tabs_ = new DrillNotebook(this, "drills.side_tabs", sideTabs(), context_);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(head_, 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
    all->Add(tabs_, 1, wxEXPAND);
    SetSizer(all);
    show(0);
}

void DrillPanel::show(std::int64_t id) {
    id_ = id;
    refresh();
}

void DrillPanel::refresh() {
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
    Layout();
}

} // namespace drills
