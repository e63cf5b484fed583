#include "core/run/script_service.h"

#include "core/drill_store.h"
#include "core/run/script_store.h"
#include "core/run/script_time.h"

#include <yanxun/error.h>
#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

constexpr std::int64_t aside = 1'000'000; ///< numbers go here while all are given anew

ScriptLine cleaned(ScriptLine line) {
    for (std::string* text : {&line.phase, &line.from, &line.to, &line.method, &line.objective, &line.scene, &line.actor,
                              &line.caption, &line.text, &line.expected, &line.dialogue, &line.narration}) {
        *text = prose(*text);
    }
    requireSound(line);
    return line;
}

Script scriptToJudge(Writer& writer, std::int64_t drill) {
    const auto script = scripts::find(writer, drill);
    if (!script) throw Error(tr("这场演练还没有脚本。"));
    if (script->state == ScriptState::draft) throw Error(tr("脚本还是草稿，请先提交审批。"));
    if (script->state == ScriptState::approved) throw Error(tr("脚本第 {} 版已经批准。", script->version));
    return *script;
}

/// True when following the conditions from `line` comes back to it.
bool goesInCircles(const std::vector<ScriptLine>& lines, std::int64_t start) {
    std::map<std::int64_t, const ScriptLine*> byNumber;
    for (const ScriptLine& line : lines) byNumber[line.no] = &line;
    std::vector<std::int64_t> open{start}, seen;
    while (!open.empty()) {
        const std::int64_t no = open.back();
        open.pop_back();
        const auto found = byNumber.find(no);
        if (found == byNumber.end()) continue;
        for (const Condition& one : found->second->conditions.all) {
            if (one.on == start) return true;
            if (std::find(seen.begin(), seen.end(), one.on) != seen.end()) continue;
            seen.push_back(one.on);
            open.push_back(one.on);
        }
    }
    return false;
}

void requireNoCircle(Writer& writer, std::int64_t drill, std::int64_t no) {
    if (goesInCircles(scripts::lines(writer, drill), no)) {
        throw Error(tr("第 {} 行的前置条件绕了一圈又回到它自己，永远等不到，请改正。", no));
    }
}

} // namespace

void ScriptService::requireChangeable(yanxun::Reader& reader, std::int64_t drill) const {
    const Drill found = store::get(reader, drill);
    if (found.status <= Status::ready || found.status == Status::postponed) return;
    if (found.status == Status::running || found.status == Status::paused) {
        throw Error(tr("演练“{}”{}，脚本不能再改；可以加自由注入，或延迟、跳过某一行。", found.name, word(found.status)));
    }
    throw Error(tr("演练“{}”{}，脚本不能再改。", found.name, word(found.status)));
}

Script ScriptService::changing(Writer& writer, std::int64_t drill) const {
    requireChangeable(writer, drill);
    auto script = scripts::find(writer, drill);
    if (!script) {
        Script made;
        made.drillId = drill;
        made.editedBy = writer.who();
        scripts::add(writer, made);
        return *scripts::find(writer, drill);
    }
    if (script->state == ScriptState::draft && script->editedBy == writer.who()) return *script;
    if (script->state == ScriptState::approved) {
        ++script->version;
        script->approvedBy.clear();
        script->approvedAt.reset();
    }
    script->state = ScriptState::draft;
    script->submittedBy.clear();
    script->submittedAt.reset();
    script->editedBy = writer.who();
    scripts::update(writer, *script);
    return *scripts::find(writer, drill);
}

std::int64_t ScriptService::addLine(Writer& writer, ScriptLine line) const {
    changing(writer, line.drillId);
    if (line.no == 0) line.no = scripts::lastNumber(writer, line.drillId) + 1;
    if (line.no < 0 || line.no >= aside) throw Error(tr("行号应在 1 到 999999 之间。"));
    line = cleaned(std::move(line));
    if (scripts::idOf(writer, line.drillId, line.no)) throw Conflict(tr("脚本里已有第 {} 行，没有重复增加。", line.no));
    line.id = scripts::addLine(writer, line);
    scripts::putConditions(writer, line, line.conditions);
    if (!line.conditions.all.empty()) requireNoCircle(writer, line.drillId, line.no);
    return line.no;
}

void ScriptService::editLine(Writer& writer, ScriptLine line) const {
    line = cleaned(std::move(line));
    const ScriptLine stored = scripts::line(writer, line.drillId, line.no);
    changing(writer, line.drillId);
    if (line.revision != 0 && line.revision != stored.revision) {
        throw Conflict(tr("第 {} 行已被他人修改，请刷新后再改。", line.no));
    }
    line.id = stored.id;
    line.revision = stored.revision;
    scripts::updateLine(writer, line);
    if (scripts::putConditions(writer, line, line.conditions)) requireNoCircle(writer, line.drillId, line.no);
}

void ScriptService::removeLine(Writer& writer, std::int64_t drill, std::int64_t no) const {
    const ScriptLine line = scripts::line(writer, drill, no);
    const auto waiting = scripts::waitingFor(writer, line);
    if (!waiting.empty()) {
        throw Error(tr("第 {} 行以第 {} 行为前置条件，请先改掉那一行的条件再删除。", waiting.front(), no));
    }
    changing(writer, drill);
    scripts::removeLine(writer, line);
}

std::int64_t ScriptService::insertLine(Writer& writer, ScriptLine line, std::int64_t shift) const {
    if (shift < 0) throw Error(tr("顺延的时间不能小于 0。"));
    changing(writer, line.drillId);
    for (ScriptLine& later : scripts::lines(writer, line.drillId)) {
        if (later.offset < line.offset || shift == 0) continue;
        later.offset += shift;
        scripts::updateLine(writer, later);
    }
    return addLine(writer, std::move(line));
}

void ScriptService::shift(Writer& writer, std::int64_t drill, std::int64_t from, std::int64_t seconds) const {
    std::vector<ScriptLine> lines = scripts::lines(writer, drill);
    if (from != 0) {
        const std::int64_t start = scripts::line(writer, drill, from).offset;
        std::erase_if(lines, [&](const ScriptLine& line) { return line.offset < start; });
    }
    if (lines.empty()) throw Error(tr("这场演练的脚本还没有内容，无从顺延。"));
    if (lines.front().offset + seconds < 0) {
        throw Error(tr("最早的一行在 {}，不能再提前 {}。", offsetText(lines.front().offset), deltaText(-seconds).substr(1)));
    }
    changing(writer, drill);
    for (ScriptLine& line : lines) {
        line.offset += seconds;
        scripts::updateLine(writer, line);
    }
}

void ScriptService::renumber(Writer& writer, std::int64_t drill) const {
    std::vector<ScriptLine> lines = scripts::lines(writer, drill);
    bool inOrder = true;
    for (std::size_t i = 0; i < lines.size(); ++i) inOrder = inOrder && lines[i].no == std::int64_t(i) + 1;
    if (inOrder) return;
    changing(writer, drill);
    for (const std::int64_t base : {aside, std::int64_t{0}}) {
        std::int64_t no = base;
        for (ScriptLine& line : lines) {
            line.no = ++no;
            line.revision = scripts::updateLine(writer, line);
        }
    }
}

void ScriptService::setConditions(Writer& writer, std::int64_t drill, std::int64_t no, const Conditions& conditions) const {
    ScriptLine line = scripts::line(writer, drill, no);
    line.conditions = conditions;
    editLine(writer, std::move(line));
}

void ScriptService::setPhases(Writer& writer, std::int64_t drill, const std::vector<std::string>& names) const {
    changing(writer, drill);
    std::vector<std::string> wanted;
    for (const std::string& name : names) {
        const std::string clean = prose(name);
        if (clean.empty()) continue;
        if (std::find(wanted.begin(), wanted.end(), clean) != wanted.end()) throw Error(tr("阶段“{}”写了两遍。", clean));
        wanted.push_back(clean);
    }
    const std::vector<ScriptLine> lines = scripts::lines(writer, drill);
    for (const Phase& phase : scripts::phases(writer, drill)) {
        if (std::find(wanted.begin(), wanted.end(), phase.name) != wanted.end()) continue;
        const bool used = std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.phase == phase.name; });
        if (used) throw Error(tr("阶段“{}”还有脚本行在用，不能去掉。", phase.name));
        scripts::removePhase(writer, phase);
    }
    for (const std::string& name : wanted) scripts::phaseOf(writer, drill, name);
    for (Phase phase : scripts::phases(writer, drill)) {
        phase.no = std::find(wanted.begin(), wanted.end(), phase.name) - wanted.begin() + 1;
        scripts::updatePhase(writer, phase);
    }
}

void ScriptService::setScenarioStart(Writer& writer, std::int64_t drill, std::optional<std::int64_t> start) const {
    if (start && (*start < 0 || *start >= 24 * 3600)) throw Error(tr("情景开始时刻应在 00:00 到 23:59 之间。"));
    Script script = changing(writer, drill);
    script.scenarioStart = start;
    scripts::update(writer, script);
}

void ScriptService::submit(Writer& writer, std::int64_t drill) const {
    requireChangeable(writer, drill);
    auto script = scripts::find(writer, drill);
    if (!script || scripts::lineCount(writer, drill) == 0) throw Error(tr("脚本还没有内容，不能提交审批。"));
    if (script->state == ScriptState::submitted) throw Error(tr("脚本已经提交，正在等待审批。"));
    if (script->state == ScriptState::approved) throw Error(tr("脚本第 {} 版已经批准，没有改动，不用再提交。", script->version));
    script->state = ScriptState::submitted;
    script->submittedBy = writer.who();
    script->submittedAt = writer.at();
    script->remark.clear();
    scripts::update(writer, *script);
}

void ScriptService::approve(Writer& writer, std::int64_t drill) const {
    Script script = scriptToJudge(writer, drill);
    if (writer.who() == script.submittedBy || writer.who() == script.editedBy) {
        throw Error(tr("脚本由“{}”编写或提交，不能由本人批准，请换一位负责人审批。", writer.who()));
    }
    script.state = ScriptState::approved;
    script.approvedBy = writer.who();
    script.approvedAt = writer.at();
    scripts::update(writer, script);
    const std::vector<ScriptLine> lines = scripts::lines(writer, drill);
    const std::string body = scriptText(lines);
    scripts::addEdition(writer, drill, {script.version, script.approvedBy, yanxun::text::sha256(body), body, writer.at(),
                                        std::int64_t(lines.size())});
}

void ScriptService::giveBack(Writer& writer, std::int64_t drill, const std::string& reason) const {
    Script script = scriptToJudge(writer, drill);
    if (yanxun::text::key(reason).empty()) throw Error(tr("退回脚本要写明理由。"));
    script.state = ScriptState::draft;
    script.remark = prose(reason);
    scripts::update(writer, script);
}

void ScriptService::copy(Writer& writer, std::int64_t from, std::int64_t to) const {
    const auto source = scripts::find(writer, from);
    if (!source) return;
    if (scripts::lineCount(writer, to) != 0) throw Error(tr("目标演练已有脚本，没有覆盖。"));
    std::vector<std::string> names;
    for (const Phase& phase : scripts::phases(writer, from)) names.push_back(phase.name);
    setPhases(writer, to, names);
    setScenarioStart(writer, to, source->scenarioStart);
    std::vector<ScriptLine> lines = scripts::lines(writer, from);
    // What the run brought was never planned.
    std::erase_if(lines, [](const ScriptLine& line) { return line.kind == LineKind::free; });
    for (ScriptLine& line : lines) {
        line.drillId = to;
        line.id = scripts::addLine(writer, line);
    }
    for (const ScriptLine& line : lines) scripts::putConditions(writer, line, line.conditions);
}

} // namespace drills
