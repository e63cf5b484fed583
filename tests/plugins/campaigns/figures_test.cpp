#include "core/figures.h"
#include "core/statistics_store.h"
#include "small_district.h"

namespace campaigns::testing {
namespace {

using ::testing::ElementsAre;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class FiguresTest : public SmallDistrict {
protected:
    void SetUp() override {
        SmallDistrict::SetUp();
        for (auto& kind : figures(coverage)) kinds.emplace(kind.id, std::move(kind));
        PostDraft film;
        film.title = "微课堂";
        film.platform = "抖音";
        film.publishedOn = {2021, 5, 12};
        PostDraft push = film;
        push.channel = "推送";
        push.title = "图文";
        db().write([&](Writer& writer) {
            posts.add(writer, film);
            posts.add(writer, push);
        });
    }
    FigureResult compute(const std::string& id, const Period& period = Period::year(2021)) {
        FigureResult result;
        db().read([&](Reader& reader) { result = kinds.at(id).compute(reader, period); });
        return result;
    }
    std::int64_t behind(const std::string& id, const std::string& key = {}) {
        std::int64_t rows = 0;
        db().read([&](Reader& reader) {
            const auto source = kinds.at(id).rows(reader, Period::year(2021), key);
            source.each([&](std::span<const yanxun::Value> cells) {
                ASSERT_EQ(cells.size(), source.columns.size());
                ++rows;
            });
        });
        return rows;
    }
    std::map<std::string, yanxun::FigureKind> kinds;
};
YANXUN_ON_BOTH_ENGINES(FiguresTest);

TEST_P(FiguresTest, ActivitiesAreThoseHeldAndOpenToTheirRows) {
    const FigureResult result = compute("campaigns.activities");
    EXPECT_EQ(result.value, 7);
    EXPECT_EQ(result.previous, 1);
    EXPECT_EQ(result.note, "微视频 1 条");
    EXPECT_EQ(behind("campaigns.activities"), 7);
    EXPECT_EQ(kinds.at("campaigns.activities").order, 20);
}

TEST_P(FiguresTest, EveryPointOpensToAsManyRows) {
    for (const char* id : {"campaigns.by_category", "campaigns.by_month"}) {
        const FigureResult result = compute(id);
        EXPECT_EQ(result.value, 7) << id;
        for (const auto& point : result.series) EXPECT_EQ(behind(id, point.key), point.value) << id << point.key;
    }
    EXPECT_EQ(compute("campaigns.by_month").series.size(), 12u);
    EXPECT_EQ(kinds.at("campaigns.by_month").legend, "宣传");
    EXPECT_EQ(compute("campaigns.by_category").series[0].key, "进企业");
}

TEST_P(FiguresTest, AnActivityOfSeveralCategoriesCountsByItsPrimaryOne) {
    const auto series = compute("campaigns.by_category").series;
    std::vector<std::int64_t> values;
    for (const auto& point : series) values.push_back(point.value);
    EXPECT_THAT(values, ElementsAre(3, 2, 1, 0, 1));
}

TEST_P(FiguresTest, FilmsAreCountedWithoutOtherChannels) {
    EXPECT_EQ(compute("campaigns.videos").value, 1);
    EXPECT_EQ(behind("campaigns.videos"), 1);
    EXPECT_EQ(compute("campaigns.videos", {{2021, 5, 13}, {2021, 5, 31}}).value, 0);
}

TEST_P(FiguresTest, CoverageIsAMatrixWhoseCellsOpenToUnits) {
    const FigureResult result = compute("campaigns.coverage");
    EXPECT_EQ(result.value, 5000);
    EXPECT_EQ(result.note, "应覆盖 12 · 已覆盖 6");
    ASSERT_EQ(result.matrix.rows.size(), 2u);
    ASSERT_EQ(result.matrix.columns.size(), 5u);
    ASSERT_EQ(result.matrix.cells.size(), 10u);
    EXPECT_EQ(result.matrix.rows[0].key, "青岭镇");
    EXPECT_EQ(result.matrix.cells[0].expected, 2);
    EXPECT_EQ(result.matrix.cells[0].reached, 1);
    std::size_t at = 0;
    for (const auto& point : result.series) EXPECT_EQ(behind("campaigns.coverage", point.key), result.matrix.cells[at++].expected);
    EXPECT_EQ(behind("campaigns.coverage"), 12);
}

TEST_P(FiguresTest, AnEmptyDatabaseGivesNothing) {
    const Period empty = Period::year(2010);
    for (const auto& [id, kind] : kinds) {
        if (id == "campaigns.coverage") continue;
        EXPECT_EQ(compute(id, empty).value, 0) << id;
        EXPECT_FALSE(compute(id, empty).previous) << id;
    }
}

TEST_P(FiguresTest, GroupsAreReadFromTheIndexAlone) {
    if (db().engine() == yanxun::Engine::postgresql) return; // a handful of rows is never worth an index there
    for (const GroupBy by : {GroupBy::month, GroupBy::category, GroupBy::region}) {
        db().read([&](Reader& reader) {
            const auto statement = statistics::groupStatement(Period::year(2021), by);
            std::string plan;
            reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                        [&](const yanxun::Row& row) { plan += row.str(3) + '\n'; });
            EXPECT_NE(plan.find("COVERING INDEX campaigns_by_"), std::string::npos) << plan;
        });
    }
}

} // namespace
} // namespace campaigns::testing
