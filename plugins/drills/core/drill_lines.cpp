#include "core/drill_lines.h"

#include <yanxun/text.h>

namespace drills {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;

std::string shownKey(const std::string& key) { return key.empty() ? tr("未填写") : key; }

yanxun::RowSource drillRows(yanxun::Reader& reader, const StatisticScope& scope, const Vocabulary& words) {
    yanxun::RowSource source;
    source.columns = {{"serial", tr("序号"), CellKind::integer, 6},
                      {"name", tr("演练名称"), CellKind::text, 32},
                      {"region", tr("所属乡镇（街道）"), CellKind::text, 14},
                      {"unit", tr("组织单位"), CellKind::text, 24},
                      {"date", tr("演练时间"), CellKind::date, 12},
                      {"hazard", tr("灾种"), CellKind::text, 12},
                      {"mode", tr("形式"), CellKind::text, 8},
                      {"participants", tr("参演人数"), CellKind::integer, 10},
                      {"watchers", tr("观摩人数"), CellKind::integer, 10},
                      {"score", tr("评估得分"), CellKind::hundredths, 10},
                      {"grade", tr("等级"), CellKind::text, 6},
                      {"findings", tr("问题数"), CellKind::integer, 8},
                      {"closed", tr("已整改"), CellKind::integer, 8}};
    source.each = [&reader, scope, &words](const yanxun::RowSink& sink) {
        std::int64_t serial = 0;
        statistics::lines(reader, scope, [&](const DrillLine& line) {
            std::string grade = line.panelGrade;
            if (grade.empty() && line.score) grade = words.grade(*line.score);
            const std::vector<Value> cells{++serial,          line.name,    line.regionName, line.unitName,
                                           line.heldYmd,      line.hazard,  line.modeWord,   line.participants,
                                           line.watchers,     line.score,   grade,           line.findings,
                                           line.closedFindings};
            sink(cells);
        });
    };
    return source;
}

} // namespace drills
