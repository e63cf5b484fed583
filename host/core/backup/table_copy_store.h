#pragma once
#include <yanxun/data/database.h>

#include <string>
#include <vector>

namespace yanxun::host {

/// The tables of a database as they are, by name; what an engine keeps for its own indexes is left out.
struct TableShape {
    std::string name;
    std::vector<BulkColumn> columns;
};
std::vector<TableShape> tablesOf(Reader& reader);

/// Makes those tables that `container` has not, without indexes and constraints.
void makeContainerTables(Writer& container, const std::vector<TableShape>& tables);

/// Makes the records of `from` found by search in `to`, whatever engine keeps the index.
void copySearchIndex(Reader& from, Writer& to, Progress& progress);
/// True for tables that are never copied row by row into a database in use: versions and the search index.
bool isMadeAnew(const std::string& table);
/// True for the table a server keeps attached files in: they go as files, so that either engine can take them.
bool isAttachedContent(const std::string& table);

/// Copies all rows of `tables` from one database into the tables of the same name of another (either engine), which are
/// emptied first. Not logged: the change log itself is among the tables. Throws Cancelled.
void copyRows(Reader& from, Writer& to, const std::vector<TableShape>& tables, Progress& progress);

} // namespace yanxun::host
