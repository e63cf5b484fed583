#pragma once
#include <yanxun/data/database.h>

#include <string>

namespace yanxun::data {

/// Where a database is, taken apart.
struct Target {
    Engine engine = Engine::sqlite;
    std::string shown;      ///< without password: what people see
    std::string path;       ///< SQLite: absolute path of the file
    std::string connection; ///< PostgreSQL: libpq's «key=value …»
    std::string server;     ///< PostgreSQL: host:port, for sentences
    std::string name;       ///< PostgreSQL: the database
    std::string searchPath; ///< PostgreSQL: schema to work in, or empty
};

/// Reads a path or postgresql://user@host:port/name?options. Throws Unavailable with a sentence when it is neither.
Target parseTarget(const std::string& given);

} // namespace yanxun::data
