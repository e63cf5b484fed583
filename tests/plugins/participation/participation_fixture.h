#pragma once
#include "support/test_database.h"

#include "core/record_service.h"
#include "core/schema.h"

#include <map>

namespace participation::testing {

/// The service over an empty database, with one subject kind whose owner remembers what it was told.
class ParticipationTest : public yanxun::testing::DatabaseTest {
protected:
    struct Told {
        std::int64_t reported = 0;
        bool estimated = false;
        int times = 0;
    };

    ParticipationTest() {
        db().migrate("participation", migrations());
        SubjectKind kind;
        kind.kind = "fake.meeting";
        kind.title = "会议";
        kind.changed = [this](yanxun::Writer&, std::int64_t subject, std::int64_t reported, bool estimated) {
            told[subject] = {reported, estimated, told[subject].times + 1};
        };
        kind.describe = [](yanxun::Reader&, std::int64_t subject) { return "会议" + std::to_string(subject); };
        records.registerSubject(kind);
    }

    std::int64_t put(std::int64_t subject, const std::string& unit, const std::string& audience,
                     std::optional<std::int64_t> counted, bool estimated = false, std::int64_t unitId = 0) {
        Entry entry;
        entry.unitId = unitId;
        entry.unitName = unit;
        entry.audience = audience;
        entry.counted = counted;
        entry.estimated = estimated;
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) { id = records.put(writer, {"fake.meeting", subject}, entry); });
        return id;
    }
    void putNames(std::int64_t entry, int count) {
        std::vector<Named> names;
        for (int i = 0; i < count; ++i)
            names.push_back({"人" + std::to_string(i), 0, "参加"});
        db().write([&](yanxun::Writer& writer) { records.putNames(writer, entry, names); });
    }
    std::int64_t reported(std::int64_t subject) {
        std::int64_t people = 0;
        db().read([&](yanxun::Reader& reader) { people = records.reported(reader, {"fake.meeting", subject}); });
        return people;
    }
    std::vector<Entry> of(std::int64_t subject) {
        std::vector<Entry> entries;
        db().read([&](yanxun::Reader& reader) { entries = records.of(reader, {"fake.meeting", subject}); });
        return entries;
    }

    RecordService records;
    std::map<std::int64_t, Told> told;
};

} // namespace participation::testing
