#pragma once
#include <yanxun/data/database.h>

#include <string>
#include <string_view>

namespace yanxun::data {

/// A statement as an engine wants it.
struct EngineSql {
    std::string text;
    std::size_t parameters = 0;
};

/// «?» stays for SQLite and becomes «$n» for PostgreSQL; literals, quoted names and comments are left alone.
EngineSql forEngine(std::string_view sql, Engine engine);
/// {pk} {int} {real} {text} {blob} filled in; tables of SQLite become STRICT, so that both engines refuse a text in a
/// number's column.
std::string schemaSql(std::string_view statement, Engine engine);
/// «"name"». Throws std::logic_error unless it is a lower-case identifier.
std::string quotedName(std::string_view identifier);
/// «?,?,?»
std::string questionMarks(std::size_t count);
/// True when a query may give many rows: PostgreSQL then reads it through a cursor.
bool wantsCursor(std::string_view sql);

} // namespace yanxun::data
