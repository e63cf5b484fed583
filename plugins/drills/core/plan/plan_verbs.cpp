#include "core/plan/plan_verbs.h"

#include "core/plan/plan_conflicts.h"
#include "core/plan/plan_copy.h"
#include "core/plan/plan_fill.h"
#include "core/plan/plan_item_store.h"
#include "core/plan/plan_report.h"
#include "core/plan/plan_store.h"
#include "core/plan/plan_tables.h"

#include <yanxun/error.h>
#include <yanxun/text.h>
#include <yanxun/verb_values.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Date;
using yanxun::Error;
using yanxun::flag;
using yanxun::idParameter;
using yanxun::option;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;
using yanxun::VerbCall;
using yanxun::VerbParameter;
using yanxun::Writer;

int list(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const auto all = plans::all(reader, call.has("year") ? yearOf(call) : 0);
        yanxun::RowSource source;
        source.columns = {{"id", tr("编号"), CellKind::integer, 6},      {"year", tr("年度"), CellKind::code, 6},
                          {"owner", tr("编制单位"), CellKind::text, 20},  {"title", tr("计划"), CellKind::text, 30},
                          {"version", tr("版次"), CellKind::integer, 6}, {"status", tr("状态"), CellKind::text, 8},
                          {"items", tr("计划项"), CellKind::integer, 8},  {"dates", tr("场次"), CellKind::integer, 8},
                          {"submitted_by", tr("提交人"), CellKind::text, 10}, {"approved_by", tr("批准人"), CellKind::text, 10},
                          {"document", tr("文号"), CellKind::text, 16}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const YearPlan& p : all) {
                const std::vector<Value> cells{p.id,
                                               std::to_string(p.year),
                                               ownerName(p),
                                               p.title,
                                               p.version,
                                               word(p.status),
                                               std::int64_t(plans::items(reader, p.id).size()),
                                               std::int64_t(plans::dates(reader, p.id).size()),
                                               p.submittedBy,
                                               p.approvedBy,
                                               p.document};
                sink(cells);
            }
        };
        call.output->table("plans", source);
    });
    return 0;
}

int items(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const YearPlan plan = plans::get(reader, idOf(call));
        yanxun::RowSource source;
        source.columns = {{"id", tr("编号"), CellKind::integer, 6},        {"no", tr("序号"), CellKind::integer, 6},
                          {"name", tr("演练名称"), CellKind::text, 30},     {"unit", tr("组织单位"), CellKind::text, 24},
                          {"recurrence", tr("周期"), CellKind::text, 20},   {"rule", tr("规则"), CellKind::text, 30},
                          {"first", tr("首次"), CellKind::date, 10},        {"dates", tr("日期"), CellKind::text, 40},
                          {"people", tr("预计人数"), CellKind::integer, 8},  {"budget", tr("经费（元）"), CellKind::hundredths, 10},
                          {"priority", tr("优先级"), CellKind::text, 6},    {"policy", tr("遇节假日"), CellKind::text, 8},
                          {"days", tr("日子"), CellKind::text, 8},          {"covers", tr("应演任务"), CellKind::text, 16}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const PlanItem& i : plans::items(reader, plan.id)) {
                const std::vector<Value> cells{i.id,
                                               i.place,
                                               i.what.name,
                                               i.what.unitName,
                                               ruleWords(i.rule),
                                               ruleText(i.rule),
                                               i.first.ymd(),
                                               datesInWords(plans::dates(reader, plan.id, i.id)),
                                               i.what.people,
                                               i.budgetFen,
                                               priorityWord(i.priority),
                                               word(i.policy),
                                               word(i.days),
                                               i.covers};
                sink(cells);
            }
        };
        call.output->table("items", source);
    });
    return 0;
}

int dates(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        call.output->table("dates", planDateRows(reader, {plans::get(reader, idOf(call))}, call.clock->today(), true));
    });
    return 0;
}

int conflictsVerb(VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const auto found = conflicts(reader, call.has("from") ? yanxun::Period{call.date("from"), call.date("to")}
                                                              : yanxun::Period::year(yearOf(call)));
        yanxun::RowSource source;
        source.columns = {{"date", tr("日期"), CellKind::date, 10},   {"sort", tr("类别"), CellKind::text, 8},
                          {"first", tr("演练一"), CellKind::text, 24}, {"second", tr("演练二"), CellKind::text, 24},
                          {"why", tr("原因"), CellKind::text, 60}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const PlanConflict& c : found) {
                const std::vector<Value> cells{c.day.ymd(), word(c.sort), c.first, c.second, c.why};
                sink(cells);
            }
        };
        call.output->table("conflicts", source);
        if (found.empty()) call.output->say(tr("没有冲突。"));
    });
    return 0;
}

int copy(const PlanService& service, VerbCall& call) {
    CopyReport report;
    call.database->write([&](Writer& writer) {
        const YearPlan from = plans::get(writer, idOf(call));
        report = copyPlan(service, writer, from.id, int(call.integer("to", from.year + 1)));
    });
    call.output->field("plan", tr("新计划编号"), report.planId, CellKind::integer);
    call.output->field("items", tr("计划项"), report.items, CellKind::integer);
    call.output->field("dates", tr("场次"), report.dates, CellKind::integer);
    call.output->field("moved", tr("因节假日改期"), report.moved, CellKind::integer);
    call.output->field("holidays_known", tr("节假日已知"), report.holidaysKnown ? tr("是") : tr("否，只避开周末"));
    yanxun::RowSource source;
    source.columns = {{"item", tr("演练名称"), CellKind::text, 30}, {"old", tr("原日期"), CellKind::date, 12},
                      {"new", tr("新日期"), CellKind::date, 12},   {"why", tr("说明"), CellKind::text, 40}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const CopyLine& line : report.lines) {
            const std::vector<Value> cells{line.item, line.old ? Value(line.old->ymd()) : Value(),
                                           line.made ? Value(line.made->ymd()) : Value(), line.why};
            sink(cells);
        }
    };
    call.output->table("lines", source);
    return 0;
}

int fill(const PlanService& service, VerbCall& call) {
    std::vector<GapProposal> proposals;
    std::size_t taken = 0;
    const auto work = [&](Reader& reader) { proposals = proposeGaps(service, reader, idOf(call), call.clock->today()); };
    if (!call.has("accept")) {
        call.database->read(work);
    } else {
        call.database->write([&](Writer& writer) {
            work(writer);
            taken = acceptGaps(service, writer, idOf(call), proposals, call.text("reason")).size();
        });
    }
    yanxun::RowSource source;
    source.columns = {{"date", tr("建议日期"), CellKind::date, 12}, {"unit", tr("单位"), CellKind::text, 24},
                      {"rule", tr("规则"), CellKind::text, 6},     {"window", tr("时段"), CellKind::text, 10},
                      {"part", tr("预案或情形"), CellKind::text, 14}, {"note", tr("说明"), CellKind::text, 30}};
    source.each = [&](const yanxun::RowSink& sink) {
        for (const GapProposal& p : proposals) {
            const std::vector<Value> cells{p.day.ymd(), p.duty.unitName, p.duty.rule, p.duty.span.label, p.duty.part, p.note};
            sink(cells);
        }
    };
    call.output->table("proposals", source);
    if (call.has("accept")) call.output->say(tr("已加入计划 {} 项。", taken));
    else call.output->say(tr("共建议 {} 项，加 --accept 列入计划。", proposals.size()));
    return 0;
}

/// Words → rule → days, without a plan: to try a recurrence.
int tryWords(const PlanService& service, VerbCall& call) {
    PlanItem item;
    item.rule = parseWords(call.text("words"));
    const int year = yearOf(call);
    item.first = call.has("first") ? call.date("first") : Date{year, 1, 1};
    const auto policy = call.has("policy") ? policyOf(call.text("policy")) : std::optional(item.policy);
    const auto sort = call.has("days") ? daySortOf(call.text("days")) : std::optional(item.days);
    if (!policy || !sort) throw Error(tr("参数 --policy 应当是 顺延、提前 或 跳过，--days 应当是 工作日、教学日 或 任何一天。"));
    item.policy = *policy;
    item.days = *sort;
    call.output->field("words", tr("周期"), ruleWords(item.rule));
    call.output->field("rule", tr("规则"), ruleText(item.rule));
    call.database->read([&](Reader& reader) {
        const auto dates = service.occurrences(reader, item, year);
        yanxun::RowSource source;
        source.columns = {{"ruled", tr("按周期"), CellKind::date, 12}, {"date", tr("日期"), CellKind::date, 12},
                          {"weekday", tr("星期"), CellKind::text, 6},  {"why", tr("说明"), CellKind::text, 24}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const PlanDate& d : dates) {
                const std::vector<Value> cells{d.ruled.ymd(), d.day.ymd(), weekdayWord(d.day), d.why};
                sink(cells);
            }
        };
        call.output->table("dates", source);
    });
    return 0;
}

int exportWorkbook(VerbCall& call) {
    const std::filesystem::path path = call.text("file");
    if (path.extension() != ".xlsx") throw Error(tr("文件名应以 .xlsx 结尾；xml、html、pdf 请用 yanxunctl report drills.plan。"));
    call.database->read([&](Reader& reader) {
        const int year = yearOf(call);
        std::optional<YearPlan> plan;
        if (call.has("plan")) plan = plans::get(reader, call.integer("plan"));
        else if (const auto all = plans::all(reader, year); !all.empty()) plan = all.front();
        if (!plan) throw yanxun::NotFound(tr("{} 年没有演练计划，请用 --year 或 --plan 指定。", year));
        writePlanWorkbook(reader, *plan, call.clock->today(), path);
        call.output->field("file", tr("文件"), path.string());
        call.output->field("plan", tr("计划"), plan->title);
    });
    return 0;
}

int rows(VerbCall& call, const char* id, yanxun::RowSource (*make)(Reader&, std::vector<YearPlan>)) {
    call.database->read([&](Reader& reader) { call.output->table(id, make(reader, {plans::get(reader, idOf(call))})); });
    return 0;
}

} // namespace

std::vector<yanxun::Verb> planVerbs(const PlanService& service) {
    const VerbParameter plan = idParameter(tr("年度计划编号"));
    const VerbParameter year = option("year", tr("年度，不填为今年"));
    std::vector<yanxun::Verb> verbs;
    verbs.push_back({"drills.plan-list", tr("列出年度演练计划"), {option("year", tr("年度，不填为全部"))}, true, list});
    verbs.push_back({"drills.plan-items", tr("列出一个年度计划的计划项"), {plan}, true, items});
    verbs.push_back({"drills.plan-dates", tr("列出一个年度计划的每一场"), {plan}, true, dates});
    verbs.push_back({"drills.plan-changes", tr("列出计划调整"), {plan}, true, [](VerbCall& call) { return rows(call, "changes", planChangeRows); }});
    verbs.push_back({"drills.plan-steps", tr("列出审批经过"), {plan}, true, [](VerbCall& call) { return rows(call, "steps", planStepRows); }});
    verbs.push_back({"drills.plan-conflicts", tr("列出单位、场地、人员、装备车辆的冲突和街道密度"),
                     {year, option("from", tr("自，与 --to 合用")), option("to", tr("至"))}, true, conflictsVerb});
    verbs.push_back({"drills.plan-copy", tr("复制年度计划到另一年，日期按工作日调整"), {plan, option("to", tr("新年度，不填为下一年"))}, true,
                     [&service](VerbCall& call) { return copy(service, call); }});
    verbs.push_back({"drills.plan-fill", tr("为未安排的应演任务建议日期"),
                     {plan, flag("accept", tr("列入计划")), option("reason", tr("追加到已下达的计划时的原因"))}, true,
                     [&service](VerbCall& call) { return fill(service, call); }});
    verbs.push_back({"drills.plan-words", tr("试算一个周期在一年里的日期"),
                     {{"words", tr("周期，如 每月第二个星期三"), true, true, false}, year, option("first", tr("首次日期")),
                      option("policy", tr("顺延、提前、跳过")), option("days", tr("工作日、教学日、任何一天"))}, true,
                     [&service](VerbCall& call) { return tryWords(service, call); }});
    verbs.push_back({"drills.plan-export", tr("把年度计划写成表格文件"),
                     {{"file", tr("文件，以 .xlsx 结尾"), true, true, false}, year, option("plan", tr("年度计划编号"))}, true, exportWorkbook});
    return verbs;
}

} // namespace drills
