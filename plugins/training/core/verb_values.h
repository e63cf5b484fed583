#pragma once
#include "core/archive_service.h"
#include "core/certificate_service.h"
#include "core/hours_service.h"
#include "core/roster_service.h"

#include <yanxun/table/value.h>
#include <yanxun/verb.h>

#include <functional>

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

// Parameters and what they hold.
yanxun::VerbParameter option(const char* id, std::string title, bool required = false);
yanxun::VerbParameter flag(const char* id, std::string title);
/// «id», positional and required.
yanxun::VerbParameter idParameter(std::string title);
std::int64_t idOf(const yanxun::VerbCall& call);
/// «120», «约300人»; empty when not given. Throws Error when it is no number of things.
std::optional<yanxun::Count> countOf(const yanxun::VerbCall& call, std::string_view id);
/// «4», «4.5» in 1/100; empty when not given. Throws Error when it is none.
std::optional<std::int64_t> hundredthsOf(const yanxun::VerbCall& call, std::string_view id);
std::optional<yanxun::Date> dateOf(const yanxun::VerbCall& call, std::string_view id);
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
    yanxun::RowSource source{std::move(columns), [&](const yanxun::RowSink& sink) {
                                 for (const Record& record : records) {
                                     const std::vector<yanxun::Value> row = cells(record);
                                     sink(row);
                                 }
                             }};
    call.output->table(id, source);
}

yanxun::Verb verb(const char* id, std::string title, std::vector<yanxun::VerbParameter> parameters,
                  std::function<int(yanxun::VerbCall&)> run);

} // namespace training
