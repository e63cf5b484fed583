#include "core/duty/duty_figures.h"
#include "core/duty_verbs.h"
#include "core/rollup/capability_view.h"
#include "core/rollup/self_assessment.h"
#include "core/unit_marks.h"
#include "duty_fixture.h"

#include <algorithm>

namespace drills::testing {
namespace {

using yanxun::Date;
using yanxun::Error;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class DutyRollupTest : public DutyTest {
protected:
    std::int64_t held(const std::string& name, Date day, const char* mode, std::optional<std::int64_t> score) {
        DrillDraft one = draft(name, "甲单位", day);
        one.mode = mode;
        one.ledgerScore = score;
        one.source = Source::imported;
        return add(one);
    }
    yanxun::FigureResult compute(const std::string& id, const Period& period = Period::year(2021)) {
        yanxun::FigureResult result;
        const auto kind = figure(id);
        db().read([&](Reader& reader) { result = kind.compute(reader, period); });
        return result;
    }
    std::int64_t rows(const std::string& id, const std::string& key = {}) {
        std::int64_t number = 0;
        const auto kind = figure(id);
        db().read([&](Reader& reader) { kind.rows(reader, Period::year(2021), key).each([&](auto) { ++number; }); });
        return number;
    }
    yanxun::FigureKind figure(const std::string& id) {
        for (auto& kind : dutyFigures(duties, words, clock)) {
            if (kind.id == id) return kind;
        }
        throw std::out_of_range(id);
    }
};
YANXUN_ON_BOTH_ENGINES(DutyRollupTest);

TEST_P(DutyRollupTest, SharesAreOfAllDrillsThatCountAndOpenTheirRows) {
    held("一", {2021, 3, 1}, "实战", 9000);
    held("二", {2021, 4, 1}, "双盲", 8000);
    held("三", {2021, 5, 1}, "桌面", 7010);
    held("四", {2021, 6, 1}, "", {});
    held("去年", {2020, 6, 1}, "实战", 1000);
    EXPECT_EQ(compute("drills.live_share").value, 5000) << "双盲 is 实战";
    EXPECT_EQ(rows("drills.live_share"), 2);
    EXPECT_EQ(compute("drills.blind_share").value, 2500);
    EXPECT_EQ(rows("drills.blind_share"), 1);
    EXPECT_NE(compute("drills.blind_share").note.find("形式未注明 1 场"), std::string::npos);
    EXPECT_EQ(compute("drills.median_score").value, 8000);
    EXPECT_EQ(rows("drills.median_score"), 3);
    held("五", {2021, 6, 2}, "", 7020);
    EXPECT_EQ(compute("drills.median_score").value, 7510) << "of an even number the mean of the two in the middle";
    EXPECT_EQ(compute("drills.median_score", Period::year(1999)).value, 0);
    held("六", {2019, 6, 2}, "", 7000);
    const auto across = compute("drills.median_score");
    ASSERT_EQ(across.series.size(), 3u) << "2017 and 2018 have no score";
    EXPECT_EQ(across.series[0].key, "2019");
    EXPECT_EQ(across.series[0].value, 7000);
    EXPECT_EQ(across.series[2].value, 7510);
    EXPECT_NE(across.note.find("2019 年 70 分"), std::string::npos) << across.note;
    EXPECT_EQ(rows("drills.median_score", "2019"), 1);
    EXPECT_EQ(rows("drills.median_score", "2021"), 4);
    EXPECT_EQ(compute("drills.vetoes").value, 0);
}

TEST_P(DutyRollupTest, PlanCoverageLooksBackOneTwoAndThreeYears) {
    unit("甲单位", "企业");
    std::vector<std::int64_t> plans;
    for (const char* title : {"火灾专项", "泄漏专项", "中毒专项", "停电专项"}) {
        write([&](Writer& writer) { plans.push_back(duties.addPlan(writer, "甲单位", "专项", title, "")); });
    }
    for (int i = 0; i < 3; ++i) {
        const auto drill = held("演练" + std::to_string(i), {2021 - i, 4, 1}, "实战", {});
        write([&](Writer& writer) { duties.link(writer, drill, plans[std::size_t(i)], true); });
    }
    const auto result = compute("drills.plan_coverage");
    ASSERT_EQ(result.series.size(), 3u);
    EXPECT_EQ(result.value, 2500);
    EXPECT_EQ(result.series[1].value, 5000);
    EXPECT_EQ(result.series[2].value, 7500);
    EXPECT_EQ(rows("drills.plan_coverage", "2"), 4) << "those never drilled too";
}

TEST_P(DutyRollupTest, SelfAssessmentsStandBesideTheScoreAndNeverInIt) {
    const auto drill = held("疏散", {2021, 3, 1}, "实战", 9000);
    SelfAssessment one{0, 0, drill, Audience::participants, "甲单位", 30, 9500, ""};
    write([&](Writer& writer) { selves::put(writer, one); });
    one.source = "乙单位";
    one.people = 10;
    one.score = 7000;
    write([&](Writer& writer) { selves::put(writer, one); });
    one.audience = Audience::publicPeople;
    write([&](Writer& writer) { selves::put(writer, one); });
    db().read([&](Reader& reader) {
        const auto all = selves::of(reader, drill);
        ASSERT_EQ(all.size(), 3u);
        EXPECT_EQ(summaryOf(all, Audience::participants).mean, 8880) << "88.75 by people, half up to 0.1";
        EXPECT_EQ(summaryOf(all, Audience::publicPeople).people, 10);
    });
    EXPECT_EQ(get(drill).score(), 9000);
    one.score = 10'001;
    EXPECT_THROW(write([&](Writer& writer) { selves::put(writer, one); }), Error);
    one.score = 9000;
    one.people = 0;
    EXPECT_THROW(write([&](Writer& writer) { selves::put(writer, one); }), Error);
    one.people = 3;
    one.drillId = add(draft("以后的", "甲单位", {2021, 12, 1}));
    EXPECT_THROW(write([&](Writer& writer) { selves::put(writer, one); }), Error) << "not held yet";
    write([&](Writer& writer) { service.remove(writer, drill, get(drill).revision); });
    EXPECT_EQ(count("SELECT count(*) FROM drills_self_assessment"), 0);
}

TEST_P(DutyRollupTest, MarksNeverStandAlone) {
    db().read([&](Reader& reader) {
        std::vector<std::string> columns;
        for (const auto& column : unitMarkRows(unitMarks(reader, duties, 2021, {2021, 12, 31})).columns)
            columns.push_back(column.id);
        for (const char* beside : {"duties_rate", "plans_rate", "closed_rate", "repeats", "vetoes"}) {
            EXPECT_NE(std::find(columns.begin(), columns.end(), beside), columns.end()) << beside;
        }
    });
}

TEST(CapabilityView, TellsItemsInTheWordsOfHseepAndSaysThatTheMappingIsOurs) {
    ScoreSheet sheet;
    ScoreSection section;
    section.title = "处置";
    StoredResult stored;
    stored.version = 2;
    const auto item = [&](const char* no, std::int64_t points, VetoState veto) {
        ScoreItem one;
        one.no = no;
        one.full = 1000;
        section.items.push_back(one);
        ItemResult result;
        result.no = no;
        result.full = 1000;
        result.points = points;
        result.veto = veto;
        stored.result.items.push_back(result);
    };
    item("1", 900, VetoState::none);
    item("2", 700, VetoState::none);
    item("3", 400, VetoState::overturned);
    item("4", 399, VetoState::none);
    sheet.sections = {section};
    const auto view = capabilityView(sheet, stored);
    ASSERT_EQ(view.lines.size(), 5u);
    EXPECT_EQ(view.lines[1].performance, Performance::performed);
    EXPECT_EQ(view.lines[2].performance, Performance::some);
    EXPECT_EQ(view.lines[3].performance, Performance::major);
    EXPECT_EQ(view.lines[4].performance, Performance::unable);
    EXPECT_EQ(view.lines[0].attainment, Attainment::missed) << "59.9 %";
    EXPECT_EQ(performanceOf(10'000, true), Performance::unable) << "a confirmed veto";
    EXPECT_EQ(attainmentOf(10'000, true), Attainment::missed);
    EXPECT_EQ(attainmentOf(8'000, false), Attainment::reached);
    EXPECT_EQ(attainmentOf(6'000, false), Attainment::mostly);
    EXPECT_NE(capabilityNote().find("自拟换算"), std::string::npos);
}

} // namespace
} // namespace drills::testing
