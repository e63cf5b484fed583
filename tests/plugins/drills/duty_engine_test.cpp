#include "core/duty.h"

#include <yanxun/error.h>

#include <gtest/gtest.h>

namespace drills::testing {
namespace {

using yanxun::Date;

DutyRules shipped() { return readDutyRules({YANXUN_SOURCE_DIR "/templates/rules"}); }

/// One unit under chosen rules.
struct Scene {
    DutyCase one;
    DutyFacts facts;
    std::vector<DutyRule> rules;
    DutySettings settings;

    explicit Scene(const std::string& kind) {
        one.unit = {1, "单位甲", kind, "", "城西街道"};
        const DutyRules all = shipped();
        settings.exemptMonths = all.exemptMonths;
        settings.terms = all.terms;
    }
    void rule(const char* code) {
        static const DutyRules all = shipped();
        DutyRule found = *all.find(code);
        found.on = true;
        rules.push_back(found);
    }
    DutyDrill& held(Date day, const std::string& hazard = "火灾") {
        DutyDrill drill;
        drill.id = std::int64_t(one.drills.size()) + 1;
        drill.day = day;
        drill.tookPlace = true;
        drill.form = OrgForm::live;
        drill.hazard = hazard;
        one.drills.push_back(drill);
        return one.drills.back();
    }
    std::vector<Duty> on(Date today, int year) {
        one.facts = [this](Date) -> const DutyFacts& { return facts; };
        return dutiesOf(one, rules, settings, year, today);
    }
};

const Duty& at(const std::vector<Duty>& duties, const std::string& label, const std::string& rule = {}) {
    for (const Duty& duty : duties) {
        if (duty.span.label == label && (rule.empty() || duty.rule == rule)) return duty;
    }
    throw std::out_of_range(label);
}

/// Acceptance case 1.
TEST(DutyEngine, ASurplusInOneHalfDoesNotFillTheOther) {
    Scene scene("企业");
    scene.facts["key_fire_unit"] = {"是", true, {}};
    scene.rule("R05A");
    scene.held({2021, 3, 4});
    scene.held({2021, 3, 20});
    auto duties = scene.on({2021, 7, 10}, 2021);
    ASSERT_EQ(duties.size(), 2u);
    EXPECT_EQ(at(duties, "上半年").status, DutyStatus::papersMissing) << "done, its plan is not named";
    EXPECT_EQ(at(duties, "下半年").status, DutyStatus::unplanned);
    duties = scene.on({2022, 1, 1}, 2021);
    EXPECT_EQ(at(duties, "下半年").status, DutyStatus::overdue);
    EXPECT_EQ(at(scene.on({2021, 12, 31}, 2021), "下半年").status, DutyStatus::dueSoon) << "the last day is still a day";
}

/// Acceptance case 2.
TEST(DutyEngine, AnUnconfirmedAttributeIsNeverOverdue) {
    Scene scene("企业");
    scene.rule("R05A");
    for (const bool told : {false, true}) {
        if (told) scene.facts["key_fire_unit"] = {"是", false, {}};
        for (const Date today : {Date{2021, 2, 1}, Date{2021, 12, 31}, Date{2022, 6, 1}}) {
            const auto duties = scene.on(today, 2021);
            ASSERT_EQ(duties.size(), 1u);
            EXPECT_EQ(duties[0].status, DutyStatus::unconfirmed);
            EXPECT_NE(duties[0].reason, "");
        }
    }
    scene.facts["key_fire_unit"] = {"否", true, {}};
    EXPECT_TRUE(scene.on({2022, 6, 1}, 2021).empty()) << "the rule is not about it";
}

/// Acceptance case 3.
TEST(DutyEngine, CoveringEachPlanNamesTheOneThatIsMissing) {
    Scene scene("企业");
    scene.facts["high_risk"] = {"是", true, {}};
    scene.rule("R08B");
    for (int i = 1; i <= 4; ++i) scene.one.plans.push_back({i, "专项", "专项预案" + std::to_string(i)});
    scene.one.plans.push_back({9, "现场处置方案", "处置卡"});
    for (int i = 1; i <= 3; ++i) scene.held({2022 + i % 2, 5, i}).plans = {scene.one.plans[std::size_t(i - 1)]};
    const auto duties = scene.on({2024, 1, 1}, 2023);
    ASSERT_EQ(duties.size(), 4u);
    for (const Duty& duty : duties) {
        EXPECT_EQ(duty.span.days.first, (Date{2022, 1, 1}));
        EXPECT_EQ(duty.status, duty.part == "专项预案4" ? DutyStatus::overdue : DutyStatus::done) << duty.part;
    }
}

/// Acceptance case 4.
TEST(DutyEngine, ASchoolOwesEveryMonthButTheHolidays) {
    Scene scene("学校");
    scene.rule("R06A");
    for (const int month : {1, 4, 5, 6, 9, 10, 11, 12}) scene.held({2021, month, 8});
    const auto duties = scene.on({2022, 1, 1}, 2021);
    ASSERT_EQ(duties.size(), 12u);
    for (const Duty& duty : duties) {
        const int month = duty.span.days.first.month;
        const bool holiday = month == 2 || month == 7 || month == 8;
        const DutyStatus expected = holiday ? DutyStatus::exempt : month == 3 ? DutyStatus::overdue : DutyStatus::papersMissing;
        EXPECT_EQ(duty.status, expected) << month;
    }
}

TEST(DutyEngine, OneDrillForTwoRulesOnlyWhenItNamesItsPlan) {
    Scene scene("学校");
    scene.facts["key_fire_unit"] = {"否", true, {}};
    scene.rule("R05B");
    scene.rule("R06A");
    scene.held({2021, 3, 8});
    auto duties = scene.on({2022, 1, 1}, 2021);
    EXPECT_EQ(at(duties, "3月").status, DutyStatus::papersMissing) << "the window that closes first takes it";
    EXPECT_EQ(at(duties, "2021年").status, DutyStatus::overdue);
    scene.one.drills[0].plans = {{1, "专项", "灭火和应急疏散预案"}};
    duties = scene.on({2022, 1, 1}, 2021);
    EXPECT_EQ(at(duties, "3月").status, DutyStatus::done);
    EXPECT_EQ(at(duties, "2021年").status, DutyStatus::done);
    EXPECT_EQ(at(duties, "3月").offsets, 2) << "本次演练抵扣 2 项";
}

TEST(DutyEngine, KindergartensOweQuarters) {
    Scene scene("学校");
    scene.facts["subkind"] = {"幼儿园", true, {}};
    scene.rule("R06A");
    scene.rule("R06B");
    scene.held({2021, 2, 8});
    const auto duties = scene.on({2022, 1, 1}, 2021);
    ASSERT_EQ(duties.size(), 4u);
    EXPECT_EQ(duties[0].status, DutyStatus::papersMissing);
    EXPECT_EQ(duties[2].status, DutyStatus::overdue) << "September is school";
    scene.facts["subkind"].confirmed = false;
    for (const Duty& duty : scene.on({2022, 1, 1}, 2021)) EXPECT_EQ(duty.status, DutyStatus::unconfirmed);
}

TEST(DutyEngine, TabletopCountsOnlyWhereTheRuleAllowsIt) {
    Scene scene("学校");
    scene.rule("R06A");
    scene.held({2021, 3, 8}).form = OrgForm::tabletop;
    EXPECT_EQ(at(scene.on({2022, 1, 1}, 2021), "3月").status, DutyStatus::overdue);
    Scene risky("企业");
    risky.facts["high_risk"] = {"是", true, {}};
    risky.rule("R02");
    risky.held({2021, 3, 8}).form = OrgForm::tabletop;
    EXPECT_EQ(at(risky.on({2022, 1, 1}, 2021), "上半年").status, DutyStatus::papersMissing);
}

TEST(DutyEngine, HazardsAndReportsAreAskedFor) {
    Scene scene("企业");
    scene.facts["key_fire_unit"] = {"是", true, {}};
    scene.facts["high_risk"] = {"是", true, {}};
    scene.rule("R05A");
    scene.rule("R02");
    scene.held({2021, 3, 8}, "地震").plans = {{1, "综合", "综合预案"}};
    auto duties = scene.on({2021, 7, 1}, 2021);
    EXPECT_EQ(at(duties, "上半年", "R05A").status, DutyStatus::overdue) << "no fire drill";
    EXPECT_EQ(at(duties, "上半年", "R02").status, DutyStatus::papersMissing);
    EXPECT_EQ(at(duties, "上半年", "R02").reason, "没有报送记录");
    scene.one.submitted["R02"].insert(20210101);
    EXPECT_EQ(at(scene.on({2021, 7, 1}, 2021), "上半年", "R02").status, DutyStatus::done);
}

TEST(DutyEngine, WhatIsToComeIsPlannedOrDueSoon) {
    Scene scene("企业");
    scene.facts["high_risk"] = {"是", true, {}};
    scene.rule("R02");
    EXPECT_EQ(at(scene.on({2021, 3, 1}, 2021), "上半年").status, DutyStatus::unplanned);
    EXPECT_EQ(at(scene.on({2021, 6, 20}, 2021), "上半年").status, DutyStatus::dueSoon);
    scene.held({2021, 6, 25}).tookPlace = false;
    EXPECT_EQ(at(scene.on({2021, 6, 20}, 2021), "上半年").status, DutyStatus::planned);
    EXPECT_EQ(at(scene.on({2021, 7, 1}, 2021), "上半年").status, DutyStatus::overdue) << "it was never held";
}

TEST(DutyEngine, ExemptionsNeedTheirDaysAndTheFirstWindowHasGrace) {
    Scene scene("企业");
    scene.facts["high_risk"] = {"是", true, Date{2021, 6, 10}};
    scene.rule("R02");
    auto duties = scene.on({2022, 1, 1}, 2021);
    EXPECT_EQ(at(duties, "上半年").status, DutyStatus::notApplicable) << "20 days of it";
    EXPECT_EQ(at(duties, "下半年").status, DutyStatus::overdue);
    scene.one.exemptions = {{"R02", {{2021, 7, 1}, {2021, 12, 31}}, "停产，区应急〔2021〕3号"}};
    EXPECT_EQ(at(scene.on({2022, 1, 1}, 2021), "下半年").status, DutyStatus::exempt);
    scene.one.exemptions[0].days.first = {2021, 8, 1};
    EXPECT_EQ(at(scene.on({2022, 1, 1}, 2021), "下半年").status, DutyStatus::overdue) << "July was not exempt";
}

TEST(DutyEngine, VariantsTermsSeasonsAndRollingDays) {
    Scene scene("企业");
    scene.facts["script_venue"] = {"是", true, {}};
    scene.rule("R16");
    EXPECT_TRUE(scene.on({2022, 7, 1}, 2021).empty()) << "its source is of April 2023";
    scene.held({2024, 3, 8}).marks = {"夜间"};
    for (const Duty& duty : scene.on({2024, 7, 1}, 2024)) {
        if (duty.span.label != "上半年") continue;
        EXPECT_EQ(duty.status, duty.part == "夜间" ? DutyStatus::papersMissing : DutyStatus::overdue) << duty.part;
    }
    Scene school("学校");
    school.rule("R10B");
    school.held({2022, 1, 5});
    const auto terms = school.on({2022, 2, 1}, 2021);
    EXPECT_EQ(at(terms, "秋季学期").status, DutyStatus::papersMissing) << "the term ends in January";
    EXPECT_EQ(at(terms, "春季学期").status, DutyStatus::overdue);

    Scene rolling("企业");
    DutyRule every;
    every.code = "B1";
    every.on = true;
    every.window = DutyWindow::rolling;
    every.days = 90;
    rolling.rules = {every};
    EXPECT_EQ(rolling.on({2021, 6, 1}, 2021).front().status, DutyStatus::overdue);
    rolling.held({2021, 5, 1});
    EXPECT_EQ(rolling.on({2021, 6, 1}, 2021).front().status, DutyStatus::papersMissing);
    EXPECT_EQ(rolling.on({2021, 8, 1}, 2021).front().status, DutyStatus::overdue);

    DutyRule season = every;
    season.window = DutyWindow::season;
    season.seasonFrom = 301;
    season.seasonTo = 531;
    Scene flood("村");
    flood.rules = {season};
    flood.held({2021, 6, 1});
    EXPECT_EQ(flood.on({2021, 6, 2}, 2021).front().status, DutyStatus::overdue) << "after the season";
}

TEST(DutyRules, ShippedOnesCarrySourceAndAreOnAsTheyAreSure) {
    const DutyRules all = shipped();
    EXPECT_GE(all.rules.size(), 15u);
    EXPECT_EQ(all.exemptMonths, (std::vector<int>{2, 7, 8}));
    for (const DutyRule& rule : all.rules) {
        EXPECT_FALSE(rule.quote.empty()) << rule.code;
        EXPECT_FALSE(rule.basis.empty()) << rule.code;
        const bool off = rule.sure == Sureness::memory || !rule.region.empty() || rule.until.has_value();
        EXPECT_EQ(rule.onByDefault, !off) << rule.code;
        EXPECT_FALSE(rule.sure == Sureness::secondary && rule.basis.find("二手资料") == std::string::npos) << rule.code;
    }
}

TEST(DutyRules, TheBureauMayTightenAndNeverLoosen) {
    const DutyRules all = shipped();
    DutyRule own;
    own.code = "B1";
    own.title = "本局：高危企业每季度1次";
    own.basis = "区应急〔2021〕1号";
    own.subject.kinds = {"企业"};
    own.floor = "R02";
    own.window = DutyWindow::quarter;
    EXPECT_NO_THROW(requireTightening(own, all));
    own.window = DutyWindow::year;
    EXPECT_THROW(requireTightening(own, all), yanxun::Error) << "longer";
    own.n = 2;
    EXPECT_THROW(requireTightening(own, all), yanxun::Error) << "twice a year is not once each half";
    own.window = DutyWindow::half;
    EXPECT_NO_THROW(requireTightening(own, all));
    own.basis.clear();
    EXPECT_THROW(requireTightening(own, all), yanxun::Error);
}

} // namespace
} // namespace drills::testing
