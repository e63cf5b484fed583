#include "desktop/import_history_panel.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/workbench.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr std::size_t kTimeLength = 16; ///< of «2021-06-30T14:05»

const ImportKind* kindOf(host::Program& program, const std::string& id) {
    for (const auto& kind : program.registry().imports()) {
        if (kind->info().id == id) return kind.get();
    }
    return nullptr;
}

} // namespace

std::string shownTime(Millis at) {
    std::string time = isoInstant(at).substr(0, kTimeLength);
    std::replace(time.begin(), time.end(), 'T', ' ');
    return time;
}

std::string kindTitle(host::Program& program, const std::string& id) {
    const ImportKind* const kind = kindOf(program, id);
    return kind ? kind->info().title : id;
}

ImportHistoryPanel::ImportHistoryPanel(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench) {
    SetName("imports.panel");
    SetSizer(new wxBoxSizer(wxVERTICAL));
    show({});
}

void ImportHistoryPanel::show(const std::optional<ImportBatch>& batch) {
    GetSizer()->Clear(true);
    if (!batch) {
        GetSizer()->Add(paragraph(this, tr("在左边选一批导入，可以看到它的详情，也可以撤销它。"), TextStyle::body, true), 0, wxEXPAND);
        return Layout(), void();
    }
    GetSizer()->Add(paragraph(this, batch->file, TextStyle::subtitle), 0, wxEXPAND);
    const bool undone = batch->undoneAt.has_value();
    GetSizer()->Add(new Pill(this, undone ? tr("已撤销") : tr("已导入"), undone ? Tone::neutral : Tone::good), 0, wxTOP,
                    FromDIP(space::s));
    addFacts(*batch);
    addActions(*batch);
    Layout();
}

void ImportHistoryPanel::addFact(wxSizer* grid, const std::string& title, const std::string& value) {
    grid->Add(label(this, title, TextStyle::body, true), 0, wxALIGN_TOP);
    grid->Add(paragraph(this, value), 1, wxEXPAND);
}

void ImportHistoryPanel::addFacts(const ImportBatch& batch) {
    auto* const grid = new wxFlexGridSizer(2, FromDIP(wxSize(space::m, space::s)));
    grid->AddGrowableCol(1);
    addFact(grid, tr("批次"), tr("第 {} 批", static_cast<long long>(batch.id)));
    addFact(grid, tr("台账"), kindTitle(program_, batch.kind));
    if (!batch.sheet.empty()) addFact(grid, tr("工作表"), batch.sheet);
    addFact(grid, tr("时间"), shownTime(batch.at));
    addFact(grid, tr("操作人"), tr("{}（未验证）", batch.who));
    const ImportCounts& counts = batch.counts;
    addFact(grid, tr("读入"), tr("{} 行", text::grouped(counts.read)));
    addFact(grid, tr("新建"), tr("{} 行", text::grouped(counts.created)));
    addFact(grid, tr("更新"), tr("{} 行", text::grouped(counts.updated)));
    addFact(grid, tr("跳过"), tr("{} 行", text::grouped(counts.skipped)));
    addFact(grid, tr("错误"), tr("{} 行", text::grouped(counts.errors)));
    addFact(grid, tr("提醒"), tr("{} 条", text::grouped(counts.warnings)));
    if (batch.undoneAt) addFact(grid, tr("撤销于"), shownTime(*batch.undoneAt));
    GetSizer()->Add(grid, 0, wxEXPAND | wxTOP, FromDIP(space::l));
}

void ImportHistoryPanel::addActions(const ImportBatch& batch) {
    auto* const line = new wxBoxSizer(wxHORIZONTAL);
    const ImportKind* const kind = kindOf(program_, batch.kind);
    if (kind && !kind->info().page.empty()) {
        wxButton* const open = button(this, tr("查看记录"), "list");
        open->SetName("imports.open");
        open->Bind(wxEVT_BUTTON, [this, page = kind->info().page](wxCommandEvent&) {
            guarded(this, [&] { workbench_.open(page); });
        });
        line->Add(open, 0, wxRIGHT, FromDIP(space::s));
    }
    if (!batch.undoneAt) {
        wxButton* const undo = button(this, tr("撤销导入…"), "undo");
        undo->SetName("imports.undo");
        undo->Bind(wxEVT_BUTTON, [this, batch](wxCommandEvent&) {
            // The panel is filled anew afterwards: not inside a handler of a window that goes.
            CallAfter([this, batch] {
                if (undoAsked) guarded(this, [&] { undoAsked(batch); });
            });
        });
        line->Add(undo);
    }
    GetSizer()->Add(line, 0, wxTOP, FromDIP(space::l));
}

} // namespace yanxun::desktop
