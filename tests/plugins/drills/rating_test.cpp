#include "core/answer_text.h"
#include "core/result_store.h"
#include "drills_fixture.h"

#include <yanxun/table/rows.h>

namespace drills::testing {
namespace {

using yanxun::Error;
using yanxun::Reader;
using yanxun::Writer;

class RatingTest : public DrillsTest {
protected:
    static Answers best(const ScoreSheet& sheet) {
        Answers answers;
        for (const auto& section : sheet.sections) {
            for (const auto& item : section.items) {
                std::string given = "是";
                if (item.style == ScoreStyle::level) given = item.levels.front().name;
                if (item.style == ScoreStyle::points) given = yanxun::cellText(item.full, yanxun::CellKind::hundredths);
                answers[item.no] = parseAnswer(item, given);
            }
        }
        return answers;
    }
    StoredResult rate(std::int64_t id, const Answers& answers) {
        StoredResult stored;
        const std::int64_t revision = get(id).revision;
        db().write([&](Writer& writer) { stored = rating.rate(writer, id, revision, sheet(), answers, "评估员", "好"); });
        return stored;
    }
    const ScoreSheet& sheet() { return rating.sheet("general-live"); }
};
YANXUN_ON_BOTH_ENGINES(RatingTest);

TEST_P(RatingTest, TheResultKeepsSheetVersionAndEveryAnswer) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    Answers answers = best(sheet());
    answers["2.3"] = {ItemState::notApplicable, "", false, "无备用通信"};
    answers["1.2"] = parseAnswer(*sheet().item("1.2"), "4.5");
    rate(id, answers);
    db().read([&](Reader& reader) {
        const auto newest = results::newest(reader, id);
        ASSERT_TRUE(newest);
        EXPECT_EQ(newest->version, 1);
        EXPECT_EQ(newest->sheetId, "general-live");
        EXPECT_EQ(newest->sheetVersion, 1);
        EXPECT_EQ(newest->evaluator, "评估员");
        EXPECT_EQ(newest->scoredOn, clock.today());
        ASSERT_EQ(newest->result.items.size(), 20u);
        Answers read;
        for (const ItemResult& item : newest->result.items) read[item.no] = item.answer;
        EXPECT_TRUE(rating.reproduces(*newest)) << "hash and number from what is stored";
        const ScoreResult again = score(sheet(), read);
        EXPECT_EQ(again.total, newest->result.total) << "computed again from what is stored";
        EXPECT_EQ(again.coverage, newest->result.coverage);
    });
    EXPECT_EQ(get(id).panelScore, 9950);
    EXPECT_EQ(get(id).panelGrade, "优");
    EXPECT_FALSE(get(id).ledgerScore) << "the ledger's score stands apart";
}

TEST_P(RatingTest, ScoringAgainAddsAVersionAndKeepsTheOldOne) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    rate(id, best(sheet()));
    Answers worse = best(sheet());
    worse["4.2"] = {ItemState::scored, "不符合", false, "遗漏一人"};
    EXPECT_EQ(rate(id, worse).version, 2);
    db().read([&](Reader& reader) {
        const auto all = results::of(reader, id);
        ASSERT_EQ(all.size(), 2u);
        EXPECT_EQ(all[0].result.verdict, Verdict::vetoed);
        EXPECT_EQ(all[1].result.total, 10000);
    });
    EXPECT_EQ(get(id).panelGrade, "差");
    EXPECT_EQ(get(id).panelScore, 9200);
}

TEST_P(RatingTest, BlankItemsBlockHandingIn) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 5, 3}));
    Answers answers = best(sheet());
    answers.erase("6.3");
    try {
        rate(id, answers);
        FAIL() << "accepted";
    } catch (const Error& error) {
        EXPECT_NE(std::string(error.what()).find("6.3"), std::string::npos);
    }
    EXPECT_FALSE(get(id).panelScore);
}

TEST_P(RatingTest, ADrillThatHasNotEndedIsNotScored) {
    const std::int64_t id = add(draft("防火演练", "晋安小学", {2021, 7, 1}));
    EXPECT_THROW(rate(id, best(sheet())), Error);
}

TEST_P(RatingTest, TheNewestVersionOfASheetIsUsed) {
    std::vector<ScoreSheet> two{sheet(), sheet()};
    two[1].version = 3;
    const RatingService service(two, *records);
    EXPECT_EQ(service.sheet("general-live").version, 3);
    EXPECT_EQ(service.sheet("general-live", 1).version, 1);
    EXPECT_THROW(service.sheet("none"), yanxun::NotFound);
}

} // namespace
} // namespace drills::testing
