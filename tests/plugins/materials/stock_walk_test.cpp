#include "core/stock_walk.h"

#include <gtest/gtest.h>

#include <vector>

namespace materials {
namespace {

TEST(StockWalk, NamesTheFirstMomentThatGoesShort) {
    const std::vector<Flow> later{{10, 1, -3, 101}, {20, 2, -4, 102}, {30, 3, +9, 103}};
    EXPECT_FALSE(walk(10, -3, later));
    const auto shortage = walk(10, -4, later);
    ASSERT_TRUE(shortage);
    EXPECT_EQ(shortage->at, 20);
    EXPECT_EQ(shortage->missing, 1);
    EXPECT_EQ(shortage->documentId, 102);
}

TEST(StockWalk, SaysWhenTheNewOneItselfIsTooMuch) {
    const auto shortage = walk(2, -5, {});
    ASSERT_TRUE(shortage);
    EXPECT_EQ(shortage->documentId, 0);
    EXPECT_EQ(shortage->missing, 3);
}

TEST(StockWalk, ASlipAndItsReversalLeaveNothingBetweenThem) {
    const std::vector<Flow> later{{10, 1, -5, 101}, {10, 2, +5, 102}, {20, 3, -1, 103}};
    EXPECT_FALSE(walk(1, 0, later));
    EXPECT_EQ(available(1, later), 0);
    EXPECT_EQ(available(3, later), 2);
    EXPECT_EQ(walk(1, -1, later)->documentId, 103);
}

TEST(StockWalk, TheOneTakenBackInTheSameMomentIsNotBlamed) {
    const std::vector<Flow> later{{10, 1, -3, 101}, {10, 2, -5, 102}, {10, 3, +5, 103}};
    EXPECT_EQ(walk(2, 0, later)->documentId, 101);
}

TEST(StockWalk, AvailableIsTheLowestOfAllThatComes) {
    EXPECT_EQ(available(7, std::vector<Flow>{{1, 1, -4, 1}, {2, 2, +10, 2}}), 3);
    EXPECT_EQ(available(-2, {}), 0);
}

} // namespace
} // namespace materials
