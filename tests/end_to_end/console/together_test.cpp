// Several programs on one database: each answer is right, nothing is lost and nothing comes twice.
#include "end_to_end/console/console_fixture.h"

using namespace yanxun;
using namespace yanxun::testing;

namespace {

class TogetherTest : public ConsoleOnBothTest {};
YANXUN_ON_BOTH_ENGINES(TogetherTest);

TEST_P(TogetherTest, TheSameLedgerComesInOnceFromManyDesksThatBeginAtOnce) {
    const Words words{"import", "notebook.notes", notes(200).string(), "--json"};
    std::vector<std::unique_ptr<Process>> desks;
    for (int i = 0; i < 4; ++i) desks.push_back(start(words));
    int created = 0, skipped = 0;
    for (const auto& desk : desks) {
        const Outcome outcome = desk->wait();
        ASSERT_EQ(outcome.exitCode, 0) << outcome.err;
        const auto result = nlohmann::json::parse(outcome.out);
        created += result.at("new").get<int>();
        skipped += result.at("skipped").get<int>();
    }
    EXPECT_EQ(created, 200);
    EXPECT_EQ(skipped, 600);
    EXPECT_EQ(heads(), 200);
    EXPECT_EQ(answer({"check"}).at("clean"), true);
}

TEST_P(TogetherTest, EveryAcknowledgedWriteOfManyDesksIsThere) {
    run({"migrate"});
    int acknowledged = 0;
    for (int round = 0; round < 3; ++round) {
        std::vector<std::unique_ptr<Process>> desks;
        for (int i = 0; i < 5; ++i) desks.push_back(start({"notebook", "add", "记" + std::to_string(round * 5 + i), "--day", "2021-03-01"}));
        for (const auto& desk : desks) acknowledged += desk->wait().exitCode == 0;
    }
    EXPECT_EQ(acknowledged, 15);
    EXPECT_EQ(heads(), acknowledged);
    const auto check = answer({"check"});
    EXPECT_EQ(check.at("clean"), true);
    EXPECT_EQ(check.at("links"), acknowledged) << "one link for each transaction";
}

TEST_P(TogetherTest, WhoWorksWithItStopsARestore) {
    importNotes(3);
    ASSERT_EQ(run({"backup", file("b.zip").string()}).exitCode, 0);
    const TestDatabase other(GetParam());
    const FixedClock clock{1'640'000'000'000};
    const auto open = Database::open(other.target(), clock, {.create = true, .who = "测试员"});
    EXPECT_THAT(runOn(other.target(), {"restore", file("b.zip").string()}), Refuses(4, "使用"));
}

} // namespace
