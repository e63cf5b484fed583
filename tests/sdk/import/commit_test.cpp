// What was previewed is what is written, all of it or nothing.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class CommitTest : public ImportTest {
protected:
    std::string text = std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n2,防汛,二中,2021-5-4,20,,\n";
};
YANXUN_ON_BOTH_ENGINES(CommitTest);

TEST_P(CommitTest, ADryRunWritesNothing) {
    ImportPlan plan;
    const auto result = importer.run(kind, csv(text), {}, {}, true, plan);
    EXPECT_EQ(result.counts.created, 2);
    EXPECT_EQ(result.batch, 0);
    EXPECT_EQ(count("sample_visit"), 0);
    EXPECT_EQ(count("import_batch"), 0);
}

TEST_P(CommitTest, DataChangedSinceThePreviewAsksToPreviewAgain) {
    const auto plan = planOf(csv(text));
    import(csv(std::string(kHeader) + "1,防汛,二中,2021-5-4,99,,\n", "b.csv"));
    EXPECT_THAT(refusal<Conflict>([&] { importer.commit(kind, plan); }), HasSubstr("重新预览"));
    EXPECT_EQ(count("sample_visit"), 1);
}

TEST_P(CommitTest, ChangesThatDoNotTouchThePlanDoNotStopIt) {
    import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n", "a.csv"));
    const auto plan = planOf(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,11,,\n", "c.csv"), mode(ImportMode::update));
    edit("消防", "备注"); // a column the plan leaves alone: only the revision is another
    EXPECT_EQ(importer.commit(kind, plan).counts.updated, 1);
    EXPECT_THAT(visits(), ::testing::ElementsAre("消防|一中|20210503|11||备注"));
}

TEST_P(CommitTest, StoppingLeavesNothing) {
    const auto plan = planOf(csv(text));
    StopAfter soon(1), atTheEnd(2);
    EXPECT_FALSE(refusal<Cancelled>([&] { importer.commit(kind, plan, soon); }).empty());
    EXPECT_FALSE(refusal<Cancelled>([&] { importer.commit(kind, plan, atTheEnd); }).empty());
    for (const char* table : {"sample_visit", "sample_unit", "import_batch", "import_record"}) EXPECT_EQ(count(table), 0) << table;
    EXPECT_EQ(importer.commit(kind, plan).counts.created, 2);
}

TEST_P(CommitTest, ARowThatCannotBeWrittenIsNamedAndNothingStays) {
    kind.throwAtRow = 3;
    const auto plan = planOf(csv(text));
    EXPECT_THAT(refusal<Conflict>([&] { importer.commit(kind, plan); }), HasSubstr("第 3 行"));
    EXPECT_EQ(count("sample_visit"), 0);
    EXPECT_EQ(count("import_batch"), 0);
}

TEST_P(CommitTest, TheBatchRemembersFileSheetCountsAndWho) {
    const auto result = import(csv(text + "3,,三中,2021-5-5,1,,\n"));
    db().read([&](Reader& reader) {
        const auto batches = importer.batches(reader);
        ASSERT_EQ(batches.size(), 1u);
        EXPECT_EQ(batches[0].id, result.batch);
        EXPECT_EQ(batches[0].kind, "sample.visits");
        EXPECT_EQ(batches[0].file, "走访台账.csv"); // the folder is nobody's business
        EXPECT_EQ(batches[0].sha256.size(), 64u);
        EXPECT_EQ(batches[0].who, db().who());
        EXPECT_EQ(batches[0].at, clock.now());
        EXPECT_EQ(batches[0].counts.read, 3);
        EXPECT_EQ(batches[0].counts.created, 2);
        EXPECT_EQ(batches[0].counts.errors, 1);
        EXPECT_FALSE(batches[0].undoneAt);
    });
    EXPECT_EQ(importer.kindOf(result.batch), "sample.visits");
    EXPECT_FALSE(refusal<NotFound>([&] { importer.kindOf(77); }).empty());
    reopen();
    Importer other(db());
    EXPECT_EQ(other.kindOf(result.batch), "sample.visits");
}

TEST_P(CommitTest, AFileWithoutRecordsWritesNothing) {
    const auto result = import(csv(kHeader));
    EXPECT_EQ(result.counts.read, 0);
    EXPECT_EQ(result.batch, 0);
    EXPECT_THAT(visits(), IsEmpty());
}

} // namespace import_test
