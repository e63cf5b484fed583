#include "core/class_store.h"
#include "view/class_dialog.h"
#include "view/class_tabs.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

SessionsTab::SessionsTab(wxWindow* parent, const ViewContext& context, Changed changed)
    : wxPanel(parent), context_(context), changed_(std::move(changed)) {
    SetName("training.sessions");
    list_ = smallList(this, "training.sessions_list",
                      {{tr("日期"), 110},
                       {tr("时间"), 120},
                       {tr("课时（分钟）"), 100},
                       {tr("内容"), 260},
                       {tr("授课人"), 110},
                       {tr("地点"), 200}});
    nothing_ =
        emptyState(this, "calendar", tr("还没有课次。登记课次后才能逐次登记考勤；不记考勤的，按本期学时记账。"));
    Deeds deeds(this);
    add_ = deeds.add("training.session_add", tr("登记课次"), "plus", [this] {
        Session session;
        session.classId = class_.id;
        session.heldOn = sessions_.empty() ? class_.startsOn : sessions_.back().heldOn;
        session.teacher = class_.teacher;
        session.place = class_.place;
        SessionDialog dialog(this, context_, session);
        if (dialog.ShowModal() == wxID_OK) changed_();
    });
    edit_ = deeds.add("training.session_edit", tr("修改"), "edit", [this] { edit(); });
    remove_ = deeds.add("training.session_remove", tr("删除"), "trash", [this] { remove(); });
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(list_, 1, wxEXPAND | wxTOP, FromDIP(space::s));
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(deeds.sizer(), 0, wxEXPAND | wxALL, FromDIP(space::s));
    SetSizer(all);
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { enable(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { guarded(this, [this] { edit(); }); });
}

void SessionsTab::show(const TrainingClass& one) {
    class_ = one;
    context_.database.read([&](yanxun::Reader& reader) { sessions_ = store::sessions(reader, one.id); });
    const int kept = list_->GetSelectedRow();
    list_->DeleteAllItems();
    for (const Session& s : sessions_) {
        const std::string time =
            s.startsMinute || s.endsMinute ? clockText(s.startsMinute) + "–" + clockText(s.endsMinute) : "—";
        addRow(list_, {s.heldOn.iso(), time, std::to_string(s.plannedMinutes), orDash(s.topic), orDash(s.teacher),
                       orDash(s.place)});
    }
    if (kept != wxNOT_FOUND && kept < list_->GetItemCount()) list_->SelectRow(unsigned(kept));
    list_->Show(!sessions_.empty());
    nothing_->Show(sessions_.empty());
    enable();
    Layout();
}

const Session* SessionsTab::selected() const {
    const int row = list_->GetSelectedRow();
    return row == wxNOT_FOUND ? nullptr : &sessions_[std::size_t(row)];
}

void SessionsTab::enable() {
    const bool open = !isFinal(class_.status);
    add_->Enable(open);
    edit_->Enable(open && selected());
    remove_->Enable(open && selected());
}

void SessionsTab::edit() {
    const Session* const chosen = selected();
    if (!chosen) return;
    SessionDialog dialog(this, context_, *chosen);
    if (dialog.ShowModal() == wxID_OK) changed_();
}

void SessionsTab::remove() {
    const Session* const chosen = selected();
    if (!chosen) return;
    const Session one = *chosen; // the list may be read anew while the question stands
    if (!confirm(this, tr("删除 {} 的课次？它的考勤一并删除。", one.heldOn.iso()), tr("删除"))) return;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.classes.removeSession(writer, one.id, one.revision); });
    changed_();
}

} // namespace training
