#include "core/design/design_service.h"

#include "core/design/design_store.h"
#include "core/design/drill_rules.h"
#include "core/drill_store.h"
#include "core/duty_record_store.h"

#include <yanxun/text.h>

#include <algorithm>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

std::string required(const std::string& text, const std::string& sentence) {
    std::string kept = yanxun::text::key(text);
    if (kept.empty()) throw Error(sentence);
    return kept;
}

/// Inserts the record, or changes the one that `same` knows it by.
template <class Record, class Same>
void putRow(Writer& writer, Record record, const Same& same) {
    for (const Record& stored : design::rows<Record>(writer, record.drillId)) {
        if (!same(stored)) continue;
        record.id = stored.id;
        record.revision = stored.revision;
        return design::update(writer, record);
    }
    design::add(writer, record);
}

template <class Record, class Same>
Record rowOf(Writer& writer, std::int64_t drill, const std::string& what, const Same& same) {
    for (const Record& stored : design::rows<Record>(writer, drill)) {
        if (same(stored)) return stored;
    }
    throw yanxun::NotFound(tr("这场演练没有{}，请刷新后再试。", what));
}

} // namespace

Drill DesignService::designed(Writer& writer, std::int64_t drill, const std::string& what, const std::string& why) const {
    const Drill found = store::get(writer, drill);
    requireDesign(found, why);
    if (!designIsOpen(found.status)) DrillService::logCorrection(writer, found, what, why);
    return found;
}

Drill DesignService::conducted(Writer& writer, std::int64_t drill, const std::string& what, const std::string& why) const {
    const Drill found = store::get(writer, drill);
    requireConduct(found, why);
    if (!conductIsOpen(found.status)) DrillService::logCorrection(writer, found, what, why);
    return found;
}

void DesignService::put(Writer& writer, const DrillDesign& wanted, const std::string& why) const {
    requireSound(wanted);
    const DrillDesign stored = design::of(writer, wanted.drillId);
    DrillDesign kept = wanted;
    kept.submittedBy = stored.submittedBy;
    kept.noResult = stored.noResult;
    const Drill drill = store::get(writer, wanted.drillId);
    // Money is settled after the day; all else is part of what was.
    const auto facts = [](const DrillDesign& d) {
        return std::tuple(d.script, d.level, d.partnership, d.daytime, d.venue, d.weather, d.plannedStart, d.plannedEnd,
                          d.actualStart, d.actualEnd, d.expectedPeople);
    };
    const bool timesTyped = kept.actualStart != stored.actualStart || kept.actualEnd != stored.actualEnd;
    if (timesTyped && !factsAreLocked(drill.status)) throw Error(tr("实际起止时间由“开始”“结束”自动记录；演练结束后可以写明原因更正。"));
    if (kept.plannedStart && kept.plannedStart != stored.plannedStart && designIsOpen(drill.status) &&
        yanxun::localDay(*kept.plannedStart) != drill.heldOn) {
        throw Error(tr("计划开始时间应在演练日期 {} 当天；要改日期，请先改“演练时间”。", drill.heldOn.iso()));
    }
    if (isFinal(drill.status)) requireFacts(drill);
    if (facts(kept) != facts(stored)) {
        requireFacts(drill, why);
        if (factsAreLocked(drill.status)) DrillService::logCorrection(writer, drill, tr("演练安排"), why);
    }
    design::put(writer, kept);
    for (const Daytime daytime : {Daytime::day, Daytime::night}) {
        const bool on = kept.daytime == daytime, was = stored.daytime == daytime;
        if (on != was) duties::mark(writer, drill.id, word(daytime), on);
    }
}

void DesignService::putObjective(Writer& writer, Objective objective, const std::string& why) const {
    objective.text = required(objective.text, tr("请写明演练目标。"));
    const Drill drill = designed(writer, objective.drillId, tr("演练目标"), why);
    const auto all = design::rows<Objective>(writer, drill.id);
    if (objective.no <= 0) objective.no = all.empty() ? 1 : all.back().no + 1;
    for (const Objective& stored : all) {
        if (stored.no != objective.no) continue;
        objective.achieved = stored.achieved;
        objective.note = stored.note;
    }
    putRow(writer, objective, [&](const Objective& stored) { return stored.no == objective.no; });
}

void DesignService::removeObjective(Writer& writer, std::int64_t drill, std::int64_t no, const std::string& why) const {
    designed(writer, drill, tr("演练目标"), why);
    design::remove(writer, rowOf<Objective>(writer, drill, tr("第 {} 条目标", no), [&](const Objective& o) { return o.no == no; }));
}

void DesignService::judgeObjective(Writer& writer, std::int64_t drill, std::int64_t no, Achieved achieved, const std::string& note) const {
    const Drill found = store::get(writer, drill);
    if (!tookPlace(found.status) || isFinal(found.status)) {
        throw Error(tr("演练“{}”现在是“{}”，已结束、未归档时才能评定目标是否达成。", found.name, word(found.status)));
    }
    Objective objective = rowOf<Objective>(writer, drill, tr("第 {} 条目标", no), [&](const Objective& o) { return o.no == no; });
    objective.achieved = achieved;
    objective.note = yanxun::text::key(note);
    design::update(writer, objective);
}

void DesignService::testPlan(Writer& writer, std::int64_t drill, std::int64_t plan, const std::string& clauses, const std::string& why) const {
    designed(writer, drill, tr("检验预案"), why);
    duties_.link(writer, drill, plan, true);
    for (auto& tested : links::plans(writer, drill)) {
        if (tested.plan.id != plan) continue;
        tested.clauses = yanxun::text::key(clauses);
        if (tested.edition.empty()) tested.edition = tested.plan.edition;
        links::putClauses(writer, tested);
    }
}

void DesignService::forgetPlan(Writer& writer, std::int64_t drill, std::int64_t plan, const std::string& why) const {
    designed(writer, drill, tr("检验预案"), why);
    duties_.link(writer, drill, plan, false);
}

void DesignService::putUnit(Writer& writer, const links::TakingUnit& unit, const std::string& why) const {
    for (const auto& number : {unit.people, unit.vehicles}) {
        if (number && *number < 0) throw Error(tr("人数和车辆数不能小于 0。"));
    }
    designed(writer, unit.drillId, tr("参演单位"), why);
    duties_.putUnit(writer, unit.drillId, unit.unitName, unit.role);
    const std::int64_t id = duties_.unitOf(writer, unit.unitName).id;
    for (auto& stored : links::units(writer, unit.drillId)) {
        if (stored.unitId != id) continue;
        stored.people = unit.people;
        stored.vehicles = unit.vehicles;
        stored.leader = yanxun::text::key(unit.leader);
        links::putDetail(writer, stored);
    }
}

void DesignService::removeUnit(Writer& writer, std::int64_t drill, const std::string& unit, const std::string& why) const {
    designed(writer, drill, tr("参演单位"), why);
    duties_.removeUnit(writer, drill, unit);
}

void DesignService::putPost(Writer& writer, Post post, const std::string& why) const {
    post.role = required(post.role, tr("请写明岗位，例如 总指挥、安全员。"));
    post.person = yanxun::text::key(post.person);
    designed(writer, post.drillId, tr("岗位"), why);
    const auto same = [&](const Post& stored) { return stored.role == post.role && stored.person == post.person; };
    for (const Post& stored : design::rows<Post>(writer, post.drillId)) {
        if (same(stored)) post.confirmedAt = stored.confirmedAt;
    }
    putRow(writer, post, same);
}

void DesignService::removePost(Writer& writer, std::int64_t drill, const std::string& role, const std::string& person, const std::string& why) const {
    designed(writer, drill, tr("岗位"), why);
    design::remove(writer, rowOf<Post>(writer, drill, tr("岗位“{} {}”", role, person),
                                       [&](const Post& p) { return p.role == role && p.person == person; }));
}

void DesignService::confirmPost(Writer& writer, std::int64_t drill, const std::string& role, const std::string& person, bool confirmed) const {
    const Drill found = store::get(writer, drill);
    if (factsAreLocked(found.status)) throw Error(tr("演练“{}”{}，不能再登记到岗确认。", found.name, word(found.status)));
    Post post = rowOf<Post>(writer, drill, tr("岗位“{} {}”", role, person),
                            [&](const Post& p) { return p.role == role && p.person == person; });
    if (confirmed && post.person.empty()) throw Error(tr("岗位“{}”还没有落实到人，不能确认。", role));
    post.confirmedAt = confirmed ? std::optional(writer.at()) : std::nullopt;
    design::update(writer, post);
}

} // namespace drills
