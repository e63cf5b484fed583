#include "table/import_plan.h"

#include "table/import_cells.h"
#include "table/import_decide.h"
#include "table/import_store.h"
#include "table/xlsx_pictures.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

void noteStray(const ImportBody& body, std::vector<ImportMessage>& notes) {
    if (body.stoppedAt == 0) return;
    notes.push_back({ImportLevel::warning, "", "rows.stray",
                     tr("第 {} 行之前隔了 500 个以上的空行，从这一行起没有读入；如属于台账，请删去中间的空行后再导入。", body.stoppedAt), {}});
}

void notePictures(const Grid& grid, std::vector<ImportMessage>& notes) {
    const table::SheetPictures pictures = table::picturesOf(grid.file, grid.sheetIndex);
    if (pictures.rows.empty() && !pictures.inCells) return;
    const std::string where = pictures.rows.empty() ? tr("单元格里有图片")
                                                    : tr("有 {} 张图片（最上面的在第 {} 行）", static_cast<unsigned long>(pictures.rows.size()), pictures.rows.front());
    notes.push_back({ImportLevel::warning, "", "pictures.left",
                     tr("表里{}，图片不随台账导入，结果文件里保持原样；要留作佐证的，请另外存档。", where), {}});
}

void noteEarlier(Reader& reader, const ImportPlan& plan, std::vector<ImportMessage>& notes) {
    const auto earlier = import_store::earlier(reader, plan.kind, plan.grid.fileSha256, plan.grid.sheet);
    if (!earlier) return;
    notes.push_back({ImportLevel::warning, "", "file.imported_before",
                     tr("此文件已于 {} 由{}导入过（第 {} 批）。", dayAndTime(earlier->at), earlier->who, earlier->id), {}});
}

/// Reads and decides everything anew from the grid and the fixes.
void decide(Database& database, const LedgerHeadings& headings, ImportKind& kind, ImportPlan& plan, Progress& progress) {
    ReadSheet sheet = readSheet(kind.info(), headings, plan);
    notePictures(plan.grid, sheet.notes);
    database.read([&](Reader& reader) {
        plan.changeNumber = reader.changeNumber();
        noteEarlier(reader, plan, sheet.notes);
        decideRows(kind, reader, plan.options, sheet.rows, progress);
    });
    auto sums = checkSums(kind.info(), sheet.body.sums, sheet.rows);
    std::move(sums.begin(), sums.end(), std::back_inserter(sheet.notes));
    plan.passedOver = std::move(sheet.body.passedOver);
    plan.rows = std::move(sheet.rows);
    plan.notes = std::move(sheet.notes);
    plan.counts = countRows(plan.rows, plan.notes);
}

} // namespace

std::string dayAndTime(Millis at) {
    const std::string iso = isoInstant(at);
    return localDay(at).chinese() + " " + iso.substr(11, 5);
}

ReadSheet readSheet(const ImportInfo& info, const LedgerHeadings& headings, const ImportPlan& plan) {
    ReadSheet sheet;
    sheet.body = sortRows(info, headings, plan.mapping, plan.grid);
    noteStray(sheet.body, sheet.notes);
    const RecordCells cells(plan.mapping, plan.fixes);
    const auto dates = decideDates(info, plan, sheet.body, cells, sheet.notes);
    sheet.rows = readRecords(info, sheet.body, cells, dates, plan.grid.counts1904);
    return sheet;
}

ImportPlan Importer::plan(ImportKind& kind, Grid grid, ImportMapping mapping, const ImportOptions& options,
                          Progress& progress) {
    if (!mapping.fits()) throw Error(tr("还有必需的列没有对应到表格的列，请先指定再预览。"));
    ImportPlan plan;
    plan.kind = kind.info().id;
    plan.grid = std::move(grid);
    plan.mapping = std::move(mapping);
    plan.options = options;
    plan.options.file = plan.grid.file.filename().string();
    decide(database_, LedgerHeadings::load(templates_, plan.kind), kind, plan, progress);
    return plan;
}

void Importer::fix(ImportKind& kind, ImportPlan& plan, int row, const std::string& column, const std::string& text,
                   Progress& progress) {
    const bool there = std::any_of(plan.rows.begin(), plan.rows.end(), [&](const ImportRow& r) { return r.number == row; });
    const auto& columns = kind.info().columns;
    const bool known = std::any_of(columns.begin(), columns.end(), [&](const ImportColumn& c) { return c.id == column; });
    if (!there || !known) throw NotFound(tr("预览中没有第 {} 行的这一列，请重新预览。", row));
    plan.fixes[{row, column}] = text;
    decide(database_, LedgerHeadings::load(templates_, plan.kind), kind, plan, progress);
}

} // namespace yanxun
