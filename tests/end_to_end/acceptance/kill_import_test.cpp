// Somebody pulls the plug in the middle of an import: afterwards there is all of it or nothing, and nothing is damaged.
#include "end_to_end/acceptance/ledger.h"
#include "end_to_end/process.h"
#include "support/test_database.h"

#include <chrono>
#include <csignal>
#include <random>
#include <thread>

using namespace yanxun;
using namespace yanxun::testing;

namespace {

constexpr int kRounds = 50;

class KillImportTest : public ::testing::TestWithParam<Engine> {
protected:
    KillImportTest() : database(GetParam()), ledger(home.path() / "东川区2021年应急演练台账.xlsx") {
        truth = writeDrillLedger(ledger, 8, 40);
    }

    std::vector<std::string> words(std::vector<std::string> more) const {
        more.insert(more.begin(), {"--data", database.target(), "--as", "测试员"});
        return more;
    }
    std::vector<std::string> importing() const { return words({"import", "drills.ledger", ledger.string(), "--mode", "nocheck"}); }

    /// Drills stored and imports recorded, after proving the database whole.
    std::pair<std::int64_t, std::int64_t> found() {
        const FixedClock clock{1'640'000'000'000};
        const auto opened = Database::open(database.target(), clock);
        const CheckResult check = opened->check(Progress::none());
        EXPECT_TRUE(check.clean) << (check.problems.empty() ? "" : check.problems.front());
        std::pair<std::int64_t, std::int64_t> counted;
        opened->read([&](Reader& reader) {
            counted = {reader.scalar("SELECT count(*) FROM drills_drill"), reader.scalar("SELECT count(*) FROM import_batch")};
            EXPECT_EQ(counted.first, reader.scalar("SELECT count(DISTINCT subject_id) FROM participation_record"));
        });
        return counted;
    }

    ScratchFolder home;
    TestDatabase database;
    std::filesystem::path ledger;
    LedgerTruth truth;
};
YANXUN_ON_BOTH_ENGINES(KillImportTest);

TEST_P(KillImportTest, AllOrNothingFiftyTimes) {
    ASSERT_EQ(yanxunctl(home.path(), importing()).exitCode, 3); // makes the tables too, which takes far longer
    const auto before = std::chrono::steady_clock::now();
    ASSERT_EQ(yanxunctl(home.path(), importing()).exitCode, 3);
    const auto whole = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - before);

    std::mt19937 random(2021);
    std::uniform_int_distribution<long> moment(0, long(whole.count()) * 11 / 10);
    std::int64_t batches = 2;
    int killed = 0;
    for (int round = 0; round < kRounds; ++round) {
        Process process(home.path(), importing());
        std::this_thread::sleep_for(std::chrono::microseconds(moment(random)));
        process.signal(SIGKILL);
        const bool acknowledged = process.wait().exitCode == 3;
        killed += !acknowledged;

        const auto [drills, recorded] = found();
        ASSERT_EQ(drills, recorded * (truth.drills + truth.doubles)) << "half a batch in round " << round;
        ASSERT_GE(recorded, batches + (acknowledged ? 1 : 0)) << "an acknowledged import is gone in round " << round;
        ASSERT_LE(recorded, batches + 1);
        batches = recorded;
    }
    EXPECT_GT(killed, kRounds / 4) << "the kills came too late to mean anything";
}

} // namespace
