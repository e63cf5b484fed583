#include "notes.h"

#include <stdexcept>

namespace {

using namespace yanxun;

class BulkTest : public yanxun::testing::NotesTest {
protected:
    const std::vector<BulkColumn> columns{{"title", ColumnType::text},
                                          {"amount", ColumnType::integer},
                                          {"weight", ColumnType::real},
                                          {"picture", ColumnType::blob}};

    std::int64_t insert(std::int64_t rows) {
        std::int64_t written = 0;
        db().write([&](Writer& writer) {
            std::int64_t next = 0;
            written = writer.insertMany("note", columns, [&](BulkRow& row) {
                if (next == rows) return false;
                row.text(0, "{第," + std::to_string(next) + "\"条\\}\n");
                if (next % 3) row.integer(1, next);
                if (next % 5) row.real(2, double(next) / 4);
                if (next % 7) row.blob(3, std::vector{std::byte(next), std::byte{0}});
                ++next;
                return true;
            });
        });
        return written;
    }
};
YANXUN_ON_BOTH_ENGINES(BulkTest);

TEST_P(BulkTest, AnyNumberOfRowsArrivesWhole) {
    std::int64_t total = 0;
    for (const std::int64_t rows : {1, 99, 100, 101, 5'000, 5'001}) {
        db().write([](Writer& writer) { writer.exec("DELETE FROM note"); });
        EXPECT_EQ(insert(rows), rows);
        EXPECT_EQ(count(), rows);
        total += rows;
    }
    std::int64_t i = 0;
    db().read([&](Reader& reader) {
        reader.each("SELECT title, amount, weight, picture FROM note ORDER BY id", [&](const Row& row) {
            ASSERT_EQ(row.text(0), "{第," + std::to_string(i) + "\"条\\}\n");
            ASSERT_EQ(row.maybeInteger(1), i % 3 ? std::optional(i) : std::nullopt);
            ASSERT_EQ(row.isNull(2), i % 5 == 0);
            ASSERT_EQ(row.real(2), i % 5 ? double(i) / 4 : 0);
            ASSERT_EQ(row.blob(3), i % 7 ? (Blob{std::byte(i), std::byte{0}}) : Blob{});
            ++i;
        });
    });
}

TEST_P(BulkTest, AnEmptyFeedInsertsNothingAndLogsNothing) {
    EXPECT_EQ(insert(0), 0);
    EXPECT_EQ(count(), 0);
    EXPECT_EQ(count("change_log"), 0);
}

TEST_P(BulkTest, OneLogRowTellsCountIdsAndDigest) {
    insert(250);
    db().read([&](Reader& reader) {
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM change_log"), 1);
        const std::string body = reader.scalarText("SELECT body FROM change_log");
        EXPECT_THAT(body, ::testing::StartsWith("{\"count\":250,\"first\":1,\"last\":250,\"columns\":"
                                                "\"title,amount,weight,picture\",\"sha256\":\""));
    });
}

TEST_P(BulkTest, ACancelledFeedLeavesNothing) {
    for (const std::int64_t stop : {0, 50, 7'777}) {
        EXPECT_THROW(db().write([&](Writer& writer) {
            std::int64_t next = 0;
            writer.insertMany("note", columns, [&](BulkRow& row) {
                if (next == stop) throw Cancelled("stop");
                row.text(0, std::to_string(next++));
                return true;
            });
        }),
                     Cancelled);
        EXPECT_EQ(count(), 0);
    }
    EXPECT_EQ(insert(3), 3);
}

TEST_P(BulkTest, ACancelledFeedLeavesNothingEvenWhenSwallowed) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        std::int64_t next = 0;
        try {
            writer.insertMany("note", columns, [&](BulkRow& row) {
                if (next == 300) throw Cancelled("stop");
                row.text(0, std::to_string(next++));
                return true;
            });
        } catch (const Cancelled&) {
        }
    }),
                 Cancelled);
    EXPECT_EQ(count(), 0);
}

TEST_P(BulkTest, ATakenKeyInTheMiddleLeavesNothing) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        std::int64_t next = 0;
        writer.insertMany("note", columns, [&](BulkRow& row) {
            if (next == 400) return false;
            row.text(0, std::to_string(next++ % 350));
            return true;
        });
    }),
                 Conflict);
    EXPECT_EQ(count(), 0);
}

TEST_P(BulkTest, ATextForANumberIsRefused) {
    EXPECT_THROW(db().write([&](Writer& writer) {
        bool more = true;
        writer.insertMany("note", columns, [&](BulkRow& row) {
            row.text(0, "甲");
            row.text(1, "很多");
            return std::exchange(more, false);
        });
    }),
                 Error);
    EXPECT_EQ(count(), 0);
}

} // namespace
