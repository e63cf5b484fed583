#include <yanxun/ui/async.h>

#include <yanxun/ui/dialogs.h>

#include <wx/app.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <tuple>

namespace yanxun::ui {

namespace {

using SteadyTime = std::chrono::steady_clock::time_point;
constexpr std::chrono::milliseconds kBetweenReports{40}; // more often no eye sees

void onMainThread(std::function<void()> work) {
    if (wxTheApp) wxTheApp->CallAfter([work = std::move(work)] { guarded(nullptr, work); });
}

} // namespace

struct Task::Shared final : Progress, std::enable_shared_from_this<Task::Shared> {
    // Worker and main thread.
    std::atomic<bool> stop{false}, reportQueued{false};
    std::mutex mutex;
    std::int64_t done = 0, total = 0;
    std::string what;
    // Worker only.
    SteadyTime lastReport{};
    // Main thread only.
    bool alive = true, finished = false;
    std::int64_t reported = -1;
    std::string reportedWhat;
    std::function<void(std::exception_ptr)> onDone;
    std::function<void(std::int64_t, std::int64_t, const std::string&)> onProgress;
    std::thread thread;

    bool cancelled() const override { return stop; }

    void step(std::int64_t nowDone, std::int64_t nowTotal, std::string_view nowWhat) override {
        {
            const std::lock_guard lock(mutex);
            done = nowDone;
            total = nowTotal;
            if (what != nowWhat) what = nowWhat;
        }
        const SteadyTime now = std::chrono::steady_clock::now();
        const bool last = nowTotal > 0 && nowDone >= nowTotal;
        if (!last && now - lastReport < kBetweenReports) return;
        if (reportQueued.exchange(true)) return;
        lastReport = now;
        onMainThread([self = shared_from_this()] { self->report(); });
    }

    void report() {
        reportQueued = false;
        if (!alive || finished || !onProgress) return;
        std::unique_lock lock(mutex);
        const auto [nowDone, nowTotal, nowWhat] = std::tuple(done, total, what);
        lock.unlock();
        if (nowDone == reported && nowWhat == reportedWhat) return; // the worker stood still since the report before
        reported = nowDone;
        reportedWhat = nowWhat;
        const auto keep = onProgress; // the callback may end the Task
        keep(nowDone, nowTotal, nowWhat);
    }

    void finish(std::exception_ptr error) {
        if (!alive) return;
        finished = true;
        if (const auto call = std::move(onDone)) call(error);
    }

    void run(const std::function<void(Progress&)>& work) {
        std::exception_ptr error;
        try {
            work(*this);
        } catch (...) {
            error = std::current_exception();
        }
        onMainThread([self = shared_from_this(), error] { self->finish(error); });
    }
};

Task::Task(std::function<void(Progress&)> work, std::function<void(std::exception_ptr)> done,
           std::function<void(std::int64_t, std::int64_t, const std::string&)> progressed)
    : shared_(std::make_shared<Shared>()) {
    shared_->onDone = std::move(done);
    shared_->onProgress = std::move(progressed);
    // A plain pointer: the Task joins before it lets go, and a thread must not destroy the object it runs in.
    shared_->thread = std::thread([shared = shared_.get(), work = std::move(work)] { shared->run(work); });
}

Task::~Task() {
    shared_->alive = false;
    shared_->stop = true;
    if (shared_->thread.joinable()) shared_->thread.join();
}

void Task::cancel() { shared_->stop = true; }

bool Task::running() const { return !shared_->finished; }

} // namespace yanxun::ui
