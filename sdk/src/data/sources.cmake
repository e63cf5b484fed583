# The data layer: the one room that includes Poco::Data.
target_sources(yanxun_sdk PRIVATE
  src/data/arrays.cpp
  src/data/attachments.cpp
  src/data/bulk.cpp
  src/data/cells.cpp
  src/data/change_log.cpp
  src/data/check.cpp
  src/data/copy.cpp
  src/data/core.cpp
  src/data/database.cpp
  src/data/errors.cpp
  src/data/exclusive.cpp
  src/data/file_lock.cpp
  src/data/json.cpp
  src/data/layer_schema.cpp
  src/data/list_query.cpp
  src/data/migrate.cpp
  src/data/open_file.cpp
  src/data/prepared.cpp
  src/data/reader.cpp
  src/data/row.cpp
  src/data/search_index.cpp
  src/data/search_terms.cpp
  src/data/session.cpp
  src/data/sql.cpp
  src/data/sqlite_cells.cpp
  src/data/target.cpp
  src/data/writer.cpp)
# Poco's package of Debian 12 names a target of libpq that nobody makes, and its headers include libpq's.
pkg_check_modules(SQLITE3 REQUIRED IMPORTED_TARGET sqlite3) # sqlite_cells
pkg_check_modules(LIBPQ REQUIRED IMPORTED_TARGET libpq)
if(NOT TARGET PostgreSQL::client)
  add_library(PostgreSQL::client INTERFACE IMPORTED)
endif()
target_link_libraries(yanxun_sdk PRIVATE Poco::Data Poco::DataSQLite Poco::DataPostgreSQL PkgConfig::LIBPQ PkgConfig::SQLITE3)
