// A plugin that kills the program is skipped and named at the next start; a kill from outside blames nobody.
#include "host/desk.h"

#include <gmock/gmock.h>

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <thread>

using namespace yanxun;
using namespace yanxun::host;
using namespace yanxun::testing;
using ::testing::HasSubstr;

namespace {

class CrashGuardTest : public ::testing::Test {
protected:
    CrashGuardTest() { desk.install("good"); }

    /// One start of the program, in a process of its own; returns how it ended.
    int start() {
        const int pid = begin();
        int status = 0;
        ::waitpid(pid, &status, 0);
        return status;
    }

    int begin() {
        const int pid = ::fork();
        if (pid != 0) return pid;
        ::alarm(60);
        ManagedPlugins plugins(desk);
        plugins.run();
        plugins.manager.stop();
        std::_Exit(7); // came to its end
    }

    static void expectKilledBy(int status, int signal) {
        ASSERT_TRUE(WIFSIGNALED(status));
        EXPECT_EQ(WTERMSIG(status), signal);
    }

    void expectSkipped() {
        ManagedPlugins plugins(desk);
        plugins.run();
        EXPECT_EQ(plugins.info("trouble").state, PluginState::refused);
        EXPECT_THAT(plugins.info("trouble").reason, HasSubstr("异常退出"));
        EXPECT_EQ(plugins.info("gamma").state, PluginState::running);
    }

    /// Waits until the plugin that sleeps in its start says so.
    void waitForFlag() const {
        while (!std::filesystem::exists(flag)) std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }

    Desk desk;
    std::filesystem::path flag = desk.file("flag");
};

} // namespace

TEST_F(CrashGuardTest, AFaultInStartSkipsThePluginNextTime) {
    desk.install("segfault");
    expectKilledBy(start(), SIGSEGV);
    expectSkipped();
    EXPECT_EQ(start(), 7 << 8) << "the program starts without it";
}

TEST_F(CrashGuardTest, AnAbortInStartSkipsThePluginNextTime) {
    desk.install("abort");
    expectKilledBy(start(), SIGABRT);
    expectSkipped();
}

TEST_F(CrashGuardTest, AStackThatOverflowsIsAFaultToo) {
    desk.install("overflow");
    expectKilledBy(start(), SIGSEGV);
    expectSkipped();
}

TEST_F(CrashGuardTest, LeavingByExitIsForgivenOnce) {
    desk.install("exit");
    EXPECT_EQ(start(), 0) << "it ended the program";
    {
        ManagedPlugins plugins(desk);
        EXPECT_EQ(plugins.info("trouble").state, PluginState::found);
    }
    EXPECT_EQ(start(), 0);
    expectSkipped();
}

TEST_F(CrashGuardTest, EnablingThePluginTriesItAgain) {
    desk.install("abort");
    start();
    expectSkipped();
    {
        ManagedPlugins plugins(desk);
        plugins.manager.enable("trouble");
    }
    expectKilledBy(start(), SIGABRT);
    expectSkipped();
}

TEST_F(CrashGuardTest, AKillFromOutsideBlamesNobody) {
    desk.install("sleep");
    ::setenv("YANXUN_TEST_FLAG", flag.c_str(), 1);
    for (const int signal : {SIGKILL, SIGKILL, SIGTERM, SIGTERM, SIGSEGV, SIGABRT}) {
        std::filesystem::remove(flag);
        const int pid = begin();
        waitForFlag();
        ::kill(pid, signal);
        int status = 0;
        ::waitpid(pid, &status, 0);
        expectKilledBy(status, signal);
    }
    ::unsetenv("YANXUN_TEST_FLAG");
    ManagedPlugins plugins(desk);
    EXPECT_EQ(plugins.info("trouble").state, PluginState::found);
}

TEST_F(CrashGuardTest, AnExceptionIsNoCrash) {
    desk.install("int");
    EXPECT_EQ(start(), 7 << 8);
    ManagedPlugins plugins(desk);
    EXPECT_EQ(plugins.info("trouble").state, PluginState::found);
}
