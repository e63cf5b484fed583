#include "core/improve/improve_verbs.h"
#include "core/improve/lesson.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::idParameter;
using yanxun::option;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

void put(VerbCall& call, const std::vector<Lesson>& all) {
    yanxun::RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 8},    {"kind", tr("种类"), CellKind::text, 6},
                      {"text", tr("内容"), CellKind::text, 40},    {"tags", tr("标签"), CellKind::text, 16},
                      {"applies", tr("适用"), CellKind::text, 12}, {"drill", tr("演练"), CellKind::text, 24},
                      {"held", tr("演练日期"), CellKind::date, 10}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const Lesson& l : all) {
            sink(std::vector<Value>{l.id, word(l.kind), l.text, l.tags, l.appliesTo, l.drillName, l.heldOn.ymd()});
        }
    };
    call.output->table("lessons", source);
}

void put(VerbCall& call, const std::vector<PlanRevision>& all) {
    yanxun::RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 8},      {"plan", tr("预案"), CellKind::text, 20},
                      {"clause", tr("条款"), CellKind::text, 8},     {"suggestion", tr("修订建议"), CellKind::text, 32},
                      {"state", tr("状态"), CellKind::text, 8},      {"note", tr("意见"), CellKind::text, 16},
                      {"version", tr("修订版本"), CellKind::text, 10}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const PlanRevision& r : all) {
            sink(std::vector<Value>{r.id, r.plan, r.clause, r.suggestion, word(r.state), r.note, r.adoptedVersion});
        }
    };
    call.output->table("revisions", source);
}

void take(const VerbCall& call, Lesson& lesson) {
    if (call.has("kind")) lesson.kind = lessonKindOf(call.text("kind"));
    if (call.has("text")) lesson.text = call.text("text");
    if (call.has("tags")) lesson.tags = call.text("tags");
    if (call.has("applies")) lesson.appliesTo = call.text("applies");
    if (call.has("item")) lesson.itemNo = call.text("item");
}

int writeRevision(VerbCall& call, const std::function<std::int64_t(Writer&)>& deed) {
    call.database->write([&](Writer& writer) { put(call, {revisions::get(writer, deed(writer))}); });
    return 0;
}

std::vector<yanxun::Verb> revisionVerbs() {
    const VerbParameter id = idParameter(tr("建议编号"));
    return {{"drills.revisions", tr("预案修订建议"), {option("drill", tr("演练编号"))}, true,
             [](VerbCall& call) {
                 call.database->read([&](Reader& reader) {
                     put(call, call.has("drill") ? revisions::ofDrill(reader, call.integer("drill")) : revisions::all(reader));
                 });
                 return 0;
             }},
            {"drills.revision.suggest", tr("由问题提出预案修订建议"),
             {idParameter(tr("问题编号")), option("text", tr("修订建议"), true), option("plan", tr("预案，默认问题所涉")),
              option("clause", tr("条款"))},
             true, [](VerbCall& call) {
                 return writeRevision(call, [&](Writer& writer) {
                     PlanRevision r;
                     r.findingId = idOf(call);
                     r.plan = call.text("plan");
                     r.clause = call.text("clause");
                     r.suggestion = call.text("text");
                     return revisions::suggest(writer, r);
                 });
             }},
            {"drills.revision.decide", tr("审定修订建议，由提出人以外的人"),
             {id, {"accept", tr("采纳；不给出就是不采纳"), false, false, true}, option("note", tr("意见"))}, true,
             [](VerbCall& call) {
                 return writeRevision(call, [&](Writer& writer) {
                     revisions::decide(writer, idOf(call), call.has("accept"), call.text("note"));
                     return idOf(call);
                 });
             }},
            {"drills.revision.adopt", tr("登记修订后的预案版本"), {id, option("version", tr("版本"), true)}, true,
             [](VerbCall& call) {
                 return writeRevision(call, [&](Writer& writer) {
                     revisions::adopt(writer, idOf(call), call.text("version"));
                     return idOf(call);
                 });
             }}};
}

} // namespace

std::vector<yanxun::Verb> lessonVerbs() {
    const VerbParameter kind = option("kind", tr("种类：优点、经验（默认）、教训")), tags = option("tags", tr("标签，用空格或顿号分开")),
                        applies = option("applies", tr("适用范围")), item = option("item", tr("评估项编号"));
    const VerbParameter id = idParameter(tr("经验编号"));
    std::vector<yanxun::Verb> all{
        {"drills.lessons", tr("查经验库"), {option("find", tr("包含的词")), option("tag", tr("标签"))}, true,
         [](VerbCall& call) {
             call.database->read([&](Reader& reader) { put(call, lessons::find(reader, call.text("find"), call.text("tag"))); });
             return 0;
         }},
        {"drills.lesson.add", tr("记一条优点、经验或教训"),
         {idParameter(tr("演练编号")), option("text", tr("内容"), true), kind, tags, applies, item}, true,
         [](VerbCall& call) {
             call.database->write([&](Writer& writer) {
                 Lesson lesson;
                 lesson.drillId = idOf(call);
                 take(call, lesson);
                 put(call, {lessons::get(writer, lessons::add(writer, lesson))});
             });
             return 0;
         }},
        {"drills.lesson.edit", tr("修改经验，未给出的项不变"), {id, option("text", tr("内容")), kind, tags, applies, item}, true,
         [](VerbCall& call) {
             call.database->write([&](Writer& writer) {
                 Lesson lesson = lessons::get(writer, idOf(call));
                 take(call, lesson);
                 lessons::edit(writer, lesson);
                 put(call, {lessons::get(writer, lesson.id)});
             });
             return 0;
         }},
        {"drills.lesson.remove", tr("删除经验"), {id}, true, [](VerbCall& call) {
             call.database->write([&](Writer& writer) { lessons::remove(writer, idOf(call)); });
             call.output->field("removed", tr("已删除"), idOf(call), CellKind::integer);
             return 0;
         }}};
    for (auto& verb : revisionVerbs()) all.push_back(std::move(verb));
    return all;
}

} // namespace drills
