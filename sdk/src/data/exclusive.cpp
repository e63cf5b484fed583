// Who else works with the database: the lock file of SQLite, an advisory lock on PostgreSQL.
#include "data/core.h"
#include "data/locks.h"

#include <yanxun/text.h>

#include <chrono>
#include <thread>

namespace yanxun {
namespace {

using namespace std::chrono_literals;

constexpr auto kLinger = 2000ms, kBetweenTries = 50ms;

bool callLock(Reader::Session& session, const std::string& function) {
    bool granted = false;
    session.query("SELECT CAST(" + function + "(?::bigint) AS integer)", {data::kInUseLock}, [&](const Row& row) {
        granted = row.flag(0);
        return true;
    });
    return granted;
}

/// Waits a little: a program that has just closed the database holds its lock until its server process notices.
bool isGranted(Reader::Session& session, const std::string& function) {
    for (auto waited = kLinger; !callLock(session, function); waited -= kBetweenTries) {
        if (waited <= 0ms) return false;
        std::this_thread::sleep_for(kBetweenTries);
    }
    return true;
}

std::string otherDesks(Reader::Session& session) {
    std::string names;
    session.query("SELECT DISTINCT a.usename || '@' || coalesce(host(a.client_addr), 'localhost')"
                  " FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid"
                  " WHERE l.locktype = 'advisory' AND l.granted AND l.classid::bigint = 0 AND l.objid::bigint = ?"
                  " AND l.pid <> pg_backend_pid()",
                  {data::kInUseLock}, [&](const Row& row) {
                      names += (names.empty() ? "" : "、") + row.str(0);
                      return true;
                  });
    return names.empty() ? tr("另一个程序") : names;
}

} // namespace

void data::shareDatabase(Reader::Session& session) {
    if (isGranted(session, "pg_try_advisory_lock_shared")) return;
    throw Conflict(tr("数据库“{}”正在由 {} 独占（恢复或升级）。请等它完成后再试。", session.target.shown,
                      otherDesks(session)));
}

std::shared_ptr<void> Database::lockExclusively() {
    if (engine() == Engine::sqlite) {
        core_->fileLock->lockExclusively();
        return {core_->fileLock.get(), [lock = core_->fileLock](void*) { lock->unlockExclusively(); }};
    }
    const std::lock_guard lock(core_->writing);
    Reader::Session& session = core_->writingSession();
    callLock(session, "pg_advisory_unlock_shared");
    if (!isGranted(session, "pg_try_advisory_lock")) {
        const std::string names = otherDesks(session);
        data::shareDatabase(session);
        throw Conflict(tr("数据库“{}”正被 {} 使用，不能独占。请先关闭它，再试一次。", target(), names));
    }
    return {core_.get(), [](void* held) {
                auto& core = *static_cast<Core*>(held);
                const std::lock_guard again(core.writing);
                try {
                    Reader::Session& writer = core.writingSession();
                    callLock(writer, "pg_advisory_unlock");
                    data::shareDatabase(writer);
                } catch (const Error&) {
                    core.writer.reset(); // the server let go of the lock with the connection
                }
            }};
}

} // namespace yanxun
