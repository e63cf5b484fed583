#include "bench/year_desk.h"

#include "bench/recorder.h"
#include "core/demonstration.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace yanxun::bench {
namespace {

constexpr int kYear = 2021;
constexpr double kLongEnough = 0.15; // seconds of the slower of the two
constexpr long kMostTimes = 2'000;

double secondsOf(const std::function<void()>& work) {
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

std::function<long()> repeated(long times, std::function<void()> work, long answer) {
    return [times, work = std::move(work), answer] {
        for (long i = 0; i < times; ++i) work();
        return answer;
    };
}

void dropIndexes(RawDatabase& raw) {
    std::vector<std::string> names;
    {
        RawStatement all(raw.handle(), "SELECT name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
        while (all.step()) names.emplace_back(all.text(0));
    }
    for (const std::string& name : names) raw.run("DROP INDEX \"" + name + "\"");
}

} // namespace

YearDesk::YearDesk(int scale) : scratch_("year") {
    recorder::install();
    const auto home = scratch_.file("home");
    for (const auto& [variable, folder] : {std::pair{"XDG_CONFIG_HOME", "config"}, {"XDG_DATA_HOME", "data"},
                                           {"XDG_CACHE_HOME", "cache"}, {"XDG_STATE_HOME", "state"}}) {
        ::setenv(variable, (home / folder).c_str(), 1);
    }
    host::ProgramOptions options;
    options.target = scratch_.file("year.db").string();
    options.at = 1'640'000'000'000;
    options.createDatabase = true;
    program_ = std::make_unique<host::Program>(host::Places::ofThisProgram(), options);
    fillDemonstration(*program_, {scale, kYear});
    raw_ = std::make_unique<RawDatabase>(options.target);
    raw_->run("PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::copy_file(options.target, scratch_.file("bare.db"));
    bare_ = std::make_unique<RawDatabase>(scratch_.file("bare.db").string());
    dropIndexes(*bare_);
}

std::vector<std::string> YearDesk::record(const std::function<void(Reader&)>& work) {
    return recorder::statementsOf([&] { program_->database().read(work); });
}

Ratio YearDesk::sameSql(const std::string& name, std::function<void(Reader&)> work, double most) {
    const auto statements = record(work);
    const auto ours = [this, work] { program_->database().read(work); };
    const auto peer = [this, statements] { replay(*raw_, statements); };
    peer(); // warms
    const double slower = std::max(secondsOf(ours), secondsOf(peer));
    const long times = std::clamp(long(kLongEnough / std::max(slower, 1e-6)), 1L, kMostTimes);
    return {name, repeated(times, ours, times), repeated(times, peer, times), most, 0, Metric::cpu, 5};
}

Ratio YearDesk::withoutIndexes(const std::string& name, std::function<void(Reader&)> work, double atLeast) {
    const auto statements = record(work);
    const auto ours = [this, work] { program_->database().read(work); };
    const auto peer = [this, statements] { replay(*bare_, statements); };
    peer();
    const double slower = std::max(secondsOf(ours), secondsOf(peer));
    const long times = std::clamp(long(kLongEnough / std::max(slower, 1e-6)), 1L, kMostTimes);
    return {name, repeated(times, ours, times), repeated(times, peer, times), 0, atLeast, Metric::cpu, 3};
}

} // namespace yanxun::bench
