#include "core/class_list_store.h"
#include "core/class_store.h"
#include "core/verb_values.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::Writer;
using Parameters = std::vector<yanxun::VerbParameter>;

constexpr std::int64_t usualLimit = 100;

ClassFilter filterOf(const VerbCall& call) {
    ClassFilter filter = parseArgument("mode=" + call.text("mode"));
    if (call.has("mode") && filter.mode == Mode::unknown)
        throw Error(tr("参数 --mode 可以是 offline、online、mixed。"));
    filter.year = int(call.integer("year"));
    if (call.has("month")) {
        const auto month = call.integer("month");
        if (filter.year == 0 || month < 1 || month > 12)
            throw Error(tr("参数 --month 应为 1 到 12，并同时给出 --year。"));
        filter.ym = filter.year * 100 + month;
    }
    if (call.has("status")) {
        filter.status = statusOf(call.text("status"));
        if (!filter.status) throw Error(tr("参数 --status 可以是 计划、进行中、已完成、已归档、已取消。"));
    }
    filter.kind = call.text("kind");
    filter.text = call.text("text");
    return filter;
}

Value hoursCell(const TrainingClass& one) {
    return one.minutes ? Value(hoursOf(*one.minutes, one.minutesPerHour)) : Value();
}

int list(VerbCall& call) {
    const ClassFilter filter = filterOf(call);
    const std::int64_t limit = call.integer("limit", usualLimit);
    call.database->read([&](Reader& reader) {
        const auto found = lists::ids(reader, filter, ClassOrder::starts, true, limit);
        putRows(call, "classes",
                {{"id", tr("编号"), CellKind::integer, 8},
                 {"number", tr("期号"), CellKind::text, 10},
                 {"date", tr("培训时间"), CellKind::date, 10},
                 {"name", tr("培训名称"), CellKind::text, 28},
                 {"host", tr("主办单位"), CellKind::text, 24},
                 {"mode", tr("形式"), CellKind::text, 6},
                 {"hours", tr("学时"), CellKind::hundredths, 6},
                 {"attended", tr("实到"), CellKind::integer, 6},
                 {"status", tr("状态"), CellKind::text, 8}},
                lists::get(reader, found.ids), [](const TrainingClass& one) {
                    return std::vector<Value>{one.id,         one.number,   one.startsOn.ymd(),
                                              one.name,       one.unitName, one.modeWord,
                                              hoursCell(one), one.attended, word(one.status)};
                });
        if (found.total > limit)
            call.output->say(tr("共 {} 期，只列出前 {} 期；用 --limit 可以列出更多。", found.total, limit));
    });
    return 0;
}

void put(VerbCall& call, const TrainingClass& one) {
    yanxun::VerbOutput& out = *call.output;
    out.field("id", tr("编号"), one.id, CellKind::integer);
    out.field("revision", tr("修订"), one.revision, CellKind::integer);
    out.field("number", tr("期号"), one.number);
    out.field("name", tr("培训名称"), one.name);
    out.field("kind", tr("类别"), one.kind);
    out.field("host", tr("主办单位"), one.unitName);
    out.field("co_hosts", tr("协办单位"), one.coHosts);
    out.field("place", tr("地点"), one.place);
    out.field("date", tr("开始"), one.startsOn.ymd(), CellKind::date);
    out.field("ends", tr("结束"), one.endsOn.ymd(), CellKind::date);
    out.field("mode", tr("形式"), one.modeWord);
    out.field("hours", tr("学时"), hoursCell(one), CellKind::hundredths);
    out.field("minutes", tr("分钟"), one.minutes, CellKind::integer);
    out.field("invited", tr("应到"), one.invited, CellKind::integer);
    out.field("attended", tr("实到"), one.attended, CellKind::integer);
    out.field("estimated", tr("人数为约数"), one.attendedEstimated ? tr("是") : tr("否"));
    out.field("passed", tr("合格"), one.passed, CellKind::integer);
    out.field("teacher", tr("授课人"), one.teacher);
    out.field("exam_form", tr("考核方式"), one.examForm);
    out.field("plan_doc_no", tr("计划文号"), one.planDocNo);
    out.field("archive_no", tr("档案号"), one.archiveNo);
    out.field("status", tr("状态"), word(one.status));
    out.field("reason", tr("原因"), one.statusReason);
    out.field("source", tr("来源"), word(one.source));
    out.field("note", tr("备注"), one.note);
}

int show(VerbCall& call) {
    call.database->read([&](Reader& reader) { put(call, store::get(reader, idOf(call))); });
    return 0;
}

Parameters draftParameters(bool isNew) {
    return {option("name", tr("培训名称"), isNew),
            option("unit", tr("主办单位：全称、别名或信用代码"), isNew),
            option("date", tr("开始日期，如 2021-05-12"), isNew),
            option("number", tr("期号，不填取下一个")),
            option("ends", tr("结束日期")),
            option("mode", tr("形式：线下、网络、混合")),
            option("programme", tr("培训项目的名称")),
            option("kind", tr("类别：岗前、初训、再训、复审等")),
            option("hours", tr("学时")),
            option("minutes-per-hour", tr("每学时多少分钟，默认 45")),
            option("invited", tr("应到人数")),
            option("attended", tr("实到人数，约数写成 约300")),
            option("passed", tr("合格人数")),
            option("teacher", tr("授课人")),
            option("place", tr("地点")),
            option("co-hosts", tr("协办单位")),
            option("exam-form", tr("考核方式")),
            option("plan-doc-no", tr("计划文号")),
            option("archive-no", tr("档案号")),
            option("note", tr("备注")),
            flag("create-unit", tr("名录中没有的单位新建为待完善"))};
}

void take(const VerbCall& call, ClassDraft& draft) {
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    text("name", draft.name);
    text("unit", draft.unitName);
    text("number", draft.number);
    text("mode", draft.mode);
    text("programme", draft.programme);
    text("kind", draft.kind);
    text("teacher", draft.teacher);
    text("place", draft.place);
    text("co-hosts", draft.coHosts);
    text("exam-form", draft.examForm);
    text("plan-doc-no", draft.planDocNo);
    text("archive-no", draft.archiveNo);
    text("note", draft.note);
    if (call.has("date")) draft.startsOn = call.date("date");
    if (call.has("date") && !call.has("ends")) draft.endsOn.reset();
    if (call.has("ends")) draft.endsOn = call.date("ends");
    if (call.has("minutes-per-hour")) draft.minutesPerHour = call.integer("minutes-per-hour");
    if (const auto hours = hundredthsOf(call, "hours"))
        draft.minutes = minutesOf(*hours, draft.minutesPerHour.value_or(45));
    if (const auto count = countOf(call, "invited")) draft.invited = count->value;
    if (const auto count = countOf(call, "passed")) draft.passed = count->value;
    if (const auto count = countOf(call, "attended")) {
        draft.attended = count->value;
        draft.attendedEstimated = count->precision == yanxun::Precision::estimated;
    }
    draft.createUnit = call.has("create-unit");
}

int add(ClassService& service, VerbCall& call) {
    ClassDraft draft;
    take(call, draft);
    call.database->write(
        [&](Writer& writer) { put(call, store::get(writer, service.add(writer, draft, call.has("double")))); });
    return 0;
}

int edit(ClassService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const TrainingClass one = store::get(writer, idOf(call));
        ClassDraft draft = ClassService::draftOf(one);
        take(call, draft);
        service.edit(writer, one.id, one.revision, draft);
        put(call, store::get(writer, one.id));
    });
    return 0;
}

int step(ClassService& service, VerbCall& call) {
    const auto to = statusOf(call.text("to"));
    if (!to) throw Error(tr("没有状态“{}”；可以是 计划、进行中、已完成、已归档、已取消。", call.text("to")));
    call.database->write([&](Writer& writer) {
        const TrainingClass one = store::get(writer, idOf(call));
        service.step(writer, one.id, one.revision, *to, call.text("reason"));
        put(call, store::get(writer, one.id));
    });
    return 0;
}

int move(ClassService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const TrainingClass one = store::get(writer, idOf(call));
        const yanxun::Date first = call.date("date");
        for (const std::string& warning : service.mayMove(writer, one.id, first).warnings) call.output->say(warning);
        service.move(writer, one.id, one.revision, first);
        put(call, store::get(writer, one.id));
    });
    return 0;
}

int remove(ClassService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const TrainingClass one = store::get(writer, idOf(call));
        service.remove(writer, one.id, one.revision);
        call.output->field("removed", tr("已删除"), one.id, CellKind::integer);
        call.output->say(tr("已删除第 {} 期“{}”及其课次、名册和参训人数。", one.number, one.name));
    });
    return 0;
}

int headcount(ClassService& service, VerbCall& call) {
    const auto count = countOf(call, "count");
    if (!count) throw Error(tr("请给出实到人数，例如 120 或 约300。"));
    call.database->write([&](Writer& writer) {
        service.setAttended(writer, idOf(call), count->value, count->precision == yanxun::Precision::estimated);
        put(call, store::get(writer, idOf(call)));
    });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> classVerbs(const VerbParts& parts) {
    ClassService& service = parts.classes;
    const auto id = idParameter(tr("培训班编号"));
    Parameters adding = draftParameters(true), editing = draftParameters(false);
    adding.push_back(flag("double", tr("同一单位、同一期号也新建")));
    editing.insert(editing.begin(), id);
    return {
        makeVerb("training.list", tr("列出培训班"),
             {option("year", tr("年份")), option("month", tr("月份，1–12，与年份合用")),
              option("mode", tr("形式：offline、online、mixed")),
              option("status", tr("状态：计划、进行中、已完成、已归档、已取消")), option("kind", tr("类别")),
              option("text", tr("检索词，以空格分开")), option("limit", tr("最多列出多少期，默认 100"))},
             list),
        makeVerb("training.show", tr("查看一期培训班"), {id}, show),
        makeVerb("training.add", tr("登记培训班"), std::move(adding),
             [&service](VerbCall& call) { return add(service, call); }),
        makeVerb("training.edit", tr("修改培训班，未给出的项不变"), std::move(editing),
             [&service](VerbCall& call) { return edit(service, call); }),
        makeVerb("training.step", tr("变更培训班状态"),
             {id, option("to", tr("新的状态，如 已完成"), true), option("reason", tr("原因"))},
             [&service](VerbCall& call) { return step(service, call); }),
        makeVerb("training.move", tr("把计划中的培训班改到另一天，课次一起移动"),
             {id, option("date", tr("从哪一天开始，如 2021-05-12"), true)},
             [&service](VerbCall& call) { return move(service, call); }),
        makeVerb("training.remove", tr("删除培训班"), {id}, [&service](VerbCall& call) { return remove(service, call); }),
        makeVerb("training.headcount", tr("改写实到人数"),
             {id, {"count", tr("实到人数，约数写成 约300"), true, true, false}},
             [&service](VerbCall& call) { return headcount(service, call); }),
    };
}

} // namespace training
