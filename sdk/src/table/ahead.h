#pragma once
#include <array>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace yanxun::table {

/// Makes batches on a thread of its own, a few ahead of who uses them. The thread ends with the object.
template <class Batch>
class Ahead {
public:
    /// `fill` is called on that thread with a used or fresh batch; false = nothing more, the batch is not delivered. What it
    /// throws is thrown by next() after the batches before it.
    explicit Ahead(std::function<bool(Batch&)> fill) : fill_(std::move(fill)), thread_([this] { run(); }) {}
    ~Ahead() {
        {
            const std::lock_guard lock(mutex_);
            stopped_ = true;
        }
        changed_.notify_all();
        thread_.join();
    }
    /// The next batch, valid until the call after; null at the end.
    Batch* next() {
        std::unique_lock lock(mutex_);
        if (inUse_) ++used_;
        changed_.notify_all();
        changed_.wait(lock, [this] { return made_ > used_ || ended_; });
        inUse_ = made_ > used_;
        if (inUse_) return &batches_[used_ % batches_.size()];
        if (thrown_) std::rethrow_exception(thrown_);
        return nullptr;
    }

private:
    void run() {
        std::unique_lock lock(mutex_);
        while (!ended_) {
            changed_.wait(lock, [this] { return stopped_ || made_ - used_ < batches_.size(); });
            if (stopped_) return;
            Batch& batch = batches_[made_ % batches_.size()];
            lock.unlock();
            bool isMade = false;
            std::exception_ptr thrown;
            try {
                isMade = fill_(batch);
            } catch (...) {
                thrown = std::current_exception();
            }
            lock.lock();
            made_ += isMade;
            ended_ = !isMade;
            thrown_ = thrown;
            changed_.notify_all();
        }
    }

    const std::function<bool(Batch&)> fill_;
    std::array<Batch, 3> batches_;
    std::mutex mutex_; // guards what follows; a batch belongs to one side at a time
    std::condition_variable changed_;
    std::size_t made_ = 0, used_ = 0;
    bool inUse_ = false, stopped_ = false, ended_ = false;
    std::exception_ptr thrown_;
    std::thread thread_; // last: it uses all of the above
};

} // namespace yanxun::table
