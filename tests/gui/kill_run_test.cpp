// The run screen killed at a random moment of a running drill, twenty times: opened anew it stands at the same point,
// with the same clock and the same next action, and no line was lost or doubled. Moments are drawn from what the screen
// tells, not from the time of day: a slow machine is killed at the same deeds as a fast one.
#include "gui/run_desk.h"
#include "gui/workplace.h"

#include <yanxun/error.h>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <sstream>
#include <thread>

extern char** environ;

namespace yanxun::testing {
namespace {

constexpr int kKills = 20, kLines = 220, kMostWords = 10;
constexpr Millis kBetween = 95'000; ///< from one screen to the next, on the clock they are given

/// The screen as a program of its own.
class Screen {
public:
    Screen(const std::string& target, Millis now, const std::filesystem::path& scratch) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("pipe");
        from_ = ends[0];
        std::vector<std::string> around;
        for (char** one = environ; *one; ++one) {
            if (!std::string_view(*one).starts_with("TMPDIR=")) around.emplace_back(*one);
        }
        around.push_back("TMPDIR=" + scratch.string()); // what the killed ones leave behind goes with the test
        around.push_back(std::string(desk::kTarget) + "=" + target);
        around.push_back(std::string(desk::kNow) + "=" + std::to_string(now));
        std::vector<char*> pointers;
        for (std::string& one : around) pointers.push_back(one.data());
        pointers.push_back(nullptr);
        std::string program = YANXUN_BINARY_DIR "/tests/gui_run_desk", brief = "--gtest_brief=1";
        char* arguments[] = {program.data(), brief.data(), nullptr};
        posix_spawn_file_actions_t files;
        ::posix_spawn_file_actions_init(&files);
        ::posix_spawn_file_actions_adddup2(&files, ends[1], desk::kTells);
        const int failed = ::posix_spawn(&pid_, program.c_str(), &files, nullptr, arguments, pointers.data());
        ::posix_spawn_file_actions_destroy(&files);
        ::close(ends[1]);
        if (failed != 0) throw std::runtime_error("cannot start " + program);
    }
    ~Screen() {
        if (pid_ > 0) kill();
        ::close(from_);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    /// The next word it says; empty when it ended by itself or is silent for minutes.
    std::vector<std::string> hear() {
        while (heard_.find('\n') == std::string::npos) {
            pollfd wait{from_, POLLIN, 0};
            char more[512];
            if (::poll(&wait, 1, 180'000) != 1) return {};
            const ssize_t got = ::read(from_, more, sizeof more);
            if (got <= 0) return {};
            heard_.append(more, std::size_t(got));
        }
        const std::size_t end = heard_.find('\n');
        std::istringstream line(heard_.substr(0, end));
        heard_.erase(0, end + 1);
        std::vector<std::string> words;
        for (std::string word; std::getline(line, word, '|');) words.push_back(word);
        return words;
    }
    /// Pulls the plug; true when it was still at work.
    bool kill() {
        ::kill(pid_, SIGKILL);
        int status = 0;
        ::waitpid(pid_, &status, 0);
        pid_ = -1;
        return WIFSIGNALED(status);
    }

private:
    pid_t pid_ = -1;
    int from_ = -1;
    std::string heard_;
};

struct StoredLine {
    std::int64_t offset = 0, delay = 0;
    std::map<std::string, int> deeds; ///< how often each stands there
};

/// The run as its rows say it, read past the program's own model.
struct Stored {
    std::map<std::int64_t, StoredLine> lines; ///< by number
    std::vector<std::pair<std::int64_t, Millis>> clock; ///< kind and instant
    std::int64_t status = 0, people = 0;

    bool isPaused() const { return status == 65; }
    bool waits(const StoredLine& line) const { return !line.deeds.contains("fire") && !line.deeds.contains("skip"); }
    std::int64_t with(const std::string& deed) const {
        return std::count_if(lines.begin(), lines.end(), [&](const auto& one) { return one.second.deeds.contains(deed); });
    }
    /// Due first; of those of one time the one with the smaller number.
    std::int64_t next() const {
        std::int64_t found = 0, due = 0;
        for (const auto& [no, line] : lines) {
            if (!waits(line) || (found != 0 && line.offset + line.delay >= due)) continue;
            found = no;
            due = line.offset + line.delay;
        }
        return found;
    }
    Millis elapsed(Millis now) const {
        Millis held = 0, since = 0;
        for (const auto& [kind, at] : clock) {
            if (kind == 2) since = at;
            if (kind == 3) held += at - since;
        }
        if (isPaused()) held += now - since;
        return now - clock.front().second - held;
    }
};

std::string hours(std::int64_t seconds) {
    char text[32];
    std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", static_cast<long long>(seconds / 3600),
                  static_cast<long long>(seconds / 60 % 60), static_cast<long long>(seconds % 60));
    return text;
}

class KillRunScreen : public ::testing::TestWithParam<Engine> {
protected:
    using Deed = std::pair<std::string, std::int64_t>; ///< what, with which line

    Millis nowOf(int screen) const { return Workplace::kNow + screen * kBetween; }

    /// A running drill with a long script that somebody else approved.
    void prepare() {
        Workplace work(holder.target());
        ASSERT_TRUE(work.runs("drills"));
        const auto verb = [&](const char* id, std::map<std::string, std::string, std::less<>> arguments) {
            if (!drill.empty()) arguments.emplace("id", drill);
            return work.verb(id, std::move(arguments));
        };
        drill = verb("drills.add", {{"name", "会被打断的演练"}, {"unit", "晋安小学"}, {"date", "2022-03-10"},
                                    {"mode", "实战"}, {"participants", "320"}, {"create-unit", ""}})
                    .fields.at("id");
        for (int i = 1; i <= kLines; ++i) verb("drills.script-add", {{"time", std::to_string(i) + "秒"}, {"text", desk::nameOf(i)}});
        verb("drills.script-submit", {});
        const std::string who = work.database().who();
        work.database().setWho("分管负责人");
        verb("drills.script-approve", {});
        work.database().setWho(who);
        work.database().write([&](Writer& writer) { writer.exec("UPDATE drills_drill SET status = 50 WHERE id = ?", {std::stoll(drill)}); });
        verb("drills.run-start", {});
    }

    /// A server goes on with what a killed program had sent it; only then it says what stands.
    static void waitForServer(Database& database) {
        if (database.engine() != Engine::postgresql) return;
        const auto busy = [&] {
            std::int64_t sessions = 0;
            database.read([&](Reader& reader) {
                sessions = reader.scalar("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                                         " AND pid <> pg_backend_pid() AND backend_type = 'client backend' AND state <> 'idle'");
            });
            return sessions != 0;
        };
        EXPECT_TRUE(waitFor([&] { return !busy(); }, std::chrono::seconds(60)));
    }

    Stored readBack() {
        const FixedClock clock(Workplace::kNow);
        const auto database = Database::open(holder.target(), clock);
        waitForServer(*database);
        const CheckResult check = database->check(Progress::none());
        EXPECT_TRUE(check.clean) << check.problems.front();
        Stored stored;
        static const std::map<std::int64_t, std::string> names{{1, "fire"}, {4, "complete"}, {5, "skip"}, {6, "delay"}};
        database->read([&](Reader& reader) {
            stored.status = reader.scalar("SELECT status FROM drills_drill");
            stored.people = reader.scalar("SELECT participants FROM drills_drill");
            reader.each("SELECT no, offset_s FROM drills_inject", [&](const Row& row) { stored.lines[row.integer(0)].offset = row.integer(1); });
            reader.each("SELECT i.no, e.deed, e.seconds FROM drills_inject_event e JOIN drills_inject i ON i.id = e.inject_id", [&](const Row& row) {
                StoredLine& line = stored.lines[row.integer(0)];
                ++line.deeds[names.at(row.integer(1))];
                line.delay += row.integer(2);
            });
            reader.each("SELECT kind, at FROM drills_clock_event ORDER BY seq", [&](const Row& row) { stored.clock.emplace_back(row.integer(0), row.integer(1)); });
        });
        return stored;
    }

    /// What was told stands once; what stands was told, or was in hand when the plug was pulled.
    void expectNothingLostOrDoubled(const Stored& stored) const {
        std::multiset<Deed> there;
        for (const auto& [no, line] : stored.lines) {
            for (const auto& [deed, times] : line.deeds) {
                EXPECT_EQ(times, 1) << deed << " of line " << no << " is doubled";
                EXPECT_TRUE(done.contains({deed, no}) || inHand.contains({deed, no})) << deed << " of line " << no << ": nobody did it";
                there.emplace(deed, no);
            }
            EXPECT_FALSE(line.deeds.contains("fire") && line.deeds.contains("skip")) << no;
            EXPECT_TRUE(line.deeds.contains("fire") || !line.deeds.contains("complete")) << no;
        }
        for (const Deed& deed : done) {
            EXPECT_TRUE(deed.second == 0 || there.contains(deed)) << deed.first << " of line " << deed.second << " is lost";
        }
        for (const auto& [kind, word] : {std::pair{2, "pause"}, {3, "resume"}}) {
            const auto times = std::count_if(stored.clock.begin(), stored.clock.end(), [&](const auto& one) { return one.first == kind; });
            EXPECT_GE(times, std::int64_t(done.count({word, 0})));
            EXPECT_LE(times, std::int64_t(done.count({word, 0}) + inHand.count({word, 0})));
        }
    }

    /// The page shows what the rows say.
    static void expectShown(const std::vector<std::string>& shown, const Stored& stored, Millis now) {
        ASSERT_EQ(shown.size(), 5u);
        ASSERT_EQ(shown[0], "shown");
        const std::string clock = "演练时间 " + hours(stored.elapsed(now) / 1000);
        EXPECT_NE(shown[1].find(clock), std::string::npos) << shown[1] << " is not " << clock;
        const std::int64_t no = stored.next();
        const StoredLine& line = stored.lines.at(no);
        const std::string next = "第 " + std::to_string(no) + " 行，T+" + hours(line.offset + line.delay) + "，" + desk::nameOf(no);
        EXPECT_NE(shown[2].find(next), std::string::npos) << shown[2] << " is not " << next;
        const std::int64_t sent = stored.with("fire"), skipped = stored.with("skip");
        const std::string counts = "脚本待发 " + std::to_string(std::int64_t(stored.lines.size()) - sent - skipped) + " 行，已发出 " +
                                   std::to_string(sent) + " 行，跳过 " + std::to_string(skipped) + " 行";
        EXPECT_NE(shown[3].find(counts), std::string::npos) << shown[3] << " is not " << counts;
        EXPECT_EQ(shown[4], stored.isPaused() ? "继续" : "暂停");
    }

    /// Opens the screen, lets it work until it has said so many words and a moment more, and kills it.
    void workAndKill(int round, int words, std::chrono::microseconds more) {
        Screen screen(holder.target(), nowOf(round), scratch.path());
        expectShown(screen.hear(), stored, nowOf(round));
        std::optional<Deed> open;
        const auto take = [&](const std::vector<std::string>& word) {
            const Deed deed{word.at(1), std::stoll(word.at(2))};
            if (word[0] == "about") {
                open = deed;
                return;
            }
            EXPECT_TRUE(deed.second == 0 || !done.contains(deed)) << deed.first << " of line " << deed.second << " was done before";
            done.insert(deed);
            open.reset();
        };
        for (int i = 0; i < words; ++i) {
            const auto word = screen.hear();
            ASSERT_EQ(word.size(), 3u) << "the screen ended by itself";
            take(word);
        }
        std::this_thread::sleep_for(more);
        EXPECT_TRUE(screen.kill()) << "the screen ended by itself";
        // What it said until the plug was pulled.
        for (auto word = screen.hear(); word.size() == 3; word = screen.hear()) take(word);
        if (open) inHand.insert(*open);
    }

    TestDatabase holder{GetParam()};
    ScratchFolder scratch;
    std::string drill;
    Stored stored;
    std::multiset<Deed> done, inHand;
};
YANXUN_ON_BOTH_ENGINES(KillRunScreen);

TEST_P(KillRunScreen, ReopensAtTheSamePointWithNothingLostOrDoubled) {
    prepare();
    if (HasFatalFailure()) return;
    stored = readBack();
    std::mt19937 random(2021);
    std::uniform_int_distribution<int> words(1, kMostWords), more(0, 15'000);
    std::size_t least = 0;
    for (int round = 1; round <= kKills; ++round) {
        const int wanted = words(random);
        workAndKill(round, wanted, std::chrono::microseconds(more(random)));
        if (HasFailure()) return;
        stored = readBack();
        expectNothingLostOrDoubled(stored);
        if (HasFailure()) return;
        least += std::size_t(wanted) / 2;
    }
    EXPECT_GE(done.size(), least);
    RecordProperty("killed_in_a_deed", int(inHand.size()));
    RecordProperty("deeds", int(done.size()));

    Screen last(holder.target(), nowOf(kKills + 1), scratch.path());
    expectShown(last.hear(), stored, nowOf(kKills + 1));
    last.kill();
    Workplace work(holder.target());
    for (const auto& [no, line] : stored.lines) {
        if (!line.deeds.contains("fire")) continue;
        EXPECT_THROW(work.verb("drills.run-fire", {{"id", drill}, {"no", std::to_string(no)}}), Conflict) << no;
    }
}

} // namespace
} // namespace yanxun::testing
