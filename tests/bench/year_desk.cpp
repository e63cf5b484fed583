#include "bench/year_desk.h"

#include "bench/recorder.h"
#include "core/demonstration.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace yanxun::bench {
namespace {

constexpr int kYear = 2021;
constexpr double kLongEnough = 0.15; // seconds of the slower of the two
constexpr long kMostTimes = 2'000;

double secondsOf(const std::function<long()>& work) {
    const auto from = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

std::function<long()> repeated(long times, std::function<long()> work) {
    return [times, work = std::move(work)] {
        long counted = 0;
        for (long i = 0; i < times; ++i) counted += work();
        return counted;
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

// What is made once and kept (the duties of a year) is made before anything is recorded. Twice the same statements, or
// what is measured later would be something else than what the other side repeats.
std::vector<std::string> YearDesk::record(const std::string& name, const std::function<void(Reader&)>& work) {
    const auto once = [&] { return recorder::statementsOf([&] { program_->database().read(work); }); };
    once();
    auto statements = once();
    if (once() != statements) throw std::runtime_error(name + " does not send the same SQL each time");
    return statements;
}

// Our side hands out no rows: it counts what its statements give, once, beforehand; the other side counts as it runs.
Ratio YearDesk::against(RawDatabase& raw, const std::string& name, const std::function<void(Reader&)>& work) {
    const auto statements = record(name, work);
    const long rows = replay(*raw_, statements);
    const auto ours = [this, work, rows] {
        program_->database().read(work);
        return rows;
    };
    const auto peer = [&raw, statements] { return replay(raw, statements); };
    peer(); // warms
    const double slower = std::max(secondsOf(ours), secondsOf(peer));
    const long times = std::clamp(long(kLongEnough / std::max(slower, 1e-6)), 1L, kMostTimes);
    Ratio ratio;
    ratio.name = name;
    ratio.ours = repeated(times, ours);
    ratio.peer = repeated(times, peer);
    return ratio;
}

Ratio YearDesk::sameSql(const std::string& name, std::function<void(Reader&)> work, double most) {
    Ratio ratio = against(*raw_, name, work);
    ratio.most = most;
    ratio.repetitions = 5;
    return ratio;
}

Ratio YearDesk::withoutIndexes(const std::string& name, std::function<void(Reader&)> work, double atLeast) {
    Ratio ratio = against(*bare_, name, work);
    ratio.atLeast = atLeast;
    return ratio;
}

} // namespace yanxun::bench
