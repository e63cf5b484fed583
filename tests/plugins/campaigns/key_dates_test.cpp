#include "campaigns_fixture.h"

namespace campaigns::testing {
namespace {

using ::testing::HasSubstr;
using yanxun::Date;
using yanxun::Writer;

class KeyDatesTest : public CampaignsTest {
protected:
    KeyDate of(int year, const std::string& rule) {
        KeyDate found;
        db().read([&](yanxun::Reader& reader) {
            for (const KeyDate& date : dates.of(reader, year)) {
                if (date.rule == rule) found = date;
            }
        });
        return found;
    }
};
YANXUN_ON_BOTH_ENGINES(KeyDatesTest);

TEST_P(KeyDatesTest, RulesGiveTheDaysOfAYear) {
    EXPECT_EQ(of(2021, "school_safety_day").first, (Date{2021, 3, 29})) << "last Monday of March";
    EXPECT_EQ(of(2023, "school_safety_day").first, (Date{2023, 3, 27}));
    EXPECT_EQ(of(2021, "safety_month").last, (Date{2021, 6, 30}));
    EXPECT_EQ(of(2021, "disaster_week").first, (Date{2021, 5, 8}));
    EXPECT_EQ(of(2025, "disaster_week").last, (Date{2025, 5, 18}));
    EXPECT_TRUE(of(2025, "disaster_week").confirmed);
    EXPECT_FALSE(of(2022, "disaster_week").confirmed) << "a year no notice is known of";
    EXPECT_EQ(of(2016, "safety_law_week").rule, "") << "began in 2017";
    EXPECT_EQ(of(2025, "safety_month").theme, "人人讲安全、个个会应急——查找身边安全隐患");
}

TEST_P(KeyDatesTest, EveryRuleSaysItsSourceAndThoseFromMemoryAreOff) {
    for (const KeyDateRule& rule : dates.rules()) {
        EXPECT_FALSE(rule.basis.empty()) << rule.id;
        EXPECT_FALSE(rule.checked.empty()) << rule.id;
        EXPECT_EQ(rule.on, rule.mark != "M") << rule.id;
    }
}

TEST_P(KeyDatesTest, WhatTheBureauEntersWins) {
    const KeyDateYear notice{0, 0, "disaster_week", 2022, {2022, 5, 7}, {2022, 5, 13}, "减轻灾害风险", "国减办发〔2022〕1号", true};
    db().write([&](Writer& writer) { plans.setKeyDate(writer, notice); });
    EXPECT_EQ(of(2022, "disaster_week").first, (Date{2022, 5, 7}));
    EXPECT_EQ(of(2022, "disaster_week").theme, "减轻灾害风险");
    EXPECT_TRUE(of(2022, "disaster_week").confirmed);
    db().write([&](Writer& writer) { plans.forgetKeyDate(writer, "disaster_week", 2022); });
    EXPECT_FALSE(of(2022, "disaster_week").confirmed);
    KeyDateYear wrong = notice;
    wrong.last = {2022, 5, 1};
    EXPECT_THAT(refusal([&](Writer& writer) { plans.setKeyDate(writer, wrong); }), HasSubstr("早于开始日期"));
    wrong = notice;
    wrong.rule = "nothing";
    EXPECT_THAT(refusal([&](Writer& writer) { plans.setKeyDate(writer, wrong); }), HasSubstr("没有重要节点"));
}

TEST_P(KeyDatesTest, CampaignsGroupActivities) {
    Campaign month;
    month.name = "2021年安全生产月";
    month.keyDate = "safety_month";
    month.first = {2021, 6, 1};
    month.last = {2021, 6, 30};
    db().write([&](Writer& writer) { month.id = plans.addCampaign(writer, month); });
    ActivityDraft fair = draft("咨询日", {2021, 6, 16}, {"甲厂"}, {"进企业"});
    fair.campaignId = month.id;
    const std::int64_t id = add(fair);
    db().write([&](Writer& writer) {
        EXPECT_EQ(campaign_store::get(writer, month.id).activities, 1);
        plans.removeCampaign(writer, month.id, 1);
    });
    EXPECT_EQ(get(id).campaignId, 0);
    month.name = " ";
    EXPECT_THAT(refusal([&](Writer& writer) { plans.addCampaign(writer, month); }), HasSubstr("名称"));
}

} // namespace
} // namespace campaigns::testing
