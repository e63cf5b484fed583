// Who owes a drill: 1,200 units under eight rules with all their windows computed anew in one go, and stored, against the
// same counting done in one raw SQL statement per rule. The statements only count drills in windows; what our side does
// besides (attributes by day, forms, plans, 一演多计, exemptions, reasons, the nine values) is the price of the ratio.
#include "bench/year_desk.h"

#include <array>
#include <sstream>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr int kYear = 2021, kUnits = 1'200, kRules = 8;

/// Months of a window of each of the eight rules: a year's windows are 12 / months.
constexpr std::array<int, kRules> kMonths{1, 3, 6, 12, 6, 12, 3, 1};
constexpr std::array kWindows{"MONTH", "QUARTER", "HALF", "YEAR", "HALF", "YEAR", "QUARTER", "MONTH"};

class Silent final : public VerbOutput {
public:
    void field(const std::string&, const std::string&, const Value& value, CellKind) override { benchmark::DoNotOptimize(value); }
    void table(const std::string&, const RowSource& rows) override {
        rows.each([this](std::span<const Value> cells) {
            if (cells.size() > 1) number += *cells[1].integer();
        });
    }
    void say(const std::string&) override {}
    long number = 0;
};

long runVerb(host::Program& program, const char* id, std::map<std::string, std::string, std::less<>> arguments) {
    const Verb* verb = program.registry().verb(id);
    if (!verb) throw std::runtime_error(std::string("no verb ") + id);
    Silent output;
    VerbCall call;
    call.arguments = std::move(arguments);
    call.database = &program.database();
    call.clock = &program.clock();
    call.output = &output;
    call.progress = &Progress::none();
    verb->run(call);
    return output.number;
}

void addUnits(YearDesk& desk) {
    for (int i = 0; i < kUnits; ++i) {
        runVerb(desk.program(), "directory.units.add", {{"name", "测算企业" + std::to_string(i)}, {"kind", "养老机构"}});
    }
    for (int rule = 0; rule < kRules; ++rule) {
        runVerb(desk.program(), "drills.rule-put",
                {{"code", "B" + std::to_string(rule)}, {"title", "测算"}, {"basis", "测算"}, {"kinds", "养老机构"},
                 {"window", kWindows[std::size_t(rule)]}, {"n", "1"}});
    }
}

/// How many drills each unit held in each window: one statement for a rule.
std::string countingSql(int months) {
    std::ostringstream sql;
    sql << "WITH w(f, l) AS (VALUES ";
    for (int first = 1; first <= 12; first += months) {
        const int last = first + months - 1;
        sql << (first > 1 ? ", (" : "(") << kYear * 10'000 + first * 100 + 1 << ", " << kYear * 10'000 + last * 100 + 31 << ")";
    }
    sql << ") SELECT u.id, w.f, (SELECT count(*) FROM drills_drill d WHERE d.unit_id = u.id AND d.held_ymd BETWEEN w.f"
           " AND w.l AND d.is_practice = 0 AND d.status BETWEEN 70 AND 199) FROM directory_unit u, w"
           " WHERE u.kind = '养老机构'";
    return sql.str();
}

} // namespace

int main(int argc, char** argv) {
    YearDesk desk(1);
    addUnits(desk);
    // The district has some such units of its own.
    const long units = desk.raw().rows("SELECT id FROM directory_unit WHERE kind = '养老机构'");
    long windows = 0;
    for (const int months : kMonths) windows += units * 12 / months;
    int turn = 0;
    const auto ours = [&] {
        // Any logged change makes the stored duties stale: they are computed and stored anew.
        runVerb(desk.program(), "drills.duty-settings", {{"soon-days", std::to_string(10 + ++turn % 2)}});
        long sum = 0;
        for (int rule = 0; rule < kRules; ++rule) {
            sum += runVerb(desk.program(), "drills.duty-summary",
                           {{"year", std::to_string(kYear)}, {"rule", "B" + std::to_string(rule)}});
        }
        return sum;
    };
    const auto peer = [&] {
        long sum = 0;
        for (const int months : kMonths) sum += desk.raw().rows(countingSql(months));
        return sum;
    };
    if (ours() != windows || peer() != windows) throw std::runtime_error("the two sides do not count the same windows");
    return run(argc, argv, {{"duties of 1,200 units × 8 rules / raw counting", ours, peer, 0, 0, Metric::cpu, 3}}) > 0 ? 1 : 0;
}
