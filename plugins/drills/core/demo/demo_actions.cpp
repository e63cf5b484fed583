#include "core/demo/demo_rooms.h"
#include "core/improve/action.h"

#include <yanxun/text.h>

#include <algorithm>
#include <map>

namespace drills::demo {
namespace {

using yanxun::Date;
using yanxun::Fields;
using yanxun::tr;
using yanxun::Value;
using yanxun::Writer;

/// An action and all that was done about it, in the order in which it was done.
struct Story {
    Action action;
    std::vector<std::pair<Date, std::int64_t>> progress; ///< per cent
    std::optional<Extension> extension;
    std::vector<Verification> checks;
};

std::string measureFor(const std::string& problem) {
    static const std::map<std::string, std::string> measures{
        {"疏散路线标识不清", "补装疏散指示标志，重新绘制疏散路线图并上墙"},
        {"集合点清点缓慢", "按班组指定清点人，制作点名册，每月练一次清点"},
        {"通信不畅", "配齐对讲机并明确备用频道，演练前逐台试通"},
        {"物资准备不足", "按清单补齐应急物资，指定专人每月检查"}};
    const auto found = measures.find(problem);
    return found == measures.end() ? tr("制定措施并落实到人") : found->second;
}

class Teller {
public:
    explicit Teller(const Held& held) {
        for (const DemoDrill* one : held) ofUnit_[one->drill.unitId].push_back(&one->drill);
    }

    Story of(const DemoDrill& held) {
        const Drill& drill = held.drill;
        Story story;
        Action& action = story.action;
        action.findingId = held.finding->id;
        action.drillId = drill.id;
        action.measure = measureFor(held.finding->description);
        action.dutyUnit = drill.unitName;
        action.dutyPerson = unitPerson(told_);
        action.due = later(drill.heldOn, 30);
        action.kind = told_ % 9 == 4 ? ActionKind::lasting : ActionKind::byDate;
        if (held.finding->state == Rectification::closed) strikeOff(story, drill);
        else leaveOpen(story, drill);
        if (action.status != ActionStatus::draft) action.no = number(later(drill.heldOn, 2).year);
        ++told_;
        return story;
    }

private:
    std::string number(int year) {
        const std::string digits = std::to_string(++numbers_[year]);
        return "ZG-" + std::to_string(year) + "-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
    }

    /// A drill of the same unit on a later day; null when there is none.
    const Drill* laterDrill(const Drill& drill) const {
        for (const Drill* one : ofUnit_.at(drill.unitId)) {
            if (one->heldOn > later(drill.heldOn, 45)) return one;
        }
        return nullptr;
    }

    void check(Story& story, CheckKind kind, CheckResult result, Date day, std::int64_t drill, const std::string& note) const {
        story.checks.push_back({0, 0, kind, moment(day, 15 * 60), officer(told_), result, drill, note});
    }

    void strikeOff(Story& story, const Drill& drill) {
        const std::size_t turn = closed_++;
        const bool isLate = turn % 9 == 5;
        const Date done = later(drill.heldOn, isLate ? 33 : 12 + int(turn % 14));
        story.progress = {{later(drill.heldOn, 6), 50}, {done, 100}};
        story.action.status = ActionStatus::closed;
        story.action.closed = later(done, 2);
        check(story, turn % 3 == 0 ? CheckKind::onSite : CheckKind::papers, CheckResult::passed, later(done, 2), 0,
              tr("资料齐全，现场核对属实"));
        const Drill* again = turn % 4 == 0 ? laterDrill(drill) : nullptr;
        if (!again) return;
        story.action.lookBack = LookBack::passed;
        check(story, CheckKind::nextDrill, CheckResult::passed, again->heldOn, again->id, tr("演练“{}”中没有再出现", again->name));
    }

    /// Struck off once, but the next drill of the unit showed the same again.
    bool failAgain(Story& story, const Drill& drill) {
        const Drill* again = laterDrill(drill);
        if (!again) return false;
        const Date done = later(drill.heldOn, 15);
        story.progress = {{done, 100}};
        check(story, CheckKind::papers, CheckResult::passed, later(done, 2), 0, tr("资料齐全"));
        check(story, CheckKind::nextDrill, CheckResult::failed, again->heldOn, again->id, tr("演练“{}”中再次出现", again->name));
        Action& action = story.action;
        action.status = ActionStatus::working;
        action.lookBack = LookBack::failed;
        action.repeatNo = 2;
        action.recurrences = 1;
        action.due = std::max(action.due, later(again->heldOn, 30));
        return true;
    }

    void extend(Story& story, ExtensionState state) const {
        Extension asked;
        asked.oldDue = story.action.due;
        asked.newDue = later(asked.oldDue, 20);
        asked.reason = tr("所需物资尚未到货");
        asked.askedBy = story.action.dutyPerson;
        asked.askedAt = moment(later(asked.oldDue, -4), 9 * 60);
        asked.state = state;
        if (state != ExtensionState::asked) asked.decidedBy = officer(told_);
        if (state == ExtensionState::refused) asked.note = tr("可先用临时措施，按期完成");
        if (state == ExtensionState::approved) story.action.due = asked.newDue;
        story.extension = asked;
    }

    void leaveOpen(Story& story, const Drill& drill) {
        const std::size_t turn = open_++;
        if (turn % 60 >= wantsAgain_ && failAgain(story, drill)) {
            wantsAgain_ = 60; // once in sixty
            return;
        }
        if (turn % 60 == 59) wantsAgain_ = 0;
        Action& action = story.action;
        const Date first = later(drill.heldOn, 8), done = later(drill.heldOn, 20);
        action.status = ActionStatus::working;
        story.progress = {{first, 30}};
        switch (turn % 10) {
        case 1:
        case 6:
            action.status = ActionStatus::toVerify;
            story.progress.emplace_back(done, 100);
            return;
        case 2:
            action.status = ActionStatus::draft;
            story.progress.clear();
            return;
        case 3:
            action.status = ActionStatus::returned;
            action.returnedReason = tr("缺整改后的现场照片");
            story.progress.emplace_back(done, 100);
            return;
        case 4: return extend(story, ExtensionState::asked);
        case 5: return extend(story, ExtensionState::approved);
        case 7: return extend(story, ExtensionState::refused);
        default: return;
        }
    }

    std::map<std::int64_t, std::vector<const Drill*>> ofUnit_;
    std::map<int, int> numbers_;
    std::size_t told_ = 0, closed_ = 0, open_ = 0, wantsAgain_ = 0;
};

Fields fieldsOf(const Action& a, std::size_t number) {
    return {{"uid", demoUid("action", number)}, {"finding_id", a.findingId}, {"drill_id", a.drillId}, {"no", a.no},
            {"measure", a.measure}, {"kind", int(a.kind)}, {"duty_unit", a.dutyUnit}, {"duty_person", a.dutyPerson},
            {"coop_units", a.coopUnits}, {"due_ymd", a.due.ymd()}, {"status", int(a.status)}, {"repeat_no", a.repeatNo},
            {"recurrences", a.recurrences}, {"look_back", int(a.lookBack)},
            {"closed_ymd", a.closed ? Value(a.closed->ymd()) : Value()}, {"returned_reason", a.returnedReason}};
}

Fields fieldsOf(const Extension& e, std::int64_t action) {
    const bool isDecided = e.state != ExtensionState::asked;
    return {{"action_id", action}, {"old_due", e.oldDue.ymd()}, {"new_due", e.newDue.ymd()}, {"reason", e.reason},
            {"asked_by", e.askedBy}, {"asked_at", e.askedAt}, {"state", int(e.state)}, {"decided_by", e.decidedBy},
            {"decided_at", isDecided ? Value(moment(later(e.oldDue, -2), 9 * 60)) : Value()}, {"note", e.note}};
}

Fields fieldsOf(const Verification& v, std::int64_t action) {
    return {{"action_id", action}, {"kind", int(v.kind)}, {"at", v.at}, {"at_ymd", yanxun::localDay(v.at).ymd()},
            {"who", v.who}, {"result", int(v.result)}, {"drill_id", v.drillId != 0 ? Value(v.drillId) : Value()},
            {"note", v.note}};
}

} // namespace

void addActions(Writer& writer, const Held& held) {
    Teller teller(held);
    std::vector<Story> stories;
    std::vector<Fields> rows, progress, extensions, checks;
    for (const DemoDrill* one : held) {
        if (!one->finding) continue;
        stories.push_back(teller.of(*one));
        rows.push_back(fieldsOf(stories.back().action, rows.size()));
    }
    std::int64_t id = insertRows(writer, "drills_action", std::move(rows));
    for (const Story& story : stories) {
        for (const auto& [day, percent] : story.progress) {
            progress.push_back({{"action_id", id}, {"at", moment(day, 11 * 60)}, {"who", story.action.dutyPerson},
                                {"percent", percent},
                                {"body", percent == 100 ? tr("已按措施完成，请复查") : tr("已制定方案，正在落实")}});
        }
        if (story.extension) extensions.push_back(fieldsOf(*story.extension, id));
        for (const Verification& check : story.checks) checks.push_back(fieldsOf(check, id));
        ++id;
    }
    insertRows(writer, "drills_action_progress", std::move(progress));
    insertRows(writer, "drills_action_extension", std::move(extensions));
    insertRows(writer, "drills_verification", std::move(checks));
}

} // namespace drills::demo
