#pragma once
#include "core/finding.h"
#include "core/improve/action.h"

#include <yanxun/data/database.h>

namespace drills {

/// What the list of actions is narrowed by; empty = all.
struct ActionFilter {
    std::optional<ActionStatus> status;
    bool overdueOnly = false, openOnly = false;
    Severity severity = Severity::unknown;
    std::string unit; ///< part of the duty unit's name
    std::int64_t drillId = 0;
    int year = 0; ///< of the due date
};

/// An action as a list shows it.
struct ActionLine {
    Action action;
    std::string drillName, hostUnit, problem;
    yanxun::Date heldOn;
    Severity severity = Severity::unknown;
    std::string itemNo;
};

namespace actions {

/// Rows of drills_action and what belongs to them. Decides nothing.
Action get(yanxun::Reader& reader, std::int64_t id); ///< throws NotFound
std::vector<Action> ofFinding(yanxun::Reader& reader, std::int64_t finding);
std::vector<Action> ofDrill(yanxun::Reader& reader, std::int64_t drill);
std::int64_t openOfFinding(yanxun::Reader& reader, std::int64_t finding);
/// Ids, the most urgent first: open ones by due date, then the closed ones.
std::vector<std::int64_t> ids(yanxun::Reader& reader, const ActionFilter& filter, yanxun::Date today);
/// In the order of `ids`.
std::vector<ActionLine> lines(yanxun::Reader& reader, std::span<const std::int64_t> ids);
std::int64_t add(yanxun::Writer& writer, const Action& action);
void update(yanxun::Writer& writer, const Action& action); ///< throws Conflict, NotFound
/// With its progress, extensions, checks and evidence.
void remove(yanxun::Writer& writer, const Action& action);
void removeOfFinding(yanxun::Writer& writer, std::int64_t finding);
/// The next free number of the year, «ZG-2021-0007».
std::string nextNumber(yanxun::Reader& reader, int year);

std::vector<ActionProgress> progress(yanxun::Reader& reader, std::int64_t action);
void addProgress(yanxun::Writer& writer, const ActionProgress& progress);
std::vector<Extension> extensions(yanxun::Reader& reader, std::int64_t action);
std::vector<Extension> askedExtensions(yanxun::Reader& reader, std::size_t limit);
Extension extension(yanxun::Reader& reader, std::int64_t id); ///< throws NotFound
std::int64_t addExtension(yanxun::Writer& writer, const Extension& extension);
void updateExtension(yanxun::Writer& writer, const Extension& extension);
std::vector<Verification> verifications(yanxun::Reader& reader, std::int64_t action);
void addVerification(yanxun::Writer& writer, const Verification& verification);

/// Struck off actions of earlier drills of the unit whose finding names an item of that sheet.
struct Watched {
    Action action;
    std::string itemNo;
};
std::vector<Watched> watched(yanxun::Reader& reader, std::int64_t unit, const std::string& sheet, std::int64_t drill,
                             yanxun::Date heldOn);

/// Numbers of b.6 over a period, practice drills left out.
struct Rates {
    std::int64_t due = 0, onTime = 0;       ///< actions due in the period; struck off by then
    std::int64_t lookedBack = 0, passed = 0; ///< 下次演练复验 in the period
    std::int64_t all = 0, recurred = 0;      ///< actions of drills held in the period
};
enum class RateOf { onTime, lookBack, recurrence };
/// All of them, or `only` the numbers of one.
Rates rates(yanxun::Reader& reader, const yanxun::Period& period, std::optional<RateOf> only = {});
/// The actions behind one of the rates.
std::vector<std::int64_t> behind(yanxun::Reader& reader, const yanxun::Period& period, RateOf which);

std::int64_t overdueCount(yanxun::Reader& reader, yanxun::Date today);
std::int64_t toVerifyCount(yanxun::Reader& reader);
std::int64_t askedCount(yanxun::Reader& reader);

} // namespace actions
} // namespace drills
