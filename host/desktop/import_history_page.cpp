#include "desktop/import_history_page.h"

#include "desktop/import_history_panel.h"
#include "desktop/import_notice.h"
#include "desktop/import_undo.h"
#include "desktop/progress_dialog.h"

#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>
#include <yanxun/ui/record_table.h>
#include <yanxun/ui/workbench.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kPanelWidth = 300, kNarrow = 900; // DIP
constexpr std::size_t kMostBatches = 5000;

/// The other counts stand beside the list.
std::vector<RecordColumn> columns() {
    return {{"at", tr("时间"), CellKind::text, 128, false, false},       {"kind", tr("台账"), CellKind::text, 118, false, false},
            {"file", tr("文件"), CellKind::text, 0, false, false},       {"who", tr("操作人"), CellKind::text, 76, false, false},
            {"created", tr("新建"), CellKind::integer, 62, false, false}, {"errors", tr("错误"), CellKind::integer, 62, false, false},
            {"state", tr("状态"), CellKind::text, 84, false, true}};
}

class ImportHistoryPage final : public wxPanel, public PageView {
public:
    ImportHistoryPage(wxWindow* parent, host::Program& program, Workbench& workbench);
    void refresh() override { table_->reload(); }

private:
    void makeHeader();
    wxWindow* makeList();
    RecordSource source();
    std::vector<RecordCell> cellsOf(const ImportBatch& batch);
    std::vector<ImportBatch> batches(Reader& reader) { return importer_.batches(reader, kMostBatches); }
    void select(std::int64_t id);
    void undo(const ImportBatch& batch);
    void fit();

    host::Program& program_;
    Workbench& workbench_;
    Importer importer_;
    PageHeader* header_ = nullptr;
    ImportNotice* notice_ = nullptr;
    RecordTable* table_ = nullptr;
    Card* detail_ = nullptr;
    ImportHistoryPanel* panel_ = nullptr;
};

ImportHistoryPage::ImportHistoryPage(wxWindow* parent, host::Program& program, Workbench& workbench)
    : wxPanel(parent), program_(program), workbench_(workbench), importer_(program.database(), program.templates("ledgers")) {
    SetName("imports.page");
    makeHeader();
    notice_ = new ImportNotice(this, "imports.notice");
    auto* const row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(makeList(), 1, wxEXPAND | wxRIGHT, FromDIP(space::l));
    detail_ = new Card(this);
    panel_ = new ImportHistoryPanel(detail_, program_, workbench_);
    panel_->undoAsked = [this](const ImportBatch& batch) { undo(batch); };
    detail_->body()->Add(panel_, 1, wxEXPAND);
    detail_->SetMinSize(FromDIP(wxSize(kPanelWidth, -1)));
    row->Add(detail_, 0, wxEXPAND);
    auto* const all = new wxBoxSizer(wxVERTICAL);
    const int gap = FromDIP(space::xl);
    all->Add(header_, 0, wxEXPAND | wxALL, gap);
    all->Add(notice_, 0, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    all->Add(row, 1, wxEXPAND | wxLEFT | wxRIGHT | wxBOTTOM, gap);
    SetSizer(all);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        event.Skip();
        fit();
    });
}

void ImportHistoryPage::makeHeader() {
    header_ = new PageHeader(this, tr("导入记录"), tr("每一批导入都可以撤销；撤销后可以重新导入"));
    wxButton* const import = button(header_, tr("导入台账"), "import", true);
    import->SetName("imports.import");
    import->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { workbench_.import({}); }); });
    header_->actions()->Add(import);
}

wxWindow* ImportHistoryPage::makeList() {
    auto* const card = new Card(this);
    table_ = new RecordTable(card, "imports.list", program_.database(), columns(), source());
    table_->setTitle(tr("导入记录"));
    table_->setEmpty(tr("还没有导入过台账。点右上角的“导入台账”，选一份单位名录或演练、培训、宣传台账。"));
    table_->selectionChanged = [this](std::int64_t id) { guarded(this, [&] { select(id); }); };
    table_->loaded = [this] { guarded(this, [&] { select(table_->selected()); }); };
    card->body()->Add(table_, 1, wxEXPAND);
    return card;
}

RecordSource ImportHistoryPage::source() {
    RecordSource source;
    source.ids = [this](Reader& reader, const RecordQuery&) {
        RecordIds found;
        for (const ImportBatch& batch : batches(reader)) found.ids.push_back(batch.id);
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [this](Reader& reader, std::span<const std::int64_t> ids) {
        const std::vector<ImportBatch> all = batches(reader);
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            const auto batch = std::find_if(all.begin(), all.end(), [&](const ImportBatch& each) { return each.id == id; });
            rows.push_back(batch == all.end() ? std::vector<RecordCell>(columns().size()) : cellsOf(*batch));
        }
        return rows;
    };
    return source;
}

std::vector<RecordCell> ImportHistoryPage::cellsOf(const ImportBatch& batch) {
    const ImportCounts& counts = batch.counts;
    const bool undone = batch.undoneAt.has_value();
    return {{shownTime(batch.at)},          {kindTitle(program_, batch.kind)},
            {batch.file},                   {batch.who},
            {text::grouped(counts.created)}, {text::grouped(counts.errors), counts.errors > 0 ? Tone::bad : Tone::neutral},
            {undone ? tr("已撤销") : tr("已导入"), undone ? Tone::neutral : Tone::good}};
}

void ImportHistoryPage::select(std::int64_t id) {
    std::optional<ImportBatch> chosen;
    program_.database().read([&](Reader& reader) {
        for (const ImportBatch& batch : batches(reader)) {
            if (batch.id == id) chosen = batch;
        }
    });
    panel_->show(chosen);
}

void ImportHistoryPage::undo(const ImportBatch& batch) {
    if (!confirmUndo(this, batch.file, batch.id)) return;
    notice_->set({}, Tone::neutral);
    ImportKind& kind = program_.registry().import(batch.kind);
    UndoResult result;
    runWithProgress(this, tr("撤销导入"),
                    [&](Progress& progress) { result = importer_.undo(kind, batch.id, progress); });
    table_->reload();
    notice_->set(tr("第 {} 批导入已经撤销。", static_cast<long long>(batch.id)), Tone::good);
    showUndone(this, batch.id, result);
}

/// Beside the list where there is room, else only the list and its own state.
void ImportHistoryPage::fit() {
    const bool wide = ToDIP(GetClientSize()).x >= kNarrow;
    if (detail_->IsShown() == wide) return;
    detail_->Show(wide);
    Layout();
}

} // namespace

yanxun::Page importHistoryPage(host::Program& program, Workbench& workbench) {
    return pageOf("host.imports", tr("导入记录"), "import", tr("数据"), 960,
                  [&program, &workbench](wxWindow* parent) { return new ImportHistoryPage(parent, program, workbench); });
}

} // namespace yanxun::desktop
