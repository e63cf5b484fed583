#include "core/file_log.h"
#include "host/desk.h"

#include <thread>

using namespace yanxun;
using namespace yanxun::host;
using yanxun::testing::contentOf;
using yanxun::testing::ScratchFolder;

TEST(LogFile, LinesCarryLevelAndSource) {
    ScratchFolder folder;
    LogFile file(folder.path() / "cache/yanxun.log");
    SourceLog(file, "alpha").info("opening");
    EXPECT_NE(contentOf(folder.path() / "cache/yanxun.log").find(" info alpha: opening\n"), std::string::npos);
}

TEST(LogFile, TurnsOverBeforeItGrowsTooLarge) {
    ScratchFolder folder;
    const std::filesystem::path path = folder.path() / "yanxun.log";
    LogFile file(path);
    SourceLog log(file, "alpha");
    const std::string line(1000, 'x');
    for (int i = 0; i < 7000; ++i) log.debug(line);
    EXPECT_LE(std::filesystem::file_size(path), 2u * 1024 * 1024);
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "yanxun.log.1"));
    EXPECT_TRUE(std::filesystem::exists(folder.path() / "yanxun.log.2"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "yanxun.log.3"));
}

TEST(LogFile, TakesLinesOfManyThreads) {
    ScratchFolder folder;
    LogFile file(folder.path() / "yanxun.log");
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t) {
        threads.emplace_back([&file] {
            SourceLog log(file, "alpha");
            for (int i = 0; i < 200; ++i) log.debug("line");
        });
    }
    for (std::thread& thread : threads) thread.join();
    const std::string text = contentOf(folder.path() / "yanxun.log");
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 800);
}

TEST(LogFile, WithoutAWritableFolderTheProgramGoesOn) {
    LogFile file("/proc/nowhere/yanxun.log");
    SourceLog(file, "alpha").info("opening");
}
