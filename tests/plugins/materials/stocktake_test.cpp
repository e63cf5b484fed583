#include "materials_fixture.h"

namespace materials::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class StocktakeTest : public MaterialsTest {
protected:
    StocktakeTest() {
        receive({2021, 1, 5}, "手册", 100);
        receive({2021, 1, 5}, "折页", 50);
        db().write([&](Writer& writer) { place = locations::firstWarehouse(writer)->id; });
    }
    std::int64_t begin(bool blind = false) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = stocktakes.begin(writer, place, blind, {}); });
        return id;
    }
    void count(std::int64_t stocktake, const std::string& item, std::int64_t found, std::optional<yanxun::Millis> at = {}) {
        db().write([&](Writer& writer) { stocktakes.count(writer, stocktake, items::findByName(writer, item)->id, 0, found, at, "破损"); });
    }
    std::int64_t postIt(std::int64_t stocktake) {
        std::int64_t id = 0;
        db().write([&](Writer& writer) { id = stocktakes.post(writer, stocktake); });
        return id;
    }
    std::int64_t place = 0;
};
YANXUN_ON_BOTH_ENGINES(StocktakeTest);

TEST_P(StocktakeTest, TheDifferenceIsPostedAndNothingElse) {
    const auto id = begin();
    count(id, "手册", 93);
    count(id, "折页", 52);
    const Document posted = get(postIt(id));
    EXPECT_EQ(posted.type, DocumentType::adjustment);
    EXPECT_EQ(held("手册"), 93);
    EXPECT_EQ(held("折页"), 52);
    EXPECT_THAT(problems(), IsEmpty());
    EXPECT_THAT(refusal([&] { count(id, "手册", 1); }), HasSubstr("不能再改"));
}

TEST_P(StocktakeTest, StockMayMoveWhilePeopleCount) {
    const auto id = begin();
    count(id, "手册", 98);
    clock.set(clock.now() + 3'600'000);
    issue(clock.today(), "手册", 40);
    postIt(id);
    EXPECT_EQ(held("手册"), 58) << "two were missing when it was counted";
}

TEST_P(StocktakeTest, ASlipOfAnEarlierDayChangesWhatTheBooksSaid) {
    const auto id = begin();
    count(id, "手册", 90);
    issue({2021, 6, 1}, "手册", 10); // found out after the count, dated before it
    EXPECT_EQ(postIt(id), 0) << "the books agree now";
    EXPECT_EQ(held("手册"), 90);
}

TEST_P(StocktakeTest, ALaterSlipThatNeedsTheMissingOnesIsNamed) {
    const auto id = begin();
    count(id, "手册", 20);
    clock.set(clock.now() + 3'600'000);
    const std::string later = get(issue(clock.today(), "手册", 60)).number;
    const std::string sentence = refusal([&] { postIt(id); });
    EXPECT_THAT(sentence, HasSubstr("会短缺 40 份"));
    EXPECT_THAT(sentence, HasSubstr(later));
    EXPECT_EQ(held("手册"), 40);
}

TEST_P(StocktakeTest, OneAtATimeAndOnlyWithCounts) {
    const auto id = begin();
    EXPECT_THROW(begin(), yanxun::Conflict);
    EXPECT_THAT(refusal([&] { postIt(id); }), HasSubstr("还没有填写"));
    db().write([&](Writer& writer) { stocktakes.cancel(writer, id); });
    EXPECT_NE(begin(true), id);
    EXPECT_EQ(held("手册"), 100);
}

TEST_P(StocktakeTest, ABlindSheetHidesTheBooksUntilItIsPosted) {
    const auto id = begin(true);
    count(id, "手册", 93);
    const auto bookOf = [&] {
        std::string book;
        db().read([&](Reader& reader) {
            const auto report = stocktakeReport(reader, id, {{}, 0, {}});
            report.sections.front().tables.front().rows.each([&](std::span<const yanxun::Value> cells) {
                book += yanxun::cellText(cells[3], yanxun::CellKind::integer) + "|";
            });
        });
        return book;
    };
    EXPECT_EQ(bookOf(), "||");
    postIt(id);
    EXPECT_THAT(bookOf(), HasSubstr("100|"));
}

TEST_P(StocktakeTest, WrongCountsAreRefused) {
    const auto id = begin();
    EXPECT_THAT(refusal([&] { count(id, "手册", -1); }), HasSubstr("不能小于 0"));
    EXPECT_THAT(refusal([&] { count(id, "手册", 1, clock.now() + 1); }), HasSubstr("不能晚于现在"));
}

} // namespace
} // namespace materials::testing
