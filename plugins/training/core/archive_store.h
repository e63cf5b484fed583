#pragma once
#include <yanxun/data/database.h>

#include <map>
#include <set>
#include <string>
#include <vector>

namespace training {

/// A part of an archive that was handed in.
struct FiledPart {
    std::int64_t id = 0, revision = 0;
    std::string part;     ///< id of an ArchivePart
    std::string document; ///< what and where: «2021年度培训计划，档案柜3»
    yanxun::Date filedOn;
};

/// Rows of training_archive_part ↔ FiledPart.
namespace archives {

std::vector<FiledPart> of(yanxun::Reader& reader, const std::string& scope, std::int64_t subject);
/// Ids of parts by class, of all classes that begin in the period.
std::map<std::int64_t, std::vector<std::string>> ofClasses(yanxun::Reader& reader, const yanxun::Period& period);
/// Classes of the period for which attendance was taken.
std::set<std::int64_t> classesWithAttendance(yanxun::Reader& reader, const yanxun::Period& period);
/// Adds or replaces the part.
void put(yanxun::Writer& writer, const std::string& scope, std::int64_t subject, const FiledPart& part);
void remove(yanxun::Writer& writer, const FiledPart& part);
void removeAll(yanxun::Writer& writer, const std::string& scope, std::int64_t subject);
bool any(yanxun::Reader& reader, const std::string& scope, std::int64_t subject);
/// Facts that a unit's records prove: classes held, results, certificates.
bool unitHasResults(yanxun::Reader& reader, std::int64_t unit);

/// Subjects are units and people too: they move with a unit that is merged.
std::vector<std::int64_t> ofSubject(yanxun::Reader& reader, const std::string& scope, std::int64_t subject);
/// A part that the other subject already has stays where it is.
void move(yanxun::Writer& writer, std::int64_t row, std::int64_t subject);

} // namespace archives
} // namespace training
