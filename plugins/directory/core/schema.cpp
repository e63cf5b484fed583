#include "core/schema.h"

namespace directory {

// region_id and region_code of a unit are derived from region_name: they follow the regions, the name never changes
// by itself. sort_key, name_key and pinyin are derived from the name.
static yanxun::Migration firstStep() {
    return {
        1,
        "regions, units, aliases, attributes, people, teams, scope, merges",
        {
            "CREATE TABLE directory_region (id {pk}, revision {int} NOT NULL DEFAULT 1, code {text} NOT NULL UNIQUE, "
            "parent_code {text} NOT NULL, level {int} NOT NULL, name {text} NOT NULL, name_key {text} NOT NULL, "
            "sort_key {text} NOT NULL, seeded {int} NOT NULL DEFAULT 0)",
            "CREATE INDEX directory_region_parent ON directory_region(parent_code, code)",
            "CREATE INDEX directory_region_name ON directory_region(name_key, level)",

            "CREATE TABLE directory_unit (id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, "
            "name {text} NOT NULL, name_key {text} NOT NULL, sort_key {text} NOT NULL, pinyin {text} NOT NULL, "
            "kind {text} NOT NULL, subkind {text} NOT NULL, region_id {int} NOT NULL DEFAULT 0, "
            "region_code {text} NOT NULL DEFAULT '', region_name {text} NOT NULL, region_sort {text} NOT NULL, "
            "village {text} NOT NULL, grid {text} NOT NULL, industry {text} NOT NULL, uscc {text} NOT NULL, "
            "uscc_valid {int} NOT NULL, "
            "staff {int}, pupils {int}, population {int}, contact {text} NOT NULL, phone {text} NOT NULL, "
            "address {text} NOT NULL, note {text} NOT NULL, incomplete {int} NOT NULL, active {int} NOT NULL DEFAULT "
            "1, "
            "merged_into {int} NOT NULL DEFAULT 0, source {text} NOT NULL, seen_in {text} NOT NULL, "
            "changed_at {int} NOT NULL)",
            "CREATE INDEX directory_unit_name ON directory_unit(name_key)",
            "CREATE INDEX directory_unit_uscc ON directory_unit(uscc) WHERE uscc_valid = 1",
            "CREATE INDEX directory_unit_region ON directory_unit(region_id)",
            "CREATE INDEX directory_unit_list ON directory_unit(sort_key, id) WHERE merged_into = 0",
            "CREATE INDEX directory_unit_by_kind ON directory_unit(kind, sort_key, id) WHERE merged_into = 0",
            "CREATE INDEX directory_unit_by_region ON directory_unit(region_name, sort_key, id) WHERE merged_into = "
            "0",
            "CREATE INDEX directory_unit_region_order ON directory_unit(region_sort, sort_key, id) WHERE merged_into "
            "= 0",
            "CREATE INDEX directory_unit_incomplete ON directory_unit(sort_key, id) WHERE merged_into = 0 AND "
            "incomplete = 1",

            "CREATE TABLE directory_alias (id {pk}, revision {int} NOT NULL DEFAULT 1, "
            "unit_id {int} NOT NULL REFERENCES directory_unit(id), name {text} NOT NULL, name_key {text} NOT NULL, "
            "source {text} NOT NULL)",
            "CREATE INDEX directory_alias_name ON directory_alias(name_key)",
            "CREATE INDEX directory_alias_unit ON directory_alias(unit_id)",

            "CREATE TABLE directory_attribute (id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL "
            "UNIQUE, "
            "unit_id {int} NOT NULL REFERENCES directory_unit(id), attribute {text} NOT NULL, value {text} NOT NULL, "
            "valid_from_ymd {int}, valid_to_ymd {int}, confirmed_on_ymd {int}, confirmed_by {text} NOT NULL, "
            "evidence {text} NOT NULL)",
            "CREATE INDEX directory_attribute_unit ON directory_attribute(unit_id, attribute)",
            "CREATE INDEX directory_attribute_value ON directory_attribute(attribute, value, unit_id)",
            "CREATE INDEX directory_attribute_open ON directory_attribute(unit_id) WHERE confirmed_on_ymd IS NULL",

            "CREATE TABLE directory_person (id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, "
            "name {text} NOT NULL, name_key {text} NOT NULL, sort_key {text} NOT NULL, pinyin {text} NOT NULL, "
            "unit_id {int} REFERENCES directory_unit(id), post {text} NOT NULL, phone {text} NOT NULL, "
            "note {text} NOT NULL, operator {int} NOT NULL, active {int} NOT NULL DEFAULT 1)",
            "CREATE INDEX directory_person_list ON directory_person(sort_key, id)",
            "CREATE INDEX directory_person_name ON directory_person(name_key)",
            "CREATE INDEX directory_person_unit ON directory_person(unit_id, sort_key, id)",

            "CREATE TABLE directory_team (id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, "
            "name {text} NOT NULL, name_key {text} NOT NULL, sort_key {text} NOT NULL, "
            "unit_id {int} REFERENCES directory_unit(id), kind {text} NOT NULL, members {int}, leader {text} NOT "
            "NULL, "
            "phone {text} NOT NULL, note {text} NOT NULL)",
            "CREATE INDEX directory_team_list ON directory_team(sort_key, id)",
            "CREATE INDEX directory_team_unit ON directory_team(unit_id, sort_key, id)",
            "CREATE TABLE directory_team_person (id {pk}, revision {int} NOT NULL DEFAULT 1, "
            "team_id {int} NOT NULL REFERENCES directory_team(id), "
            "person_id {int} NOT NULL REFERENCES directory_person(id), duty {text} NOT NULL, UNIQUE (team_id, "
            "person_id))",
            "CREATE INDEX directory_team_person_back ON directory_team_person(person_id)",

            "CREATE TABLE directory_scope (id {pk}, revision {int} NOT NULL DEFAULT 1, year {int} NOT NULL, "
            "category {text} NOT NULL, unit_id {int} NOT NULL REFERENCES directory_unit(id), in_scope {int} NOT "
            "NULL, "
            "reason {text} NOT NULL, UNIQUE (year, category, unit_id))",
            "CREATE INDEX directory_scope_unit ON directory_scope(unit_id)",
            "CREATE TABLE directory_scope_year (id {pk}, revision {int} NOT NULL DEFAULT 1, year {int} NOT NULL "
            "UNIQUE, "
            "fixed_at {int} NOT NULL)",

            "CREATE TABLE directory_merge (id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE, "
            "kept_id {int} NOT NULL REFERENCES directory_unit(id), merged_id {int} NOT NULL REFERENCES "
            "directory_unit(id), "
            "at {int} NOT NULL, who {text} NOT NULL, undone_at {int})",
            "CREATE INDEX directory_merge_kept ON directory_merge(kept_id)",
            "CREATE INDEX directory_merge_merged ON directory_merge(merged_id)",
            "CREATE TABLE directory_merge_moved (merge_id {int} NOT NULL REFERENCES directory_merge(id), "
            "holder {text} NOT NULL, position {int} NOT NULL, record_id {int} NOT NULL, "
            "PRIMARY KEY (merge_id, holder, position))",
            "CREATE TABLE directory_merge_filled (merge_id {int} NOT NULL REFERENCES directory_merge(id), "
            "field {text} NOT NULL, value {text} NOT NULL, PRIMARY KEY (merge_id, field))",
        }};
}

static yanxun::Migration peopleStep() {
    return {2, "people met by other plugins", {"ALTER TABLE directory_person ADD COLUMN seen_in {text} NOT NULL DEFAULT ''"}};
}

std::vector<yanxun::Migration> migrations() { return {firstStep(), peopleStep()}; }

} // namespace directory
