#include "core/training_figures.h"

#include "core/class_filter.h"
#include "core/class_lines.h"
#include "core/statistics_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace training {
namespace {

using statistics::Totals;
using yanxun::Date;
using yanxun::FigureKind;
using yanxun::FigurePoint;
using yanxun::FigureResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;

Period aYearBefore(const Period& period) { return {addMonths(period.first, -12), addMonths(period.last, -12)}; }

ClassFilter filterOf(const Period& period, Mode mode) {
    ClassFilter filter;
    if (period == Period::year(period.first.year)) {
        filter.year = period.first.year;
    } else {
        filter.period = period;
    }
    filter.mode = mode;
    filter.countedOnly = true;
    return filter;
}

struct Face {
    const char* id;
    std::string title, unit;
    int order;
    Mode mode;
};

FigureKind figure(const Face& face, const ArchiveService& archives) {
    FigureKind kind;
    kind.id = face.id;
    kind.title = face.title;
    kind.unit = face.unit;
    kind.order = face.order;
    kind.icon = "training";
    kind.page = "training.page";
    kind.pageArgument = [mode = face.mode](const Period& period, const std::string& key) {
        ClassFilter filter = filterOf(period, mode);
        if (!key.empty()) {
            filter.year = 0;
            filter.ym = std::atoll(key.c_str());
        }
        return argumentOf(filter);
    };
    kind.rows = [mode = face.mode, &archives](Reader& reader, const Period& period, const std::string& key) {
        return classRows(reader, {period, mode, key.empty() ? 0 : std::atoll(key.c_str())}, archives);
    };
    return kind;
}

using Note = std::string (*)(const Totals&);

FigureKind total(const Face& face, const ArchiveService& archives, std::int64_t Totals::*number, Note note) {
    FigureKind kind = figure(face, archives);
    kind.compute = [number, note](Reader& reader, const Period& period) {
        const Totals sum = statistics::totals(reader, period),
                     before = statistics::totals(reader, aYearBefore(period));
        FigureResult result;
        result.value = sum.*number;
        if (before.classes > 0) result.previous = before.*number;
        if (sum.classes > 0) result.note = note(sum);
        return result;
    };
    return kind;
}

/// Every month of the period, those without a class too: a gap is something to see.
FigureResult months(Reader& reader, const Period& period) {
    const auto held = statistics::months(reader, period);
    FigureResult result;
    for (Date first{period.first.year, period.first.month, 1}; first <= period.last; first = addMonths(first, 1)) {
        const auto found =
            std::find_if(held.begin(), held.end(), [&](const auto& month) { return month.ym == first.ym(); });
        const std::int64_t classes = found == held.end() ? 0 : found->classes;
        const bool oneYear = period.first.year == period.last.year;
        result.series.push_back({std::to_string(first.ym()),
                                 oneYear ? tr("{}月", first.month) : tr("{}年{}月", first.year, first.month),
                                 classes});
        result.value += classes;
    }
    return result;
}

} // namespace

std::vector<FigureKind> figures(const ArchiveService& archives) {
    std::vector<FigureKind> all;
    all.push_back(total({"training.offline", tr("宣讲培训"), tr("次"), 40, Mode::offline}, archives, &Totals::offline,
                        [](const Totals& sum) {
                            const std::string people = tr("参加 {} 人次", yanxun::text::grouped(sum.offlineAttended));
                            return sum.mixed == 0 ? people : tr("{}，含混合 {} 次", people, sum.mixed);
                        }));
    all.push_back(total({"training.online", tr("网络视频培训"), tr("次"), 41, Mode::online}, archives,
                        &Totals::online, [](const Totals& sum) {
                            return tr("参加 {} 人次", yanxun::text::grouped(sum.attended - sum.offlineAttended));
                        }));
    all.push_back(total({"training.attended", tr("参加培训"), tr("人次"), 100, Mode::unknown}, archives,
                        &Totals::attended, [](const Totals& sum) { return tr("{} 期培训", sum.classes); }));
    FigureKind byMonth = figure({"training.by_month", tr("各月培训期数"), tr("期"), 101, Mode::unknown}, archives);
    byMonth.shape = yanxun::FigureShape::months;
    byMonth.legend = tr("培训");
    byMonth.compute = months;
    all.push_back(std::move(byMonth));
    return all;
}

yanxun::SummaryKind summary(const ArchiveService& archives) {
    yanxun::SummaryKind kind;
    kind.id = "training.summary";
    kind.title = tr("教育培训");
    kind.order = 30;
    kind.make = [&archives](Reader& reader, const Period& period) {
        yanxun::ReportSection section;
        section.id = "training";
        section.title = tr("教育培训");
        std::vector<FigureResult> results;
        std::vector<FigureKind> kinds = figures(archives);
        for (const FigureKind& one : kinds)
            results.push_back(one.compute(reader, period));
        if (results.back().value == 0 && !results.front().previous) return section;
        section.sentences.push_back(tr("举办宣讲培训 {} 次，网络视频培训 {} 次，参加 {} 人次。", results[0].value,
                                       results[1].value, results[2].value));
        if (results[0].previous) {
            section.sentences.push_back(tr("上年宣讲培训 {} 次，网络视频培训 {} 次，参加 {} 人次。",
                                           *results[0].previous, *results[1].previous, *results[2].previous));
        }
        for (std::size_t i = 0; i < 3; ++i) {
            std::string id = kinds[i].id;
            id.replace(id.find('.'), 1, "_");
            section.fields.push_back(
                {id, kinds[i].title, results[i].value, yanxun::CellKind::integer, kinds[i].unit});
        }
        yanxun::ReportTable table;
        table.id = "training_by_month";
        table.title = tr("各月培训");
        table.rows.columns = {{"month", tr("月份"), yanxun::CellKind::month, 10},
                              {"classes", tr("期数"), yanxun::CellKind::integer, 8},
                              {"attended", tr("参加人次"), yanxun::CellKind::integer, 10}};
        table.rows.each = [&reader, period](const yanxun::RowSink& sink) {
            for (const auto& month : statistics::months(reader, period)) {
                const std::vector<yanxun::Value> cells{month.ym, month.classes, month.attended};
                sink(cells);
            }
        };
        table.totals = {{"classes", tr("合计"), results[3].value, yanxun::CellKind::integer, {}},
                        {"attended", tr("合计"), results[2].value, yanxun::CellKind::integer, {}}};
        section.tables.push_back(std::move(table));
        section.charts = {{"training_by_month", "month", "classes"}};
        return section;
    };
    return kind;
}

} // namespace training
