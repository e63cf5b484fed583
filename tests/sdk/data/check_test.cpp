#include "notes.h"

#include <fstream>

namespace {

using namespace yanxun;
using ::testing::HasSubstr;

class CheckTest : public yanxun::testing::NotesTest {
protected:
    CheckResult check() { return db().check(Progress::none()); }
    void tamper(const std::string& sql, const Values& values = {}) {
        db().write([&](Writer& writer) { writer.exec(sql, values); });
    }
    void someWrites() {
        for (int i = 1; i <= 5; ++i) {
            db().write([&](Writer& writer) {
                const std::int64_t id = writer.insert("note", {{"title", "第" + std::to_string(i)}, {"amount", i}});
                writer.update("note", id, 1, {{"amount", i * 2}});
            });
        }
    }
};
YANXUN_ON_BOTH_ENGINES(CheckTest);

TEST_P(CheckTest, AnUntouchedDatabaseIsClean) {
    someWrites();
    tamper("INSERT INTO note(title) VALUES(?)", {"不记日志"});
    const CheckResult result = check();
    EXPECT_TRUE(result.clean) << ::testing::PrintToString(result.problems);
    EXPECT_EQ(result.links, 5);
}

TEST_P(CheckTest, ManyRowsInOneTransactionMakeOneLink) {
    db().write([&](Writer& writer) {
        for (int i = 0; i < 3'500; ++i) writer.insert("note", {{"title", std::to_string(i)}});
        EXPECT_EQ(writer.changeNumber(), 3'500);
    });
    const CheckResult result = check();
    EXPECT_TRUE(result.clean) << ::testing::PrintToString(result.problems);
    EXPECT_EQ(result.links, 1);
}

TEST_P(CheckTest, AChangedLogRowIsFoundAndNamed) {
    someWrites();
    tamper("UPDATE change_log SET who='别人' WHERE seq=4");
    const CheckResult result = check();
    EXPECT_FALSE(result.clean);
    ASSERT_EQ(result.problems.size(), 1u);
    EXPECT_THAT(result.problems[0], HasSubstr("第 3 条到第 4 条"));
    EXPECT_THAT(result.problems[0], HasSubstr("第 2 环"));
    EXPECT_THAT(result.problems[0], HasSubstr("测试员"));
}

TEST_P(CheckTest, AMissingLogRowIsFound) {
    someWrites();
    tamper("DELETE FROM change_log WHERE seq=6");
    ASSERT_EQ(check().problems.size(), 1u);
    EXPECT_THAT(check().problems[0], HasSubstr("第 3 环"));
}

TEST_P(CheckTest, AnAddedLogRowIsFound) {
    someWrites();
    tamper("INSERT INTO change_log(seq, at, who, op, tbl, body) VALUES(11, 0, '别人', 'update', 'note', '{}')");
    EXPECT_THAT(check().problems, ::testing::ElementsAre(HasSubstr("第 11 条起共 1 条")));
}

TEST_P(CheckTest, AMissingLinkIsFound) {
    someWrites();
    tamper("DELETE FROM change_link WHERE number=3");
    EXPECT_FALSE(check().clean);
    EXPECT_THAT(check().problems[0], HasSubstr("缺少第 3 环"));
}

TEST_P(CheckTest, AForgedLinkIsFound) {
    someWrites();
    tamper("UPDATE change_link SET hash=? WHERE number=2", {std::string(64, 'a')});
    EXPECT_FALSE(check().clean);
}

TEST_P(CheckTest, TheNumbersOfChangesGrow) {
    const auto number = [&] {
        std::int64_t value = 0;
        db().read([&](Reader& reader) { value = reader.changeNumber(); });
        return value;
    };
    EXPECT_EQ(number(), 0);
    const std::int64_t version = db().dataVersion();
    EXPECT_EQ(db().dataVersion(), version);
    someWrites();
    EXPECT_EQ(number(), 10);
    EXPECT_NE(db().dataVersion(), version);
}

TEST_P(CheckTest, AnotherProgramsCommitChangesTheDataVersion) {
    const auto other = Database::open(target(), clock, {.who = "另一台"});
    const std::int64_t version = db().dataVersion();
    other->write([](Writer& writer) { writer.insert("note", {{"title", "外来"}}); });
    EXPECT_NE(db().dataVersion(), version);
    EXPECT_TRUE(check().clean);
}

TEST_P(CheckTest, OnlyOneProgramMayHoldItExclusively) {
    {
        const auto other = Database::open(target(), clock, {.who = "另一台"});
        try {
            db().lockExclusively();
            FAIL();
        } catch (const Conflict& conflict) {
            if (GetParam() == Engine::sqlite) { EXPECT_THAT(conflict.what(), HasSubstr("另一台")); }
        }
    }
    {
        const auto lock = db().lockExclusively();
        try {
            Database::open(target(), clock, {.who = "后来者"})->write([](Writer&) {});
            FAIL();
        } catch (const Conflict& conflict) {
            if (GetParam() == Engine::sqlite) { EXPECT_THAT(conflict.what(), HasSubstr("测试员")); }
        }
        add("独占者能写");
    }
    Database::open(target(), clock, {.who = "后来者"})->write([](Writer& writer) { writer.insert("note", {{"title", "又能写"}}); });
    EXPECT_EQ(count(), 2);
}

TEST_P(CheckTest, ACopyHoldsEverythingAndIsWhole) {
    someWrites();
    const yanxun::testing::ScratchFolder folder;
    const std::string path = (folder.path() / "副本.db").string();
    if (GetParam() == Engine::postgresql) {
        EXPECT_THROW(db().copyTo(path, Progress::none()), Error);
        return;
    }
    db().copyTo(path, Progress::none());
    EXPECT_THROW(db().copyTo(path, Progress::none()), Conflict);
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 1);
    const auto copy = Database::open(path, clock);
    EXPECT_TRUE(copy->check(Progress::none()).clean);
    copy->read([](Reader& reader) { EXPECT_EQ(reader.scalar("SELECT count(*) FROM note"), 5); });
}

} // namespace
