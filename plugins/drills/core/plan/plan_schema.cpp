#include "core/plan/plan_schema.h"

namespace drills {
namespace {

constexpr std::string_view planTable =
    "CREATE TABLE drills_year_plan ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " year {int} NOT NULL, unit_id {int} NOT NULL, unit_name {text} NOT NULL, title {text} NOT NULL,"
    " version {int} NOT NULL DEFAULT 1, status {int} NOT NULL, document {text} NOT NULL DEFAULT '',"
    " note {text} NOT NULL DEFAULT '', submitted_by {text} NOT NULL DEFAULT '', approved_by {text} NOT NULL DEFAULT '')";

constexpr std::string_view stepTable =
    "CREATE TABLE drills_year_step ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, plan_id {int} NOT NULL REFERENCES drills_year_plan(id),"
    " deed {int} NOT NULL, version {int} NOT NULL, who {text} NOT NULL, at {int} NOT NULL, note {text} NOT NULL DEFAULT '')";

// What an occurrence may have of its own stands in both tables: the item is what was issued, the occurrence what holds now.
#define DRILLS_PLAN_WHAT                                                                                              \
    " name {text} NOT NULL, unit_id {int} NOT NULL, unit_name {text} NOT NULL, region_name {text} NOT NULL,"          \
    " venue {text} NOT NULL, lead {text} NOT NULL, time_from {int}, time_to {int}, people {int} NOT NULL,"

constexpr std::string_view itemTable =
    "CREATE TABLE drills_year_item ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " plan_id {int} NOT NULL REFERENCES drills_year_plan(id), place {int} NOT NULL," DRILLS_PLAN_WHAT
    " hazard {text} NOT NULL, mode {text} NOT NULL, org_form {int} NOT NULL, content {int} NOT NULL,"
    " purpose {int} NOT NULL, notice {int} NOT NULL, budget_fen {int} NOT NULL, priority {int} NOT NULL,"
    " rule {text} NOT NULL, first_ymd {int} NOT NULL, policy {int} NOT NULL, days {int} NOT NULL,"
    " covers {text} NOT NULL, note {text} NOT NULL)";

constexpr std::string_view dateTable =
    "CREATE TABLE drills_year_date ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " plan_id {int} NOT NULL REFERENCES drills_year_plan(id), item_id {int} NOT NULL REFERENCES drills_year_item(id),"
    " nth {int} NOT NULL, ruled_ymd {int} NOT NULL, planned_ymd {int} NOT NULL, day_ymd {int} NOT NULL,"
    " why {text} NOT NULL," DRILLS_PLAN_WHAT " cancelled {int} NOT NULL DEFAULT 0, drill_id {int} NOT NULL DEFAULT 0)";

#undef DRILLS_PLAN_WHAT

constexpr std::string_view changeTable =
    "CREATE TABLE drills_year_change ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " plan_id {int} NOT NULL REFERENCES drills_year_plan(id), item_id {int} NOT NULL, date_id {int} NOT NULL,"
    " kind {int} NOT NULL, scope {int} NOT NULL, version {int} NOT NULL, name {text} NOT NULL, old_text {text} NOT NULL,"
    " new_text {text} NOT NULL, reason {text} NOT NULL, who {text} NOT NULL, approver {text} NOT NULL, at {int} NOT NULL)";

} // namespace

yanxun::Migration planStep() {
    return {5,
            "the year's plan",
            {planTable, "CREATE INDEX drills_year_plan_year ON drills_year_plan (year, unit_id)",
             "CREATE INDEX drills_year_plan_unit ON drills_year_plan (unit_id)", stepTable, "CREATE INDEX drills_year_step_plan ON drills_year_step (plan_id, id)", itemTable,
             "CREATE INDEX drills_year_item_plan ON drills_year_item (plan_id, place, id)", dateTable,
             "CREATE INDEX drills_year_date_item ON drills_year_date (item_id, nth)",
             "CREATE INDEX drills_year_date_plan ON drills_year_date (plan_id, day_ymd, id)",
             "CREATE INDEX drills_year_date_day ON drills_year_date (day_ymd, id)",
             "CREATE INDEX drills_year_date_planned ON drills_year_date (planned_ymd, id)",
             "CREATE INDEX drills_year_date_drill ON drills_year_date (drill_id) WHERE drill_id <> 0",
             "CREATE INDEX drills_year_item_unit ON drills_year_item (unit_id)",
             "CREATE INDEX drills_year_date_unit ON drills_year_date (unit_id)",
             changeTable, "CREATE INDEX drills_year_change_plan ON drills_year_change (plan_id, id)"}};
}

} // namespace drills
