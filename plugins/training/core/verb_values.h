#pragma once
#include "core/archive_service.h"
#include "core/certificate_service.h"
#include "core/hours_service.h"
#include "core/roster_service.h"

#include <yanxun/verb_values.h>

#include <span>

namespace training {

/// The services a verb may work with; they outlive the verbs.
struct VerbParts {
    ClassService& classes;
    RosterService& roster;
    HoursService& hours;
    CertificateService& certificates;
    ArchiveService& archives;
    directory::Units& units;
    directory::People& people;
    const Vocabulary& words;
    const Rules& rules;
};

/// training.list, show, add, edit, step, remove, headcount.
std::vector<yanxun::Verb> classVerbs(const VerbParts& parts);
/// training.programmes, programme-add …; sessions, session-add ….
std::vector<yanxun::Verb> courseVerbs(const VerbParts& parts);
/// training.roster, enrol, learner-edit, withdraw, attendance, attend, attend-all, results, result-add, credit,
/// uncredit; archive, archive-file, archive-take-out.
std::vector<yanxun::Verb> rosterVerbs(const VerbParts& parts);
/// training.rules, trainees, trainee-add …, hours, ledger, credit-add, credit-reverse.
std::vector<yanxun::Verb> hoursVerbs(const VerbParts& parts);
/// training.certificates, certificate-add, edit, renew, review, revoke, remove.
std::vector<yanxun::Verb> certificateVerbs(const VerbParts& parts);

using yanxun::flag;
using yanxun::idParameter;
using yanxun::makeVerb;
using yanxun::option;

/// «9:30»; empty when not given. Throws Error when it is none.
std::optional<std::int64_t> timeOf(const yanxun::VerbCall& call, std::string_view id);
/// An id as a cell: nothing for 0.
std::optional<std::int64_t> idCell(std::int64_t id);
yanxun::Value ymdOf(const std::optional<yanxun::Date>& day);
/// A person as the console names one: id, or name within a unit. Throws Error with a sentence.
directory::PersonRef personOf(yanxun::Reader& reader, const VerbParts& parts, const yanxun::VerbCall& call);

/// Rows pushed one by one from a list of records; `cells` gives the cells of one.
template <class Record, class Cells>
void putRows(yanxun::VerbCall& call, const char* id, std::vector<yanxun::Column> columns,
             const std::vector<Record>& records, Cells cells) {
    call.output->table(id, yanxun::rowsOf(std::move(columns), std::span(records), cells));
}

} // namespace training
