#include "core/users.h"

#include "core/archive_store.h"
#include "core/certificate_store.h"
#include "core/class_store.h"
#include "core/hours_store.h"
#include "core/learner_store.h"

#include <yanxun/text.h>

#include <array>

namespace training {
namespace {

using Ids = std::vector<std::int64_t>;
using yanxun::Reader;
using yanxun::tr;
using yanxun::Writer;

/// Records of several tables in one list: behind the number of each follow its ids.
constexpr std::size_t tables = 5;
using Moved = std::array<Ids, tables>;

Moved recordsOf(Reader& reader, std::int64_t unit) {
    return {store::ofUnit(reader, unit), learners::ofUnit(reader, unit), trainees::ofUnit(reader, unit),
            certificates::ofUnit(reader, unit), archives::ofSubject(reader, "unit", unit)};
}

Ids packed(const Moved& moved) {
    Ids all;
    for (const Ids& ids : moved) {
        all.push_back(std::int64_t(ids.size()));
        all.insert(all.end(), ids.begin(), ids.end());
    }
    return all;
}

Moved unpacked(const Ids& all) {
    Moved moved;
    std::size_t at = 0;
    for (Ids& ids : moved) {
        if (at >= all.size()) break;
        const auto count = std::size_t(all[at++]);
        for (std::size_t i = 0; i < count && at < all.size(); ++i)
            ids.push_back(all[at++]);
    }
    return moved;
}

} // namespace

directory::UnitUser unitUser(ClassService& classes, RosterService& roster, HoursService& hours,
                             CertificateService& papers) {
    const auto moveTo = [&](Writer& writer, const Moved& moved, std::int64_t unit) {
        classes.moveToUnit(writer, moved[0], unit);
        roster.moveToUnit(writer, moved[1], unit);
        hours.moveToUnit(writer, moved[2], unit);
        papers.moveToUnit(writer, moved[3], unit);
        for (const std::int64_t row : moved[4])
            archives::move(writer, row, unit);
    };
    directory::UnitUser user;
    user.plugin = "training";
    user.uses = [](Reader& reader, std::int64_t unit) {
        return store::usesUnit(reader, unit) || learners::usesUnit(reader, unit) ||
               trainees::usesUnit(reader, unit) || certificates::usesUnit(reader, unit) ||
               archives::any(reader, "unit", unit);
    };
    user.move = [moveTo](Writer& writer, std::int64_t from, const directory::UnitRef& to) {
        const Moved moved = recordsOf(writer, from);
        moveTo(writer, moved, to.id);
        return packed(moved);
    };
    user.moveBack = [moveTo](Writer& writer, const Ids& records, const directory::UnitRef& back) {
        moveTo(writer, unpacked(records), back.id);
    };
    return user;
}

directory::PersonUser personUser() {
    return {"training", [](Reader& reader, std::int64_t person) {
                return learners::usesPerson(reader, person) || credits::usesPerson(reader, person) ||
                       trainees::usesPerson(reader, person) || certificates::usesPerson(reader, person) ||
                       archives::any(reader, "person", person);
            }};
}

participation::SubjectKind subjectKind(ClassService& classes) {
    participation::SubjectKind kind;
    kind.kind = classKind;
    kind.title = tr("培训班");
    kind.page = "training.page";
    kind.changed = [&classes](Writer& writer, std::int64_t id, std::int64_t reported, bool estimated) {
        classes.keepReported(writer, id, reported, estimated);
    };
    kind.describe = [](Reader& reader, std::int64_t id) {
        const auto one = store::find(reader, id);
        return one ? tr("{} {} {}", one->number, one->name, one->startsOn.iso()) : std::string();
    };
    return kind;
}

} // namespace training
