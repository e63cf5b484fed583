#include "core/drill_service.h"

#include "core/design/design_store.h"
#include "core/design/drill_rules.h"
#include "core/drill_store.h"
#include "core/duty_record_store.h"
#include "core/evaluation_store.h"
#include "core/finding_store.h"
#include "core/improve/action_store.h"

#include <yanxun/text.h>

#include <algorithm>
#include <array>

namespace drills {
namespace {

using yanxun::Conflict;
using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

void requireComplete(const DrillDraft& draft) {
    if (yanxun::text::key(draft.name).empty()) throw Error(tr("请填写演练名称。"));
    if (yanxun::text::key(draft.unitName).empty()) throw Error(tr("请填写组织单位。"));
    if (!draft.heldOn.valid()) throw Error(tr("请填写演练日期，例如 2021-05-12。"));
    if (draft.participants && *draft.participants < 0) throw Error(tr("参演人数不能小于 0。"));
    if (draft.watchers && *draft.watchers < 0) throw Error(tr("观摩人数不能小于 0。"));
    if (draft.ledgerScore && (*draft.ledgerScore < 0 || *draft.ledgerScore > 10000)) {
        throw Error(tr("评估得分应在 0 到 100 之间。"));
    }
}

void requireOpen(const Drill& drill) {
    if (isFinal(drill.status)) throw Error(tr("演练“{}”{}，不能再修改。", drill.name, word(drill.status)));
}

/// What of the record itself differs, in words: facts that are locked once the drill took place.
std::string changedFacts(const Drill& before, const Drill& after) {
    std::string what;
    const auto told = [&](bool differs, const std::string& name) {
        if (differs) what += (what.empty() ? "" : "、") + name;
    };
    told(before.name != after.name, tr("演练名称"));
    told(before.unitId != after.unitId, tr("组织单位"));
    told(before.regionName != after.regionName, tr("乡镇街道"));
    told(before.heldOn != after.heldOn, tr("演练时间"));
    told(before.hazardWord != after.hazardWord, tr("灾种"));
    told(before.modeWord != after.modeWord, tr("形式"));
    told(!(before.axes == after.axes), tr("分类"));
    told(before.watchers != after.watchers, tr("观摩人数"));
    told(before.ledgerScore != after.ledgerScore, tr("台账得分"));
    told(before.isPractice != after.isPractice, tr("练习"));
    return what;
}

/// The hours of a drill that is put off stay as they are.
void shiftPlannedTimes(Writer& writer, std::int64_t drill, std::int64_t days) {
    DrillDesign design = design::of(writer, drill);
    if (days == 0 || !design.plannedStart) return;
    const yanxun::Millis by = days * 24 * 3600 * 1000;
    *design.plannedStart += by;
    if (design.plannedEnd) *design.plannedEnd += by;
    design::put(writer, design);
}

yanxun::Date todayOf(const Writer& writer) { return yanxun::localDay(writer.at()); }

/// «无» says that there was no problem.
bool saysNothing(const std::string& problem) {
    static constexpr std::array nothing{"", "无", "无问题", "没有", "未发现问题", "/", "-", "—"};
    const std::string given = yanxun::text::loose(problem);
    return std::any_of(nothing.begin(), nothing.end(), [&](const char* word) { return given == word; });
}

std::optional<Finding> ledgerFinding(std::int64_t drill, const std::string& problem, const std::string& rectification) {
    if (saysNothing(problem) && saysNothing(rectification)) return std::nullopt;
    Finding finding;
    finding.drillId = drill;
    finding.source = FindingSource::ledger;
    finding.description = saysNothing(problem) ? tr("（台账未写明问题）") : yanxun::text::key(problem);
    finding.stateWord = yanxun::text::key(rectification);
    finding.state = rectificationOf(rectification);
    return finding;
}

void requireDescription(const Finding& finding) {
    if (yanxun::text::key(finding.description).empty()) throw Error(tr("请写明存在的问题。"));
}

} // namespace

std::int64_t DrillService::add(Writer& writer, const DrillDraft& draft, bool allowDouble) {
    Drill drill;
    fill(writer, drill, draft);
    const bool over = draft.source == Source::imported || drill.heldOn <= todayOf(writer);
    drill.status = over ? Status::ended : Status::draft;
    drill.source = draft.source;
    if (!allowDouble) {
        if (store::findByKey(writer, drill.name, drill.unitId, drill.heldOn)) {
            throw Conflict(tr("{} 在 {} 已有演练“{}”，没有重复保存。", drill.unitName, drill.heldOn.iso(), drill.name));
        }
    }
    drill.participants = draft.participants.value_or(0);
    drill.participantsEstimated = draft.participantsEstimated;
    drill.id = store::add(writer, drill);
    if (draft.participants) putParticipants(writer, drill, *draft.participants, draft.participantsEstimated);
    if (const auto finding = ledgerFinding(drill.id, draft.problem, draft.rectification)) findings::add(writer, *finding);
    std::string found = draft.problem;
    if (draft.source == Source::entered) found += '\n' + number(writer, drill);
    store::index(writer, drill, found);
    return drill.id;
}

std::int64_t DrillService::edit(Writer& writer, std::int64_t id, std::int64_t revision, const DrillDraft& draft) {
    Drill drill = store::get(writer, id);
    requireOpen(drill);
    if (drill.revision != revision) throw Conflict(tr("这场演练已被他人修改，请重新打开后再改。"));
    const Drill before = drill;
    fill(writer, drill, draft);
    if (drill.heldOn != before.heldOn && tookPlace(drill.status) && drill.heldOn > todayOf(writer)) {
        throw Error(tr("演练“{}”{}，日期不能晚于今天。", drill.name, word(drill.status)));
    }
    const auto counted = draft.participants.value_or(before.participants);
    const bool recounted = counted != before.participants || draft.participantsEstimated != before.participantsEstimated;
    std::string facts = changedFacts(before, drill);
    if (recounted) facts += (facts.empty() ? "" : "、") + tr("参演人数");
    if (!facts.empty() && factsAreLocked(drill.status)) {
        requireFacts(drill, draft.correction);
        logCorrection(writer, drill, facts, draft.correction);
    }
    store::update(writer, drill);
    if (!tookPlace(drill.status)) shiftPlannedTimes(writer, id, drill.heldOn.days() - before.heldOn.days());
    if (before.unitId != drill.unitId) changeHost(writer, drill, before.unitId);
    if (recounted) putParticipants(writer, drill, counted, draft.participantsEstimated);
    indexAgain(writer, id);
    return store::get(writer, id).revision;
}

void DrillService::remove(Writer& writer, std::int64_t id, std::int64_t revision) {
    // The revision is checked before participation changes the drill's copy.
    if (store::get(writer, id).revision != revision) throw Conflict(tr("这场演练已被他人修改，请重新打开后再删除。"));
    records_.removeAll(writer, {drillKind, id});
    store::unindex(writer, id);
    store::remove(writer, id, store::get(writer, id).revision);
}

void DrillService::setParticipants(Writer& writer, std::int64_t id, std::int64_t counted, bool estimated,
                                   const std::string& correction) {
    if (counted < 0) throw Error(tr("参演人数不能小于 0。"));
    const Drill drill = store::get(writer, id);
    requireFacts(drill, correction);
    if (factsAreLocked(drill.status)) logCorrection(writer, drill, tr("参演人数"), correction);
    putParticipants(writer, drill, counted, estimated);
}

void DrillService::keepReported(Writer& writer, std::int64_t id, std::int64_t reported, bool estimated) {
    std::optional<Drill> drill = store::find(writer, id);
    if (!drill) return;
    if (drill->participants == reported && drill->participantsEstimated == estimated) return;
    drill->participants = reported;
    drill->participantsEstimated = estimated;
    store::update(writer, *drill);
}

std::int64_t DrillService::addFinding(Writer& writer, Finding finding) {
    requireDescription(finding);
    requireOpen(store::get(writer, finding.drillId));
    if (finding.source == FindingSource::ledger) finding.source = FindingSource::entered;
    if (!finding.itemNo.empty() && finding.sheetId.empty()) {
        if (const auto evaluation = evaluations::find(writer, finding.drillId)) finding.sheetId = evaluation->sheetId;
    }
    const std::int64_t id = findings::add(writer, finding);
    indexAgain(writer, finding.drillId);
    return id;
}

std::int64_t DrillService::editFinding(Writer& writer, const Finding& finding) {
    requireDescription(finding);
    const std::int64_t revision = findings::update(writer, finding);
    indexAgain(writer, finding.drillId);
    return revision;
}

void DrillService::closeFinding(Writer& writer, std::int64_t id, std::int64_t revision) {
    Finding finding = findings::get(writer, id);
    if (finding.state == Rectification::closed) throw Error(tr("这条问题已经整改完成。"));
    if (actions::openOfFinding(writer, id) > 0) {
        throw Error(tr("这条问题还有整改措施没有销号。请先复查销号，问题会随之关闭。"));
    }
    finding.revision = revision;
    finding.state = Rectification::closed;
    finding.stateWord = word(Rectification::closed);
    finding.closed = todayOf(writer);
    findings::update(writer, finding);
}

void DrillService::removeFinding(Writer& writer, std::int64_t id, std::int64_t revision) {
    Finding finding = findings::get(writer, id);
    finding.revision = revision;
    findings::remove(writer, finding);
    indexAgain(writer, finding.drillId);
}

void DrillService::putLedgerFinding(Writer& writer, std::int64_t drill, const std::string& problem,
                                    const std::string& rectification) {
    std::optional<Finding> wanted = ledgerFinding(drill, problem, rectification);
    for (const Finding& finding : findings::of(writer, drill)) {
        if (finding.source != FindingSource::ledger) continue;
        if (!wanted) {
            findings::remove(writer, finding);
            return indexAgain(writer, drill);
        }
        Finding kept = finding;
        kept.description = wanted->description;
        kept.state = wanted->state;
        kept.stateWord = wanted->stateWord;
        findings::update(writer, kept);
        return indexAgain(writer, drill);
    }
    if (!wanted) return;
    findings::add(writer, *wanted);
    indexAgain(writer, drill);
}

std::vector<std::int64_t> DrillService::moveUnit(Writer& writer, std::int64_t from, const directory::UnitRef& to) {
    std::vector<std::int64_t> ids = store::ofUnit(writer, from);
    moveUnitBack(writer, ids, to);
    for (const std::int64_t moved : duties::moveUnit(writer, from, to.id)) ids.push_back(moved);
    return ids;
}

void DrillService::moveUnitBack(Writer& writer, const std::vector<std::int64_t>& drills, const directory::UnitRef& back) {
    duties::moveUnitBack(writer, drills, back.id);
    for (const std::int64_t id : drills) {
        std::optional<Drill> drill = store::find(writer, id);
        if (!drill) continue;
        // The name stays as it was on the day; only the reference moves.
        drill->unitId = back.id;
        store::update(writer, *drill);
    }
}

void DrillService::logCorrection(Writer& writer, const Drill& drill, const std::string& what, const std::string& reason) {
    Correction correction;
    correction.drillId = drill.id;
    correction.what = what;
    correction.reason = yanxun::text::key(reason);
    correction.who = writer.who();
    correction.at = writer.at();
    design::add(writer, correction);
}

std::string DrillService::number(Writer& writer, const Drill& drill) {
    const std::string prefix = "YL-" + std::to_string(drill.heldOn.year) + "-" + words_.code(drill.hazard);
    return design::issueNumber(writer, drill.id, prefix);
}

DrillDraft DrillService::draftOf(const Drill& drill) {
    DrillDraft draft;
    draft.name = drill.name;
    draft.unitName = drill.unitName;
    draft.regionName = drill.regionName;
    draft.heldOn = drill.heldOn;
    draft.hazard = drill.hazardWord;
    draft.mode = drill.modeWord;
    draft.axes = drill.axes;
    draft.participants = drill.participants;
    draft.participantsEstimated = drill.participantsEstimated;
    draft.watchers = drill.watchers;
    draft.ledgerScore = drill.ledgerScore;
    draft.isPractice = drill.isPractice;
    draft.summary = drill.summary;
    return draft;
}

void DrillService::fill(Writer& writer, Drill& drill, const DrillDraft& draft) {
    requireComplete(draft);
    if (drill.unitId == 0 || yanxun::text::key(draft.unitName) != yanxun::text::key(drill.unitName)) {
        const directory::UnitRef unit = unitOf(writer, draft);
        drill.unitId = unit.id;
        drill.unitName = unit.name;
        drill.regionCode = unit.regionCode;
        drill.regionName = unit.regionName;
    }
    const std::string region = yanxun::text::key(draft.regionName);
    // A new drill without a township takes its unit's; of a stored one the person cleared it.
    if (region != drill.regionName && (!region.empty() || drill.id != 0)) {
        drill.regionName = region;
        drill.regionCode = region.empty() ? std::string() : units_.regionCode(writer, region);
    }
    drill.name = yanxun::text::key(draft.name);
    drill.heldOn = draft.heldOn;
    drill.hazardWord = yanxun::text::key(draft.hazard);
    drill.hazard = words_.hazard(draft.hazard);
    drill.modeWord = yanxun::text::key(draft.mode);
    drill.axes = draft.axes ? *draft.axes : words_.axes(draft.mode);
    drill.watchers = draft.watchers;
    drill.ledgerScore = draft.ledgerScore;
    drill.isPractice = draft.isPractice;
    drill.summary = draft.summary;
}

directory::UnitRef DrillService::unitOf(Writer& writer, const DrillDraft& draft) {
    const std::string name = yanxun::text::key(draft.unitName);
    if (auto known = units_.find(writer, name)) return *known;
    if (draft.createUnit) return units_.create(writer, {name, yanxun::text::key(draft.regionName), draft.source == Source::imported ? "drills.ledger" : "drills.add"});
    std::string alike;
    for (const auto& match : units_.candidates(writer, name, 3)) alike += (alike.empty() ? "" : "、") + match.unit.name;
    if (alike.empty()) throw Error(tr("单位名录中没有“{}”，请先登记该单位，或选择新建。", name));
    throw Error(tr("单位名录中没有“{}”，是否是：{}？请改正，或选择新建。", name, alike));
}

void DrillService::putParticipants(Writer& writer, const Drill& drill, std::int64_t counted, bool estimated) {
    const participation::Subject subject{drillKind, drill.id};
    std::int64_t others = 0;
    for (const auto& entry : records_.of(writer, subject)) {
        if (entry.unitId != drill.unitId || entry.audience != drillAudience) others += entry.reported();
    }
    if (counted < others) throw Error(tr("其他参演单位已登记 {} 人，总人数不能少于它。", others));
    participation::Entry entry;
    entry.unitId = drill.unitId;
    entry.unitName = drill.unitName;
    entry.audience = drillAudience;
    entry.counted = counted - others;
    entry.estimated = estimated;
    records_.put(writer, subject, entry);
}

void DrillService::changeHost(Writer& writer, const Drill& drill, std::int64_t formerUnit) {
    const participation::Subject subject{drillKind, drill.id};
    std::vector<std::pair<participation::Entry, std::vector<participation::Named>>> kept;
    for (auto& entry : records_.of(writer, subject)) {
        auto names = records_.names(writer, entry.id);
        if (entry.unitId == formerUnit) {
            entry.unitId = drill.unitId;
            entry.unitName = drill.unitName;
        }
        kept.emplace_back(std::move(entry), std::move(names));
    }
    records_.removeAll(writer, subject);
    for (const auto& [entry, names] : kept) {
        const std::int64_t id = records_.put(writer, subject, entry);
        if (!names.empty()) records_.putNames(writer, id, names);
    }
}

void DrillService::indexAgain(Writer& writer, std::int64_t id) {
    std::string problems;
    for (const Finding& finding : findings::of(writer, id)) problems += finding.description + '\n';
    problems += design::of(writer, id).number;
    store::index(writer, store::get(writer, id), problems);
}

} // namespace drills
