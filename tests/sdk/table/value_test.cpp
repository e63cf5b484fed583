#include <yanxun/table/value.h>

#include <gtest/gtest.h>

using namespace yanxun;

namespace {

Cell words(std::string text) {
    Cell cell;
    cell.kind = Cell::Kind::text;
    cell.text = std::move(text);
    return cell;
}

Cell number(double value, bool isDate = false) {
    Cell cell;
    cell.kind = Cell::Kind::number;
    cell.number = value;
    cell.isDate = isDate;
    cell.text = std::to_string(value);
    return cell;
}

std::string count(const Cell& cell) {
    const auto read = parseCount(cell);
    if (!read) return "none";
    return (read->precision == Precision::estimated ? "about " : "") + std::to_string(read->value);
}

std::string day(const Cell& cell, DateOrder order = DateOrder::unknown, bool counts1904 = false) {
    const auto read = parseDate(cell, counts1904, order);
    if (!read) return "none";
    if (read->orderUnknown) return "which order?";
    if (read->yearMissing) return "any-" + std::to_string(read->day.month) + "-" + std::to_string(read->day.day);
    return read->day.iso();
}

TEST(CountTest, AsPeopleWriteIt) {
    for (const auto& [text, expected] : {std::pair<const char*, const char*>{"120", "120"}, {"１２０", "120"}, {" 10 ", "10"},
             {"120人", "120"}, {"34 人次", "34"}, {"约300人", "about 300"}, {"近500", "about 500"}, {"300余人次", "about 300"},
             {"1.8万余", "about 18000"}, {"3.4万", "about 34000"}, {"1,200", "1200"}, {"12,345,678份", "12345678"},
             {"共45人", "45"}, {"4学时", "4"}, {"120.0", "120"}, {"大约 20 名", "about 20"}, {"50+", "about 50"}}) {
        EXPECT_EQ(count(words(text)), expected) << text;
    }
}

TEST(CountTest, WhatIsNoCountIsRefused) {
    for (const char* text : {"", "全体师生", "-3", "12.5人", "1,2", "12,34", "1.23456万", "3月", "10-20人", "两百", "999999999999999999"}) {
        EXPECT_EQ(count(words(text)), "none") << text;
    }
    EXPECT_EQ(count(number(-1)), "none");
    EXPECT_EQ(count(number(12.5)), "none");
    EXPECT_EQ(count(number(44197, true)), "none");
    EXPECT_EQ(count(number(16)), "16");
}

TEST(HundredthsTest, RoundHalfUpInDecimalNotInBinary) {
    EXPECT_EQ(parseHundredths(number(88.90000000000001)), 8890);
    EXPECT_EQ(parseHundredths(number(85.345)), 8535);
    EXPECT_EQ(parseHundredths(words("８５．３分")), 8530);
    EXPECT_EQ(parseHundredths(words("-1.5")), -150);
    EXPECT_EQ(parseHundredths(words("100")), 10000);
    EXPECT_FALSE(parseHundredths(words("优")));
    EXPECT_FALSE(parseHundredths(words("")));
}

TEST(FlagTest, UnknownIsNotNo) {
    EXPECT_EQ(parseFlag(words("是")), true);
    EXPECT_EQ(parseFlag(words(" √ ")), true);
    EXPECT_EQ(parseFlag(words("Ｎ")), false);
    EXPECT_EQ(parseFlag(words("×")), false);
    EXPECT_FALSE(parseFlag(words("")));
    EXPECT_FALSE(parseFlag(words("不详")));
}

TEST(CodeTest, LongNumbersHaveLostTheirEnd) {
    EXPECT_TRUE(digitsLost(number(3.70911e17)));
    EXPECT_TRUE(digitsLost(words("3.70911E+17")));
    EXPECT_FALSE(digitsLost(number(18693999930)));
    EXPECT_FALSE(digitsLost(words("91410200MA4000533X")));
    EXPECT_FALSE(digitsLost(words("370911199001011234")));
}

TEST(DateTest, ShapesPeopleUse) {
    for (const char* text : {"2021.6.16", "2021年6月16日", "2021-06-16 ", "２０２１-０６-１６", "20210616", "2021/6/16",
                             "2021年6月16号", "2021.6.16.", "2021-06-16 10:30", "2021年6月16日星期三", "2021年6月16日（周三）上午",
                             "2021-06-16T08:00:00", "21年6月16日"}) {
        EXPECT_EQ(day(words(text)), "2021-06-16") << text;
    }
    EXPECT_EQ(day(words("6月16日")), "any-6-16");
    EXPECT_EQ(day(words("2月29日")), "any-2-29");
    EXPECT_EQ(day(words("6.16")), "any-6-16");
}

TEST(DateTest, DaysThatDoNotExistAreRefused) {
    for (const char* text : {"", "2021年2月30日", "2021.13.1", "6月31日", "待定", "2021年6月", "2021", "6月16日-18日", "2021.6.16-6.18"}) {
        EXPECT_EQ(day(words(text)), "none") << text;
    }
}

TEST(DateTest, TheOrderIsTakenFromTheNumbersOrAskedFor) {
    EXPECT_EQ(day(words("5/6/2021")), "which order?");
    EXPECT_EQ(day(words("25/6/2021")), "2021-06-25");
    EXPECT_EQ(day(words("6/25/2021")), "2021-06-25");
    EXPECT_EQ(day(words("6/6/2021")), "2021-06-06");
    EXPECT_EQ(day(words("5/6/2021"), DateOrder::dayMonthYear), "2021-06-05");
    EXPECT_EQ(day(words("5/6/2021"), DateOrder::monthDayYear), "2021-05-06");
    EXPECT_EQ(day(words("21/6/16")), "2021-06-16") << "the usual order of a two-digit year";
    EXPECT_EQ(day(words("5/6/21")), "which order?");
    EXPECT_EQ(day(words("21/6/16"), DateOrder::yearMonthDay), "2021-06-16");
    EXPECT_EQ(day(words("45/6/16")), "2045-06-16");
}

TEST(DateTest, SerialsOfBothCounts) {
    EXPECT_EQ(day(number(44197, true)), "2021-01-01");
    EXPECT_EQ(day(number(44197.75, true)), "2021-01-01");
    EXPECT_EQ(day(number(44197)), "2021-01-01") << "the cell lost its format";
    EXPECT_EQ(day(number(1, true)), "1900-01-01");
    EXPECT_EQ(day(number(59, true)), "1900-02-28");
    EXPECT_EQ(day(number(60, true)), "none") << "29 February 1900 never was";
    EXPECT_EQ(day(number(61, true)), "1900-03-01");
    EXPECT_EQ(day(number(42735, true), DateOrder::unknown, true), "2021-01-01");
    EXPECT_EQ(day(number(20210616)), "2021-06-16");
    EXPECT_EQ(day(number(12)), "none");
}

} // namespace
