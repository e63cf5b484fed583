// What becomes of rows that are known already.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class ModesTest : public ImportTest {
protected:
    std::string first = std::string(kHeader) + "1,消防,一中,2021-5-3,10,,旧\n2,防汛,二中,2021-5-4,20,,\n";
    std::string later = std::string(kHeader) + "1,消防,一中,2021-5-3,11,85.3,\n2,防汛,二中,2021-5-4,20,,\n3,地震,三中,2021-5-5,30,,\n";
};
YANXUN_ON_BOTH_ENGINES(ModesTest);

TEST_P(ModesTest, AddLeavesKnownRowsAlone) {
    import(csv(first));
    const auto result = import(csv(later));
    EXPECT_EQ(result.counts.created, 1);
    EXPECT_EQ(result.counts.skipped, 2);
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|10||旧", "防汛|二中|20210504|20||", "地震|三中|20210505|30||"));
}

TEST_P(ModesTest, UpdateChangesWhatDiffersAndBlankCellsChangeNothing) {
    import(csv(first));
    const auto plan = planOf(csv(later), mode(ImportMode::update));
    ASSERT_EQ(plan.rows[0].action, ImportAction::update);
    ASSERT_EQ(plan.rows[0].changes.size(), 2u);
    EXPECT_EQ(plan.rows[0].changes[0].before, "10");
    EXPECT_EQ(plan.rows[0].changes[0].after, "11");
    EXPECT_EQ(plan.rows[0].changes[1].after, "85.3");
    EXPECT_EQ(plan.rows[1].action, ImportAction::skip);
    const auto result = importer.commit(kind, plan);
    EXPECT_EQ(result.counts.updated, 1);
    EXPECT_EQ(result.counts.created, 1);
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|11|8530|旧", "防汛|二中|20210504|20||", "地震|三中|20210505|30||"));
}

TEST_P(ModesTest, FillWritesOnlyWhatWasBlank) {
    import(csv(first));
    const auto result = import(csv(later), mode(ImportMode::fill));
    EXPECT_EQ(result.counts.updated, 1);
    EXPECT_EQ(result.counts.skipped, 1);
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|10|8530|旧", "防汛|二中|20210504|20||", "地震|三中|20210505|30||"));
}

TEST_P(ModesTest, NocheckMakesEveryRowNew) {
    import(csv(first));
    const auto doubled = import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,1,,\n2,消防,一中,2021-5-3,2,,\n"), mode(ImportMode::nocheck));
    EXPECT_EQ(doubled.counts.created, 2);
    EXPECT_EQ(count("sample_visit"), 4);
}

TEST_P(ModesTest, ARecordThatWaitsForItsRowIsCompletedInEveryMode) {
    db().write([](Writer& writer) {
        writer.insert("sample_visit", {{"key_text", "消防|一中|20210503"}, {"name", "消防"}, {"unit", "一中"}, {"day", 20210503}, {"draft", 1}});
    });
    const auto result = import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n"));
    EXPECT_EQ(result.counts.updated, 1);
    EXPECT_THAT(visits(), ElementsAre("消防|一中|20210503|10||"));
    EXPECT_EQ(import(csv(std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n")).counts.skipped, 1);
}

TEST_P(ModesTest, TheSameFileTwiceWritesNothingAndSaysWhen) {
    const auto file = csv(first);
    EXPECT_GT(import(file).batch, 0);
    const auto changes = [&] {
        std::int64_t number = 0;
        db().read([&](Reader& reader) { number = reader.changeNumber(); });
        return number;
    };
    const auto before = changes();
    const auto plan = planOf(file);
    EXPECT_THAT(sentence(plan.notes, "file.imported_before"), HasSubstr("2021年6月30日"));
    const auto again = importer.commit(kind, plan);
    EXPECT_EQ(again.batch, 0);
    EXPECT_EQ(again.counts.created, 0);
    EXPECT_EQ(again.counts.skipped, 2);
    EXPECT_EQ(changes(), before);
    EXPECT_EQ(count("import_batch"), 1);
}

TEST_P(ModesTest, TheKindsOwnOptionsAreKeptWithTheBatch) {
    ImportOptions options;
    options.own["unknown-units"] = "refuse";
    EXPECT_EQ(options.choice("unknown-units"), "refuse");
    EXPECT_EQ(options.choice("other"), "");
    import(csv(first), options);
    db().read([](Reader& reader) { EXPECT_EQ(reader.scalarText("SELECT options FROM import_batch"), "unknown-units=refuse\n"); });
}

} // namespace import_test
