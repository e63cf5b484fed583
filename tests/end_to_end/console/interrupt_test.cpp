// Ctrl-C and its like: exit code 130 and the data as before.
#include "end_to_end/console/console_fixture.h"

#include <chrono>
#include <csignal>
#include <thread>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

class InterruptTest : public ConsoleOnBothTest {
protected:
    void waitFor(const std::filesystem::path& flag, Process& process) const {
        for (int tries = 0; tries < 3000 && process.running() && !std::filesystem::exists(flag); ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
        ASSERT_TRUE(std::filesystem::exists(flag)) << "the work never began";
    }
};
YANXUN_ON_BOTH_ENGINES(InterruptTest);

TEST_P(InterruptTest, AnImportThatIsStoppedLeavesTheDataAsBefore) {
    importNotes(5);
    for (const int signal : {SIGINT, SIGTERM}) {
        const auto flag = file("flag" + std::to_string(signal));
        const auto process = start({"import", "notebook.notes", notes(2000, "viele.csv", "乙").string(), "--pace", "slow"},
                                   {{{"YANXUN_TEST_FLAG", flag.string()}}});
        waitFor(flag, *process);
        process->signal(signal);
        const Outcome stopped = process->wait();
        EXPECT_THAT(stopped, Refuses(130, "数据没有改动"));
        EXPECT_EQ(heads(), 5);
    }
    EXPECT_EQ(answer({"check"}).at("clean"), true);
    EXPECT_THAT(run({"undo", "2"}), Refuses(4, "没有第 2 批")) << "no batch was left behind";
}

TEST_P(InterruptTest, ADemonstrationThatIsStoppedLeavesAnEmptyDatabase) {
    run({"migrate"});
    const auto process = start({"demo", "--scale", "200"});
    std::this_thread::sleep_for(std::chrono::milliseconds(1500));
    process->signal(SIGINT);
    EXPECT_THAT(process->wait(), Refuses(130, "数据没有改动"));
    EXPECT_EQ(heads(), 0);
    EXPECT_EQ(run({"demo"}).exitCode, 0);
}

} // namespace
