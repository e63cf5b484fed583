#pragma once
#include "neighbours.h"

#include "core/activity_list_store.h"
#include "core/activity_service.h"
#include "core/activity_store.h"
#include "core/coverage.h"
#include "core/plan_service.h"
#include "core/post_service.h"
#include "core/post_store.h"
#include "core/reach_store.h"
#include "core/schema.h"
#include "core/term_store.h"
#include "core/unit_user.h"

#include "support/test_database.h"

#include <yanxun/table/import.h>

#include <gmock/gmock.h>

namespace campaigns::testing {

inline KeyDates shippedDates() { return KeyDates::load({YANXUN_SOURCE_DIR "/plugins/campaigns/templates/rules"}); }

/// A database with the tables of campaigns and its neighbours, and their services.
class CampaignsTest : public yanxun::testing::DatabaseTest {
protected:
    CampaignsTest() {
        db().migrate("directory", Directory::migrations());
        db().migrate("participation", participationMigrations());
        db().migrate("campaigns", migrations());
        db().migrate("import", yanxun::Importer::migrations());
        records->registerSubject(subjectKind(service));
        neighbour->users().add(participationUnitUser());
        neighbour->users().add(unitUser());
    }

    std::int64_t unit(const std::string& name, const std::string& kind, const std::string& township) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) { id = neighbour->add(writer, name, kind, township); });
        return id;
    }
    static ActivityDraft draft(const std::string& name, yanxun::Date day, std::vector<std::string> reach,
                               std::vector<std::string> categories) {
        ActivityDraft made;
        made.name = name;
        made.heldOn = day;
        made.reach = std::move(reach);
        made.categories = std::move(categories);
        made.attendance = 100;
        made.createUnits = true;
        made.source = Source::imported;
        return made;
    }
    std::int64_t add(const ActivityDraft& draft) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) { id = service.add(writer, draft); });
        return id;
    }
    Activity get(std::int64_t id) {
        Activity activity;
        db().read([&](yanxun::Reader& reader) { activity = store::get(reader, id); });
        return activity;
    }
    Terms terms() {
        Terms all;
        db().read([&](yanxun::Reader& reader) { all = term_store::all(reader); });
        return all;
    }
    std::int64_t category(const std::string& name) { return terms().find(TermKind::category, name)->id; }
    std::int64_t count(const std::string& sql) {
        std::int64_t number = 0;
        db().read([&](yanxun::Reader& reader) { number = reader.scalar(sql); });
        return number;
    }
    /// Derived rows that differ from the records, and attendance that participation does not report; must be 0.
    std::int64_t wrongCopies() {
        std::int64_t wrong = 0;
        db().read([&](yanxun::Reader& reader) {
            const auto faults = reach_store::coverFaults(reader);
            wrong = faults.missing + faults.extra;
            std::vector<ActivityRef> all;
            lists::refs(reader, 0, 99999999, [&](const ActivityRef& ref) { all.push_back(ref); });
            for (const ActivityRef& ref : all) {
                wrong += records->reported(reader, {activityKind, ref.id}) != store::get(reader, ref.id).attendance;
            }
        });
        return wrong;
    }
    template <class Work>
    std::string refusal(Work work) {
        try {
            db().write(work);
        } catch (const yanxun::Error& refused) {
            return refused.what();
        }
        return {};
    }

    std::unique_ptr<Directory> neighbour = makeDirectory(clock);
    std::unique_ptr<participation::Records> records = makeRecords();
    Listeners listeners;
    ActivityDirectory directory{listeners};
    ActivityService service{neighbour->units(), *records, listeners};
    PostService posts;
    KeyDates dates = shippedDates();
    PlanService plans{neighbour->units(), dates};
    Coverage coverage{neighbour->scope()};
};

} // namespace campaigns::testing
