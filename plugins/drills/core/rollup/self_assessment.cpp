#include "core/rollup/self_assessment.h"

#include "core/exact.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::idParameter;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;

int list(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const auto all = selves::of(reader, idOf(call));
        yanxun::RowSource source;
        source.columns = {{"id", tr("编号"), CellKind::integer, 6},      {"audience", tr("评价方"), CellKind::text, 12},
                          {"source", tr("由谁评价"), CellKind::text, 24}, {"people", tr("人数"), CellKind::integer, 6},
                          {"score", tr("评分"), CellKind::hundredths, 8}, {"remark", tr("备注"), CellKind::text, 24}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const SelfAssessment& one : all) {
                const std::vector<Value> cells{one.id, word(one.audience), one.source, one.people, one.score, one.remark};
                sink(cells);
            }
        };
        call.output->table("selves", source);
    });
    return 0;
}

SelfAssessment assessmentOf(const VerbCall& call) {
    SelfAssessment one;
    one.drillId = idOf(call);
    const auto audience = audienceOf(call.text("audience"));
    if (!audience)
        throw Error(tr("参数 --audience 应当是 参演人员自评 或 群众满意度，收到的是“{}”。", call.text("audience")));
    one.audience = *audience;
    one.source = call.text("source");
    one.people = int(call.integer("people"));
    one.score = hundredthsOf(call, "score").value_or(-1);
    one.remark = call.text("remark");
    return one;
}

} // namespace

SelfSummary summaryOf(const std::vector<SelfAssessment>& all, Audience audience) {
    SelfSummary sum;
    std::int64_t points = 0;
    for (const SelfAssessment& one : all) {
        if (one.audience != audience) continue;
        ++sum.sheets;
        sum.people += one.people;
        points += one.score * one.people;
    }
    if (sum.people > 0) sum.mean = divideHalfUp(points, Wide(sum.people) * 10) * 10;
    return sum;
}

std::string word(Audience audience) {
    return audience == Audience::participants ? tr("参演人员自评") : tr("群众满意度");
}

std::optional<Audience> audienceOf(std::string_view given) {
    for (const Audience audience : {Audience::participants, Audience::publicPeople}) {
        if (word(audience) == given) return audience;
    }
    return std::nullopt;
}

std::vector<yanxun::Verb> selfVerbs() {
    const yanxun::VerbParameter drill = idParameter(tr("演练编号"));
    std::vector<yanxun::Verb> verbs;
    verbs.push_back({"drills.selves", tr("列出一场演练的参演人员自评和群众满意度（不计入总分）"), {drill}, true, list});
    verbs.push_back({"drills.self-put",
                     tr("登记参演人员自评或群众满意度"),
                     {drill,
                      {"audience", tr("参演人员自评 或 群众满意度"), true},
                      {"source", tr("由谁评价"), true},
                      {"people", tr("人数"), true},
                      {"score", tr("平均评分，0 到 100"), true},
                      {"remark", tr("备注")}},
                     true,
                     [](VerbCall& call) {
                         std::int64_t id = 0;
                         call.database->write([&](Writer& writer) { id = selves::put(writer, assessmentOf(call)); });
                         call.output->field("id", tr("编号"), id, CellKind::integer);
                         return 0;
                     }});
    verbs.push_back({"drills.self-remove",
                     tr("删除一条自评或满意度"),
                     {idParameter(tr("自评编号"))},
                     true,
                     [](VerbCall& call) {
                         call.database->write([&](Writer& writer) { selves::remove(writer, idOf(call)); });
                         call.output->say(tr("已删除。"));
                         return 0;
                     }});
    return verbs;
}

} // namespace drills
