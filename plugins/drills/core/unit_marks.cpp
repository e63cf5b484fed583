#include "core/unit_marks.h"

#include "core/unit_mark_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using yanxun::Value;

/// 1/100 per cent; nothing where nothing was asked for.
Value share(std::int64_t part, std::int64_t whole) {
    return whole == 0 ? Value() : Value((part * 10'000 * 2 + whole) / (2 * whole));
}

int list(const DutyService& service, yanxun::VerbCall& call) {
    const yanxun::Date today = call.clock->today();
    const int year = int(call.integer("year", today.year));
    call.database->read([&](yanxun::Reader& reader) {
        const auto all = unitMarks(reader, service, year, today);
        yanxun::RowSource source;
        source.columns = {{"unit", tr("单位"), CellKind::text, 28},
                          {"mark", tr("年度得分"), CellKind::hundredths, 8},
                          {"drills", tr("已评演练"), CellKind::integer, 8},
                          {"duties_rate", tr("达标率（%）"), CellKind::hundredths, 8},
                          {"plans_rate", tr("预案覆盖率（%）"), CellKind::hundredths, 8},
                          {"closed_rate", tr("整改按期闭环率（%）"), CellKind::hundredths, 8},
                          {"vetoes", tr("一票否决"), CellKind::integer, 6}};
        source.each = [&](const yanxun::RowSink& sink) {
            for (const UnitMark& one : all) {
                const std::vector<Value> cells{one.unitName,
                                               one.mark,
                                               one.drills,
                                               share(one.done, one.due),
                                               share(one.plansDrilled, one.plans),
                                               share(one.closedInTime, one.findings),
                                               one.vetoes};
                sink(cells);
            }
        };
        call.output->table("units", source);
    });
    return 0;
}

} // namespace

std::vector<UnitMark> unitMarks(yanxun::Reader& reader, const DutyService& service, int year, yanxun::Date today) {
    std::vector<UnitMark> all = marks::of(reader, year);
    std::map<std::int64_t, UnitMark*> byUnit;
    for (UnitMark& one : all) byUnit[one.unitId] = &one;
    for (const Duty& duty : service.compute(reader, year, today)) {
        const auto found = byUnit.find(duty.unitId);
        if (found == byUnit.end()) continue;
        const bool done = duty.status == DutyStatus::done || duty.status == DutyStatus::papersMissing;
        found->second->done += done ? 1 : 0;
        found->second->due += done || duty.status == DutyStatus::overdue ? 1 : 0;
    }
    return all;
}

yanxun::Verb unitMarksVerb(const DutyService& service) {
    yanxun::Verb verb;
    verb.id = "drills.unit-marks";
    verb.title = tr("各单位年度得分，与达标率、覆盖率、闭环率、否决次数并列");
    verb.parameters = {{"year", tr("年度，不填为今年"), false, false, false}};
    verb.run = [&service](yanxun::VerbCall& call) { return list(service, call); };
    return verb;
}

} // namespace drills
