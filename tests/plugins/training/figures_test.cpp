#include "core/class_filter.h"
#include "core/class_list_store.h"
#include "core/statistics_store.h"
#include "core/training_figures.h"
#include "training_fixture.h"

#include <map>

namespace training::testing {
namespace {

using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class FiguresTest : public TrainingTest {
protected:
    FiguresTest() {
        for (auto& kind : figures(archive))
            kinds.emplace(kind.id, std::move(kind));
        put("2021-001", {2021, 5, 3}, "线下", 40);
        put("2021-002", {2021, 5, 31}, "线上", 35);
        put("2021-003", {2021, 6, 1}, "混合", 7);
        put("2021-004", {2021, 12, 31}, "网络", 100);
        put("2021-005", {2021, 1, 1}, "", 5);
        put("2020-001", {2020, 6, 1}, "线下", 50);
        const auto dropped = put("2021-006", {2021, 5, 9}, "线下", 12);
        db().write([&](Writer& writer) {
            classes.step(writer, dropped, store::get(writer, dropped).revision, Status::cancelled, "停电");
            classes.add(writer, draft("2021-007", "恒业化工", {2021, 8, 1}));
        });
    }
    std::int64_t put(const char* number, yanxun::Date day, const char* mode, std::int64_t people) {
        ClassDraft one = draft(number, "恒业化工", day);
        one.source = Source::imported;
        one.mode = mode;
        one.attended = people;
        one.passed.reset();
        return add(one);
    }
    FigureResult compute(const std::string& id, const Period& period = Period::year(2021)) {
        FigureResult result;
        db().read([&](Reader& reader) { result = kinds.at(id).compute(reader, period); });
        return result;
    }
    /// Classes and people behind a point.
    std::pair<std::int64_t, std::int64_t> behind(const std::string& id, const std::string& key,
                                                 const Period& period = Period::year(2021)) {
        std::pair<std::int64_t, std::int64_t> sum{0, 0};
        db().read([&](Reader& reader) {
            const auto rows = kinds.at(id).rows(reader, period, key);
            std::size_t people = 0;
            while (rows.columns[people].id != "attended")
                ++people;
            rows.each([&](std::span<const yanxun::Value> cells) {
                ASSERT_EQ(cells.size(), rows.columns.size());
                ++sum.first;
                sum.second += *cells[people].integer();
            });
        });
        return sum;
    }
    std::map<std::string, yanxun::FigureKind> kinds;
};
YANXUN_ON_BOTH_ENGINES(FiguresTest);

TEST_P(FiguresTest, CountTheYearAndLookBack) {
    EXPECT_EQ(compute("training.offline").value, 3) << "one that does not tell and a mixed one included";
    EXPECT_EQ(compute("training.offline").previous, 1);
    EXPECT_NE(compute("training.offline").note.find("含混合 1 次"), std::string::npos);
    EXPECT_EQ(compute("training.online").value, 2);
    EXPECT_EQ(compute("training.online").previous, 0);
    EXPECT_EQ(compute("training.attended").value, 187);
    EXPECT_EQ(compute("training.attended").previous, 50);
    EXPECT_FALSE(compute("training.offline", Period::year(2020)).previous);
    EXPECT_EQ(compute("training.attended", Period::year(1999)).value, 0);
    EXPECT_EQ(compute("training.attended", Period::year(1999)).note, "");
}

TEST_P(FiguresTest, MonthsWithoutAClassAreSeen) {
    const auto months = compute("training.by_month");
    ASSERT_EQ(months.series.size(), 12u);
    EXPECT_EQ(months.series[4].value, 2);
    EXPECT_EQ(months.series[6].value, 0);
    EXPECT_EQ(months.value, 5);
    EXPECT_EQ(kinds.at("training.by_month").legend, "培训");
}

TEST_P(FiguresTest, EveryNumberEqualsTheRowsAndTheListBehindIt) {
    for (const Period& period : {Period::year(2021), Period{{2021, 5, 4}, {2021, 6, 1}}}) {
        for (const auto& [id, kind] : kinds) {
            const auto result = compute(id, period);
            const auto all = behind(id, "", period);
            EXPECT_EQ(result.value, id == "training.attended" ? all.second : all.first) << id;
            for (const auto& point : result.series)
                EXPECT_EQ(point.value, behind(id, point.key, period).first) << id << point.key;
            if (id == "training.attended") continue;
            db().read([&](Reader& reader) {
                const auto filter = parseArgument(kind.pageArgument(period, ""));
                EXPECT_EQ(lists::ids(reader, filter, ClassOrder::starts, true, 100).total, result.value) << id;
            });
        }
    }
    EXPECT_EQ(kinds.at("training.by_month").pageArgument(Period::year(2021), "202105"), "ym=202105&counted=1");
    EXPECT_EQ(kinds.at("training.online").pageArgument(Period::year(2021), ""), "year=2021&mode=online&counted=1");
}

TEST_P(FiguresTest, TheSummarySaysTheSameNumbersWithTheYearBefore) {
    db().read([&](Reader& reader) {
        const auto section = summary(archive).make(reader, Period::year(2021));
        ASSERT_EQ(section.sentences.size(), 2u);
        EXPECT_EQ(section.sentences[0], "举办宣讲培训 3 次，网络视频培训 2 次，参加 187 人次。");
        EXPECT_EQ(section.sentences[1], "上年宣讲培训 1 次，网络视频培训 0 次，参加 50 人次。");
        EXPECT_EQ(section.fields.size(), 3u);
        std::int64_t held = 0;
        section.tables.front().rows.each([&](std::span<const yanxun::Value> cells) { held += *cells[1].integer(); });
        EXPECT_EQ(held, *section.tables.front().totals.front().value.integer());
        const auto nothing = summary(archive).make(reader, Period::year(1999));
        EXPECT_TRUE(nothing.sentences.empty() && nothing.tables.empty() && nothing.fields.empty());
    });
}

/// The plan a server makes for so small a table means nothing.
class TrainingPlanTest : public FiguresTest {
protected:
    std::string planOf(const yanxun::SearchCondition& statement) {
        std::string plan;
        db().read([&](Reader& reader) {
            reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                        [&](const yanxun::Row& row) { plan += row.str(3) + "\n"; });
        });
        return plan;
    }
};
INSTANTIATE_TEST_SUITE_P(SQLite, TrainingPlanTest, ::testing::Values(yanxun::Engine::sqlite));

TEST_P(TrainingPlanTest, MonthsAndListsReadIndexesInTheirOwnOrder) {
    const std::string months = planOf(statistics::monthStatement(Period::year(2021)));
    EXPECT_NE(months.find("COVERING INDEX training_class_months"), std::string::npos) << months;
    EXPECT_EQ(months.find("TEMP B-TREE"), std::string::npos) << months;
    db().read([&](Reader& reader) {
        for (const auto order : {ClassOrder::starts, ClassOrder::number, ClassOrder::name}) {
            const std::string plan = planOf(lists::idStatement(reader, {}, order, false, 100));
            EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
            EXPECT_NE(plan.find("USING COVERING INDEX"), std::string::npos) << plan;
        }
    });
}

} // namespace
} // namespace training::testing
