// The drills' part of the yearly summary says what the figures of the screen say.
#include "core/drill_demo.h"
#include "core/drill_figures.h"
#include "core/drill_summary.h"
#include "drills_fixture.h"

#include <gmock/gmock.h>

namespace drills::testing {
namespace {

using ::testing::HasSubstr;
using yanxun::Period;
using yanxun::Reader;
using yanxun::ReportSection;
using yanxun::Writer;

class DrillSummaryTest : public DrillsTest {
protected:
    void put(yanxun::Date day, const char* mode, int people, std::optional<std::int64_t> score = {}) {
        DrillDraft one = draft("演练" + std::to_string(++made_), "甲单位", day);
        one.source = Source::imported;
        one.mode = mode;
        one.participants = people;
        one.ledgerScore = score;
        add(one);
    }
    ReportSection section(int year) {
        ReportSection made;
        db().read([&](Reader& reader) { made = drillSummary(words).make(reader, Period::year(year)); });
        return made;
    }
    std::int64_t figure(const std::string& id, int year) {
        std::int64_t value = -1;
        db().read([&](Reader& reader) {
            for (const auto& kind : figures(words)) {
                if (kind.id == id) value = kind.compute(reader, Period::year(year)).value;
            }
        });
        return value;
    }
    static std::string sentences(const ReportSection& section) {
        std::string all;
        for (const auto& sentence : section.sentences) all += sentence + "\n";
        return all;
    }

private:
    int made_ = 0;
};
YANXUN_ON_BOTH_ENGINES(DrillSummaryTest);

TEST_P(DrillSummaryTest, SaysTheYearInTheLedgersWords) {
    put({2021, 5, 3}, "实战", 20, 9210);
    put({2021, 5, 4}, "实战", 30, 8000);
    put({2021, 6, 1}, "示范", 7);
    put({2021, 6, 2}, "双盲", 9);
    put({2021, 6, 3}, "双盲", 9);
    put({2021, 6, 4}, "双盲", 9);
    const auto said = sentences(section(2021));
    EXPECT_THAT(said, HasSubstr("全年组织应急演练 6 次（双盲 3，实战 2，示范 1），参演 84 人次。"));
    EXPECT_THAT(said, HasSubstr("有评估得分的演练 2 次（优 1，良 1）。"));
    EXPECT_EQ(said.find("上年"), std::string::npos) << "nothing was held the year before";
}

TEST_P(DrillSummaryTest, PutsTheYearBeforeBesideIt) {
    put({2020, 5, 3}, "桌面", 50);
    put({2021, 5, 3}, "实战", 20);
    put({2021, 5, 4}, "实战", 20);
    EXPECT_THAT(sentences(section(2021)),
                HasSubstr("上年演练 1 次、参演 50 人次；本年次数比上年增加 1，人次比上年减少 10。"));
}

TEST_P(DrillSummaryTest, AnEmptyYearSaysSo) {
    const auto empty = section(2019);
    EXPECT_EQ(empty.sentences, std::vector<std::string>{"本期没有应急演练记录。"});
    EXPECT_TRUE(empty.tables.empty());
}

TEST_P(DrillSummaryTest, EveryNumberIsTheFigures) {
    db().write([&](Writer& writer) {
        neighbour->demo().fill(writer, {1, 2021}, yanxun::Progress::none());
        demoDrills(neighbour->units(), *records, rating).fill(writer, {1, 2021}, yanxun::Progress::none());
    });
    const auto made = section(2021);
    EXPECT_EQ(*made.fields.at(0).value.integer(), figure("drills.held", 2021));
    EXPECT_EQ(*made.fields.at(1).value.integer(), figure("drills.participants", 2021));
    for (const auto& table : made.tables) {
        std::int64_t sum = 0;
        table.rows.each([&](std::span<const yanxun::Value> cells) { sum += *cells[1].integer(); });
        EXPECT_EQ(sum, figure("drills.held", 2021)) << table.id;
    }
}

} // namespace
} // namespace drills::testing
