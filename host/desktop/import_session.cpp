#include "desktop/import_session.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun::desktop {
namespace {

constexpr std::size_t kHeadRows = 40; ///< enough to know a ledger by

Grid headOf(TableFile& file, std::size_t sheet) {
    Grid head;
    head.sheetIndex = sheet;
    file.read(sheet, [&](GridRow& row) {
        head.rows.push_back(std::move(row));
        return head.rows.size() < kHeadRows;
    });
    return head;
}

std::size_t firstShown(const std::vector<SheetInfo>& sheets) {
    const auto found = std::find_if(sheets.begin(), sheets.end(), [](const SheetInfo& sheet) { return !sheet.hidden; });
    return found == sheets.end() ? 0 : std::size_t(found - sheets.begin());
}

} // namespace

ImportSession::ImportSession(host::Program& program)
    : program_(program), importer_(program.database(), program.templates("ledgers")) {}

void ImportSession::open(const std::filesystem::path& file, const std::string& kind, Progress& progress) {
    auto table = TableFile::open(file);
    table_ = std::move(table);
    sheets_ = table_->sheets();
    ImportKind* const before = kind_;
    automatic_ = kind.empty();
    kind_ = automatic_ ? &recognise() : &program_.registry().import(kind);
    if (kind_ != before) options_ = {};
    chooseSheet(progress);
}

/// The kind whose headings fit the sheet best; nullptr when it is no ledger.
ImportKind* ImportSession::kindOf(std::size_t sheet) {
    const Grid head = headOf(*table_, sheet);
    ImportKind* best = nullptr;
    int bestScore = 0;
    for (const auto& kind : kinds()) {
        const ImportMapping mapping = importer_.findHeader(head, *kind);
        if (!mapping.fits() || (best && mapping.score <= bestScore)) continue;
        best = kind.get();
        bestScore = mapping.score;
    }
    return best;
}

/// The kind of the first sheet that is a ledger: sheets build upon each other, what came in is handed out on a later one.
ImportKind& ImportSession::recognise() {
    for (const bool hidden : {false, true}) {
        for (std::size_t sheet = 0; sheet < sheets_.size(); ++sheet) {
            if (sheets_[sheet].hidden != hidden) continue;
            if (ImportKind* const found = kindOf(sheet)) return *found;
        }
    }
    throw Error(tr("没有认出这是哪一种台账，请先选择台账种类。"));
}

std::vector<OtherLedger> ImportSession::laterLedgers() {
    std::vector<OtherLedger> all;
    for (std::size_t sheet = sheet_ + 1; sheet < sheets_.size(); ++sheet) {
        if (sheets_[sheet].hidden) continue;
        try {
            const ImportKind* const found = kindOf(sheet);
            if (found && found != kind_) all.push_back({sheets_[sheet].name, found->info().title});
        } catch (const Error&) {
            continue; // a sheet nobody asked for that cannot be read takes nothing from the import that is done
        }
    }
    return all;
}

void ImportSession::takeOtherSheet(std::size_t sheet, Progress& progress) {
    ImportKind* const found = automatic_ ? kindOf(sheet) : nullptr;
    ImportKind* const before = kind_;
    if (found) kind_ = found;
    try {
        takeSheet(sheet, progress);
    } catch (...) {
        kind_ = before;
        throw;
    }
    if (kind_ != before) options_ = {};
}

void ImportSession::chooseSheet(Progress& progress) {
    doubt_.clear();
    std::size_t sheet = 0;
    try {
        sheet = importer_.chooseSheet(*table_, *kind_);
    } catch (const Error&) {
        sheet = firstShown(sheets_);
        doubt_ = tr("没有哪一张工作表的表头明显合适，请自己选择工作表，再核对各列。");
    }
    takeSheet(sheet, progress);
}

void ImportSession::takeSheet(std::size_t sheet, Progress& progress) {
    auto grid = std::make_shared<const Grid>(Grid::load(*table_, sheet, progress));
    if (grid->rows.empty()) {
        throw Error(sheets_.size() > 1 ? tr("工作表“{}”是空的，请选择另一张工作表。", sheets_[sheet].name)
                                       : tr("这个文件里没有内容，请核对选择的文件。"));
    }
    mapping_ = importer_.findHeader(*grid, *kind_);
    mappedByHand_ = false;
    sheet_ = sheet;
    grid_ = std::move(grid);
    plan_.reset();
    result_.reset();
}

void ImportSession::map(const std::string& column, int sheetColumn) {
    mapping_ = importer_.remap(*kind_, std::move(mapping_), column, sheetColumn);
    mappedByHand_ = true;
}

void ImportSession::makePlan(Progress& progress) {
    if (mappedByHand_) importer_.remember(*kind_, mapping_);
    mappedByHand_ = false;
    const auto plan = std::make_shared<ImportPlan>(importer_.plan(*kind_, *grid_, mapping_, options_, progress));
    if (plan_ && !plan_->fixes.empty()) {
        plan->fixes = plan_->fixes;
        const auto& [cell, text] = *plan_->fixes.begin();
        importer_.fix(*kind_, *plan, cell.first, cell.second, text, progress); // decides with all of them
    }
    plan_ = plan;
}

void ImportSession::fix(int row, const std::string& column, const std::string& text, Progress& progress) {
    const auto plan = std::make_shared<ImportPlan>(*plan_);
    importer_.fix(*kind_, *plan, row, column, text, progress);
    plan_ = plan;
}

void ImportSession::commit(Progress& progress) { result_ = importer_.commit(*kind_, *plan_, progress); }

void ImportSession::saveResult(const std::filesystem::path& out, Progress& progress) {
    importer_.writeResult(*plan_, out, progress);
}

UndoResult ImportSession::undo(Progress& progress) { return importer_.undo(*kind_, result_->batch, progress); }

std::string columnTitle(const ImportInfo& info, const std::string& column) {
    const auto found = std::find_if(info.columns.begin(), info.columns.end(),
                                    [&](const ImportColumn& known) { return known.id == column; });
    return found == info.columns.end() ? column : found->title;
}

} // namespace yanxun::desktop
