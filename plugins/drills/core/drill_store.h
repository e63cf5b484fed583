#pragma once
#include "core/drill.h"

#include <yanxun/data/database.h>

#include <functional>
#include <optional>

namespace drills {

/// Rows of drills_drill ↔ Drill. Decides nothing.
namespace store {

std::optional<Drill> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Drill get(yanxun::Reader& reader, std::int64_t id);
/// The oldest drill of that name, unit and day (contract «Natural keys of rows»).
std::optional<Drill> findByKey(yanxun::Reader& reader, const std::string& name, std::int64_t unit, yanxun::Date day);

/// Drills of a year (0 = all) in the order of day, name and unit.
void each(yanxun::Reader& reader, int year, const std::function<void(const Drill&)>& use);

/// Stores all but id, revision, uid and the copies kept by findings; uid is made here. Returns the new id.
std::int64_t add(yanxun::Writer& writer, const Drill& drill);
/// Ids for addMany().
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
/// Many drills with ids, uids and copies already set; null ends.
void addMany(yanxun::Writer& writer, const std::function<const Drill*()>& next);
/// Stores the same columns; `drill.revision` is the one that was read. Returns the new revision. Throws Conflict, NotFound.
std::int64_t update(yanxun::Writer& writer, const Drill& drill);
/// Drill, findings and results; participation and search are the service's business.
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

/// What the search box finds the drill by.
void index(yanxun::Writer& writer, const Drill& drill, const std::string& problem);
/// Many at once; `next` gives a drill and its problem, null ends.
void indexMany(yanxun::Writer& writer, const std::function<const Drill*(std::string& problem)>& next);
void unindex(yanxun::Writer& writer, std::int64_t id);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);

} // namespace store

/// The search kind of drills, and the subject kind participation knows them by.
inline constexpr auto drillKind = "drills.drill";

} // namespace drills
