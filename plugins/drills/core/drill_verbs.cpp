#include "core/drill_verbs.h"

#include "core/drill_list_store.h"
#include "core/drill_store.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Error;
using yanxun::flag;
using yanxun::idParameter;
using yanxun::makeVerb;
using yanxun::option;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::Verb;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

constexpr std::int64_t usualLimit = 100;

std::vector<VerbParameter> filterParameters() {
    return {option("year", tr("年份")),   option("month", tr("月份，1–12，与年份合用")),
            option("hazard", tr("灾种")), option("region", tr("乡镇（街道）")),
            option("mode", tr("形式")),   option("grade", tr("等级：优、良、中、差")),
            option("stage", tr("进展：planned、unscored、scored、rectifying、archived、dropped")),
            option("text", tr("检索词，以空格分开")),
            option("limit", tr("最多列出多少条，默认 100"))};
}

DrillFilter filterOf(const VerbCall& call) {
    DrillFilter filter = parseArgument("stage=" + call.text("stage"));
    if (call.has("stage") && filter.stage == Stage::any) {
        throw Error(tr("参数 --stage 可以是 planned、unscored、scored、rectifying、archived、dropped。"));
    }
    filter.year = int(call.integer("year"));
    if (call.has("month")) {
        const auto month = call.integer("month");
        if (filter.year == 0 || month < 1 || month > 12) throw Error(tr("参数 --month 应为 1 到 12，并同时给出 --year。"));
        filter.ym = filter.year * 100 + month;
    }
    if (call.has("hazard")) filter.hazard = call.text("hazard");
    if (call.has("region")) filter.region = call.text("region");
    if (call.has("mode")) filter.mode = call.text("mode");
    filter.grade = call.text("grade");
    filter.text = call.text("text");
    return filter;
}

yanxun::RowSource rowsOf(const std::vector<Drill>& drills) {
    yanxun::RowSource source;
    source.columns = {{"id", tr("编号"), CellKind::integer, 8},       {"date", tr("日期"), CellKind::date, 10},
                      {"name", tr("演练名称"), CellKind::text, 32},   {"unit", tr("组织单位"), CellKind::text, 24},
                      {"region", tr("乡镇（街道）"), CellKind::text, 12}, {"hazard", tr("灾种"), CellKind::text, 12},
                      {"mode", tr("形式"), CellKind::text, 8},        {"participants", tr("参演"), CellKind::integer, 8},
                      {"score", tr("得分"), CellKind::hundredths, 8}, {"stage", tr("进展"), CellKind::text, 8}};
    source.each = [&drills](const yanxun::RowSink& sink) {
        for (const Drill& d : drills) {
            const std::vector<Value> cells{d.id,     d.heldOn.ymd(), d.name,         d.unitName, d.regionName,
                                           d.hazard, d.modeWord,     d.participants, d.score(),  stageWord(d)};
            sink(cells);
        }
    };
    return source;
}

int list(const Vocabulary& words, VerbCall& call) {
    const DrillFilter filter = filterOf(call);
    const std::int64_t limit = call.integer("limit", usualLimit);
    call.database->read([&](Reader& reader) {
        const auto found = lists::ids(reader, filter, words.grades(), DrillOrder::held, true, limit);
        const std::vector<Drill> drills = lists::get(reader, found.ids);
        call.output->table("drills", rowsOf(drills));
        if (found.total > limit) {
            call.output->say(tr("共 {} 场，只列出前 {} 场；用 --limit 可以列出更多。", found.total, limit));
        }
    });
    return 0;
}

void put(VerbCall& call, const Drill& d) {
    yanxun::VerbOutput& out = *call.output;
    out.field("id", tr("编号"), d.id, CellKind::integer);
    out.field("revision", tr("修订"), d.revision, CellKind::integer);
    out.field("name", tr("演练名称"), d.name);
    out.field("unit", tr("组织单位"), d.unitName);
    out.field("region", tr("乡镇（街道）"), d.regionName);
    out.field("region_code", tr("区划代码"), d.regionCode, CellKind::code);
    out.field("date", tr("日期"), d.heldOn.ymd(), CellKind::date);
    out.field("hazard", tr("灾种"), d.hazard);
    out.field("mode", tr("形式"), d.modeWord);
    out.field("axes", tr("分类"), drills::words(d.axes));
    out.field("participants", tr("参演人数"), d.participants, CellKind::integer);
    out.field("estimated", tr("人数为约数"), d.participantsEstimated ? tr("是") : tr("否"));
    out.field("watchers", tr("观摩人数"), d.watchers, CellKind::integer);
    out.field("ledger_score", tr("台账得分"), d.ledgerScore, CellKind::hundredths);
    out.field("panel_score", tr("评估表总分"), d.panelScore, CellKind::hundredths);
    out.field("grade", tr("等级"), d.panelGrade);
    out.field("status", tr("状态"), word(d.status));
    out.field("reason", tr("原因"), d.statusReason);
    out.field("practice", tr("练习"), d.isPractice ? tr("是") : tr("否"));
    out.field("source", tr("来源"), word(d.source));
    out.field("findings", tr("问题数"), d.findings, CellKind::integer);
    out.field("open_findings", tr("整改中"), d.openFindings, CellKind::integer);
    out.field("summary", tr("小结"), d.summary);
}

int show(VerbCall& call) {
    call.database->read([&](Reader& reader) { put(call, store::get(reader, idOf(call))); });
    return 0;
}

std::vector<VerbParameter> draftParameters(bool isNew) {
    return {option("name", tr("演练名称"), isNew),
            option("unit", tr("组织单位：全称、别名或信用代码"), isNew),
            option("date", tr("日期，如 2021-05-12"), isNew),
            option("region", tr("乡镇（街道），不填取单位所在地")),
            option("hazard", tr("灾种")),
            option("mode", tr("形式：实战、桌面、双盲、示范等")),
            option("participants", tr("参演人数，约数写成 约300")),
            option("watchers", tr("观摩人数")),
            option("score", tr("台账得分")),
            option("summary", tr("小结")),
            flag("practice", tr("练习，不计入统计")),
            flag("create-unit", tr("名录中没有的单位新建为待完善"))};
}

void take(const VerbCall& call, DrillDraft& draft) {
    const auto text = [&](const char* id, std::string& value) {
        if (call.has(id)) value = call.text(id);
    };
    text("name", draft.name);
    if (call.has("unit")) draft.regionName.clear();
    text("unit", draft.unitName);
    text("region", draft.regionName);
    text("hazard", draft.hazard);
    text("summary", draft.summary);
    if (call.has("date")) draft.heldOn = call.date("date");
    if (call.has("mode")) {
        draft.mode = call.text("mode");
        draft.axes.reset();
    }
    if (const auto count = countOf(call, "participants")) {
        draft.participants = count->value;
        draft.participantsEstimated = count->precision == yanxun::Precision::estimated;
    }
    if (const auto count = countOf(call, "watchers")) draft.watchers = count->value;
    if (const auto score = hundredthsOf(call, "score")) draft.ledgerScore = score;
    if (call.has("practice")) draft.isPractice = true;
    draft.createUnit = call.has("create-unit");
    draft.correction = call.text("why");
}

int add(DrillService& service, VerbCall& call) {
    DrillDraft draft;
    take(call, draft);
    call.database->write([&](Writer& writer) {
        const std::int64_t id = service.add(writer, draft, call.has("double"));
        put(call, store::get(writer, id));
    });
    return 0;
}

int edit(DrillService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Drill drill = store::get(writer, idOf(call));
        DrillDraft draft = DrillService::draftOf(drill);
        take(call, draft);
        if (call.has("no-practice")) draft.isPractice = false;
        service.edit(writer, drill.id, drill.revision, draft);
        put(call, store::get(writer, drill.id));
    });
    return 0;
}

int step(DrillService& service, VerbCall& call, Status to) {
    call.database->write([&](Writer& writer) {
        const Drill drill = store::get(writer, idOf(call));
        service.step(writer, drill.id, drill.revision, to, call.text("reason"));
        put(call, store::get(writer, drill.id));
    });
    return 0;
}

Status wantedStatus(const VerbCall& call) {
    if (const auto status = statusOf(call.text("to"))) return *status;
    std::string known;
    for (const Status status : allStatuses()) known += (known.empty() ? "" : "、") + word(status);
    throw Error(tr("没有状态“{}”；可以是：{}。", call.text("to"), known));
}

int remove(DrillService& service, VerbCall& call) {
    call.database->write([&](Writer& writer) {
        const Drill drill = store::get(writer, idOf(call));
        service.remove(writer, drill.id, drill.revision);
        call.output->field("removed", tr("已删除"), drill.id, CellKind::integer);
        call.output->say(tr("已删除演练“{}”及其问题、评分和参与人数。", drill.name));
    });
    return 0;
}

int participants(DrillService& service, VerbCall& call) {
    const auto count = countOf(call, "count");
    if (!count) throw Error(tr("请给出参演人数，例如 120 或 约300。"));
    call.database->write([&](Writer& writer) {
        service.setParticipants(writer, idOf(call), count->value, count->precision == yanxun::Precision::estimated, call.text("why"));
        put(call, store::get(writer, idOf(call)));
    });
    return 0;
}

} // namespace

std::vector<Verb> drillVerbs(DrillService& service, const Vocabulary& words) {
    const VerbParameter id = idParameter(tr("演练编号"));
    std::vector<VerbParameter> adding = draftParameters(true), editing = draftParameters(false);
    adding.push_back(flag("double", tr("同名、同单位、同日的演练也新建")));
    editing.insert(editing.begin(), id);
    editing.push_back(flag("no-practice", tr("不再作为练习")));
    editing.push_back(option("why", tr("更正原因（演练结束后才需要）")));

    std::vector<Verb> verbs;
    verbs.push_back(makeVerb("drills.list", tr("列出演练"), filterParameters(),
                             [&words](VerbCall& call) { return list(words, call); }));
    verbs.push_back(makeVerb("drills.show", tr("查看一场演练"), {id}, show));
    verbs.push_back(makeVerb("drills.add", tr("登记演练"), std::move(adding),
                             [&service](VerbCall& call) { return add(service, call); }));
    verbs.push_back(makeVerb("drills.edit", tr("修改演练，未给出的项不变"), std::move(editing),
                             [&service](VerbCall& call) { return edit(service, call); }));
    verbs.push_back(makeVerb("drills.step", tr("变更演练状态"),
                             {id, option("to", tr("新的状态，如 待审批"), true), option("reason", tr("原因"))},
                             [&service](VerbCall& call) { return step(service, call, wantedStatus(call)); }));
    verbs.push_back(makeVerb("drills.cancel", tr("取消演练"), {id, option("reason", tr("原因"), true)},
                             [&service](VerbCall& call) { return step(service, call, Status::cancelled); }));
    verbs.push_back(makeVerb("drills.remove", tr("删除演练"), {id},
                             [&service](VerbCall& call) { return remove(service, call); }));
    verbs.push_back(makeVerb("drills.participants", tr("改写参演人数"),
                             {id, {"count", tr("参演人数，约数写成 约300"), true, true, false}, option("why", tr("更正原因（演练结束后才需要）"))},
                             [&service](VerbCall& call) { return participants(service, call); }));
    return verbs;
}

} // namespace drills
