#include "core/atomic_file.h"

#include <yanxun/error.h>

#include <gmock/gmock.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <sstream>

using namespace yanxun;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

class AtomicFileTest : public testing::Test {
protected:
    AtomicFileTest() : folder(std::filesystem::temp_directory_path() / ("yanxun_atomic_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(folder);
    }
    ~AtomicFileTest() override { std::filesystem::remove_all(folder); }

    std::string bytes(const std::filesystem::path& path) const {
        std::ostringstream text;
        text << std::ifstream(path, std::ios::binary).rdbuf();
        return text.str();
    }
    std::vector<std::string> files() const {
        std::vector<std::string> names;
        for (const auto& item : std::filesystem::directory_iterator(folder)) names.push_back(item.path().filename().string());
        return names;
    }
    template <class E>
    std::string refusal(const std::filesystem::path& path) const {
        try {
            AtomicFile file(path);
            file.out() << "x";
            file.commit();
        } catch (const E& error) {
            return error.what();
        }
        return {};
    }

    std::filesystem::path folder;
};

TEST_F(AtomicFileTest, TakesItsNameWhenWhole) {
    const auto path = folder / "报表.xml";
    {
        AtomicFile file(path);
        file.out() << "neu";
        EXPECT_FALSE(std::filesystem::exists(path));
        file.commit();
    }
    EXPECT_EQ(bytes(path), "neu");
    EXPECT_THAT(files(), ElementsAre("报表.xml"));
}

TEST_F(AtomicFileTest, WithoutCommitTheOldFileStaysAndNothingElse) {
    const auto path = folder / "a";
    std::ofstream(path) << "alt";
    { AtomicFile(path).out() << "neu"; }
    EXPECT_EQ(bytes(path), "alt");
    EXPECT_THAT(files(), ElementsAre("a"));
}

TEST_F(AtomicFileTest, PlacesThatCannotBeWrittenAreNamed) {
    EXPECT_THAT(refusal<Unavailable>(folder / "nowhere/a"), HasSubstr("nowhere”不存在"));
    std::ofstream(folder / "file") << "x";
    EXPECT_THAT(refusal<Unavailable>(folder / "file/a"), HasSubstr("file”不存在"));
    std::filesystem::create_directories(folder / "folder/inner");
    EXPECT_THAT(refusal<Unavailable>(folder / "folder"), HasSubstr("是一个文件夹"));
    std::filesystem::remove_all(folder / "folder");
    EXPECT_THAT(files(), ElementsAre("file"));
}

TEST_F(AtomicFileTest, AFullDiskIsToldAtTheNextCheckAndAtTheEnd) {
    const auto full = [&](bool checkedOnTheWay) {
        const pid_t child = ::fork();
        if (child == 0) {
            std::signal(SIGXFSZ, SIG_IGN);
            const rlimit little{1000, 1000};
            ::setrlimit(RLIMIT_FSIZE, &little);
            try {
                AtomicFile file(folder / "voll");
                file.out() << std::string(100'000, 'x');
                if (checkedOnTheWay) file.check();
                file.commit();
            } catch (const Full&) {
                ::_exit(7);
            }
            ::_exit(0);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        return WEXITSTATUS(status);
    };
    EXPECT_EQ(full(true), 7);
    EXPECT_EQ(full(false), 7);
}

TEST_F(AtomicFileTest, TheLongestNameStillFits) {
    const std::string longest(250, 'a'); // 255 bytes are allowed, and «.part123» would not fit behind them
    EXPECT_THAT(refusal<Error>(folder / longest), IsEmpty());
    EXPECT_EQ(bytes(folder / longest), "x");
}

} // namespace
