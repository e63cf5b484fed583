// Every number of the year, and the rows behind it.
#include "end_to_end/year/year_desk.h"

#include <gmock/gmock.h>

using namespace yanxun;
using namespace yanxun::testing;
using nlohmann::json;
using ::testing::HasSubstr;

namespace {

class YearFiguresTest : public ::testing::TestWithParam<Engine> {
protected:
    YearFiguresTest() : desk(GetParam()) {}
    std::size_t rows(const std::string& figure, const std::string& key = {}) const {
        std::vector<std::string> words{"figures", "--year", "2021", "--rows", figure};
        if (!key.empty()) words.insert(words.end(), {"--key", key});
        return desk.answer(words).size();
    }
    /// A plugin of the person's own, from the fixtures.
    void install(const std::string& fixture) const {
        const auto from = std::filesystem::path(YANXUN_BINARY_DIR) / "tests/fixtures" / fixture;
        const auto to = desk.home.path() / "data/yanxun/plugins";
        std::filesystem::create_directories(to);
        std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
    }

    YearDesk desk;
};
YANXUN_ON_BOTH_ENGINES(YearFiguresTest);

TEST_P(YearFiguresTest, EveryFigureHasItsFormAndItsPointsAddUp) {
    desk.fill();
    const auto all = desk.figures();
    EXPECT_EQ(all.at("drills.held").at("value"), 529);
    EXPECT_EQ(all.at("drills.participants").at("value"), 11046);
    for (const auto& [id, figure] : all) {
        for (const char* name : {"title", "unit"}) EXPECT_TRUE(figure.at(name).is_string()) << id;
        EXPECT_TRUE(figure.at("value").is_number()) << id;
        if (!figure.contains("series")) continue;
        const bool shares = figure.at("series")[0].contains("expected"); // its value is a share, not a sum
        double sum = 0;
        for (const json& point : figure.at("series")) {
            EXPECT_FALSE(point.at("key").get<std::string>().empty()) << id;
            EXPECT_FALSE(point.at("label").get<std::string>().empty()) << id;
            EXPECT_EQ(point.contains("expected"), shares) << id;
            sum += point.at("value").get<double>();
        }
        if (!shares) {
            EXPECT_DOUBLE_EQ(sum, figure.at("value").get<double>()) << id;
        }
    }
}

TEST_P(YearFiguresTest, TheRowsBehindANumberAreAsManyAsItSays) {
    desk.fill();
    const auto all = desk.figures();
    EXPECT_EQ(rows("drills.held"), 529u);
    for (const char* id : {"drills.by_month", "drills.by_mode", "drills.by_hazard", "drills.scores", "training.by_month",
                           "campaigns.by_category", "campaigns.by_month"}) {
        ASSERT_TRUE(all.contains(id)) << id;
        for (const json& point : all.at(id).at("series")) {
            EXPECT_EQ(rows(id, point.at("key")), point.at("value").get<std::size_t>()) << id << point;
        }
    }
}

TEST_P(YearFiguresTest, AWrongFigureOrKeyIsNamedWithWhatThereIs) {
    desk.fill();
    const Outcome figure = desk.run({"figures", "--rows", "drills.nothing"});
    EXPECT_NE(figure.exitCode, 0);
    EXPECT_THAT(figure.err, HasSubstr("drills.held"));
    const Outcome key = desk.run({"figures", "--year", "2021", "--rows", "drills.by_month", "--key", "202113"});
    EXPECT_EQ(key.exitCode, 2);
    EXPECT_THAT(key.err, HasSubstr("202112"));
    EXPECT_EQ(key.out, "");
    EXPECT_THAT(desk.run({"figures", "--rows", "drills.held", "--key", "x"}).err, HasSubstr("没有分项"));
}

TEST_P(YearFiguresTest, AMatrixTellsEachCellAndOfHowMany) {
    install("shares");
    ASSERT_EQ(desk.run({"migrate"}).exitCode, 0);
    const json figure = desk.figures().at("shares.coverage");
    EXPECT_EQ(figure.at("value"), 4);
    EXPECT_EQ(figure.at("series").size(), 4u);
    EXPECT_EQ(figure.at("series")[0], (json{{"key", "east|village"}, {"label", "东屏镇 进农村"}, {"value", 3}, {"reached", 3}, {"expected", 4}}));
    EXPECT_EQ(rows("shares.coverage", "east|village"), 3u);
    EXPECT_EQ(rows("shares.coverage", "west|school"), 0u);
    EXPECT_EQ(rows("shares.coverage"), 4u);
    const std::string text = desk.run({"figures", "--year", "2021"}).out;
    EXPECT_THAT(text, HasSubstr("进农村"));
    EXPECT_THAT(text, HasSubstr("3/4"));
}

} // namespace
