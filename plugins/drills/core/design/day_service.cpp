#include "core/design/design_service.h"

#include "core/design/design_store.h"
#include "core/design/drill_rules.h"
#include "core/design/record_parts.h"
#include "core/drill_store.h"

#include <yanxun/text.h>

namespace drills {
namespace {

using yanxun::Error;
using yanxun::tr;
using yanxun::Writer;

template <class Record, class Same>
std::optional<Record> known(Writer& writer, std::int64_t drill, const Same& same) {
    for (const Record& stored : design::rows<Record>(writer, drill)) {
        if (same(stored)) return stored;
    }
    return std::nullopt;
}

Drill beforeStart(Writer& writer, std::int64_t drill, const std::string& what) {
    const Drill found = store::get(writer, drill);
    if (!designIsOpen(found.status)) throw Error(tr("演练“{}”{}，不能再修改{}。", found.name, word(found.status), what));
    return found;
}

CheckItem checkOf(Writer& writer, std::int64_t drill, const std::string& text) {
    if (auto item = known<CheckItem>(writer, drill, [&](const CheckItem& c) { return c.text == text; })) return *item;
    throw yanxun::NotFound(tr("检查单里没有“{}”，请刷新后再试。", text));
}

Notification noticeOf(Writer& writer, std::int64_t drill, const std::string& toWhom) {
    if (auto notice = known<Notification>(writer, drill, [&](const Notification& n) { return n.toWhom == toWhom; })) return *notice;
    throw yanxun::NotFound(tr("没有给“{}”的通知，请刷新后再试。", toWhom));
}

} // namespace

void DesignService::putCheck(Writer& writer, CheckItem item) const {
    item.text = yanxun::text::key(item.text);
    if (item.text.empty()) throw Error(tr("请写明检查项。"));
    beforeStart(writer, item.drillId, tr("就绪检查单"));
    const auto all = design::rows<CheckItem>(writer, item.drillId);
    if (const auto stored = known<CheckItem>(writer, item.drillId, [&](const CheckItem& c) { return c.text == item.text; })) {
        CheckItem changed = *stored;
        changed.required = item.required;
        return design::update(writer, changed);
    }
    item.place = all.empty() ? 1 : all.back().place + 1;
    design::add(writer, item);
}

void DesignService::removeCheck(Writer& writer, std::int64_t drill, const std::string& text) const {
    beforeStart(writer, drill, tr("就绪检查单"));
    design::remove(writer, checkOf(writer, drill, text));
}

void DesignService::check(Writer& writer, std::int64_t drill, const std::string& text, bool done, const std::string& note) const {
    const Drill found = beforeStart(writer, drill, tr("就绪检查单"));
    if (found.status == Status::ready && !done) throw Error(tr("演练“{}”已就绪，不能取消检查项。", found.name));
    CheckItem item = checkOf(writer, drill, text);
    item.doneAt = done ? std::optional(writer.at()) : std::nullopt;
    item.doneBy = done ? writer.who() : std::string();
    item.note = yanxun::text::key(note);
    design::update(writer, item);
}

void DesignService::notify(Writer& writer, Notification notice) const {
    notice.toWhom = yanxun::text::key(notice.toWhom);
    if (notice.toWhom.empty()) throw Error(tr("请写明通知哪个单位或哪个人。"));
    const Drill drill = store::get(writer, notice.drillId);
    if (drill.status < Status::approved) throw Error(tr("演练“{}”还没有批准，批准后再发通知。", drill.name));
    if (factsAreLocked(drill.status)) throw Error(tr("演练“{}”{}，不能再登记通知。", drill.name, word(drill.status)));
    notice.sentBy = writer.who();
    notice.sentAt = writer.at();
    if (const auto stored = known<Notification>(writer, drill.id, [&](const Notification& n) { return n.toWhom == notice.toWhom; })) {
        // Told again: what was answered to the first words counts no more.
        notice.id = stored->id;
        notice.revision = stored->revision;
        return design::update(writer, notice);
    }
    design::add(writer, notice);
}

void DesignService::receipt(Writer& writer, std::int64_t drill, const std::string& toWhom, const std::string& reply) const {
    const Drill found = store::get(writer, drill);
    if (factsAreLocked(found.status)) throw Error(tr("演练“{}”{}，不能再登记回执。", found.name, word(found.status)));
    Notification notice = noticeOf(writer, drill, toWhom);
    notice.repliedAt = writer.at();
    notice.reply = yanxun::text::key(reply).empty() ? tr("收到") : yanxun::text::key(reply);
    design::update(writer, notice);
}

void DesignService::removeNotice(Writer& writer, std::int64_t drill, const std::string& toWhom) const {
    beforeStart(writer, drill, tr("通知"));
    design::remove(writer, noticeOf(writer, drill, toWhom));
}

void DesignService::putGroup(Writer& writer, GroupCount group, const std::string& why) const {
    group.name = yanxun::text::key(group.name);
    if (group.name.empty()) throw Error(tr("请写明班级或小组。"));
    if (group.expected < 0 || group.actual < 0) throw Error(tr("应到和实到人数不能小于 0。"));
    if (group.actual > group.expected) throw Error(tr("“{}”实到 {} 人多于应到 {} 人，请核对。", group.name, group.actual, group.expected));
    if (group.missing() > 0 && yanxun::text::key(group.whereabouts).empty()) {
        throw Error(tr("“{}”有 {} 人未到，请写明去向。", group.name, group.missing()));
    }
    conducted(writer, group.drillId, tr("人数清点"), why);
    group.reportedAt = writer.at();
    if (const auto stored = known<GroupCount>(writer, group.drillId, [&](const GroupCount& g) { return g.name == group.name; })) {
        group.id = stored->id;
        group.revision = stored->revision;
        return design::update(writer, group);
    }
    design::add(writer, group);
}

void DesignService::removeGroup(Writer& writer, std::int64_t drill, const std::string& name, const std::string& why) const {
    conducted(writer, drill, tr("人数清点"), why);
    const auto stored = known<GroupCount>(writer, drill, [&](const GroupCount& g) { return g.name == name; });
    if (!stored) throw yanxun::NotFound(tr("没有“{}”的清点，请刷新后再试。", name));
    design::remove(writer, *stored);
}

void DesignService::signIn(Writer& writer, std::int64_t drill, const std::string& unit, std::optional<std::int64_t> counted,
                           const std::vector<participation::Named>& names, const std::string& why) const {
    if (counted && *counted < 0) throw Error(tr("签到人数不能小于 0。"));
    if (!counted && names.empty()) throw Error(tr("请给出签到人数或名单。"));
    const Drill found = conducted(writer, drill, tr("签到"), why);
    const directory::UnitRef who = yanxun::text::key(unit).empty() ? directory::UnitRef{found.unitId, found.unitName}
                                                                   : duties_.unitOf(writer, unit);
    participation::Entry entry;
    entry.unitId = who.id;
    entry.unitName = who.name;
    entry.audience = drillAudience;
    entry.counted = counted;
    const participation::Subject subject{drillKind, drill};
    if (!counted && names.empty()) return;
    const std::int64_t id = records_.put(writer, subject, entry);
    if (!names.empty()) records_.putNames(writer, id, names);
}

void DesignService::postponeTo(Writer& writer, std::int64_t id, yanxun::Date day, const std::string& reason) const {
    const Drill drill = beforeStart(writer, id, tr("日期"));
    if (!day.valid() || day < yanxun::localDay(writer.at())) throw Error(tr("新的日期应是今天或以后的一天。"));
    if (drill.status >= Status::approved && yanxun::text::key(reason).empty()) {
        throw Error(tr("演练“{}”{}，改期要写明原因。", drill.name, word(drill.status)));
    }
    DrillDraft draft = DrillService::draftOf(drill);
    draft.heldOn = day;
    drills_.edit(writer, id, drill.revision, draft);
    if (drill.status >= Status::approved) {
        DrillService::logCorrection(writer, drill, tr("改期 {} → {}", drill.heldOn.iso(), day.iso()), reason);
    }
}

std::int64_t DesignService::copy(Writer& writer, std::int64_t id, yanxun::Date day, const std::string& name) const {
    const Drill old = store::get(writer, id);
    if (day <= yanxun::localDay(writer.at())) throw Error(tr("新演练的日期应在今天以后。"));
    DrillDraft draft = DrillService::draftOf(old);
    if (!yanxun::text::key(name).empty()) draft.name = name;
    draft.heldOn = day;
    draft.participants.reset();
    draft.participantsEstimated = false;
    draft.watchers.reset();
    draft.ledgerScore.reset();
    draft.summary.clear();
    draft.source = Source::entered;
    const std::int64_t made = drills_.add(writer, draft);
    const Drill copied = store::get(writer, made);
    for (const RecordPart& part : recordParts()) {
        if (part.copy) part.copy(writer, old, copied, day.days() - old.heldOn.days());
    }
    return made;
}

} // namespace drills
