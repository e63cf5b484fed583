#include "core/duty_verbs.h"

#include "core/duty/duty_matrix.h"
#include "core/duty/submission_packet.h"
#include "core/duty_record_store.h"
#include "core/duty_store.h"
#include "core/unit_marks.h"

#include <yanxun/text.h>
#include <yanxun/verb_values.h>

#include <sstream>

namespace drills {
namespace {

using yanxun::CellKind;
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

DutyFilter filterOf(const VerbCall& call) {
    DutyFilter filter;
    filter.year = yearOf(call);
    filter.region = call.text("region");
    filter.kind = call.text("kind");
    filter.rule = call.text("rule");
    filter.text = call.text("unit");
    if (!call.has("status")) return filter;
    const auto status = dutyStatusOf(call.text("status"));
    if (!status)
        throw Error(
            tr("参数 --status 应当是 逾期未演、临期、未到期·未安排 等状态之一，收到的是“{}”。", call.text("status")));
    filter.statuses = {*status};
    return filter;
}

int list(DutyService& service, VerbCall& call) {
    const DutyFilter filter = filterOf(call);
    service.refresh(*call.database, filter.year, call.clock->today());
    call.database->read([&](Reader& reader) {
        yanxun::RowSource source;
        source.columns = dutyColumns();
        source.each = [&](const yanxun::RowSink& sink) {
            duties::each(reader, filter, [&](const Duty& duty) { sink(dutyCells(duty)); });
        };
        call.output->table("duties", source);
    });
    return 0;
}

int matrix(DutyService& service, VerbCall& call) {
    const DutyFilter filter = filterOf(call);
    service.refresh(*call.database, filter.year, call.clock->today());
    call.database->read([&](Reader& reader) { call.output->table("matrix", matrixRows(dutyMatrix(reader, filter))); });
    return 0;
}

int summary(DutyService& service, VerbCall& call) {
    const DutyFilter filter = filterOf(call);
    service.refresh(*call.database, filter.year, call.clock->today());
    call.database->read([&](Reader& reader) {
        const auto counts = duties::counts(reader, filter);
        yanxun::RowSource source;
        source.columns = {{"status", tr("状态"), CellKind::text, 16}, {"count", tr("任务数"), CellKind::integer, 8}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const auto& [status, count] : counts) {
                const std::vector<Value> cells{word(status), count};
                sink(cells);
            }
        };
        call.output->table("statuses", source);
    });
    return 0;
}

int rules(DutyService& service, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        auto all = service.rules(reader);
        all.insert(all.end(), service.spotRules().begin(), service.spotRules().end());
        yanxun::RowSource source;
        source.columns = {{"code", tr("编号"), CellKind::text, 6},
                          {"title", tr("规则"), CellKind::text, 36},
                          {"on", tr("启用"), CellKind::text, 4},
                          {"window", tr("窗口"), CellKind::text, 8},
                          {"mode", tr("方式"), CellKind::text, 8},
                          {"n", tr("次数"), CellKind::integer, 4},
                          {"sure", tr("核对"), CellKind::text, 12},
                          {"region", tr("地区"), CellKind::text, 8},
                          {"basis", tr("依据"), CellKind::text, 40},
                          {"checked", tr("核验日期"), CellKind::text, 10},
                          {"checked_by", tr("核验人"), CellKind::text, 10},
                          {"quote", tr("原文"), CellKind::text, 60}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const DutyRule& rule : all) {
                const std::vector<Value> cells{rule.code,
                                               rule.title,
                                               rule.on ? tr("是") : tr("否"),
                                               windowWord(rule),
                                               word(rule.mode),
                                               rule.n,
                                               rule.own ? tr("本局") : word(rule.sure),
                                               rule.region,
                                               rule.basis,
                                               rule.checkedOn,
                                               rule.checkedBy,
                                               rule.quote};
                sink(cells);
            }
        };
        call.output->table("rules", source);
    });
    return 0;
}

std::vector<std::string> words(const std::string& text) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; in >> part;)
        parts.push_back(part);
    return parts;
}

DutyRule ownRuleOf(const DutyService& service, Reader& reader, const VerbCall& call) {
    DutyRule rule;
    for (const DutyRule& known : service.rules(reader)) {
        if (known.own && known.code == call.text("code")) rule = known;
    }
    rule.on = true;
    rule.code = call.text("code");
    if (call.has("title")) rule.title = call.text("title");
    if (call.has("basis")) rule.basis = call.text("basis");
    if (call.has("kinds")) rule.subject.kinds = words(call.text("kinds"));
    if (call.has("attribute")) {
        rule.subject.all.clear();
        for (const std::string& one : words(call.text("attribute")))
            rule.subject.all.push_back({one, "是", false});
    }
    if (call.has("hazards")) rule.hazards = words(call.text("hazards"));
    if (call.has("plans")) rule.planKinds = words(call.text("plans"));
    if (call.has("each")) rule.each = words(call.text("each"));
    if (call.has("n")) rule.n = int(call.integer("n"));
    if (call.has("years")) rule.years = int(call.integer("years"));
    if (call.has("days")) rule.days = int(call.integer("days"));
    if (call.has("floor")) rule.floor = call.text("floor");
    rule.tabletop = rule.tabletop || call.has("tabletop");
    rule.submit = rule.submit || call.has("submit");
    if (call.has("mode")) {
        const auto mode = dutyModeOf(call.text("mode"));
        if (!mode) throw Error(tr("参数 --mode 应当是 COUNT、COVER_EACH_PLAN、COVER_EACH_CATEGORY 或 VARIANT_SET。"));
        rule.mode = *mode;
    }
    if (call.has("window")) {
        const auto window = dutyWindowOf(call.text("window"));
        if (!window)
            throw Error(tr("参数 --window 应当是 MONTH、QUARTER、HALF、YEAR、TERM、N_YEAR、ROLLING 或 SEASON。"));
        rule.window = *window;
    }
    return rule;
}

using Act = std::function<void(Writer&, VerbCall&)>;

yanxun::Verb acting(const char* id, std::string title, std::vector<VerbParameter> parameters, Act act,
                    std::string said) {
    return {id, std::move(title), std::move(parameters), true,
            [act = std::move(act), said = std::move(said)](VerbCall& call) {
                call.database->write([&](Writer& writer) { act(writer, call); });
                call.output->say(said);
                return 0;
            }};
}

yanxun::Period daysOf(const VerbCall& call) { return {call.date("from"), call.date("to")}; }

int schedule(DutyService& service, VerbCall& call) {
    const int year = yearOf(call);
    service.refresh(*call.database, year, call.clock->today());
    DutyFilter filter;
    filter.year = year;
    filter.rule = call.text("rule");
    std::int64_t drill = 0;
    call.database->write([&](Writer& writer) {
        std::optional<Duty> wanted;
        duties::each(writer, filter, [&](const Duty& duty) {
            const bool open = duty.status != DutyStatus::done && duty.status != DutyStatus::papersMissing;
            const bool meant =
                duty.unitName == call.text("unit") && (!call.has("window") || duty.span.label == call.text("window"));
            if (open && meant && !wanted) wanted = duty;
        });
        if (!wanted)
            throw yanxun::NotFound(tr("“{}”在 {} 年没有这条规则下未完成的应演任务。", call.text("unit"), year));
        const auto day =
            call.has("date") ? call.date("date") : DutyService::proposedDay(*wanted, call.clock->today());
        drill = service.schedule(writer, *wanted, day);
    });
    call.output->field("drill", tr("演练编号"), drill, CellKind::integer);
    return 0;
}

int plans(DutyService&, const directory::UnitRef& unit, VerbCall& call) {
    call.database->read([&](Reader& reader) {
        const auto all = duties::plansOf(reader, unit.id);
        yanxun::RowSource source;
        source.columns = {{"id", tr("编号"), CellKind::integer, 6},
                          {"kind", tr("类别"), CellKind::text, 12},
                          {"title", tr("预案"), CellKind::text, 40},
                          {"edition", tr("版本"), CellKind::text, 10}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const Plan& plan : all) {
                const std::vector<Value> cells{plan.id, plan.kind, plan.title, plan.edition};
                sink(cells);
            }
        };
        call.output->table("plans", source);
    });
    return 0;
}

} // namespace

std::vector<yanxun::Column> dutyColumns() {
    return {{"unit", tr("单位"), CellKind::text, 28},
            {"region", tr("乡镇（街道）"), CellKind::text, 12},
            {"kind", tr("类别"), CellKind::text, 8},
            {"rule", tr("规则"), CellKind::text, 6},
            {"rule_title", tr("规则名称"), CellKind::text, 36},
            {"window", tr("时段"), CellKind::text, 12},
            {"from", tr("起"), CellKind::date, 10},
            {"to", tr("止"), CellKind::date, 10},
            {"part", tr("预案或情形"), CellKind::text, 16},
            {"status", tr("状态"), CellKind::text, 16},
            {"need", tr("应演"), CellKind::integer, 6},
            {"done", tr("已演"), CellKind::integer, 6},
            {"offsets", tr("一演抵扣"), CellKind::integer, 8},
            {"reason", tr("说明"), CellKind::text, 30}};
}

std::vector<Value> dutyCells(const Duty& duty) {
    return {duty.unitName,
            duty.regionName,
            duty.unitKind,
            duty.rule,
            duty.isLocal ? tr("（地方或本局）{}", duty.ruleTitle) : duty.ruleTitle,
            duty.span.label,
            duty.span.days.first.ymd(),
            duty.span.days.last.ymd(),
            duty.part,
            word(duty.status),
            duty.need,
            duty.done,
            duty.offsets,
            duty.reason};
}

std::vector<yanxun::Verb> dutyVerbs(DutyService& service) {
    const auto filters = [] {
        return std::vector<VerbParameter>{
            option("year", tr("年度，不填为今年")), option("region", tr("乡镇（街道）")),
            option("kind", tr("单位类别")),         option("rule", tr("规则编号")),
            option("status", tr("状态")),           option("unit", tr("单位名称中的字"))};
    };
    const VerbParameter drill = idParameter(tr("演练编号"));
    std::vector<yanxun::Verb> verbs;
    verbs.push_back(
        {"drills.duties", tr("列出应演任务"), filters(), true, [&](VerbCall& call) { return list(service, call); }});
    verbs.push_back({"drills.duty-matrix", tr("应演任务看板：单位 × 时段；不填规则时为单位 × 规则"), filters(), true,
                     [&](VerbCall& call) { return matrix(service, call); }});
    verbs.push_back({"drills.duty-summary", tr("按状态汇总应演任务"), filters(), true,
                     [&](VerbCall& call) { return summary(service, call); }});
    verbs.push_back({"drills.duty-schedule",
                     tr("安排一场应演而未演的演练"),
                     {option("unit", tr("单位"), true), option("rule", tr("规则编号"), true),
                      option("window", tr("时段，如 3月")), option("year", tr("年度，不填为今年")),
                      option("date", tr("日期，不填为一周后"))},
                     true,
                     [&](VerbCall& call) { return schedule(service, call); }});
    verbs.push_back(
        {"drills.rules", tr("列出演练频次规则"), {}, true, [&](VerbCall& call) { return rules(service, call); }});
    verbs.push_back(acting(
        "drills.rule-switch", tr("启用或关闭一条规则"),
        {{"code", tr("规则编号"), true, true, false}, option("to", tr("on 启用，off 关闭"), true)},
        [&](Writer& writer, VerbCall& call) {
            if (call.text("to") != "on" && call.text("to") != "off") throw Error(tr("参数 --to 应当是 on 或 off。"));
            service.switchRule(writer, call.text("code"), call.text("to") == "on");
        },
        tr("规则已更新。")));
    verbs.push_back(acting(
        "drills.rule-put", tr("增加或修改本局规则（只能比法定更严）"),
        {{"code", tr("规则编号"), true, true, false},
         option("title", tr("名称")),
         option("basis", tr("依据")),
         option("kinds", tr("单位类别，空格隔开")),
         option("attribute", tr("须为“是”的属性编号")),
         option("mode", tr("COUNT、COVER_EACH_PLAN、COVER_EACH_CATEGORY、VARIANT_SET")),
         option("n", tr("次数")),
         option("window", tr("MONTH、QUARTER、HALF、YEAR、TERM、N_YEAR、ROLLING、SEASON")),
         option("years", tr("N_YEAR 的年数")),
         option("days", tr("ROLLING 的天数")),
         option("hazards", tr("灾种")),
         option("plans", tr("预案类别")),
         option("each", tr("类别或情形")),
         option("floor", tr("所加严的法定规则编号")),
         flag("tabletop", tr("桌面演练也算")),
         flag("submit", tr("要求报送"))},
        [&](Writer& writer, VerbCall& call) { service.putOwnRule(writer, ownRuleOf(service, writer, call)); },
        tr("本局规则已保存。")));
    verbs.push_back(acting(
        "drills.rule-remove", tr("删除本局规则"), {{"code", tr("规则编号"), true, true, false}},
        [&](Writer& writer, VerbCall& call) { service.removeOwnRule(writer, call.text("code")); },
        tr("本局规则已删除。")));
    verbs.push_back(acting(
        "drills.duty-settings", tr("设定学校免演月份、学期、临期和宽限天数"),
        {option("exempt-months", tr("如 2,7,8")), option("terms", tr("如 春季学期 02-20 07-10;秋季学期 09-01 01-20")),
         option("soon-days", tr("临期天数")), option("grace-days", tr("首个窗口宽限天数"))},
        [&](Writer& writer, VerbCall& call) {
            if (call.has("exempt-months")) {
                std::string months = call.text("exempt-months");
                for (char& c : months)
                    c = c == ',' ? ' ' : c;
                std::vector<int> numbers;
                std::istringstream in(months);
                for (int month = 0; in >> month;)
                    numbers.push_back(month);
                if (!in.eof()) throw Error(tr("免演月份应写成 2,7,8，收到的是“{}”。", call.text("exempt-months")));
                service.setExemptMonths(writer, numbers);
            }
            if (call.has("terms")) {
                std::string terms = call.text("terms");
                for (char& c : terms)
                    c = c == ';' ? '\n' : c;
                service.setTerms(writer, terms);
            }
            const auto days = [&](const char* id) {
                return call.has(id) ? std::optional(int(call.integer(id))) : std::nullopt;
            };
            service.setDays(writer, days("soon-days"), days("grace-days"));
        },
        tr("设定已保存。")));
    verbs.push_back(acting(
        "drills.duty-exempt", tr("登记豁免（须有依据）"),
        {option("unit", tr("单位"), true), option("rule", tr("规则编号，不填为全部")), option("from", tr("自"), true),
         option("to", tr("至"), true), option("reason", tr("依据"), true)},
        [&](Writer& writer, VerbCall& call) {
            service.exempt(writer, call.text("unit"), call.text("rule"), daysOf(call), call.text("reason"));
        },
        tr("豁免已登记。")));
    verbs.push_back(
        {"drills.plans", tr("列出一个单位的应急预案"), {option("unit", tr("单位"), true)}, true, [&](VerbCall& call) {
             directory::UnitRef unit;
             call.database->read([&](Reader& reader) { unit = service.unitOf(reader, call.text("unit")); });
             return plans(service, unit, call);
         }});
    verbs.push_back(acting(
        "drills.plan-add", tr("登记一个单位的应急预案"),
        {option("unit", tr("单位"), true), option("kind", tr("总体、综合、专项、部门、现场处置方案"), true),
         option("title", tr("预案名称"), true), option("edition", tr("版本"))},
        [&](Writer& writer, VerbCall& call) {
            service.addPlan(writer, call.text("unit"), call.text("kind"), call.text("title"), call.text("edition"));
        },
        tr("预案已登记。")));
    verbs.push_back(acting(
        "drills.plan-link", tr("写明演练检验了哪个预案"),
        {drill, option("plan", tr("预案编号"), true), flag("off", tr("去掉"))},
        [&](Writer& writer, VerbCall& call) {
            service.link(writer, idOf(call), call.integer("plan"), !call.has("off"));
        },
        tr("已更新。")));
    verbs.push_back(acting(
        "drills.mark", tr("给演练加标记（白天、夜间、电梯类别等）"),
        {drill, option("word", tr("标记"), true), flag("off", tr("去掉"))},
        [&](Writer& writer, VerbCall& call) {
            service.mark(writer, idOf(call), call.text("word"), !call.has("off"));
        },
        tr("已更新。")));
    verbs.push_back(acting(
        "drills.unit-put", tr("登记参演单位"),
        {drill, option("unit", tr("单位"), true), option("role", tr("组织、参演、协办、观摩、保障，不填为参演"))},
        [&](Writer& writer, VerbCall& call) {
            const auto role = call.has("role") ? drillRoleOf(call.text("role")) : DrillRole::taking;
            if (!role) throw Error(tr("角色应当是 组织、参演、协办、观摩 或 保障。"));
            service.putUnit(writer, idOf(call), call.text("unit"), *role);
        },
        tr("参演单位已登记。")));
    verbs.push_back(acting(
        "drills.unit-remove", tr("去掉参演单位"), {drill, option("unit", tr("单位"), true)},
        [&](Writer& writer, VerbCall& call) { service.removeUnit(writer, idOf(call), call.text("unit")); },
        tr("参演单位已去掉。")));
    verbs.push_back(acting(
        "drills.duty-submit", tr("登记演练情况已报送"),
        {option("unit", tr("单位"), true), option("rule", tr("规则编号"), true),
         option("from", tr("时段第一天"), true), option("date", tr("报送日期"), true), option("receipt", tr("回执"))},
        [&](Writer& writer, VerbCall& call) {
            service.submit(writer, {service.unitOf(writer, call.text("unit")).id, call.text("rule"),
                                    call.date("from"), call.date("date"), call.text("receipt")});
        },
        tr("报送已登记。")));
    verbs.push_back(submissionsVerb(service));
    verbs.push_back(unitMarksVerb(service));
    return verbs;
}

} // namespace drills
