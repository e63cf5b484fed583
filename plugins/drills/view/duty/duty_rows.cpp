#include "view/duty/duty_rows.h"

#include "core/duty_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::CellKind;
using yanxun::tr;
using namespace yanxun::ui;

yanxun::Tone toneOf(DutyStatus status) {
    switch (status) {
    case DutyStatus::overdue:
        return yanxun::Tone::bad;
    case DutyStatus::dueSoon:
        return yanxun::Tone::warning;
    case DutyStatus::papersMissing:
    case DutyStatus::done:
        return yanxun::Tone::good;
    case DutyStatus::planned:
        return yanxun::Tone::accent;
    default:
        return yanxun::Tone::neutral;
    }
}

DutyOrder orderOf(const std::string& column) {
    if (column == "unit") return DutyOrder::unit;
    if (column == "region") return DutyOrder::region;
    if (column == "status") return DutyOrder::status;
    return column == "rule" ? DutyOrder::rule : DutyOrder::due;
}

std::string remark(const Duty& duty) {
    std::string text = duty.reason;
    if (!duty.part.empty()) text = duty.part + (text.empty() ? "" : "：" + text);
    if (duty.offsets > 1) text += (text.empty() ? "" : "；") + tr("本次演练抵扣 {} 项", duty.offsets);
    return text;
}

std::vector<RecordCell> cellsOf(const Duty& duty) {
    if (duty.id == 0) return std::vector<RecordCell>(dutyListColumns().size());
    const bool counted = duty.status != DutyStatus::unconfirmed && duty.status != DutyStatus::exempt;
    return {{duty.unitName},
            {duty.regionName},
            {duty.isLocal ? tr("{}（地方）", duty.ruleTitle) : duty.ruleTitle},
            {duty.span.label},
            {duty.span.days.last.iso()},
            {word(duty.status), toneOf(duty.status)},
            {counted ? tr("{}/{}", duty.done, duty.need) : "—"},
            {remark(duty)}};
}

} // namespace

std::vector<RecordColumn> dutyListColumns() {
    return {{"unit", tr("单位"), CellKind::text, 0, true, false},
            {"region", tr("乡镇（街道）"), CellKind::text, 100, true, false},
            {"rule", tr("规则"), CellKind::text, 250, true, false},
            {"window", tr("时段"), CellKind::text, 84, false, false},
            {"due", tr("截止"), CellKind::date, 92, true, false},
            {"status", tr("状态"), CellKind::text, 128, true, true},
            {"done", tr("已演/应演"), CellKind::text, 78, false, false},
            {"reason", tr("说明"), CellKind::text, 170, false, false}};
}

RecordSource dutyListSource(const DutyFilter& filter) {
    RecordSource source;
    source.ids = [filter](yanxun::Reader& reader, const RecordQuery& query) {
        auto found = duties::ids(reader, filter, orderOf(query.sort), query.ascending, query.limit);
        return RecordIds{std::move(found.ids), found.total};
    };
    source.rows = [](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        for (const Duty& duty : duties::get(reader, ids))
            rows.push_back(cellsOf(duty));
        return rows;
    };
    return source;
}

} // namespace drills
