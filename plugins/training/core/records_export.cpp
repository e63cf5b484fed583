#include "core/records_export.h"

#include "core/certificate_store.h"
#include "core/class_store.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;

Value ymdOf(const std::optional<yanxun::Date>& day) { return day ? Value(day->ymd()) : Value(); }

yanxun::Period yearOf(int year) {
    return year == 0 ? yanxun::Period{{1900, 1, 1}, {2200, 12, 31}} : yanxun::Period::year(year);
}

/// «约16» can be read back as an estimate.
Value headcount(const TrainingClass& one) {
    if (one.attendedEstimated) return tr("约{}", one.attended);
    return one.attended;
}

} // namespace

yanxun::TableKind classesExport() {
    yanxun::TableKind kind;
    kind.id = "training.class_list";
    kind.title = tr("安全培训记录");
    kind.rows = [](yanxun::Reader& reader, int year) {
        yanxun::RowSource source;
        source.columns = {
            {"number", tr("期号"), CellKind::text, 10},       {"name", tr("培训名称"), CellKind::text, 28},
            {"kind", tr("培训类别"), CellKind::text, 8},      {"form", tr("形式"), CellKind::text, 8},
            {"host", tr("主办单位"), CellKind::text, 24},     {"date", tr("培训时间"), CellKind::date, 12},
            {"ends", tr("结束时间"), CellKind::date, 12},     {"hours", tr("学时"), CellKind::hundredths, 6},
            {"invited", tr("应到"), CellKind::integer, 6},    {"attended", tr("实到"), CellKind::text, 6},
            {"passed", tr("合格"), CellKind::integer, 6},     {"teacher", tr("授课人"), CellKind::text, 10},
            {"place", tr("地点"), CellKind::text, 14},        {"exam_form", tr("考核方式"), CellKind::text, 8},
            {"archive_no", tr("档案号"), CellKind::text, 10}, {"note", tr("备注"), CellKind::text, 20},
            {"status", tr("状态"), CellKind::text, 8},        {"source", tr("来源"), CellKind::text, 6}};
        source.each = [&reader, year](const yanxun::RowSink& sink) {
            store::each(reader, yearOf(year), [&](const TrainingClass& one) {
                // In 学时 of 45 minutes, as the ledger is read.
                const Value hours = one.minutes ? Value(hoursOf(*one.minutes, 45)) : Value();
                const std::string form = one.modeWord.empty() ? word(one.mode) : one.modeWord;
                const std::vector<Value> cells{one.number,       one.name,           one.kind,         form,
                                               one.unitName,     one.startsOn.ymd(), one.endsOn.ymd(), hours,
                                               one.invited,      headcount(one),     one.passed,       one.teacher,
                                               one.place,        one.examForm,       one.archiveNo,    one.note,
                                               word(one.status), word(one.source)};
                sink(cells);
            });
        };
        return source;
    };
    return kind;
}

yanxun::TableKind certificatesExport(const Rules& rules) {
    yanxun::TableKind kind;
    kind.id = "training.certificate_list";
    kind.title = tr("证书台账");
    kind.rows = [&rules](yanxun::Reader& reader, int year) {
        yanxun::RowSource source;
        source.columns = {
            {"person", tr("姓名"), CellKind::text, 8},          {"unit", tr("单位"), CellKind::text, 24},
            {"type", tr("证书类型"), CellKind::text, 18},       {"operation", tr("准操项目"), CellKind::text, 14},
            {"number", tr("证号"), CellKind::code, 20},         {"issuer", tr("发证机关"), CellKind::text, 16},
            {"issued", tr("发证日期"), CellKind::date, 10},     {"valid_to", tr("有效期至"), CellKind::date, 10},
            {"review_due", tr("复审日期"), CellKind::date, 10}, {"scan", tr("扫描件文件名"), CellKind::text, 16},
            {"note", tr("备注"), CellKind::text, 16},           {"replaced", tr("已换证"), CellKind::text, 6}};
        source.each = [&reader, &rules, year](const yanxun::RowSink& sink) {
            certificates::each(reader, year, [&](const Certificate& one) {
                const std::vector<Value> cells{one.personName,
                                               one.unitName,
                                               rules.titleOf(one.type),
                                               one.operation,
                                               one.number,
                                               one.issuer,
                                               one.issuedOn.ymd(),
                                               ymdOf(one.validUntil),
                                               ymdOf(one.reviewDue),
                                               one.scan,
                                               one.note,
                                               one.replaced ? tr("是") : std::string()};
                sink(cells);
            });
        };
        return source;
    };
    return kind;
}

} // namespace training
