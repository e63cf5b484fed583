#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace campaigns {

/// What other plugins copy beside an activity's id, so that their lists need no join: the names and codes of the day.
struct ActivityRef {
    std::int64_t id = 0;
    std::string name;
    std::int64_t unitId = 0; ///< the unit of its natural key: who it was held at
    std::string unitName;
    yanxun::Date date;
    std::string regionCode; ///< 12 digits, "" when unknown
    std::string regionName;
    std::vector<std::string> categories; ///< 进企业 …, the primary one first
    bool isHeld = false;                 ///< false: 计划, 取消
    std::int64_t issued = 0;             ///< the copy setIssued() keeps
};

/// One line of what was handed out at an activity, as the plugin that keeps stock tells it.
struct IssuedLine {
    yanxun::Date date;
    std::string document; ///< number of the slip
    std::string item;
    std::int64_t quantity = 0;
    std::string unit;     ///< 份 册 个 …
    std::string receiver; ///< "" when nobody is named
    std::string argument; ///< for `page` of the source
};

/// Who keeps the documents behind an activity's issued quantity. Callbacks run on any thread with that thread's Reader.
struct IssueSource {
    std::string plugin;
    std::string page; ///< opened with a line's argument; "" when there is none
    std::function<void(yanxun::Reader&, std::int64_t activity, const std::function<void(const IssuedLine&)>&)> lines;
    /// Σ of the posted documents (发放 − 退回): what setIssued() must have been told.
    std::function<std::int64_t(yanxun::Reader&, std::int64_t activity)> quantity;
};

/// Told inside the transaction that changes an activity. Callbacks may be empty; an activity of the demonstration is
/// not told (read each() instead).
struct ActivityWatcher {
    std::string plugin;
    /// A new one, from a dialog or a ledger, once it stands whole: links waiting for it can be made.
    std::function<void(yanxun::Writer&, const ActivityRef&)> added;
    /// Its name, day or unit is another now.
    std::function<void(yanxun::Writer&, const ActivityRef& before, const ActivityRef& after)> changed;
    /// It goes (removed, or its import undone): links to it must be let go. Throwing refuses the removal.
    std::function<void(yanxun::Writer&, const ActivityRef&)> removing;
};

/// 宣传活动 by id, name and day.
class Activities {
public:
    static constexpr const char* id = "campaigns.activities/1";
    virtual ~Activities() = default;

    virtual std::optional<ActivityRef> get(yanxun::Reader& reader, std::int64_t activity) const = 0;
    /// Activities of that name (text::key), by day; without a day all of them, however far away: the caller decides.
    virtual std::vector<ActivityRef> find(yanxun::Reader& reader, std::string_view name,
                                          std::optional<yanxun::Date> day = {}) const = 0;
    /// For a suggestion list: every word typed occurs in name, unit or place; newest first.
    virtual std::vector<ActivityRef> suggest(yanxun::Reader& reader, std::string_view typed, std::size_t limit) const = 0;
    /// By day, then name.
    virtual void between(yanxun::Reader& reader, const yanxun::Period& period,
                         const std::function<void(const ActivityRef&)>& use) const = 0;
    /// All, by day, then name; for planners that look up many.
    virtual void each(yanxun::Reader& reader, const std::function<void(const ActivityRef&)>& use) const = 0;

    /// The activity's row keeps a copy of what was handed out at it. The source of the number calls this inside the
    /// transaction that posts, reverses or links a document; an activity that is gone is passed over. Not a person's
    /// edit: the activity's revision stays, so that undo of its import is not blocked by a slip.
    virtual void setIssued(yanxun::Writer& writer, std::int64_t activity, std::int64_t quantity) = 0;

    // Main thread, in start(). What is given must live until stop() of the plugin named in it.
    /// At most one; a second one throws Error.
    virtual void setIssueSource(IssueSource source) = 0;
    virtual void watch(ActivityWatcher watcher) = 0;
};

} // namespace campaigns
