#include "view/class_panel.h"

#include "core/class_store.h"
#include "view/class_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

namespace training {

using yanxun::tr;
using namespace yanxun::ui;

void addClassFacts(wxWindow* parent, wxSizer* grid, const TrainingClass& one) {
    const auto fact = [&](const std::string& title, const std::string& value) {
        addFact(parent, grid, title, value);
    };
    const auto share = [](const std::optional<std::int64_t>& value) {
        return value ? tr("{}%", shownHundredths(value)) : std::string();
    };
    const auto people = [](const std::optional<std::int64_t>& number) {
        return number ? shownPeople(*number, false) : std::string();
    };
    fact(tr("期号"), one.number);
    fact(tr("主办单位"), one.unitName);
    fact(tr("时间"), one.endsOn == one.startsOn ? one.startsOn.chinese()
                                                : tr("{} 至 {}", one.startsOn.chinese(), one.endsOn.chinese()));
    fact(tr("形式"), one.modeWord);
    fact(tr("类别"), one.kind);
    fact(tr("学时"),
         one.minutes ? tr("{}（{} 分钟）", shownHundredths(hoursOf(*one.minutes, one.minutesPerHour)), *one.minutes)
                     : "");
    fact(tr("应到"), people(one.invited));
    fact(tr("实到"), shownPeople(one.attended, one.attendedEstimated));
    fact(tr("到课率"), share(shareOf(one.attended, one.invited)));
    fact(tr("合格"), people(one.passed));
    fact(tr("授课人"), one.teacher);
    fact(tr("地点"), one.place);
    if (!one.coHosts.empty()) fact(tr("协办单位"), one.coHosts);
    if (!one.examForm.empty()) fact(tr("考核方式"), one.examForm);
    fact(tr("档案号"), one.archiveNo);
    if (!one.statusReason.empty()) fact(tr("变更原因"), one.statusReason);
    if (!one.note.empty()) fact(tr("备注"), one.note);
    fact(tr("来源"), word(one.source));
}

ClassPanel::ClassPanel(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("training.detail");
    nothing_ = emptyState(this, "training", tr("在左侧选择一期培训班，这里显示它的学时、人数和档案。"));
    body_ = scrolled(this, "training.detail_body");
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(nothing_, 1, wxEXPAND);
    all->Add(body_, 1, wxEXPAND);
    SetSizer(all);
    show(0);
}

void ClassPanel::show(std::int64_t id) {
    id_ = id;
    refresh();
}

void ClassPanel::refresh() {
    std::optional<TrainingClass> one;
    if (id_ != 0) context_.database.read([&](yanxun::Reader& reader) { one = store::find(reader, id_); });
    if (!one) id_ = 0;
    nothing_->Show(!one);
    body_->Show(one.has_value());
    if (one) fill(*one);
    Layout();
}

void ClassPanel::addHead(wxSizer* all, const TrainingClass& one) {
    all->Add(detailTitle(body_, one.name, word(one.status), toneOf(one.status)), 0, wxEXPAND);
    Deeds deeds(body_);
    deeds.add("training.open", tr("课次与名册"), "list", [this] { open(); });
    if (!isFinal(one.status)) deeds.add("training.edit", tr("修改"), "edit", [this] { edit(); });
    deeds.add("training.step", tr("变更状态"), "chevron-right", [this] { step(); });
    deeds.add("training.remove", tr("删除"), "trash", [this] { remove(); });
    all->Add(deeds.sizer(), 0, wxEXPAND | wxBOTTOM, FromDIP(space::m));
}

void ClassPanel::fill(const TrainingClass& one) {
    body_->DestroyChildren();
    auto* const all = new wxBoxSizer(wxVERTICAL);
    addHead(all, one);
    wxFlexGridSizer* const grid = factGrid(body_);
    addClassFacts(body_, grid, one);
    all->Add(grid, 0, wxEXPAND);
    body_->SetSizer(all, true);
    body_->FitInside();
    body_->Layout();
}

TrainingClass ClassPanel::current() {
    TrainingClass one;
    context_.database.read([&](yanxun::Reader& reader) { one = store::get(reader, id_); });
    return one;
}

void ClassPanel::tell() {
    refresh();
    if (changed) changed();
}

void ClassPanel::edit() {
    ClassDialog dialog(this, context_, current());
    if (dialog.ShowModal() == wxID_OK) tell();
}

void ClassPanel::step() {
    StepDialog dialog(this, context_, current());
    if (dialog.ShowModal() == wxID_OK) tell();
}

void ClassPanel::remove() {
    const TrainingClass one = current();
    if (!confirm(this, tr("删除第 {} 期“{}”？它的课次、名册、考勤和档案一并删除。", one.number, one.name),
                 tr("删除")))
        return;
    context_.database.write(
        [&](yanxun::Writer& writer) { context_.classes.remove(writer, one.id, one.revision); });
    id_ = 0;
    tell();
}

void ClassPanel::open() { context_.workbench.open("training.class", "id=" + std::to_string(id_)); }

} // namespace training
