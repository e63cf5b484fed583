#include "data/core.h"
#include "data/layer_schema.h"
#include "data/locks.h"
#include "data/sql.h"

#include <yanxun/text.h>

#include <stdexcept>

namespace yanxun {
namespace data {
namespace {

bool hasVersionTable(Reader::Session& session) {
    bool found = false;
    // pg_class is named so that the server looks at it: alone, to_regclass may remember from before we waited for the
    // lock that there was no such table.
    session.query(session.engine == Engine::sqlite
                      ? "SELECT 1 FROM sqlite_schema WHERE type='table' AND name='schema_version'"
                      : "SELECT 1 FROM pg_catalog.pg_class WHERE oid = to_regclass('schema_version')",
                  {}, [&](const Row&) { return found = true; });
    return found;
}

int versionOf(Reader::Session& session, std::string_view owner) {
    int version = 0;
    if (!hasVersionTable(session)) return 0;
    session.query("SELECT version FROM schema_version WHERE owner=?", {owner}, [&](const Row& row) {
        version = int(row.integer(0));
        return true;
    });
    return version;
}

void checkOrder(const std::vector<Migration>& steps) {
    int last = 0;
    for (const Migration& step : steps) {
        if (step.version <= last) throw std::logic_error("migrations must ascend: " + std::string(step.what));
        last = step.version;
    }
}

/// «{sqlite}CREATE TRIGGER …» is for that engine alone: triggers have no common language. Empty when it is another's.
std::string_view ofEngine(std::string_view statement, Engine engine) {
    constexpr std::string_view marks[] = {"{sqlite}", "{postgresql}"};
    for (const std::string_view mark : marks) {
        if (!statement.starts_with(mark)) continue;
        return mark == marks[std::size_t(engine)] ? statement.substr(mark.size()) : std::string_view();
    }
    return statement;
}

/// One step in one transaction; another desk may have been first.
void apply(Database::Core& core, std::string_view owner, const Migration& step) {
    core.housekeep([&](Reader::Session& session) {
        if (session.engine == Engine::postgresql) {
            session.query("SELECT pg_advisory_xact_lock(?::bigint)", {kMigrateLock}, [](const Row&) { return true; });
        }
        if (!hasVersionTable(session)) {
            session.run(schemaSql("CREATE TABLE schema_version (owner {text} NOT NULL PRIMARY KEY,"
                                  " version {int} NOT NULL, what {text} NOT NULL, at {int} NOT NULL)",
                                  session.engine));
        }
        if (versionOf(session, owner) >= step.version) return;
        for (const std::string_view written : step.statements) {
            const std::string_view statement = ofEngine(written, session.engine);
            if (!statement.empty()) session.run(schemaSql(statement, session.engine));
        }
        session.run("INSERT INTO schema_version(owner, version, what, at) VALUES(?,?,?,?)"
                    " ON CONFLICT(owner) DO UPDATE SET version=excluded.version, what=excluded.what, at=excluded.at",
                    {owner, step.version, step.what, core.clock.now()});
    });
    core.schemaChanged();
}

} // namespace

void migrateOwner(Database::Core& core, std::string_view owner, const std::vector<Migration>& steps) {
    checkOrder(steps);
    int now = 0;
    core.housekeep([&](Reader::Session& session) { now = versionOf(session, owner); });
    const int newest = steps.empty() ? 0 : steps.back().version;
    if (now > newest) {
        throw Error(tr("数据库“{}”是用更新的版本建立的（{} 第 {} 版，本程序只认到第 {} 版）。请升级程序后再打开。",
                       core.target.shown, owner, now, newest));
    }
    for (const Migration& step : steps) {
        if (step.version > now) apply(core, owner, step);
    }
}

} // namespace data

void Database::migrate(std::string_view owner, const std::vector<Migration>& steps) {
    data::migrateOwner(*core_, data::kLayerOwner, data::layerSteps(engine()));
    if (owner != data::kLayerOwner) data::migrateOwner(*core_, owner, steps);
}

int Database::schemaVersion(std::string_view owner) {
    int version = 0;
    read([&](Reader&) { version = data::versionOf(*data::runningSession(*core_), owner); });
    return version;
}

bool Database::needsMigration() {
    return schemaVersion(data::kLayerOwner) < data::layerSteps(engine()).back().version;
}

} // namespace yanxun
