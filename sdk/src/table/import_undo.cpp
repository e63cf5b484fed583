#include "table/import_before.h"
#include "table/import_plan.h"
#include "table/import_store.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>

namespace yanxun {

namespace {

constexpr std::int64_t kProgressRows = 100;

using RecordName = std::pair<std::string, std::int64_t>; ///< table, id

/// A row of the batch: its records in the order they were made.
struct UndoRow {
    int number = 0;
    std::vector<ImportedRecord> records;
};

/// What is stored now of the records of a batch.
struct Stored {
    std::map<RecordName, std::int64_t> revisions; ///< those deleted since are missing
    std::map<RecordName, std::int64_t> left;      ///< as the import's last row left them
    bool isThere(const ImportedRecord& record) const { return revisions.contains({record.table, record.id}); }
    bool isEdited(const ImportedRecord& record) const {
        const RecordName name{record.table, record.id};
        const auto now = revisions.find(name);
        return now != revisions.end() && now->second != left.at(name);
    }
};

class Undoer {
public:
    Undoer(ImportKind& kind, Writer& writer, std::int64_t batch) : kind_(kind), writer_(writer) {
        const auto records = import_store::records(writer, batch);
        for (const auto& record : records) {
            if (rows_.empty() || rows_.back().number != record.row) rows_.push_back({record.row, {}});
            rows_.back().records.push_back(record);
        }
        for (const auto& row : rows_) {
            for (const auto& record : row.records) readRevisions(batch, record.table);
        }
        readLeft();
    }

    UndoResult undo(Progress& progress) {
        std::int64_t done = 0;
        for (const UndoRow& row : rows_) {
            progress.check();
            if (done++ % kProgressRows == 0) progress.step(done - 1, std::int64_t(rows_.size()), tr("正在撤销"));
            undoRow(row);
        }
        retryWaiting(progress);
        for (const auto& [record, sentence] : waiting_) {
            result_.remarks.push_back(tr("第 {} 行一并建立的记录保留：{}", record.row, sentence));
        }
        return std::move(result_);
    }

private:
    void readRevisions(std::int64_t batch, const std::string& table) {
        if (!tables_.insert(table).second) return;
        for (const auto& [id, revision] : import_store::revisions(writer_, batch, table)) {
            stored_.revisions[{table, id}] = revision;
        }
    }

    /// Rows of one batch may touch a record several times: the last row, and in it the last word, counts.
    void readLeft() {
        std::map<RecordName, int> lastRow;
        for (const auto& row : rows_) {
            for (const auto& record : row.records) {
                const RecordName name{record.table, record.id};
                if (lastRow.try_emplace(name, row.number).first->second == row.number) stored_.left[name] = record.revision;
            }
        }
    }

    void undoRow(const UndoRow& row) {
        const ImportedRecord& main = row.records.front();
        if (stored_.isEdited(main) || stays(main)) return keep(row, tr("第 {} 行导入的记录之后又被修改过，已保留。", row.number));
        for (const auto& record : row.records) {
            if (stored_.isEdited(record) || stays(record)) {
                result_.remarks.push_back(tr("第 {} 行一并写入的记录之后又被修改过，已保留。", row.number));
            } else if (const std::string sentence = undoRecord(record); !sentence.empty()) {
                if (&record == &main) return keep(row, tr("第 {} 行保留：{}", row.number, sentence));
                waiting_.emplace_back(record, sentence);
            }
        }
    }

    /// What a row that stays did to other records stays too: rows before it must not put back what was before them.
    void keep(const UndoRow& row, std::string sentence) {
        result_.kept.push_back(std::move(sentence));
        for (const auto& record : row.records) staying_.insert({record.table, record.id});
    }
    bool stays(const ImportedRecord& record) const { return staying_.contains({record.table, record.id}); }

    /// "" when the record is as before the import, else why it stays.
    std::string undoRecord(const ImportedRecord& recorded) {
        ImportedRecord record = recorded;
        const RecordName name{record.table, record.id};
        if (!readRevision(record)) return {};
        if (record.created) {
            std::string sentence = kind_.undoCreated(writer_, record);
            if (sentence.empty()) ++result_.removed;
            return sentence;
        }
        kind_.undoUpdated(writer_, record, decodeFields(record.before));
        ++result_.restored;
        return {};
    }

    /// What undoing other rows did to the record counts: the kind gets the revision stored now.
    bool readRevision(ImportedRecord& record) {
        if (!stored_.isThere(record)) return false;
        return writer_.one("SELECT revision FROM " + record.table + " WHERE id = ?", {record.id},
                           [&](const Row& row) { record.revision = row.integer(0); });
    }

    /// A unit two rows share is free once both are gone.
    void retryWaiting(Progress& progress) {
        for (bool moved = true; moved && !waiting_.empty();) {
            moved = false;
            auto waiting = std::move(waiting_);
            waiting_.clear();
            for (auto& [record, sentence] : waiting) {
                progress.check();
                sentence = undoRecord(record);
                if (sentence.empty()) moved = true;
                else waiting_.emplace_back(record, sentence);
            }
        }
    }

    ImportKind& kind_;
    Writer& writer_;
    std::vector<UndoRow> rows_; ///< last first
    std::set<std::string> tables_;
    Stored stored_;
    std::set<RecordName> staying_;
    std::vector<std::pair<ImportedRecord, std::string>> waiting_;
    UndoResult result_;
};

} // namespace

UndoResult Importer::undo(ImportKind& kind, std::int64_t batch, Progress& progress) {
    UndoResult result;
    database_.write([&](Writer& writer) {
        import_store::waitForOthers(writer);
        const ImportBatch found = import_store::batch(writer, batch);
        if (found.kind != kind.info().id) {
            throw Error(tr("第 {} 批导入的是另一种台账（{}），请按它的种类撤销。", batch, found.kind));
        }
        if (found.undoneAt) {
            throw Conflict(tr("第 {} 批导入已于 {} 撤销，不能再次撤销。", batch, dayAndTime(*found.undoneAt)));
        }
        result = Undoer(kind, writer, batch).undo(progress);
        import_store::markUndone(writer, batch);
        progress.check();
    });
    return result;
}

} // namespace yanxun
