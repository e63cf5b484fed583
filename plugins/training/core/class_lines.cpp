#include "core/class_lines.h"

#include "core/class_store.h"

#include <yanxun/text.h>

namespace training {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;

bool isMeant(const TrainingClass& one, const ClassScope& scope) {
    if (!isCounted(one.status)) return false;
    if (scope.mode == Mode::online && one.mode != Mode::online) return false;
    if (scope.mode == Mode::offline && one.mode == Mode::online) return false;
    return scope.ym == 0 || one.startsOn.ym() == scope.ym;
}

/// «2021-05-03», «2021-05-03 至 2021-05-05»
std::string daysOf(const TrainingClass& one) {
    if (one.endsOn == one.startsOn) return one.startsOn.iso();
    return tr("{} 至 {}", one.startsOn.iso(), one.endsOn.iso());
}

} // namespace

yanxun::RowSource classRows(yanxun::Reader& reader, const ClassScope& scope, const ArchiveService& archiveService) {
    yanxun::RowSource source;
    source.columns = {{"serial", tr("序号"), CellKind::integer, 6},
                      {"number", tr("期号"), CellKind::text, 10},
                      {"name", tr("培训名称"), CellKind::text, 28},
                      {"kind", tr("类别"), CellKind::text, 8},
                      {"mode", tr("形式"), CellKind::text, 6},
                      {"host", tr("主办单位"), CellKind::text, 24},
                      {"days", tr("时间"), CellKind::text, 12},
                      {"place", tr("地点"), CellKind::text, 14},
                      {"teacher", tr("授课人"), CellKind::text, 10},
                      {"hours", tr("学时"), CellKind::hundredths, 6},
                      {"invited", tr("应到"), CellKind::integer, 6},
                      {"attended", tr("实到"), CellKind::integer, 6},
                      {"attended_share", tr("到课率（%）"), CellKind::hundredths, 8},
                      {"exam_form", tr("考核方式"), CellKind::text, 8},
                      {"passed", tr("合格人数"), CellKind::integer, 8},
                      {"passed_share", tr("合格率（%）"), CellKind::hundredths, 8},
                      {"archive_no", tr("档案号"), CellKind::text, 10},
                      {"missing", tr("缺件"), CellKind::text, 24}};
    source.each = [&reader, scope, &archiveService](const yanxun::RowSink& sink) {
        const auto filed = archives::ofClasses(reader, scope.period);
        const auto attendance = archives::classesWithAttendance(reader, scope.period);
        std::int64_t serial = 0;
        store::each(reader, scope.period, [&](const TrainingClass& one) {
            if (!isMeant(one, scope)) return;
            const auto parts = filed.find(one.id);
            const std::string missing = archiveService.missing(
                one, parts == filed.end() ? std::vector<std::string>{} : parts->second, attendance.contains(one.id));
            const Value hours = one.minutes ? Value(hoursOf(*one.minutes, one.minutesPerHour)) : Value();
            const std::string mode = one.modeWord.empty() ? word(one.mode) : one.modeWord;
            const std::vector<Value> cells{++serial,
                                           one.number,
                                           one.name,
                                           one.kind,
                                           mode,
                                           one.unitName,
                                           daysOf(one),
                                           one.place,
                                           one.teacher,
                                           hours,
                                           one.invited,
                                           one.attended,
                                           shareOf(one.attended, one.invited),
                                           one.examForm,
                                           one.passed,
                                           shareOf(one.passed, one.attended),
                                           one.archiveNo,
                                           missing};
            sink(cells);
        });
    };
    return source;
}

} // namespace training
