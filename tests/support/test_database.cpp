#include "support/test_database.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <stdexcept>

namespace yanxun::testing {
namespace {

std::string uniqueName() {
    static std::atomic<int> number = 0;
    return "yanxun_test_" + std::to_string(::getpid()) + "_" + std::to_string(++number);
}

std::string server() {
    const char* uri = std::getenv("YANXUN_TEST_PG");
    if (!uri) throw std::runtime_error("YANXUN_TEST_PG is not set: run the test through ctest or tests/support/with_postgres.sh");
    return uri;
}

/// CREATE and DROP DATABASE run outside any transaction, so they go past our own layer.
void command(const std::string& sql) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(server().c_str()), &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection.get(), sql.c_str()), &PQclear);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) throw std::runtime_error(PQerrorMessage(connection.get()));
}

} // namespace

ScratchFolder::ScratchFolder() : path_(std::filesystem::temp_directory_path() / uniqueName()) {
    std::filesystem::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

TestDatabase::TestDatabase(Engine engine) {
    if (engine == Engine::sqlite) {
        target_ = (folder_.path() / "test.db").string();
        return;
    }
    name_ = uniqueName();
    command("CREATE DATABASE " + name_ + " TEMPLATE template0 ENCODING 'UTF8'");
    const std::string uri = server();
    target_ = uri.substr(0, uri.rfind('/') + 1) + name_;
}

TestDatabase::~TestDatabase() {
    if (name_.empty()) return;
    try {
        command("DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const std::exception&) {
        // The server goes with its folder after the tests; a database left behind harms nobody.
    }
}

DatabaseTest::DatabaseTest() : holder_(std::make_unique<TestDatabase>(GetParam())) { reopen(); }

void DatabaseTest::reopen() {
    database_.reset();
    OpenOptions options;
    options.create = true;
    options.who = "测试员";
    options.durable = false;
    database_ = Database::open(holder_->target(), clock, options);
}

} // namespace yanxun::testing
