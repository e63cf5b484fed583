#include "core/drill_store.h"
#include "core/finding_store.h"
#include "core/improve/evidence.h"
#include "core/improve/improve_verbs.h"

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
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

void put(VerbCall& call, Reader& reader, std::vector<std::int64_t> ids) {
    call.output->table("actions", actionRows(reader, std::move(ids)));
}

/// Runs `deed` on the action the call names and shows the action as it is then.
template <class Deed>
std::function<int(VerbCall&)> onAction(Deed deed) {
    return [deed](VerbCall& call) {
        call.database->write([&](Writer& writer) {
            deed(writer, idOf(call), call);
            put(call, writer, {idOf(call)});
        });
        return 0;
    };
}

void take(const VerbCall& call, Action& action) {
    if (call.has("measure")) action.measure = call.text("measure");
    if (call.has("kind")) action.kind = actionKindOf(call.text("kind"));
    if (call.has("unit")) action.dutyUnit = call.text("unit");
    if (call.has("person")) action.dutyPerson = call.text("person");
    if (call.has("with")) action.coopUnits = call.text("with");
    if (call.has("due")) action.due = call.date("due");
}

int list(VerbCall& call) {
    ActionFilter filter;
    if (call.has("status")) filter.status = actionStatusOf(call.text("status"));
    if (call.has("severity")) filter.severity = severityOf(call.text("severity"));
    filter.unit = call.text("unit");
    filter.overdueOnly = call.has("overdue");
    filter.drillId = call.integer("drill");
    filter.year = int(call.integer("year"));
    call.database->read(
        [&](Reader& reader) { put(call, reader, actions::ids(reader, filter, call.clock->today())); });
    return 0;
}

int show(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const Action action = actions::get(reader, idOf(call));
        put(call, reader, {action.id});
        yanxun::RowSource source;
        source.columns = {{"what", tr("事项"), CellKind::text, 12},
                          {"at", tr("时间"), CellKind::text, 20},
                          {"who", tr("人员"), CellKind::text, 10},
                          {"text", tr("内容"), CellKind::text, 40}};
        source.each = [&](const yanxun::RowSink& sink) {
            const auto row = [&](const std::string& what, yanxun::Millis at, const std::string& who, const std::string& text) {
                sink(std::vector<Value>{what, yanxun::isoInstant(at), who, text});
            };
            for (const ActionProgress& one : actions::progress(reader, action.id)) {
                row(tr("进展 {}%", one.percent), one.at, one.who, one.text);
            }
            for (const Extension& one : actions::extensions(reader, action.id)) {
                row(tr("延期 {}", word(one.state)), one.askedAt, one.askedBy,
                    tr("{} → {}：{}", one.oldDue.iso(), one.newDue.iso(), one.reason));
            }
            for (const Verification& one : actions::verifications(reader, action.id)) {
                row(word(one.kind) + " " + word(one.result), one.at, one.who, one.note);
            }
        };
        call.output->table("timeline", source);
    });
    return 0;
}

int add(const ActionService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Action action;
        action.findingId = idOf(call);
        take(call, action);
        put(call, writer, {service.add(writer, action)});
    });
    return 0;
}

EvidenceOwner ownerOf(const VerbCall& call) {
    const std::string given = call.text("owner");
    if (given.empty() || given == "drill") return EvidenceOwner::drill;
    if (given == "finding") return EvidenceOwner::finding;
    if (given == "action") return EvidenceOwner::action;
    if (given == "observation") return EvidenceOwner::observation;
    throw Error(tr("--owner 可以是 drill、finding、action、observation，收到的是“{}”。", given));
}

std::int64_t drillOf(Reader& reader, EvidenceOwner owner, std::int64_t id) {
    if (owner == EvidenceOwner::action) return actions::get(reader, id).drillId;
    if (owner == EvidenceOwner::finding) return findings::get(reader, id).drillId;
    if (owner == EvidenceOwner::drill) return store::get(reader, id).id;
    throw Error(tr("观察记录的佐证请写明 --drill。"));
}

void putEvidence(VerbCall& call, const std::vector<Evidence>& all) {
    yanxun::RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 8}, {"name", tr("文件"), CellKind::text, 24},
                      {"caption", tr("说明"), CellKind::text, 24}, {"size", tr("字节"), CellKind::integer, 10},
                      {"drill", tr("演练"), CellKind::integer, 8}, {"sha256", "SHA-256", CellKind::code, 64}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const Evidence& e : all) sink(std::vector<Value>{e.id, e.name, e.caption, e.size, e.drillId, e.sha256});
    };
    call.output->table("evidence", source);
}

int addEvidence(VerbCall& call) {
    call.database->write([&](Writer& writer) {
        Evidence what;
        what.owner = ownerOf(call);
        what.ownerId = idOf(call);
        what.drillId = call.has("drill") ? store::get(writer, call.integer("drill")).id
                                         : drillOf(writer, what.owner, what.ownerId);
        what.caption = call.text("caption");
        if (call.has("taken")) what.taken = call.date("taken");
        const evidence::Added added = evidence::add(writer, what, call.text("file"));
        for (const SharedEvidence& shared : added.elsewhere) call.output->say(tr("警告：{}", evidence::sentenceOf(shared)));
        putEvidence(call, {evidence::get(writer, added.id)});
    });
    return 0;
}

int listEvidence(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        std::vector<Evidence> all;
        if (call.has("double")) {
            for (const SharedEvidence& shared : evidence::inSeveralDrills(reader)) all.push_back(shared.evidence);
        } else {
            all = evidence::ofDrill(reader, store::get(reader, call.integer("drill")).id);
        }
        putEvidence(call, all);
    });
    return 0;
}

std::vector<yanxun::Verb> evidenceVerbs() {
    const VerbParameter evidenceId = idParameter(tr("佐证编号"));
    return {{"drills.evidence", tr("列出一场演练的佐证，或在两场演练里出现的同一文件"),
             {option("drill", tr("演练编号")), {"double", tr("只列两场以上演练共有的文件"), false, false, true}}, true,
             listEvidence},
            {"drills.evidence.add", tr("添加佐证：照片或文件"),
             {idParameter(tr("所属记录的编号")), option("file", tr("文件"), true),
              option("owner", tr("属于什么：drill（默认）、finding、action、observation")), option("drill", tr("演练编号")),
              option("caption", tr("说明")), option("taken", tr("拍摄日期"))}, true, addEvidence},
            {"drills.evidence.save", tr("另存佐证"), {evidenceId, option("file", tr("写到这个文件"), true)}, true,
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) {
                     yanxun::copyFile(reader, evidence::get(reader, idOf(call)).sha256, call.text("file"));
                 });
                 call.output->field("saved", tr("已保存"), call.text("file"));
                 return 0;
             }},
            {"drills.evidence.remove", tr("删除佐证"), {evidenceId}, true, [](VerbCall& call) {
                 call.database->write([&](Writer& writer) { evidence::remove(writer, idOf(call)); });
                 call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
                 return 0;
             }}};
}

} // namespace

std::vector<yanxun::Verb> actionVerbs(const ActionService& service) {
    const VerbParameter action = idParameter(tr("整改编号"));
    const VerbParameter measure = option("measure", tr("整改措施")), kind = option("kind", tr("类型：立即、限期、长期")),
                        unit = option("unit", tr("责任单位")), person = option("person", tr("责任人")),
                        with = option("with", tr("配合单位")), due = option("due", tr("期限，如 2021-06-30"));
    std::vector<yanxun::Verb> all{
        {"drills.actions", tr("列出整改措施"),
         {option("status", tr("状态：待下发、整改中、待复查、已销号、退回")), option("severity", tr("问题分级")), unit,
          option("drill", tr("演练编号")), option("year", tr("期限所在年")), {"overdue", tr("只列逾期的"), false, false, true}},
         true, list},
        {"drills.action.show", tr("一条整改措施和它的经过"), {action}, true, show},
        {"drills.action.add", tr("为一个问题下整改措施"),
         {idParameter(tr("问题编号")), option("measure", tr("整改措施"), true), kind, unit, person, with, due}, true,
         [&service](VerbCall& call) { return add(service, call); }},
        {"drills.action.edit", tr("修改整改措施，未给出的项不变"), {action, measure, kind, unit, person, with, due}, true,
         onAction([&service](Writer& writer, std::int64_t id, VerbCall& call) {
             Action changed = actions::get(writer, id);
             take(call, changed);
             service.edit(writer, changed);
         })},
        {"drills.action.issue", tr("下发整改通知单"), {action}, true,
         onAction([&service](Writer& writer, std::int64_t id, VerbCall&) { service.issue(writer, id); })},
        {"drills.action.report", tr("填报整改进展；100 表示完成，转入待复查"),
         {action, option("percent", tr("进度 0–100"), true), option("text", tr("做了什么"), true)}, true,
         onAction([&service](Writer& writer, std::int64_t id, VerbCall& call) {
             service.report(writer, id, call.integer("percent"), call.text("text"));
         })},
        {"drills.action.return", tr("退回报送的整改"), {action, option("reason", tr("理由"), true)}, true,
         onAction([&service](Writer& writer, std::int64_t id, VerbCall& call) {
             service.sendBack(writer, id, call.text("reason"));
         })},
        {"drills.action.extend", tr("申请延期"),
         {action, option("due", tr("新的期限"), true), option("reason", tr("理由"), true)}, true,
         onAction([&service](Writer& writer, std::int64_t id, VerbCall& call) {
             service.askExtension(writer, id, call.date("due"), call.text("reason"));
         })},
        {"drills.action.decide", tr("审批延期申请，由申请人以外的人"),
         {action, {"approve", tr("批准；不给出就是不批准"), false, false, true}, option("note", tr("意见"))}, true,
         onAction([&service](Writer& writer, std::int64_t id, VerbCall& call) {
             for (const Extension& one : actions::extensions(writer, id)) {
                 if (one.state != ExtensionState::asked) continue;
                 return service.decideExtension(writer, one.id, call.has("approve"), call.text("note"));
             }
             throw Error(tr("这条整改没有等待审批的延期申请。"));
         })},
        {"drills.action.remove", tr("删除还没有下发的整改措施"), {action}, true, [&service](VerbCall& call) {
             call.database->write([&](Writer& writer) { service.remove(writer, idOf(call)); });
             call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
             return 0;
         }},
        {"drills.verify", tr("复查整改，由责任人以外的人；下次演练复验写明 --drill"),
         {action, option("result", tr("结论：通过、部分、不通过"), true), option("note", tr("复查情况"), true),
          option("kind", tr("方式：资料复查（默认）、现场复查、下次演练复验")), option("drill", tr("后来那场演练的编号"))},
         true, onAction([&service](Writer& writer, std::int64_t id, VerbCall& call) {
             const CheckKind how = call.has("kind") ? checkKindOf(call.text("kind")) : CheckKind::papers;
             service.verify(writer, id, how, checkResultOf(call.text("result")), call.integer("drill"), call.text("note"));
         })}};
    for (auto& verb : evidenceVerbs()) all.push_back(std::move(verb));
    return all;
}

} // namespace drills
