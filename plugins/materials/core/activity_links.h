#pragma once
#include "core/document.h"

#include <campaigns/activities.h>

namespace materials {

enum class LinkState {
    waiting = 0, ///< nobody knows an activity of that name yet
    offered = 1, ///< the name is known, the day is another or several fit: a person decides
    linked = 2,
    dismissed = 3 ///< a person said it belongs to none
};
std::string word(LinkState state);

/// A slip and the activity it was written out for.
struct Link {
    std::int64_t id = 0, revision = 0, documentId = 0;
    std::string written; ///< the activity's name as the slip says it
    LinkState state = LinkState::waiting;
    std::int64_t activityId = 0;
    std::string activityName;
    std::optional<yanxun::Date> activityDay;
    // Of the document, for lists:
    std::string number, unitName;
    yanxun::Date day;
    std::int64_t total = 0;
};

/// Slip ↔ activity. Sure when the name is the same (text::key) and one activity of that name was held on the slip's day;
/// otherwise offered with the nearest day within two months. Made when the later of the two arrives.
class ActivityLinks {
public:
    /// Null when nobody keeps activities: then every link waits. Borrowed, outlives this.
    explicit ActivityLinks(campaigns::Activities* activities) : activities_(activities) {}

    /// For a new document that names an activity; `chosen` ≠ 0 is what a person picked.
    void add(yanxun::Writer& writer, const Document& document, const std::string& written, std::int64_t chosen);
    /// The document was reversed or posted: tells the activity its quantity.
    void tell(yanxun::Writer& writer, std::int64_t document);
    /// A person's word on an offer, or on any slip: 0 = belongs to none. Throws NotFound, Error.
    void decide(yanxun::Writer& writer, std::int64_t document, std::int64_t activity);
    /// Takes every offer that names one activity; returns how many.
    std::int64_t acceptOffers(yanxun::Writer& writer);
    /// Looks again at all that wait; returns how many are linked now and were not.
    std::int64_t matchAgain(yanxun::Writer& writer);
    /// The document goes: the activity is told.
    void forget(yanxun::Writer& writer, std::int64_t document);

    campaigns::ActivityWatcher watcher();
    campaigns::IssueSource source();
    campaigns::Activities* activities() const { return activities_; }

private:
    void tellActivity(yanxun::Writer& writer, std::int64_t activity);
    void match(yanxun::Writer& writer, Link& link) const;
    campaigns::Activities* activities_;
};

/// Rows of materials_link ↔ Link.
namespace links {
std::optional<Link> of(yanxun::Reader& reader, std::int64_t document);
std::vector<Link> inState(yanxun::Reader& reader, LinkState state, std::size_t limit);
std::int64_t count(yanxun::Reader& reader, LinkState state);
std::vector<Link> written(yanxun::Reader& reader, const std::string& name);
std::vector<Link> toActivity(yanxun::Reader& reader, std::int64_t activity);
std::int64_t add(yanxun::Writer& writer, const Link& link);
void addMany(yanxun::Writer& writer, const std::vector<Link>& all);
void update(yanxun::Writer& writer, const Link& link);
void remove(yanxun::Writer& writer, const Link& link);
/// Σ of what posted documents linked to it gave out, less what came back.
std::int64_t issued(yanxun::Reader& reader, std::int64_t activity);
void lines(yanxun::Reader& reader, std::int64_t activity, const std::function<void(const campaigns::IssuedLine&)>& use);
} // namespace links

} // namespace materials
