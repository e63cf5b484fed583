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
        call.output->table("units", unitMarkRows(unitMarks(reader, service, year, today)));
    });
    return 0;
}

} // namespace

std::vector<UnitMark> unitMarks(yanxun::Reader& reader, const DutyService& service, int year, yanxun::Date today) {
    std::vector<UnitMark> all = marks::of(reader, year);
    std::map<std::int64_t, UnitMark*> byUnit;
    for (UnitMark& one : all) byUnit[one.unitId] = &one;
    const auto duties = service.known(reader, year, today);
    for (const Duty& duty : *duties) {
        const auto found = byUnit.find(duty.unitId);
        if (found == byUnit.end()) continue;
        const bool done = duty.status == DutyStatus::done || duty.status == DutyStatus::papersMissing;
        found->second->done += done ? 1 : 0;
        found->second->due += done || duty.status == DutyStatus::overdue ? 1 : 0;
    }
    return all;
}

yanxun::RowSource unitMarkRows(std::vector<UnitMark> marks) {
    yanxun::RowSource source;
    source.columns = {{"unit", tr("单位"), CellKind::text, 28},
                      {"mark", tr("年度得分"), CellKind::hundredths, 8},
                      {"drills", tr("已评演练"), CellKind::integer, 8},
                      {"duties_rate", tr("达标率（%）"), CellKind::hundredths, 8},
                      {"plans_rate", tr("预案覆盖率（%）"), CellKind::hundredths, 8},
                      {"closed_rate", tr("整改按期闭环率（%）"), CellKind::hundredths, 8},
                      {"repeats", tr("复发问题"), CellKind::integer, 6},
                      {"vetoes", tr("一票否决"), CellKind::integer, 6}};
    source.each = [marks = std::move(marks)](const yanxun::RowSink& sink) {
        for (const UnitMark& one : marks) {
            const std::vector<Value> cells{one.unitName,
                                           one.mark,
                                           one.drills,
                                           share(one.done, one.due),
                                           share(one.plansDrilled, one.plans),
                                           share(one.closedInTime, one.findings),
                                           one.repeats,
                                           one.vetoes};
            sink(cells);
        }
    };
    return source;
}

yanxun::TableKind unitMarksExport(const DutyService& service, const yanxun::Clock& clock) {
    yanxun::TableKind kind;
    kind.id = "drills.unit_marks";
    kind.title = tr("各单位演练年度得分");
    kind.rows = [&service, &clock](yanxun::Reader& reader, int year) {
        const yanxun::Date today = clock.today();
        return unitMarkRows(unitMarks(reader, service, year == 0 ? today.year : year, today));
    };
    return kind;
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
