#pragma once
#include <yanxun/data/database.h>

#include <optional>
#include <string>
#include <vector>

namespace directory {

struct Merge {
    std::int64_t id = 0, revision = 0;
    std::int64_t keptId = 0, mergedId = 0;
    std::string keptName, mergedName;
    yanxun::Millis at = 0;
    std::string who;
    std::optional<yanxun::Millis> undoneAt;
};

/// Records that changed hands in a merge, of one holder: another plugin's id or a table of this one.
struct MovedRecords {
    std::string holder;
    std::vector<std::int64_t> records;
};

struct FilledField {
    std::string field, value;
};

namespace merge_store {

std::int64_t add(yanxun::Writer& writer, std::int64_t keptId, std::int64_t mergedId);
void addMoved(yanxun::Writer& writer, std::int64_t merge, const MovedRecords& moved);
void addFilled(yanxun::Writer& writer, std::int64_t merge, const FilledField& filled);
std::vector<MovedRecords> moved(yanxun::Reader& reader, std::int64_t merge);
std::vector<FilledField> filled(yanxun::Reader& reader, std::int64_t merge);
void markUndone(yanxun::Writer& writer, const Merge& merge);
std::optional<Merge> get(yanxun::Reader& reader, std::int64_t id);
/// Newest first; `unit` 0 = of all units.
std::vector<Merge> list(yanxun::Reader& reader, std::int64_t unit, std::size_t limit);

/// This plugin's own tables whose rows name a unit and follow it.
std::vector<std::string> ownHolders();
/// Moves the rows of one own table; rows that the other unit already has (a year of the scope list) stay.
std::vector<std::int64_t> moveRows(yanxun::Writer& writer, const std::string& table, std::int64_t from,
                                   std::int64_t to);
/// Moves exactly these rows, those that still stand at `from`.
void moveRowsBack(yanxun::Writer& writer, const std::string& table, const std::vector<std::int64_t>& rows,
                  std::int64_t from, std::int64_t to);

} // namespace merge_store
} // namespace directory
