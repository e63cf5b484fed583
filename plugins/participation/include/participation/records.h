#pragma once
#include <yanxun/data/database.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace participation {

/// What people took part in: a registered kind and the record's id in its owner's tables.
struct Subject {
    std::string kind; ///< «drills.drill»
    std::int64_t id = 0;
};

/// One record per subject × unit × audience. Rule: reported = counted headcount if present, else the named; never the
/// sum (training_campaigns_materials §3.5).
struct Entry {
    std::int64_t unitId = 0;
    std::string unitName;
    std::string audience; ///< 职工 学生 居民 村民 干部 志愿者 参演人员 …
    std::optional<std::int64_t> counted;
    bool estimated = false;            ///< «约», «余», «万»
    std::int64_t named = 0;            ///< number of names on the list; kept by the roster verbs
    std::int64_t id = 0, revision = 0; ///< 0 = not stored yet
    std::int64_t reported() const { return counted ? *counted : named; }
};

struct Named {
    std::string name;
    std::int64_t personId = 0; ///< 0 = a name only
    std::string role;          ///< 组织 讲师 参加 观摩 评估
};

/// Told inside the same transaction whenever a subject's reported number changes, so that the owner's own row keeps a
/// copy of it.
using ReportedChanged =
    std::function<void(yanxun::Writer&, std::int64_t subjectId, std::int64_t reported, bool estimated)>;

/// A sort of thing people take part in. Registered in start() by the plugin that owns it.
struct SubjectKind {
    std::string kind;  ///< «drills.drill»
    std::string title; ///< 演练
    std::string page;  ///< opened with «id=<subject id>»; "" when there is none
    ReportedChanged changed;
    /// Name and day of one subject for lists («李家村防汛演练 2021-06-16»); "" when it is gone. May be empty.
    std::function<std::string(yanxun::Reader&, std::int64_t subjectId)> describe;
};

class Records {
public:
    static constexpr const char* id = "participation.records/1";
    virtual ~Records() = default;

    /// A kind registered twice throws Error.
    virtual void registerSubject(SubjectKind kind) = 0;
    /// Creates or replaces the entry of (subject, unit, audience); `named` is not taken over, putNames keeps it.
    /// Returns its id. A difference between counted and named is kept and shown, never refused. Throws Error when the
    /// subject's kind is not registered or nobody can have taken part (no unit and no name).
    virtual std::int64_t put(yanxun::Writer& writer, const Subject& subject, const Entry& entry) = 0;
    /// The list of names of one entry, replaced as a whole.
    virtual void putNames(yanxun::Writer& writer, std::int64_t entry, const std::vector<Named>& names) = 0;
    virtual std::vector<Entry> of(yanxun::Reader& reader, const Subject& subject) const = 0;
    virtual std::vector<Named> names(yanxun::Reader& reader, std::int64_t entry) const = 0;
    virtual std::int64_t reported(yanxun::Reader& reader, const Subject& subject) const = 0;
    /// Everything of a subject that is being removed by its owner.
    virtual void removeAll(yanxun::Writer& writer, const Subject& subject) = 0;
    /// Bulk: entries of many new subjects at once (imports of demonstration size); the owner already wrote the
    /// copies.
    virtual void addMany(yanxun::Writer& writer, const std::string& kind,
                         const std::function<bool(std::int64_t& subjectId, Entry& entry)>& next) = 0;
};

} // namespace participation
