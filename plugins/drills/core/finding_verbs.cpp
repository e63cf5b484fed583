#include "core/drill_verbs.h"
#include "core/finding_store.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::idParameter;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

Value ymdOf(const std::optional<yanxun::Date>& day) { return day ? Value(day->ymd()) : Value(); }

void put(VerbCall& call, const std::vector<Finding>& findings) {
    yanxun::RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 8},      {"drill", tr("演练"), CellKind::integer, 8},
                      {"severity", tr("分级"), CellKind::text, 8},   {"text", tr("问题"), CellKind::text, 32},
                      {"state", tr("整改情况"), CellKind::text, 10}, {"due", tr("期限"), CellKind::date, 10},
                      {"closed", tr("完成日期"), CellKind::date, 10},  {"source", tr("来源"), CellKind::text, 6},
                      {"item", tr("评估项"), CellKind::text, 6},      {"inject", tr("脚本行"), CellKind::integer, 6},
                      {"unit", tr("责任单位"), CellKind::text, 16},   {"plan", tr("预案"), CellKind::text, 16},
                      {"clause", tr("条款"), CellKind::text, 8},      {"category", tr("类别"), CellKind::text, 6},
                      {"cause", tr("原因"), CellKind::text, 16}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const Finding& f : findings) {
            const std::vector<Value> cells{f.id,          f.drillId,    word(f.severity), f.description,
                                           word(f.state), ymdOf(f.due), ymdOf(f.closed), word(f.source),
                                           f.itemNo,      f.injectNo,   f.unitName,       f.plan,
                                           f.clause,      f.category,   f.cause};
            sink(cells);
        }
    };
    call.output->table("findings", source);
}

FindingSource sourceOf(const std::string& given) {
    for (int source = int(FindingSource::entered); source <= int(FindingSource::inspection); ++source) {
        if (word(FindingSource(source)) == given) return FindingSource(source);
    }
    throw yanxun::Error(tr("问题来源可以是 录入、评估、观察、自评、点评、督查，收到的是“{}”。", given));
}

void take(const VerbCall& call, Finding& finding) {
    if (call.has("text")) finding.description = call.text("text");
    if (call.has("severity")) finding.severity = severityOf(call.text("severity"));
    if (call.has("due")) finding.due = call.date("due");
    if (call.has("source")) finding.source = sourceOf(call.text("source"));
    if (call.has("inject")) finding.injectNo = call.integer("inject");
    for (const auto& [id, field] : {std::pair{"item", &Finding::itemNo}, {"unit", &Finding::unitName},
                                    {"plan", &Finding::plan}, {"clause", &Finding::clause},
                                    {"category", &Finding::category}, {"cause", &Finding::cause}}) {
        if (call.has(id)) finding.*field = call.text(id);
    }
}

int list(VerbCall& call) {
    call.database->read([&](yanxun::Reader& reader) { put(call, findings::of(reader, idOf(call))); });
    return 0;
}

int add(DrillService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Finding finding;
        finding.drillId = idOf(call);
        take(call, finding);
        put(call, {findings::get(writer, service.addFinding(writer, finding))});
    });
    return 0;
}

int edit(DrillService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Finding finding = findings::get(writer, idOf(call));
        take(call, finding);
        service.editFinding(writer, finding);
        put(call, {findings::get(writer, finding.id)});
    });
    return 0;
}

int close(DrillService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Finding finding = findings::get(writer, idOf(call));
        service.closeFinding(writer, finding.id, finding.revision);
        put(call, {findings::get(writer, finding.id)});
    });
    return 0;
}

int remove(DrillService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Finding finding = findings::get(writer, idOf(call));
        service.removeFinding(writer, finding.id, finding.revision);
        call.output->field("removed", tr("已删除"), finding.id, CellKind::integer);
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> findingVerbs(DrillService& service) {
    const VerbParameter drill = idParameter(tr("演练编号"));
    const VerbParameter finding = idParameter(tr("问题编号"));
    const VerbParameter severity{"severity", tr("分级：不足项、整改项、改进项"), false, false, false};
    const VerbParameter due{"due", tr("整改期限，如 2021-06-30"), false, false, false};
    const auto text = [](bool required) { return VerbParameter{"text", tr("问题"), required, false, false}; };
    const std::vector<VerbParameter> more{{"source", tr("来源：录入、评估、观察、自评、点评、督查"), false, false, false},
                                          {"item", tr("评估项编号，如 3.5"), false, false, false},
                                          {"inject", tr("脚本行号"), false, false, false},
                                          {"unit", tr("责任单位，默认组织单位"), false, false, false},
                                          {"plan", tr("涉及的预案"), false, false, false},
                                          {"clause", tr("预案条款"), false, false, false},
                                          {"category", tr("类别：预案、组织、人员、装备、通信、协调、环境"), false, false, false},
                                          {"cause", tr("原因"), false, false, false}};
    const auto with = [&](std::vector<VerbParameter> first) {
        first.insert(first.end(), more.begin(), more.end());
        return first;
    };
    return {{"drills.findings", tr("列出一场演练的问题"), {drill}, true, list},
            {"drills.finding-add", tr("登记问题"), with({drill, text(true), severity, due}), true,
             [&service](VerbCall& call) { return add(service, call); }},
            {"drills.finding-edit", tr("修改问题，未给出的项不变"), with({finding, text(false), severity, due}), true,
             [&service](VerbCall& call) { return edit(service, call); }},
            {"drills.finding-close", tr("问题整改完成"), {finding}, true,
             [&service](VerbCall& call) { return close(service, call); }},
            {"drills.finding-remove", tr("删除问题"), {finding}, true,
             [&service](VerbCall& call) { return remove(service, call); }}};
}

} // namespace drills
