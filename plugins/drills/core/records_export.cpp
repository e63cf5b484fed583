#include "core/records_export.h"

#include "core/drill_store.h"
#include "core/finding_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;

std::string joined(const std::vector<Finding>& findings, std::string (*say)(const Finding&)) {
    std::string all;
    for (const Finding& finding : findings) all += (all.empty() ? "" : "；") + say(finding);
    return all;
}

std::string stateOf(const Finding& finding) {
    return finding.stateWord.empty() ? word(finding.state) : finding.stateWord;
}

/// «约16» can be read back as an estimate.
Value headcount(const Drill& drill) {
    if (!drill.participantsEstimated) return drill.participants;
    return tr("约{}", drill.participants);
}

std::vector<yanxun::Column> columns() {
    return {{"serial", tr("序号"), CellKind::integer, 6},
            {"name", tr("演练名称"), CellKind::text, 32},
            {"region_name", tr("所属乡镇（街道）"), CellKind::text, 14},
            {"unit", tr("组织单位"), CellKind::text, 24},
            {"date", tr("演练时间"), CellKind::date, 12},
            {"hazard", tr("灾种"), CellKind::text, 12},
            {"form", tr("形式"), CellKind::text, 8},
            {"participants", tr("参演人数"), CellKind::text, 10},
            {"watchers", tr("观摩人数"), CellKind::integer, 10},
            {"score", tr("评估得分"), CellKind::hundredths, 10},
            {"problem", tr("存在问题"), CellKind::text, 24},
            {"rectified", tr("整改情况"), CellKind::text, 10},
            {"panel_score", tr("评估表总分"), CellKind::hundredths, 10},
            {"grade", tr("等级"), CellKind::text, 6},
            {"axes", tr("分类"), CellKind::text, 16},
            {"status", tr("状态"), CellKind::text, 8},
            {"practice", tr("练习"), CellKind::text, 6},
            {"source", tr("来源"), CellKind::text, 6}};
}

} // namespace

yanxun::TableKind recordsExport() {
    yanxun::TableKind kind;
    kind.id = "drills.records";
    kind.title = tr("应急演练记录");
    kind.rows = [](yanxun::Reader& reader, int year) {
        yanxun::RowSource source;
        source.columns = columns();
        source.each = [&reader, year](const yanxun::RowSink& sink) {
            std::int64_t serial = 0;
            store::each(reader, year, [&](const Drill& drill) {
                const auto findings =
                    drill.findings == 0 ? std::vector<Finding>{} : findings::of(reader, drill.id);
                const std::vector<Value> cells{++serial,
                                               drill.name,
                                               drill.regionName,
                                               drill.unitName,
                                               drill.heldOn.ymd(),
                                               drill.hazardWord,
                                               drill.modeWord,
                                               headcount(drill),
                                               drill.watchers,
                                               drill.ledgerScore,
                                               joined(findings, [](const Finding& f) { return f.description; }),
                                               joined(findings, stateOf),
                                               drill.panelScore,
                                               drill.panelGrade,
                                               words(drill.axes),
                                               word(drill.status),
                                               drill.isPractice ? tr("是") : std::string(),
                                               word(drill.source)};
                sink(cells);
            });
        };
        return source;
    };
    return kind;
}

} // namespace drills
