#include "core/drill_store.h"
#include "core/duty_verbs.h"
#include "core/evaluation_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <memory>
#include <tuple>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

/// One unit under one rule over the year.
struct Line {
    const Duty* first = nullptr;
    std::int64_t due = 0, done = 0, papersMissing = 0, overdue = 0, open = 0, exempt = 0, unconfirmed = 0;
    std::string missing;
};

void count(Line& line, const Duty& duty) {
    switch (duty.status) {
    case DutyStatus::done:
    case DutyStatus::papersMissing:
        ++line.due;
        ++line.done;
        line.papersMissing += duty.status == DutyStatus::papersMissing ? 1 : 0;
        break;
    case DutyStatus::overdue:
        ++line.due;
        ++line.overdue;
        line.missing +=
            (line.missing.empty() ? "" : "、") + duty.span.label + (duty.part.empty() ? "" : " " + duty.part);
        break;
    case DutyStatus::exempt:
        ++line.exempt;
        break;
    case DutyStatus::unconfirmed:
        ++line.unconfirmed;
        break;
    case DutyStatus::notApplicable:
        break;
    default:
        ++line.open;
    }
}

std::vector<Line> linesOf(const std::vector<Duty>& duties) {
    std::map<std::tuple<std::string, std::string, std::int64_t, std::string>, Line> lines;
    std::map<std::string, std::string> keys;
    const auto key = [&](const std::string& name) -> const std::string& {
        auto [found, isNew] = keys.try_emplace(name);
        if (isNew) found->second = yanxun::text::sortKey(name);
        return found->second;
    };
    for (const Duty& duty : duties) {
        Line& line = lines[{key(duty.regionName), key(duty.unitName), duty.unitId, duty.rule}];
        if (!line.first) line.first = &duty;
        count(line, duty);
    }
    std::vector<Line> all;
    for (auto& [place, line] : lines)
        all.push_back(std::move(line));
    return all;
}

/// 频次履职率 in 1/100 per cent; empty when nothing fell due.
Value rate(std::int64_t done, std::int64_t due) {
    return due == 0 ? Value() : Value((done * 10'000 * 2 + due) / (2 * due));
}

yanxun::ReportTable unitTable(const std::shared_ptr<std::vector<Duty>>& duties) {
    yanxun::ReportTable table{"units", tr("各单位频次达标情况"), {}, {}};
    table.rows.columns = {{"region", tr("乡镇（街道）"), CellKind::text, 12},
                          {"unit", tr("单位"), CellKind::text, 28},
                          {"kind", tr("类别"), CellKind::text, 8},
                          {"rule", tr("规则"), CellKind::text, 8},
                          {"rule_title", tr("规则名称"), CellKind::text, 36},
                          {"due", tr("已到期"), CellKind::integer, 8},
                          {"done", tr("已完成"), CellKind::integer, 8},
                          {"papers_missing", tr("其中资料不全"), CellKind::integer, 8},
                          {"overdue", tr("逾期未演"), CellKind::integer, 8},
                          {"open", tr("未到期"), CellKind::integer, 8},
                          {"exempt", tr("豁免"), CellKind::integer, 6},
                          {"unconfirmed", tr("属性待确认"), CellKind::integer, 8},
                          {"missing", tr("缺演时段"), CellKind::text, 30}};
    table.rows.each = [duties](const yanxun::RowSink& sink) {
        for (const Line& line : linesOf(*duties)) {
            const Duty& duty = *line.first;
            const std::vector<Value> cells{duty.regionName, duty.unitName, duty.unitKind, duty.rule,
                                           duty.ruleTitle,  line.due,      line.done,     line.papersMissing,
                                           line.overdue,    line.open,     line.exempt,   line.unconfirmed,
                                           line.missing};
            sink(cells);
        }
    };
    return table;
}

yanxun::ReportTable ruleTable(const std::shared_ptr<std::vector<Duty>>& duties) {
    yanxun::ReportTable table{"rules", tr("各规则履职率"), {}, {}};
    table.rows.columns = {
        {"rule", tr("规则"), CellKind::text, 8},           {"rule_title", tr("规则名称"), CellKind::text, 36},
        {"due", tr("已到期"), CellKind::integer, 8},       {"done", tr("已完成"), CellKind::integer, 8},
        {"overdue", tr("逾期未演"), CellKind::integer, 8}, {"rate", tr("履职率（%）"), CellKind::hundredths, 8}};
    table.rows.each = [duties](const yanxun::RowSink& sink) {
        std::map<std::string, Line> byRule;
        for (const Duty& duty : *duties) {
            Line& line = byRule[duty.rule];
            if (!line.first) line.first = &duty;
            count(line, duty);
        }
        for (const auto& [rule, line] : byRule) {
            const std::vector<Value> cells{rule,      line.first->ruleTitle, line.due,
                                           line.done, line.overdue,          rate(line.done, line.due)};
            sink(cells);
        }
    };
    return table;
}

yanxun::Report make(const DutyService& service, Reader& reader, const yanxun::ReportRequest& request) {
    const int year = request.period.first.year;
    auto duties =
        std::make_shared<std::vector<Duty>>(service.compute(reader, year, yanxun::localDay(request.madeAt)));
    Line sum;
    for (const Duty& duty : *duties)
        count(sum, duty);
    yanxun::Report report;
    report.kind = "drills.duties";
    report.title = tr("{}年应急演练频次达标表", year);
    report.issuer = request.issuer;
    report.period = request.period;
    report.madeAt = request.madeAt;
    report.scope =
        tr("按启用的规则逐个时段判定，多演不抵其他时段；属性待确认、豁免、未到期不计入履职率的分母，单独列出。");
    const auto field = [&](const char* id, std::string title, Value value, CellKind kind, std::string unit) {
        report.fields.push_back({id, std::move(title), std::move(value), kind, std::move(unit)});
    };
    field("due", tr("已到期任务"), sum.due, CellKind::integer, tr("项"));
    field("done", tr("已完成"), sum.done, CellKind::integer, tr("项"));
    field("overdue", tr("逾期未演"), sum.overdue, CellKind::integer, tr("项"));
    field("rate", tr("频次履职率"), rate(sum.done, sum.due), CellKind::hundredths, "%");
    field("open", tr("未到期"), sum.open, CellKind::integer, tr("项"));
    field("exempt", tr("豁免"), sum.exempt, CellKind::integer, tr("项"));
    field("unconfirmed", tr("属性待确认"), sum.unconfirmed, CellKind::integer, tr("项"));
    yanxun::ReportSection section;
    section.id = "duties";
    section.title = tr("应演任务");
    if (duties->empty()) section.sentences.push_back(tr("没有单位适用启用的规则；请先导入单位名录并确认属性。"));
    section.tables = {ruleTable(duties), unitTable(duties)};
    report.sections.push_back(std::move(section));
    return report;
}

std::vector<Duty> overdue(const DutyService& service, Reader& reader, yanxun::Date today) {
    std::vector<Duty> found;
    const auto all = service.known(reader, today.year, today);
    for (const Duty& duty : *all) {
        if (duty.status == DutyStatus::overdue) found.push_back(duty);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Duty& a, const Duty& b) { return a.span.days.last < b.span.days.last; });
    return found;
}

} // namespace

yanxun::ReportKind dutiesReport(const DutyService& service) {
    yanxun::ReportKind kind;
    kind.id = "drills.duties";
    kind.title = tr("演练频次达标表");
    kind.about = tr("哪些单位按规定应演而未演：逐个单位、逐条规则、逐个时段。");
    kind.order = 20;
    kind.make = [&service](Reader& reader, const yanxun::ReportRequest& request) {
        return make(service, reader, request);
    };
    return kind;
}

std::vector<yanxun::TaskKind> dutyTasks(const DutyService& service) {
    yanxun::TaskKind late{"drills.overdue_duties", tr("应演未演"), "drills.duties", {}, {}};
    late.count = [&service](Reader& reader, yanxun::Date today) {
        return std::int64_t(overdue(service, reader, today).size());
    };
    late.first = [&service](Reader& reader, yanxun::Date today, std::size_t limit) {
        std::vector<yanxun::Task> tasks;
        for (const Duty& duty : overdue(service, reader, today)) {
            if (tasks.size() == limit) break;
            yanxun::Task task;
            task.title = tr("应演未演：{}", duty.unitName);
            task.detail = tr("{} · {}", duty.span.label, duty.ruleTitle);
            task.due = duty.span.days.last;
            task.tone = yanxun::Tone::bad;
            task.argument = "unit=" + std::to_string(duty.unitId);
            tasks.push_back(std::move(task));
        }
        return tasks;
    };
    yanxun::TaskKind again{"drills.repeats", tr("待补演"), "drills.page", {}, {}};
    again.count = [](Reader& reader, yanxun::Date) { return evaluations::openRepeatCount(reader); };
    again.first = [](Reader& reader, yanxun::Date today, std::size_t limit) {
        std::vector<yanxun::Task> tasks;
        for (const Repeat& repeat : evaluations::openRepeats(reader, limit)) {
            const Drill drill = store::get(reader, repeat.drillId);
            tasks.push_back({tr("补演：{}", drill.name), tr("{}，{}", drill.unitName, repeat.reason), repeat.due,
                             repeat.due < today ? yanxun::Tone::bad : yanxun::Tone::warning,
                             "id=" + std::to_string(drill.id)});
        }
        return tasks;
    };
    yanxun::TaskKind sheets{"drills.open_sheets", tr("评分表待交"), "drills.score", {}, {}};
    sheets.count = [](Reader& reader, yanxun::Date today) {
        return evaluations::openSheetCount(reader, yanxun::Date::fromDays(today.days() + 1));
    };
    sheets.first = [](Reader& reader, yanxun::Date today, std::size_t limit) {
        std::vector<yanxun::Task> tasks;
        const auto tomorrow = yanxun::Date::fromDays(today.days() + 1);
        for (const auto& sheet : evaluations::openSheets(reader, tomorrow, limit)) {
            tasks.push_back({tr("评分表待交：{}", sheet.evaluator), sheet.drillName, sheet.due,
                             sheet.due < today ? yanxun::Tone::bad : yanxun::Tone::warning,
                             "id=" + std::to_string(sheet.drillId)});
        }
        return tasks;
    };
    return {std::move(late), std::move(again), std::move(sheets)};
}

} // namespace drills
