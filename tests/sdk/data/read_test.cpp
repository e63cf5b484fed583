#include "notes.h"

#include <stdexcept>

namespace {

using namespace yanxun;

class ReadTest : public yanxun::testing::NotesTest {};
YANXUN_ON_BOTH_ENGINES(ReadTest);

TEST_P(ReadTest, EveryTypeComesBackAsItWasWritten) {
    const Blob picture{std::byte{0}, std::byte{255}, std::byte{7}};
    db().write([&](Writer& writer) {
        writer.exec("INSERT INTO note(title, amount, weight, picture) VALUES(?,?,?,?)",
                    {"消防演练", std::int64_t{9'007'199'254'740'993}, 2.5, picture});
    });
    db().read([&](Reader& reader) {
        const bool found = reader.one("SELECT title, amount, weight, picture, uid FROM note", {}, [&](const Row& row) {
            EXPECT_EQ(row.text(0), "消防演练");
            EXPECT_EQ(row.integer(1), 9'007'199'254'740'993);
            EXPECT_EQ(row.real(2), 2.5);
            EXPECT_EQ(row.blob(3), picture);
            EXPECT_TRUE(row.isNull(4));
            EXPECT_EQ(row.maybeText(4), std::nullopt);
            EXPECT_EQ(row.text(4), "");
        });
        EXPECT_TRUE(found);
    });
}

TEST_P(ReadTest, NullsOfEveryTypeReadAsNothing) {
    db().write([&](Writer& writer) {
        writer.exec("INSERT INTO note(title, amount, weight, picture) VALUES(?,?,?,?)", {"空", {}, {}, {}});
    });
    db().read([&](Reader& reader) {
        reader.each("SELECT amount, weight, picture FROM note", [&](const Row& row) {
            EXPECT_EQ(row.maybeInteger(0), std::nullopt);
            EXPECT_EQ(row.integer(0), 0);
            EXPECT_EQ(row.real(1), 0);
            EXPECT_TRUE(row.blob(2).empty());
        });
    });
}

TEST_P(ReadTest, ATextIsNoInteger) {
    add("十二");
    db().read([&](Reader& reader) {
        EXPECT_THROW(reader.scalar("SELECT title FROM note"), std::logic_error);
    });
}

TEST_P(ReadTest, AnIntegerReadAsTextGivesItsDigits) {
    db().read([&](Reader& reader) { EXPECT_EQ(reader.scalarText("SELECT count(*) FROM note"), "0"); });
}

TEST_P(ReadTest, SumsAndCountsAreIntegers) {
    db().write([&](Writer& writer) {
        for (int i = 1; i <= 4; ++i) writer.insert("note", {{"title", std::to_string(i)}, {"amount", i * 10}});
    });
    db().read([&](Reader& reader) {
        EXPECT_EQ(reader.scalar("SELECT sum(amount) FROM note"), 100);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM note WHERE amount > ?", {15}), 3);
        EXPECT_EQ(reader.scalar("SELECT sum(amount) FROM note WHERE amount > ?", {1'000}), 0);
    });
}

TEST_P(ReadTest, ManyRowsStreamInOrder) {
    const BulkColumn columns[] = {{"title", ColumnType::text}, {"amount", ColumnType::integer}};
    constexpr std::int64_t rows = 12'345;
    db().write([&](Writer& writer) {
        std::int64_t next = 0;
        writer.insertMany("note", columns, [&](BulkRow& row) {
            if (next == rows) return false;
            row.text(0, "第" + std::to_string(next) + "条");
            row.integer(1, next++);
            return true;
        });
    });
    std::int64_t expected = 0;
    db().read([&](Reader& reader) {
        reader.each("SELECT amount, title FROM note ORDER BY amount", [&](const Row& row) {
            ASSERT_EQ(row.integer(0), expected);
            ASSERT_EQ(row.text(1), "第" + std::to_string(expected) + "条");
            ++expected;
        });
    });
    EXPECT_EQ(expected, rows);
}

TEST_P(ReadTest, AQueryRunsInsideTheAnswerOfAnother) {
    for (const char* title : {"a", "b", "c"}) add(title);
    std::string pairs;
    const std::string sql = "SELECT title FROM note ORDER BY title";
    db().read([&](Reader& reader) {
        reader.each(sql, [&](const Row& outer) {
            reader.each(sql, [&](const Row& inner) { pairs += outer.str(0) + inner.str(0) + " "; });
        });
    });
    EXPECT_EQ(pairs, "aa ab ac ba bb bc ca cb cc ");
}

TEST_P(ReadTest, ACallbackMayStopByThrowing) {
    for (const char* title : {"a", "b", "c"}) add(title);
    db().read([&](Reader& reader) {
        int seen = 0;
        EXPECT_THROW(reader.each("SELECT title FROM note", [&](const Row&) { ++seen; throw Cancelled("stop"); }),
                     Cancelled);
        EXPECT_EQ(seen, 1);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM note"), 3);
        reader.each("SELECT title FROM note", [&](const Row&) { ++seen; });
        EXPECT_EQ(seen, 4);
    });
}

TEST_P(ReadTest, NestedReadsShareOneSnapshot) {
    add("前");
    db().read([&](Reader& outer) {
        EXPECT_EQ(outer.scalar("SELECT count(*) FROM note"), 1);
        add("后");
        EXPECT_EQ(outer.scalar("SELECT count(*) FROM note"), 1);
        db().read([&](Reader& inner) { EXPECT_EQ(inner.scalar("SELECT count(*) FROM note"), 1); });
    });
    EXPECT_EQ(count(), 2);
}

TEST_P(ReadTest, AReadInsideAWriteSeesWhatWasWritten) {
    db().write([&](Writer& writer) {
        writer.insert("note", {{"title", "未提交"}});
        db().read([&](Reader& reader) { EXPECT_EQ(reader.scalar("SELECT count(*) FROM note"), 1); });
    });
}

TEST_P(ReadTest, AReaderCannotWrite) {
    db().read([&](Reader& reader) {
        EXPECT_THROW(reader.each("DELETE FROM note", [](const Row&) {}), Error);
    });
}

TEST_P(ReadTest, QuestionMarksInLiteralsAndCommentsAreLeftAlone) {
    db().read([&](Reader& reader) {
        EXPECT_EQ(reader.scalarText("SELECT 'a?b''c?' || CAST(? AS varchar(9)) -- what?\n /* and ? */", {"!"}), "a?b'c?!");
    });
}

TEST_P(ReadTest, TheNumberOfValuesMustFit) {
    db().read([&](Reader& reader) {
        EXPECT_THROW(reader.scalar("SELECT count(*) FROM note WHERE amount=?", {}), std::logic_error);
        EXPECT_THROW(reader.scalar("SELECT count(*) FROM note WHERE amount=?", {1, 2}), std::logic_error);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM note WHERE amount=?", {1}), 0);
    });
}

TEST_P(ReadTest, ListsOrderTextByBytes) {
    for (const char* title : {"b", "B", "a", "中", "_"}) add(title);
    std::string order;
    db().read([&](Reader& reader) {
        reader.each("SELECT title FROM note ORDER BY title", [&](const Row& row) { order += row.text(0); });
    });
    EXPECT_EQ(order, "B_ab中");
}

} // namespace
