#pragma once
#include "core/class_service.h"
#include "core/learner.h"

#include <directory/people.h>

namespace training {

/// What a person types to put somebody on the roster.
struct LearnerDraft {
    std::string name;
    std::string unitName;        ///< "" = the class's host
    std::string category;        ///< 人员类别, as written
    bool registerPerson = false; ///< somebody directory does not know is registered there too
};

/// 名册, 考勤 and 考核 of a class. The list of names itself is participation's: this service writes it and keeps
/// beside it what it cannot hold. Each method is one action inside the caller's Writer.
class RosterService {
public:
    /// All are borrowed and outlive the service.
    RosterService(ClassService& classes, directory::Units& units, directory::People& people,
                  participation::Records& records, const Vocabulary& words)
        : classes_(classes), units_(units), people_(people), records_(records), words_(words) {}

    /// Throws Error for a missing name, Conflict when the same person is on the roster already.
    std::int64_t enrol(yanxun::Writer& writer, std::int64_t classId, const LearnerDraft& draft);
    /// Name, unit and category of a learner; for a name only, finding the person makes it one (合并临时学员).
    void edit(yanxun::Writer& writer, std::int64_t learner, std::int64_t revision, const LearnerDraft& draft);
    /// With attendance and results. Throws Error when hours were credited.
    void withdraw(yanxun::Writer& writer, std::int64_t learner, std::int64_t revision);
    /// Names that were put on the class's list elsewhere become learners. Returns how many.
    std::int64_t adopt(yanxun::Writer& writer, std::int64_t classId);
    /// The learner of a roster line as stored now: a name of participation's list alone is adopted first. Throws
    /// NotFound.
    Learner known(yanxun::Writer& writer, const Learner& line);

    /// Credited minutes are taken from the session where not given; never above its planned minutes.
    void attend(yanxun::Writer& writer, Attendance attendance, std::optional<std::int64_t> credited = {});
    /// Everybody without a row in the session gets one. Returns how many.
    std::int64_t attendAll(yanxun::Writer& writer, std::int64_t session, Presence presence,
                           const std::string& method);
    /// A new attempt; the class's 合格 is counted anew. Score 0 … 100 in 1/100 point.
    std::int64_t addResult(yanxun::Writer& writer, ExamResult result);

    std::vector<Learner> roster(yanxun::Reader& reader, std::int64_t classId) const;

    /// For merging units.
    void moveToUnit(yanxun::Writer& writer, const std::vector<std::int64_t>& learners, std::int64_t unit);

private:
    void fill(yanxun::Writer& writer, const TrainingClass& one, Learner& learner, const LearnerDraft& draft);
    /// The entry of the class's list in participation; made when there is none. 0 when `make` is false and there is
    /// none.
    std::int64_t listOf(yanxun::Writer& writer, const TrainingClass& one, bool make);
    void writeList(yanxun::Writer& writer, const TrainingClass& one);

    ClassService& classes_;
    directory::Units& units_;
    directory::People& people_;
    participation::Records& records_;
    const Vocabulary& words_;
};

} // namespace training
