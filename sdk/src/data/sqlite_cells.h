#pragma once
#include <yanxun/data/value.h>

#include <sqlite3.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace yanxun::data {

/// The cells of the row a statement of SQLite stands on. Poco connects, prepares, binds and steps; only the cells are
/// read without it, for its extractor asks each for its type first and copies each text: a third of a long scan.
class SqliteCells {
public:
    SqliteCells() = default;
    explicit operator bool() const { return statement_ != nullptr; }

    bool isNull(std::size_t column) const { return sqlite3_column_type(statement_, int(column)) == SQLITE_NULL; }
    std::int64_t integer(std::size_t column) const { return sqlite3_column_int64(statement_, int(column)); } ///< NULL is 0
    double real(std::size_t column) const { return sqlite3_column_double(statement_, int(column)); }         ///< NULL is 0
    /// Null pointer for NULL. Valid until the next row.
    std::string_view text(std::size_t column) const {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, int(column)));
        return {bytes, bytes ? std::size_t(sqlite3_column_bytes(statement_, int(column))) : 0};
    }
    Blob blob(std::size_t column) const;

private:
    friend class SqliteStatements;
    explicit SqliteCells(sqlite3_stmt* statement) : statement_(statement) {}
    sqlite3_stmt* statement_ = nullptr;
};

/// The statements a connection has now. Poco keeps the one it makes to itself, so it is found among those that came to
/// them; the full-text index makes some of its own beside it.
class SqliteStatements {
public:
    explicit SqliteStatements(sqlite3* connection);
    SqliteCells added(std::string_view sql) const; ///< std::logic_error when there is none

private:
    sqlite3* connection_;
    std::vector<sqlite3_stmt*> before_;
};

} // namespace yanxun::data
