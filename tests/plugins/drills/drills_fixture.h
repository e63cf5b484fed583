#pragma once
#include "neighbours.h"

#include "core/drill_service.h"
#include "core/drill_store.h"
#include "core/finding_store.h"
#include "core/rating_service.h"
#include "core/schema.h"
#include "core/unit_user.h"

#include "support/test_database.h"

namespace drills::testing {

inline Vocabulary shippedWords() { return Vocabulary::load({YANXUN_SOURCE_DIR "/plugins/drills/templates/words"}); }
inline std::vector<ScoreSheet> shippedSheets() { return loadScoreSheets({YANXUN_SOURCE_DIR "/templates/scoresheets"}); }

/// A database with the tables of drills and its neighbours, and their services.
class DrillsTest : public yanxun::testing::DatabaseTest {
protected:
    DrillsTest() {
        migrate();
        records->registerSubject(subjectKind(service));
        neighbour->users().add(participationUnitUser());
        neighbour->users().add(unitUser(service));
    }

    void migrate() {
        db().migrate("directory", Directory::migrations());
        db().migrate("participation", participationMigrations());
        db().migrate("drills", migrations());
    }

    static DrillDraft draft(const std::string& name, const std::string& unit, yanxun::Date day) {
        DrillDraft made;
        made.name = name;
        made.unitName = unit;
        made.regionName = "城西街道";
        made.heldOn = day;
        made.hazard = "火灾";
        made.mode = "实战";
        made.participants = 20;
        made.createUnit = true;
        return made;
    }
    std::int64_t add(const DrillDraft& draft) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) { id = service.add(writer, draft); });
        return id;
    }
    Drill get(std::int64_t id) {
        Drill drill;
        db().read([&](yanxun::Reader& reader) { drill = store::get(reader, id); });
        return drill;
    }
    std::int64_t count(const std::string& sql) {
        std::int64_t number = 0;
        db().read([&](yanxun::Reader& reader) { number = reader.scalar(sql); });
        return number;
    }
    /// Copies in drills_drill that are not what participation and the findings say; must be 0.
    std::int64_t wrongCopies() {
        std::vector<Drill> all;
        std::int64_t wrong = 0;
        db().read([&](yanxun::Reader& reader) {
            store::each(reader, 0, [&](const Drill& drill) { all.push_back(drill); });
            for (const Drill& drill : all) {
                if (records->reported(reader, {drillKind, drill.id}) != drill.participants) ++wrong;
                const auto findings = findings::of(reader, drill.id);
                std::int64_t open = 0;
                for (const Finding& finding : findings) open += finding.state == Rectification::open ? 1 : 0;
                if (std::int64_t(findings.size()) != drill.findings || open != drill.openFindings) ++wrong;
            }
        });
        return wrong;
    }

    Vocabulary words = shippedWords();
    std::vector<ScoreSheet> sheets = shippedSheets();
    std::unique_ptr<Directory> neighbour = makeDirectory(clock);
    std::unique_ptr<participation::Records> records = makeRecords();
    DrillService service{neighbour->units(), *records, words};
    RatingService rating{sheets, *records};
};

} // namespace drills::testing
