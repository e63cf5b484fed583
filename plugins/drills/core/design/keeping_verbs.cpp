#include "core/design/design_verbs.h"

#include "core/design/document_store.h"
#include "core/design/resource_store.h"
#include "core/design/verb_parts.h"
#include "core/drill_store.h"

#include <yanxun/data/attachments.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::idParameter;
using yanxun::option;
using yanxun::Reader;
using yanxun::RowSink;
using yanxun::tr;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::Writer;

/// A verb without a drill.
Verb plain(const char* id, std::string title, std::vector<yanxun::VerbParameter> parameters,
           std::function<void(VerbCall&)> run) {
    Verb verb;
    verb.id = id;
    verb.title = std::move(title);
    verb.parameters = std::move(parameters);
    verb.run = [run = std::move(run)](VerbCall& call) {
        run(call);
        return 0;
    };
    return verb;
}

void table(VerbCall& call, const std::string& id, std::vector<yanxun::Column> columns,
           const std::function<void(Reader&, const RowSink&)>& rows) {
    call.database->read([&](Reader& reader) {
        yanxun::RowSource source;
        source.columns = std::move(columns);
        source.each = [&](const RowSink& sink) { rows(reader, sink); };
        call.output->table(id, source);
    });
}

std::int64_t resourceOf(const VerbCall& call, Reader& reader) {
    const auto found = resources::find(reader, call.text("resource"), call.text("place"));
    if (!found)
        throw yanxun::NotFound(tr("资源目录中没有唯一的“{}”；名称相同的请同时给出 --place。", call.text("resource")));
    return found->id;
}

void addCatalogue(std::vector<Verb>& verbs, const KeepingService& service) {
    verbs.push_back(plain("drills.resources", tr("列出物资、装备、车辆"), {}, [](VerbCall& call) {
        table(call, "resources",
              {{"id", tr("编号"), CellKind::integer, 6},
               {"name", tr("名称"), CellKind::text, 16},
               {"kind", tr("类别"), CellKind::text, 8},
               {"total", tr("总数"), CellKind::integer, 8},
               {"measure", tr("单位"), CellKind::text, 6},
               {"place", tr("存放"), CellKind::text, 16}},
              [](Reader& reader, const RowSink& sink) {
                  for (const Resource& r : resources::all(reader))
                      cells(sink, {r.id, r.name, r.kind, r.total, r.measure, r.location});
              });
    }));
    verbs.push_back(
        plain("drills.resource-put", tr("增加或修改一项资源（名称和存放处相同即修改）"),
              {option("name", tr("名称"), true), option("kind", tr("物资、装备、车辆")), option("measure", tr("计量单位")),
               option("total", tr("总数"), true), option("place", tr("存放处"))},
              [&service](VerbCall& call) {
                  Resource r;
                  r.name = call.text("name");
                  r.kind = call.text("kind");
                  r.measure = call.text("measure");
                  r.total = call.integer("total");
                  r.location = call.text("place");
                  std::int64_t id = 0;
                  call.database->write([&](Writer& writer) { id = service.putResource(writer, r); });
                  call.output->field("id", tr("编号"), id, CellKind::integer);
              }));
    verbs.push_back(
        plain("drills.resource-remove", tr("删除没有用过的资源"), {idParameter(tr("资源编号"))}, [&service](VerbCall& call) {
            call.database->write([&](Writer& writer) { service.removeResource(writer, idOf(call)); });
            call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
        }));
}

void addUses(std::vector<Verb>& verbs, const KeepingService& service) {
    verbs.push_back(showing("drills.uses", tr("列出一场演练的资源"), "uses",
                            {{"resource", tr("名称"), CellKind::text, 16},
                             {"place", tr("存放"), CellKind::text, 14},
                             {"need", tr("需要"), CellKind::integer, 8},
                             {"out", tr("领出"), CellKind::integer, 8},
                             {"back", tr("归还"), CellKind::integer, 8},
                             {"note", tr("说明"), CellKind::text, 20}},
                            [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                                for (const ResourceUse& u : resources::of(reader, drill))
                                    cells(sink, {u.resource.name, u.resource.location, u.need, u.out, u.back, u.note});
                            }));
    verbs.push_back(
        showing("drills.shortages", tr("资源缺口和同时占用"), "shortages", {{"text", tr("缺口"), CellKind::text, 60}},
                [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                    for (const std::string& sentence : KeepingService::shortages(reader, store::get(reader, drill)))
                        cells(sink, {sentence});
                }));
    const auto resource = option("resource", tr("资源名称"), true), place = option("place", tr("存放处，重名时写")),
               count = option("count", tr("数量"), true), note = option("note", tr("说明"));
    verbs.push_back(writing("drills.use-need", tr("写明需要多少，0 为去掉"), {resource, place, count, note}, false,
                            [&service](VerbCall& call, Writer& writer) {
                                service.need(writer, idOf(call), resourceOf(call, writer), call.integer("count"),
                                             call.text("note"));
                            }));
    verbs.push_back(
        writing("drills.use-out", tr("领出"), {resource, place, count}, false, [&service](VerbCall& call, Writer& writer) {
            service.takeOut(writer, idOf(call), resourceOf(call, writer), call.integer("count"));
        }));
    verbs.push_back(writing(
        "drills.use-back", tr("归还"), {resource, place, count, note}, false, [&service](VerbCall& call, Writer& writer) {
            service.bringBack(writer, idOf(call), resourceOf(call, writer), call.integer("count"), call.text("note"));
        }));
}

void addDocuments(std::vector<Verb>& verbs, const KeepingService& service) {
    verbs.push_back(
        showing("drills.documents", tr("列出演练文件"), "documents",
                {{"id", tr("编号"), CellKind::integer, 6},
                 {"kind", tr("类别"), CellKind::text, 10},
                 {"version", tr("版次"), CellKind::integer, 6},
                 {"title", tr("标题"), CellKind::text, 24},
                 {"file", tr("文件"), CellKind::text, 20},
                 {"added_by", tr("提交"), CellKind::text, 10},
                 {"approved_by", tr("批准"), CellKind::text, 10},
                 {"sha256", tr("校验值"), CellKind::code, 20}},
                [](Reader& reader, std::int64_t drill, const RowSink& sink) {
                    for (const Document& d : documents::of(reader, drill))
                        cells(sink, {d.id, d.kind, d.version, d.title, d.fileName, d.addedBy, d.approvedBy, d.sha256});
                }));
    verbs.push_back(writing("drills.document-add", tr("添加一份演练文件的新版本"),
                            {option("kind", tr("工作方案、脚本、评估方案、保障方案等"), true),
                             option("file", tr("文件"), true), option("title", tr("标题"))},
                            false, [&service](VerbCall& call, Writer& writer) {
                                const auto id = service.addDocument(writer, idOf(call), call.text("kind"),
                                                                    call.text("title"), call.text("file"));
                                call.output->field("document", tr("文件编号"), id, CellKind::integer);
                            }));
    verbs.push_back(plain("drills.document-approve", tr("批准一份文件（不能由提交人批准），此后不可更改"),
                          {idParameter(tr("文件编号"))}, [&service](VerbCall& call) {
                              call.database->write([&](Writer& writer) { service.approveDocument(writer, idOf(call)); });
                              call.output->field("approved", tr("已批准"), idOf(call), CellKind::integer);
                          }));
    verbs.push_back(plain("drills.document-remove", tr("删除一份未批准的文件"), {idParameter(tr("文件编号"))},
                          [&service](VerbCall& call) {
                              call.database->write([&](Writer& writer) { service.removeDocument(writer, idOf(call)); });
                              call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
                          }));
    verbs.push_back(plain("drills.document-save", tr("把一份文件的内容另存出来"),
                          {idParameter(tr("文件编号")), option("to", tr("写到哪个文件"), true)}, [](VerbCall& call) {
                              call.database->read([&](Reader& reader) {
                                  yanxun::copyFile(reader, documents::get(reader, idOf(call)).sha256, call.text("to"));
                              });
                              call.output->field("file", tr("文件"), call.text("to"));
                          }));
}

void addScenarios(std::vector<Verb>& verbs, const KeepingService& service) {
    const auto fields = [](bool required) {
        return std::vector{option("title", tr("情景名称"), required), option("hazard", tr("灾种")),
                           option("story", tr("初始情况和发展")), option("facts", tr("要素，如 天气：大风；损失：…"))};
    };
    const auto scenarioOf = [](const VerbCall& call, std::int64_t drill) {
        return Scenario{0, 0, drill, call.text("title"), call.text("hazard"), call.text("story"), call.text("facts")};
    };
    verbs.push_back(plain("drills.scenarios", tr("列出情景模板"), {}, [](VerbCall& call) {
        table(call, "scenarios",
              {{"id", tr("编号"), CellKind::integer, 6},
               {"title", tr("名称"), CellKind::text, 24},
               {"hazard", tr("灾种"), CellKind::text, 10},
               {"story", tr("情况"), CellKind::text, 40}},
              [](Reader& reader, const RowSink& sink) {
                  for (const Scenario& s : documents::scenarioTemplates(reader))
                      cells(sink, {s.id, s.title, s.hazard, s.story});
              });
    }));
    verbs.push_back(plain("drills.scenario-put", tr("增加或修改一个情景模板（名称相同即修改）"), fields(true),
                          [&service, scenarioOf](VerbCall& call) {
                              std::int64_t id = 0;
                              call.database->write(
                                  [&](Writer& writer) { id = service.putScenario(writer, scenarioOf(call, 0)); });
                              call.output->field("id", tr("编号"), id, CellKind::integer);
                          }));
    verbs.push_back(
        plain("drills.scenario-remove", tr("删除一个情景模板"), {idParameter(tr("情景编号"))}, [&service](VerbCall& call) {
            call.database->write([&](Writer& writer) { service.removeScenario(writer, idOf(call)); });
            call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
        }));
    verbs.push_back(writing("drills.scenario-write", tr("写明一场演练的情景"), fields(true), false,
                            [&service, scenarioOf](VerbCall& call, Writer& writer) {
                                service.putScenario(writer, scenarioOf(call, idOf(call)));
                            }));
    verbs.push_back(writing(
        "drills.scenario-take", tr("套用情景模板"), {option("scenario", tr("情景编号"), true)}, false,
        [&service](VerbCall& call, Writer& writer) { service.takeScenario(writer, idOf(call), call.integer("scenario")); }));
    verbs.push_back(writing(
        "drills.scenario-keep", tr("把一场演练的情景存为模板"), {}, false, [&service](VerbCall& call, Writer& writer) {
            call.output->field("scenario", tr("情景编号"), service.keepAsTemplate(writer, idOf(call)), CellKind::integer);
        }));
}

} // namespace

std::vector<Verb> keepingVerbs(const KeepingService& service) {
    std::vector<Verb> verbs;
    addCatalogue(verbs, service);
    addUses(verbs, service);
    addDocuments(verbs, service);
    addScenarios(verbs, service);
    return verbs;
}

} // namespace drills
