#pragma once
#include "data/change_log.h"
#include "data/file_lock.h"
#include "data/session.h"

#include <atomic>
#include <map>
#include <mutex>

namespace yanxun {

namespace data {

/// A transaction this thread is inside of.
struct Running {
    const Database::Core* core;
    Reader::Session* session;
};

/// Puts a transaction on this thread's list for the length of a scope.
class RunningScope {
public:
    RunningScope(const Database::Core& core, Reader::Session& session);
    ~RunningScope();
    RunningScope(const RunningScope&) = delete;
    RunningScope& operator=(const RunningScope&) = delete;
};

/// The innermost session of this thread on that database, or null.
Reader::Session* runningSession(const Database::Core& core);
bool isWriting(const Database::Core& core);

/// PostgreSQL: tells the server that this program works with the database. Throws Conflict while another one holds it
/// exclusively.
void shareDatabase(Reader::Session& session);

} // namespace data

/// What one open database holds: a session that writes, under a mutex, and sessions that read, one for each thread at
/// work at a time. They are kept for the next reader; Poco's own pool has a thread and races.
struct Database::Core {
    Core(data::Target where, const Clock& theClock, const OpenOptions& theOptions);
    ~Core();

    /// A session in a new transaction. A connection that died while nobody used it is replaced once.
    std::unique_ptr<Reader::Session> beginRead();
    void endRead(std::unique_ptr<Reader::Session> session) noexcept;
    /// The writing session, connected. Under `writing`.
    Reader::Session& writingSession();
    /// The same in a new transaction.
    Reader::Session& beginWrite();
    /// Runs `work` in a transaction of the writing session that is not logged: the layer's own housekeeping.
    void housekeep(const std::function<void(Reader::Session&)>& work);
    std::string operatorName();
    void tellWatchers();
    /// Tables have changed: every session prepares its statements anew.
    void schemaChanged() { ++schema; }

    const data::Target target;
    const Clock& clock;
    const OpenOptions options;

    const std::shared_ptr<data::FileLock> fileLock; ///< SQLite; shared with what lockExclusively returned
    std::mutex writing;
    std::unique_ptr<Reader::Session> writer;

    std::mutex guard; ///< of what follows
    std::vector<std::unique_ptr<Reader::Session>> idleReaders;
    std::map<int, std::function<void()>> watchers;
    int newestWatcher = 0;
    std::string who;

    std::mutex polling;
    std::unique_ptr<Reader::Session> poller; ///< of dataVersion

    std::atomic<std::uint64_t> schema{1};
    std::atomic<std::int64_t> commits{0};
};

} // namespace yanxun
