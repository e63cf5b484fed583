#include "core/drill_store.h"
#include "core/run/run_photos.h"
#include "core/run/run_store.h"
#include "core/run/run_tables.h"
#include "core/run/script_time.h"
#include "core/run/script_verbs.h"
#include "core/written_measure.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::idParameter;
using yanxun::option;
using yanxun::Reader;
using yanxun::tr;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

std::int64_t numberOf(const VerbCall& call) {
    const std::int64_t no = call.integer("no");
    if (no <= 0) throw Error(tr("参数 --no 应是脚本的行号，如 3。"));
    return no;
}

int show(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const Run run = runs::load(reader, idOf(call));
        const yanxun::Millis now = call.clock->now();
        call.output->field("drill", tr("演练"), run.drill.name);
        call.output->field("status", tr("状态"), word(run.drill.status));
        call.output->field("elapsed", tr("演练时间"), clockText(run.clock.elapsed(now)));
        call.output->field("scenario", tr("情景时间"),
                           clockText(run.clock.scenario(now) +
                                     (run.script && run.script->scenarioStart ? *run.script->scenarioStart * 1000 : 0)));
        call.output->field("phase", tr("阶段"), run.phaseNow());
        const RunLine* const next = run.next(now);
        call.output->field("next", tr("下一步"), next ? next->line.no : 0, CellKind::integer);
        if (next) call.output->field("next_text", tr("下一步内容"), tr("{} {}", offsetText(next->due()), next->line.text));
        call.output->table("lines", runRows(run, now));
        call.output->table("watches", watchRows(run.watches));
        call.output->table("observations", observationRows(run.observations));
        call.output->table("clock", clockRows(run.clock));
    });
    return 0;
}

using Act = std::function<std::string(Writer&, VerbCall&)>;

yanxun::Verb acting(const char* id, std::string title, std::vector<VerbParameter> parameters, Act act) {
    return {id, std::move(title), std::move(parameters), true, [act = std::move(act)](VerbCall& call) {
                std::string said;
                call.database->write([&](Writer& writer) { said = act(writer, call); });
                call.output->say(said);
                return 0;
            }};
}

/// Verbs whose parameter is the drill: they answer where it stands then.
yanxun::Verb ofDrill(const char* id, std::string title, std::vector<VerbParameter> parameters, Act act) {
    parameters.insert(parameters.begin(), idParameter(tr("演练编号")));
    yanxun::Verb verb = acting(id, std::move(title), std::move(parameters), std::move(act));
    verb.run = [run = std::move(verb.run)](VerbCall& call) {
        run(call);
        call.database->read([&](Reader& reader) {
            const Drill drill = store::get(reader, idOf(call));
            call.output->field("status", tr("状态"), word(drill.status));
            call.output->field("elapsed", tr("演练时间"), clockText(runs::clock(reader, drill.id).elapsed(call.clock->now())));
        });
        return 0;
    };
    return verb;
}

std::vector<yanxun::Verb> clockVerbs(const RunService& runs) {
    return {ofDrill("drills.run-start", tr("开始演练"), {},
                    [&runs](Writer& writer, VerbCall& call) {
                        runs.start(writer, idOf(call));
                        return tr("演练开始，时钟已走。");
                    }),
            ofDrill("drills.run-pause", tr("暂停演练"), {option("reason", tr("原因"), true)},
                    [&runs](Writer& writer, VerbCall& call) {
                        runs.pause(writer, idOf(call), call.text("reason"));
                        return tr("演练已暂停。");
                    }),
            ofDrill("drills.run-resume", tr("继续演练"), {},
                    [&runs](Writer& writer, VerbCall& call) {
                        runs.resume(writer, idOf(call));
                        return tr("演练继续。");
                    }),
            ofDrill("drills.run-speed", tr("设定情景时间的倍数"), {option("factor", tr("倍数，如 1 或 2.5"), true)},
                    [&runs](Writer& writer, VerbCall& call) {
                        runs.setSpeed(writer, idOf(call), hundredthsOf(call, "factor").value_or(100));
                        return tr("情景时间的倍数已设定。");
                    }),
            ofDrill("drills.run-end", tr("结束演练"), {},
                    [&runs](Writer& writer, VerbCall& call) {
                        runs.end(writer, idOf(call));
                        return tr("演练结束。");
                    }),
            ofDrill("drills.run-abort", tr("安全中止演练"),
                    {option("reason", tr("原因"), true), option("author", tr("提出人，如安全员；不填为操作人"))},
                    [&runs](Writer& writer, VerbCall& call) {
                        runs.abort(writer, idOf(call), call.text("author"), call.text("reason"));
                        return tr("演练已中止。");
                    })};
}

/// A deed on one line, with a word behind it.
yanxun::Verb onLine(const char* id, std::string title, VerbParameter word, std::string said,
                    std::function<void(Writer&, std::int64_t, std::int64_t, const std::string&)> act) {
    const std::string key = word.id;
    return ofDrill(id, std::move(title), {option("no", tr("行号"), true), std::move(word)},
                   [=, act = std::move(act)](Writer& writer, VerbCall& call) {
                       act(writer, idOf(call), numberOf(call), call.text(key));
                       return said;
                   });
}

std::vector<yanxun::Verb> lineVerbs(const RunService& runs) {
    const auto note = [] { return option("note", tr("说明")); };
    return {onLine("drills.run-fire", tr("发出一行"), option("reason", tr("前置条件不满足仍要发出的原因")), tr("已发出。"),
                   [&runs](Writer& w, std::int64_t drill, std::int64_t no, const std::string& t) { runs.fire(w, drill, no, t); }),
            onLine("drills.run-ack", tr("记一行已确认收到"), note(), tr("已确认。"),
                   [&runs](Writer& w, std::int64_t drill, std::int64_t no, const std::string& t) { runs.acknowledge(w, drill, no, t); }),
            onLine("drills.run-respond", tr("记一行已响应"), note(), tr("已响应。"),
                   [&runs](Writer& w, std::int64_t drill, std::int64_t no, const std::string& t) { runs.respond(w, drill, no, t); }),
            onLine("drills.run-complete", tr("记一行已完成"), note(), tr("已完成。"),
                   [&runs](Writer& w, std::int64_t drill, std::int64_t no, const std::string& t) { runs.complete(w, drill, no, t); }),
            onLine("drills.run-skip", tr("跳过一行"), option("reason", tr("原因"), true), tr("已跳过。"),
                   [&runs](Writer& w, std::int64_t drill, std::int64_t no, const std::string& t) { runs.skip(w, drill, no, t); }),
            ofDrill("drills.run-delay", tr("延迟一行，或用 --all 顺延所有待发的行"),
                    {option("no", tr("行号；与 --all 合用时从它的时间起")), option("by", tr("多久，如 5分"), true),
                     option("reason", tr("原因")), {"all", tr("所有待发的行，间隔不变"), false, false, true}},
                    [&runs](Writer& writer, VerbCall& call) {
                        const std::int64_t seconds = offsetOf(call.text("by"));
                        if (call.has("all")) {
                            return tr("已顺延 {} 行。", runs.delayAll(writer, idOf(call), call.integer("no"), seconds, call.text("reason")));
                        }
                        runs.delay(writer, idOf(call), numberOf(call), seconds, call.text("reason"));
                        return tr("已延迟。");
                    }),
            ofDrill("drills.run-free", tr("发出一条自由注入"),
                    {option("text", tr("内容"), true), option("to", tr("接收方")), option("method", tr("方式"))},
                    [&runs](Writer& writer, VerbCall& call) {
                        return tr("已作为第 {} 行发出。", runs.fireFree(writer, idOf(call), call.text("to"), call.text("method"), call.text("text")));
                    })};
}

std::vector<yanxun::Verb> watchVerbs(const RunService& runs, const RatingService& rating) {
    const VerbParameter watch = idParameter(tr("计时编号"));
    return {ofDrill("drills.run-watch-start", tr("开始环节计时"),
                    {option("metric", tr("环节，如 报警→发出疏散信号"), true), option("item", tr("对应的评估项编号"))},
                    [&runs](Writer& writer, VerbCall& call) {
                        return tr("开始计时，编号 {}。", runs.startWatch(writer, idOf(call), call.text("metric"), call.text("item")));
                    }),
            ofDrill("drills.run-watch-stop", tr("停止环节计时"), {option("metric", tr("环节"), true)},
                    [&runs](Writer& writer, VerbCall& call) {
                        const StageTime stopped = runs.stopWatch(writer, idOf(call), call.text("metric"));
                        return tr("用时 {}。", durationText(*stopped.measuredMs / 1000 * 1000));
                    }),
            acting("drills.run-watch-void", tr("作废一条环节计时"), {watch, option("reason", tr("原因"), true)},
                   [&runs](Writer& writer, VerbCall& call) {
                       runs.voidWatch(writer, idOf(call), call.text("reason"));
                       return tr("已作废。");
                   }),
            acting("drills.run-watch-link", tr("选定一条环节计时对应的评估项"), {watch, option("item", tr("评估项编号，不填为不对应"))},
                   [&runs](Writer& writer, VerbCall& call) {
                       runs.linkWatch(writer, idOf(call), call.text("item"));
                       return tr("已保存。");
                   }),
            ofDrill("drills.run-take-over", tr("把环节计时填入评分表的计时项"), {}, [&runs, &rating](Writer& writer, VerbCall& call) {
                return tr("已填入 {} 项。", runs.takeOver(writer, idOf(call), rating));
            })};
}

/// Keeps the photo and says where else the same one stands.
std::string photographed(Writer& writer, std::int64_t observation, const VerbCall& call) {
    std::string said;
    for (const SharedEvidence& same : attachPhoto(writer, observation, call.text("photo"), call.text("caption"))) {
        said += evidence::sentenceOf(same);
    }
    return said;
}

std::vector<yanxun::Verb> observationVerbs(const RunService& runs) {
    const auto kindOf = [](const VerbCall& call) {
        const auto kind = call.has("kind") ? observationKindOf(call.text("kind")) : std::optional(ObservationKind::plain);
        if (!kind) throw Error(tr("参数 --kind 应是 优点、不足、一般 之一。"));
        return *kind;
    };
    return {ofDrill("drills.run-observe", tr("记一条观察"),
                    {option("text", tr("看到了什么"), true), option("kind", tr("优点、不足、一般，不填为一般")), option("no", tr("脚本行号")),
                     option("item", tr("评估项编号")), option("observer", tr("记录人，不填为操作人")), option("photo", tr("照片文件 jpg 或 png"))},
                    [&runs, kindOf](Writer& writer, VerbCall& call) {
                        Observation one;
                        one.drillId = idOf(call);
                        one.kind = kindOf(call);
                        one.text = call.text("text");
                        one.lineNo = call.integer("no");
                        one.itemNo = call.text("item");
                        one.observer = call.text("observer");
                        const std::int64_t id = runs.observe(writer, std::move(one));
                        return tr("已记下，编号 {}。", id) + (call.has("photo") ? photographed(writer, id, call) : std::string());
                    }),
            acting("drills.run-photo", tr("为一条观察加照片"),
                   {idParameter(tr("观察编号")), option("photo", tr("照片文件 jpg 或 png"), true), option("caption", tr("说明"))},
                   [](Writer& writer, VerbCall& call) { return tr("照片已保存。") + photographed(writer, idOf(call), call); }),
            acting("drills.run-observation-edit", tr("修改一条观察"),
                   {idParameter(tr("观察编号")), option("text", tr("看到了什么")), option("kind", tr("优点、不足、一般")), option("item", tr("评估项编号"))},
                   [&runs, kindOf](Writer& writer, VerbCall& call) {
                       Observation one = drills::runs::observation(writer, idOf(call));
                       if (call.has("text")) one.text = call.text("text");
                       if (call.has("kind")) one.kind = kindOf(call);
                       if (call.has("item")) one.itemNo = call.text("item");
                       runs.editObservation(writer, one);
                       return tr("已修改。");
                   }),
            acting("drills.run-observation-remove", tr("删除一条观察"), {idParameter(tr("观察编号"))}, [&runs](Writer& writer, VerbCall& call) {
                const Observation one = drills::runs::observation(writer, idOf(call));
                runs.removeObservation(writer, one.id, one.revision);
                return tr("已删除。");
            })};
}

} // namespace

std::vector<yanxun::Verb> runVerbs(const RunService& runs, const RatingService& rating) {
    std::vector<yanxun::Verb> verbs{{"drills.run", tr("查看演练进行到哪里"), {idParameter(tr("演练编号"))}, true, show}};
    for (auto list : {clockVerbs(runs), lineVerbs(runs), watchVerbs(runs, rating), observationVerbs(runs)}) {
        for (auto& verb : list) verbs.push_back(std::move(verb));
    }
    return verbs;
}

} // namespace drills
