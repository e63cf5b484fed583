#include "core/plugins/load_order.h"

#include <gtest/gtest.h>

using namespace yanxun::host;

TEST(LoadOrder, NeededPluginsComeFirst) {
    const LoadOrder result = loadOrder({{"a", {"c"}}, {"b", {}}, {"c", {"b"}}});
    EXPECT_EQ(result.order, (std::vector<std::string>{"b", "c", "a"}));
    EXPECT_TRUE(result.circles.empty());
    EXPECT_TRUE(result.missing.empty());
}

TEST(LoadOrder, WithoutNeedsTheIdDecides) {
    EXPECT_EQ(loadOrder({{"z", {}}, {"m", {}}, {"a", {}}}).order, (std::vector<std::string>{"a", "m", "z"}));
}

TEST(LoadOrder, ACircleIsNamedFromEachOfItsMembers) {
    const LoadOrder result = loadOrder({{"a", {"b"}}, {"b", {"c"}}, {"c", {"a"}}, {"d", {}}});
    EXPECT_EQ(result.order, std::vector<std::string>{"d"});
    EXPECT_EQ(result.circles.at("a"), (std::vector<std::string>{"a", "b", "c", "a"}));
    EXPECT_EQ(result.circles.at("b"), (std::vector<std::string>{"b", "c", "a", "b"}));
    EXPECT_EQ(result.circles.at("c"), (std::vector<std::string>{"c", "a", "b", "c"}));
}

TEST(LoadOrder, APluginThatNeedsItselfIsACircle) {
    EXPECT_EQ(loadOrder({{"a", {"a"}}}).circles.at("a"), (std::vector<std::string>{"a", "a"}));
}

TEST(LoadOrder, WhoNeedsACircleWaitsForIt) {
    const LoadOrder result = loadOrder({{"a", {"b"}}, {"b", {"a"}}, {"c", {"a"}}});
    EXPECT_TRUE(result.order.empty());
    EXPECT_EQ(result.missing.at("c"), "a");
}

TEST(LoadOrder, AMissingPluginStopsTheWholeChainBehindIt) {
    const LoadOrder result = loadOrder({{"a", {"b"}}, {"b", {"nobody"}}, {"c", {}}});
    EXPECT_EQ(result.order, std::vector<std::string>{"c"});
    EXPECT_EQ(result.missing.at("b"), "nobody");
    EXPECT_EQ(result.missing.at("a"), "b");
}

TEST(LoadOrder, WishedPluginsComeFirstWhenTheyRun) {
    const PluginIds needs{{"a", {}}, {"b", {}}, {"c", {"gone"}}};
    EXPECT_EQ(loadOrder(needs, {{"a", {"b", "c", "nobody"}}}).order, (std::vector<std::string>{"b", "a"}));
}

TEST(LoadOrder, ACircleOfWishesStopsNobody) {
    const LoadOrder result = loadOrder({{"a", {}}, {"b", {"a"}}}, {{"a", {"b"}}});
    EXPECT_EQ(result.order, (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(result.circles.empty());
}
