#pragma once
#include "core/duty/spot_check.h"

#include <yanxun/data/database.h>

#include <functional>

namespace drills::spots {

std::optional<SpotCheck> find(yanxun::Reader& reader, std::int64_t id);
std::int64_t add(yanxun::Writer& writer, const SpotCheck& check);
/// Returns the new revision. Throws Conflict, NotFound.
std::int64_t update(yanxun::Writer& writer, const SpotCheck& check);
void remove(yanxun::Writer& writer, const SpotCheck& check);
/// Of the year by unit's name; year 0 = all years.
void each(yanxun::Reader& reader, int year, const std::function<void(const SpotCheck&)>& use);
/// Checked on days of the period, in the order of the days.
void eachChecked(yanxun::Reader& reader, const yanxun::Period& period, const std::function<void(const SpotCheck&)>& use);
/// Of those checked in the period: how many, how many failed, how many problems are closed.
struct CheckedSums {
    std::int64_t checked = 0, failed = 0, closed = 0;
};
CheckedSums checkedSums(yanxun::Reader& reader, const yanxun::Period& period);
/// Drawn and not checked, the longest waiting first.
std::vector<SpotCheck> waiting(yanxun::Reader& reader, std::size_t limit);
std::int64_t waitingCount(yanxun::Reader& reader);
/// Failed and not closed, the most urgent first.
std::vector<SpotCheck> open(yanxun::Reader& reader, std::size_t limit);
std::int64_t openCount(yanxun::Reader& reader);
std::set<std::int64_t> unitsOf(yanxun::Reader& reader, int year);
/// How many draws the year has seen, told apart by their seeds.
std::int64_t draws(yanxun::Reader& reader, int year);
/// Checks that looked at a drill that is removed keep what they found.
void forgetDrill(yanxun::Writer& writer, std::int64_t drill);

} // namespace drills::spots
