#include "bench/ratio.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>

namespace yanxun::bench {
namespace {

struct Times {
    std::vector<double> cpu, wall;
};

/// Collects every repetition and prints nothing: the table comes at the end.
class Collector final : public benchmark::BenchmarkReporter {
public:
    bool ReportContext(const Context&) override { return true; }
    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& each : runs) {
            if (each.run_type != Run::RT_Iteration) continue;
            Times& times = all[each.run_name.function_name];
            times.cpu.push_back(each.cpu_accumulated_time / double(each.iterations));
            times.wall.push_back(each.real_accumulated_time / double(each.iterations));
        }
    }
    std::map<std::string, Times> all;
};

double fastest(const std::vector<double>& values) {
    return values.empty() ? 0 : *std::min_element(values.begin(), values.end());
}

void add(const std::string& name, const std::function<long()>& work, int repetitions, long& counted) {
    benchmark::RegisterBenchmark(name.c_str(), [work, &counted](benchmark::State& state) {
        for (auto _ : state) counted = work();
    })->Iterations(1)->Repetitions(repetitions)->MeasureProcessCPUTime()->UseRealTime()->Unit(benchmark::kMillisecond);
}

bool print(const Ratio& ratio, const Times& ours, const Times& peer, bool sameCount) {
    const bool cpu = ratio.metric == Metric::cpu;
    const double mine = fastest(cpu ? ours.cpu : ours.wall), theirs = fastest(cpu ? peer.cpu : peer.wall);
    const double share = theirs > 0 ? mine / theirs : 0;
    const bool ok = sameCount && (ratio.most == 0 || share <= ratio.most) &&
                    (ratio.atLeast == 0 || (mine > 0 && theirs / mine >= ratio.atLeast));
    char bound[64];
    if (ratio.most == 0 && ratio.atLeast == 0) {
        std::snprintf(bound, sizeof bound, "%8.2fx (no bound)", share);
    } else if (ratio.most > 0) {
        std::snprintf(bound, sizeof bound, "%8.2fx (<= %.2fx)", share, ratio.most);
    } else {
        std::snprintf(bound, sizeof bound, "%8.1f times faster (>= %.0f)", mine > 0 ? theirs / mine : 0, ratio.atLeast);
    }
    std::printf("%-52s %10.1f ms %10.1f ms %-4s %-32s %s\n", ratio.name.c_str(), mine * 1e3, theirs * 1e3,
                cpu ? "cpu" : "wall", bound, !sameCount ? "ANSWERS DIFFER" : ok ? "ok" : "MISSED");
    std::fflush(stdout);
    return ok;
}

} // namespace

int run(int argc, char** argv, const std::vector<Ratio>& ratios, const std::vector<Limit>& limits) {
    // In turns, in no fixed order: what else the machine does then falls on both alike.
    std::vector<char*> words(argv, argv + argc);
    char interleaved[] = "--benchmark_enable_random_interleaving=true";
    words.push_back(interleaved);
    int count = int(words.size());
    words.push_back(nullptr);
    benchmark::Initialize(&count, words.data());
    std::vector<std::pair<long, long>> counted(ratios.size());
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        add(ratios[i].name + " | ours", ratios[i].ours, ratios[i].repetitions, counted[i].first);
        add(ratios[i].name + " | peer", ratios[i].peer, ratios[i].repetitions, counted[i].second);
    }
    Collector collector;
    benchmark::RunSpecifiedBenchmarks(&collector);

    int missed = 0;
    for (std::size_t i = 0; i < ratios.size(); ++i) {
        const Times& ours = collector.all[ratios[i].name + " | ours"];
        if (ours.cpu.empty()) continue; // filtered out
        missed += !print(ratios[i], ours, collector.all[ratios[i].name + " | peer"], counted[i].first == counted[i].second);
    }
    for (const Limit& limit : limits) {
        const double value = limit.value();
        const bool ok = value <= limit.most;
        std::printf("%-52s %10.1f %-30s (<= %.1f) %s\n", limit.name.c_str(), value, limit.unit.c_str(), limit.most,
                    ok ? "ok" : "MISSED");
        missed += !ok;
    }
    return missed;
}

int runTimed(const std::vector<Timed>& all) {
    int missed = 0;
    for (const Timed& timed : all) {
        Times ours, peer;
        for (int i = 0; i < timed.repetitions; ++i) {
            ours.wall.push_back(timed.ours());
            peer.wall.push_back(timed.peer());
        }
        missed += !print({timed.name, {}, {}, timed.most, 0, Metric::wall}, ours, peer, true);
    }
    return missed;
}

double peakMemory(const std::function<void()>& work) {
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        work();
        std::_Exit(0);
    }
    int status = 0;
    rusage usage{};
    ::wait4(child, &status, 0, &usage);
    return double(usage.ru_maxrss) / 1024;
}

} // namespace yanxun::bench
