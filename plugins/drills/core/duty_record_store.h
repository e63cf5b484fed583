#pragma once
#include "core/duty_records.h"

#include <yanxun/data/database.h>

/// Rows that people write and duties are computed from; all logged.
namespace drills::duties {

std::vector<Plan> plansOf(yanxun::Reader& reader, std::int64_t unit);
std::optional<Plan> plan(yanxun::Reader& reader, std::int64_t id);
/// Throws Conflict when the unit has a plan of that title.
std::int64_t addPlan(yanxun::Writer& writer, const Plan& plan);
/// With its links.
void removePlan(yanxun::Writer& writer, std::int64_t id);
void link(yanxun::Writer& writer, std::int64_t drill, std::int64_t plan);
void unlink(yanxun::Writer& writer, std::int64_t drill, std::int64_t plan);
std::vector<Plan> plansOfDrill(yanxun::Reader& reader, std::int64_t drill);
void mark(yanxun::Writer& writer, std::int64_t drill, const std::string& mark, bool set);
std::vector<std::string> marksOf(yanxun::Reader& reader, std::int64_t drill);

std::vector<DrillUnit> unitsOf(yanxun::Reader& reader, std::int64_t drill);
void putUnit(yanxun::Writer& writer, const DrillUnit& unit);
void removeUnit(yanxun::Writer& writer, std::int64_t drill, std::int64_t unit);
/// Links, marks and units of a drill that is removed.
void removeOfDrill(yanxun::Writer& writer, std::int64_t drill);

std::vector<Exemption> exemptions(yanxun::Reader& reader, std::int64_t unit);
std::int64_t addExemption(yanxun::Writer& writer, const Exemption& exemption);
void removeExemption(yanxun::Writer& writer, std::int64_t id);
void putSubmission(yanxun::Writer& writer, const Submission& submission);
/// Of windows that begin in the year.
void eachSubmission(yanxun::Reader& reader, int year, const std::function<void(const Submission&)>& use);

std::string setting(yanxun::Reader& reader, std::string_view name, std::string_view otherwise);
void putSetting(yanxun::Writer& writer, const std::string& name, const std::string& value);
void putChoice(yanxun::Writer& writer, const std::string& rule, bool on);
/// The rules of the file with the bureau's choices, then its own ones.
std::vector<DutyRule> withChoices(yanxun::Reader& reader, const std::vector<DutyRule>& shipped);
void putOwnRule(yanxun::Writer& writer, const DutyRule& rule);
void removeOwnRule(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

bool usesUnit(yanxun::Reader& reader, std::int64_t unit);
/// Moves the rows of a unit that was merged; the numbers move exactly those back.
std::vector<std::int64_t> moveUnit(yanxun::Writer& writer, std::int64_t from, std::int64_t to);
void moveUnitBack(yanxun::Writer& writer, const std::vector<std::int64_t>& moved, std::int64_t to);

} // namespace drills::duties
