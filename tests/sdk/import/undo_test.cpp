// Taking a batch back: what nobody touched since goes, what somebody did stays and is named.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class UndoTest : public ImportTest {
protected:
    std::string text = std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n2,防汛,一中,2021-5-4,20,,\n3,地震,二中,2021-5-5,30,,\n";
};
YANXUN_ON_BOTH_ENGINES(UndoTest);

TEST_P(UndoTest, NothingOfTheBatchStaysAndImportingAgainGivesTheSame) {
    const auto file = csv(text);
    const auto first = import(file);
    const auto undone = importer.undo(kind, first.batch);
    EXPECT_EQ(undone.removed, 5); // three visits, two units
    EXPECT_THAT(undone.kept, IsEmpty());
    EXPECT_THAT(undone.remarks, IsEmpty());
    EXPECT_EQ(count("sample_visit"), 0);
    EXPECT_EQ(count("sample_unit"), 0); // the one that two rows share, too
    db().read([&](Reader& reader) { EXPECT_EQ(importer.batches(reader).at(0).undoneAt, clock.now()); });
    const auto again = planOf(file);
    EXPECT_EQ(again.counts.created, 3);
    EXPECT_EQ(sentence(again.notes, "file.imported_before"), "");
    EXPECT_EQ(importer.commit(kind, again).counts.created, first.counts.created);
}

TEST_P(UndoTest, ASecondUndoIsRefused) {
    const auto batch = import(csv(text)).batch;
    importer.undo(kind, batch);
    EXPECT_THAT(refusal<Conflict>([&] { importer.undo(kind, batch); }), HasSubstr("2021年6月30日"));
    EXPECT_FALSE(refusal<NotFound>([&] { importer.undo(kind, 99); }).empty());
}

TEST_P(UndoTest, ABatchOfAnotherKindIsRefused) {
    struct Other final : ImportKind {
        ImportInfo other{"sample.other", "另一种", {}, {}};
        const ImportInfo& info() const override { return other; }
        std::unique_ptr<ImportPlanner> planner(Reader&, const ImportOptions&) override { return nullptr; }
        void apply(Writer&, const ImportRow&, const ImportOptions&, ImportRecorder&) override {}
        std::string undoCreated(Writer&, const ImportedRecord&) override { return {}; }
    } other;
    const auto batch = import(csv(text)).batch;
    EXPECT_THAT(refusal([&] { importer.undo(other, batch); }), HasSubstr("sample.visits"));
}

TEST_P(UndoTest, EditedRowsAreKeptAndNamed) {
    const auto batch = import(csv(text)).batch;
    edit("防汛", "补充");
    const auto undone = importer.undo(kind, batch);
    ASSERT_EQ(undone.kept.size(), 1u);
    EXPECT_THAT(undone.kept[0], HasSubstr("第 3 行"));
    EXPECT_THAT(visits(), ElementsAre("防汛|一中|20210504|20||补充"));
    EXPECT_THAT(units(), ElementsAre("一中|防汛")); // in use, and what the kept row did to it stays
    EXPECT_EQ(undone.remarks.size(), 1u);
}

TEST_P(UndoTest, RecordsChangedOnTheWayGetTheirOldValuesBack) {
    import(csv(std::string(kHeader) + "1,停电,一中,2021-4-1,1,,\n", "a.csv"));
    const auto batch = import(csv(text)).batch;
    EXPECT_THAT(units(), ElementsAre("一中|防汛", "二中|地震"));
    const auto undone = importer.undo(kind, batch);
    EXPECT_EQ(undone.removed, 4);
    EXPECT_EQ(undone.restored, 2);
    EXPECT_THAT(undone.remarks, IsEmpty());
    EXPECT_THAT(units(), ElementsAre("一中|停电"));
}

TEST_P(UndoTest, UpdatedRowsGetTheirOldValuesBack) {
    import(csv(text));
    const auto batch = import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,11,85.3,\"新\n\"\"行\"\"\"\n", "b.csv"), mode(ImportMode::update)).batch;
    EXPECT_EQ(visits()[0].substr(0, 34), std::string("消防|一中|20210503|11|8530|新").substr(0, 34));
    const auto undone = importer.undo(kind, batch);
    EXPECT_EQ(undone.restored, 1);
    EXPECT_EQ(undone.removed, 0);
    EXPECT_EQ(visits()[0], "消防|一中|20210503|10||");
}

TEST_P(UndoTest, FilledAndCompletedRowsGoBackToo) {
    db().write([](Writer& writer) {
        writer.insert("sample_visit", {{"key_text", "消防|一中|20210503"}, {"name", "消防"}, {"unit", "一中"}, {"day", 20210503}, {"note", "引\"号\\"}, {"draft", 1}});
    });
    const auto batch = import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,10,,新\n")).batch;
    EXPECT_EQ(visits()[0], "消防|一中|20210503|10||新");
    importer.undo(kind, batch);
    EXPECT_EQ(visits()[0], "消防|一中|20210503|||引\"号\\");
}

TEST_P(UndoTest, RecordsALaterBatchChangedAreKept) {
    const auto first = import(csv(text)).batch;
    const auto second = import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,11,,\n", "b.csv"), mode(ImportMode::update)).batch;
    EXPECT_EQ(importer.undo(kind, second).restored, 1);
    EXPECT_EQ(importer.undo(kind, first).kept.size(), 1u); // its revision tells that it was touched
}

TEST_P(UndoTest, RecordsDeletedSinceAreNoObstacle) {
    const auto batch = import(csv(text)).batch;
    db().write([](Writer& writer) { writer.remove("sample_visit", writer.scalar("SELECT id FROM sample_visit WHERE name = ?", {"消防"}), 1); });
    const auto undone = importer.undo(kind, batch);
    EXPECT_THAT(undone.kept, IsEmpty());
    EXPECT_EQ(count("sample_visit"), 0);
    EXPECT_EQ(count("sample_unit"), 0);
}

TEST_P(UndoTest, WhatARowBroughtAlongAndOthersUseStaysAsARemark) {
    const auto batch = import(csv(text)).batch;
    import(csv(std::string(kHeader) + "1,停电,二中,2021-7-1,1,,\n", "b.csv"));
    const auto undone = importer.undo(kind, batch);
    EXPECT_THAT(undone.kept, IsEmpty());
    ASSERT_EQ(undone.remarks.size(), 1u);
    EXPECT_THAT(undone.remarks[0], HasSubstr("第 4 行"));
    EXPECT_EQ(count("sample_unit"), 1);
}

TEST_P(UndoTest, StoppingAnUndoLeavesAllAsItWas) {
    const auto batch = import(csv(text)).batch;
    StopAfter soon(1);
    EXPECT_FALSE(refusal<Cancelled>([&] { importer.undo(kind, batch, soon); }).empty());
    EXPECT_EQ(count("sample_visit"), 3);
    EXPECT_EQ(importer.undo(kind, batch).removed, 5);
}

} // namespace import_test
