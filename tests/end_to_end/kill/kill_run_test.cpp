// The program killed at a random moment of a running drill, again and again: opened anew it stands at the same point, the
// clock says what its rows say, and no line was lost or sent twice.
#include "plugins/drills/drills_fixture.h"

#include "core/run/run_service.h"
#include "core/run/run_store.h"
#include "core/run/script_service.h"
#include "core/run/script_store.h"

#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <random>
#include <set>
#include <thread>

using namespace drills;
using namespace drills::testing;
using namespace yanxun;
using namespace yanxun::testing;

namespace {

constexpr int kRounds = 20;
constexpr int kLines = 1200;

/// What the desk told once it was committed.
struct Told {
    std::int64_t line = 0;
    int deed = 0; ///< 0 = the clock was held or went on

    auto operator<=>(const Told&) const = default;
};

class KillRunTest : public ::testing::TestWithParam<Engine> {
protected:
    KillRunTest() : database(GetParam()) {
        const auto db = open(true);
        db->migrate("directory", Directory::migrations());
        db->migrate("participation", participationMigrations());
        db->migrate("drills", migrations());
        records->registerSubject(subjectKind(service));
        db->write([&](Writer& writer) { prepare(writer); });
        db->setWho("负责人乙");
        db->write([&](Writer& writer) { scripts.approve(writer, drill); });
        db->write([&](Writer& writer) { runs.start(writer, drill); });
    }

    std::unique_ptr<Database> open(bool create = false) const {
        return Database::open(database.target(), clock, {.create = create, .who = "导调甲"});
    }

    void prepare(Writer& writer) {
        DrillDraft draft;
        draft.name = "会被打断的演练";
        draft.unitName = "晋安小学";
        draft.heldOn = clock.today();
        draft.createUnit = true;
        drill = service.add(writer, draft);
        Drill stored = store::get(writer, drill);
        stored.status = Status::draft;
        stored.revision = store::update(writer, stored);
        for (int i = 0; i < kLines; ++i) {
            ScriptLine line;
            line.drillId = drill;
            line.offset = i;
            line.text = "事件" + std::to_string(i + 1);
            scripts.addLine(writer, line);
        }
        scripts.submit(writer, drill);
        stored.status = Status::ready;
        store::update(writer, stored);
    }

    /// The desk goes on with the run as it stands, until somebody pulls the plug.
    [[noreturn]] void work(int acknowledged) {
        try {
            const auto mine = open();
            const auto deed = [&](Told told, const std::function<void(Writer&)>& act) {
                mine->write(act);
                if (::write(acknowledged, &told, sizeof told) != sizeof told) ::_exit(2);
            };
            drills::Run run;
            const auto load = [&] { mine->read([&](Reader& reader) { run = drills::runs::load(reader, drill); }); };
            load();
            if (run.drill.status == Status::paused) deed({}, [&](Writer& w) { runs.resume(w, drill); });
            for (int step = 1;; ++step, load()) {
                if (step % 5 == 0) {
                    deed({}, [&](Writer& w) { runs.pause(w, drill, "核对"); });
                    deed({}, [&](Writer& w) { runs.resume(w, drill); });
                }
                const RunLine* const next = run.next(clock.now());
                if (!next) {
                    ::pause(); // a fast machine comes to the end before it is killed
                    continue;
                }
                const std::int64_t no = next->line.no;
                deed({no, int(Deed::sent)}, [&](Writer& w) { runs.fire(w, drill, no); });
                deed({no, int(Deed::responded)}, [&](Writer& w) { runs.respond(w, drill, no, {}); });
                deed({no, int(Deed::completed)}, [&](Writer& w) { runs.complete(w, drill, no, {}); });
            }
        } catch (const std::exception& wrong) {
            ::fprintf(stderr, "%s\n", wrong.what());
            ::_exit(3);
        }
    }

    /// What was told before the kill.
    std::vector<Told> runAndKill(std::chrono::microseconds after) {
        int ends[2];
        if (::pipe(ends) != 0) throw std::runtime_error("pipe");
        const pid_t child = ::fork();
        if (child == 0) work(ends[1]);
        ::close(ends[1]);
        std::this_thread::sleep_for(after);
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "the desk ended by itself with " << WEXITSTATUS(status);
        std::vector<Told> told;
        for (Told one; ::read(ends[0], &one, sizeof one) == sizeof one;) told.push_back(one);
        ::close(ends[0]);
        return told;
    }

    void expectSame(const drills::Run& run) {
        // Each line at most once in each slot, and never answered without having been sent.
        std::set<Told> stored;
        for (const RunLine& line : run.lines) {
            for (const DeedRecord& deed : line.deeds) EXPECT_TRUE(stored.insert({line.line.no, int(deed.deed)}).second) << "doubled";
            if (line.find(Deed::completed)) {
                EXPECT_TRUE(line.find(Deed::sent)) << line.line.no;
            }
        }
        for (const Told& one : told) EXPECT_TRUE(stored.contains(one)) << "lost: line " << one.line;
        // Beside what was told, each kill may leave the one deed that was committed and not told any more.
        EXPECT_LE(stored.size(), told.size() + std::size_t(kills));
        for (std::size_t i = 0; i < run.lines.size(); ++i) {
            const bool sent = run.lines[i].find(Deed::sent) != nullptr;
            const bool before = i == 0 || run.lines[i - 1].find(Deed::sent) != nullptr;
            EXPECT_TRUE(before || !sent) << "the next line is the first that was not sent";
        }
    }

    void expectClock(const drills::Run& run) {
        EXPECT_EQ(run.clock.state() == ClockState::paused, run.drill.status == Status::paused);
        EXPECT_EQ(run.clock.state() == ClockState::running, run.drill.status == Status::running);
        std::int64_t held = 0, seq = 0;
        Millis before = 0, since = 0;
        for (const ClockEvent& event : run.clock.events()) {
            EXPECT_EQ(event.seq, ++seq);
            EXPECT_GE(event.at, before);
            before = event.at;
            if (event.deed == ClockDeed::pause) since = event.at;
            if (event.deed == ClockDeed::resume) held += event.at - since;
        }
        const Millis now = clock.now();
        if (run.drill.status == Status::paused) held += now - since;
        EXPECT_EQ(run.clock.elapsed(now), now - *run.clock.startedAt() - held);
    }

    SystemClock clock;
    TestDatabase database;
    Vocabulary words = shippedWords();
    std::unique_ptr<Directory> neighbour = makeDirectory(clock);
    std::unique_ptr<participation::Records> records = makeRecords();
    DrillService service{neighbour->units(), *records, words};
    ScriptService scripts;
    RunService runs{service};
    std::int64_t drill = 0;
    std::set<Told> told;
    int kills = 0;
};
YANXUN_ON_BOTH_ENGINES(KillRunTest);

TEST_P(KillRunTest, ReopensAtTheSamePointWithNothingLostOrDoubled) {
    std::mt19937 random(2021);
    std::uniform_int_distribution<int> moment(60'000, 260'000);
    for (int round = 0; round < kRounds; ++round) {
        for (const Told& one : runAndKill(std::chrono::microseconds(moment(random)))) {
            if (one.deed != 0) {
                EXPECT_TRUE(told.insert(one).second) << "told twice: line " << one.line;
            }
        }
        ++kills;
        const auto found = open();
        const CheckResult check = found->check(Progress::none());
        ASSERT_TRUE(check.clean) << check.problems.front();
        drills::Run run;
        found->read([&](Reader& reader) { run = drills::runs::load(reader, drill); });
        expectSame(run);
        expectClock(run);
        if (HasFailure()) return;
        for (const RunLine& line : run.lines) {
            if (!line.find(Deed::sent)) break;
            if (run.drill.status == Status::paused) break;
            EXPECT_THROW(found->write([&](Writer& writer) { runs.fire(writer, drill, line.line.no); }), Conflict);
            break;
        }
    }
    EXPECT_GT(told.size(), std::size_t(kRounds) / 2) << "the kills came too early to mean anything";
}

} // namespace
