#include "view/run/script_tab.h"

#include "core/run/script_store.h"
#include "core/run/script_workbook.h"
#include "view/run/script_dialogs.h"
#include "view/run/script_grid.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/wrapsizer.h>

namespace drills {

using yanxun::tr;
using namespace yanxun::ui;

namespace {

yanxun::Tone toneOf(ScriptState state) {
    switch (state) {
    case ScriptState::approved: return yanxun::Tone::good;
    case ScriptState::submitted: return yanxun::Tone::warning;
    case ScriptState::draft: break;
    }
    return yanxun::Tone::neutral;
}

std::string aboutText(const std::optional<Script>& script, std::size_t lines) {
    if (!script) return tr("时间从演练开始算起：T+00:05:30、5分30秒、+5' 都可以。");
    std::string text = tr("第 {} 版 · {} 行", script->version, lines);
    if (script->state == ScriptState::approved) text += tr(" · {} 批准于 {}", script->approvedBy, yanxun::localDay(*script->approvedAt).iso());
    if (script->state == ScriptState::submitted) text += tr(" · {} 提交，等待另一位负责人批准", script->submittedBy);
    if (script->state == ScriptState::draft && !script->remark.empty()) text += tr(" · 退回：{}", script->remark);
    return text;
}

} // namespace

ScriptTab::ScriptTab(wxWindow* parent, const ViewContext& context) : wxPanel(parent), context_(context) {
    SetName("drills.script");
    auto* const head = new wxBoxSizer(wxHORIZONTAL);
    state_ = new Pill(this, word(ScriptState::draft), yanxun::Tone::neutral);
    about_ = cutLine(this);
    about_->SetName("drills.script_about");
    head->Add(state_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    head->Add(about_, 1, wxALIGN_CENTRE_VERTICAL);
    auto* const deeds = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    add_ = deed(deeds, "drills.script_add", tr("增加行"), "plus", &ScriptTab::add);
    insert_ = deed(deeds, "drills.script_insert", tr("插入并顺延"), "chevron-down", &ScriptTab::insert);
    remove_ = deed(deeds, "drills.script_remove", tr("删除行"), "trash", &ScriptTab::remove);
    shift_ = deed(deeds, "drills.script_shift_all", tr("顺延"), "clock", &ScriptTab::shift);
    number_ = deed(deeds, "drills.script_renumber", tr("重新编号"), "list", &ScriptTab::renumber);
    phases_ = deed(deeds, "drills.script_phases_edit", tr("阶段"), "tag", &ScriptTab::phases);
    import_ = deed(deeds, "drills.script_import", tr("导入"), "import", &ScriptTab::import);
    export_ = deed(deeds, "drills.script_export", tr("导出"), "export", &ScriptTab::exportTo);
    judge_ = deed(deeds, "drills.script_judge", tr("提交审批"), "check", &ScriptTab::judge);
    return_ = deed(deeds, "drills.script_return", tr("退回"), "undo", &ScriptTab::giveBack);
    run_ = deed(deeds, "drills.script_run", tr("导调台"), "play", &ScriptTab::run);
    grid_ = new ScriptGrid(this);
    grid_->changed = [this](const ScriptLine& line) {
        context_.database.write([&](yanxun::Writer& writer) { context_.scripts.editLine(writer, line); });
        // The grid is in the middle of its own event.
        CallAfter([this] { guarded(this, [this] { reload(); }); });
    };
    nothing_ = emptyState(this, "list", tr("还没有脚本。逐行增加，或把现成的脚本表格导入进来；表头不必一样，导入时会对好。"));
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(head, 0, wxEXPAND | wxALL, FromDIP(space::s));
    all->Add(deeds, 0, wxEXPAND | wxLEFT | wxRIGHT, FromDIP(space::s));
    all->Add(grid_, 1, wxEXPAND | wxTOP, FromDIP(space::s));
    all->Add(nothing_, 1, wxEXPAND);
    SetSizer(all);
}

wxButton* ScriptTab::deed(wxSizer* into, const char* name, const std::string& text, const char* icon, Act act) {
    wxButton* const made = button(this, text, icon);
    made->SetName(name);
    made->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) {
        guarded(this, [this, act] { (this->*act)(); });
        guarded(this, [this] { reload(); });
    });
    into->Add(made, 0, wxRIGHT | wxBOTTOM, FromDIP(space::s));
    return made;
}

std::string ScriptTab::title(const Drill& drill) {
    std::int64_t count = 0;
    context_.database.read([&](yanxun::Reader& reader) { count = scripts::lineCount(reader, drill.id); });
    return count == 0 ? tr("脚本") : tr("脚本 {}", count);
}

void ScriptTab::show(const Drill& drill) {
    // A cell that is being typed into is not taken away.
    if (drill.id == drill_.id && grid_->isTyping()) return;
    drill_ = drill;
    reload();
}

void ScriptTab::reload() {
    context_.database.read([&](yanxun::Reader& reader) {
        script_ = scripts::find(reader, drill_.id);
        lines_ = scripts::lines(reader, drill_.id);
    });
    const bool open = drill_.status <= Status::ready || drill_.status == Status::postponed;
    const ScriptState state = script_ ? script_->state : ScriptState::draft;
    state_->set(word(state), toneOf(state));
    setLine(about_, aboutText(script_, lines_.size()));
    grid_->show(lines_, open);
    grid_->Show(!lines_.empty());
    nothing_->Show(lines_.empty());
    for (wxButton* one : {add_, import_, phases_}) one->Enable(open);
    for (wxButton* one : {insert_, remove_, shift_, number_}) one->Enable(open && !lines_.empty());
    export_->Enable(!lines_.empty());
    judge_->SetLabel(wx(state == ScriptState::submitted ? tr("批准") : tr("提交审批")));
    judge_->Enable(open && !lines_.empty() && state != ScriptState::approved);
    return_->Show(state == ScriptState::submitted);
    run_->Enable(drill_.status >= Status::ready && drill_.status <= Status::ended);
    Layout();
}

void ScriptTab::write(const std::function<void(yanxun::Writer&)>& work) { context_.database.write(work); }

void ScriptTab::add() { askLine(this, context_, drill_.id, lines_.empty() ? 0 : lines_.back().offset + 60, false); }

void ScriptTab::insert() { askLine(this, context_, drill_.id, grid_->line() ? grid_->line()->offset : 0, true); }

void ScriptTab::remove() {
    const ScriptLine* const line = grid_->line();
    if (!line || !confirm(this, tr("删除脚本第 {} 行“{}”？", line->no, line->text), tr("删除"))) return;
    write([&](yanxun::Writer& writer) { context_.scripts.removeLine(writer, drill_.id, line->no); });
}

void ScriptTab::shift() { askShift(this, context_, drill_.id, grid_->line()); }

void ScriptTab::renumber() {
    write([&](yanxun::Writer& writer) { context_.scripts.renumber(writer, drill_.id); });
}

void ScriptTab::phases() { askPhases(this, context_, drill_.id); }

void ScriptTab::judge() {
    const bool waits = script_ && script_->state == ScriptState::submitted;
    write([&](yanxun::Writer& writer) {
        if (waits) context_.scripts.approve(writer, drill_.id);
        else context_.scripts.submit(writer, drill_.id);
    });
}

void ScriptTab::giveBack() {
    const auto reason = askText(this, tr("退回脚本的理由"));
    if (!reason) return;
    write([&](yanxun::Writer& writer) { context_.scripts.giveBack(writer, drill_.id, *reason); });
}

void ScriptTab::import() {
    context_.workbench.notify(tr("导入时在选项里填写演练编号 {}。", drill_.id));
    context_.workbench.import("drills.script");
}

void ScriptTab::exportTo() {
    const auto path = saveFile(this, tr("导出脚本"), tr("表格 (*.xlsx)|*.xlsx"), tr("{}脚本.xlsx", drill_.name));
    if (!path) return;
    writeScriptWorkbook(drill_, lines_, *path);
    context_.workbench.notify(tr("脚本已导出到 {}。", path->filename().string()));
}

void ScriptTab::run() { context_.workbench.open("drills.run", "id=" + std::to_string(drill_.id)); }

} // namespace drills
