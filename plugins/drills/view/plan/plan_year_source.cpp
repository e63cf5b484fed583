#include "view/plan/plan_year_source.h"

#include "core/plan/plan_item_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::Tone;
using yanxun::tr;
using namespace yanxun::ui;

constexpr int months = 12, monthWidth = 43; // DIP

/// What needs a person first decides the colour of a month.
int urgency(Tone tone) {
    switch (tone) {
    case Tone::bad: return 4;
    case Tone::warning: return 3;
    case Tone::accent: return 2;
    case Tone::good: return 1;
    default: return 0;
    }
}

RecordCell monthCell(const std::vector<const PlanDate*>& dates, yanxun::Date today) {
    RecordCell cell;
    if (dates.empty()) return cell;
    cell.text = std::to_string(dates.front()->day.day);
    if (dates.size() > 1) cell.text += "+" + std::to_string(dates.size() - 1);
    for (const PlanDate* date : dates)
        if (const Tone tone = toneOf(*date, today); urgency(tone) > urgency(cell.tone)) cell.tone = tone;
    return cell;
}

} // namespace

std::vector<RecordColumn> planYearColumns() {
    std::vector<RecordColumn> columns{{"name", tr("计划项"), CellKind::text, 0, false, false}};
    for (int month = 1; month <= months; ++month)
        columns.push_back({"m" + std::to_string(month), tr("{}月", month), CellKind::text, monthWidth, false, true});
    return columns;
}

RecordSource planYearSource(std::int64_t plan, yanxun::Date today) {
    RecordSource source;
    source.ids = [plan](yanxun::Reader& reader, const RecordQuery&) {
        RecordIds found;
        if (plan == 0) return found;
        for (const PlanItem& item : plans::items(reader, plan)) found.ids.push_back(item.id);
        found.total = std::int64_t(found.ids.size());
        return found;
    };
    source.rows = [plan, today](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        std::map<std::int64_t, PlanItem> items;
        for (PlanItem& item : plans::items(reader, plan)) items.emplace(item.id, std::move(item));
        std::vector<std::vector<RecordCell>> rows;
        for (const std::int64_t id : ids) {
            std::vector<RecordCell> cells(months + 1);
            const auto item = items.find(id);
            if (item != items.end()) cells[0].text = item->second.what.name;
            auto dates = plans::dates(reader, plan, id);
            std::sort(dates.begin(), dates.end(), [](const PlanDate& a, const PlanDate& b) { return a.day < b.day; });
            for (int month = 1; month <= months; ++month) {
                std::vector<const PlanDate*> inMonth;
                for (const PlanDate& date : dates)
                    if (date.day.month == month) inMonth.push_back(&date);
                cells[std::size_t(month)] = monthCell(inMonth, today);
            }
            rows.push_back(std::move(cells));
        }
        return rows;
    };
    return source;
}

} // namespace drills
