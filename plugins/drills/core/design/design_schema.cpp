#include "core/design/design_schema.h"

namespace drills {
namespace {

constexpr std::string_view designTable =
    "CREATE TABLE drills_design ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " drill_id {int} NOT NULL UNIQUE REFERENCES drills_drill(id),"
    " number {text} NOT NULL DEFAULT '', script_mode {int} NOT NULL DEFAULT 0, level {int} NOT NULL DEFAULT 0,"
    " partnership {int} NOT NULL DEFAULT 0, venue {text} NOT NULL DEFAULT '', weather {text} NOT NULL DEFAULT '',"
    " planned_start {int}, planned_end {int}, actual_start {int}, actual_end {int},"
    " expected_people {int}, budget {int}, cost {int},"
    " submitted_by {text} NOT NULL DEFAULT '', no_result {text} NOT NULL DEFAULT '')";

// Numbers that were given out are never given out again, even when their drill was removed.
constexpr std::string_view counterTable =
    "CREATE TABLE drills_counter (prefix {text} NOT NULL PRIMARY KEY, last {int} NOT NULL)";

constexpr std::string_view objectiveTable =
    "CREATE TABLE drills_objective ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " no {int} NOT NULL, body {text} NOT NULL, capability {text} NOT NULL, target {text} NOT NULL,"
    " achieved {int} NOT NULL, note {text} NOT NULL, UNIQUE (drill_id, no))";

constexpr std::string_view postTable =
    "CREATE TABLE drills_post ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " role {text} NOT NULL, person {text} NOT NULL, unit_name {text} NOT NULL, place {text} NOT NULL,"
    " phone {text} NOT NULL, brief {text} NOT NULL, confirmed_at {int}, UNIQUE (drill_id, role, person))";

constexpr std::string_view checkTable =
    "CREATE TABLE drills_check ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " place {int} NOT NULL, body {text} NOT NULL, required {int} NOT NULL, done_by {text} NOT NULL, done_at {int},"
    " note {text} NOT NULL, UNIQUE (drill_id, body))";

constexpr std::string_view noticeTable =
    "CREATE TABLE drills_notice ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " to_whom {text} NOT NULL, channel {text} NOT NULL, body {text} NOT NULL, sent_by {text} NOT NULL, sent_at {int},"
    " replied_at {int}, reply {text} NOT NULL, UNIQUE (drill_id, to_whom))";

constexpr std::string_view groupTable =
    "CREATE TABLE drills_headcount ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " name {text} NOT NULL, expected {int} NOT NULL, actual {int} NOT NULL, whereabouts {text} NOT NULL,"
    " reported_at {int}, UNIQUE (drill_id, name))";

constexpr std::string_view resourceTable =
    "CREATE TABLE drills_resource ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, name {text} NOT NULL,"
    " name_sort {text} NOT NULL, kind {text} NOT NULL, measure {text} NOT NULL, total {int} NOT NULL,"
    " location {text} NOT NULL, UNIQUE (name, location))";

constexpr std::string_view useTable =
    "CREATE TABLE drills_resource_use ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " resource_id {int} NOT NULL REFERENCES drills_resource(id), need {int} NOT NULL, out {int} NOT NULL,"
    " back {int} NOT NULL, out_at {int}, back_at {int}, note {text} NOT NULL, UNIQUE (drill_id, resource_id))";

constexpr std::string_view documentTable =
    "CREATE TABLE drills_document ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), kind {text} NOT NULL, version {int} NOT NULL,"
    " title {text} NOT NULL, file_name {text} NOT NULL, sha256 {text} NOT NULL, bytes {int} NOT NULL,"
    " added_by {text} NOT NULL, added_at {int} NOT NULL, approved_by {text} NOT NULL, approved_at {int},"
    " UNIQUE (drill_id, kind, version))";

// drill_id NULL = a template anybody may take a copy of.
constexpr std::string_view scenarioTable =
    "CREATE TABLE drills_scenario ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} UNIQUE REFERENCES drills_drill(id), title {text} NOT NULL, title_sort {text} NOT NULL,"
    " hazard {text} NOT NULL, story {text} NOT NULL, facts {text} NOT NULL)";

constexpr std::string_view correctionTable =
    "CREATE TABLE drills_correction ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " what {text} NOT NULL, reason {text} NOT NULL, who {text} NOT NULL, at {int} NOT NULL)";

} // namespace

yanxun::Migration designStep() {
    return {4,
            "the record of a drill in depth",
            {designTable, "CREATE UNIQUE INDEX drills_design_number ON drills_design (number) WHERE number <> ''",
             "CREATE INDEX drills_design_start ON drills_design (planned_start, drill_id)",
             counterTable, objectiveTable, postTable,
             "CREATE INDEX drills_post_person ON drills_post (person, drill_id)",
             checkTable, noticeTable, groupTable, resourceTable,
             useTable, "CREATE INDEX drills_resource_use_resource ON drills_resource_use (resource_id, drill_id)",
             documentTable, scenarioTable,
             "CREATE INDEX drills_scenario_template ON drills_scenario (title_sort, id) WHERE drill_id IS NULL",
             correctionTable, "CREATE INDEX drills_correction_drill ON drills_correction (drill_id, id)",
             "ALTER TABLE drills_taking ADD COLUMN people {int}",
             "ALTER TABLE drills_taking ADD COLUMN vehicles {int}",
             "ALTER TABLE drills_taking ADD COLUMN leader {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_plan_link ADD COLUMN clauses {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_plan_link ADD COLUMN edition {text} NOT NULL DEFAULT ''",
             // The orders of the list that had no index of their own, and the filter by township.
             "CREATE INDEX drills_drill_unit_sort ON drills_drill (unit_sort, id)",
             "CREATE INDEX drills_drill_region_sort ON drills_drill (region_sort, id)",
             "CREATE INDEX drills_drill_hazard ON drills_drill (hazard, id)",
             "CREATE INDEX drills_drill_mode ON drills_drill (mode_word, id)",
             "CREATE INDEX drills_drill_people ON drills_drill (participants, id)",
             "CREATE INDEX drills_drill_score ON drills_drill ((coalesce(panel_score, ledger_score, -1)), id)",
             "CREATE INDEX drills_drill_status ON drills_drill (status, id)"}};
}

} // namespace drills
