#include "gui/verb_answer.h"

#include <yanxun/verb.h>

#include <gtest/gtest.h>

namespace yanxun::testing {
namespace {

class Heard final : public VerbOutput {
public:
    explicit Heard(VerbAnswer& answer) : answer_(answer) {}
    void field(const std::string& id, const std::string&, const Value& value, CellKind kind) override {
        answer_.fields[id] = cellText(value, kind);
    }
    void table(const std::string&, const RowSource& rows) override {
        rows.each([this](std::span<const Value> cells) {
            if (answer_.first.empty()) answer_.first = cellText(cells[0], CellKind::text);
        });
    }
    void say(const std::string&) override {}

private:
    VerbAnswer& answer_;
};

} // namespace

VerbAnswer runVerb(host::Program& program, const std::string& id,
                   std::map<std::string, std::string, std::less<>> arguments) {
    VerbAnswer answer;
    const Verb* const known = program.registry().verb(id);
    if (!known) {
        ADD_FAILURE() << "no verb " << id;
        return answer;
    }
    Heard output(answer);
    VerbCall call;
    call.arguments = std::move(arguments);
    call.database = &program.database();
    call.clock = &program.clock();
    call.output = &output;
    call.progress = &Progress::none();
    known->run(call);
    return answer;
}

} // namespace yanxun::testing
