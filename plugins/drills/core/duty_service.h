#pragma once
#include "core/drill_service.h"
#include "core/duty_records.h"

#include <directory/attributes.h>

#include <memory>
#include <mutex>

namespace drills {

/// Who owes a drill. Duties are computed from rules, units and drills; people write only what rules need: choices,
/// plans, exemptions, reports sent. Each action is one call inside the caller's Writer.
class DutyService {
public:
    /// All are borrowed and outlive the service.
    DutyService(const directory::Units& units, const directory::Attributes& attributes, const DutyRules& shipped,
                DrillService& drills)
        : units_(units), attributes_(attributes), shipped_(shipped), drills_(drills) {}

    /// 抽查 rules: the supervisor's, not the units'.
    const std::vector<DutyRule>& spotRules() const { return shipped_.spot; }
    /// The shipped rules with the bureau's choices, then its own.
    std::vector<DutyRule> rules(yanxun::Reader& reader) const;
    DutySettings settings(yanxun::Reader& reader) const;
    std::vector<Duty> compute(yanxun::Reader& reader, int year, yanxun::Date today) const;
    /// The same, kept in memory until records, rules or the day change; for figures and tasks. Inside read() only.
    std::shared_ptr<const std::vector<Duty>> known(yanxun::Reader& reader, int year, yanxun::Date today) const;
    /// Computes the year's duties anew when records or the day changed since; what lists are read from.
    void refresh(yanxun::Database& database, int year, yanxun::Date today) const;
    /// True when the year's stored duties are those of today.
    bool isCurrent(yanxun::Reader& reader, int year, yanxun::Date today) const;
    /// «高危行业»; for sentences.
    std::string attributeTitle(const std::string& id) const { return attributes_.title(id); }

    /// Rules that are on by law stay on; local ones and those nobody checked are on when the bureau says so.
    void switchRule(yanxun::Writer& writer, const std::string& code, bool on) const;
    /// New (id 0) or changed. Throws Error when it is looser than the legal minimum it names.
    void putOwnRule(yanxun::Writer& writer, DutyRule rule) const;
    void removeOwnRule(yanxun::Writer& writer, const std::string& code) const;
    /// Months without school, 1–12. Throws Error for others.
    void setExemptMonths(yanxun::Writer& writer, const std::vector<int>& months) const;
    /// One a line: «春季学期 02-20 07-10». Throws Error naming the line.
    void setTerms(yanxun::Writer& writer, const std::string& lines) const;
    void setDays(yanxun::Writer& writer, std::optional<int> soon, std::optional<int> grace) const;
    std::string termLines(yanxun::Reader& reader) const;

    std::int64_t addPlan(yanxun::Writer& writer, const std::string& unit, const std::string& kind,
                         const std::string& title, const std::string& edition) const;
    /// Says that the drill tested the plan, or takes it back.
    void link(yanxun::Writer& writer, std::int64_t drill, std::int64_t plan, bool on) const;
    void mark(yanxun::Writer& writer, std::int64_t drill, const std::string& mark, bool on) const;
    void putUnit(yanxun::Writer& writer, std::int64_t drill, const std::string& unit, DrillRole role) const;
    void removeUnit(yanxun::Writer& writer, std::int64_t drill, const std::string& unit) const;
    std::int64_t exempt(yanxun::Writer& writer, const std::string& unit, const std::string& rule,
                        const yanxun::Period& days, const std::string& reason) const;
    void submit(yanxun::Writer& writer, const Submission& submission) const;
    /// Plans the drill that a duty misses, as 草案; `day` must be to come. Returns the drill.
    std::int64_t schedule(yanxun::Writer& writer, const Duty& duty, yanxun::Date day) const;
    /// A day for it: in a week, still inside the window when it can be.
    static yanxun::Date proposedDay(const Duty& duty, yanxun::Date today);

    /// Throws NotFound when the directory does not know the name.
    directory::UnitRef unitOf(yanxun::Reader& reader, const std::string& name) const;

private:
    struct Known {
        std::int64_t change = 0;
        int year = 0;
        yanxun::Date day;
        std::string rules;
        std::shared_ptr<const std::vector<Duty>> duties;
    };
    const directory::Units& units_;
    const directory::Attributes& attributes_;
    const DutyRules& shipped_;
    DrillService& drills_;
    mutable std::mutex lock_; ///< figures are computed on workers
    mutable std::vector<Known> known_;
};

} // namespace drills
