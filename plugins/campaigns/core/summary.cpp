#include "core/figures.h"
#include "core/post_store.h"
#include "core/report_parts.h"
#include "core/statistics_store.h"
#include "core/term_store.h"

#include <yanxun/text.h>

namespace campaigns {
namespace {

using yanxun::CellKind;
using yanxun::Period;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Value;

struct Line {
    std::string name;
    std::int64_t held = 0, before = 0, attendance = 0;
};

std::vector<Line> linesOf(Reader& reader, const Period& period, const Terms& terms) {
    const auto now = statistics::groups(reader, period, GroupBy::category);
    const auto before = statistics::groups(reader, aYearBefore(period), GroupBy::category);
    const auto in = [](const std::vector<Group>& groups, std::int64_t id) {
        for (const Group& group : groups) {
            if (group.key == std::to_string(id)) return group;
        }
        return Group{};
    };
    std::vector<Line> lines;
    const auto put = [&](std::int64_t id, const std::string& name, bool always) {
        const Group mine = in(now, id);
        const Line line{name, mine.held, in(before, id).held, mine.attendance};
        if (always || line.held > 0 || line.before > 0) lines.push_back(line);
    };
    for (const Term& term : terms.all()) {
        if (term.kind == TermKind::category) put(term.id, term.name, term.active);
    }
    put(0, tr("未填写类别"), false);
    return lines;
}

std::string byCategory(const std::vector<Line>& lines) {
    std::vector<std::string> parts;
    for (const Line& line : lines) {
        if (line.held > 0) parts.push_back(tr("{} {} 次", line.name, line.held));
    }
    return joined(parts);
}

yanxun::ReportTable tableOf(const std::vector<Line>& lines, const Group& sum, const Group& before) {
    yanxun::ReportTable table;
    table.id = "by_category";
    table.title = tr("现场宣传（按类别）");
    table.rows.columns = {{"category", tr("类别"), CellKind::text, 12}, {"held", tr("场次"), CellKind::integer, 10}};
    if (before.held > 0) table.rows.columns.push_back({"before", tr("上年场次"), CellKind::integer, 10});
    table.rows.columns.push_back({"attendance", tr("受教育人次"), CellKind::integer, 12});
    table.rows.each = [lines, before](const yanxun::RowSink& sink) {
        for (const Line& line : lines) {
            std::vector<Value> cells{line.name, line.held};
            if (before.held > 0) cells.push_back(line.before);
            cells.push_back(line.attendance);
            sink(cells);
        }
    };
    table.totals = {numberField("held", tr("合计"), sum.held, {}), numberField("attendance", tr("合计"), sum.attendance, {})};
    if (before.held > 0) table.totals.insert(table.totals.begin() + 1, numberField("before", tr("合计"), before.held, {}));
    return table;
}

yanxun::ReportSection make(Reader& reader, const Period& period) {
    const Terms terms = term_store::all(reader);
    const Term* const video = terms.coded(TermKind::channel, "video");
    const std::int64_t videos = video ? post_store::count(reader, period, video->id) : 0;
    const Group sum = statistics::totals(reader, period), before = statistics::totals(reader, aYearBefore(period));
    yanxun::ReportSection section;
    section.id = "campaigns";
    section.title = tr("宣传教育");
    if (videos == 0 && sum.held == 0) return section;
    const std::vector<Line> lines = linesOf(reader, period, terms);
    section.sentences.push_back(tr("制作发布微视频 {} 条；开展现场宣传 {} 次，受教育 {} 人次。", videos, sum.held, sum.attendance));
    if (sum.held > 0) section.sentences.push_back(tr("其中：{}。", byCategory(lines)));
    section.fields = {numberField("videos", tr("微视频"), videos, tr("条")),
                      numberField("activities", tr("现场宣传"), sum.held, tr("次")),
                      numberField("attendance", tr("受教育人次"), sum.attendance, tr("人次"))};
    if (before.held > 0) section.fields.push_back(numberField("activities_before", tr("上年现场宣传"), before.held, tr("次")));
    if (sum.held > 0) section.tables.push_back(tableOf(lines, sum, before));
    return section;
}

} // namespace

yanxun::SummaryKind summarySection() {
    yanxun::SummaryKind kind;
    kind.id = "campaigns.summary";
    kind.title = tr("宣传教育");
    kind.order = 10;
    kind.make = make;
    return kind;
}

} // namespace campaigns
