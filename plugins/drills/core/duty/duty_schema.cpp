#include "core/duty/duty_schema.h"

namespace drills {
namespace {

// 抽查 of a unit's drills by the supervisor (rule R03); the drill is kept by number, it may be removed later.
constexpr std::string_view spotCheckTable =
    "CREATE TABLE drills_spot_check ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, year {int} NOT NULL, rule {text} NOT NULL,"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, unit_sort {text} NOT NULL, region_name {text} NOT NULL,"
    " seed {text} NOT NULL, drawn_ymd {int} NOT NULL, drill_id {int}, checked_ymd {int},"
    " checker {text} NOT NULL DEFAULT '', conclusion {int} NOT NULL DEFAULT 0, problem {text} NOT NULL DEFAULT '',"
    " due_ymd {int}, closed_ymd {int}, closing {text} NOT NULL DEFAULT '')";

// What those who took part, or the public, say of a drill: shown beside the score, never in it.
constexpr std::string_view selfTable =
    "CREATE TABLE drills_self_assessment ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " drill_id {int} NOT NULL REFERENCES drills_drill(id), audience {int} NOT NULL, source {text} NOT NULL,"
    " people {int} NOT NULL, score {int} NOT NULL, remark {text} NOT NULL DEFAULT '')";

} // namespace

yanxun::Migration dutyUpkeepStep() {
    return {8,
            "spot checks, self-assessments, indexes of lists",
            {spotCheckTable, "CREATE INDEX drills_spot_check_list ON drills_spot_check (year, unit_sort, id)",
             "CREATE INDEX drills_spot_check_unit ON drills_spot_check (unit_id, year)",
             "CREATE INDEX drills_spot_check_waiting ON drills_spot_check (drawn_ymd, id) WHERE conclusion = 0",
             "CREATE INDEX drills_spot_check_open ON drills_spot_check (due_ymd, id)"
             " WHERE conclusion = 2 AND closed_ymd IS NULL",
             "CREATE INDEX drills_spot_check_day ON drills_spot_check (checked_ymd, id)", selfTable,
             "CREATE INDEX drills_self_drill ON drills_self_assessment (drill_id, id)",
             // What the list of drills is narrowed by, newest first.
             "CREATE INDEX drills_drill_of_hazard ON drills_drill (hazard, held_ymd, id)",
             "CREATE INDEX drills_drill_of_region ON drills_drill (region_name, held_ymd, id)",
             "CREATE INDEX drills_drill_of_mode ON drills_drill (mode_word, held_ymd, id)",
             // PostgreSQL wants the number in them to have ties in order.
             "DROP INDEX drills_drill_unit",
             "CREATE INDEX drills_drill_unit ON drills_drill (unit_id, held_ymd, id)",
             "CREATE INDEX drills_drill_of_status ON drills_drill (status, held_ymd, id)",
             "CREATE INDEX drills_by_axes ON drills_drill (held_ym, org_form, notice, counted) WHERE counted = 1",
             // The board: a rule's units by name, and the list by rule.
             "CREATE INDEX drills_duty_rule ON drills_duty (year, rule, id)",
             "CREATE INDEX drills_duty_board ON drills_duty (year, rule, unit_sort, id)"}};
}

} // namespace drills
