#include "data/core.h"

#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace yanxun {
namespace data {
namespace {

std::vector<Running>& running() {
    thread_local std::vector<Running> inside;
    return inside;
}

} // namespace

RunningScope::RunningScope(const Database::Core& core, Reader::Session& session) {
    running().push_back({&core, &session});
}

RunningScope::~RunningScope() { running().pop_back(); }

Reader::Session* runningSession(const Database::Core& core) {
    const std::vector<Running>& inside = running();
    const auto found = std::find_if(inside.rbegin(), inside.rend(), [&](const Running& r) { return r.core == &core; });
    return found == inside.rend() ? nullptr : found->session;
}

bool isWriting(const Database::Core& core) {
    const std::vector<Running>& inside = running();
    return std::any_of(inside.begin(), inside.end(),
                       [&](const Running& r) { return r.core == &core && r.session->writes; });
}

} // namespace data

namespace {

std::string operatorOf(const OpenOptions& options) {
    if (!options.who.empty()) return options.who;
    for (const char* variable : {"LOGNAME", "USER"}) {
        if (const char* name = std::getenv(variable); name && *name) return name;
    }
    return "local";
}

} // namespace

Database::Core::Core(data::Target where, const Clock& theClock, const OpenOptions& theOptions)
    : target(std::move(where)), clock(theClock), options(theOptions),
      fileLock(target.engine == Engine::sqlite ? std::make_shared<data::FileLock>(target.path, operatorOf(theOptions))
                                               : nullptr),
      who(operatorOf(theOptions)) {}

Database::Core::~Core() = default;

std::unique_ptr<Reader::Session> Database::Core::beginRead() {
    for (;;) {
        std::unique_ptr<Reader::Session> session;
        {
            const std::lock_guard lock(guard);
            if (!idleReaders.empty()) {
                session = std::move(idleReaders.back());
                idleReaders.pop_back();
            }
        }
        const bool used = session != nullptr;
        if (!used) session = std::make_unique<Reader::Session>(target, false, options.durable);
        try {
            session->begin(schema);
            return session;
        } catch (const Unavailable&) {
            if (!used) throw;
            const std::lock_guard lock(guard);
            idleReaders.clear();
        }
    }
}

void Database::Core::endRead(std::unique_ptr<Reader::Session> session) noexcept {
    session->rollback(); // nothing was written; it only lets the snapshot go
    if (session->lost) return;
    const std::lock_guard lock(guard);
    idleReaders.push_back(std::move(session));
}

Reader::Session& Database::Core::writingSession() {
    if (writer && writer->lost) writer.reset();
    if (!writer) {
        writer = std::make_unique<Reader::Session>(target, true, options.durable);
        if (target.engine == Engine::postgresql) data::shareDatabase(*writer);
    }
    return *writer;
}

Reader::Session& Database::Core::beginWrite() {
    for (;;) {
        const bool used = writer != nullptr && !writer->lost;
        Reader::Session& session = writingSession();
        // SQLite up to 3.51.2 may damage the file when two programs checkpoint at once, so one of them does it
        if (fileLock && !session.checkpoints && fileLock->checkpoints()) {
            session.run("PRAGMA wal_autocheckpoint=1000");
            session.checkpoints = true;
        }
        try {
            session.begin(schema);
            return session;
        } catch (const Unavailable&) {
            if (!used || !session.lost) throw;
        }
    }
}

void Database::Core::housekeep(const std::function<void(Reader::Session&)>& work) {
    if (data::runningSession(*this)) throw std::logic_error("this needs the database outside read and write");
    const std::lock_guard lock(writing);
    Reader::Session& session = beginWrite();
    try {
        work(session);
        session.commit();
    } catch (...) {
        session.rollback();
        throw;
    }
}

std::string Database::Core::operatorName() {
    const std::lock_guard lock(guard);
    return who;
}

void Database::Core::tellWatchers() {
    std::vector<std::function<void()>> all;
    {
        const std::lock_guard lock(guard);
        for (const auto& [number, changed] : watchers) all.push_back(changed);
    }
    for (const auto& changed : all) changed();
}

} // namespace yanxun
