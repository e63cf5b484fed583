#pragma once
#include "core/duty_records.h"

#include <yanxun/data/database.h>
#include <yanxun/data/search_index.h>

/// What duties are computed from in one go, and the duties once computed.
namespace drills::duties {

/// Everything of the units that rules look at, by unit id; drills from `days.first` on.
struct Inputs {
    std::map<std::int64_t, std::vector<DutyDrill>> drills; ///< in the order of their days
    std::map<std::int64_t, std::vector<DutyPlan>> plans;
    std::map<std::int64_t, std::vector<DutyExemption>> exemptions;
    std::map<std::int64_t, std::map<std::string, std::set<std::int64_t>, std::less<>>> submitted;
};
Inputs inputs(yanxun::Reader& reader, const yanxun::Period& days);

/// As of what duties were computed.
struct AsOf {
    std::int64_t change = 0; ///< number of the newest logged change
    yanxun::Date day;
    std::string rules; ///< fingerprint of the rules' file
};
/// Replaces the year's duties. Not logged: they can be computed again.
void store(yanxun::Writer& writer, int year, const AsOf& asOf, const std::vector<Duty>& duties);
/// True when the year's duties are as of that.
bool isCurrent(yanxun::Reader& reader, int year, const AsOf& asOf);

struct Ids {
    std::vector<std::int64_t> ids;
    std::int64_t total = 0;
};
Ids ids(yanxun::Reader& reader, const DutyFilter& filter, DutyOrder order, bool ascending, std::int64_t limit);
/// In the order of the ids; one that is gone has id 0.
std::vector<Duty> get(yanxun::Reader& reader, std::span<const std::int64_t> ids);
void each(yanxun::Reader& reader, const DutyFilter& filter, const std::function<void(const Duty&)>& use);
/// The same, light, by unit's name; read in the order of an index.
void eachMark(yanxun::Reader& reader, const DutyFilter& filter, const std::function<void(const DutyMark&)>& use);
/// How many duties the filter leaves of each status.
std::map<DutyStatus, std::int64_t> counts(yanxun::Reader& reader, const DutyFilter& filter);
std::vector<std::string> regions(yanxun::Reader& reader, int year);
/// The statement behind ids(), for the test that looks at its plan.
yanxun::SearchCondition listStatement(const DutyFilter& filter, DutyOrder order, bool ascending);
/// The one behind eachMark().
yanxun::SearchCondition markStatement(const DutyFilter& filter);

} // namespace drills::duties
