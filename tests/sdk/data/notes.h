#pragma once
#include "support/test_database.h"

#include <gmock/gmock.h>

namespace yanxun::testing {

/// A table of every type that the tests of the layer write to.
inline std::vector<Migration> notesSchema() {
    return {{1,
             "notes",
             {"CREATE TABLE note (id {pk}, revision {int} NOT NULL DEFAULT 1, uid {text}, title {text} NOT NULL,"
              " amount {int}, weight {real}, picture {blob}, UNIQUE(title))",
              "CREATE TABLE note_line (id {pk}, note {int} NOT NULL REFERENCES note(id), text {text})"}}};
}

class NotesTest : public DatabaseTest {
protected:
    NotesTest() { db().migrate("notes", notesSchema()); }

    std::int64_t add(const std::string& title) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = writer.insert("note", {{"title", title}}); });
        return id;
    }
    std::int64_t count(const std::string& table = "note") {
        std::int64_t rows = 0;
        db().read([&](Reader& reader) { rows = reader.scalar("SELECT count(*) FROM " + table); });
        return rows;
    }
};

} // namespace yanxun::testing
