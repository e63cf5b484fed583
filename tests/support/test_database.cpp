#include "support/test_database.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <stdexcept>

namespace yanxun::testing {
namespace {

/// A name nobody else uses, in this process or another.
std::string freshName() {
    static std::atomic<int> counter{0};
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    return "yanxun_" + std::to_string(::getpid()) + "_" + std::to_string(now % 1'000'000'000) + "_" +
           std::to_string(++counter);
}

/// The server of the tests: postgresql://user@host:port/database.
std::string serverUri() {
    const char* uri = std::getenv("YANXUN_TEST_PG");
    if (!uri || !*uri) {
        throw std::runtime_error("YANXUN_TEST_PG names no PostgreSQL server; run the tests by ctest or "
                                 "tests/support/with_postgres.sh");
    }
    return uri;
}

/// Past our own layer: CREATE and DROP DATABASE run in no transaction.
void onServer(const std::string& sql) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(serverUri().c_str()), &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
}

} // namespace

ScratchFolder::ScratchFolder() : path_(std::filesystem::temp_directory_path() / freshName()) {
    std::filesystem::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
    std::error_code failed;
    std::filesystem::remove_all(path_, failed);
}

TestDatabase::TestDatabase(Engine engine) {
    if (engine == Engine::sqlite) {
        target_ = (folder_.path() / "test.db").string();
        return;
    }
    name_ = freshName();
    onServer("CREATE DATABASE " + name_ + " TEMPLATE template0");
    const std::string uri = serverUri();
    const std::size_t query = uri.find('?');
    const std::size_t slash = uri.rfind('/', query);
    target_ = uri.substr(0, slash + 1) + name_ + (query == std::string::npos ? "" : uri.substr(query));
}

TestDatabase::~TestDatabase() {
    if (name_.empty()) return;
    try {
        onServer("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const std::exception&) {
        ADD_FAILURE() << "the test database " << name_ << " could not be dropped";
    }
}

DatabaseTest::DatabaseTest() : holder_(std::make_unique<TestDatabase>(GetParam())) { reopen(); }

void DatabaseTest::reopen() {
    database_.reset();
    database_ = Database::open(holder_->target(), clock, {.create = true, .who = "测试员", .durable = false});
}

} // namespace yanxun::testing
