#pragma once
#include "core/drill_service.h"
#include "core/duty_service.h"
#include "core/plan/plan.h"
#include "core/plan/work_calendar.h"

namespace drills {

/// What a person says of an item; the unit and the recurrence as written.
struct PlanItemDraft {
    std::string name, unit, region, hazard, mode, venue, lead, note;
    std::string recurrence; ///< «每月第二个星期三»
    std::string time;       ///< «09:30-11:00»
    yanxun::Date first;     ///< no day = the first of the year
    std::int64_t people = 0, budgetFen = 0;
    int priority = 2;
    HolidayPolicy policy = HolidayPolicy::after;
    DaySort days = DaySort::working;
    std::string covers;
};

/// An adjustment of an issued plan.
struct PlanChangeDraft {
    ChangeKind kind = ChangeKind::postponed;
    ChangeScope scope = ChangeScope::one;
    std::optional<yanxun::Date> day; ///< of 延期: where the occurrence chosen goes; the others move by as many days
    std::optional<PlanWhat> what;    ///< of 变更: what the occurrence chosen says from now on
    std::string reason, approver;
};

/// What people do with 年度演练计划. Each method is one action inside the caller's Writer; the person is the Writer's who().
class PlanService {
public:
    /// All are borrowed and outlive the service.
    PlanService(directory::Units& units, DrillService& drills, DutyService& duties, const Vocabulary& words,
                const WorkCalendar& calendar)
        : units_(units), drills_(drills), duties_(duties), words_(words), calendar_(calendar) {}

    /// A plan of the unit («» = the bureau). Throws Conflict when the year has one.
    std::int64_t make(yanxun::Writer& writer, int year, const std::string& unit, const std::string& title) const;
    /// Title, 文号, note; in any state but while others decide on it.
    void describe(yanxun::Writer& writer, YearPlan plan) const;
    /// A draft with everything in it. Throws Error for an issued one.
    void remove(yanxun::Writer& writer, std::int64_t plan) const;

    void submit(yanxun::Writer& writer, std::int64_t plan, const std::string& note) const;
    /// 会签: anybody's opinion beside the approval.
    void countersign(yanxun::Writer& writer, std::int64_t plan, const std::string& note) const;
    /// Throws Error when the person submitted it: nobody approves their own.
    void approve(yanxun::Writer& writer, std::int64_t plan, const std::string& note) const;
    /// Back to 草案, with the reason.
    void giveBack(yanxun::Writer& writer, std::int64_t plan, const std::string& reason) const;
    void issue(yanxun::Writer& writer, std::int64_t plan, const std::string& document) const;

    /// With its occurrences. Of an issued plan only with a reason: 追加.
    std::int64_t addItem(yanxun::Writer& writer, std::int64_t plan, const PlanItemDraft& draft,
                         const std::string& reason = {}) const;
    /// Both only of a draft; occurrences are made anew.
    void editItem(yanxun::Writer& writer, std::int64_t item, std::int64_t revision, const PlanItemDraft& draft) const;
    void removeItem(yanxun::Writer& writer, std::int64_t item) const;
    /// Another day for one occurrence: freely in a draft, as 延期 with a reason once it is issued.
    void moveDate(yanxun::Writer& writer, std::int64_t date, yanxun::Date day, const std::string& reason) const;
    /// Adjusts an issued plan: one row a changed occurrence. Returns how many changed.
    int change(yanxun::Writer& writer, std::int64_t date, const PlanChangeDraft& draft) const;

    /// 立项: the drill for an occurrence, as 草案. Returns the drill.
    std::int64_t start(yanxun::Writer& writer, std::int64_t date) const;
    /// Says that a drill on record is this occurrence; 0 takes it back.
    void link(yanxun::Writer& writer, std::int64_t date, std::int64_t drill) const;
    /// A drill goes to another day from the calendar; its occurrence goes with it, as 延期 once the plan is issued.
    void moveDrill(yanxun::Writer& writer, std::int64_t drill, yanxun::Date day, const std::string& reason) const;

    /// Throws Error saying why the occurrence, or the drill, may not go there; true when a reason is needed.
    bool mayMoveDate(yanxun::Reader& reader, std::int64_t date, yanxun::Date day) const;
    bool mayMoveDrill(yanxun::Reader& reader, std::int64_t drill, yanxun::Date day) const;

    /// The occurrences an item would have in a year; a skipped one is told in `skipped`.
    std::vector<PlanDate> occurrences(yanxun::Reader& reader, const PlanItem& item, int year,
                                      std::vector<std::string>* skipped = nullptr) const;
    PlanItemDraft draftOf(const PlanItem& item) const;
    /// An item that says what the draft says, not stored.
    PlanItem itemOf(yanxun::Reader& reader, const YearPlan& plan, const PlanItemDraft& draft) const;
    const WorkCalendar& calendar() const { return calendar_; }
    DutyService& duties() const { return duties_; }

private:
    YearPlan openPlan(yanxun::Reader& reader, std::int64_t plan) const;
    std::int64_t put(yanxun::Writer& writer, const YearPlan& plan, PlanItem item) const;
    void adjusted(yanxun::Writer& writer, YearPlan plan) const;
    void apply(yanxun::Writer& writer, const YearPlan& plan, PlanDate date, const PlanChangeDraft& draft,
               std::int64_t days) const;
    void moveDrillRow(yanxun::Writer& writer, std::int64_t drill, yanxun::Date day) const;

    directory::Units& units_;
    DrillService& drills_;
    DutyService& duties_;
    const Vocabulary& words_;
    const WorkCalendar& calendar_;
};

/// The day an occurrence is held, when days off are taken into account, and why it is another.
struct SettledDay {
    std::optional<yanxun::Date> day; ///< empty = skipped
    std::string why;
};
SettledDay settle(yanxun::Date day, HolidayPolicy policy, DaySort sort, const WorkCalendar& calendar,
                  const std::vector<TermSpan>& terms);
/// Why a day is not good for it: «国庆节放假», «不在学期内»; "" when it is good.
std::string whyNot(yanxun::Date day, DaySort sort, const WorkCalendar& calendar, const std::vector<TermSpan>& terms);

} // namespace drills
