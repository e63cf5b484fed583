#include "core/improve/improve_verbs.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using actions::RateOf;
using yanxun::CellKind;
using yanxun::FigureKind;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Task;
using yanxun::tr;
using yanxun::Value;

constexpr auto kPage = "drills.actions";

/// «83.33» as 1/100 of a percent.
FigureResult share(std::int64_t part, std::int64_t whole, const std::string& note) {
    FigureResult result;
    result.value = whole == 0 ? 0 : (part * 10'000 + whole / 2) / whole;
    result.note = whole == 0 ? tr("还没有记录") : note;
    return result;
}

FigureKind rate(const char* id, std::string title, int order, RateOf which, FigureResult (*say)(const actions::Rates&)) {
    FigureKind kind;
    kind.id = id;
    kind.title = std::move(title);
    kind.unit = "%";
    kind.kind = CellKind::hundredths;
    kind.order = order;
    kind.icon = "check";
    kind.compute = [say, which](Reader& reader, const Period& period) { return say(actions::rates(reader, period, which)); };
    kind.rows = [which](Reader& reader, const Period& period, const std::string&) {
        return actionRows(reader, actions::behind(reader, period, which));
    };
    return kind;
}

Task taskOf(const ActionLine& line, std::string title, yanxun::Tone tone) {
    Task task;
    task.title = std::move(title);
    task.detail = tr("{} · {}", line.action.dutyUnit, line.drillName);
    task.due = line.action.due;
    task.tone = tone;
    task.argument = "id=" + std::to_string(line.action.id);
    return task;
}

std::vector<ActionLine> firstLines(Reader& reader, const ActionFilter& filter, yanxun::Date today, std::size_t limit) {
    std::vector<std::int64_t> ids = actions::ids(reader, filter, today);
    if (ids.size() > limit) ids.resize(limit);
    return actions::lines(reader, ids);
}

yanxun::TaskKind overdueTasks() {
    yanxun::TaskKind kind{"drills.overdue_actions", tr("整改逾期"), kPage, {}, {}};
    kind.count = [](Reader& reader, yanxun::Date today) { return actions::overdueCount(reader, today); };
    kind.first = [](Reader& reader, yanxun::Date today, std::size_t limit) {
        ActionFilter filter;
        filter.overdueOnly = true;
        std::vector<Task> tasks;
        for (const ActionLine& line : firstLines(reader, filter, today, limit)) {
            tasks.push_back(taskOf(line, tr("整改逾期：{}", line.action.measure), yanxun::Tone::bad));
        }
        return tasks;
    };
    return kind;
}

yanxun::TaskKind verifyTasks() {
    yanxun::TaskKind kind{"drills.to_verify", tr("整改待复查"), kPage, {}, {}};
    kind.count = [](Reader& reader, yanxun::Date) { return actions::toVerifyCount(reader); };
    kind.first = [](Reader& reader, yanxun::Date today, std::size_t limit) {
        ActionFilter filter;
        filter.status = ActionStatus::toVerify;
        std::vector<Task> tasks;
        for (const ActionLine& line : firstLines(reader, filter, today, limit)) {
            tasks.push_back(taskOf(line, tr("待复查：{}", line.action.measure), yanxun::Tone::warning));
        }
        return tasks;
    };
    return kind;
}

yanxun::TaskKind extensionTasks() {
    yanxun::TaskKind kind{"drills.extensions", tr("延期待审批"), kPage, {}, {}};
    kind.count = [](Reader& reader, yanxun::Date) { return actions::askedCount(reader); };
    kind.first = [](Reader& reader, yanxun::Date, std::size_t limit) {
        std::vector<Task> tasks;
        for (const Extension& asked : actions::askedExtensions(reader, limit)) {
            const std::vector<std::int64_t> id{asked.actionId};
            for (const ActionLine& line : actions::lines(reader, id)) {
                tasks.push_back(taskOf(line, tr("延期到 {}：{}", asked.newDue.iso(), line.action.measure),
                                       yanxun::Tone::warning));
            }
        }
        return tasks;
    };
    return kind;
}

std::vector<yanxun::Column> columns() {
    return {{"id", tr("编号"), CellKind::integer, 6},         {"no", tr("通知单号"), CellKind::text, 14},
            {"drill", tr("演练名称"), CellKind::text, 24},     {"held", tr("演练日期"), CellKind::date, 10},
            {"severity", tr("分级"), CellKind::text, 6},       {"problem", tr("存在问题"), CellKind::text, 28},
            {"item", tr("评估项"), CellKind::text, 6},         {"measure", tr("整改措施"), CellKind::text, 28},
            {"kind", tr("类型"), CellKind::text, 6},           {"unit", tr("责任单位"), CellKind::text, 18},
            {"person", tr("责任人"), CellKind::text, 8},       {"due", tr("整改期限"), CellKind::date, 10},
            {"status", tr("状态"), CellKind::text, 8},         {"closed", tr("销号日期"), CellKind::date, 10},
            {"look_back", tr("回头看"), CellKind::text, 12},   {"repeat", tr("整改次数"), CellKind::integer, 6},
            {"recurrences", tr("复发次数"), CellKind::integer, 6}};
}

} // namespace

yanxun::RowSource actionRows(Reader& reader, std::vector<std::int64_t> ids) {
    yanxun::RowSource source;
    source.columns = columns();
    source.each = [&reader, ids = std::move(ids)](const yanxun::RowSink& sink) {
        for (const ActionLine& line : actions::lines(reader, ids)) {
            const Action& a = line.action;
            const std::vector<Value> cells{a.id,
                                           a.no,
                                           line.drillName,
                                           line.heldOn.ymd(),
                                           word(line.severity),
                                           line.problem,
                                           line.itemNo,
                                           a.measure,
                                           word(a.kind),
                                           a.dutyUnit,
                                           a.dutyPerson,
                                           a.due.ymd(),
                                           word(a.status),
                                           a.closed ? Value(a.closed->ymd()) : Value(),
                                           word(a.lookBack),
                                           a.repeatNo,
                                           a.recurrences};
            sink(cells);
        }
    };
    return source;
}

std::vector<FigureKind> actionFigures() {
    std::vector<FigureKind> all;
    all.push_back(rate("drills.actions_on_time", tr("整改按期销号率"), 60, RateOf::onTime, [](const actions::Rates& r) {
        return share(r.onTime, r.due, tr("到期 {} 条，按期销号 {} 条", r.due, r.onTime));
    }));
    all.push_back(rate("drills.look_back", tr("回头看通过率"), 61, RateOf::lookBack, [](const actions::Rates& r) {
        return share(r.passed, r.lookedBack, tr("复验 {} 次，通过 {} 次", r.lookedBack, r.passed));
    }));
    all.push_back(rate("drills.recurrence", tr("问题复发率"), 62, RateOf::recurrence, [](const actions::Rates& r) {
        return share(r.recurred, r.all, tr("整改 {} 条，复发 {} 条", r.all, r.recurred));
    }));
    return all;
}

std::vector<yanxun::TaskKind> actionTasks() { return {overdueTasks(), verifyTasks(), extensionTasks()}; }

yanxun::TableKind actionsExport() {
    yanxun::TableKind kind;
    kind.id = "drills.actions";
    kind.title = tr("演练整改台账");
    kind.rows = [](Reader& reader, int year) {
        ActionFilter filter;
        filter.year = year;
        return actionRows(reader, actions::ids(reader, filter, yanxun::Date{1970, 1, 1}));
    };
    return kind;
}

} // namespace drills
