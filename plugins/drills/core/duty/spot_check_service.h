#pragma once
#include "core/duty/spot_check_store.h"
#include "core/duty_rule.h"

#include <directory/attributes.h>
#include <directory/units.h>

namespace drills {

/// What the supervisor found.
struct SpotFinding {
    yanxun::Date day;
    std::string checker;
    bool conforms = true;
    std::int64_t drill = 0; ///< that was looked at; 0 = papers only
    std::string problem;    ///< of what does not conform
    std::optional<yanxun::Date> due; ///< 责令限期改正 until
};

/// 抽查 of the units rule R03 names. Each method is one action inside the caller's Writer; throws Error with a sentence.
class SpotCheckService {
public:
    /// All are borrowed and outlive the service.
    SpotCheckService(const directory::Units& units, const directory::Attributes& attributes, const DutyRules& shipped)
        : units_(units), attributes_(attributes), shipped_(shipped) {}

    /// The rule that asks for it; null when the rules' file has none.
    const DutyRule* rule() const;
    /// Units it is about, with confirmed attributes, that were not drawn this year.
    std::vector<SpotCandidate> candidates(yanxun::Reader& reader, const SpotDraw& draw, yanxun::Date day) const;
    /// Draws; an empty seed becomes the day and the number of the draw. Returns the new checks, by unit.
    std::vector<SpotCheck> draw(yanxun::Writer& writer, SpotDraw draw) const;
    /// What was found; may be corrected until it is closed.
    void conclude(yanxun::Writer& writer, std::int64_t id, const SpotFinding& found) const;
    /// The unit put right what did not conform.
    void close(yanxun::Writer& writer, std::int64_t id, yanxun::Date day, const std::string& how) const;
    /// Takes a drawn unit back that was not checked.
    void withdraw(yanxun::Writer& writer, std::int64_t id) const;
    /// Throws NotFound.
    SpotCheck get(yanxun::Reader& reader, std::int64_t id) const;

private:
    const directory::Units& units_;
    const directory::Attributes& attributes_;
    const DutyRules& shipped_;
};

} // namespace drills
