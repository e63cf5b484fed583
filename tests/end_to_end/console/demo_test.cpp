#include "end_to_end/console/console_fixture.h"

using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class DemoConsoleTest : public ConsoleTest {};

TEST_F(DemoConsoleTest, IsMadeOnceBesideThePersonsOwnDatabase) {
    const auto place = home.path() / "data/yanxun/demo.db";
    const Outcome first = yanxunctl(home.path(), {"demo"});
    EXPECT_EQ(first.exitCode, 0) << first.err;
    EXPECT_THAT(first.out, HasSubstr("529"));
    ASSERT_TRUE(std::filesystem::exists(place));
    const Outcome again = yanxunctl(home.path(), {"demo"});
    EXPECT_EQ(again.exitCode, 0);
    EXPECT_EQ(again.out, first.out);
    EXPECT_THAT(again.err, HasSubstr("没有改动"));
    EXPECT_FALSE(std::filesystem::exists(home.path() / "data/yanxun/yanxun.db"));
}

TEST_F(DemoConsoleTest, IsWrittenOverNobodysRecords) {
    importNotes(1);
    EXPECT_THAT(run({"demo"}), Refuses(4, "已有记录"));
    EXPECT_EQ(heads(), 1);
}

} // namespace
