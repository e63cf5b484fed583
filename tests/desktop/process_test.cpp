// The program as a process: its words, its exit codes, one window per database.
#include "desktop/instance_lock.h"
#include "desktop/start_options.h"
#include "host/desk.h"

#include <gmock/gmock.h>
#include <yanxun/error.h>

#include <cstdlib>

using namespace yanxun;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

struct Ended {
    int exit = -1;
    std::string out, err;
};

/// Runs `yanxun` of the build without a display.
Ended run(const std::string& words) {
    const ScratchFolder folder;
    const std::string out = (folder.path() / "out").string(), err = (folder.path() / "err").string();
    const std::string line = "env -u DISPLAY -u WAYLAND_DISPLAY HOME=" + folder.path().string() + " " YANXUN_BINARY_DIR
                             "/bin/yanxun " + words + " >" + out + " 2>" + err;
    const int status = std::system(line.c_str());
    return {WEXITSTATUS(status), contentOf(out), contentOf(err)};
}

} // namespace

TEST(Program, WithoutADisplayItSaysSoAndLeavesWithTwo) {
    const Ended ended = run("");
    EXPECT_EQ(ended.exit, 2);
    EXPECT_THAT(ended.err, HasSubstr("没有可用的图形界面"));
    EXPECT_EQ(ended.out, "");
    EXPECT_THAT(run("--data x.db").err, HasSubstr("yanxunctl"));
}

TEST(Program, HelpAndVersionNeedNoDisplay) {
    EXPECT_THAT(run("--help").out, HasSubstr("--data"));
    EXPECT_EQ(run("--help").exit, 0);
    EXPECT_THAT(run("--version").out, HasSubstr("yanxun 0."));
}

TEST(Program, UnknownWordsAreNamed) {
    const Ended ended = run("--colour");
    EXPECT_EQ(ended.exit, 2);
    EXPECT_THAT(ended.err, HasSubstr("--colour"));
    EXPECT_THAT(run("--at yesterday").err, HasSubstr("yesterday"));
    EXPECT_THAT(run("--data").err, HasSubstr("缺少内容"));
}

TEST(StartOptions, AreReadWithAndWithoutEquals) {
    const char* words[]{"yanxun", "--data=a b.db", "--as", "王小培", "--page=host.home", "--at", "2021-06-16T08:00:00"};
    const desktop::StartOptions options = desktop::readStartOptions(7, words);
    EXPECT_EQ(options.data, "a b.db");
    EXPECT_EQ(options.who, "王小培");
    EXPECT_EQ(options.page, "host.home");
    EXPECT_EQ(localDay(*options.at), (Date{2021, 6, 16}));
}

TEST(InstanceLock, CallsReachTheFirstWindowOnce) {
    const ScratchFolder folder;
    const desktop::InstanceLock first(folder.path(), "/srv/a.db");
    EXPECT_FALSE(first.taken());
    EXPECT_FALSE(first.called());
    first.callOther();
    EXPECT_TRUE(first.called());
    EXPECT_FALSE(first.called());
    const desktop::InstanceLock other(folder.path(), "/srv/b.db");
    EXPECT_FALSE(other.taken());
    EXPECT_FALSE(other.called());
}
