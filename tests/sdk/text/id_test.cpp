#include <yanxun/id.h>

#include <gtest/gtest.h>

#include <set>

TEST(UidTest, CarriesItsTimeAndVersion) {
    const std::string uid = yanxun::newUid(0x0123456789ab);
    ASSERT_EQ(uid.size(), 36u);
    EXPECT_EQ(uid.substr(0, 13), "01234567-89ab");
    EXPECT_EQ(uid[14], '7');
    EXPECT_NE(std::string("89ab").find(uid[19]), std::string::npos);
}

TEST(UidTest, TwoAreNeverEqual) {
    std::set<std::string> all;
    for (int i = 0; i < 10'000; ++i) all.insert(yanxun::newUid(1));
    EXPECT_EQ(all.size(), 10'000u);
}

TEST(IdTest, ZeroMeansNotStored) {
    EXPECT_FALSE(yanxun::Id<struct DrillTag>{});
    EXPECT_TRUE(yanxun::Id<struct DrillTag>{7});
}
