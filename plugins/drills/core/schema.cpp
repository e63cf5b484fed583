#include "core/schema.h"

#include "core/duty/duty_schema.h"
#include "core/design/design_schema.h"
#include "core/improve/improve_schema.h"
#include "core/plan/plan_schema.h"
#include "core/rollup/index_schema.h"
#include "core/run/run_schema.h"

namespace drills {
namespace {

constexpr std::string_view drillTable =
    "CREATE TABLE drills_drill ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " name {text} NOT NULL, name_key {text} NOT NULL, name_sort {text} NOT NULL,"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, unit_sort {text} NOT NULL,"
    " region_code {text} NOT NULL DEFAULT '', region_name {text} NOT NULL DEFAULT '',"
    " region_sort {text} NOT NULL DEFAULT '',"
    " held_ymd {int} NOT NULL, held_ym {int} NOT NULL,"
    " hazard {text} NOT NULL DEFAULT '', hazard_word {text} NOT NULL DEFAULT '',"
    " org_form {int} NOT NULL DEFAULT 0, content {int} NOT NULL DEFAULT 0,"
    " purpose {int} NOT NULL DEFAULT 0, notice {int} NOT NULL DEFAULT 0,"
    " mode_word {text} NOT NULL DEFAULT '',"
    " participants {int} NOT NULL DEFAULT 0, participants_estimated {int} NOT NULL DEFAULT 0,"
    " watchers {int}, ledger_score {int}, panel_score {int}, panel_grade {text} NOT NULL DEFAULT '',"
    " status {int} NOT NULL, status_reason {text} NOT NULL DEFAULT '',"
    " source {int} NOT NULL, is_practice {int} NOT NULL DEFAULT 0,"
    // What isCounted() says, stored so that the indexes of statistics hold nothing else.
    " counted {int} NOT NULL,"
    " summary {text} NOT NULL DEFAULT '',"
    " findings {int} NOT NULL DEFAULT 0, open_findings {int} NOT NULL DEFAULT 0)";

constexpr std::string_view findingTable =
    "CREATE TABLE drills_finding ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " source {int} NOT NULL, severity {int} NOT NULL DEFAULT 0, description {text} NOT NULL,"
    " state {int} NOT NULL, state_word {text} NOT NULL DEFAULT '',"
    " due_ymd {int}, closed_ymd {int})";

// A result is a snapshot and never changed: scoring again adds the next version.
constexpr std::string_view resultTable =
    "CREATE TABLE drills_result ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), version {int} NOT NULL,"
    " sheet_id {text} NOT NULL, sheet_version {int} NOT NULL,"
    " evaluator {text} NOT NULL, scored_ymd {int} NOT NULL,"
    " total {int}, coverage {int} NOT NULL, grade {text} NOT NULL, verdict {int} NOT NULL,"
    " vetoed_items {text} NOT NULL DEFAULT '', remark {text} NOT NULL DEFAULT '',"
    " UNIQUE (drill_id, version))";

constexpr std::string_view itemTable =
    "CREATE TABLE drills_result_item ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " result_id {int} NOT NULL REFERENCES drills_result(id), item_no {text} NOT NULL, place {int} NOT NULL,"
    " state {int} NOT NULL, answer {text} NOT NULL DEFAULT '', points {int}, full_points {int} NOT NULL,"
    " veto {int} NOT NULL DEFAULT 0, reason {text} NOT NULL DEFAULT '')";

constexpr std::string_view evaluationTable =
    "CREATE TABLE drills_eval ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL UNIQUE REFERENCES drills_drill(id),"
    " sheet_id {text} NOT NULL, sheet_version {int} NOT NULL,"
    " aggregate {int} NOT NULL, aggregate_reason {text} NOT NULL DEFAULT '', total_mode {int} NOT NULL,"
    " excludes_conflicts {int} NOT NULL DEFAULT 0, due_ymd {int},"
    // Result of the sheets as they are now; the frozen one stands in drills_result.
    " frozen {int} NOT NULL DEFAULT 0, reopen_reason {text} NOT NULL DEFAULT '', total {int}, coverage {int} NOT NULL DEFAULT 0,"
    " grade {text} NOT NULL DEFAULT '', verdict {int} NOT NULL DEFAULT 2, veto {int} NOT NULL DEFAULT 0,"
    " disputes {int} NOT NULL DEFAULT 0)";

constexpr std::string_view evaluatorTable =
    "CREATE TABLE drills_eval_sheet ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " eval_id {int} NOT NULL REFERENCES drills_eval(id),"
    " name {text} NOT NULL, unit_name {text} NOT NULL DEFAULT '', role {int} NOT NULL, weight {int} NOT NULL,"
    " scope {text} NOT NULL DEFAULT '', state {int} NOT NULL, state_reason {text} NOT NULL DEFAULT '',"
    " conflict {int} NOT NULL DEFAULT 0, late {int} NOT NULL DEFAULT 0, submitted_at {int},"
    " comment {text} NOT NULL DEFAULT '', fills {int} NOT NULL DEFAULT 0)";

constexpr std::string_view entryTable =
    "CREATE TABLE drills_eval_entry ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " sheet_id {int} NOT NULL REFERENCES drills_eval_sheet(id), item_no {text} NOT NULL,"
    " state {int} NOT NULL, answer {text} NOT NULL DEFAULT '', veto {int} NOT NULL DEFAULT 0,"
    " reason {text} NOT NULL DEFAULT '', UNIQUE (sheet_id, item_no))";

constexpr std::string_view rulingTable =
    "CREATE TABLE drills_eval_ruling ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " eval_id {int} NOT NULL REFERENCES drills_eval(id), item_no {text} NOT NULL,"
    " target_ms {int}, measured {text} NOT NULL DEFAULT '',"
    " tailored {int} NOT NULL DEFAULT 0, tailored_reason {text} NOT NULL DEFAULT '', tailored_by {text} NOT NULL DEFAULT '',"
    " settlement {int} NOT NULL DEFAULT 0, settled_points {int} NOT NULL DEFAULT 0,"
    " settled_reason {text} NOT NULL DEFAULT '', settled_by {text} NOT NULL DEFAULT '',"
    " veto {int} NOT NULL DEFAULT 0, veto_reason {text} NOT NULL DEFAULT '', veto_evidence {text} NOT NULL DEFAULT '',"
    " veto_by {text} NOT NULL DEFAULT '', UNIQUE (eval_id, item_no))";

constexpr std::string_view drillVetoTable =
    "CREATE TABLE drills_eval_veto ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " eval_id {int} NOT NULL REFERENCES drills_eval(id), code {text} NOT NULL,"
    " decision {int} NOT NULL, reason {text} NOT NULL, decided_by {text} NOT NULL DEFAULT '', UNIQUE (eval_id, code))";

// 补演: what a lowest grade or a confirmed veto leaves to be done.
constexpr std::string_view repeatTable =
    "CREATE TABLE drills_repeat ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL UNIQUE REFERENCES drills_drill(id),"
    " due_ymd {int} NOT NULL, reason {text} NOT NULL, done_drill_id {int})";

/// Several evaluators, their sheets, what was ruled, and what a frozen result was made from.
yanxun::Migration panelStep() {
    return {2,
            "panels of evaluators, frozen results",
            {evaluationTable,
             "CREATE INDEX drills_eval_open ON drills_eval (due_ymd, drill_id) WHERE frozen = 0",
             evaluatorTable,
             "CREATE INDEX drills_eval_sheet_eval ON drills_eval_sheet (eval_id, id)",
             entryTable, rulingTable, drillVetoTable, repeatTable,
             "CREATE INDEX drills_repeat_open ON drills_repeat (due_ymd, id) WHERE done_drill_id IS NULL",
             "ALTER TABLE drills_result ADD COLUMN grade_computed {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_result ADD COLUMN veto {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result ADD COLUMN expected {int} NOT NULL DEFAULT 1",
             "ALTER TABLE drills_result ADD COLUMN submitted {int} NOT NULL DEFAULT 1",
             "ALTER TABLE drills_result ADD COLUMN aggregate {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result ADD COLUMN total_mode {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result ADD COLUMN extra {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result ADD COLUMN notes {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_result ADD COLUMN inputs {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_result ADD COLUMN inputs_hash {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_result ADD COLUMN frozen_by {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_result_item ADD COLUMN scored {int} NOT NULL DEFAULT 1",
             "ALTER TABLE drills_result_item ADD COLUMN not_applicable {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result_item ADD COLUMN not_observed {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result_item ADD COLUMN low {int}",
             "ALTER TABLE drills_result_item ADD COLUMN high {int}",
             "ALTER TABLE drills_result_item ADD COLUMN spread {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result_item ADD COLUMN veto_state {int} NOT NULL DEFAULT 0",
             "ALTER TABLE drills_result_item ADD COLUMN disputes {text} NOT NULL DEFAULT ''",
             "ALTER TABLE drills_result_item ADD COLUMN settlement {int} NOT NULL DEFAULT 0"}};
}

constexpr std::string_view planTable =
    "CREATE TABLE drills_plan ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, kind {text} NOT NULL, title {text} NOT NULL,"
    " title_key {text} NOT NULL, edition {text} NOT NULL DEFAULT '')";

constexpr std::string_view takingTable =
    "CREATE TABLE drills_taking ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, drill_id {int} NOT NULL REFERENCES drills_drill(id),"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, role {int} NOT NULL, UNIQUE (drill_id, unit_id))";

constexpr std::string_view ownRuleTable =
    "CREATE TABLE drills_own_rule ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, code {text} NOT NULL UNIQUE,"
    " title {text} NOT NULL, basis {text} NOT NULL, quote {text} NOT NULL DEFAULT '', kinds {text} NOT NULL,"
    " attributes {text} NOT NULL DEFAULT '', hazards {text} NOT NULL DEFAULT '', plan_kinds {text} NOT NULL DEFAULT '',"
    " parts {text} NOT NULL DEFAULT '', mode {text} NOT NULL, n {int} NOT NULL, span {text} NOT NULL,"
    " years {int} NOT NULL, days {int} NOT NULL, season_from {int} NOT NULL, season_to {int} NOT NULL,"
    " live {int} NOT NULL, tabletop {int} NOT NULL, school_months {int} NOT NULL, submit {int} NOT NULL,"
    " multi {int} NOT NULL, floor {text} NOT NULL DEFAULT '', is_on {int} NOT NULL DEFAULT 1)";

constexpr std::string_view exemptionTable =
    "CREATE TABLE drills_exemption ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, rule {text} NOT NULL, first_ymd {int} NOT NULL,"
    " last_ymd {int} NOT NULL, reason {text} NOT NULL)";

constexpr std::string_view submissionTable =
    "CREATE TABLE drills_submission ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " unit_id {int} NOT NULL, rule {text} NOT NULL, window_ymd {int} NOT NULL, sent_ymd {int} NOT NULL,"
    " receipt {text} NOT NULL DEFAULT '', UNIQUE (unit_id, rule, window_ymd))";

// Computed from all of the above, never typed; a cache, so that the board answers from indexes.
constexpr std::string_view dutyTable =
    "CREATE TABLE drills_duty ("
    " id {pk}, year {int} NOT NULL, rule {text} NOT NULL, rule_title {text} NOT NULL, unit_id {int} NOT NULL,"
    " unit_name {text} NOT NULL, unit_sort {text} NOT NULL, unit_kind {text} NOT NULL, region_name {text} NOT NULL,"
    " region_sort {text} NOT NULL, plan_id {int} NOT NULL, part {text} NOT NULL, label {text} NOT NULL,"
    " first_ymd {int} NOT NULL, last_ymd {int} NOT NULL, status {int} NOT NULL, done {int} NOT NULL, need {int} NOT NULL,"
    " drills {text} NOT NULL, offsets {int} NOT NULL, reason {text} NOT NULL, is_local {int} NOT NULL)";

/// Who owes a drill: plans, units that take part, rules of the bureau, exemptions, and the duties computed from them.
yanxun::Migration dutyStep() {
    return {3,
            "duties",
            {planTable, "CREATE INDEX drills_plan_unit ON drills_plan (unit_id, title_key)",
             "CREATE TABLE drills_plan_link (id {pk}, revision {int} NOT NULL DEFAULT 1,"
             " drill_id {int} NOT NULL REFERENCES drills_drill(id), plan_id {int} NOT NULL REFERENCES drills_plan(id),"
             " UNIQUE (drill_id, plan_id))",
             "CREATE INDEX drills_plan_link_plan ON drills_plan_link (plan_id)",
             "CREATE TABLE drills_mark (id {pk}, revision {int} NOT NULL DEFAULT 1,"
             " drill_id {int} NOT NULL REFERENCES drills_drill(id), mark {text} NOT NULL, UNIQUE (drill_id, mark))",
             takingTable, "CREATE INDEX drills_taking_unit ON drills_taking (unit_id, drill_id)",
             ownRuleTable,
             "CREATE TABLE drills_rule_choice (id {pk}, revision {int} NOT NULL DEFAULT 1, code {text} NOT NULL UNIQUE,"
             " is_on {int} NOT NULL)",
             "CREATE TABLE drills_duty_setting (id {pk}, revision {int} NOT NULL DEFAULT 1, name {text} NOT NULL UNIQUE,"
             " value {text} NOT NULL)",
             exemptionTable, "CREATE INDEX drills_exemption_unit ON drills_exemption (unit_id, first_ymd)",
             submissionTable, dutyTable,
             "CREATE INDEX drills_duty_status ON drills_duty (year, status, last_ymd, id)",
             "CREATE INDEX drills_duty_due ON drills_duty (year, last_ymd, id)",
             "CREATE INDEX drills_duty_name ON drills_duty (year, unit_sort, id)",
             "CREATE INDEX drills_duty_region ON drills_duty (year, region_sort, id)",
             "CREATE INDEX drills_duty_unit ON drills_duty (unit_id, year)",
             "CREATE TABLE drills_duty_state (year {int} NOT NULL PRIMARY KEY, change_number {int} NOT NULL,"
             " day_ymd {int} NOT NULL, rules {text} NOT NULL)"}};
}

/// Drills, findings, results of one evaluator.
yanxun::Migration firstStep() {
    return {1,
             "drills, findings, score results",
             {drillTable,
              "CREATE INDEX drills_drill_key ON drills_drill (name_key, unit_id, held_ymd)",
              "CREATE INDEX drills_drill_unit ON drills_drill (unit_id, held_ymd)",
              // Lists: the orders a person may choose.
              "CREATE INDEX drills_drill_held ON drills_drill (held_ymd, id)",
              "CREATE INDEX drills_drill_name ON drills_drill (name_sort, id)",
              // Figures: each index begins with the order its figure groups by, and covers it. `counted` stands in it too:
              // SQLite 3.40 does not see that the index holds nothing else.
              "CREATE INDEX drills_by_hazard ON drills_drill (held_ym, hazard, participants, counted) WHERE counted = 1",
              "CREATE INDEX drills_by_region ON drills_drill (held_ym, region_name, participants, counted) WHERE counted = 1",
              "CREATE INDEX drills_by_mode ON drills_drill (held_ym, mode_word, participants, counted) WHERE counted = 1",
              "CREATE INDEX drills_by_score ON drills_drill (held_ym, panel_score, ledger_score, counted) WHERE counted = 1",
              // Tasks: what waits for somebody.
              "CREATE INDEX drills_unscored ON drills_drill (held_ymd, id)"
              " WHERE counted = 1 AND panel_score IS NULL AND ledger_score IS NULL",
              findingTable,
              "CREATE INDEX drills_finding_drill ON drills_finding (drill_id, id)",
              "CREATE INDEX drills_finding_open ON drills_finding (drill_id) WHERE state = 1",
              resultTable,
              itemTable,
             "CREATE INDEX drills_result_item_result ON drills_result_item (result_id, place)"}};
}

} // namespace

std::vector<yanxun::Migration> migrations() { return {firstStep(), panelStep(), dutyStep(), designStep(), planStep(), runStep(), improveStep(), dutyUpkeepStep(), fewRowsStep()}; }

} // namespace drills
