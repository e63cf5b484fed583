#pragma once
#include "core/run/script.h"

#include <yanxun/data/database.h>

namespace drills::scripts {

std::optional<Script> find(yanxun::Reader& reader, std::int64_t drill);
std::int64_t add(yanxun::Writer& writer, const Script& script);
void update(yanxun::Writer& writer, const Script& script);

/// In the order of time, then number; phases by name, conditions by number.
std::vector<ScriptLine> lines(yanxun::Reader& reader, std::int64_t drill);
/// Throws NotFound.
ScriptLine line(yanxun::Reader& reader, std::int64_t drill, std::int64_t no);
std::optional<std::int64_t> idOf(yanxun::Reader& reader, std::int64_t drill, std::int64_t no);
std::int64_t lineCount(yanxun::Reader& reader, std::int64_t drill);
std::int64_t lastNumber(yanxun::Reader& reader, std::int64_t drill);
/// Without its conditions; the number must be free. Returns the new id.
std::int64_t addLine(yanxun::Writer& writer, const ScriptLine& line);
/// Returns the new revision.
std::int64_t updateLine(yanxun::Writer& writer, const ScriptLine& line);
void removeLine(yanxun::Writer& writer, const ScriptLine& line);
/// Puts these in place of those that stand; what does not differ stays. False when nothing differed.
bool putConditions(yanxun::Writer& writer, const ScriptLine& line, const Conditions& conditions);
/// Numbers of the lines that wait for this one.
std::vector<std::int64_t> waitingFor(yanxun::Reader& reader, const ScriptLine& line);

/// Drill and number of a line; empty when it is gone.
std::optional<std::pair<std::int64_t, std::int64_t>> placeOf(yanxun::Reader& reader, std::int64_t line);
/// True when something was done with the line or observed of it.
bool isUsed(yanxun::Reader& reader, std::int64_t line);

std::vector<Phase> phases(yanxun::Reader& reader, std::int64_t drill);
/// The phase of that name, made at the end when there is none; 0 for "".
std::int64_t phaseOf(yanxun::Writer& writer, std::int64_t drill, const std::string& name);
void updatePhase(yanxun::Writer& writer, const Phase& phase);
void removePhase(yanxun::Writer& writer, const Phase& phase);

/// The script as it was approved.
struct Edition {
    int version = 0;
    std::string approvedBy, sha256, body;
    yanxun::Millis approvedAt = 0;
    std::int64_t lineCount = 0;
};
void addEdition(yanxun::Writer& writer, std::int64_t drill, const Edition& edition);
std::vector<Edition> editions(yanxun::Reader& reader, std::int64_t drill);

/// All of a drill's script; its run must be gone before.
void removeAll(yanxun::Writer& writer, std::int64_t drill);

inline constexpr auto lineTable = "drills_inject";

} // namespace drills::scripts
