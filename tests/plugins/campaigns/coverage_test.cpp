#include "core/target_store.h"
#include "small_district.h"

namespace campaigns::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class CoverageTest : public SmallDistrict {
protected:
    std::vector<std::string> unitsOf(std::int64_t category, std::optional<bool> reached) {
        std::vector<std::string> names;
        CoverageFilter filter;
        filter.period = Period::year(2021);
        filter.category = category;
        filter.reached = reached;
        db().read([&](Reader& reader) {
            coverage.each(reader, filter, [&](const Term&, const CoverageUnit& unit) { names.push_back(unit.unit.name); });
        });
        return names;
    }
};
YANXUN_ON_BOTH_ENGINES(CoverageTest);

TEST_P(CoverageTest, EqualsTheTableWorkedOutByHand) {
    EXPECT_THAT(table(), ElementsAreArray(byHand));
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(CoverageTest, TheUnitsOfACellAreThoseCounted) {
    EXPECT_THAT(unitsOf(category("进企业"), true), ElementsAre("丁厂", "甲厂"));
    EXPECT_THAT(unitsOf(category("进企业"), false), ElementsAre("乙厂"));
    EXPECT_THAT(unitsOf(category("进农村"), true), ElementsAre("东村"));
    EXPECT_THAT(unitsOf(category("进家庭"), {}), ElementsAre("东村", "锦社区", "南村", "云社区"));
    db().read([&](Reader& reader) {
        CoverageFilter filter;
        filter.period = Period::year(2021);
        filter.reached = false;
        filter.region = "望川街道";
        std::vector<std::string> lines;
        coverage.each(reader, filter, [&](const Term& term, const CoverageUnit& unit) {
            lines.push_back(term.name + ' ' + unit.unit.name + ' ' + std::to_string(unit.covered.everYmd) + ' ' +
                            std::to_string(unit.covered.plannedYmd));
        });
        EXPECT_THAT(lines, ElementsAre("进社区 锦社区 20200501 0", "进学校 明德小学 0 20210801", "进家庭 锦社区 0 0"));
    });
}

TEST_P(CoverageTest, UndoingTheMergeBringsTheVillageBack) {
    db().write([&](Writer& writer) { neighbour->unmerge(writer, merged); });
    const std::vector<std::string> villages = table();
    EXPECT_EQ(villages[1], "青岭镇 进农村 3/1");
    EXPECT_THAT(unitsOf(category("进农村"), true), ElementsAre("西村"));
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(CoverageTest, AFixedListDoesNotFollowTheUnits) {
    db().write([&](Writer& writer) { neighbour->fixScope(writer, 2021); });
    unit("新厂", "企业", "青岭镇");
    EXPECT_THAT(table(), ElementsAreArray(byHand));
}

TEST_P(CoverageTest, APeriodCountsOnlyItsOwnActivities) {
    const std::vector<std::string> may = table({{2021, 5, 1}, {2021, 5, 31}});
    EXPECT_THAT(may, ElementsAre("青岭镇 进企业 2/0", "青岭镇 进农村 2/1", "青岭镇 进家庭 2/1", "望川街道 进企业 1/0",
                                 "望川街道 进社区 2/0", "望川街道 进学校 1/0", "望川街道 进家庭 2/0"));
}

TEST_P(CoverageTest, TownshipsStandInTheOrderOfTheirCodes) {
    db().write([&](Writer& writer) {
        neighbour->addRegion(writer, "990101001", "望川街道");
        neighbour->addRegion(writer, "990101100", "青岭镇");
    });
    EXPECT_EQ(table().front(), "望川街道 进企业 1/1");
}

TEST_P(CoverageTest, DamagedRowsAreFoundAndMended) {
    db().write([&](Writer& writer) {
        writer.exec("DELETE FROM campaigns_cover WHERE activity_id = 1");
        writer.exec("INSERT INTO campaigns_cover (activity_id, category_id, unit_id, held_ymd, counted)"
                    " VALUES (2, 5, 77, 20210401, 1)");
    });
    db().read([&](Reader& reader) {
        const auto faults = reach_store::coverFaults(reader);
        EXPECT_EQ(faults.missing, 1);
        EXPECT_EQ(faults.extra, 1);
    });
    db().write([&](Writer& writer) { reach_store::coverAnew(writer); });
    EXPECT_EQ(wrongCopies(), 0);
    EXPECT_THAT(table(), ElementsAreArray(byHand));
}

TEST_P(CoverageTest, ReadsItsIndexAlone) {
    if (db().engine() == yanxun::Engine::postgresql) return; // a handful of rows is never worth an index there
    db().read([&](Reader& reader) {
        const auto statement = reach_store::coveredStatement(1, Period::year(2021));
        std::string plan;
        reader.each("EXPLAIN QUERY PLAN " + statement.sql, statement.values,
                    [&](const yanxun::Row& row) { plan += row.str(3) + '\n'; });
        EXPECT_NE(plan.find("COVERING INDEX campaigns_cover_unit"), std::string::npos) << plan;
        EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
    });
}

class TargetTest : public SmallDistrict {
protected:
    Progress progress(Target target, yanxun::Date until = {2021, 12, 31}) {
        target.year = 2021;
        target.words = "目标";
        Progress found;
        db().write([&](Writer& writer) {
            target.id = plans.addTarget(writer, target);
            found = progressOf(writer, coverage, target_store::get(writer, target.id), until);
        });
        return found;
    }
    Target of(const char* category_, TargetKind kind, std::int64_t wanted = 0, TargetMeasure measure = TargetMeasure::units) {
        Target target;
        target.categoryId = category(category_);
        target.kind = kind;
        target.wanted = wanted;
        target.measure = measure;
        return target;
    }
};
YANXUN_ON_BOTH_ENGINES(TargetTest);

TEST_P(TargetTest, CountsAllAndRatesAgainstTheList) {
    EXPECT_EQ(progress(of("进企业", TargetKind::count, 20)).done, 2);
    const Progress all = progress(of("进农村", TargetKind::all));
    EXPECT_EQ(all.done, 1);
    EXPECT_EQ(all.wanted, 2);
    EXPECT_EQ(*all.percent(), 5000);
    EXPECT_EQ(progress(of("进企业", TargetKind::rate, 9000)).wanted, 3) << "90 % of three, rounded up";
    EXPECT_EQ(progress(of("进家庭", TargetKind::count, 5, TargetMeasure::activities)).done, 2);
    EXPECT_EQ(progress(of("进企业", TargetKind::count, 500, TargetMeasure::people)).done, 300);
    EXPECT_EQ(progress(of("进企业", TargetKind::count, 5, TargetMeasure::activities), {2021, 3, 31}).done, 1);
    Target township = of("进企业", TargetKind::all);
    township.regionName = "望川街道";
    EXPECT_TRUE(progress(township).isMet());
}

TEST_P(TargetTest, AnOwnersTargetCountsWhatItHosts) {
    unit("应急管理局", "机关", "望川街道");
    ActivityDraft hosted = draft("应急局宣讲", {2021, 6, 25}, {"乙厂"}, {"进企业"});
    hosted.hostName = "应急管理局";
    add(hosted);
    Target target = of("进企业", TargetKind::count, 20);
    target.ownerName = "应急管理局";
    EXPECT_EQ(progress(target).done, 1);
}

TEST_P(TargetTest, BehindWhenLessIsDoneThanTimeHasPassed) {
    Target target = of("进企业", TargetKind::count, 12);
    target.year = 2021;
    EXPECT_FALSE(isBehind(target, {6, 12}, {2021, 6, 30}));
    EXPECT_TRUE(isBehind(target, {5, 12}, {2021, 6, 30}));
    EXPECT_FALSE(isBehind(target, {12, 12}, {2022, 1, 1}));
    EXPECT_TRUE(isBehind(target, {11, 12}, {2022, 1, 1}));
    target.due = yanxun::Date{2021, 3, 31};
    EXPECT_TRUE(isBehind(target, {11, 12}, {2021, 4, 1}));
}

TEST_P(TargetTest, WhatCannotBeIsRefused) {
    const auto said = [&](Target target) { return refusal([&](Writer& writer) { plans.addTarget(writer, target); }); };
    Target target = of("进企业", TargetKind::count);
    target.year = 2021;
    EXPECT_THAT(said(target), ::testing::HasSubstr("方案原文"));
    target.words = "企业";
    EXPECT_THAT(said(target), ::testing::HasSubstr("大于 0"));
    target.kind = TargetKind::rate;
    target.wanted = 10100;
    EXPECT_THAT(said(target), ::testing::HasSubstr("0 到 100"));
    target.wanted = 9000;
    target.measure = TargetMeasure::people;
    EXPECT_THAT(said(target), ::testing::HasSubstr("只能按覆盖单位"));
    target.measure = TargetMeasure::units;
    target.ownerName = "没有的局";
    EXPECT_THAT(said(target), ::testing::HasSubstr("没有“没有的局”"));
}

} // namespace
} // namespace campaigns::testing
