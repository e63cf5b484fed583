// What a page is asked for goes there and back, whatever stands in a value.
#include <yanxun/argument.h>

#include <gtest/gtest.h>

using namespace yanxun;

TEST(Argument, AnyTextComesBack) {
    for (const std::string value : {"城西街道", "A&B=C", "100%", "%26", "%2526", "", "a=b"}) {
        std::string argument;
        addNumber(argument, "year", 2021);
        addPart(argument, "region", value);
        addPart(argument, "kind", "企业");
        EXPECT_EQ(argumentPart(argument, "region"), value) << argument;
        EXPECT_EQ(argumentNumber(argument, "year"), 2021);
        EXPECT_EQ(argumentPart(argument, "kind"), "企业");
    }
}

TEST(Argument, APartIsNamedWhole) {
    EXPECT_EQ(argumentPart("id=12&year=2021", "year"), "2021");
    EXPECT_EQ(argumentPart("myid=12", "id"), "");
    EXPECT_EQ(argumentPart("idle=12", "id"), "");
    EXPECT_TRUE(hasPart("region=&id=1", "region")) << "those that do not tell";
    EXPECT_TRUE(hasPart("low", "low"));
    EXPECT_EQ(argumentPart("low", "low"), "");
    EXPECT_FALSE(hasPart("", "id"));
    EXPECT_EQ(argumentNumber("id=x", "id"), 0);
    EXPECT_EQ(argumentPart("&&id=3&", "id"), "3");
}

TEST(Argument, DaysComeBack) {
    const Period may{{2021, 5, 1}, {2021, 5, 31}};
    std::string argument;
    addPeriod(argument, "period", std::nullopt);
    addNumber(argument, "id", 0);
    EXPECT_EQ(argument, "");
    addPeriod(argument, "period", may);
    EXPECT_EQ(argument, "period=2021-05-01..2021-05-31");
    EXPECT_EQ(argumentPeriod(argument, "period")->last, may.last);
    EXPECT_FALSE(argumentPeriod("period=2021-05-01", "period"));
    EXPECT_FALSE(argumentPeriod("period=2021-02-30..2021-03-01", "period"));
}
