#pragma once
#include <sqlite3.h>

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace yanxun::bench {

/// SQLite by its own C interface, as a careful programmer uses it: the peer of our layer.
class RawStatement {
public:
    RawStatement(sqlite3* db, const std::string& sql);
    ~RawStatement();
    RawStatement(const RawStatement&) = delete;
    RawStatement& operator=(const RawStatement&) = delete;

    void bind(int place, long long value) { sqlite3_bind_int64(statement_, place, value); }
    void bind(int place, std::string_view value) {
        sqlite3_bind_text(statement_, place, value.data(), int(value.size()), SQLITE_STATIC);
    }
    bool step(); ///< true while there is a row; throws what SQLite says
    void reset() { sqlite3_reset(statement_); }
    long long integer(int column) const { return sqlite3_column_int64(statement_, column); }
    std::string_view text(int column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
        return bytes ? std::string_view(bytes, std::size_t(sqlite3_column_bytes(statement_, column))) : std::string_view();
    }
    int columns() const { return sqlite3_column_count(statement_); }
    int type(int column) const { return sqlite3_column_type(statement_, column); }
    /// Reads every cell of the row it stands on, by its type, and throws them away.
    void touch() const;

private:
    sqlite3* db_;
    sqlite3_stmt* statement_ = nullptr;
};

class RawDatabase {
public:
    /// With the settings our layer gives its sessions.
    explicit RawDatabase(const std::string& path);
    ~RawDatabase();
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;
    void run(const std::string& sql);
    long long scalar(const std::string& sql);
    /// Steps through all its rows, touching each cell; the number of rows. The statement stays prepared.
    long rows(const std::string& sql);
    sqlite3* handle() const { return db_; }

private:
    sqlite3* db_ = nullptr;
    std::map<std::string, std::unique_ptr<RawStatement>> prepared_;
};

} // namespace yanxun::bench
