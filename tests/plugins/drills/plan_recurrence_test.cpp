#include "core/plan/plan_service.h"
#include "core/plan/recurrence.h"
#include "core/plan/work_calendar.h"

#include <yanxun/error.h>

#include <gtest/gtest.h>

namespace drills::testing {
namespace {

using yanxun::Date;
using yanxun::Error;

const std::vector<SchoolTerm> schoolTerms{{"春季学期", 220, 710}, {"秋季学期", 901, 120}};

WorkCalendar shippedCalendar() { return WorkCalendar::load({YANXUN_SOURCE_DIR "/templates/rules"}); }

std::string days(const std::string& words, int year, Date first) {
    std::string text;
    for (const Date day : datesOf(parseWords(words), first, year, termsOfYear(schoolTerms, year)))
        text += (text.empty() ? "" : " ") + day.iso().substr(5);
    return text;
}
std::string days(const std::string& words, int year) { return days(words, year, {year, 1, 1}); }

struct Spoken {
    const char *words, *rule, *shown;
};

/// Words → rule, and rule → words → the same rule.
TEST(Recurrence, WordsAndRulesSayTheSame) {
    const std::vector<Spoken> all{
        {"每月第二个星期三", "FREQ=MONTHLY;BYDAY=2WE", "每月第二个星期三"},
        {"每月第2个周三", "FREQ=MONTHLY;BYDAY=2WE", "每月第二个星期三"},
        {"每月最后一个周一", "FREQ=MONTHLY;BYDAY=-1MO", "每月最后一个星期一"},
        {"每月倒数第二个星期五", "FREQ=MONTHLY;BYDAY=-2FR", "每月倒数第二个星期五"},
        {"每月15日", "FREQ=MONTHLY;BYMONTHDAY=15", "每月15日"},
        {"每月1日、15日", "FREQ=MONTHLY;BYMONTHDAY=1,15", "每月1日、15日"},
        {"每月最后一天", "FREQ=MONTHLY;BYMONTHDAY=-1", "每月最后一天"},
        {"每月31日（没有这一天的取月末）", "FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD", "每月31日（没有这一天的取月末）"},
        {"每月一次", "FREQ=MONTHLY;SKIP=BACKWARD", "每月一次"},
        {"每季度一次", "FREQ=MONTHLY;INTERVAL=3;SKIP=BACKWARD", "每季度一次"},
        {"每半年一次", "FREQ=MONTHLY;INTERVAL=6;SKIP=BACKWARD", "每半年一次"},
        {"上半年、下半年各一次", "FREQ=MONTHLY;INTERVAL=6;SKIP=BACKWARD", "每半年一次"},
        {"每两个月一次", "FREQ=MONTHLY;INTERVAL=2;SKIP=BACKWARD", "每2个月一次"},
        {"每周三", "FREQ=WEEKLY;BYDAY=WE", "每周星期三"},
        {"每周一、周四", "FREQ=WEEKLY;BYDAY=MO,TH", "每周星期一、星期四"},
        {"每两周星期五", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "每2周星期五"},
        {"每周一次", "FREQ=WEEKLY", "每周一次"},
        {"每天", "FREQ=DAILY", "每天"},
        {"每年一次", "FREQ=YEARLY;SKIP=BACKWARD", "每年一次"},
        {"每年5月12日", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=12", "每年5月12日"},
        {"每年3月最后一个星期一", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1MO", "每年3月最后一个星期一"},
        {"每年三月、九月第一个星期三", "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1WE", "每年3月、9月第一个星期三"},
        {"每年汛前", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31;X-BEFORE=TRUE", "每年汛前（5月31日前）"},
        {"每年汛前（5月31日前）", "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=31;X-BEFORE=TRUE", "每年汛前（5月31日前）"},
        {"每年6月15日前", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=15;X-BEFORE=TRUE", "每年6月15日前"},
        {"每学期第2周", "FREQ=X-TERM;X-WEEK=2", "每学期第2周"},
        {"每学期第二周星期三", "FREQ=X-TERM;BYDAY=WE;X-WEEK=2", "每学期第2周星期三"},
        {"每学期一次", "FREQ=X-TERM", "每学期一次"},
        {"每周五，共10次", "FREQ=WEEKLY;BYDAY=FR;COUNT=10", "每周星期五，共10次"},
        {"每周五，至2022年6月30日", "FREQ=WEEKLY;BYDAY=FR;UNTIL=20220630", "每周星期五，至2022年6月30日"},
        {"一次", "", "一次"},
        {"", "", "一次"},
    };
    for (const Spoken& one : all) {
        const Recurrence rule = parseWords(one.words);
        EXPECT_EQ(ruleText(rule), one.rule) << one.words;
        EXPECT_EQ(ruleWords(rule), one.shown) << one.words;
        EXPECT_EQ(parseWords(one.shown), rule) << one.words;
        EXPECT_EQ(parseRule(one.rule), rule) << one.words;
    }
}

TEST(Recurrence, ARuleOfTheStandardIsTakenAsItIs) {
    const Recurrence rule = parseWords("RRULE:FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR");
    EXPECT_EQ(rule.frequency, Frequency::yearly);
    EXPECT_EQ(parseWords(ruleWords(rule)), rule) << "what words cannot say stands as the standard writes it";
}

TEST(Recurrence, WhatIsNoRecurrenceGetsASentence) {
    for (const char* wrong : {"每月第二个", "每个礼拜八", "每月40日", "每年13月1日", "随便", "每学期第周", "每周三，共次", "每隔一周",
                              "FREQ=HOURLY", "FREQ=MONTHLY;BYDAY=2XX", "FREQ=WEEKLY;BYDAY=2WE", "FREQ=DAILY;COUNT=0",
                              "FREQ=DAILY;COUNT=2;UNTIL=20220101", "FREQ=DAILY;UNTIL=20220230", "FREQ=DAILY;BYHOUR=9", "BYDAY=MO",
                              "每周五，至2022年2月30日"}) {
        EXPECT_THROW(parseWords(wrong), Error) << wrong;
    }
}

TEST(Recurrence, DaysOfTheYear) {
    EXPECT_EQ(days("每月第二个星期三", 2021),
              "01-13 02-10 03-10 04-14 05-12 06-09 07-14 08-11 09-08 10-13 11-10 12-08");
    EXPECT_EQ(days("每年3月最后一个星期一", 2021), "03-29");
    EXPECT_EQ(days("每年5月12日", 2021), "05-12");
    EXPECT_EQ(days("每季度一次", 2021, {2021, 2, 3}), "02-03 05-03 08-03 11-03");
    EXPECT_EQ(days("每半年一次", 2022, {2021, 3, 10}), "03-10 09-10");
    EXPECT_EQ(days("每两周星期五，共3次", 2021, {2021, 1, 1}), "01-01 01-15 01-29");
    EXPECT_EQ(days("每周一，至2021年1月12日", 2021), "01-04 01-11");
    EXPECT_EQ(days("每月第五个星期五", 2021), "01-29 04-30 07-30 10-29 12-31");
    EXPECT_EQ(days("一次", 2021, {2021, 5, 4}), "05-04");
    EXPECT_EQ(days("一次", 2022, {2021, 5, 4}), "");
}

TEST(Recurrence, MonthEnds) {
    EXPECT_EQ(days("每月31日", 2021), "01-31 03-31 05-31 07-31 08-31 10-31 12-31") << "RFC 5545 leaves the others out";
    EXPECT_EQ(days("每月31日（没有这一天的取月末）", 2021),
              "01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31");
    EXPECT_EQ(days("每月一次", 2020, {2020, 1, 30}),
              "01-30 02-29 03-30 04-30 05-30 06-30 07-30 08-30 09-30 10-30 11-30 12-30");
    EXPECT_EQ(days("每月最后一天", 2020).substr(0, 11), "01-31 02-29");
    EXPECT_EQ(days("每年一次", 2021, {2020, 2, 29}), "02-28") << "a year without the 29th";
    EXPECT_EQ(days("每年2月29日", 2021, {2020, 1, 1}), "");
    EXPECT_EQ(days("每年2月29日", 2024, {2020, 1, 1}), "02-29");
    EXPECT_EQ(days("每两年一次", 2022, {2020, 4, 1}), "04-01");
    EXPECT_EQ(days("每两年一次", 2021, {2020, 4, 1}), "");
}

TEST(Recurrence, TermsCountTheirOwnWeeks) {
    // 2021-02-20 is a Saturday: its week is the first, the second begins on the 22nd.
    EXPECT_EQ(days("每学期第2周", 2021), "02-22 09-06");
    EXPECT_EQ(days("每学期第2周星期三", 2021), "02-24 09-08");
    EXPECT_EQ(days("每学期第1周", 2021), "02-20 09-01") << "not before the term begins";
    EXPECT_EQ(days("每学期一次", 2021, {2021, 3, 10}), "03-10 09-22") << "week and day of the first date in its term";
    EXPECT_EQ(days("每学期一次", 2021), "02-22 09-06") << "nothing told: the second week";
    EXPECT_EQ(days("每学期第18周", 2021), "06-14 12-27");
    EXPECT_EQ(days("每学期第20周", 2022), "01-10 06-27") << "the autumn term of the year before runs into January";
}

TEST(WorkDays, HolidaysAndShiftedDaysOfRealYears) {
    const WorkCalendar calendar = shippedCalendar();
    for (int year = 2019; year <= 2026; ++year) EXPECT_TRUE(calendar.knows(year)) << year;
    EXPECT_FALSE(calendar.knows(2031));
    EXPECT_FALSE(calendar.isWorkday({2021, 2, 12})) << "春节";
    EXPECT_TRUE(calendar.isWorkday({2021, 2, 7})) << "a Sunday worked for 春节";
    EXPECT_EQ(calendar.whyWorked({2021, 2, 7}), "春节调休上班");
    EXPECT_EQ(calendar.whyOff({2021, 10, 4}), "国庆节放假");
    EXPECT_EQ(calendar.whyOff({2021, 5, 22}), "周六");
    EXPECT_TRUE(calendar.isWorkday({2021, 5, 12}));
    EXPECT_TRUE(calendar.isWorkday({2031, 5, 1})) << "of a year nobody told only weekends are known";
    EXPECT_FALSE(calendar.isWorkday({2018, 12, 31})) << "told with the year it belongs to";
}

TEST(WorkDays, APolicySaysWhereADayGoes) {
    const WorkCalendar calendar = shippedCalendar();
    const auto terms = termsOfYear(schoolTerms, 2021);
    const auto to = [&](Date day, HolidayPolicy policy, DaySort sort) {
        const SettledDay settled = settle(day, policy, sort, calendar, termsOfYear(schoolTerms, day.year));
        return (settled.day ? settled.day->iso() : std::string("-")) + " " + settled.why;
    };
    EXPECT_EQ(to({2021, 10, 1}, HolidayPolicy::after, DaySort::working), "2021-10-08 国庆节放假，顺延");
    EXPECT_EQ(to({2021, 10, 1}, HolidayPolicy::before, DaySort::working), "2021-09-30 国庆节放假，提前");
    EXPECT_EQ(to({2021, 10, 1}, HolidayPolicy::skip, DaySort::working), "- 国庆节放假，跳过");
    EXPECT_EQ(to({2021, 10, 1}, HolidayPolicy::after, DaySort::any), "2021-10-01 ");
    EXPECT_EQ(to({2021, 10, 9}, HolidayPolicy::after, DaySort::working), "2021-10-09 ") << "a Saturday worked for 国庆节";
    EXPECT_EQ(to({2021, 7, 20}, HolidayPolicy::after, DaySort::teaching), "2021-09-01 不在学期内，顺延");
    EXPECT_EQ(to({2021, 1, 30}, HolidayPolicy::before, DaySort::teaching), "2021-01-20 周六，提前");
    EXPECT_EQ(to({2022, 12, 31}, HolidayPolicy::after, DaySort::working), "2022-12-30 元旦放假，提前") << "stays in its year";
    EXPECT_TRUE(isExamDay({2021, 6, 7}));
    EXPECT_FALSE(isExamDay({2021, 6, 10}));
    EXPECT_EQ(terms.size(), 3u) << "the autumn before, spring, autumn";
}

TEST(PlanWords, TimesOfDayAreRead) {
    EXPECT_EQ(timeWords(timeOf("9:30-11:00")), "09:30–11:00");
    EXPECT_EQ(timeWords(timeOf("09：30至11：00")), "09:30–11:00");
    EXPECT_EQ(timeWords(timeOf("14:00")), "14:00–16:00");
    EXPECT_EQ(timeWords(timeOf("")), "");
    for (const char* wrong : {"25:00", "11:00-9:00", "下午", "9点"}) EXPECT_THROW(timeOf(wrong), Error) << wrong;
}

} // namespace
} // namespace drills::testing
