#include "core/schema.h"

namespace training {
namespace {

constexpr std::string_view programmeTable =
    "CREATE TABLE training_programme ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " name {text} NOT NULL, name_key {text} NOT NULL UNIQUE, name_sort {text} NOT NULL,"
    " kind {text} NOT NULL DEFAULT '', level {text} NOT NULL DEFAULT '',"
    " minutes {int}, minutes_per_hour {int} NOT NULL DEFAULT 45, outline {text} NOT NULL DEFAULT '')";

constexpr std::string_view classTable =
    "CREATE TABLE training_class ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " number {text} NOT NULL, number_key {text} NOT NULL, programme_id {int},"
    " name {text} NOT NULL, name_sort {text} NOT NULL, kind {text} NOT NULL DEFAULT '',"
    " unit_id {int} NOT NULL, unit_name {text} NOT NULL, unit_sort {text} NOT NULL,"
    " region_code {text} NOT NULL DEFAULT '', region_name {text} NOT NULL DEFAULT '',"
    " region_sort {text} NOT NULL DEFAULT '', co_hosts {text} NOT NULL DEFAULT '', place {text} NOT NULL DEFAULT '',"
    " starts_ymd {int} NOT NULL, starts_ym {int} NOT NULL, ends_ymd {int} NOT NULL,"
    " mode {int} NOT NULL, mode_word {text} NOT NULL DEFAULT '',"
    " status {int} NOT NULL, status_reason {text} NOT NULL DEFAULT '',"
    // What isCounted() says, stored so that the indexes of statistics hold nothing else.
    " counted {int} NOT NULL,"
    " minutes {int}, minutes_per_hour {int} NOT NULL DEFAULT 45,"
    " invited {int}, attended {int} NOT NULL DEFAULT 0, attended_estimated {int} NOT NULL DEFAULT 0, passed {int},"
    " teacher {text} NOT NULL DEFAULT '', exam_form {text} NOT NULL DEFAULT '',"
    " plan_doc_no {text} NOT NULL DEFAULT '', archive_no {text} NOT NULL DEFAULT '', note {text} NOT NULL DEFAULT '',"
    " source {int} NOT NULL)";

constexpr std::string_view sessionTable =
    "CREATE TABLE training_session ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " class_id {int} NOT NULL REFERENCES training_class(id), held_ymd {int} NOT NULL,"
    " starts_minute {int}, ends_minute {int}, planned_minutes {int} NOT NULL,"
    " topic {text} NOT NULL DEFAULT '', teacher {text} NOT NULL DEFAULT '', place {text} NOT NULL DEFAULT '')";

// One name of the class's list in participation with what that list cannot hold: the person's own unit and category
// on the day, and by this row its attendance and results.
constexpr std::string_view learnerTable =
    "CREATE TABLE training_learner ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " class_id {int} NOT NULL REFERENCES training_class(id), person_id {int} NOT NULL DEFAULT 0,"
    " name {text} NOT NULL, name_key {text} NOT NULL,"
    " unit_id {int} NOT NULL DEFAULT 0, unit_name {text} NOT NULL DEFAULT '', category {text} NOT NULL DEFAULT '',"
    " UNIQUE (class_id, name_key, unit_id, unit_name, person_id))";

constexpr std::string_view attendanceTable =
    "CREATE TABLE training_attendance ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1,"
    " session_id {int} NOT NULL REFERENCES training_session(id),"
    " learner_id {int} NOT NULL REFERENCES training_learner(id),"
    " status {int} NOT NULL, in_minute {int}, out_minute {int}, credited_minutes {int} NOT NULL,"
    " method {text} NOT NULL DEFAULT '', UNIQUE (session_id, learner_id))";

constexpr std::string_view resultTable =
    "CREATE TABLE training_exam_result ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " learner_id {int} NOT NULL REFERENCES training_learner(id), kind {text} NOT NULL, attempt {int} NOT NULL,"
    " score {int}, passed {int} NOT NULL, taken_ymd {int} NOT NULL, UNIQUE (learner_id, kind, attempt))";

// The ledger of hours: never changed. A credit taken back is a second row with the minutes below zero that names it;
// the name and unit are those of the day.
constexpr std::string_view creditTable =
    "CREATE TABLE training_credit ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " person_id {int} NOT NULL, person_name {text} NOT NULL, unit_name {text} NOT NULL DEFAULT '',"
    " credited_ymd {int} NOT NULL, minutes {int} NOT NULL, minutes_per_hour {int} NOT NULL,"
    " kind {text} NOT NULL DEFAULT '', class_id {int} NOT NULL DEFAULT 0, reason {text} NOT NULL DEFAULT '',"
    " reverses_id {int}, source {int} NOT NULL)";

// Who must be trained, as what, in which trade, from when: a person with two employers has two rows.
constexpr std::string_view traineeTable =
    "CREATE TABLE training_trainee ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " person_id {int} NOT NULL, person_name {text} NOT NULL, person_sort {text} NOT NULL,"
    " unit_id {int} NOT NULL DEFAULT 0, unit_name {text} NOT NULL DEFAULT '', unit_sort {text} NOT NULL DEFAULT '',"
    " region_code {text} NOT NULL DEFAULT '', role {text} NOT NULL, industry {text} NOT NULL DEFAULT '',"
    " since_ymd {int}, until_ymd {int}, source {int} NOT NULL)";

constexpr std::string_view certificateTable =
    "CREATE TABLE training_certificate ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text} NOT NULL UNIQUE,"
    " person_id {int} NOT NULL DEFAULT 0, person_name {text} NOT NULL, person_sort {text} NOT NULL,"
    " unit_id {int} NOT NULL DEFAULT 0, unit_name {text} NOT NULL DEFAULT '', unit_sort {text} NOT NULL DEFAULT '',"
    " type {text} NOT NULL, type_word {text} NOT NULL DEFAULT '', operation {text} NOT NULL DEFAULT '',"
    " number {text} NOT NULL, number_key {text} NOT NULL, issuer {text} NOT NULL DEFAULT '',"
    " issued_ymd {int} NOT NULL, valid_until_ymd {int}, review_due_ymd {int}, reviewed_ymd {int},"
    // What nextDue() and isLive() say, stored for the lists of what is due.
    " next_due_ymd {int}, live {int} NOT NULL,"
    " standing {int} NOT NULL, standing_reason {text} NOT NULL DEFAULT '',"
    " replaces_id {int} NOT NULL DEFAULT 0, replaced {int} NOT NULL DEFAULT 0,"
    " scan {text} NOT NULL DEFAULT '', note {text} NOT NULL DEFAULT '', source {int} NOT NULL)";

constexpr std::string_view archiveTable =
    "CREATE TABLE training_archive_part ("
    " id {pk}, revision {int} NOT NULL DEFAULT 1, scope {text} NOT NULL, subject_id {int} NOT NULL,"
    " part {text} NOT NULL, document {text} NOT NULL DEFAULT '', filed_ymd {int} NOT NULL,"
    " UNIQUE (scope, subject_id, part))";

} // namespace

std::vector<yanxun::Migration> migrations() {
    return {{1,
             "programmes, classes, sessions, learners, hours, certificates, archives",
             {programmeTable, classTable, "CREATE INDEX training_class_key ON training_class (number_key, unit_id)",
              "CREATE INDEX training_class_unit ON training_class (unit_id, starts_ymd)",
              // Lists: the orders a person may choose.
              "CREATE INDEX training_class_starts ON training_class (starts_ymd, id)",
              "CREATE INDEX training_class_name ON training_class (name_sort, id)",
              "CREATE INDEX training_class_number ON training_class (number_key, id)",
              // Figures: months and modes with what they sum; `counted` stands in it because SQLite 3.40 does not see
              // that the index holds nothing else.
              "CREATE INDEX training_class_months ON training_class (starts_ym, mode, attended, counted) WHERE "
              "counted = 1",
              "CREATE INDEX training_class_open ON training_class (ends_ymd, id) WHERE status < 30", sessionTable,
              "CREATE INDEX training_session_class ON training_session (class_id, held_ymd, id)", learnerTable,
              "CREATE INDEX training_learner_person ON training_learner (person_id) WHERE person_id <> 0",
              "CREATE INDEX training_learner_unit ON training_learner (unit_id) WHERE unit_id <> 0", attendanceTable,
              "CREATE INDEX training_attendance_learner ON training_attendance (learner_id, credited_minutes)",
              resultTable, creditTable,
              "CREATE UNIQUE INDEX training_credit_reversal ON training_credit (reverses_id) WHERE reverses_id IS "
              "NOT NULL",
              "CREATE INDEX training_credit_person ON training_credit"
              " (person_id, credited_ymd, kind, minutes_per_hour, minutes)",
              "CREATE INDEX training_credit_class ON training_credit (class_id) WHERE class_id <> 0", traineeTable,
              "CREATE INDEX training_trainee_list ON training_trainee (unit_sort, person_sort, id)",
              "CREATE INDEX training_trainee_person ON training_trainee (person_id)",
              "CREATE INDEX training_trainee_unit ON training_trainee (unit_id) WHERE unit_id <> 0", certificateTable,
              "CREATE INDEX training_certificate_key ON training_certificate (number_key, type)",
              "CREATE INDEX training_certificate_person ON training_certificate (person_id) WHERE person_id <> 0",
              "CREATE INDEX training_certificate_unit ON training_certificate (unit_id) WHERE unit_id <> 0",
              "CREATE INDEX training_certificate_name ON training_certificate (person_sort, id)",
              "CREATE INDEX training_certificate_due ON training_certificate (next_due_ymd, id) WHERE live = 1",
              archiveTable}}};
}

} // namespace training
