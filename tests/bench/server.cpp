#include "bench/server.h"

#include <cstdlib>
#include <stdexcept>

#include <unistd.h>

namespace yanxun::bench {
namespace {

std::string serverUri() {
    const char* uri = std::getenv("YANXUN_TEST_PG");
    if (!uri || !*uri) throw std::runtime_error("YANXUN_TEST_PG names no PostgreSQL server; run tests/bench/run.sh");
    return uri;
}

void runOn(PGconn* connection, const std::string& sql) {
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection, sql.c_str()), &PQclear);
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) throw std::runtime_error(PQerrorMessage(connection));
}

} // namespace

ServerDatabase::ServerDatabase() : name_("yanxun_bench_" + std::to_string(::getpid())) {
    const std::string uri = serverUri();
    const Connection server(PQconnectdb(uri.c_str()), &PQfinish);
    runOn(server.get(), "CREATE DATABASE " + name_ + " TEMPLATE template0");
    target_ = uri.substr(0, uri.rfind('/') + 1) + name_;
    connection_.reset(PQconnectdb(target_.c_str()));
}

ServerDatabase::~ServerDatabase() {
    connection_.reset();
    const Connection server(PQconnectdb(serverUri().c_str()), &PQfinish);
    try {
        runOn(server.get(), "DROP DATABASE IF EXISTS " + name_ + " WITH (FORCE)");
    } catch (const std::exception&) {
        // the server's folder goes with the run
    }
}

void ServerDatabase::run(const std::string& sql) { runOn(connection_.get(), sql); }

} // namespace yanxun::bench
