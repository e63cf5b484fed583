#include "core/schema.h"

namespace participation {

// reported, estimated_reported and difference are derived from counted, estimated and named whenever a row is
// written, so that totals and the list of differences read an index only. double_of names the other record of the
// same place when two units that both took part became one; 0 for all others.
static yanxun::Migration firstStep() {
    return {
        1,
        "headcounts and names",
        {
            "CREATE TABLE participation_record (id {pk}, revision {int} NOT NULL DEFAULT 1, subject_kind {text} NOT "
            "NULL, "
            "subject_id {int} NOT NULL, unit_id {int} NOT NULL, unit_key {text} NOT NULL, unit_name {text} NOT NULL, "
            "audience {text} NOT NULL, counted {int}, estimated {int} NOT NULL, named {int} NOT NULL, "
            "reported {int} NOT NULL, estimated_reported {int} NOT NULL, difference {int} NOT NULL, "
            "double_of {int} NOT NULL DEFAULT 0, "
            "UNIQUE (subject_kind, subject_id, unit_id, unit_key, audience, double_of))",
            "CREATE INDEX participation_record_total ON "
            "participation_record(subject_kind, subject_id, reported, estimated_reported)",
            "CREATE INDEX participation_record_unit ON participation_record(unit_id) WHERE unit_id <> 0",
            "CREATE INDEX participation_record_difference ON participation_record(difference, id) WHERE difference > "
            "0",

            "CREATE TABLE participation_name (id {pk}, revision {int} NOT NULL DEFAULT 1, "
            "record_id {int} NOT NULL REFERENCES participation_record(id), position {int} NOT NULL, "
            "name {text} NOT NULL, person_id {int} NOT NULL, role {text} NOT NULL, "
            "UNIQUE (record_id, position))",
            "CREATE INDEX participation_name_person ON participation_name(person_id) WHERE person_id <> 0",
        }};
}

std::vector<yanxun::Migration> migrations() { return {firstStep()}; }

} // namespace participation
