#include <yanxun/clock.h>
#include <yanxun/verb_values.h>

#include <gmock/gmock.h>

using namespace yanxun;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

VerbCall given(std::string id, std::string value) {
    VerbCall call;
    call.arguments[std::move(id)] = std::move(value);
    return call;
}

template <class Read>
std::string refusal(Read read) {
    try {
        read();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

TEST(VerbValuesTest, WhatWasNotGivenIsEmpty) {
    const VerbCall none;
    EXPECT_FALSE(countOf(none, "people"));
    EXPECT_FALSE(hundredthsOf(none, "score"));
    EXPECT_FALSE(dayOf(none, "on"));
}

TEST(VerbValuesTest, NumbersAreReadAsPeopleWriteThem) {
    const auto rough = countOf(given("people", "约300人"), "people");
    ASSERT_TRUE(rough);
    EXPECT_EQ(rough->value, 300);
    EXPECT_EQ(rough->precision, Precision::estimated);
    EXPECT_EQ(hundredthsOf(given("score", "88.5"), "score"), 8850);
    EXPECT_EQ(dayOf(given("on", "2021-05-12"), "on"), (Date{2021, 5, 12}));
}

TEST(VerbValuesTest, AWrongValueIsNamedWithItsParameter) {
    EXPECT_THAT(refusal([] { countOf(given("people", "很多"), "people"); }), HasSubstr("--people 应当是数量"));
    EXPECT_THAT(refusal([] { hundredthsOf(given("score", "优"), "score"); }), HasSubstr("“优”"));
    EXPECT_THAT(refusal([] { dayOf(given("on", "去年"), "on"); }), HasSubstr("--on"));
}

TEST(VerbValuesTest, ARecordIsNamedByANumberAboveZero) {
    EXPECT_EQ(idOf(given("id", "12")), 12);
    EXPECT_THAT(refusal([] { idOf(given("id", "0")); }), HasSubstr("编号"));
    EXPECT_THAT(refusal([] { idOf(VerbCall()); }), HasSubstr("编号"));
}

TEST(VerbValuesTest, TheYearIsTheClocksUnlessGiven) {
    const FixedClock clock(startOf(Date{2021, 7, 1}));
    VerbCall call;
    call.clock = &clock;
    EXPECT_EQ(yearOf(call), 2021);
    call.arguments["year"] = "2019";
    EXPECT_EQ(yearOf(call), 2019);
}

TEST(VerbValuesTest, ParametersSayHowTheyAreGiven) {
    EXPECT_TRUE(idParameter("编号").positional);
    EXPECT_TRUE(idParameter("编号").required);
    EXPECT_TRUE(flag("all", "全部").flag);
    EXPECT_FALSE(option("name", "名称").required);
    EXPECT_TRUE(option("name", "名称", true).required);
    EXPECT_EQ(makeVerb("notes.list", "列表", {}, [](VerbCall&) { return 0; }).id, "notes.list");
}

TEST(VerbValuesTest, RowsOutliveTheList) {
    std::vector<std::int64_t> seen;
    const RowSource rows = rowsOf({{"id", "编号", CellKind::integer}}, std::vector<std::int64_t>{3, 5},
                                  [](std::int64_t id) { return std::vector<Value>{id}; });
    rows.each([&](std::span<const Value> row) { seen.push_back(std::get<std::int64_t>(row[0])); });
    EXPECT_THAT(seen, ElementsAre(3, 5));
}

} // namespace
