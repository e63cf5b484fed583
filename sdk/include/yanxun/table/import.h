#pragma once
#include <yanxun/data/database.h>
#include <yanxun/table/grid.h>
#include <yanxun/table/value.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace yanxun {

/// How the cells of a column are read before the plugin sees them.
enum class ImportType { text, code, date, count, hundredths, flag };

struct ImportColumn {
    std::string id;
    std::string title;
    ImportType type = ImportType::text;
    bool required = false;  ///< the heading must be there and the cell filled
    bool fillDown = true;   ///< merged body cells above give their value, marked ImportCell::filledDown
    bool headingRequired = false; ///< the heading must be there, the cell may be empty
    std::vector<std::string> synonyms; ///< beside those of templates/ledgers/<kind>.xml
};

/// A choice the kind offers beside the general ones, shown by console and wizard alike.
struct ImportOption {
    std::string id;    ///< console: --unknown-units
    std::string title;
    struct Choice {
        std::string id;
        std::string title;
    };
    std::vector<Choice> choices; ///< the first is the default; none = free text
};

struct ImportInfo {
    std::string id; ///< «drills.ledger»
    std::string title;
    std::vector<ImportColumn> columns;
    std::vector<ImportOption> options;
    std::string page = {}; ///< id of the page that shows what was imported; empty = none
};

enum class ImportMode { add, update, fill, nocheck };
enum class ImportAction { create, update, skip, error };
enum class ImportLevel { warning, error };

struct ImportMessage {
    ImportLevel level = ImportLevel::error;
    std::string column; ///< the column's id; empty for the row
    std::string code;   ///< ASCII, stable: «date.invalid», «unit.unknown»
    std::string text;   ///< a sentence that says what to do
    std::vector<std::string> candidates; ///< values the person may put into the cell instead
};

/// A cell after reading. `value` is NULL when the cell was blank or wrong (then a message says so).
struct ImportCell {
    Value value;  ///< text/code: text; date: yyyymmdd; count, hundredths: integer; flag: 0/1
    bool estimated = false;
    bool filledDown = false;
    std::string raw; ///< as the sheet shows it, line breaks kept
};

struct ImportChange {
    std::string column, before, after;
};

/// One row on its way from the sheet to the records.
struct YANXUN_EXPORT ImportRow {
    int number = 0; ///< as the person sees it
    std::map<std::string, ImportCell, std::less<>> cells;
    std::vector<ImportMessage> messages;

    // Filled by ImportPlanner::plan:
    std::string key;          ///< natural key, normalised; equal keys in one file are doubles. Empty = error row
    std::int64_t existing = 0; ///< record that already has this key, 0 = none
    std::int64_t existingRevision = 0;
    /// What would be written, by the plugin's own column names; blank cells left out. In mode fill the engine leaves
    /// only the columns that are blank in `stored`: apply() of an update writes these and no others.
    Fields fields;
    Fields stored;            ///< what the existing record holds of those
    bool completes = false;   ///< the existing record waits for this row (待完善): updated in every mode

    // Filled by the engine:
    ImportAction action = ImportAction::create;
    std::vector<ImportChange> changes; ///< of an update, as people read them
    int doubleOf = 0; ///< number of the earlier row of the file with the same key; 0 = skipped for another reason

    const ImportCell& cell(std::string_view column) const; ///< an empty one when there is none
    std::string text(std::string_view column) const;
    std::optional<std::int64_t> integer(std::string_view column) const;
    void warn(std::string column, std::string code, std::string text, std::vector<std::string> candidates = {});
    void fail(std::string column, std::string code, std::string text, std::vector<std::string> candidates = {});
    bool failed() const;
};

struct YANXUN_EXPORT ImportOptions {
    ImportMode mode = ImportMode::add;
    int year = 0;          ///< for dates without one, when nothing else tells; 0 = not given
    DateOrder dateOrder = DateOrder::unknown;
    std::map<std::string, std::string, std::less<>> own; ///< the kind's options by id
    std::string file; ///< name of the file without its folder, set by the engine: the evidence of what is imported
    const std::string& choice(std::string_view id) const; ///< "" when not given
};

/// A record an import made or changed.
struct ImportedRecord {
    std::string table;
    std::int64_t id = 0;
    std::int64_t revision = 0; ///< as the import left it
    int row = 0;
    bool created = true;
    std::string before; ///< JSON of the changed columns' old values when updated, by the engine
};

/// Where apply() tells which records it made, main record first. The engine keeps them for undo.
class YANXUN_EXPORT ImportRecorder {
public:
    virtual ~ImportRecorder();
    /// A record apply() created. The first call for an update row names the existing record; the engine keeps what
    /// `stored` says of it.
    virtual void made(std::string_view table, std::int64_t id, std::int64_t revision) = 0;
    /// Another existing record apply() changed on the way; `before` are the old values of what it changed.
    virtual void changed(std::string_view table, std::int64_t id, std::int64_t revision, const Fields& before) = 0;
    /// Id of the batch being written.
    virtual std::int64_t batch() const = 0;
};

/// Decides rows of one file, in their order, inside one snapshot. Holds the look-ups it needs.
class YANXUN_EXPORT ImportPlanner {
public:
    virtual ~ImportPlanner();
    /// Checks the row, sets key, existing, fields, stored; adds messages. Must not throw for bad input. Rows with wrong
    /// cells come too (row.failed()), so that a person reads all that is wrong with a row at once: such a row is never
    /// written and must not count as an earlier one. A second error for a column already in error is dropped.
    virtual void plan(ImportRow& row) = 0;
};

/// One sort of ledger that can be imported. Lives in the plugin; calls come from one thread at a time.
class YANXUN_EXPORT ImportKind {
public:
    virtual ~ImportKind();
    virtual const ImportInfo& info() const = 0;
    virtual std::unique_ptr<ImportPlanner> planner(Reader& reader, const ImportOptions& options) = 0;
    /// Called before the first and after the last row of a batch (to begin and finish summaries); not by undo.
    virtual void begin(Writer& writer, const ImportOptions& options);
    virtual void end(Writer& writer);
    /// Writes one row whose action is create or update.
    virtual void apply(Writer& writer, const ImportRow& row, const ImportOptions& options, ImportRecorder& made) = 0;
    /// Takes back a record the import created (untouched since; `revision` is the one stored now). Returns a sentence
    /// when it must be kept and has changed nothing then, "" when it is gone. Rows come last first, the records of a row
    /// in the order of made(): main record first; when that stays, the others of its row do too. What stays is asked
    /// again after the other rows (a unit two rows share). Throwing refuses the whole undo.
    virtual std::string undoCreated(Writer& writer, const ImportedRecord& record) = 0;
    /// Puts back the old values of a record the import changed. The default uses Writer::update with `before`.
    virtual void undoUpdated(Writer& writer, const ImportedRecord& record, const Fields& before);
    /// Tables whose later edits block undo of a record beside its own revision are the kind's business.
};

/// Which column of the sheet holds which column of the kind.
struct ImportMapping {
    int headerFirst = 0, headerLast = 0; ///< row numbers as the person sees them
    std::map<std::string, int, std::less<>> columns; ///< kind's column id → sheet column from 0
    std::vector<std::string> headings;   ///< flattened heading of each sheet column
    int score = 0;                       ///< how well it fits; foreign headings count against it
    std::string fingerprint;             ///< of the headings; mappings are remembered by it
    std::vector<std::string> missing;    ///< titles of required columns not found
    bool fits() const { return missing.empty() && !columns.empty(); }
};

struct ImportCounts {
    std::int64_t read = 0, created = 0, updated = 0, skipped = 0, errors = 0, warnings = 0;
};

/// What importing would do, row by row. The plan that is previewed is the plan that is committed.
struct YANXUN_EXPORT ImportPlan {
    std::string kind;
    Grid grid;
    ImportMapping mapping;
    ImportOptions options;
    std::vector<ImportRow> rows;
    std::vector<ImportMessage> notes;  ///< about the whole file: year inferred, sums that differ, imported before
    std::vector<int> passedOver;       ///< numbers of rows that are no records: sums, notes, examples, repeated headings
    std::map<std::pair<int, std::string>, std::string> fixes; ///< (row, column id) → text typed in the preview
    std::int64_t changeNumber = 0;     ///< of the database when it was made
    ImportCounts counts;
};

struct ImportResult {
    ImportCounts counts;
    std::int64_t batch = 0; ///< 0 when nothing was written
};

struct UndoResult {
    std::int64_t removed = 0, restored = 0;
    std::vector<std::string> kept;    ///< rows edited or needed since, a sentence each
    std::vector<std::string> remarks; ///< what rows brought along and others use by now, a sentence each; no failure
};

struct ImportBatch {
    std::int64_t id = 0;
    std::string kind, file, sheet, who, sha256;
    Millis at = 0;
    std::optional<Millis> undoneAt;
    ImportCounts counts;
};

/// The one way ledgers come in, for console, wizard and tests alike.
class YANXUN_EXPORT Importer {
public:
    /// `templates`: folders of templates/ledgers, the first that has <kind>.xml wins (headings and synonyms).
    Importer(Database& database, std::vector<std::filesystem::path> templates = {});
    ~Importer();

    /// The sheet whose headings fit best; a tie throws Error naming --sheet. `sheet` empty = choose.
    std::size_t chooseSheet(TableFile& file, const ImportKind& kind, const std::string& sheet = {});
    /// Finds the header in the first 15 rows (two levels flattened), or takes the mapping remembered for it.
    ImportMapping findHeader(const Grid& grid, const ImportKind& kind);
    /// The mapping once a person chose: `sheetColumn` (-1 = none) holds the kind's `column` and nothing else any more.
    ImportMapping remap(const ImportKind& kind, ImportMapping mapping, const std::string& column, int sheetColumn);
    /// Keeps a mapping the person corrected, for files with the same headings.
    void remember(const ImportKind& kind, const ImportMapping& mapping);

    ImportPlan plan(ImportKind& kind, Grid grid, ImportMapping mapping, const ImportOptions& options,
                    Progress& progress = Progress::none());
    /// Puts `text` into a cell of the plan and decides all rows anew.
    void fix(ImportKind& kind, ImportPlan& plan, int row, const std::string& column, const std::string& text,
             Progress& progress = Progress::none());
    /// Writes the plan in one transaction, wrong rows left out. Throws Conflict when the data changed so that the plan
    /// would come out differently: preview again.
    ImportResult commit(ImportKind& kind, const ImportPlan& plan, Progress& progress = Progress::none());
    /// All of it: open, choose, find, plan and (unless dryRun) commit. The plan is returned through `out`.
    ImportResult run(ImportKind& kind, const std::filesystem::path& file, const std::string& sheet,
                     const ImportOptions& options, bool dryRun, ImportPlan& out, Progress& progress = Progress::none());

    /// A copy of the person's own file with the columns 导入结果 and 错误原因 added; for xlsx every other part stays as
    /// it is. Written aside and renamed.
    void writeResult(const ImportPlan& plan, const std::filesystem::path& out, Progress& progress = Progress::none());

    std::vector<ImportBatch> batches(Reader& reader, std::size_t limit = 100);
    /// Throws NotFound, Conflict (already undone).
    UndoResult undo(ImportKind& kind, std::int64_t batch, Progress& progress = Progress::none());
    /// The kind of a batch. Throws NotFound.
    std::string kindOf(std::int64_t batch);

    /// The steps for the engine's own tables; the host migrates them under the name «import».
    static std::vector<Migration> migrations();

private:
    Database& database_;
    std::vector<std::filesystem::path> templates_;
};

/// The empty workbook people download for a kind: bold headings, 1,000 rows of code cells set to text, choices for
/// yes-or-no, a sheet 说明, and one example row whose first cell is «示例»: the import leaves such a row out.
/// Throws Full, Unavailable.
YANXUN_EXPORT void writeTemplate(const ImportInfo& info, const std::filesystem::path& path);

} // namespace yanxun
