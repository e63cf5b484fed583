#include "core/plan/plan_tables.h"

#include "core/plan/plan_item_store.h"
#include "core/plan/plan_store.h"

#include <yanxun/error.h>
#include <yanxun/table/value.h>
#include <yanxun/text.h>

#include <memory>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Column;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

std::vector<Column> dateColumns(bool withIds) {
    std::vector<Column> columns{{"date", tr("现定日期"), CellKind::date, 12},   {"weekday", tr("星期"), CellKind::text, 6},
                                {"planned", tr("下达日期"), CellKind::date, 12}, {"time", tr("时间"), CellKind::text, 12},
                                {"name", tr("演练名称"), CellKind::text, 30},    {"unit", tr("组织单位"), CellKind::text, 24},
                                {"region", tr("乡镇（街道）"), CellKind::text, 12}, {"hazard", tr("灾种"), CellKind::text, 10},
                                {"venue", tr("地点"), CellKind::text, 16},      {"people", tr("预计人数"), CellKind::integer, 8},
                                {"lead", tr("负责人"), CellKind::text, 10},      {"nth", tr("第几场"), CellKind::integer, 6},
                                {"state", tr("状态"), CellKind::text, 10},      {"why", tr("日期说明"), CellKind::text, 24}};
    if (!withIds) return columns;
    columns.insert(columns.begin(), {"id", tr("场次编号"), CellKind::integer, 8});
    columns.push_back({"item", tr("计划项编号"), CellKind::integer, 8});
    columns.push_back({"drill", tr("演练编号"), CellKind::integer, 8});
    return columns;
}

/// Nobody said how many: an empty cell, not 0.
Value orNothing(std::int64_t number) { return number == 0 ? Value() : Value(number); }

std::vector<Value> dateCells(const PlanDate& d, yanxun::Date today, bool withIds) {
    std::vector<Value> cells{d.day.ymd(),
                             weekdayWord(d.day),
                             d.planned.ymd(),
                             timeWords(d.what.time),
                             d.what.name,
                             d.what.unitName,
                             d.what.regionName,
                             d.hazard,
                             d.what.venue,
                             orNothing(d.what.people),
                             d.what.lead,
                             d.nth,
                             stateWord(d, today),
                             d.why};
    if (!withIds) return cells;
    cells.insert(cells.begin(), d.id);
    cells.push_back(d.itemId);
    cells.push_back(d.drillId == 0 ? Value() : Value(d.drillId));
    return cells;
}

} // namespace

yanxun::RowSource planItemRows(Reader& reader, std::vector<YearPlan> plans) {
    yanxun::RowSource source;
    source.columns = {{"plan", tr("计划"), CellKind::text, 16},       {"no", tr("序号"), CellKind::integer, 6},
                      {"name", tr("演练名称"), CellKind::text, 30},    {"hazard", tr("灾种"), CellKind::text, 10},
                      {"form", tr("形式"), CellKind::text, 10},       {"unit", tr("组织单位"), CellKind::text, 24},
                      {"recurrence", tr("周期"), CellKind::text, 20},  {"dates", tr("日期"), CellKind::text, 30},
                      {"count", tr("场次"), CellKind::integer, 6},    {"time", tr("时间"), CellKind::text, 12},
                      {"venue", tr("地点"), CellKind::text, 16},      {"people", tr("预计人数"), CellKind::integer, 8},
                      {"budget", tr("经费（元）"), CellKind::hundredths, 10}, {"lead", tr("负责人"), CellKind::text, 10},
                      {"priority", tr("优先级"), CellKind::text, 6},   {"policy", tr("遇节假日"), CellKind::text, 8},
                      {"note", tr("备注"), CellKind::text, 20}};
    source.each = [&reader, kept = std::make_shared<std::vector<YearPlan>>(std::move(plans))](const yanxun::RowSink& sink) {
        for (const YearPlan& plan : *kept) {
            for (const PlanItem& item : plans::items(reader, plan.id)) {
                const auto dates = plans::dates(reader, plan.id, item.id);
                const std::vector<Value> cells{ownerName(plan),
                                               item.place,
                                               item.what.name,
                                               item.hazard,
                                               formWords(item),
                                               item.what.unitName,
                                               ruleWords(item.rule),
                                               datesInWords(dates),
                                               std::int64_t(dates.size()),
                                               timeWords(item.what.time),
                                               item.what.venue,
                                               orNothing(item.what.people),
                                               orNothing(item.budgetFen),
                                               item.what.lead,
                                               priorityWord(item.priority),
                                               word(item.policy),
                                               item.note};
                sink(cells);
            }
        }
    };
    return source;
}

yanxun::RowSource planDateRows(Reader& reader, std::vector<YearPlan> plans, yanxun::Date today, bool withIds) {
    yanxun::RowSource source;
    source.columns = dateColumns(withIds);
    source.each = [&reader, today, withIds, kept = std::make_shared<std::vector<YearPlan>>(std::move(plans))](const yanxun::RowSink& sink) {
        for (const YearPlan& plan : *kept)
            for (const PlanDate& date : plans::dates(reader, plan.id)) sink(dateCells(date, today, withIds));
    };
    return source;
}

yanxun::RowSource planDateRows(std::vector<PlanDate> dates, yanxun::Date today) {
    yanxun::RowSource source;
    source.columns = dateColumns(false);
    source.each = [today, kept = std::make_shared<std::vector<PlanDate>>(std::move(dates))](const yanxun::RowSink& sink) {
        for (const PlanDate& date : *kept) sink(dateCells(date, today, false));
    };
    return source;
}

yanxun::RowSource planChangeRows(Reader& reader, std::vector<YearPlan> plans) {
    yanxun::RowSource source;
    source.columns = {{"plan", tr("计划"), CellKind::text, 16},     {"version", tr("版次"), CellKind::integer, 6},
                      {"day", tr("调整日期"), CellKind::date, 12},   {"kind", tr("类别"), CellKind::text, 6},
                      {"scope", tr("范围"), CellKind::text, 10},    {"name", tr("演练名称"), CellKind::text, 30},
                      {"before", tr("原为"), CellKind::text, 24},   {"after", tr("改为"), CellKind::text, 24},
                      {"reason", tr("原因"), CellKind::text, 30},   {"who", tr("调整人"), CellKind::text, 10},
                      {"approver", tr("批准人"), CellKind::text, 10}};
    source.each = [&reader, kept = std::make_shared<std::vector<YearPlan>>(std::move(plans))](const yanxun::RowSink& sink) {
        for (const YearPlan& plan : *kept) {
            for (const PlanChange& c : plans::changes(reader, plan.id)) {
                const std::vector<Value> cells{ownerName(plan), c.version, yanxun::localDay(c.at).ymd(), word(c.kind), word(c.scope),
                                               c.name,          c.before,  c.after,                      c.reason,     c.who,
                                               c.approver};
                sink(cells);
            }
        }
    };
    return source;
}

yanxun::RowSource planStepRows(Reader& reader, std::vector<YearPlan> plans) {
    yanxun::RowSource source;
    source.columns = {{"plan", tr("计划"), CellKind::text, 16}, {"version", tr("版次"), CellKind::integer, 6},
                      {"deed", tr("事项"), CellKind::text, 10}, {"who", tr("经办人"), CellKind::text, 10},
                      {"day", tr("日期"), CellKind::date, 12},  {"note", tr("意见"), CellKind::text, 30}};
    source.each = [&reader, kept = std::make_shared<std::vector<YearPlan>>(std::move(plans))](const yanxun::RowSink& sink) {
        for (const YearPlan& plan : *kept) {
            for (const PlanStep& step : plans::steps(reader, plan.id)) {
                const std::vector<Value> cells{ownerName(plan), step.version, word(step.deed), step.who, yanxun::localDay(step.at).ymd(), step.note};
                sink(cells);
            }
        }
    };
    return source;
}

std::string datesInWords(const std::vector<PlanDate>& dates) {
    std::string text;
    for (const PlanDate& date : dates)
        text += (text.empty() ? "" : "、") + tr("{}月{}日", date.planned.month, date.planned.day);
    return text;
}

std::string formWords(const PlanItem& item) { return item.mode.empty() ? words(item.axes) : item.mode; }

std::string yuan(std::int64_t fen) { return fen == 0 ? std::string() : yanxun::cellText(fen, CellKind::hundredths); }

std::int64_t fenOf(const std::string& written) {
    if (yanxun::text::key(written).empty()) return 0;
    yanxun::Cell cell;
    cell.kind = yanxun::Cell::Kind::text;
    cell.text = written;
    const auto fen = yanxun::parseHundredths(cell);
    if (!fen || *fen < 0) throw yanxun::Error(tr("经费“{}”写得不对，应当是以元为单位的数，例如 1500 或 1500.5。", written));
    return *fen;
}

} // namespace drills
