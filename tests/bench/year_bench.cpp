// The year a hundred times over: every figure, section of the summary and list against the same SQL through the C
// interface of SQLite, and the figures against counting the same rows without their indexes.
#include "bench/year_desk.h"

#include <array>
#include <iostream>
#include <set>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr int kScale = 100;
constexpr double kSame = 1.25, kTold = 0, kIndexed = 5;
const Period kYear = Period::year(2021);

/// These count all drills of the year, which an index must make cheap; the others look for few rows, or judge what no SQL
/// can (duty_rate): their ratios are told.
const std::set<std::string, std::less<>> kCountDrills{"drills.held",      "drills.participants", "drills.by_month",
                                                      "drills.by_hazard", "drills.by_region",    "drills.by_mode",
                                                      "drills.scores",    "drills.live_share",   "drills.blind_share",
                                                      "drills.median_score"};

/// What a list page asks for: the newest hundred of the year.
struct ListPage {
    const char* verb;
    std::map<std::string, std::string, std::less<>> arguments;
};
const std::array kLists{ListPage{"drills.list", {{"year", "2021"}, {"limit", "100"}}},
                        ListPage{"training.list", {{"year", "2021"}, {"limit", "100"}}},
                        ListPage{"campaigns.list", {{"year", "2021"}, {"limit", "100"}}},
                        ListPage{"materials.documents", {{"year", "2021"}, {"limit", "100"}}}};

/// Takes an answer as a screen would, and throws it away.
class Nowhere final : public VerbOutput {
public:
    void field(const std::string&, const std::string&, const Value& value, CellKind) override { benchmark::DoNotOptimize(value); }
    void table(const std::string&, const RowSource& rows) override {
        rows.each([](std::span<const Value> cells) { benchmark::DoNotOptimize(cells.data()); });
    }
    void say(const std::string&) override {}
};

void take(const ReportSection& section) {
    for (const ReportTable& table : section.tables) {
        table.rows.each([](std::span<const Value> cells) { benchmark::DoNotOptimize(cells.data()); });
    }
    for (const ReportSection& each : section.sections) take(each);
}

void addFigures(YearDesk& desk, std::vector<Ratio>& ratios) {
    for (const FigureKind& kind : desk.program().registry().figures()) {
        const auto compute = [&kind](Reader& reader) { benchmark::DoNotOptimize(kind.compute(reader, kYear)); };
        const bool isCount = kCountDrills.contains(kind.id);
        const bool isBound = isCount || kind.shape == FigureShape::months;
        ratios.push_back(desk.sameSql(kind.id + " / same SQL", compute, isBound ? kSame : kTold));
        if (!kind.id.starts_with("drills.")) continue;
        ratios.push_back(desk.withoutIndexes(kind.id + " / counting all rows", compute, isCount ? kIndexed : kTold));
    }
}

void addSummaries(YearDesk& desk, std::vector<Ratio>& ratios) {
    for (const SummaryKind& kind : desk.program().registry().summaries()) {
        ratios.push_back(desk.sameSql(kind.id + " / same SQL", [&kind](Reader& reader) { take(kind.make(reader, kYear)); }, kSame));
    }
}

void addLists(YearDesk& desk, std::vector<Ratio>& ratios) {
    for (const ListPage& page : kLists) {
        const Verb* verb = desk.program().registry().verb(page.verb);
        if (!verb) {
            std::cout << page.verb << ": its plugin does not run; not measured\n";
            continue;
        }
        const auto ask = [&desk, &page, verb](Reader&) {
            Nowhere nowhere;
            VerbCall call;
            call.arguments = page.arguments;
            call.database = &desk.program().database();
            call.clock = &desk.program().clock();
            call.output = &nowhere;
            call.progress = &Progress::none();
            verb->run(call);
        };
        ratios.push_back(desk.sameSql(std::string(page.verb) + ", 100 rows / same SQL", ask, kSame));
    }
}

} // namespace

int main(int argc, char** argv) {
    YearDesk desk(kScale);
    std::vector<Ratio> ratios;
    addLists(desk, ratios);
    addFigures(desk, ratios);
    addSummaries(desk, ratios);
    return run(argc, argv, ratios) > 0 ? 1 : 0;
}
