#include "bench/raw_sqlite.h"

#include <benchmark/benchmark.h>

#include <stdexcept>

namespace yanxun::bench {

RawStatement::RawStatement(sqlite3* db, const std::string& sql) : db_(db) {
    if (sqlite3_prepare_v2(db, sql.data(), int(sql.size()), &statement_, nullptr) != SQLITE_OK) {
        throw std::runtime_error(std::string(sqlite3_errmsg(db)) + ": " + sql);
    }
}

RawStatement::~RawStatement() { sqlite3_finalize(statement_); }

bool RawStatement::step() {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    if (result == SQLITE_DONE) return false;
    throw std::runtime_error(sqlite3_errmsg(db_));
}

void RawStatement::touch() const {
    for (int c = 0; c < columns(); ++c) {
        switch (type(c)) {
        case SQLITE_INTEGER: benchmark::DoNotOptimize(sqlite3_column_int64(statement_, c)); break;
        case SQLITE_FLOAT: benchmark::DoNotOptimize(sqlite3_column_double(statement_, c)); break;
        case SQLITE_NULL: break;
        default: benchmark::DoNotOptimize(text(c)); break;
        }
    }
}

RawDatabase::RawDatabase(const std::string& path) {
    if (sqlite3_open(path.c_str(), &db_) != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(db_));
    for (const char* setting : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
                                "PRAGMA wal_autocheckpoint=0", "PRAGMA cache_size=-65536"}) {
        run(setting);
    }
}

RawDatabase::~RawDatabase() {
    prepared_.clear();
    sqlite3_close(db_);
}

void RawDatabase::run(const std::string& sql) {
    char* wrong = nullptr;
    if (sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, &wrong) == SQLITE_OK) return;
    const std::string said = wrong ? wrong : "?";
    sqlite3_free(wrong);
    throw std::runtime_error(said + ": " + sql);
}

long long RawDatabase::scalar(const std::string& sql) {
    RawStatement statement(db_, sql);
    return statement.step() ? statement.integer(0) : 0;
}

long RawDatabase::rows(const std::string& sql) {
    std::unique_ptr<RawStatement>& statement = prepared_[sql];
    if (!statement) statement = std::make_unique<RawStatement>(db_, sql);
    long count = 0;
    for (; statement->step(); ++count) statement->touch();
    statement->reset();
    return count;
}

} // namespace yanxun::bench
