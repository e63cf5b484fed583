#include "plugins/participation/participation_fixture.h"

#include <random>

namespace participation::testing {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

TEST(DifferenceTest, MoreNamesThanHeadsAndGapsAboveTenPercentAreTold) {
    const auto of = [](std::optional<std::int64_t> counted, std::int64_t named) {
        Entry entry;
        entry.counted = counted;
        entry.named = named;
        return differenceOf(entry);
    };
    EXPECT_EQ(of(100, 101), Difference::excess);
    EXPECT_EQ(of(100, 100), Difference::none);
    EXPECT_EQ(of(100, 90), Difference::none);
    EXPECT_EQ(of(100, 89), Difference::notable);
    EXPECT_EQ(of(100, 0), Difference::none); // nobody made a list
    EXPECT_EQ(of({}, 50), Difference::none); // nobody counted
    EXPECT_EQ(of(0, 1), Difference::excess);
}

class RecordsTest : public ParticipationTest {};
YANXUN_ON_BOTH_ENGINES(RecordsTest);

TEST_P(RecordsTest, ReportedIsCountedOrElseNamedNeverTheSum) {
    const auto counted = put(1, "甲厂", "职工", 40);
    EXPECT_EQ(reported(1), 40);
    putNames(counted, 12);
    EXPECT_EQ(reported(1), 40);
    const auto named = put(1, "乙厂", "职工", {});
    EXPECT_EQ(reported(1), 40);
    putNames(named, 7);
    EXPECT_EQ(reported(1), 47);
    put(1, "乙厂", "职工", 9);
    EXPECT_EQ(reported(1), 49);
    EXPECT_EQ(of(1).size(), 2u);
}

TEST_P(RecordsTest, TheOwnerIsToldInTheSameTransaction) {
    put(1, "甲厂", "职工", 40, true);
    EXPECT_EQ(told[1].reported, 40);
    EXPECT_TRUE(told[1].estimated);
    EXPECT_EQ(told[1].times, 1);
    put(1, "甲厂", "职工", 40, true); // nothing moved: nobody is told
    EXPECT_EQ(told[1].times, 1);
    put(1, "甲厂", "职工", 40, false);
    EXPECT_EQ(told[1].times, 2);
    EXPECT_FALSE(told[1].estimated);
    EXPECT_THROW(db().write([&](Writer& writer) {
        Entry entry;
        entry.unitName = "甲厂";
        entry.audience = "职工";
        entry.counted = 99;
        records.put(writer, {"fake.meeting", 1}, entry);
        EXPECT_EQ(told[1].reported, 99);
        throw yanxun::Error("stop");
    }),
                 yanxun::Error);
    EXPECT_EQ(reported(1), 40);
}

TEST_P(RecordsTest, OneEntryForEachUnitAndAudience) {
    const auto first = put(1, "甲厂", "职工", 40);
    EXPECT_EQ(put(1, "　甲厂 ", "职工", 41), first);
    EXPECT_NE(put(1, "甲厂", "居民", 5), first);
    EXPECT_NE(put(1, "乙厂", "职工", 5), first);
    EXPECT_NE(put(1, "甲厂", "职工", 3, false, 77), first); // a unit with an id is another one
    EXPECT_NE(put(2, "甲厂", "职工", 5), first);
    EXPECT_EQ(of(1).size(), 4u);
    EXPECT_EQ(reported(1), 41 + 5 + 5 + 3);
}

TEST_P(RecordsTest, AnOldRevisionIsRefused) {
    const auto id = put(1, "甲厂", "职工", 40);
    Entry mine = of(1).front();
    put(1, "甲厂", "职工", 41);
    mine.counted = 50;
    EXPECT_THROW(db().write([&](Writer& writer) {
        records.put(writer, {"fake.meeting", 1}, mine);
    }),
                 yanxun::Conflict);
    EXPECT_THROW(db().write([&](Writer& writer) { records.remove(writer, id, 1); }), yanxun::Conflict);
    EXPECT_EQ(reported(1), 41);
}

TEST_P(RecordsTest, TheListOfNamesIsReplacedAsAWhole) {
    const auto id = put(1, "甲厂", "职工", {});
    putNames(id, 5);
    putNames(id, 2);
    db().read([&](Reader& reader) {
        const auto names = records.names(reader, id);
        ASSERT_EQ(names.size(), 2u);
        EXPECT_EQ(names[0].name, "人0");
        EXPECT_EQ(names[0].role, "参加");
    });
    EXPECT_EQ(of(1).front().named, 2);
    EXPECT_THROW(db().write([&](Writer& writer) { records.putNames(writer, id, {{" ", 0, ""}}); }), yanxun::Error);
    EXPECT_EQ(reported(1), 2);
    putNames(id, 0);
    EXPECT_EQ(told[1].reported, 0);
}

TEST_P(RecordsTest, DifferencesAreListedWorstFirst) {
    putNames(put(1, "甲厂", "职工", 100), 50);
    putNames(put(2, "乙厂", "职工", 10), 11);
    putNames(put(3, "丙厂", "职工", 10), 10);
    db().read([&](Reader& reader) {
        const auto found = record_store::list(reader, {"", 0, true}, 10);
        ASSERT_EQ(found.total, 2);
        EXPECT_EQ(record_store::get(reader, found.ids)[0].entry.unitName, "乙厂");
        EXPECT_EQ(record_store::list(reader, {"fake.meeting", 3, false}, 10).total, 1);
        EXPECT_EQ(record_store::list(reader, {}, 2).total, 3);
    });
}

TEST_P(RecordsTest, ARemovedSubjectLeavesNothing) {
    putNames(put(1, "甲厂", "职工", {}), 3);
    put(2, "甲厂", "职工", 4);
    db().write([&](Writer& writer) { records.removeAll(writer, {"fake.meeting", 1}); });
    EXPECT_EQ(reported(1), 0);
    EXPECT_TRUE(of(1).empty());
    db().read([&](Reader& reader) { EXPECT_EQ(reader.scalar("SELECT COUNT(*) FROM participation_name"), 0); });
    EXPECT_EQ(reported(2), 4);
}

TEST_P(RecordsTest, OneEntryTakenBackTellsTheOwner) {
    const auto id = put(1, "甲厂", "职工", 40);
    put(1, "乙厂", "职工", 2);
    db().write([&](Writer& writer) { records.remove(writer, id, 1); });
    EXPECT_EQ(told[1].reported, 2);
    EXPECT_EQ(reported(1), 2);
}

TEST_P(RecordsTest, UnknownSubjectsAndEmptyUnitsAreRefused) {
    Entry entry;
    entry.unitName = "甲厂";
    EXPECT_THROW(db().write([&](Writer& writer) { records.put(writer, {"nobody.thing", 1}, entry); }), yanxun::Error);
    EXPECT_THROW(put(1, " ", "职工", 4), yanxun::Error);
    EXPECT_THROW(put(1, "甲厂", "职工", -1), yanxun::Error);
    EXPECT_THROW(records.registerSubject({"fake.meeting", "会议", "", {}, {}}), yanxun::Error);
}

TEST_P(RecordsTest, ManyEntriesGoInAsOneStream) {
    int made = 0;
    db().write([&](Writer& writer) {
        records.addMany(writer, "fake.meeting", [&](std::int64_t& subject, Entry& entry) {
            if (made == 12'345) return false;
            subject = 1 + made % 1000;
            entry.unitName = "单位" + std::to_string(made);
            entry.audience = "居民";
            entry.counted = 2;
            ++made;
            return true;
        });
    });
    EXPECT_EQ(reported(1), 13 * 2);
    EXPECT_EQ(reported(1000), 12 * 2);
    EXPECT_TRUE(told.empty()); // the owner already wrote the copies
}

TEST_P(RecordsTest, ACopyKeptByTheOwnerIsRightAfterAThousandChanges) {
    std::mt19937 random(20211101);
    std::vector<std::int64_t> ids;
    for (int i = 0; i < 1000; ++i) {
        const std::int64_t subject = 1 + random() % 5;
        const std::string unit = "单位" + std::to_string(random() % 4);
        const auto id =
            put(subject, unit, "职工", random() % 3 ? std::optional<std::int64_t>(random() % 90) : std::nullopt,
                random() % 4 == 0);
        if (random() % 3 == 0) putNames(id, static_cast<int>(random() % 6));
        if (random() % 9 == 0) {
            db().write(
                [&](Writer& writer) { records.remove(writer, id, record_store::get(writer, id)->entry.revision); });
        }
    }
    for (std::int64_t subject = 1; subject <= 5; ++subject) {
        std::int64_t sum = 0;
        bool estimated = false;
        for (const Entry& entry : of(subject)) {
            sum += entry.reported();
            estimated = estimated || (entry.counted && entry.estimated);
        }
        EXPECT_EQ(told[subject].reported, sum);
        EXPECT_EQ(told[subject].estimated, estimated);
        EXPECT_EQ(reported(subject), sum);
    }
}

class RecordsPlanTest : public ParticipationTest {};
INSTANTIATE_TEST_SUITE_P(Engines, RecordsPlanTest, ::testing::Values(yanxun::Engine::sqlite),
                         [](const auto&) { return "SQLite"; });

TEST_P(RecordsPlanTest, ListsAndTotalsAreReadFromAnIndex) {
    const auto plan = [&](const std::string& sql, const yanxun::Values& values) {
        std::string lines;
        db().read([&](Reader& reader) {
            reader.each("EXPLAIN QUERY PLAN " + sql, values, [&](const Row& row) { lines += row.str(3) + "\n"; });
        });
        return lines;
    };
    const auto differences = record_store::listStatement({"", 0, true}, 50);
    EXPECT_NE(plan(differences.sql, differences.values).find("participation_record_difference"), std::string::npos);
    EXPECT_EQ(plan(differences.sql, differences.values).find("TEMP B-TREE"), std::string::npos);
    const auto all = record_store::listStatement({}, 50);
    EXPECT_EQ(plan(all.sql, all.values).find("TEMP B-TREE"), std::string::npos);
    EXPECT_NE(plan("SELECT SUM(reported), MAX(estimated_reported) FROM participation_record WHERE subject_kind = ? "
                   "AND subject_id = ?",
                   {"fake.meeting", 1})
                  .find("COVERING INDEX participation_record_total"),
              std::string::npos);
}

} // namespace
} // namespace participation::testing
