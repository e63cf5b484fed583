#pragma once
#include <yanxun/report/report.h>

namespace yanxun::testing {

/// A report with a bit of everything, whose one table has so many rows.
inline Report sample(int rows) {
    Report report;
    report.kind = "drills.annual";
    report.title = "年度应急演练统计表 <甲 & 乙>";
    report.issuer = "示例区应急管理局";
    report.scope = "已结束的演练，不含练习。";
    report.period = Period::year(2021);
    report.madeAt = *parseInstant("2021-12-31T10:00:00");
    report.fields = {{"held", "演练场次", 529, CellKind::integer, "场"}, {"score", "平均分", nullptr, CellKind::hundredths, "分"}};
    ReportSection section{"list", "明细", {"全年演练 529 场。"}, {}, {}, {{"drills", "name", "people"}}, {}};
    ReportTable table{"drills", "演练明细", {}, {{"people", "", 3, CellKind::integer, ""}}};
    table.rows.columns = {{"name", "演练名称", CellKind::text}, {"day", "日期", CellKind::date},
                          {"score", "得分", CellKind::hundredths}, {"people", "参演人数", CellKind::integer}};
    table.rows.each = [rows](const RowSink& sink) {
        for (int i = 0; i < rows; ++i) {
            const Value cells[] = {"“引号”与\n换行 <" + std::to_string(i) + ">", 20210503, i % 2 ? Value(8530) : Value(), 3 + i};
            sink(cells);
        }
    };
    section.tables.push_back(std::move(table));
    report.sections.push_back(std::move(section));
    return report;
}

} // namespace yanxun::testing
