#include "support/test_database.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <map>
#include <random>
#include <thread>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

constexpr int kRounds = 50;
constexpr int kBulkRows = 400;
const std::vector<Migration> kSchema{
    {1, "entries", {"CREATE TABLE kill_entry (id {pk}, revision {int} NOT NULL DEFAULT 1, deed {int} NOT NULL, body {text} NOT NULL)",
                    "CREATE TABLE kill_counter (id {pk}, revision {int} NOT NULL DEFAULT 1, deeds {int} NOT NULL)"}}};

/// Every fourth deed is a bulk of rows, the others one record.
std::int64_t rowsOf(std::int64_t deed) { return deed % 4 == 0 ? kBulkRows : 1; }

/// One transaction: the deed's rows, the search index of one of them, and the counter that all deeds share.
void doDeed(Writer& writer, std::int64_t deed) {
    if (rowsOf(deed) == 1) {
        const std::int64_t id = writer.insert("kill_entry", {{"deed", deed}, {"body", "单条"}});
        writer.index({"kill.entry", id, "单条", "单条记录", 20210501});
    } else {
        static const BulkColumn columns[] = {{"deed", ColumnType::integer}, {"body", ColumnType::text}};
        int row = 0;
        writer.insertMany("kill_entry", columns, [&](BulkRow& next) {
            if (row++ == kBulkRows) return false;
            next.integer(0, deed);
            next.text(1, "批量");
            return true;
        });
    }
    std::int64_t revision = 0;
    writer.one("SELECT revision FROM kill_counter WHERE id = 1", {}, [&](const Row& counter) { revision = counter.integer(0); });
    if (revision == 0) writer.insert("kill_counter", {{"deeds", deed}});
    else writer.update("kill_counter", 1, revision, {{"deeds", deed}});
}

class KillWritesTest : public ::testing::TestWithParam<Engine> {
protected:
    KillWritesTest() : database(GetParam()) { open(true)->migrate("kill", kSchema); }

    std::unique_ptr<Database> open(bool create = false) const { return Database::open(database.target(), clock, {.create = create, .who = "测试员"}); }

    /// Deeds one after the other, each told on `acknowledged` once it is committed, until somebody pulls the plug.
    [[noreturn]] void work(std::int64_t first, int acknowledged) const {
        try {
            const auto mine = open();
            for (std::int64_t deed = first;; ++deed) {
                mine->write([&](Writer& writer) { doDeed(writer, deed); });
                if (::write(acknowledged, &deed, sizeof deed) != sizeof deed) ::_exit(2);
            }
        } catch (const std::exception& wrong) {
            ::fprintf(stderr, "%s\n", wrong.what());
            ::_exit(3);
        }
    }

    /// The last deed acknowledged before the kill; `first` - 1 when none was.
    std::int64_t runAndKill(std::int64_t first, std::chrono::microseconds after) const {
        int ends[2];
        if (::pipe(ends) != 0) throw std::runtime_error("pipe");
        const pid_t child = ::fork();
        if (child == 0) work(first, ends[1]);
        ::close(ends[1]);
        std::this_thread::sleep_for(after);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the writer ended by itself with " << WEXITSTATUS(status);
        std::int64_t last = first - 1;
        for (std::int64_t deed; ::read(ends[0], &deed, sizeof deed) == sizeof deed;) last = deed;
        ::close(ends[0]);
        return last;
    }

    FixedClock clock{1'640'000'000'000};
    TestDatabase database;
};
YANXUN_ON_BOTH_ENGINES(KillWritesTest);

TEST_P(KillWritesTest, WhatWasAcknowledgedIsThereAndNothingIsHalfThere) {
    std::mt19937 random(2021);
    std::uniform_int_distribution<int> moment(5'000, 150'000);
    std::int64_t next = 1, acknowledgedInAll = 0;
    for (int round = 0; round < kRounds; ++round) {
        const std::int64_t acknowledged = runAndKill(next, std::chrono::microseconds(moment(random)));
        acknowledgedInAll += acknowledged - next + 1;

        const auto found = open();
        const CheckResult check = found->check(Progress::none());
        ASSERT_TRUE(check.clean) << check.problems.front();
        found->read([&](Reader& reader) {
            std::map<std::int64_t, std::int64_t> rows;
            reader.each("SELECT deed, count(*) FROM kill_entry GROUP BY deed", [&](const Row& row) { rows[row.integer(0)] = row.integer(1); });
            const std::int64_t last = rows.empty() ? 0 : rows.rbegin()->first;
            // The one deed that was committed but not told any more may be there too.
            ASSERT_GE(last, acknowledged) << "acknowledged, and gone in round " << round;
            ASSERT_LE(last, acknowledged + 1);
            ASSERT_EQ(std::int64_t(rows.size()), last);
            std::int64_t single = 0;
            for (const auto& [deed, count] : rows) {
                ASSERT_EQ(count, rowsOf(deed)) << "half a deed in round " << round;
                single += rowsOf(deed) == 1;
            }
            EXPECT_EQ(reader.scalar("SELECT deeds FROM kill_counter"), last);
            EXPECT_EQ(reader.searchCount("单条", "kill.entry"), single);
            EXPECT_EQ(check.links, last);
            next = last + 1;
        });
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(acknowledgedInAll, kRounds / 2) << "the kills came too early to mean anything";
}

} // namespace
