#include "core/run/run_schema.h"

namespace drills {
namespace {

constexpr std::string_view scriptTable =
    "CREATE TABLE drills_script ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL UNIQUE REFERENCES drills_drill(id),"
    " version {int} NOT NULL DEFAULT 1, state {int} NOT NULL, scenario_start {int},"
    " edited_by {text} NOT NULL DEFAULT '', submitted_by {text} NOT NULL DEFAULT '', submitted_at {int},"
    " approved_by {text} NOT NULL DEFAULT '', approved_at {int}, remark {text} NOT NULL DEFAULT '')";

// The script as it was approved, never changed: one row a version.
constexpr std::string_view editionTable =
    "CREATE TABLE drills_script_edition ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " version {int} NOT NULL, approved_by {text} NOT NULL, approved_at {int} NOT NULL, line_count {int} NOT NULL,"
    " sha256 {text} NOT NULL, body {text} NOT NULL, UNIQUE (drill_id, version))";

constexpr std::string_view phaseTable =
    "CREATE TABLE drills_phase ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " no {int} NOT NULL, name {text} NOT NULL, UNIQUE (drill_id, name))";

// Times are relative to the start of the drill: nothing absolute is ever stored in a line.
constexpr std::string_view lineTable =
    "CREATE TABLE drills_inject ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), no {int} NOT NULL, phase_id {int},"
    " kind {int} NOT NULL, offset_s {int} NOT NULL, from_role {text} NOT NULL DEFAULT '',"
    " to_role {text} NOT NULL DEFAULT '', method {text} NOT NULL DEFAULT '', body {text} NOT NULL,"
    " expected {text} NOT NULL DEFAULT '', within_s {int}, objective {text} NOT NULL DEFAULT '',"
    " scene {text} NOT NULL DEFAULT '', actor {text} NOT NULL DEFAULT '', dialogue {text} NOT NULL DEFAULT '',"
    " narration {text} NOT NULL DEFAULT '', caption {text} NOT NULL DEFAULT '',"
    " any_condition {int} NOT NULL DEFAULT 0, UNIQUE (drill_id, no))";

constexpr std::string_view conditionTable =
    "CREATE TABLE drills_inject_dep ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, inject_id {int} NOT NULL REFERENCES drills_inject(id),"
    " on_inject_id {int} NOT NULL REFERENCES drills_inject(id), met_when {int} NOT NULL, seconds {int} NOT NULL DEFAULT 0,"
    " UNIQUE (inject_id, on_inject_id, met_when))";

// A slot can be taken once: whoever fires second, on this desk or another, before or after a crash, is refused.
constexpr std::string_view deedTable =
    "CREATE TABLE drills_inject_event ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), inject_id {int} NOT NULL REFERENCES drills_inject(id),"
    " slot {int} NOT NULL, deed {int} NOT NULL, at {int} NOT NULL, elapsed_ms {int} NOT NULL,"
    " seconds {int} NOT NULL DEFAULT 0, who {text} NOT NULL, note {text} NOT NULL DEFAULT '', UNIQUE (inject_id, slot))";

constexpr std::string_view clockTable =
    "CREATE TABLE drills_clock_event ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), seq {int} NOT NULL, kind {int} NOT NULL,"
    " at {int} NOT NULL, scenario_ms {int} NOT NULL, factor {int} NOT NULL DEFAULT 100,"
    " who {text} NOT NULL, reason {text} NOT NULL DEFAULT '', UNIQUE (drill_id, seq))";

constexpr std::string_view watchTable =
    "CREATE TABLE drills_stage_time ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), metric {text} NOT NULL, item_no {text} NOT NULL DEFAULT '',"
    " started_at {int} NOT NULL, stopped_at {int}, measured_ms {int}, who {text} NOT NULL,"
    " void_reason {text} NOT NULL DEFAULT '')";

constexpr std::string_view observationTable =
    "CREATE TABLE drills_observation ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), at {int} NOT NULL, elapsed_ms {int} NOT NULL,"
    " observer {text} NOT NULL, kind {int} NOT NULL, body {text} NOT NULL, inject_id {int},"
    " item_no {text} NOT NULL DEFAULT '')";

} // namespace

yanxun::Migration runStep() {
    return {6,
            "script and run",
            {scriptTable, editionTable, phaseTable, lineTable,
             "CREATE INDEX drills_inject_time ON drills_inject (drill_id, offset_s, no)", conditionTable,
             "CREATE INDEX drills_inject_dep_on ON drills_inject_dep (on_inject_id)", deedTable,
             "CREATE INDEX drills_inject_event_drill ON drills_inject_event (drill_id, at, id)", clockTable, watchTable,
             "CREATE INDEX drills_stage_time_drill ON drills_stage_time (drill_id, id)",
             // One stop-watch of a name runs at a time.
             "CREATE UNIQUE INDEX drills_stage_time_open ON drills_stage_time (drill_id, metric)"
             " WHERE stopped_at IS NULL AND void_reason = ''",
             observationTable, "CREATE INDEX drills_observation_drill ON drills_observation (drill_id, at, id)",
             "CREATE INDEX drills_drill_desk ON drills_drill (status, held_ymd, id) WHERE status IN (50, 60, 65)"}};
}

} // namespace drills
