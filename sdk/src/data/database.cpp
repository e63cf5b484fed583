#include "data/core.h"
#include "data/layer_schema.h"
#include "data/open_file.h"

#include <yanxun/text.h>

#include <stdexcept>

namespace yanxun {
namespace {

struct LocalReader final : Reader {
    explicit LocalReader(Session& session) : Reader(session) {}
};

struct LocalWriter final : Writer {
    explicit LocalWriter(Session& session) : Writer(session) {}
};

} // namespace

Database::Database(std::unique_ptr<Core> core) : core_(std::move(core)) {}
Database::~Database() = default;

std::unique_ptr<Database> Database::open(const std::string& target, const Clock& clock, const OpenOptions& options) {
    data::Target where = data::parseTarget(target);
    if (where.engine == Engine::sqlite) data::checkFile(where.path, options.create);
    std::unique_ptr<Database> database(new Database(std::make_unique<Core>(std::move(where), clock, options)));
    {
        // the writing session comes first: it turns a new file into one with a write-ahead log, or tells a server that
        // this program is here
        const std::lock_guard lock(database->core_->writing);
        database->core_->writingSession();
    }
    // the first transaction proves that the file or server can be used; a new database gets the layer's own tables
    const int version = database->schemaVersion(data::kLayerOwner);
    if (options.create && version == 0) database->migrate(data::kLayerOwner, {});
    return database;
}

void Database::read(const std::function<void(Reader&)>& work) {
    if (Reader::Session* session = data::runningSession(*core_)) {
        LocalReader reader(*session);
        return work(reader);
    }
    struct Lease {
        Core& core;
        std::unique_ptr<Reader::Session> session;
        ~Lease() { core.endRead(std::move(session)); }
    } lease{*core_, core_->beginRead()};
    const data::RunningScope scope(*core_, *lease.session);
    LocalReader reader(*lease.session);
    work(reader);
}

void Database::write(const std::function<void(Writer&)>& work) {
    if (data::isWriting(*core_)) throw std::logic_error("write inside write: hand the Writer on instead");
    {
        const std::lock_guard lock(core_->writing);
        Reader::Session& session = core_->beginWrite();
        data::ChangeLog log(session, core_->clock.now(), core_->operatorName());
        session.log = &log;
        try {
            const data::RunningScope scope(*core_, session);
            LocalWriter writer(session);
            work(writer);
            log.seal();
            session.commit();
            session.log = nullptr;
        } catch (...) {
            session.rollback();
            session.log = nullptr;
            throw;
        }
    }
    ++core_->commits;
    core_->tellWatchers();
}

Engine Database::engine() const { return core_->target.engine; }
const std::string& Database::target() const { return core_->target.shown; }
std::string Database::who() const { return core_->operatorName(); }

void Database::setWho(const std::string& name) {
    const std::lock_guard lock(core_->guard);
    core_->who = name;
}

int Database::watch(std::function<void()> changed) {
    const std::lock_guard lock(core_->guard);
    core_->watchers.emplace(++core_->newestWatcher, std::move(changed));
    return core_->newestWatcher;
}

void Database::unwatch(int number) {
    const std::lock_guard lock(core_->guard);
    core_->watchers.erase(number);
}

std::int64_t Database::dataVersion() {
    const std::lock_guard lock(core_->polling);
    if (!core_->poller || core_->poller->lost) {
        core_->poller = std::make_unique<Reader::Session>(core_->target, false, core_->options.durable);
    }
    std::int64_t version = 0;
    core_->poller->query(engine() == Engine::sqlite
                             ? "PRAGMA data_version"
                             : "SELECT last_seq FROM change_link ORDER BY number DESC LIMIT 1",
                         {}, [&](const Row& row) {
                             version = row.integer(0);
                             return true;
                         });
    // the log's number knows nothing of what this program wrote without logging it
    return engine() == Engine::sqlite ? version : version + core_->commits;
}

} // namespace yanxun
