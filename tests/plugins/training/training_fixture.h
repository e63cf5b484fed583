#pragma once
#include "neighbours.h"

#include "core/archive_service.h"
#include "core/certificate_service.h"
#include "core/certificate_store.h"
#include "core/class_store.h"
#include "core/hours_service.h"
#include "core/hours_store.h"
#include "core/learner_store.h"
#include "core/roster_service.h"
#include "core/schema.h"
#include "core/users.h"

#include "support/test_database.h"

namespace training::testing {

inline Vocabulary shippedWords() { return Vocabulary::load({YANXUN_SOURCE_DIR "/plugins/training/templates/words"}); }
inline Rules shippedRules() { return Rules::load({YANXUN_SOURCE_DIR "/templates/rules"}); }

/// A database with the tables of training and its neighbours, and their services. Today is 2021-06-30.
class TrainingTest : public yanxun::testing::DatabaseTest {
protected:
    TrainingTest() {
        db().migrate("directory", Directory::migrations());
        db().migrate("participation", participationMigrations());
        db().migrate("training", migrations());
        records->registerSubject(subjectKind(classes));
        neighbour->users().add(participationUnitUser());
        neighbour->users().add(unitUser(classes, roster, hours, papers));
        neighbour->people().addUser(personUser());
    }

    static ClassDraft draft(const std::string& number, const std::string& unit, yanxun::Date day) {
        ClassDraft made;
        made.number = number;
        made.name = "安全生产法宣讲";
        made.unitName = unit;
        made.startsOn = day;
        made.mode = "线下";
        made.minutes = 180;
        made.invited = 50;
        made.attended = 40;
        made.passed = 38;
        made.teacher = "岑老师";
        made.createUnit = true;
        return made;
    }
    std::int64_t add(const ClassDraft& draft) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) { id = classes.add(writer, draft); });
        return id;
    }
    TrainingClass get(std::int64_t id) {
        TrainingClass one;
        db().read([&](yanxun::Reader& reader) { one = store::get(reader, id); });
        return one;
    }
    std::int64_t unit(const std::string& name) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) {
            const auto known = neighbour->units().find(writer, name);
            id = known ? known->id : neighbour->units().create(writer, {name, "城西街道", "test"}).id;
        });
        return id;
    }
    std::int64_t enrol(std::int64_t one, const std::string& name, const std::string& unitName = {},
                       bool registered = true) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) {
            id = roster.enrol(writer, one, {name, unitName, "从业人员", registered});
        });
        return id;
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t number = 0;
        db().read([&](yanxun::Reader& reader) { number = reader.scalar(sql); });
        return number;
    }
    /// Copies in training_class that are not what participation says; must be 0.
    std::int64_t wrongCopies() {
        std::int64_t wrong = 0;
        db().read([&](yanxun::Reader& reader) {
            std::vector<TrainingClass> all;
            store::each(reader, {{1900, 1, 1}, {2200, 12, 31}},
                        [&](const TrainingClass& one) { all.push_back(one); });
            for (const TrainingClass& one : all)
                wrong += records->reported(reader, {classKind, one.id}) != one.attended;
        });
        return wrong;
    }
    /// The sentence work is refused with; "" when it is not.
    std::string refusal(const std::function<void(yanxun::Writer&)>& work) {
        try {
            db().write(work);
        } catch (const yanxun::Error& refused) {
            return refused.what();
        }
        return {};
    }

    Vocabulary words = shippedWords();
    Rules rules = shippedRules();
    std::unique_ptr<Directory> neighbour = makeDirectory();
    std::unique_ptr<participation::Records> records = makeRecords();
    ClassService classes{neighbour->units(), *records, words};
    RosterService roster{classes, neighbour->units(), neighbour->people(), *records, words};
    HoursService hours{neighbour->units(), neighbour->people(), rules, words};
    CertificateService papers{neighbour->units(), neighbour->people(), rules};
    ArchiveService archive{rules};
};

} // namespace training::testing
