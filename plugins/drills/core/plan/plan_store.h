#pragma once
#include "core/plan/plan.h"

#include <yanxun/data/database.h>

#include <functional>
#include <span>

/// Rows of plans, their steps and changes ↔ structs. Decides nothing.
namespace drills::plans {

std::optional<YearPlan> find(yanxun::Reader& reader, std::int64_t id);
/// Throws NotFound.
YearPlan get(yanxun::Reader& reader, std::int64_t id);
/// The plan of a unit (0 = the bureau) and year.
std::optional<YearPlan> of(yanxun::Reader& reader, int year, std::int64_t unit);
/// Of a year (0 = all): newest year first, the bureau's first.
std::vector<YearPlan> all(yanxun::Reader& reader, int year);
std::int64_t add(yanxun::Writer& writer, const YearPlan& plan);
/// Throws Conflict when it was changed since it was read.
void update(yanxun::Writer& writer, const YearPlan& plan);
/// With everything in it.
void remove(yanxun::Writer& writer, const YearPlan& plan);

void addStep(yanxun::Writer& writer, const YearPlan& plan, PlanDeed deed, const std::string& note);
std::vector<PlanStep> steps(yanxun::Reader& reader, std::int64_t plan);
/// True when that person did it to this version since it was last submitted.
bool hasSigned(yanxun::Reader& reader, const YearPlan& plan, const std::string& who);

void addChange(yanxun::Writer& writer, const PlanChange& change);
std::vector<PlanChange> changes(yanxun::Reader& reader, std::int64_t plan);
/// In the order of the ids; one that is gone has id 0.
std::vector<PlanChange> changesOf(yanxun::Reader& reader, std::span<const std::int64_t> ids);

} // namespace drills::plans
