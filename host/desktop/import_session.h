#pragma once
#include "core/program.h"

#include <yanxun/table/import.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yanxun::desktop {

/// A sheet beside the imported one that holds another kind of ledger.
struct OtherLedger {
    std::string sheet;
    std::string title; ///< of its kind
};

/// One import on its way from a file to the records, without a window: what the wizard's steps show and change. Methods
/// with a Progress do the work, on any thread; nobody touches the session meanwhile. What grid() and plan() give never
/// changes: a window may keep showing it while the next is made.
class ImportSession {
public:
    explicit ImportSession(host::Program& program);

    const std::vector<std::unique_ptr<ImportKind>>& kinds() const { return program_.registry().imports(); }
    /// Opens the file. `kind` empty = the one the first ledger among its sheets is. Throws what TableFile::open throws,
    /// and Error when no kind fits.
    void open(const std::filesystem::path& file, const std::string& kind, Progress& progress);
    void takeSheet(std::size_t sheet, Progress& progress);
    /// As takeSheet; where the kind was told by the file, by this sheet from now on.
    void takeOtherSheet(std::size_t sheet, Progress& progress);
    /// The sheets after this one that are ledgers of another kind; one that cannot be read is none.
    std::vector<OtherLedger> laterLedgers();
    /// Column `sheetColumn` (-1 = none) holds the kind's `column` from now on.
    void map(const std::string& column, int sheetColumn);
    /// Reads and decides all rows; cells corrected before stay corrected, and a mapping changed by hand is remembered.
    void makePlan(Progress& progress);
    void fix(int row, const std::string& column, const std::string& text, Progress& progress);
    /// Throws Conflict when the data changed: plan again.
    void commit(Progress& progress);
    void saveResult(const std::filesystem::path& out, Progress& progress);
    UndoResult undo(Progress& progress);

    const ImportInfo& info() const { return kind_->info(); }
    bool hasFile() const { return table_ != nullptr; }
    const std::filesystem::path& file() const { return table_->path(); }
    const std::vector<SheetInfo>& sheets() const { return sheets_; }
    std::size_t sheet() const { return sheet_; }
    /// Why the sheet was not chosen by its headings; empty when it was.
    const std::string& doubt() const { return doubt_; }
    const ImportMapping& mapping() const { return mapping_; }
    ImportOptions& options() { return options_; }
    std::shared_ptr<const Grid> grid() const { return grid_; }
    std::shared_ptr<const ImportPlan> plan() const { return plan_; }
    const std::optional<ImportResult>& result() const { return result_; }

private:
    ImportKind* kindOf(std::size_t sheet);
    ImportKind& recognise();
    void chooseSheet(Progress& progress);

    host::Program& program_;
    Importer importer_;
    ImportKind* kind_ = nullptr;
    std::unique_ptr<TableFile> table_;
    std::vector<SheetInfo> sheets_;
    std::size_t sheet_ = 0;
    std::string doubt_;
    ImportMapping mapping_;
    bool mappedByHand_ = false;
    bool automatic_ = false; ///< the kind is told by the sheet
    ImportOptions options_;
    std::shared_ptr<const Grid> grid_;
    std::shared_ptr<const ImportPlan> plan_;
    std::optional<ImportResult> result_;
};

/// Title of a kind's column; "" for the whole row.
std::string columnTitle(const ImportInfo& info, const std::string& column);

} // namespace yanxun::desktop
