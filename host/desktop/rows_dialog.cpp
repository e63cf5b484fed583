#include "desktop/rows_dialog.h"

#include "desktop/collected.h"
#include "desktop/dialog_frame.h"
#include "desktop/progress_dialog.h"

#include <yanxun/table/export.h>
#include <yanxun/text.h>
#include <yanxun/ui/dialogs.h>

#include <algorithm>

namespace yanxun::desktop {

using namespace yanxun::ui;

namespace {

constexpr int kCharacter = 10, kNarrowest = 70, kWidest = 280; // DIP

using Line = std::vector<Value>;

int widthOf(const Column& column) { return std::clamp(column.width * kCharacter, kNarrowest, kWidest); }

std::vector<RecordColumn> columnsOf(const std::vector<Column>& columns) {
    std::vector<RecordColumn> all;
    for (const Column& column : columns) all.push_back({column.id, column.title, column.kind, widthOf(column), true, false});
    return all;
}

/// NULL first, numbers by value, texts as a dictionary.
bool less(const Value& a, const Value& b) {
    if (a.integer() && b.integer()) return *a.integer() < *b.integer();
    if (a.text() && b.text()) return text::sortKey(*a.text()) < text::sortKey(*b.text());
    return a.index() < b.index();
}

void sort(std::vector<Line>& lines, const std::vector<Column>& columns, const RecordQuery& query) {
    const auto column =
        std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.id == query.sort; });
    if (column == columns.end()) return;
    const auto at = static_cast<std::size_t>(column - columns.begin());
    std::stable_sort(lines.begin(), lines.end(), [&](const Line& a, const Line& b) {
        if (a.size() <= at || b.size() <= at) return a.size() < b.size();
        return query.ascending ? less(a[at], b[at]) : less(b[at], a[at]);
    });
}

class RowsDialog final : public wxDialog {
public:
    RowsDialog(wxWindow* parent, host::Program& program, const FigureKind& kind, const Period& period, std::string key);

private:
    RowSource rows(Reader& reader) const { return kind_.rows(reader, period_, key_); }
    RecordSource source();
    void save();
    host::Program& program_;
    const FigureKind& kind_;
    Period period_;
    std::string key_;
    std::vector<Column> columns_;
    Collected<Line> lines_;
    RecordTable* table_ = nullptr;
};

RowsDialog::RowsDialog(wxWindow* parent, host::Program& program, const FigureKind& kind, const Period& period,
                       std::string key)
    : wxDialog(wxGetTopLevelParent(parent), wxID_ANY, wx(tr("{}：明细", kind.title)), wxDefaultPosition, wxDefaultSize,
               wxDEFAULT_DIALOG_STYLE | wxRESIZE_BORDER | wxMAXIMIZE_BOX),
      program_(program), kind_(kind), period_(period), key_(std::move(key)) {
    SetName("rows");
    program_.database().read([&](Reader& reader) { columns_ = rows(reader).columns; });
    auto* const column = new wxBoxSizer(wxVERTICAL);
    wxStaticText* const told = label(this, tr("正在读取……"), TextStyle::body, true);
    told->SetName("rows.total");
    column->Add(told, 0, wxEXPAND | wxBOTTOM, FromDIP(space::s));
    table_ = new RecordTable(this, "rows." + kind_.id, program_.database(), columnsOf(columns_), source());
    table_->setTitle(kind_.title);
    table_->setEmpty(tr("这个数字背后没有记录。"));
    table_->loaded = [this, told] {
        told->SetLabelText(wx(tr("{} 至 {}，共 {} 行", period_.first.iso(), period_.last.iso(),
                                 text::grouped(table_->total()))));
    };
    column->Add(table_, 1, wxEXPAND);
    const DialogButtons buttons = dialogButtons(this, tr("导出…"), tr("关闭"));
    buttons.ok->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(this, [this] { save(); }); });
    layOutDialog(this, column, buttons.sizer, {860, 520});
}

RecordSource RowsDialog::source() {
    const auto collect = [make = kind_.rows, period = period_, key = key_, columns = columns_](Reader& reader,
                                                                                               const RecordQuery& query) {
        std::vector<Line> lines;
        make(reader, period, key).each([&](std::span<const Value> row) { lines.emplace_back(row.begin(), row.end()); });
        sort(lines, columns, query);
        return lines;
    };
    return lines_.source(collect, [columns = columns_](const Line& line) {
        std::vector<RecordCell> cells(columns.size());
        for (std::size_t i = 0; i < std::min(line.size(), columns.size()); ++i) {
            cells[i].text = cellText(line[i], columns[i].kind);
        }
        return cells;
    });
}

void RowsDialog::save() {
    const auto path = saveFile(this, tr("导出明细"), tr("CSV 表格 (*.csv)|*.csv|XML (*.xml)|*.xml"), kind_.title + ".csv");
    if (!path) return;
    const TableFormat format = path->extension() == ".xml" ? TableFormat::xml : TableFormat::csv;
    runWithProgress(this, tr("正在导出"), [&](Progress& progress) {
        program_.database().read([&](Reader& reader) {
            writeTable(rows(reader), kind_.id, kind_.title, format, *path, progress);
        });
    });
    showMessage(this, tr("明细已导出到 {}。", path->string()));
}

} // namespace

void openFigure(wxWindow* parent, host::Program& program, Workbench& workbench, const FigureKind& kind,
                const Period& period, const std::string& key) {
    if (!kind.page.empty()) {
        return workbench.open(kind.page, kind.pageArgument ? kind.pageArgument(period, key) : std::string());
    }
    if (!kind.rows) return workbench.notify(tr("“{}”没有可以列出的明细。", kind.title));
    RowsDialog(parent, program, kind, period, key).ShowModal();
}

} // namespace yanxun::desktop
