#include "notes.h"
#include <yanxun/id.h>

#include <stdexcept>
#include <thread>

namespace {

using namespace yanxun;
using ::testing::Test;

class WriteTest : public yanxun::testing::NotesTest {
protected:
    std::string text(const std::string& sql, const Values& values = {}) {
        std::string result;
        db().read([&](Reader& reader) { result = reader.scalarText(sql, values); });
        return result;
    }
};
YANXUN_ON_BOTH_ENGINES(WriteTest);

TEST_P(WriteTest, WhatIsWrittenIsThereAfterReopening) {
    const std::int64_t id = add("应急预案");
    reopen();
    EXPECT_EQ(text("SELECT title FROM note WHERE id=?", {id}), "应急预案");
}

TEST_P(WriteTest, AThrowRollsEverythingBack) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        writer.insert("note", {{"title", "一"}});
        writer.exec("INSERT INTO note(title) VALUES(?)", {"二"});
        throw std::runtime_error("no");
    }),
                 std::runtime_error);
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(count("change_log"), 0);
}

TEST_P(WriteTest, WritesDoNotNest) {
    EXPECT_THROW(db().write([&](Writer&) { db().write([](Writer&) {}); }), std::logic_error);
    db().read([&](Reader&) { db().write([](Writer&) {}); });
}

TEST_P(WriteTest, InsertLogsWhoWhenAndWhat) {
    db().setWho("张三");
    const std::string uid = newUid(1);
    std::int64_t id = 0;
    db().write([&](Writer& writer) {
        EXPECT_EQ(writer.who(), "张三");
        EXPECT_EQ(writer.at(), clock.now());
        id = writer.insert("note", {{"title", "引号\"和\n换行"}, {"amount", 3}, {"uid", uid}});
    });
    db().read([&](Reader& reader) {
        reader.each("SELECT at, who, op, tbl, record_id, revision, uid, body FROM change_log", [&](const Row& row) {
            EXPECT_EQ(row.integer(0), clock.now());
            EXPECT_EQ(row.text(1), "张三");
            EXPECT_EQ(row.text(2), "insert");
            EXPECT_EQ(row.text(3), "note");
            EXPECT_EQ(row.integer(4), id);
            EXPECT_EQ(row.integer(5), 1);
            EXPECT_EQ(row.text(6), uid);
            EXPECT_EQ(row.text(7), "{\"new\":{\"title\":\"引号\\\"和\\u000a换行\",\"amount\":3,\"uid\":\"" + uid +
                                       "\",\"revision\":1}}");
        });
        EXPECT_EQ(reader.changeNumber(), 1);
    });
}

TEST_P(WriteTest, UpdateLogsOnlyWhatDiffersAndRaisesTheRevision) {
    const std::int64_t id = add("旧名");
    db().write([&](Writer& writer) {
        EXPECT_EQ(writer.update("note", id, 1, {{"title", "新名"}, {"amount", {}}}), 2);
        EXPECT_EQ(writer.update("note", id, 2, {{"title", "新名"}}), 2);
    });
    EXPECT_EQ(text("SELECT body FROM change_log WHERE op='update'"),
              "{\"old\":{\"title\":\"旧名\"},\"new\":{\"title\":\"新名\"}}");
    EXPECT_EQ(count("change_log"), 2);
}

TEST_P(WriteTest, AStaleRevisionIsAConflict) {
    const std::int64_t id = add("共同编辑");
    db().write([&](Writer& writer) { writer.update("note", id, 1, {{"amount", 1}}); });
    EXPECT_THROW(db().write([&](Writer& writer) { writer.update("note", id, 1, {{"amount", 2}}); }), Conflict);
    EXPECT_THROW(db().write([&](Writer& writer) { writer.remove("note", id, 1); }), Conflict);
    EXPECT_EQ(text("SELECT amount FROM note"), "1");
}

TEST_P(WriteTest, ARecordThatIsGoneIsNotFound) {
    const std::int64_t id = add("将删");
    db().write([&](Writer& writer) { writer.remove("note", id, 1); });
    EXPECT_THROW(db().write([&](Writer& writer) { writer.update("note", id, 1, {{"amount", 2}}); }), NotFound);
    EXPECT_THROW(db().write([&](Writer& writer) { writer.remove("note", id, 1); }), NotFound);
}

TEST_P(WriteTest, RemoveLogsAllTheRecordHeld) {
    std::int64_t id = 0;
    db().write([&](Writer& writer) {
        id = writer.insert("note", {{"title", "x"}, {"weight", 0.5}, {"picture", Blob{std::byte{0xab}}}});
    });
    db().write([&](Writer& writer) { writer.remove("note", id, 1); });
    EXPECT_EQ(text("SELECT body FROM change_log WHERE op='remove'"),
              "{\"old\":{\"id\":" + std::to_string(id) +
                  ",\"revision\":1,\"uid\":null,\"title\":\"x\",\"amount\":null,\"weight\":0.5,"
                  "\"picture\":{\"hex\":\"ab\"}}}");
}

TEST_P(WriteTest, AnIdIsNeverGivenTwice) {
    const std::int64_t first = add("一");
    db().write([&](Writer& writer) { writer.remove("note", first, 1); });
    EXPECT_GT(add("二"), first);
}

TEST_P(WriteTest, ATakenKeyIsAConflictInASentence) {
    add("同名");
    try {
        add("同名");
        FAIL();
    } catch (const Conflict& conflict) {
        EXPECT_THAT(conflict.what(), ::testing::HasSubstr("已经有一条相同的记录"));
        EXPECT_THAT(conflict.what(), ::testing::HasSubstr("title"));
    }
    EXPECT_EQ(count(), 1);
}

TEST_P(WriteTest, AnErrorThatWasSwallowedStillStopsTheCommit) {
    add("同名");
    EXPECT_THROW(db().write([&](Writer& writer) {
        writer.insert("note", {{"title", "另一"}});
        try {
            writer.insert("note", {{"title", "同名"}});
        } catch (const Conflict&) {
        }
    }),
                 Conflict);
    EXPECT_EQ(count(), 1);
    add("还能写");
}

TEST_P(WriteTest, ALinkToNothingIsRefused) {
    EXPECT_THROW(db().write([&](Writer& writer) { writer.exec("INSERT INTO note_line(note) VALUES(?)", {77}); }), Error);
    const std::int64_t id = add("有子项");
    db().write([&](Writer& writer) { writer.exec("INSERT INTO note_line(note) VALUES(?)", {id}); });
    EXPECT_THROW(db().write([&](Writer& writer) { writer.remove("note", id, 1); }), Error);
    EXPECT_EQ(count(), 1);
}

TEST_P(WriteTest, AMissingValueIsRefused) {
    EXPECT_THROW(db().write([&](Writer& writer) { writer.insert("note", {{"amount", 1}}); }), Error);
}

TEST_P(WriteTest, ATextInANumbersColumnIsRefused) {
    EXPECT_THROW(db().write([&](Writer& writer) { writer.insert("note", {{"title", "a"}, {"amount", "很多"}}); }), Error);
    EXPECT_THROW(db().write([&](Writer& writer) { writer.exec("INSERT INTO note(title, weight) VALUES('b', ?)", {"轻"}); }),
                 Error);
    EXPECT_EQ(count(), 0);
}

TEST_P(WriteTest, TextIsCleanedOnItsWayIn) {
    const std::string dirty = std::string("a\0b", 3) + "\x01" + "\xff" + "e\xcc\x81" + "中";
    db().write([&](Writer& writer) { writer.insert("note", {{"title", dirty}}); });
    EXPECT_EQ(text("SELECT title FROM note"), "ab\xef\xbf\xbd\xc3\xa9中");
    EXPECT_EQ(text("SELECT body FROM change_log"), "{\"new\":{\"title\":\"ab\xef\xbf\xbd\xc3\xa9中\",\"revision\":1}}");
    EXPECT_EQ(text("SELECT title FROM note WHERE title=?", {dirty}), "ab\xef\xbf\xbd\xc3\xa9中");
}

TEST_P(WriteTest, ReservedIdsAreConsecutiveAndNobodyElses) {
    add("先");
    std::int64_t first = 0;
    db().write([&](Writer& writer) { first = writer.reserveIds("note", 100); });
    const std::int64_t after = add("后");
    EXPECT_GE(after, first + 100);
    db().write([&](Writer& writer) {
        const BulkColumn columns[] = {{"id", ColumnType::integer}, {"title", ColumnType::text}};
        std::int64_t i = 0;
        writer.insertMany("note", columns, [&](BulkRow& row) {
            if (i == 100) return false;
            row.integer(0, first + i);
            row.text(1, "批" + std::to_string(i++));
            return true;
        });
    });
    EXPECT_EQ(count(), 102);
    EXPECT_GT(add("再后"), first + 100);
}

TEST_P(WriteTest, WatchersHearOfEachCommitOnly) {
    int heard = 0;
    const int number = db().watch([&] { ++heard; });
    add("一");
    EXPECT_THROW(db().write([](Writer&) { throw std::runtime_error("no"); }), std::runtime_error);
    EXPECT_EQ(heard, 1);
    db().unwatch(number);
    add("二");
    EXPECT_EQ(heard, 1);
}

TEST_P(WriteTest, FourThreadsReadWhileOneWrites) {
    constexpr int rounds = 60;
    std::atomic<bool> done{false};
    std::vector<std::thread> readers;
    std::atomic<int> torn{0}, reads{0};
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] {
            while (!done || reads < 4) {
                db().read([&](Reader& reader) {
                    const std::int64_t notes = reader.scalar("SELECT count(*) FROM note");
                    const std::int64_t lines = reader.scalar("SELECT count(*) FROM note_line");
                    if (lines != notes * 2) ++torn;
                });
                ++reads;
            }
        });
    }
    for (int i = 0; i < rounds; ++i) {
        db().write([&](Writer& writer) {
            const std::int64_t id = writer.insert("note", {{"title", std::to_string(i)}});
            for (int line = 0; line < 2; ++line) writer.exec("INSERT INTO note_line(note) VALUES(?)", {id});
        });
    }
    done = true;
    for (std::thread& reader : readers) reader.join();
    EXPECT_EQ(torn, 0);
    EXPECT_EQ(count(), rounds);
}

} // namespace
