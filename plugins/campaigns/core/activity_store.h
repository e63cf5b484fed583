#pragma once
#include "core/activity.h"

#include <yanxun/data/database.h>

#include <functional>
#include <span>

namespace campaigns {

/// Rows of campaigns_activity with what belongs to them ↔ Activity. Decides nothing.
namespace store {

std::optional<Activity> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
Activity get(yanxun::Reader& reader, std::int64_t id);
/// In the order of `ids`; a vanished one has id 0.
std::vector<Activity> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
/// The oldest activity of that name, unit and day (contract «Natural keys of rows»).
std::optional<Activity> findByKey(yanxun::Reader& reader, const std::string& name, std::int64_t unit, yanxun::Date day);
/// Ids of that name, by day.
std::vector<std::int64_t> named(yanxun::Reader& reader, std::string_view name, std::optional<yanxun::Date> day);
/// Ids of those days (a period from 0 to 99999999 is all), by day, name, unit.
std::vector<std::int64_t> between(yanxun::Reader& reader, std::int64_t firstYmd, std::int64_t lastYmd);

/// Stores all but id, revision, uid, attendance of participation and issued; uid is made here. Returns the new id.
std::int64_t add(yanxun::Writer& writer, const Activity& activity);
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
/// Many whole ones with ids and uids set; `again` is asked from the first for each table.
void addMany(yanxun::Writer& writer, std::span<const Activity> all);
/// `activity.revision` is the one that was read. Returns the new revision. Throws Conflict, NotFound.
std::int64_t update(yanxun::Writer& writer, const Activity& activity);
/// The row's own columns alone; its terms, reach and numbers stay.
std::int64_t updateRow(yanxun::Writer& writer, const Activity& activity);
void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
/// Leaves the revision as it is: not a person's edit.
void setIssued(yanxun::Writer& writer, std::int64_t id, std::int64_t quantity);

void index(yanxun::Writer& writer, const Activity& activity, const Terms& terms);
void indexMany(yanxun::Writer& writer, const Terms& terms, const std::function<const Activity*()>& next);
void unindex(yanxun::Writer& writer, std::int64_t id);

/// As its own unit or as host.
bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> ofUnit(yanxun::Reader& reader, std::int64_t unit);
std::vector<std::int64_t> hostedBy(yanxun::Reader& reader, std::int64_t unit);

} // namespace store

/// The search kind of activities, and the subject kind participation knows them by.
inline constexpr auto activityKind = "campaigns.activity";

} // namespace campaigns
