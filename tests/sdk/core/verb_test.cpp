#include <yanxun/verb.h>

#include <gmock/gmock.h>

using namespace yanxun;
using testing::HasSubstr;

namespace {

std::string refusal(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

VerbCall call(std::map<std::string, std::string, std::less<>> arguments) {
    VerbCall made;
    made.arguments = std::move(arguments);
    return made;
}

TEST(VerbCallTest, WhatWasNotGivenIsEmptyOrTheDefault) {
    const VerbCall none;
    EXPECT_FALSE(none.has("day"));
    EXPECT_EQ(none.text("day"), "");
    EXPECT_EQ(none.integer("limit", 20), 20);
    EXPECT_THAT(refusal([&] { none.date("day"); }), HasSubstr("--day"));
}

TEST(VerbCallTest, WhatWasGivenIsRead) {
    const VerbCall given = call({{"day", "2021-05-12"}, {"limit", "-7"}, {"empty", ""}});
    EXPECT_TRUE(given.has("empty"));
    EXPECT_EQ(given.date("day"), (Date{2021, 5, 12}));
    EXPECT_EQ(given.integer("limit", 20), -7);
}

TEST(VerbCallTest, AWrongValueIsNamedWithItsParameter) {
    const VerbCall given = call({{"day", "5月12日"}, {"limit", "12人"}, {"empty", ""}, {"huge", "99999999999999999999"}});
    EXPECT_THAT(refusal([&] { given.date("day"); }), HasSubstr("“5月12日”"));
    EXPECT_THAT(refusal([&] { given.integer("limit"); }), HasSubstr("--limit 应当是整数"));
    EXPECT_THAT(refusal([&] { given.integer("empty"); }), HasSubstr("--empty"));
    EXPECT_THAT(refusal([&] { given.integer("huge"); }), HasSubstr("--huge"));
}

} // namespace
