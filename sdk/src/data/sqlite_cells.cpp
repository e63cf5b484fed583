#include "data/sqlite_cells.h"

#include <algorithm>
#include <stdexcept>

namespace yanxun::data {

Blob SqliteCells::blob(std::size_t column) const {
    const auto* first = static_cast<const std::byte*>(sqlite3_column_blob(statement_, int(column)));
    return first ? Blob(first, first + sqlite3_column_bytes(statement_, int(column))) : Blob{};
}

SqliteStatements::SqliteStatements(sqlite3* connection) : connection_(connection) {
    for (auto* each = sqlite3_next_stmt(connection_, nullptr); each; each = sqlite3_next_stmt(connection_, each)) before_.push_back(each);
}

SqliteCells SqliteStatements::added(std::string_view sql) const {
    for (auto* each = sqlite3_next_stmt(connection_, nullptr); each; each = sqlite3_next_stmt(connection_, each)) {
        const bool isNew = std::find(before_.begin(), before_.end(), each) == before_.end();
        if (isNew && sql.starts_with(sqlite3_sql(each))) return SqliteCells(each);
    }
    throw std::logic_error("a statement without a command");
}

} // namespace yanxun::data
