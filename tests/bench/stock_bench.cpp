// A posting dated back walks over the later moves of its own item and of nothing else, however many slips stand beside.
#include "bench/year_desk.h"

#include <stdexcept>

using namespace yanxun;
using namespace yanxun::bench;

namespace {

constexpr int kScale = 100, kFew = 50, kMany = 2'000, kPostings = 20;

class Silent final : public VerbOutput {
public:
    void field(const std::string&, const std::string&, const Value&, CellKind) override {}
    void table(const std::string&, const RowSource&) override {}
    void say(const std::string&) override {}
};

class Stock {
public:
    explicit Stock(host::Program& program) : program_(program), post_(program.registry().verb("materials.post")) {
        if (!post_) throw std::runtime_error("the stock plugin does not run");
    }
    /// An item with a large receipt on New Year's Day and so many issues in autumn.
    void prepare(const std::string& item, int laterMoves) {
        run({{"type", "receipt"}, {"date", "2021-01-01"}, {"lines", item + "=9000000"}, {"create-item", ""}});
        for (int i = 0; i < laterMoves; ++i) issue(item, "2021-10-" + std::to_string(10 + i % 20));
    }
    long issueOften(const std::string& item, const std::string& day) {
        for (int i = 0; i < kPostings; ++i) issue(item, day);
        return kPostings;
    }

private:
    void issue(const std::string& item, const std::string& day) {
        run({{"type", "issue"}, {"date", day}, {"lines", item + "=1"}, {"unit", "基准单位"}, {"create-unit", ""}});
    }
    void run(std::map<std::string, std::string, std::less<>> arguments) {
        Silent silent;
        VerbCall call;
        call.arguments = std::move(arguments);
        call.database = &program_.database();
        call.clock = &program_.clock();
        call.output = &silent;
        call.progress = &Progress::none();
        post_->run(call);
    }

    host::Program& program_;
    const Verb* post_;
};

} // namespace

int main(int argc, char** argv) {
    YearDesk desk(kScale);
    Stock stock(desk.program());
    stock.prepare("基准物品甲", 0);
    stock.prepare("基准物品乙", kFew);
    stock.prepare("基准物品丙", kMany);
    const std::string back = "2021-02-01", last = "2021-12-01";
    const int missed = run(
        argc, argv,
        {{"slip dated back before 50 later moves / before none", [&] { return stock.issueOften("基准物品乙", back); },
          [&] { return stock.issueOften("基准物品甲", last); }, 1.5},
         {"slip dated back before 2,000 later moves / before 50", [&] { return stock.issueOften("基准物品丙", back); },
          [&] { return stock.issueOften("基准物品乙", back); }, double(kMany) / kFew}});
    return missed > 0 ? 1 : 0;
}
