#pragma once
#include "core/hours.h"
#include "core/rules.h"
#include "core/training_class.h"

#include <directory/people.h>
#include <directory/units.h>

namespace training {

/// What a person says of a trainee.
struct TraineeDraft {
    std::string name, unitName;
    std::string role, industry; ///< as written; industry 高危 or ""
    std::optional<yanxun::Date> since, until;
    bool registerPerson = true; ///< somebody directory does not know is registered there
};

/// What crediting a class did.
struct Credited {
    std::int64_t added = 0, kept = 0; ///< people credited now, people whose credit stood already
    std::int64_t nameless = 0;        ///< names of the roster nobody of directory stands behind
    std::int64_t withoutMinutes = 0;  ///< people who were there for no minute, or failed
};

/// One demand a trainee does not meet, or does.
struct Assessment {
    Trainee trainee;
    Demand demand;
    std::int64_t have = 0, gap = 0; ///< 1/100 学时
    std::optional<yanxun::Date> lastTrained;
};

class Vocabulary;

/// The ledger of hours and the people it is kept for. Each method is one action inside the caller's Writer.
class HoursService {
public:
    /// All are borrowed and outlive the service.
    HoursService(directory::Units& units, directory::People& people, const Rules& rules, const Vocabulary& words)
        : units_(units), people_(people), rules_(rules), words_(words) {}

    /// Credits everybody on the roster of a class that is over: the credited minutes of the attendance; where no
    /// attendance was taken, the class's planned minutes to those who did not fail. Done again, only what changed is
    /// taken back and credited anew. Throws Error when the class is not over or tells no minutes.
    Credited creditClass(yanxun::Writer& writer, std::int64_t classId);
    /// By hand: a training the bureau did not hold. Throws Error for what is missing.
    std::int64_t credit(yanxun::Writer& writer, Credit credit);
    /// Takes a row back by a second one. Throws Error when that was done already or the reason is missing.
    std::int64_t reverse(yanxun::Writer& writer, std::int64_t credit, const std::string& reason);
    /// All standing credits of a class. Returns how many.
    std::int64_t reverseClass(yanxun::Writer& writer, std::int64_t classId, const std::string& reason);

    std::int64_t addTrainee(yanxun::Writer& writer, const TraineeDraft& draft);
    std::int64_t editTrainee(yanxun::Writer& writer, std::int64_t id, std::int64_t revision,
                             const TraineeDraft& draft);
    void removeTrainee(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

    /// What the rules ask of the trainee on `day` and how far it is met.
    std::vector<Assessment> assess(yanxun::Reader& reader, const Trainee& trainee, yanxun::Date day) const;
    /// Every demand that is not met on `day`, by unit and name.
    void eachShort(yanxun::Reader& reader, yanxun::Date day, const std::function<void(const Assessment&)>& use) const;

    /// For merging units.
    void moveToUnit(yanxun::Writer& writer, const std::vector<std::int64_t>& trainees, std::int64_t unit);

    const Rules& rules() const { return rules_; }

private:
    void fill(yanxun::Writer& writer, Trainee& trainee, const TraineeDraft& draft);

    directory::Units& units_;
    directory::People& people_;
    const Rules& rules_;
    const Vocabulary& words_;
};

} // namespace training
