#include "end_to_end/console/console_fixture.h"

#include <fstream>
#include <sstream>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class CalendarConsoleTest : public ConsoleOnBothTest {
protected:
    void SetUp() override { ASSERT_EQ(run({"demo"}).exitCode, 0); }
};
YANXUN_ON_BOTH_ENGINES(CalendarConsoleTest);

TEST_P(CalendarConsoleTest, ListsWhatPluginsHave) {
    const auto year = answer({"calendar", "--from", "2021-01-01", "--to", "2021-12-31", "--kind", "drills.calendar"});
    EXPECT_EQ(year.size(), 529u);
    EXPECT_EQ(answer({"calendar", "--kind", "drills.calendar"}).size(), 529u) << "this year when no days are given";
    std::string before;
    for (const auto& one : year) {
        EXPECT_LE(before, one.at("first").get<std::string>());
        before = one.at("first");
        EXPECT_EQ(one.at("kind"), "drills.calendar");
        EXPECT_FALSE(one.at("title").get<std::string>().empty());
    }
    EXPECT_THAT(run({"calendar", "--from", "2021-09-01", "--to", "2021-09-01"}).out, HasSubstr("2021-09-01"));
    EXPECT_EQ(run({"calendar", "--from", "1990-01-01", "--to", "1990-01-02"}).out, "这段时间没有安排。\n");
}

TEST_P(CalendarConsoleTest, WritesOneFileForOtherPrograms) {
    const auto file = home.path() / "日历.ics";
    const Outcome made = run({"calendar", "--ics", "-o", file.string()});
    EXPECT_EQ(made.exitCode, 0) << made.err;
    EXPECT_TRUE(made.out.empty());
    EXPECT_THAT(made.err, HasSubstr("已写到"));
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    EXPECT_TRUE(text.str().starts_with("BEGIN:VCALENDAR\r\n"));
    EXPECT_TRUE(text.str().ends_with("END:VCALENDAR\r\n"));
}

TEST_P(CalendarConsoleTest, RefusesWhatItDoesNotUnderstand) {
    EXPECT_THAT(run({"calendar", "--from", "2021-13-01"}), Refuses(2, "--from"));
    EXPECT_THAT(run({"calendar", "--from", "2021-05-02", "--to", "2021-05-01"}), Refuses(2, "早于"));
    EXPECT_THAT(run({"calendar", "--kind", "none"}), Refuses(2, "drills.calendar"));
    EXPECT_THAT(run({"calendar", "--ics"}), Refuses(2, "-o"));
    EXPECT_THAT(run({"calendar", "-o", "x.ics"}), Refuses(2, "--ics"));
    EXPECT_THAT(run({"calendar", "--ics", "-o", file("none/x.ics").string()}), Refuses(5, "不存在"));
    EXPECT_FALSE(std::filesystem::exists(file("none")));
}

} // namespace
