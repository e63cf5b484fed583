#include "data/json.h"
#include "table/import_decide.h"
#include "table/import_plan.h"
#include "table/import_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

constexpr std::int64_t kProgressRows = 100;

/// Collects what apply() made, row by row.
class Recorder final : public ImportRecorder {
public:
    explicit Recorder(std::int64_t batch) : batch_(batch) {}

    void begin(const ImportRow& row) {
        row_ = &row;
        first_ = true;
    }
    void made(std::string_view table, std::int64_t id, std::int64_t revision) override {
        const bool updated = first_ && row_->action == ImportAction::update && id == row_->existing;
        first_ = false;
        records_.push_back({std::string(table), id, revision, row_->number, !updated, updated ? data::jsonObject(before()) : ""});
    }
    void changed(std::string_view table, std::int64_t id, std::int64_t revision, const Fields& before) override {
        records_.push_back({std::string(table), id, revision, row_->number, false, data::jsonObject(before)});
    }
    std::int64_t batch() const override { return batch_; }
    const std::vector<ImportedRecord>& records() const { return records_; }

private:
    /// Old values of the row's existing record: of what it changes, and of what the planner stored beside that.
    Fields before() const {
        Fields old;
        for (const Field& field : row_->fields) old.push_back({field.column, valueOf(row_->stored, field.column)});
        for (const Field& field : row_->stored) {
            const bool known = std::any_of(old.begin(), old.end(), [&](const Field& f) { return f.column == field.column; });
            if (!known) old.push_back(field);
        }
        return old;
    }

    const ImportRow* row_ = nullptr;
    bool first_ = true;
    std::int64_t batch_;
    std::vector<ImportedRecord> records_;
};

[[noreturn]] void planIsOld() { throw Conflict(tr("数据已被改动，请重新预览后再导入。")); }

/// The rows as they are decided now; they must come out as previewed. Contract «Import»: the plan previewed is the plan
/// committed.
std::vector<ImportRow> decideAgain(ImportKind& kind, Writer& writer, const LedgerHeadings& headings, const ImportPlan& plan,
                                   Progress& progress) {
    std::vector<ImportRow> rows = readSheet(kind.info(), headings, plan).rows;
    decideRows(kind, writer, plan.options, rows, progress);
    if (!std::equal(rows.begin(), rows.end(), plan.rows.begin(), plan.rows.end(), sameDecision)) planIsOld();
    return rows;
}

bool writes(const ImportRow& row) { return row.action == ImportAction::create || row.action == ImportAction::update; }

void applyRow(ImportKind& kind, Writer& writer, const ImportRow& row, const ImportOptions& options, Recorder& recorder) {
    recorder.begin(row);
    try {
        kind.apply(writer, row, options, recorder);
    } catch (const Conflict& conflict) {
        throw Conflict(tr("第 {} 行无法写入：{}", row.number, conflict.what()));
    } catch (const NotFound& missing) {
        throw NotFound(tr("第 {} 行无法写入：{}", row.number, missing.what()));
    }
}

std::int64_t writeRows(ImportKind& kind, Writer& writer, const ImportPlan& plan, const std::vector<ImportRow>& rows,
                       Progress& progress) {
    const auto batch = import_store::addBatch(
        writer, {plan.kind, plan.options.file, plan.grid.fileSha256, plan.grid.sheet, plan.options, plan.counts});
    Recorder recorder(batch);
    const std::int64_t total = plan.counts.created + plan.counts.updated;
    std::int64_t done = 0;
    kind.begin(writer, plan.options);
    for (const ImportRow& row : rows) {
        progress.check();
        if (!writes(row)) continue;
        if (done++ % kProgressRows == 0) progress.step(done - 1, total, tr("正在写入"));
        applyRow(kind, writer, row, plan.options, recorder);
    }
    kind.end(writer);
    import_store::addRecords(writer, batch, recorder.records());
    progress.check();
    return batch;
}

} // namespace

ImportResult Importer::commit(ImportKind& kind, const ImportPlan& plan, Progress& progress) {
    const auto headings = LedgerHeadings::load(templates_, plan.kind);
    ImportResult result{plan.counts, 0};
    database_.write([&](Writer& writer) {
        import_store::waitForOthers(writer);
        std::vector<ImportRow> again;
        if (writer.changeNumber() != plan.changeNumber) again = decideAgain(kind, writer, headings, plan, progress);
        const auto& rows = again.empty() ? plan.rows : again;
        if (std::none_of(rows.begin(), rows.end(), writes)) return;
        result.batch = writeRows(kind, writer, plan, rows, progress);
    });
    progress.step(plan.counts.read, plan.counts.read, tr("导入完成"));
    return result;
}

} // namespace yanxun
