#include <support/gui.h>

#include <yanxun/error.h>
#include <yanxun/ui/async.h>

#include <atomic>
#include <thread>

namespace yanxun::testing {
namespace {

using ui::Task;

TEST(TaskTest, DoneComesOnTheMainThread) {
    const auto here = std::this_thread::get_id();
    std::thread::id worker, after;
    Task task([&](Progress&) { worker = std::this_thread::get_id(); },
              [&](std::exception_ptr error) {
                  EXPECT_FALSE(error);
                  after = std::this_thread::get_id();
              });
    EXPECT_TRUE(task.running());
    ASSERT_TRUE(waitFor([&] { return !task.running(); }));
    EXPECT_EQ(after, here);
    EXPECT_NE(worker, here);
}

TEST(TaskTest, WhatTheWorkThrowsArrives) {
    std::string sentence;
    Task task([](Progress&) { throw Unavailable("连不上服务器。"); },
              [&](std::exception_ptr error) {
                  try {
                      std::rethrow_exception(error);
                  } catch (const Unavailable& unavailable) {
                      sentence = unavailable.what();
                  }
              });
    ASSERT_TRUE(waitFor([&] { return !task.running(); }));
    EXPECT_EQ(sentence, "连不上服务器。");
}

TEST(TaskTest, CancellingStopsTheWorkBetweenItsSteps) {
    bool cancelled = false;
    Task task([](Progress& progress) { while (true) progress.check(); },
              [&](std::exception_ptr error) {
                  try {
                      std::rethrow_exception(error);
                  } catch (const Cancelled&) {
                      cancelled = true;
                  }
              });
    task.cancel();
    ASSERT_TRUE(waitFor([&] { return !task.running(); }));
    EXPECT_TRUE(cancelled);
}

TEST(TaskTest, MillionsOfStepsAreAFewReports) {
    constexpr std::int64_t kSteps = 2'000'000;
    int reports = 0;
    std::int64_t last = 0;
    Task task(
        [](Progress& progress) {
            for (std::int64_t i = 1; i <= kSteps; ++i)
                progress.step(i, kSteps, "正在导入");
        },
        [](std::exception_ptr) {},
        [&](std::int64_t done, std::int64_t total, const std::string& what) {
            ++reports;
            EXPECT_GT(done, last);
            EXPECT_EQ(total, kSteps);
            EXPECT_EQ(what, "正在导入");
            last = done;
        });
    ASSERT_TRUE(waitFor([&] { return !task.running(); }, std::chrono::seconds(60)));
    EXPECT_GT(reports, 0);
    EXPECT_LT(reports, 2000);
    EXPECT_EQ(last, kSteps) << "the last step is told";
}

TEST(TaskTest, ClosingMeanwhileWaitsAndCallsNobody) {
    std::atomic<bool> ended = false;
    bool called = false;
    {
        Task task(
            [&](Progress& progress) {
                while (!progress.cancelled())
                    progress.step(1, 0, "");
                ended = true;
            },
            [&](std::exception_ptr) { called = true; }, [&](std::int64_t, std::int64_t, const std::string&) { called = true; });
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    EXPECT_TRUE(ended);
    settle();
    EXPECT_FALSE(called);
}

TEST(TaskTest, DoneMayEndTheTask) {
    std::unique_ptr<Task> task;
    bool called = false;
    task = std::make_unique<Task>([](Progress&) {}, [&](std::exception_ptr) {
        task.reset();
        called = true;
    });
    ASSERT_TRUE(waitFor([&] { return called; }));
    EXPECT_FALSE(task);
}

TEST(TaskTest, WhatDoneThrowsIsShown) {
    Answers answers;
    answers.then(wxID_OK);
    Task task([](Progress&) {}, [](std::exception_ptr) { throw Error("保存失败。"); });
    EXPECT_TRUE(waitFor([&] { return answers.given() == 1; }));
}

} // namespace
} // namespace yanxun::testing
