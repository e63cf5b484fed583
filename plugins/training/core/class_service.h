#pragma once
#include "core/training_class.h"
#include "core/vocabulary.h"

#include <directory/units.h>
#include <participation/records.h>

namespace training {

/// What a person says of a class; everything else the service knows or finds out.
struct ClassDraft {
    std::string number; ///< "" = the next free one of the host and year
    std::string name;
    std::string kind;      ///< as written; "" = the programme's
    std::string programme; ///< name of a known one, or ""
    std::string unitName;  ///< full name, alias or 信用代码
    std::string coHosts, place;
    yanxun::Date startsOn;
    std::optional<yanxun::Date> endsOn; ///< empty = the same day
    std::string mode;                   ///< as written
    std::optional<std::int64_t> minutes;
    std::optional<std::int64_t> minutesPerHour; ///< empty = the programme's
    std::optional<std::int64_t> invited, attended, passed;
    bool attendedEstimated = false;
    std::string teacher, examForm, planDocNo, archiveNo, note;
    Source source = Source::entered;
    bool createUnit = false; ///< an unknown host is made 待完善 instead of refused
};

/// What people do with programmes, classes and sessions. Each method is one action inside the caller's Writer;
/// Conflict when the record was changed by somebody else since it was read.
class ClassService {
public:
    /// All three are borrowed and outlive the service.
    ClassService(directory::Units& units, participation::Records& records, const Vocabulary& words)
        : units_(units), records_(records), words_(words) {}

    /// A class that is over, or of a ledger, is recorded as 已完成, one to come as 计划. Throws Error for what is
    /// missing or wrong, Conflict when the host already has a class of that number and `allowDouble` is false.
    std::int64_t add(yanxun::Writer& writer, const ClassDraft& draft, bool allowDouble = false);
    /// Not for 已归档 and 已取消. Returns the new revision.
    std::int64_t edit(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, const ClassDraft& draft);
    /// What moving a planned one, so that it begins on `first`, asks for. Throws Error when it is no plan any more or
    /// somebody's attendance is recorded.
    yanxun::MoveQuestion mayMove(yanxun::Reader& reader, std::int64_t id, yanxun::Date first) const;
    /// Takes a planned one with all its sessions to other days.
    void move(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, yanxun::Date first);
    void step(yanxun::Writer& writer, std::int64_t id, std::int64_t revision, Status to, const std::string& reason);
    /// With sessions, learners, participation and archive. Throws Error when hours were credited for it.
    void remove(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);
    /// 实到: the counted headcount, through participation, which tells the copy.
    void setAttended(yanxun::Writer& writer, std::int64_t id, std::int64_t counted, bool estimated);
    /// Participation's message: the class's row keeps a copy of its reported number.
    void keepReported(yanxun::Writer& writer, std::int64_t id, std::int64_t reported, bool estimated);
    /// 合格 counted from the results.
    void keepPassed(yanxun::Writer& writer, std::int64_t id, std::int64_t passed);

    std::int64_t addProgramme(yanxun::Writer& writer, Programme programme);
    std::int64_t editProgramme(yanxun::Writer& writer, Programme programme);
    /// Throws Error when classes are of it.
    void removeProgramme(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

    std::int64_t addSession(yanxun::Writer& writer, Session session);
    /// Throws Error when attendance credits more minutes than the session has now.
    std::int64_t editSession(yanxun::Writer& writer, Session session);
    /// With its attendance.
    void removeSession(yanxun::Writer& writer, std::int64_t id, std::int64_t revision);

    /// For merging units: see directory::UnitUser.
    void moveToUnit(yanxun::Writer& writer, const std::vector<std::int64_t>& classes, std::int64_t unit);

    /// A draft that says what the class says now: what an edit starts from.
    static ClassDraft draftOf(const TrainingClass& one);
    /// The next free number of the host in a year: «2021-007».
    std::string nextNumber(yanxun::Reader& reader, std::int64_t unit, int year) const;

private:
    void fill(yanxun::Writer& writer, TrainingClass& one, const ClassDraft& draft);
    void putHeadcount(yanxun::Writer& writer, const TrainingClass& one, std::int64_t counted, bool estimated);
    void changeHost(yanxun::Writer& writer, const TrainingClass& one, std::int64_t formerUnit);

    directory::Units& units_;
    participation::Records& records_;
    const Vocabulary& words_;
};

/// The audience under which a class's headcount and list stand in participation.
inline constexpr auto classAudience = "参训人员";

/// Throws Error with a sentence when nothing of the class may be changed any more.
void requireOpen(const TrainingClass& one);

} // namespace training
