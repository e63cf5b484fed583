#include "core/figures.h"

#include "core/activity_links.h"
#include "core/item_store.h"
#include "core/statistics_store.h"
#include "core/stocktake.h"

#include <yanxun/argument.h>
#include <yanxun/text.h>

#include <algorithm>

namespace materials {
namespace {

using yanxun::Date;
using yanxun::FigureKind;
using yanxun::FigurePoint;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Task;
using yanxun::tr;

constexpr auto documentsPage = "materials.documents", stockPage = "materials.stock";

Period aYearBefore(const Period& period) {
    const auto back = [](Date day) {
        --day.year;
        day.day = std::min(day.day, yanxun::daysInMonth(day.year, day.month));
        return day;
    };
    return {back(period.first), back(period.last)};
}

std::string yearArgument(const Period& period) {
    DocumentFilter filter;
    filter.type = DocumentType::issue;
    if (period.first.year == period.last.year) filter.year = period.first.year;
    return argumentOf(filter);
}

FigureResult issuedResult(Reader& reader, const Period& period) {
    FigureResult result;
    result.value = statistics::issued(reader, period);
    const Period before = aYearBefore(period);
    if (statistics::hasIssues(reader, before)) result.previous = statistics::issued(reader, before);
    const auto low = statistics::low(reader).size();
    result.note = tr("库存预警 {} 种", low);
    result.noteTone = low > 0 ? yanxun::Tone::bad : yanxun::Tone::good;
    return result;
}

FigureKind issuedFigure() {
    FigureKind kind;
    kind.id = "materials.issued";
    kind.title = tr("发放宣传品");
    kind.unit = tr("份");
    kind.order = 30;
    kind.icon = "box";
    kind.compute = issuedResult;
    kind.rows = [](Reader& reader, const Period& period, const std::string&) { return issueRows(reader, period, false, 0); };
    kind.page = documentsPage;
    kind.pageArgument = [](const Period& period, const std::string&) { return yearArgument(period); };
    return kind;
}

FigureKind monthFigure() {
    FigureKind kind;
    kind.id = "materials.issued_by_month";
    kind.title = tr("各月发放宣传品");
    kind.unit = tr("份");
    kind.shape = yanxun::FigureShape::months;
    kind.order = 131;
    kind.icon = "box";
    kind.compute = [](Reader& reader, const Period& period) {
        FigureResult result;
        const auto months = statistics::issuedByMonth(reader, period);
        for (int year = period.first.year, month = period.first.month; year * 100 + month <= period.last.ym();
             month == 12 ? (++year, month = 1) : ++month) {
            const auto found = months.find(year * 100 + month);
            const bool oneYear = period.first.year == period.last.year;
            const std::int64_t value = found == months.end() ? 0 : found->second;
            result.series.push_back({std::to_string(year * 100 + month), oneYear ? tr("{}月", month) : tr("{}年{}月", year, month), value});
            result.value += value;
        }
        return result;
    };
    kind.rows = [](Reader& reader, const Period& period, const std::string& key) {
        Period part = period;
        if (!key.empty()) {
            const int ym = std::atoi(key.c_str()), year = ym / 100, month = std::clamp(ym % 100, 1, 12);
            part.first = std::max(part.first, Date{year, month, 1});
            part.last = std::min(part.last, Date{year, month, yanxun::daysInMonth(year, month)});
        }
        return issueRows(reader, part, false, 0);
    };
    kind.page = documentsPage;
    kind.pageArgument = [](const Period& period, const std::string& key) {
        return key.empty() ? yearArgument(period) : "ym=" + key + "&type=" + idOf(DocumentType::issue);
    };
    return kind;
}

FigureKind closingFigure() {
    FigureKind kind;
    kind.id = "materials.closing";
    kind.title = tr("宣传品期末库存");
    kind.unit = tr("份");
    kind.shape = yanxun::FigureShape::bars;
    kind.order = 130;
    kind.icon = "box";
    kind.compute = [](Reader& reader, const Period& period) {
        FigureResult result;
        for (const auto& totals : statistics::totals(reader, period)) {
            result.series.push_back({totals.item.name, totals.item.name, totals.closing});
            result.value += totals.closing;
        }
        return result;
    };
    kind.rows = [](Reader& reader, const Period& period, const std::string& key) {
        if (key.empty()) return totalRows(reader, period);
        const auto item = items::findByName(reader, key);
        return flowRows(reader, period, item ? item->id : -1, 0);
    };
    kind.page = stockPage;
    kind.pageArgument = [](const Period&, const std::string& key) {
        std::string argument;
        if (!key.empty()) yanxun::addPart(argument, "name", key);
        return argument;
    };
    return kind;
}

std::vector<Task> lowTasks(Reader& reader, std::size_t limit) {
    std::vector<Task> all;
    for (const auto& low : statistics::low(reader)) {
        if (all.size() == limit) break;
        Task task;
        task.title = tr("“{}”低于最低库存", low.item.name);
        task.detail = tr("余 {}，最低 {}", shownQuantity(low.onHand, low.item.baseUnit), shownQuantity(low.item.minimum, low.item.baseUnit));
        task.tone = low.onHand == 0 ? yanxun::Tone::bad : yanxun::Tone::warning;
        task.argument = "item=" + std::to_string(low.item.id);
        all.push_back(std::move(task));
    }
    return all;
}

std::vector<Task> linkTasks(Reader& reader, std::size_t limit) {
    std::vector<Task> all;
    for (const Link& link : links::inState(reader, LinkState::offered, limit)) {
        Task task;
        task.title = tr("确认活动：{}", link.written);
        task.detail = tr("发放单 {}，{}；同名活动在 {}", link.number, link.day.iso(), link.activityDay ? link.activityDay->iso() : std::string());
        task.argument = "id=" + std::to_string(link.documentId);
        all.push_back(std::move(task));
    }
    return all;
}

} // namespace

std::vector<FigureKind> figures() {
    std::vector<FigureKind> all;
    all.push_back(issuedFigure());
    all.push_back(closingFigure());
    all.push_back(monthFigure());
    return all;
}

std::vector<yanxun::TaskKind> tasks() {
    yanxun::TaskKind low{"materials.low_stock", tr("宣传品库存不足"), stockPage, {}, {}};
    low.count = [](Reader& reader, Date) { return std::int64_t(statistics::low(reader).size()); };
    low.first = [](Reader& reader, Date, std::size_t limit) { return lowTasks(reader, limit); };
    yanxun::TaskKind link{"materials.unsure_links", tr("发放单待确认活动"), documentsPage, {}, {}};
    link.count = [](Reader& reader, Date) { return links::count(reader, LinkState::offered); };
    link.first = [](Reader& reader, Date, std::size_t limit) { return linkTasks(reader, limit); };
    return {std::move(low), std::move(link)};
}

yanxun::CalendarKind stocktakeCalendar() {
    yanxun::CalendarKind kind;
    kind.id = "materials.calendar";
    kind.title = tr("盘点");
    kind.page = "materials.stocktake";
    kind.entries = [](Reader& reader, const Period& period, const std::function<void(const yanxun::CalendarEntry&)>& put) {
        for (const Stocktake& one : stocktakes::all(reader, 1000)) {
            const Date day = yanxun::localDay(one.begunAt);
            if (day < period.first || day > period.last) continue;
            const auto tone = one.state == StocktakeState::posted ? yanxun::Tone::good : yanxun::Tone::warning;
            yanxun::CalendarEntry entry{day, day, tr("盘点：{}", one.locationName), word(one.state), tone,
                                        "id=" + std::to_string(one.id)};
            entry.uid = one.uid;
            entry.place = one.locationName;
            entry.cancelled = one.state == StocktakeState::cancelled;
            put(entry); // it has begun: that day is a fact and stays
        }
    };
    return kind;
}

} // namespace materials
