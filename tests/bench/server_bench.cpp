// Bulk rows into PostgreSQL through our layer against COPY, the fastest way in that the server has.
#include "bench/participation_rows.h"
#include "bench/ratio.h"
#include "bench/server.h"

#include <stdexcept>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr std::size_t kChunk = 64 * 1024;

std::int64_t insertOurs(Database& database) {
    std::int64_t written = 0;
    database.write([](Writer& writer) { writer.exec("DELETE FROM bench_ours"); });
    database.write([&](Writer& writer) {
        long next = 0;
        written = writer.insertUnlogged("bench_ours", participationColumns(), [&](BulkRow& into) {
            if (next == kRows) return false;
            fill(into, participationRow(next++));
            return true;
        });
    });
    return written;
}

void send(PGconn* connection, std::string& chunk) {
    if (PQputCopyData(connection, chunk.data(), int(chunk.size())) != 1) throw std::runtime_error(PQerrorMessage(connection));
    chunk.clear();
}

std::int64_t insertByCopy(ServerDatabase& server) {
    server.run("DELETE FROM bench_copied");
    server.run("BEGIN");
    PGconn* connection = server.connection();
    PQclear(PQexec(connection, "COPY bench_copied(subject_id, unit_id, signed_at, counted, estimated, kind, unit_name, "
                               "audience, person, township, remark) FROM STDIN"));
    std::string chunk;
    for (long n = 0; n < kRows; ++n) {
        const ParticipationRow row = participationRow(n);
        for (const long long number : {row.subject, row.unit, row.signedAt, row.counted, row.estimated}) chunk += std::to_string(number) + '\t';
        for (const std::string_view text : {row.kind, row.unitName, row.audience, row.person, row.township}) (chunk += text) += '\t';
        (chunk += row.remark) += '\n';
        if (chunk.size() >= kChunk) send(connection, chunk);
    }
    send(connection, chunk);
    if (PQputCopyEnd(connection, nullptr) != 1) throw std::runtime_error(PQerrorMessage(connection));
    while (PGresult* result = PQgetResult(connection)) PQclear(result);
    server.run("COMMIT");
    return kRows;
}

} // namespace

int main(int argc, char** argv) {
    ServerDatabase server;
    const FixedClock clock{1'640'000'000'000};
    const auto database = Database::open(server.target(), clock, {.create = true, .who = "bench"});
    database->migrate("bench", {{1, "records", {participationTable("bench_ours"), participationTable("bench_copied")}}});
    const int missed = run(argc, argv,
                           {{"1.1 million rows into PostgreSQL / COPY", [&] { return long(insertOurs(*database)); },
                             [&] { return long(insertByCopy(server)); }, 3, 0, Metric::wall}});
    return missed > 0 ? 1 : 0;
}
