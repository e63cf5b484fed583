#include "core/design/link_store.h"

namespace drills::links {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

std::vector<TakingUnit> units(Reader& reader, std::int64_t drill) {
    std::vector<TakingUnit> all;
    reader.each("SELECT id, revision, drill_id, unit_id, unit_name, role, people, vehicles, leader FROM drills_taking"
                " WHERE drill_id = ? ORDER BY role, id",
                {drill}, [&](const Row& row) {
                    TakingUnit unit;
                    unit.id = row.integer(0);
                    unit.revision = row.integer(1);
                    unit.drillId = row.integer(2);
                    unit.unitId = row.integer(3);
                    unit.unitName = row.str(4);
                    unit.role = DrillRole(row.integer(5));
                    unit.people = row.maybeInteger(6);
                    unit.vehicles = row.maybeInteger(7);
                    unit.leader = row.str(8);
                    all.push_back(std::move(unit));
                });
    return all;
}

void putDetail(Writer& writer, const TakingUnit& unit) {
    writer.update("drills_taking", unit.id, unit.revision,
                  {{"people", unit.people}, {"vehicles", unit.vehicles}, {"leader", unit.leader}});
}

std::vector<TestedPlan> plans(Reader& reader, std::int64_t drill) {
    std::vector<TestedPlan> all;
    reader.each("SELECT l.id, l.revision, l.drill_id, l.clauses, l.edition, p.id, p.revision, p.unit_id, p.unit_name, p.kind,"
                " p.title, p.edition FROM drills_plan_link l JOIN drills_plan p ON p.id = l.plan_id"
                " WHERE l.drill_id = ? ORDER BY p.title_key, p.id",
                {drill}, [&](const Row& row) {
                    TestedPlan tested;
                    tested.id = row.integer(0);
                    tested.revision = row.integer(1);
                    tested.drillId = row.integer(2);
                    tested.clauses = row.str(3);
                    tested.edition = row.str(4);
                    tested.plan = {row.integer(5), row.integer(6), row.integer(7), row.str(8), row.str(9), row.str(10), row.str(11)};
                    all.push_back(std::move(tested));
                });
    return all;
}

void putClauses(Writer& writer, const TestedPlan& tested) {
    writer.update("drills_plan_link", tested.id, tested.revision,
                  {{"clauses", tested.clauses}, {"edition", tested.edition}});
}

} // namespace drills::links
