// Our layer on SQLite against the C interface of SQLite on the same schema: bulk insert, scan, keyset pages.
#include "bench/participation_rows.h"
#include "bench/ratio.h"
#include "bench/raw_sqlite.h"
#include "bench/scratch.h"

#include <memory>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr int kPages = 2'000;
constexpr const char* kIndex = "CREATE INDEX bench_signed ON bench_record (signed_at, id)";
constexpr const char* kScan = "SELECT id, subject_id, unit_id, signed_at, counted, estimated, kind, unit_name, audience, "
                              "person, township, remark FROM bench_record";
constexpr const char* kPage = "SELECT id, subject_id, unit_id, signed_at, counted, estimated, kind, unit_name, audience, "
                              "person, township, remark FROM bench_record WHERE (signed_at, id) > (?, ?) "
                              "ORDER BY signed_at, id LIMIT 100";

/// What a program keeps of a row while it looks at it.
struct Seen {
    long long numbers[6];
    std::string texts[6];
};

/// A database with the table, empty again whenever that is asked for.
class Table {
public:
    Table(const Scratch& scratch, const std::string& name) : path_(scratch.file(name).string()) { create(); }
    Database& ours() { return *database_; }
    const std::string& path() const { return path_; }
    void create() {
        database_.reset();
        for (const char* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(path_ + tail);
        database_ = Database::open(path_, clock_, {.create = true, .who = "bench"});
        database_->migrate("bench", {{1, "records", {participationTable("bench_record")}}});
    }
    void close() { database_.reset(); }

private:
    FixedClock clock_{1'640'000'000'000};
    std::string path_;
    std::unique_ptr<Database> database_;
};

long insertOurs(Table& table, bool logged) {
    table.create();
    std::int64_t written = 0;
    table.ours().write([&](Writer& writer) {
        long next = 0;
        const auto row = [&](BulkRow& into) {
            if (next == kRows) return false;
            fill(into, participationRow(next++));
            return true;
        };
        written = logged ? writer.insertMany("bench_record", participationColumns(), row)
                         : writer.insertUnlogged("bench_record", participationColumns(), row);
    });
    return long(written);
}

long insertRaw(Table& table) {
    table.create();
    table.close();
    RawDatabase raw(table.path());
    raw.run("BEGIN IMMEDIATE");
    RawStatement insert(raw.handle(), participationInsert("bench_record"));
    for (long n = 0; n < kRows; ++n) {
        const ParticipationRow row = participationRow(n);
        int place = 1;
        for (const long long number : {row.subject, row.unit, row.signedAt, row.counted, row.estimated}) insert.bind(place++, number);
        for (const std::string_view text : {row.kind, row.unitName, row.audience, row.person, row.township, row.remark}) insert.bind(place++, text);
        insert.step();
        insert.reset();
    }
    raw.run("COMMIT");
    return kRows;
}

template <class Row>
void take(Seen& seen, const Row& row) {
    for (int c = 0; c < 6; ++c) seen.numbers[c] = row.integer(c);
    for (int c = 0; c < 6; ++c) seen.texts[c] = row.text(c + 6);
    benchmark::DoNotOptimize(seen);
}

long scanOurs(Database& database) {
    long rows = 0;
    Seen seen;
    database.read([&](Reader& reader) {
        reader.each(kScan, [&](const Row& row) {
            take(seen, row);
            ++rows;
        });
    });
    return rows;
}

long scanRaw(RawDatabase& raw) {
    long rows = 0;
    Seen seen;
    RawStatement statement(raw.handle(), kScan);
    for (; statement.step(); ++rows) take(seen, statement);
    return rows;
}

/// The page that begins `tenths` of the way down.
std::pair<long long, long long> placeAt(RawDatabase& raw, int tenths) {
    RawStatement find(raw.handle(), "SELECT signed_at, id FROM bench_record ORDER BY signed_at, id LIMIT 1 OFFSET " +
                                        std::to_string(kRows / 10 * tenths));
    find.step();
    return {find.integer(0), find.integer(1)};
}

long pagesOurs(Database& database, std::pair<long long, long long> place) {
    long rows = 0;
    Seen seen;
    for (int i = 0; i < kPages; ++i) {
        database.read([&](Reader& reader) {
            reader.each(kPage, {std::int64_t(place.first), std::int64_t(place.second + i)}, [&](const Row& row) {
                take(seen, row);
                ++rows;
            });
        });
    }
    return rows;
}

long pagesRaw(RawDatabase& raw, std::pair<long long, long long> place) {
    long rows = 0;
    Seen seen;
    RawStatement page(raw.handle(), kPage);
    for (int i = 0; i < kPages; ++i) {
        page.bind(1, place.first);
        page.bind(2, place.second + i);
        for (; page.step(); ++rows) take(seen, page);
        page.reset();
    }
    return rows;
}

} // namespace

int main(int argc, char** argv) {
    const Scratch scratch("data");
    Table ours(scratch, "ours.db"), plain(scratch, "plain.db"), filled(scratch, "filled.db");
    insertOurs(filled, false);
    filled.ours().write([](Writer& writer) { writer.exec(kIndex); });
    RawDatabase raw(filled.path());
    const auto shallow = placeAt(raw, 0), middle = placeAt(raw, 5), deep = placeAt(raw, 9);

    const std::string rows = "1.1 million rows: ";
    const int missed = run(
        argc, argv,
        {{rows + "bulk insert", [&] { return insertOurs(ours, false); }, [&] { return insertRaw(plain); }, 1.15},
         {rows + "bulk insert with its log row", [&] { return insertOurs(ours, true); }, [&] { return insertRaw(plain); }},
         {rows + "scan", [&] { return scanOurs(filled.ours()); }, [&] { return scanRaw(raw); }, 1.35, 0, Metric::cpu, 9},
         {rows + "2,000 pages of 100 by keyset", [&] { return pagesOurs(filled.ours(), middle); },
          [&] { return pagesRaw(raw, middle); }, 1.6},
         {rows + "pages deep down / at the top", [&] { return pagesOurs(filled.ours(), deep); },
          [&] { return pagesOurs(filled.ours(), shallow); }, 1.5}});
    return missed > 0 ? 1 : 0;
}
