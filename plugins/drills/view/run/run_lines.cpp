#include "view/run/run_lines.h"

#include "core/run/run_store.h"
#include "core/run/script_time.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::tr;
using yanxun::Tone;
using namespace yanxun::ui;

Tone toneOf(LineState state) {
    switch (state) {
    case LineState::sent: return Tone::accent;
    case LineState::acknowledged:
    case LineState::responded: return Tone::warning;
    case LineState::completed: return Tone::good;
    default: return Tone::neutral;
    }
}

std::vector<RecordCell> cellsOf(const Run& run, const RunLine& line, yanxun::Millis now) {
    const DeedRecord* done = line.find(Deed::sent);
    if (!done) done = line.find(Deed::completed);
    const LineState state = run.stateOf(line);
    const std::string blocked = state == LineState::waiting ? run.blocked(line, now) : std::string();
    std::string status = word(state);
    if (!blocked.empty()) status = tr("等条件");
    else if (state == LineState::waiting && line.line.kind == LineKind::contingency) status = tr("备用");
    std::string text = line.line.text;
    if (!blocked.empty()) text += tr("（{}）", blocked);
    std::string to = line.line.to;
    if (to.empty()) to = line.line.actor;
    return {{std::to_string(line.line.no), Tone::neutral},
            {offsetText(line.due()), Tone::neutral},
            {text, Tone::neutral},
            {to, Tone::neutral},
            {status, blocked.empty() ? toneOf(state) : Tone::neutral},
            {done ? yanxun::isoInstant(done->at).substr(11, 8) : std::string(), Tone::neutral},
            {done ? deltaText(done->elapsedMs / 1000 - line.due()) : std::string(), Tone::neutral}};
}

} // namespace

std::vector<RecordColumn> runColumns() {
    using yanxun::CellKind;
    return {{"no", tr("序号"), CellKind::text, 44, false, false},     {"due", tr("时间"), CellKind::text, 90, false, false},
            {"text", tr("事件内容"), CellKind::text, 0, false, false}, {"to", tr("接收方"), CellKind::text, 88, false, false},
            {"state", tr("状态"), CellKind::text, 76, false, true},   {"at", tr("实际"), CellKind::text, 70, false, false},
            {"delta", tr("偏差"), CellKind::text, 76, false, false}};
}

RecordSource runSource(const yanxun::Clock& clock, std::int64_t drill) {
    RecordSource source;
    source.ids = [drill](yanxun::Reader& reader, const RecordQuery&) {
        RecordIds ids;
        if (drill == 0) return ids;
        for (const RunLine& line : runs::load(reader, drill).lines) ids.ids.push_back(line.line.id);
        ids.total = std::int64_t(ids.ids.size());
        return ids;
    };
    source.rows = [drill, &clock](yanxun::Reader& reader, std::span<const std::int64_t> ids) {
        std::vector<std::vector<RecordCell>> rows;
        const Run run = runs::load(reader, drill);
        for (const std::int64_t id : ids) {
            rows.emplace_back();
            for (const RunLine& line : run.lines) {
                if (line.line.id == id) rows.back() = cellsOf(run, line, clock.now());
            }
        }
        return rows;
    };
    return source;
}

} // namespace drills
