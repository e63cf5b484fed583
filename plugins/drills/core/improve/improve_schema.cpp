#include "core/improve/improve_schema.h"

namespace drills {
namespace {

// Content stands among the attachments by its SHA-256; the row says whose it is. Also: the same photo of two drills.
constexpr std::string_view evidenceTable =
    "CREATE TABLE drills_evidence ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " owner_kind {int} NOT NULL, owner_id {int} NOT NULL, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " sha256 {text} NOT NULL, size {int} NOT NULL, name {text} NOT NULL, caption {text} NOT NULL DEFAULT '',"
    " taken_ymd {int}, added_by {text} NOT NULL, added_at {int} NOT NULL)";

constexpr std::string_view actionTable =
    "CREATE TABLE drills_action ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " finding_id {int} NOT NULL REFERENCES drills_finding(id), drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " no {text} NOT NULL DEFAULT '', measure {text} NOT NULL, kind {int} NOT NULL,"
    " duty_unit {text} NOT NULL, duty_person {text} NOT NULL DEFAULT '', coop_units {text} NOT NULL DEFAULT '',"
    " due_ymd {int} NOT NULL, status {int} NOT NULL, repeat_no {int} NOT NULL DEFAULT 1,"
    " recurrences {int} NOT NULL DEFAULT 0, look_back {int} NOT NULL DEFAULT 0, closed_ymd {int},"
    " returned_reason {text} NOT NULL DEFAULT '')";

// Append-only: what was reported stays.
constexpr std::string_view progressTable =
    "CREATE TABLE drills_action_progress ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, action_id {int} NOT NULL REFERENCES drills_action(id),"
    " at {int} NOT NULL, who {text} NOT NULL, percent {int} NOT NULL, body {text} NOT NULL)";

constexpr std::string_view extensionTable =
    "CREATE TABLE drills_action_extension ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, action_id {int} NOT NULL REFERENCES drills_action(id),"
    " old_due {int} NOT NULL, new_due {int} NOT NULL, reason {text} NOT NULL, asked_by {text} NOT NULL,"
    " asked_at {int} NOT NULL, state {int} NOT NULL, decided_by {text} NOT NULL DEFAULT '', decided_at {int},"
    " note {text} NOT NULL DEFAULT '')";

constexpr std::string_view verificationTable =
    "CREATE TABLE drills_verification ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, action_id {int} NOT NULL REFERENCES drills_action(id),"
    " kind {int} NOT NULL, at {int} NOT NULL, at_ymd {int} NOT NULL, who {text} NOT NULL, result {int} NOT NULL,"
    " drill_id {int}, note {text} NOT NULL)";

constexpr std::string_view revisionTable =
    "CREATE TABLE drills_plan_revision ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " finding_id {int} NOT NULL REFERENCES drills_finding(id), drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " plan {text} NOT NULL, clause {text} NOT NULL DEFAULT '', suggestion {text} NOT NULL, status {int} NOT NULL,"
    " note {text} NOT NULL DEFAULT '', adopted_version {text} NOT NULL DEFAULT '', asked_by {text} NOT NULL,"
    " decided_by {text} NOT NULL DEFAULT '')";

constexpr std::string_view lessonTable =
    "CREATE TABLE drills_lesson ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), kind {int} NOT NULL, item_no {text} NOT NULL DEFAULT '',"
    " body {text} NOT NULL, tags {text} NOT NULL DEFAULT '', applies_to {text} NOT NULL DEFAULT '',"
    " author {text} NOT NULL, at_ymd {int} NOT NULL)";

} // namespace

yanxun::Migration improveStep() {
    return {7,
            "findings in depth, corrective actions, evidence, lessons",
            {"ALTER TABLE drills_finding ADD COLUMN sheet_id {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_finding ADD COLUMN item_no {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_finding ADD COLUMN inject_no {int}",
             "ALTER TABLE drills_finding ADD COLUMN unit_name {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_finding ADD COLUMN plan {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_finding ADD COLUMN clause {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_finding ADD COLUMN category {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_finding ADD COLUMN cause {text} NOT NULL DEFAULT ''",
             evidenceTable, "CREATE INDEX drills_evidence_owner ON drills_evidence (owner_kind, owner_id, id)",
             "CREATE INDEX drills_evidence_sha ON drills_evidence (sha256, drill_id)",
             "CREATE INDEX drills_evidence_drill ON drills_evidence (drill_id, id)", actionTable,
             "CREATE INDEX drills_action_finding ON drills_action (finding_id, id)",
             "CREATE INDEX drills_action_drill ON drills_action (drill_id, id)",
             "CREATE INDEX drills_action_due ON drills_action (due_ymd, id)",
             "CREATE INDEX drills_action_status ON drills_action (status, due_ymd, id)",
             "CREATE INDEX drills_action_no ON drills_action (no)", progressTable,
             "CREATE INDEX drills_action_progress_action ON drills_action_progress (action_id, id)", extensionTable,
             "CREATE INDEX drills_action_extension_action ON drills_action_extension (action_id, id)",
             "CREATE INDEX drills_action_extension_open ON drills_action_extension (asked_at) WHERE state = 1",
             verificationTable, "CREATE INDEX drills_verification_action ON drills_verification (action_id, id)",
             "CREATE INDEX drills_verification_day ON drills_verification (at_ymd, kind)", revisionTable,
             "CREATE INDEX drills_plan_revision_finding ON drills_plan_revision (finding_id, id)", lessonTable,
             "CREATE INDEX drills_lesson_drill ON drills_lesson (drill_id, id)",
             "CREATE INDEX drills_lesson_day ON drills_lesson (at_ymd, id)"}};
}

} // namespace drills
