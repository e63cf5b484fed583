#pragma once
#include <benchmark/benchmark.h>

#include <functional>
#include <string>
#include <vector>

namespace yanxun::bench {

/// What decides: processor seconds of this process, seconds on the clock (children and servers counted), or bytes.
enum class Metric { cpu, wall };

/// Two ways of doing the same, measured in turns in one run. `ours` and `peer` do the whole work once and return what
/// they counted; equal counts are checked, so that nobody is fast by being wrong.
struct Ratio {
    std::string name;
    std::function<long()> ours, peer;
    double most = 0;    ///< ours / peer must not be above; 0 = no such bound
    double atLeast = 0; ///< peer / ours must not be below («20 × faster»); 0 = no such bound
    Metric metric = Metric::cpu;
    int repetitions = 3; ///< the fastest counts: all that disturbs only adds
};

/// A bound on one number that is no ratio (memory in MiB).
struct Limit {
    std::string name;
    std::function<double()> value;
    double most = 0;
    std::string unit;
};

/// Two things that time themselves in seconds: what happens on a screen, say.
struct Timed {
    std::string name;
    std::function<double()> ours, peer;
    double most = 0; ///< ours / peer must not be above; 0 = no bound
    int repetitions = 3;
};
/// The same lines as run().
int runTimed(const std::vector<Timed>& all);

/// Runs everything through Google Benchmark and prints one line each: name, ours, peer, ratio, bound, 达标/未达标.
/// Returns the number of lines that miss their bound.
int run(int argc, char** argv, const std::vector<Ratio>& ratios, const std::vector<Limit>& limits = {});

/// Runs `work` in a child process and gives the most memory it held, in MiB.
double peakMemory(const std::function<void()>& work);

} // namespace yanxun::bench
