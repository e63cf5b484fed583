#include "core/answer_text.h"
#include "core/drill_store.h"
#include "core/drill_verbs.h"
#include "core/evaluation_store.h"
#include "core/result_output.h"
#include "core/score_sheet_entries.h"
#include "core/sheet_workbook.h"
#include "core/text_file.h"
#include "core/written_measure.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::flag;
using yanxun::idParameter;
using yanxun::option;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

yanxun::RowSource evaluatorRows(const ScoreSheet& sheet, const Panel& panel) {
    yanxun::RowSource source;
    source.columns = {{"name", tr("评估人员"), CellKind::text, 12},  {"role", tr("身份"), CellKind::text, 6},
                      {"unit", tr("单位"), CellKind::text, 20},      {"weight", tr("权重"), CellKind::hundredths, 6},
                      {"scope", tr("分工"), CellKind::text, 20},     {"state", tr("评分表"), CellKind::text, 8},
                      {"conflict", tr("应回避"), CellKind::text, 6}, {"open", tr("未填"), CellKind::integer, 6},
                      {"reason", tr("说明"), CellKind::text, 20},    {"key", tr("标识"), CellKind::text, 36}};
    source.each = [&sheet, &panel](const yanxun::RowSink& sink) {
        for (const Evaluator& one : panel.evaluators) {
            const std::vector<Value> cells{one.name,
                                           word(one.role),
                                           one.unit,
                                           one.weight,
                                           one.scope.empty() ? tr("全部") : joined(one.scope),
                                           word(one.state),
                                           one.conflict ? tr("是") : std::string(),
                                           std::int64_t(blanks(sheet, panel, one).size()),
                                           one.stateReason,
                                           one.key};
            sink(cells);
        }
    };
    return source;
}

void put(const RatingService& service, VerbCall& call, const Evaluation& evaluation) {
    const ScoreSheet& sheet = service.sheetOf(evaluation);
    const ScoreResult result = service.result(evaluation);
    call.output->field("sheet", tr("评分表"), sheet.id);
    call.output->field("state", tr("状态"), evaluation.frozen ? tr("已定稿") : tr("评估中"));
    if (evaluation.due) call.output->field("due", tr("交表期限"), evaluation.due->ymd(), CellKind::date);
    putResult(*call.output, result);
    call.output->table("evaluators", evaluatorRows(sheet, evaluation.panel));
}

using Action = std::function<Evaluation(Writer&, VerbCall&)>;

/// A verb that changes an evaluation and shows what came of it.
yanxun::Verb verb(const RatingService& service, const char* id, std::string title,
                  std::vector<VerbParameter> parameters, Action act) {
    parameters.insert(parameters.begin(), idParameter(tr("演练编号")));
    return {id, std::move(title), std::move(parameters), true, [&service, act = std::move(act)](VerbCall& call) {
                call.database->write([&](Writer& writer) { put(service, call, act(writer, call)); });
                return 0;
            }};
}

const Evaluator& named(const Evaluation& evaluation, const std::string& name) {
    const Evaluator* const found = evaluation.named(yanxun::text::key(name));
    if (!found) throw yanxun::NotFound(tr("评估组里没有“{}”。", name));
    return *found;
}

std::vector<std::string> listOf(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find(';', at), text.size());
        const std::string part = yanxun::text::key(text.substr(at, end - at));
        if (!part.empty()) parts.push_back(part);
        at = end + 1;
    }
    return parts;
}

Evaluation putEvaluator(RatingService& service, Writer& writer, VerbCall& call) {
    const std::int64_t drill = idOf(call);
    const Evaluation evaluation = service.get(writer, drill);
    Evaluator one;
    const std::string name = yanxun::text::key(call.text("name"));
    if (const Evaluator* const known = evaluation.named(name)) one = *known;
    one.name = name;
    if (call.has("unit")) one.unit = call.text("unit");
    if (call.has("role")) {
        const auto role = roleOf(call.text("role"));
        if (!role)
            throw Error(tr("参数 --role 应当是 leader（组长）、member（成员）、expert（专家）或 self（自评）。"));
        one.role = *role;
        one.weight = defaultWeight(*role);
    }
    if (const auto weight = hundredthsOf(call, "weight")) one.weight = *weight;
    if (call.has("scope")) one.scope = listOf(call.text("scope"));
    return service.putEvaluator(writer, drill, one);
}

Evaluation setRules(RatingService& service, Writer& writer, VerbCall& call) {
    const Evaluation now = service.get(writer, idOf(call));
    const auto aggregate = call.has("aggregate") ? aggregateOf(call.text("aggregate")) : now.panel.aggregate;
    const auto total = call.has("total") ? totalModeOf(call.text("total")) : now.panel.totalMode;
    if (!aggregate) throw Error(tr("参数 --aggregate 应当是 auto、mean、trim、median、weighted 或 leader。"));
    if (!total) throw Error(tr("参数 --total 应当是 sections（分部加权）或 pooled（合并计算）。"));
    const std::string conflict = call.text("conflict");
    if (!conflict.empty() && conflict != "warn" && conflict != "exclude") {
        throw Error(tr("参数 --conflict 应当是 warn（提示）或 exclude（不计入）。"));
    }
    const bool excludes = conflict.empty() ? now.panel.excludesConflicts : conflict == "exclude";
    return service.setRules(writer, idOf(call), *aggregate, *total, excludes, call.text("reason"));
}

Evaluation fill(RatingService& service, Writer& writer, VerbCall& call) {
    const Evaluation evaluation = service.get(writer, idOf(call));
    const Evaluator& one = named(evaluation, call.text("evaluator"));
    const ScoreSheet& sheet = service.sheetOf(evaluation);
    const Answers answers =
        readAnswers(sheet, call.has("file") ? readTextFile(call.text("file")) : call.text("answers"));
    service.fill(writer, idOf(call), one.key, 0, answers, call.has("comment") ? call.text("comment") : one.comment);
    if (call.has("submit")) return service.setState(writer, idOf(call), one.key, SheetState::submitted, {});
    return service.get(writer, idOf(call));
}

Evaluation setState(RatingService& service, Writer& writer, VerbCall& call) {
    const Evaluation evaluation = service.get(writer, idOf(call));
    for (const SheetState state :
         {SheetState::open, SheetState::submitted, SheetState::returned, SheetState::absent}) {
        if (call.text("to") != token(state)) continue;
        return service.setState(writer, idOf(call), named(evaluation, call.text("evaluator")).key, state,
                                call.text("reason"));
    }
    throw Error(tr("参数 --to 应当是 open（填写中）、submitted（已提交）、returned（退回）或 absent（缺席）。"));
}

/// What is not given stays as it was ruled before.
Evaluation rule(RatingService& service, Writer& writer, VerbCall& call) {
    const Evaluation evaluation = service.get(writer, idOf(call));
    const std::string no = call.text("item");
    const ScoreItem* const item = service.sheetOf(evaluation).item(no);
    if (!item) throw Error(tr("评分表“{}”没有第 {} 项。", service.sheetOf(evaluation).title, no));
    ItemRuling ruling = evaluation.panel.ruling(no);
    if (call.has("target")) {
        ruling.target = parseDuration(call.text("target"), item->minutes);
        if (!ruling.target)
            throw Error(tr("参数 --target 应当是时间，如 150 或 2分30秒，收到的是“{}”。", call.text("target")));
    }
    if (call.has("measured")) ruling.measured = yanxun::text::key(call.text("measured"));
    if (call.has("tailor")) {
        ruling.tailored = true;
        ruling.tailoredReason = call.text("tailor");
        ruling.tailoredBy = call.has("by") ? call.text("by") : writer.who();
    }
    const std::string settle = call.text("settle");
    if (!settle.empty()) {
        ruling.settlement = settle == "keep" ? Settlement::kept
                            : settle == "na" ? Settlement::notApplicable
                                             : Settlement::value;
        if (ruling.settlement == Settlement::value) ruling.settledPoints = *hundredthsOf(call, "settle");
        ruling.settledReason = call.text("reason");
        ruling.settledBy = call.text("by");
    }
    const std::string veto = call.text("veto");
    if (!veto.empty()) {
        if (veto != "confirm" && veto != "overturn")
            throw Error(tr("参数 --veto 应当是 confirm（确认）或 overturn（推翻）。"));
        ruling.veto = veto == "confirm" ? VetoDecision::confirmed : VetoDecision::overturned;
        ruling.vetoReason = call.text("reason");
        ruling.vetoEvidence = call.text("evidence");
        ruling.vetoBy = call.text("by");
    }
    return service.rule(writer, idOf(call), no, ruling);
}

Evaluation putVeto(RatingService& service, Writer& writer, VerbCall& call) {
    const std::string decision = call.text("decision");
    DrillVeto veto;
    veto.code = call.text("code");
    veto.decision = decision == "confirm"    ? VetoDecision::confirmed
                    : decision == "overturn" ? VetoDecision::overturned
                                             : VetoDecision::none;
    veto.reason = yanxun::text::key(call.text("reason"));
    return service.putVeto(writer, idOf(call), veto);
}

int freeze(RatingService& service, VerbCall& call) {
    call.database->write(
        [&](Writer& writer) { putStored(*call.output, service.freeze(writer, idOf(call), call.text("remark"))); });
    return 0;
}

int show(RatingService& service, VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) { put(service, call, service.get(reader, idOf(call))); });
    return 0;
}

int leniency(RatingService& service, VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) {
        const auto all = service.leniency(reader);
        yanxun::RowSource source;
        source.columns = {{"name", tr("评估人员"), CellKind::text, 12},
                          {"leniency", tr("偏宽（%，负数为偏严）"), CellKind::hundredths, 12},
                          {"items", tr("共评项数"), CellKind::integer, 8},
                          {"drills", tr("场次"), CellKind::integer, 6}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const auto& [name, one] : all) {
                const std::vector<Value> cells{name, one.meanShare, one.items, one.drills};
                sink(cells);
            }
        };
        call.output->table("evaluators", source);
    });
    return 0;
}

int writeSheets(RatingService& service, VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) {
        const Drill drill = store::get(reader, idOf(call));
        const Evaluation evaluation = service.get(reader, drill.id);
        for (const auto& file :
             writeSheetWorkbooks(drill, service.sheetOf(evaluation), evaluation.panel, call.text("folder"))) {
            call.output->say(tr("已写出 {}", file.string()));
        }
    });
    return 0;
}

int readSheet(RatingService& service, VerbCall& call) {
    const SheetReading read = readSheetWorkbook(call.text("file"));
    call.database->write([&](Writer& writer) {
        const SheetTaken taken = takeSheet(writer, service, read, call.has("submit"));
        call.output->field("drill", tr("演练编号"), taken.drill, CellKind::integer);
        call.output->field("evaluator", tr("评估人员"), taken.evaluator);
        call.output->field("changed", tr("改动的评分"), taken.changed, CellKind::integer);
        call.output->field("open", tr("未填"), taken.open, CellKind::integer);
        call.output->field("state", tr("评分表"), taken.state);
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> panelVerbs(RatingService& service) {
    const VerbParameter drill = idParameter(tr("演练编号"));
    const auto make = [&](const char* id, std::string title, std::vector<VerbParameter> parameters,
                          Evaluation (*act)(RatingService&, Writer&, VerbCall&)) {
        return verb(service, id, std::move(title), std::move(parameters),
                    [&service, act](Writer& writer, VerbCall& call) { return act(service, writer, call); });
    };
    std::vector<yanxun::Verb> verbs;
    verbs.push_back(verb(service, "drills.panel-open", tr("为演练选定评分表"),
                         {option("sheet", tr("评分表编号"), true)}, [&service](Writer& writer, VerbCall& call) {
                             return service.open(writer, idOf(call), service.sheet(call.text("sheet")));
                         }));
    verbs.push_back({"drills.panel", tr("查看评估组、分歧和现时得分"), {drill}, true, [&service](VerbCall& call) {
                         return show(service, call);
                     }});
    verbs.push_back(make("drills.panel-rules", tr("设定汇总方式、总分算法和回避规则"),
                         {option("aggregate", tr("auto、mean、trim、median、weighted、leader")),
                          option("total", tr("sections 分部加权，pooled 合并计算")),
                          option("conflict", tr("warn 提示，exclude 不计入")), option("reason", tr("理由"))},
                         setRules));
    verbs.push_back(make("drills.panel-evaluator", tr("增加或修改一名评估人员"),
                         {option("name", tr("姓名"), true), option("unit", tr("单位")),
                          option("role", tr("leader 组长、member 成员、expert 专家、self 自评")),
                          option("weight", tr("权重，如 1.2")),
                          option("scope", tr("分工：分部名或编号，用分号隔开；不填为整表"))},
                         putEvaluator));
    verbs.push_back(verb(service, "drills.panel-remove", tr("移出一名评估人员"),
                         {option("evaluator", tr("姓名"), true)}, [&service](Writer& writer, VerbCall& call) {
                             const Evaluation now = service.get(writer, idOf(call));
                             return service.removeEvaluator(writer, idOf(call),
                                                            named(now, call.text("evaluator")).key);
                         }));
    verbs.push_back(
        make("drills.panel-fill", tr("填写一名评估人员的评分表"),
             {option("evaluator", tr("姓名"), true), option("answers", tr("各项评分，如 1.1=符合;2.4=150")),
              option("file", tr("各项评分的文本文件，一行一项")), option("comment", tr("总体意见")),
              flag("submit", tr("填完即提交"))},
             fill));
    verbs.push_back(make("drills.panel-state", tr("提交、退回一份评分表，或标为缺席"),
                         {option("evaluator", tr("姓名"), true),
                          option("to", tr("open、submitted、returned、absent"), true), option("reason", tr("理由"))},
                         setState));
    verbs.push_back(make("drills.panel-rule", tr("裁定一个评估项：目标时间、实测值、裁剪、合议、否决"),
                         {option("item", tr("编号"), true), option("target", tr("方案核定的目标时间")),
                          option("measured", tr("实测值")), option("tailor", tr("演练前裁剪的理由")),
                          option("settle", tr("合议：keep 保留分歧、na 不适用，或分值")),
                          option("veto", tr("confirm 确认否决，overturn 推翻")), option("reason", tr("理由")),
                          option("evidence", tr("证据")), option("by", tr("裁定人，不填为操作人"))},
                         rule));
    verbs.push_back(
        make("drills.panel-veto", tr("登记演练层面一票否决情形"),
             {option("code", tr("情形编号"), true), option("decision", tr("confirm 确认，overturn 推翻，不填待确认")),
              option("reason", tr("事实"), true)},
             putVeto));
    verbs.push_back({"drills.panel-freeze",
                     tr("评分结果定稿"),
                     {drill, option("remark", tr("总体意见"))},
                     true,
                     [&service](VerbCall& call) { return freeze(service, call); }});
    verbs.push_back(verb(service, "drills.panel-reopen", tr("重新打开已定稿的评分"),
                         {option("reason", tr("理由"), true)}, [&service](Writer& writer, VerbCall& call) {
                             return service.reopen(writer, idOf(call), call.text("reason"));
                         }));
    verbs.push_back({"drills.panel-print",
                     tr("为每名评估人员写出可填写的评分表（xlsx）"),
                     {drill, option("folder", tr("放到哪个文件夹"), true)},
                     true,
                     [&service](VerbCall& call) { return writeSheets(service, call); }});
    verbs.push_back({"drills.panel-read",
                     tr("读回填好的评分表（xlsx）"),
                     {{"file", tr("文件"), true, true, false}, flag("submit", tr("读回即提交"))},
                     true,
                     [&service](VerbCall& call) { return readSheet(service, call); }});
    verbs.push_back({"drills.leniency", tr("各评估人员相对评估组偏宽或偏严"), {}, true,
                     [&service](VerbCall& call) { return leniency(service, call); }});
    return verbs;
}

} // namespace drills
