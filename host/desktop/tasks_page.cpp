#include "desktop/tasks_page.h"

#include "desktop/collected.h"
#include "desktop/host_pages.h"
#include "desktop/sentence_line.h"
#include "desktop/task_lines.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/theme.h>

#include <wx/choice.h>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr std::size_t kMost = 1000; ///< of each kind

std::vector<RecordColumn> columns() {
    return {{"urgency", tr("紧急程度"), CellKind::text, 110, false, true},
            {"title", tr("事项"), CellKind::text, 0, false, false},
            {"detail", tr("说明"), CellKind::text, 280, false, false},
            {"kind", tr("类别"), CellKind::text, 130, false, false},
            {"due", tr("期限"), CellKind::text, 110, false, false}};
}

class TasksPage final : public wxPanel, public PageView {
public:
    TasksPage(wxWindow* parent, host::Program& program, Workbench& workbench);
    void refresh() override { table_->reload(); }

private:
    RecordSource source();
    void fillKinds();
    void loaded();
    host::Program& program_;
    Workbench& workbench_;
    Collected<OpenTask> tasks_;
    PageHeader* header_ = nullptr;
    wxChoice* kind_ = nullptr;
    SentenceLine* problems_ = nullptr;
    RecordTable* table_ = nullptr;
    std::shared_ptr<Collected<std::string>> told_ = std::make_shared<Collected<std::string>>();
};

TasksPage::TasksPage(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench) {
    SetName(kTasksPage);
    header_ = new PageHeader(this, tr("待办"));
    kind_ = new wxChoice(header_, wxID_ANY);
    kind_->SetName("tasks.kind");
    kind_->SetMinSize(FromDIP(wxSize(150, 32)));
    setAccessible(kind_, tr("类别"));
    fillKinds();
    header_->actions()->Add(kind_, 0, wxALIGN_CENTRE_VERTICAL | wxRIGHT, FromDIP(space::s));
    wxButton* const open = button(header_, tr("打开"), "link", true);
    open->SetName("tasks.open");
    header_->actions()->Add(open, 0, wxALIGN_CENTRE_VERTICAL);
    auto* const card = new Card(this);
    problems_ = new SentenceLine(card);
    table_ = new RecordTable(card, "host.tasks", program_.database(), columns(), source());
    table_->setTitle(tr("待办"));
    table_->setEmpty(tr("没有待办。需要处理的事项会自动出现在这里。"));
    card->body()->Add(problems_, 0, wxEXPAND);
    card->body()->Add(table_, 1, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    all->Add(header_, 0, wxEXPAND | wxALL, FromDIP(space::xl));
    all->Add(card, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, FromDIP(space::xl));
    SetSizer(all);
    const auto lead = [this](std::int64_t id) {
        guarded(this, [&] {
            if (const OpenTask* task = tasks_.at(id)) workbench_.open(task->page, task->task.argument);
        });
    };
    table_->activated = lead;
    table_->loaded = [this] { loaded(); };
    open->Bind(wxEVT_BUTTON, [this, lead](wxCommandEvent&) {
        const std::int64_t chosen = table_->selected();
        if (chosen == 0) return workbench_.notify(tr("请先在列表中选一项待办。"));
        lead(chosen);
    });
    kind_->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { table_->setSource(source()); });
}

void TasksPage::fillKinds() {
    kind_->Append(wx(tr("全部类别")));
    for (const TaskKind& kind : program_.registry().tasks()) kind_->Append(wx(kind.title));
    kind_->SetSelection(0);
}

RecordSource TasksPage::source() {
    const Date today = program_.clock().today();
    const std::string only = kind_->GetSelection() > 0 ? utf8(kind_->GetStringSelection()) : std::string();
    const auto told = told_;
    const auto collect = [&registry = program_.registry(), today, only, told](Reader& reader, const RecordQuery&) {
        OpenTasks all = collectTasks(registry, reader, today, kMost);
        if (!only.empty()) std::erase_if(all.first, [&](const OpenTask& task) { return task.kind != only; });
        told->put(std::move(all.problems));
        return std::move(all.first);
    };
    return tasks_.source(collect, [today](const OpenTask& open) {
        return std::vector<RecordCell>{{urgencyWord(open, today), open.task.tone},
                                       {open.task.title},
                                       {open.task.detail},
                                       {open.kind},
                                       {dueText(open.task, today)}};
    });
}

void TasksPage::loaded() {
    header_->setSubtitle(tr("共 {} 项，最急的在前", text::grouped(table_->total())));
    std::string all;
    for (const std::string& problem : *told_->things()) all += (all.empty() ? "" : "\n") + problem;
    if (problems_->sentence() != all) problems_->set(all, Tone::bad);
}

} // namespace

Page tasksPage(host::Program& program, Workbench& workbench) {
    return pageOf(kTasksPage, tr("待办"), "tasks", {}, kTasksOrder, [&program, &workbench](wxWindow* parent) {
        return new TasksPage(parent, program, workbench);
    });
}

} // namespace yanxun::desktop
