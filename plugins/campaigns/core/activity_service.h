#pragma once
#include "core/activity.h"
#include "core/activity_directory.h"

#include <directory/units.h>
#include <participation/records.h>

namespace campaigns {

/// What a person says of an activity; everything else the service knows or finds out.
struct ActivityDraft {
    std::string name;
    yanxun::Date heldOn;
    std::string hostName; ///< full name, alias or 信用代码; "" = not told
    std::string place;
    std::string regionName; ///< "" = the township the place names, else the first unit's
    std::string form;
    std::int64_t campaignId = 0;
    std::vector<std::string> categories, themes; ///< words of the dictionary, the primary category first
    std::vector<std::string> reach;              ///< units, or townships as a whole
    std::vector<Metric> metrics;
    std::optional<std::int64_t> attendance;
    bool attendanceEstimated = false;
    std::string link;
    std::optional<std::int64_t> photos;
    std::string leader, summary;
    bool isPlan = false; ///< 计划, even of a day that has passed
    Source source = Source::entered;
    bool createUnits = false; ///< unknown units are made 待完善 instead of refused
};

/// What people do with activities. Each method is one action inside the caller's Writer; Conflict when the record was
/// changed by somebody else since it was read.
class ActivityService {
public:
    /// All are borrowed and outlive the service.
    ActivityService(directory::Units& units, participation::Records& records, const Listeners& listeners)
        : units_(units), records_(records), listeners_(listeners) {}

    /// Of today, the past or a ledger: 已开展; to come: 计划. Throws Error for what is missing or wrong, Conflict when the
    /// same activity (name, unit, day) is there and `allowDouble` is false.
    std::int64_t add(yanxun::Writer& writer, const ActivityDraft& draft, bool allowDouble = false);
    /// Not for 已归档, 已取消. Returns the new revision.
    std::int64_t edit(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, const ActivityDraft& draft);
    /// What moving a planned one to another day asks for. Throws Error when it is no plan any more, Conflict when the same
    /// activity (name, unit) is there on that day.
    yanxun::MoveQuestion mayMove(yanxun::Reader& reader, std::int64_t id, yanxun::Date day) const;
    /// Takes a planned one to another day.
    void move(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, yanxun::Date day);
    void step(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, ActivityStatus to, const std::string& reason);
    /// With its reach, numbers and participation; posts only lose their link to it.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
    /// One activity a day for many units: planned from the list of those not reached.
    std::int64_t plan(yanxun::Writer& writer, const std::string& name, yanxun::Date day, const std::string& category,
                      const std::vector<std::int64_t>& units, const std::string& hostName = {});
    /// `counted` is the whole activity; through participation, which tells the copy. Throws Error when other units of
    /// the activity already report more.
    void setAttendance(yanxun::Writer& writer, std::int64_t id, std::int64_t counted, bool estimated);
    /// Participation's message: the activity's row keeps a copy of its reported number.
    void keepReported(yanxun::Writer& writer, std::int64_t id, std::int64_t reported, bool estimated);

    /// A draft that says what the activity says now: what an edit starts from.
    static ActivityDraft draftOf(const Activity& activity, const Terms& terms);
    /// True when the word names a township rather than a unit.
    bool isTownship(yanxun::Reader& reader, const std::string& name) const;

private:
    /// A place may be a 农场 that is a township; among units a 农场 is more likely an enterprise.
    bool isTownshipOfPlace(yanxun::Reader& reader, const std::string& place) const;
    void fill(yanxun::Writer& writer, Activity& activity, const ActivityDraft& draft);
    void fillReach(yanxun::Writer& writer, Activity& activity, const ActivityDraft& draft);
    void fillPlace(yanxun::Writer& writer, Activity& activity, const ActivityDraft& draft);
    void fillKeyUnit(Activity& activity);
    directory::UnitRef unitOf(yanxun::Writer& writer, const std::string& name, const ActivityDraft& draft);
    void putAttendance(yanxun::Writer& writer, const Activity& activity, std::int64_t counted, bool estimated);
    void changeUnit(yanxun::Writer& writer, const Activity& activity, std::int64_t formerUnit, const std::string& formerName);
    void indexAgain(yanxun::Writer& writer, std::int64_t id);

    directory::Units& units_;
    participation::Records& records_;
    const Listeners& listeners_;
};

/// The audience under which an activity's own headcount stands in participation.
inline constexpr auto activityAudience = "受教育群众";

} // namespace campaigns
