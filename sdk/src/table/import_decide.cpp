#include "table/import_decide.h"

#include "table/import_cells.h"

#include <yanxun/text.h>

#include <algorithm>
#include <set>
#include <unordered_map>

namespace yanxun {

namespace {

constexpr std::int64_t kProgressRows = 500;

bool sameValue(const Value& a, const Value& b) {
    return (isBlank(a) && isBlank(b)) || static_cast<const Value::Base&>(a) == static_cast<const Value::Base&>(b);
}

/// What an update changes, in the words of the ledger where the plugin's columns go by the ledger's names.
std::vector<ImportChange> changesOf(const ImportInfo& info, const ImportRow& row) {
    std::vector<ImportChange> named, all;
    for (const Field& field : row.fields) {
        const Value& before = valueOf(row.stored, field.column);
        if (sameValue(before, field.value)) continue;
        const auto column = std::find_if(info.columns.begin(), info.columns.end(),
                                         [&](const ImportColumn& c) { return c.id == field.column; });
        const bool known = column != info.columns.end();
        const ImportType type = known ? column->type : ImportType::text;
        ImportChange change{field.column, shownValue(before, type), shownValue(field.value, type)};
        if (known) named.push_back(change);
        all.push_back(std::move(change));
    }
    return named.empty() ? all : named;
}

/// Decides one row after the other; keys of earlier rows are remembered.
class Decider {
public:
    Decider(const ImportInfo& info, const ImportOptions& options) : info_(info), options_(options) {}

    void decide(ImportRow& row) {
        if (row.key.empty() && !row.failed()) {
            row.fail("", "row.unreadable", tr("这一行缺少用来识别记录的内容，请补全后再导入。"));
        }
        if (row.failed()) {
            row.action = ImportAction::error;
            return;
        }
        if (options_.mode == ImportMode::nocheck && !row.completes) {
            row.action = ImportAction::create;
            return;
        }
        if (isDouble(row)) return;
        if (row.existing == 0) row.action = ImportAction::create;
        else decideKnown(row);
    }

private:
    bool isDouble(ImportRow& row) {
        const auto [key, newKey] = keys_.try_emplace(row.key, row.number);
        int earlier = newKey ? 0 : key->second;
        if (row.existing != 0) {
            const auto [record, newRecord] = records_.try_emplace(row.existing, row.number);
            if (!newRecord && earlier == 0) earlier = record->second;
        }
        if (earlier == 0) return false;
        row.action = ImportAction::skip;
        row.doubleOf = earlier;
        row.warn("", "row.double", tr("与第 {} 行重复，已跳过。", earlier));
        return true;
    }

    void decideKnown(ImportRow& row) {
        row.action = ImportAction::skip;
        if (!row.completes) {
            if (options_.mode == ImportMode::add) return;
            if (options_.mode == ImportMode::fill) {
                std::erase_if(row.fields, [&](const Field& f) { return !isBlank(valueOf(row.stored, f.column)); });
            }
        }
        row.changes = changesOf(info_, row);
        if (row.completes || !row.changes.empty()) row.action = ImportAction::update;
    }

    const ImportInfo& info_;
    const ImportOptions& options_;
    std::unordered_map<std::string, int> keys_;
    std::unordered_map<std::int64_t, int> records_;
};

/// What the planner says of a column that is already wrong would only repeat it.
void dropRepeated(ImportRow& row, std::size_t own) {
    std::set<std::string> wrong;
    for (std::size_t m = 0; m < own; ++m) {
        if (row.messages[m].level == ImportLevel::error) wrong.insert(row.messages[m].column);
    }
    if (wrong.empty()) return;
    const auto repeats = [&](const ImportMessage& m) { return m.level == ImportLevel::error && wrong.contains(m.column); };
    row.messages.erase(std::remove_if(row.messages.begin() + std::ptrdiff_t(own), row.messages.end(), repeats), row.messages.end());
}

bool isAccepted(const ImportRow& row) { return row.action != ImportAction::error && row.doubleOf == 0; }

struct Sum {
    std::int64_t total = 0, filled = 0;
};

/// Sums of a column over any run of rows: running sums, so that a ledger with a 小计 per page costs no more.
class ColumnSums {
public:
    ColumnSums(const std::vector<ImportRow>& rows, const std::string& column) : upTo_(1) {
        for (const ImportRow& row : rows) {
            Sum sum = upTo_.back();
            const auto value = isAccepted(row) ? row.integer(column) : std::nullopt;
            if (value) sum = {sum.total + *value, sum.filled + 1};
            upTo_.push_back(sum);
        }
    }
    Sum over(std::size_t from, std::size_t to) const {
        return {upTo_[to].total - upTo_[from].total, upTo_[to].filled - upTo_[from].filled};
    }

private:
    std::vector<Sum> upTo_;
};

/// Where the row's sum might begin and end: 小计 stand below or above their rows, 合计 may be of a page or of all so far.
std::vector<std::pair<std::size_t, std::size_t>> spansOf(const std::vector<SumRow>& sums, std::size_t at, std::size_t rows) {
    const SumRow& sum = sums[at];
    const auto same = [&](const SumRow& other) { return other.subtotal == sum.subtotal || !other.subtotal; };
    std::size_t from = 0, to = rows;
    for (std::size_t s = 0; s < at; ++s) {
        if (same(sums[s])) from = sums[s].before;
    }
    for (std::size_t s = sums.size(); s-- > at + 1;) {
        if (same(sums[s])) to = sums[s].before;
    }
    if (sum.subtotal) return {{from, sum.before}, {sum.before, to}};
    return {{0, rows}, {from, sum.before}, {0, sum.before}, {sum.before, to}};
}

bool agrees(const ImportColumn& column, const Sum& sum, std::int64_t written) {
    if (sum.total == written) return true;
    // Below a column of scores people write the mean.
    return column.type == ImportType::hundredths && sum.filled > 0 && std::abs(sum.total / sum.filled - written) <= 1;
}

} // namespace

bool isBlank(const Value& value) { return value.isNull() || (value.text() && value.text()->empty()); }

const Value& valueOf(const Fields& fields, const std::string& column) {
    static const Value null;
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field& f) { return f.column == column; });
    return found == fields.end() ? null : found->value;
}

void decideRows(ImportKind& kind, Reader& reader, const ImportOptions& options, std::vector<ImportRow>& rows,
                Progress& progress) {
    const auto planner = kind.planner(reader, options);
    Decider decider(kind.info(), options);
    std::int64_t done = 0;
    for (ImportRow& row : rows) {
        progress.check();
        if (done++ % kProgressRows == 0) progress.step(done - 1, std::int64_t(rows.size()), tr("正在核对"));
        const std::size_t own = row.messages.size();
        planner->plan(row);
        dropRepeated(row, own);
        decider.decide(row);
    }
}

bool sameDecision(const ImportRow& a, const ImportRow& b) {
    if (a.action != b.action || a.key != b.key || a.existing != b.existing || a.fields.size() != b.fields.size()) return false;
    return std::equal(a.fields.begin(), a.fields.end(), b.fields.begin(), [](const Field& x, const Field& y) {
        return x.column == y.column && static_cast<const Value::Base&>(x.value) == static_cast<const Value::Base&>(y.value);
    });
}

std::vector<ImportMessage> checkSums(const ImportInfo& info, const std::vector<SumRow>& sums,
                                     const std::vector<ImportRow>& rows) {
    std::vector<ImportMessage> notes;
    for (const auto& column : info.columns) {
        const bool summed = std::any_of(sums.begin(), sums.end(), [&](const SumRow& s) { return s.values.contains(column.id); });
        if (!summed) continue;
        const ColumnSums columnSums(rows, column.id);
        for (std::size_t s = 0; s < sums.size(); ++s) {
            const auto written = sums[s].values.find(column.id);
            if (written == sums[s].values.end()) continue;
            const auto spans = spansOf(sums, s, rows.size());
            const bool fine = std::any_of(spans.begin(), spans.end(), [&](const auto& span) {
                return agrees(column, columnSums.over(span.first, span.second), written->second);
            });
            if (fine) continue;
            const Sum sum = columnSums.over(spans[0].first, spans[0].second);
            notes.push_back({ImportLevel::warning, column.id, "sum.differs",
                             tr("第 {} 行“{}”的“{}”写的是 {}，可导入的各行相加是 {}，请核对。", sums[s].number, sums[s].label,
                                column.title, shownValue(written->second, column.type), shownValue(sum.total, column.type)),
                             {}});
        }
    }
    return notes;
}

ImportCounts countRows(const std::vector<ImportRow>& rows, const std::vector<ImportMessage>& notes) {
    ImportCounts counts;
    const auto warnings = [](const std::vector<ImportMessage>& messages) {
        return std::count_if(messages.begin(), messages.end(), [](const auto& m) { return m.level == ImportLevel::warning; });
    };
    counts.read = std::int64_t(rows.size());
    counts.warnings = warnings(notes);
    for (const ImportRow& row : rows) {
        counts.created += row.action == ImportAction::create;
        counts.updated += row.action == ImportAction::update;
        counts.skipped += row.action == ImportAction::skip;
        counts.errors += row.action == ImportAction::error;
        counts.warnings += warnings(row.messages);
    }
    return counts;
}

} // namespace yanxun
