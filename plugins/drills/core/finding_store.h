#pragma once
#include "core/finding.h"

#include <yanxun/data/database.h>

#include <vector>

namespace drills::findings {

/// Rows of drills_finding ↔ Finding. Every change keeps the copies `findings` and `open_findings` of the drill true.
std::vector<Finding> of(yanxun::Reader& reader, std::int64_t drill);
/// Throws NotFound.
Finding get(yanxun::Reader& reader, std::int64_t id);
/// Returns the new id.
std::int64_t add(yanxun::Writer& writer, const Finding& finding);
/// Ids for addMany().
std::int64_t reserveIds(yanxun::Writer& writer, std::int64_t count);
/// Many findings with ids and uids, of drills whose copies are already right; null ends.
void addMany(yanxun::Writer& writer, const std::function<const Finding*()>& next);
/// Returns the new revision. Throws Conflict, NotFound.
std::int64_t update(yanxun::Writer& writer, const Finding& finding);
void remove(yanxun::Writer& writer, const Finding& finding);
void removeAll(yanxun::Writer& writer, std::int64_t drill);
/// True when somebody added or changed a finding by hand.
bool touched(yanxun::Reader& reader, std::int64_t drill);

/// One line of the tasks list.
struct OpenFinding {
    std::int64_t drillId = 0;
    std::string drillName, description;
    yanxun::Date heldOn;
    std::optional<yanxun::Date> due;
};
std::int64_t openCount(yanxun::Reader& reader);
/// The longest waiting first; those with a due date before the others.
std::vector<OpenFinding> open(yanxun::Reader& reader, std::size_t limit);

} // namespace drills::findings
