// What is written is read by another library; the text itself is held against RFC 5545.
#include "core/icalendar.h"
#include "support/test_database.h"

#include <yanxun/file.h>
#include <yanxun/text.h>

#include <gmock/gmock.h>

#include <cstdio>
#include <sstream>

using namespace yanxun;
using namespace yanxun::testing;
using namespace yanxun::host;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

namespace {

constexpr Millis kMade = 1'640'923'200'000; // 2021-12-31 04:00 UTC

class IcalendarTest : public ::testing::Test {
protected:
    IcalendarTest() {
        kind.id = "drill.calendar";
        kind.title = "演练, 应急";
    }
    KindEntry entry(const std::string& title, Date first, Date last, const std::string& uid = "0188") {
        KindEntry one{{first, last, title, "", Tone::accent, "id=1"}, &kind};
        one.entry.uid = uid;
        return one;
    }
    /// What python3-icalendar understood, a line each.
    std::vector<std::string> read(const std::string& text) {
        const auto file = folder.path() / "calendar.ics";
        writeFile(file, text);
        const std::string command =
            "/usr/bin/python3 '" YANXUN_SOURCE_DIR "/tests/host/read_calendar.py' '" + file.string() + "' 2>&1";
        std::vector<std::string> lines;
        FILE* const answer = ::popen(command.c_str(), "r");
        std::string all;
        char block[4096];
        while (const std::size_t got = std::fread(block, 1, sizeof block, answer)) all.append(block, got);
        EXPECT_EQ(::pclose(answer), 0) << all;
        std::istringstream in(all);
        for (std::string line; std::getline(in, line);) lines.push_back(line);
        return lines;
    }
    ScratchFolder folder;
    CalendarKind kind;
};

TEST_F(IcalendarTest, WholeDaysEndOnTheDayAfter) {
    EXPECT_THAT(read(icalendar({entry("防汛演练", {2021, 5, 30}, {2021, 5, 31})}, kMade, "望川县应急管理局")),
                ElementsAre("X-WR-CALNAME|望川县应急管理局", "0188@drill.calendar.yanxun|2021-12-31T04:00:00+00:00|2021-05-30|"
                                                            "2021-06-01|防汛演练|||CONFIRMED|演练, 应急"));
}

TEST_F(IcalendarTest, TimesAreTheSameInstantElsewhere) {
    KindEntry one = entry("夜间拉动", {2021, 1, 1}, {2021, 1, 1});
    one.entry.time = DayTime{5 * 60, 24 * 60};
    EXPECT_THAT(read(icalendar({one}, kMade, "x"))[1],
                HasSubstr("|2020-12-31T21:00:00+00:00|2021-01-01T16:00:00+00:00|"));
    one.entry.time = DayTime{600, 600};
    EXPECT_THAT(read(icalendar({one}, kMade, "x"))[1], HasSubstr("|2021-01-01T02:00:00+00:00||夜间拉动"))
        << "an end that is no end is left out";
}

TEST_F(IcalendarTest, WordsComeBackAsTheyWere) {
    KindEntry one = entry("逗号, 分号; 反斜杠\\ 引号\" 冒号:", {2021, 5, 3}, {2021, 5, 3});
    one.entry.place = "县医院; 3 号楼, 大厅";
    one.entry.detail = "第一行\n第二行\a";
    one.entry.cancelled = true;
    const std::string text = icalendar({one}, kMade, "x");
    EXPECT_THAT(text, HasSubstr("SUMMARY:逗号\\, 分号\\; 反斜杠\\\\ 引号\" 冒号:"));
    EXPECT_THAT(read(text)[1], HasSubstr("|逗号, 分号; 反斜杠\\ 引号\" 冒号:|县医院; 3 号楼, 大厅|第一行\\n第二行|CANCELLED|"));
}

TEST_F(IcalendarTest, LinesAreFoldedAt75OctetsBetweenCharacters) {
    std::string title;
    for (int i = 0; i < 60; ++i) title += i % 7 ? "应急" : "a𠮷";
    for (int shift = 0; shift < 8; ++shift) {
        title.insert(0, "x");
        const std::string text = icalendar({entry(title, {2021, 5, 3}, {2021, 5, 3})}, kMade, title);
        std::size_t at = 0;
        while (at < text.size()) {
            const std::size_t end = text.find("\r\n", at);
            ASSERT_NE(end, std::string::npos) << "the last line ends too";
            const std::string line = text.substr(at, end - at);
            EXPECT_LE(line.size(), 75u) << line;
            EXPECT_EQ(line.find('\n'), std::string::npos);
            EXPECT_TRUE(text::isValidUtf8(line)) << line;
            at = end + 2;
        }
        EXPECT_THAT(read(text)[1], HasSubstr("|" + title + "|"));
    }
}

TEST_F(IcalendarTest, WhatHasNoUidIsLeftOutAndCounted) {
    const std::vector<KindEntry> some{entry("有", {2021, 5, 3}, {2021, 5, 3}), entry("没有", {2021, 5, 3}, {2021, 5, 3}, "")};
    EXPECT_EQ(exported(some), 1u);
    EXPECT_THAT(icalendar(some, kMade, "x"), Not(HasSubstr("没有")));
}

TEST_F(IcalendarTest, TheSameEntriesGiveTheSameFile) {
    const std::vector<KindEntry> some{entry("甲", {2021, 5, 3}, {2021, 5, 3}), entry("乙", {2021, 5, 4}, {2021, 5, 4}, "0189")};
    EXPECT_EQ(icalendar(some, kMade, "x"), icalendar(some, kMade, "x"));
    EXPECT_EQ(read(icalendar({}, kMade, "空")).size(), 1u) << "a calendar without events is one too";
}

} // namespace
