#include "data/session.h"

#include "data/sql.h"

#include <Poco/Data/MetaColumn.h>
#include <Poco/Data/PostgreSQL/Connector.h>
#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/SQLite/Utility.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>

namespace yanxun {
namespace data {
namespace {

constexpr std::size_t kStatementsKept = 256;
constexpr std::size_t kBusySeconds = 5;
constexpr int kRowsPerFetch = 5'000;

Poco::Data::Session connected(const Target& target) {
    static std::once_flag once;
    std::call_once(once, [] {
        // A session has one thread at a time, so SQLite need not lock it for every cell that is read. To be chosen
        // before its first connection of the process; refused, it goes on as it was.
        Poco::Data::SQLite::Utility::setThreadMode(Poco::Data::SQLite::Utility::THREAD_MODE_MULTI);
        Poco::Data::SQLite::Connector::registerConnector();
        Poco::Data::PostgreSQL::Connector::registerConnector();
    });
    return translated(target, [&] {
        if (target.engine == Engine::sqlite) return Poco::Data::Session("SQLite", target.path, kBusySeconds);
        return Poco::Data::Session("PostgreSQL", target.connection, kBusySeconds);
    });
}

ColumnType columnType(Poco::Data::MetaColumn::ColumnDataType type) {
    using Poco::Data::MetaColumn;
    switch (type) {
    case MetaColumn::FDT_INT64:
    case MetaColumn::FDT_INT32:
    case MetaColumn::FDT_INT16: return ColumnType::integer;
    case MetaColumn::FDT_DOUBLE:
    case MetaColumn::FDT_FLOAT: return ColumnType::real;
    case MetaColumn::FDT_BLOB: return ColumnType::blob;
    default: return ColumnType::text;
    }
}

} // namespace

bool TableShape::has(std::string_view column) const {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

ColumnType TableShape::typeOf(const std::string& table, std::string_view column) const {
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) throw std::logic_error("no column " + std::string(column) + " in table " + table);
    return types[std::size_t(found - columns.begin())];
}

Prepared* StatementCache::find(std::string_view sql) {
    const auto found = bySql_.find(sql);
    if (found == bySql_.end()) return nullptr;
    if (found->second->statement->isBroken()) {
        const auto entry = found->second;
        bySql_.erase(found); // its key lies in the entry
        newestFirst_.erase(entry);
        return nullptr;
    }
    newestFirst_.splice(newestFirst_.begin(), newestFirst_, found->second);
    return found->second->statement.get();
}

Prepared& StatementCache::keep(std::string_view sql, PreparedPtr made) {
    if (newestFirst_.size() >= kStatementsKept && !newestFirst_.back().statement->busy) {
        bySql_.erase(newestFirst_.back().sql);
        newestFirst_.pop_back();
    }
    newestFirst_.push_front({std::string(sql), std::move(made)});
    bySql_.emplace(newestFirst_.front().sql, newestFirst_.begin());
    return *newestFirst_.front().statement;
}

void StatementCache::clear() {
    bySql_.clear();
    newestFirst_.clear();
}

Borrowed::Borrowed(Prepared* cached, PreparedPtr own)
    : own_(std::move(own)), statement_(own_ ? own_.get() : cached) {
    statement_->busy = true;
}

Borrowed::~Borrowed() { statement_->busy = false; }

} // namespace data

Reader::Session::Session(const data::Target& where, bool mayWrite, bool durable)
    : target(where), poco(data::connected(where)), engine(where.engine), writes(mayWrite) {
    if (engine == Engine::sqlite) {
        if (writes) run("PRAGMA journal_mode=WAL");
        run(durable ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
        run("PRAGMA foreign_keys=ON");
        run("PRAGMA wal_autocheckpoint=0");
        run(writes ? "PRAGMA cache_size=-65536" : "PRAGMA cache_size=-16384");
        if (!writes) run("PRAGMA query_only=ON");
        return;
    }
    run("SET client_min_messages=warning");
    run("SET lock_timeout='30s'");
    run("SET cursor_tuple_fraction=1"); // a cursor here is always read to its end
    if (!target.searchPath.empty()) run("SET search_path TO " + data::quotedName(target.searchPath));
    if (!durable) run("SET synchronous_commit=off");
    if (!writes) {
        run("SET default_transaction_isolation='repeatable read'");
        run("SET default_transaction_read_only=on");
    }
}

Reader::Session::~Session() { cache_.clear(); }

template <class Work>
void Reader::Session::guarded(Work&& work) {
    if (failure) std::rethrow_exception(failure);
    try {
        work();
    } catch (const Poco::Exception& raised) {
        lost = lost || data::isConnectionLost(raised, target);
        try {
            data::translate(raised, target);
        } catch (...) {
            if (inTransaction) failure = std::current_exception();
            throw;
        }
    }
}

void Reader::Session::begin(std::uint64_t schemaNow) {
    failure = nullptr;
    if (schema != schemaNow) forgetStatements();
    schema = schemaNow;
    if (engine == Engine::sqlite) {
        run(writes ? "BEGIN IMMEDIATE" : "BEGIN");
    } else {
        guarded([&] { poco.begin(); });
    }
    inTransaction = true;
}

void Reader::Session::commit() {
    if (engine == Engine::sqlite) {
        run("COMMIT");
    } else {
        guarded([&] { poco.commit(); });
    }
    inTransaction = false;
}

void Reader::Session::rollback() noexcept {
    try {
        failure = nullptr;
        if (inTransaction && !lost) {
            if (engine == Engine::sqlite) run("ROLLBACK");
            else poco.rollback();
        }
    } catch (const std::exception&) {
        // SQLite rolls back by itself when the disk is full; a lost server has done so too
        lost = lost || engine == Engine::postgresql;
    }
    failure = nullptr;
    inTransaction = false;
}

data::Borrowed Reader::Session::borrow(std::string_view sql) {
    data::Prepared* known = cache_.find(sql);
    if (known && !known->busy) return {known, nullptr};
    const data::EngineSql written = data::forEngine(sql, engine);
    auto made = data::Prepared::make(poco, engine, written.text, written.parameters);
    if (known) return {nullptr, std::move(made)};
    return {&cache_.keep(sql, std::move(made)), nullptr};
}

/// A template, so that a long scan makes one call through a pointer for each row and not two.
template <class Use>
bool Reader::Session::eachRow(data::Prepared& statement, data::Cells& cells, const Use& use) {
    if (cells.count() != statement.parameters()) {
        throw std::logic_error(std::to_string(cells.count()) + " values for " +
                               std::to_string(statement.parameters()) + " «?» in a statement");
    }
    struct Leave {
        data::Prepared& statement;
        bool atEnd = false;
        ~Leave() {
            try {
                if (!atEnd) statement.abandon();
            } catch (const Poco::Exception&) {
                statement.answer(); // a reset repeats the error that was already reported
            }
        }
    } leave{statement};
    statement.start(cells);
    Row::Source source{statement, statement.answer(), engine};
    const Row row(source);
    while (statement.hasRow()) {
        if (!use(row)) return false;
        statement.leaveRow();
    }
    leave.atEnd = true;
    return true;
}

std::int64_t Reader::Session::run(std::string_view sql, data::Cells& cells) {
    std::int64_t touched = 0;
    guarded([&] {
        const data::Borrowed statement = borrow(sql);
        eachRow(*statement, cells, [](const Row&) { return true; });
        touched = statement->touched();
    });
    return touched;
}

std::int64_t Reader::Session::run(std::string_view sql, const Values& values) {
    data::ValueCells cells(values);
    return run(sql, cells);
}

void Reader::Session::query(std::string_view sql, data::Cells& cells, const std::function<bool(const Row&)>& use) {
    guarded([&] {
        const data::Borrowed statement = borrow(sql);
        eachRow(*statement, cells, use);
    });
}

void Reader::Session::query(std::string_view sql, const Values& values, const std::function<bool(const Row&)>& use) {
    data::ValueCells cells(values);
    query(sql, cells, use);
}

void Reader::Session::stream(std::string_view sql, const Values& values, const std::function<void(const Row&)>& use) {
    if (engine == Engine::sqlite || !data::wantsCursor(sql)) {
        return guarded([&] {
            const data::Borrowed statement = borrow(sql);
            data::ValueCells cells(values);
            eachRow(*statement, cells, [&](const Row& row) { return use(row), true; });
        });
    }
    Cursor& cursor = cursors_[std::string(sql)];
    if (cursor.number == 0) cursor.number = ++newestCursor_;
    if (cursor.open) { // the same question inside its own answer
        streamByCursor("yx_" + std::to_string(++newestCursor_), sql, values, use);
        return;
    }
    struct Open {
        Cursor& cursor;
        explicit Open(Cursor& c) : cursor(c) { cursor.open = true; }
        ~Open() { cursor.open = false; }
    } open(cursor);
    streamByCursor("yx_" + std::to_string(cursor.number), sql, values, use);
}

void Reader::Session::streamByCursor(const std::string& name, std::string_view sql, const Values& values,
                                     const std::function<void(const Row&)>& use) {
    run("DECLARE " + name + " NO SCROLL CURSOR FOR " + std::string(sql), values);
    struct Close {
        Session& session;
        const std::string& name;
        ~Close() {
            try {
                if (!session.failure && !session.lost) session.run("CLOSE " + name);
            } catch (const std::exception&) {
                session.lost = true; // nothing but a lost server refuses this
            }
        }
    } close{*this, name};
    const std::string fetch = "FETCH " + std::to_string(data::kRowsPerFetch) + " FROM " + name;
    int rows = data::kRowsPerFetch;
    while (rows == data::kRowsPerFetch) {
        rows = 0;
        query(fetch, {}, [&](const Row& row) {
            ++rows;
            use(row);
            return true;
        });
    }
}

const data::TableShape& Reader::Session::shape(std::string_view table) {
    const std::string name(table);
    if (const auto known = shapes_.find(name); known != shapes_.end()) return known->second;
    data::TableShape shape;
    guarded([&] {
        const data::Borrowed statement = borrow("SELECT * FROM " + data::quotedName(table) + " LIMIT 0");
        for (const Poco::Data::MetaColumn& column : statement->columns()) {
            shape.columns.push_back(column.name());
            shape.types.push_back(data::columnType(column.type()));
        }
    });
    return shapes_.emplace(name, std::move(shape)).first->second;
}

void Reader::Session::forgetStatements() {
    cache_.clear();
    shapes_.clear();
    cursors_.clear();
}

} // namespace yanxun
