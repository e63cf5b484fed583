#include "core/schema.h"

namespace notes {

std::vector<yanxun::Migration> migrations() {
    return {{1,
             "notes",
             {"CREATE TABLE notes_note (id {pk}, revision {int} NOT NULL DEFAULT 1,"
              " day_ymd {int} NOT NULL, title {text} NOT NULL, body {text} NOT NULL DEFAULT '')",
              // Lists go by day, newest first; figures count by it.
              "CREATE INDEX notes_note_day ON notes_note (day_ymd, id)"}}};
}

} // namespace notes
