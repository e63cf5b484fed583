#include "data/bulk.h"

#include "data/arrays.h"
#include "data/sql.h"

#include <yanxun/text.h>

#include <Poco/Data/Binding.h>

#include <algorithm>
#include <stdexcept>

namespace yanxun {

using Cell = BulkRow::Slots::Cell;

Cell& BulkRow::Slots::at(std::size_t column) const {
    if (column >= columns) throw std::logic_error("no bulk column " + std::to_string(column));
    return row[column];
}

void BulkRow::integer(std::size_t column, std::int64_t value) {
    Cell& cell = slots_.at(column);
    cell.kind = Cell::Kind::integer;
    cell.integer = value;
}

void BulkRow::real(std::size_t column, double value) {
    Cell& cell = slots_.at(column);
    cell.kind = Cell::Kind::real;
    cell.real = value;
}

void BulkRow::text(std::size_t column, std::string_view value) {
    Cell& cell = slots_.at(column);
    cell.kind = Cell::Kind::text;
    if (data::isCleanText(value)) cell.bytes.assign(value);
    else cell.bytes = yanxun::text::clean(value);
}

void BulkRow::blob(std::size_t column, std::span<const std::byte> value) {
    Cell& cell = slots_.at(column);
    cell.kind = value.empty() ? Cell::Kind::null : Cell::Kind::blob;
    cell.bytes.assign(reinterpret_cast<const char*>(value.data()), value.size());
}

void BulkRow::set(std::size_t column, const Value& value) {
    if (const auto* whole = value.integer()) integer(column, *whole);
    else if (const auto* number = value.real()) real(column, *number);
    else if (const auto* words = value.text()) text(column, *words);
    else if (const auto* bytes = value.blob()) blob(column, *bytes);
    else slots_.at(column).kind = Cell::Kind::null;
}

namespace data {
namespace {

constexpr std::size_t kMostParameters = 6'000; // PostgreSQL's client library refuses a description of more than ~7 400
constexpr std::size_t kRowsPerValues = 100;
constexpr std::size_t kRowsPerArray = 5'000;
constexpr std::size_t kBytesPerArray = 4 << 20;

std::string columnList(std::span<const BulkColumn> columns) {
    std::string list;
    for (const BulkColumn& column : columns) list += (list.empty() ? "" : ",") + quotedName(column.name);
    return list;
}

std::string insertValues(std::string_view table, std::span<const BulkColumn> columns, std::size_t rows) {
    const std::string group = "(" + questionMarks(columns.size()) + ")";
    std::string sql = "INSERT INTO " + quotedName(table) + "(" + columnList(columns) + ") VALUES" + group;
    for (std::size_t i = 1; i < rows; ++i) sql += "," + group;
    return sql;
}

/// A run of rows for SQLite: INSERT … VALUES(…),(…),…
class ValuesBatch final : public Cells {
public:
    ValuesBatch(Reader::Session& session, std::string_view table, std::span<const BulkColumn> columns)
        : session_(session), table_(table), columns_(columns),
          capacity_(std::clamp(kMostParameters / columns.size(), std::size_t{1}, kRowsPerValues)),
          cells_(capacity_ * columns.size()), full_(insertValues(table, columns, capacity_)) {}

    BulkRow::Slots row() { return {cells_.data() + rows_ * columns_.size(), columns_.size()}; }
    void take() {
        if (++rows_ == capacity_) run(full_, capacity_);
    }
    void finish() {
        if (rows_ > 0) run(insertValues(table_, columns_, rows_), rows_);
    }
    std::size_t count() const override { return rows_ * columns_.size(); }
    void put(Poco::Data::AbstractBinder& binder, std::size_t position) override {
        constexpr auto in = Poco::Data::AbstractBinder::PD_IN;
        blobs_.clear();
        const Cell* const end = cells_.data() + rows_ * columns_.size();
        for (const Cell* cell = cells_.data(); cell != end; ++cell, ++position) {
            switch (cell->kind) {
            case Cell::Kind::null: binder.bind(position, Poco::Data::Keywords::null, in); break;
            case Cell::Kind::integer: binder.bind(position, cell->integer, in); break;
            case Cell::Kind::real: binder.bind(position, cell->real, in); break;
            case Cell::Kind::text: binder.bind(position, cell->bytes, in); break;
            case Cell::Kind::blob:
                blobs_.emplace_back(reinterpret_cast<const unsigned char*>(cell->bytes.data()), cell->bytes.size());
                binder.bind(position, blobs_.back(), in);
                break;
            }
        }
    }

private:
    void run(const std::string& sql, std::size_t rows) {
        rows_ = rows;
        session_.run(sql, *this);
        rows_ = 0;
    }

    Reader::Session& session_;
    std::string_view table_;
    std::span<const BulkColumn> columns_;
    std::size_t capacity_;
    std::size_t rows_ = 0;
    std::vector<Cell> cells_;
    std::deque<Poco::Data::BLOB> blobs_;
    std::string full_;
};

/// A run of rows for PostgreSQL: INSERT … SELECT … FROM unnest(one array per column).
class ArrayBatch {
public:
    ArrayBatch(Reader::Session& session, std::string_view table, std::span<const BulkColumn> columns, bool wantsIds)
        : session_(session), cells_(columns.size()), arrays_(columns.size()) {
        std::string arrays;
        for (const BulkColumn& column : columns) {
            static constexpr const char* types[] = {"bigint", "double precision", "varchar", "bytea"};
            arrays += (arrays.empty() ? "?::" : ",?::") + std::string(types[int(column.type)]) + "[]";
        }
        sql_ = "INSERT INTO " + quotedName(table) + "(" + columnList(columns) + ") SELECT * FROM unnest(" + arrays + ")";
        if (wantsIds) {
            sql_ = "WITH added AS (" + sql_ + " RETURNING \"id\") SELECT min(\"id\"), max(\"id\") FROM added";
        }
    }

    BulkRow::Slots row() { return {cells_.data(), cells_.size()}; }
    void take() {
        for (std::size_t i = 0; i < cells_.size(); ++i) add(i, cells_[i]);
        if (++rows_ == kRowsPerArray || arrays_.bytes() >= kBytesPerArray) run();
    }
    void finish() {
        if (rows_ > 0) run();
    }
    BulkResult ids;

private:
    void add(std::size_t column, const Cell& cell) {
        switch (cell.kind) {
        case Cell::Kind::null: return arrays_.addNull(column);
        case Cell::Kind::integer: return arrays_.add(column, cell.integer);
        case Cell::Kind::real: return arrays_.add(column, cell.real);
        case Cell::Kind::text: return arrays_.add(column, std::string_view(cell.bytes));
        case Cell::Kind::blob: return arrays_.addBytes(column, cell.bytes);
        }
    }
    void run() {
        session_.query(sql_, arrays_, [&](const Row& row) {
            if (!ids.firstId || row.integer(0) < *ids.firstId) ids.firstId = row.integer(0);
            if (!ids.lastId || row.integer(1) > *ids.lastId) ids.lastId = row.integer(1);
            return true;
        });
        arrays_.clear();
        rows_ = 0;
    }

    Reader::Session& session_;
    std::vector<Cell> cells_;
    TextArrays arrays_;
    std::string sql_;
    std::size_t rows_ = 0;
};

/// The highest id SQLite ever gave in the table.
std::int64_t lastGivenId(Reader::Session& session, std::string_view table) {
    std::int64_t last = 0;
    session.query("SELECT seq FROM sqlite_sequence WHERE name=?", {table}, [&](const Row& row) {
        last = row.integer(0);
        return true;
    });
    return last;
}

/// `next` through `batch`; the ids of a given column are noted.
template <class Batch>
BulkResult pump(Batch& batch, std::optional<std::size_t> idColumn, const std::function<bool(BulkRow&)>& next,
                const std::function<void(const BulkRow::Slots&)>& sees) {
    BulkResult result;
    for (;;) {
        BulkRow::Slots slots = batch.row();
        for (std::size_t i = 0; i < slots.columns; ++i) slots.row[i].kind = Cell::Kind::null;
        BulkRow row(slots);
        if (!next(row)) break;
        if (sees) sees(slots);
        if (idColumn) {
            const std::int64_t id = slots.row[*idColumn].integer;
            if (!result.firstId || id < *result.firstId) result.firstId = id;
            if (!result.lastId || id > *result.lastId) result.lastId = id;
        }
        ++result.rows;
        batch.take();
    }
    batch.finish();
    return result;
}

} // namespace

BulkResult insertRows(Reader::Session& session, std::string_view table, std::span<const BulkColumn> columns,
                      const std::function<bool(BulkRow&)>& next,
                      const std::function<void(const BulkRow::Slots&)>& sees) {
    if (columns.empty()) throw std::logic_error("insertMany without columns");
    const auto isId = [](const BulkColumn& column) { return column.name == "id"; };
    const auto given = std::find_if(columns.begin(), columns.end(), isId);
    std::optional<std::size_t> idColumn;
    if (given != columns.end()) idColumn = std::size_t(given - columns.begin());
    const bool asksIds = !idColumn && session.shape(table).has("id");

    if (session.engine == Engine::postgresql) {
        ArrayBatch batch(session, table, columns, asksIds);
        BulkResult result = pump(batch, idColumn, next, sees);
        if (asksIds) result = {result.rows, batch.ids.firstId, batch.ids.lastId};
        return result;
    }
    const std::int64_t before = asksIds ? lastGivenId(session, table) : 0;
    ValuesBatch batch(session, table, columns);
    BulkResult result = pump(batch, idColumn, next, sees);
    if (asksIds && result.rows > 0) result = {result.rows, before + 1, lastGivenId(session, table)};
    return result;
}

} // namespace data
} // namespace yanxun
