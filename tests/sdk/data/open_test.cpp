#include "notes.h"

#include <fstream>

namespace {

using namespace yanxun;

class OpenTest : public yanxun::testing::DatabaseTest {};
YANXUN_ON_BOTH_ENGINES(OpenTest);

TEST_P(OpenTest, EmptyGoesToNewest) {
    EXPECT_FALSE(db().needsMigration());
    EXPECT_EQ(db().schemaVersion("notes"), 0);
    db().migrate("notes", yanxun::testing::notesSchema());
    EXPECT_EQ(db().schemaVersion("notes"), 1);
    std::vector<Migration> steps = yanxun::testing::notesSchema();
    steps.push_back({4, "a colour", {"ALTER TABLE note ADD COLUMN colour {text}", "CREATE INDEX note_colour ON note(colour)"}});
    db().migrate("notes", steps);
    db().migrate("notes", steps);
    EXPECT_EQ(db().schemaVersion("notes"), 4);
    db().write([](Writer& writer) { writer.insert("note", {{"title", "a"}, {"colour", "红"}}); });
}

TEST_P(OpenTest, AFailedStepLeavesTheVersionBefore) {
    std::vector<Migration> steps = yanxun::testing::notesSchema();
    steps.push_back({2, "broken", {"CREATE TABLE half (id {pk})", "CREATE TABLE half (id {pk})"}});
    EXPECT_ANY_THROW(db().migrate("notes", steps));
    EXPECT_EQ(db().schemaVersion("notes"), 1);
    db().read([&](Reader& reader) { EXPECT_ANY_THROW(reader.scalar("SELECT count(*) FROM half")); });
}

TEST_P(OpenTest, ANewerDatabaseIsRefused) {
    std::vector<Migration> steps = yanxun::testing::notesSchema();
    steps.push_back({2, "newer", {"CREATE TABLE newer (id {pk})"}});
    db().migrate("notes", steps);
    try {
        db().migrate("notes", yanxun::testing::notesSchema());
        FAIL();
    } catch (const Error& refused) {
        EXPECT_THAT(refused.what(), ::testing::HasSubstr("升级程序"));
    }
}

TEST_P(OpenTest, WithoutCreateNothingIsMade) {
    const yanxun::testing::TestDatabase empty(GetParam());
    if (GetParam() == Engine::sqlite) {
        EXPECT_THROW(Database::open(empty.target(), clock), Unavailable);
        EXPECT_FALSE(std::filesystem::exists(empty.target()));
    } else {
        EXPECT_TRUE(Database::open(empty.target(), clock)->needsMigration());
    }
}

} // namespace
