#include <yanxun/clock.h>
#include <yanxun/date.h>

#include <gtest/gtest.h>

using yanxun::Date;

TEST(DateTest, OnlyRealDaysAreValid) {
    EXPECT_TRUE((Date{2020, 2, 29}.valid()));
    EXPECT_FALSE((Date{2021, 2, 29}.valid()));
    EXPECT_FALSE((Date{2021, 13, 1}.valid()));
    EXPECT_FALSE((Date{1899, 12, 31}.valid()));
    EXPECT_FALSE(Date{}.valid());
}

TEST(DateTest, DaysGoThereAndBack) {
    EXPECT_EQ((Date{1970, 1, 1}.days()), 0);
    for (std::int64_t day = -20'000; day < 60'000; day += 371) EXPECT_EQ(Date::fromDays(day).days(), day);
}

TEST(DateTest, TheNumbersStoredAreReadable) {
    EXPECT_EQ((Date{2021, 5, 3}.ymd()), 20210503);
    EXPECT_EQ((Date{2021, 5, 3}.ym()), 202105);
    EXPECT_EQ(Date::fromYmd(20210503), (Date{2021, 5, 3}));
}

TEST(DateTest, TextForms) {
    EXPECT_EQ((Date{2021, 5, 3}.iso()), "2021-05-03");
    EXPECT_EQ((Date{2021, 5, 3}.chinese()), "2021年5月3日");
    EXPECT_EQ(Date::fromIso("2021-05-03"), (Date{2021, 5, 3}));
    EXPECT_FALSE(Date::fromIso("2021-5-3"));
    EXPECT_FALSE(Date::fromIso("2021-02-30"));
}

TEST(DateTest, WeekdaysCountFromMonday) {
    EXPECT_EQ((Date{2021, 5, 3}.weekday()), 1);
    EXPECT_EQ((Date{2021, 5, 9}.weekday()), 7);
}

TEST(InstantTest, TheLocalDayBeginsAtSixteenUtc) {
    const auto before = yanxun::parseInstant("2021-05-02T15:59:59Z");
    const auto after = yanxun::parseInstant("2021-05-02T16:00:00Z");
    ASSERT_TRUE(before && after);
    EXPECT_EQ(yanxun::localDay(*before), (Date{2021, 5, 2}));
    EXPECT_EQ(yanxun::localDay(*after), (Date{2021, 5, 3}));
    EXPECT_EQ(yanxun::startOf({2021, 5, 3}), *after);
    EXPECT_EQ(yanxun::isoInstant(*after), "2021-05-03T00:00:00+08:00");
}

TEST(InstantTest, FormsOfIso8601) {
    const auto noon = yanxun::parseInstant("2021-05-03T12:00:00+08:00");
    ASSERT_TRUE(noon);
    EXPECT_EQ(yanxun::parseInstant("2021-05-03T12:00"), noon);
    EXPECT_EQ(yanxun::parseInstant("2021-05-03 12:00:00.250"), noon);
    EXPECT_EQ(yanxun::parseInstant("2021-05-03T04:00:00Z"), noon);
    EXPECT_EQ(yanxun::parseInstant("2021-05-03"), yanxun::startOf({2021, 5, 3}));
    for (const char* wrong : {"", "2021", "2021-05-03T25:00", "2021-05-03T12:00:00+8", "2021-05-03Tnoon", "2021-02-30T01:00"}) {
        EXPECT_FALSE(yanxun::parseInstant(wrong)) << wrong;
    }
}

TEST(ClockTest, AFixedClockStandsStill) {
    yanxun::FixedClock clock(*yanxun::parseInstant("2021-12-31T23:59:59"));
    EXPECT_EQ(clock.today(), (Date{2021, 12, 31}));
    clock.set(clock.now() + 1000);
    EXPECT_EQ(clock.today(), (Date{2022, 1, 1}));
}
