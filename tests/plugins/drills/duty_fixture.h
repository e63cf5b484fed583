#pragma once
#include "drills_fixture.h"

#include "core/duty/spot_check_service.h"
#include "core/duty_service.h"
#include "core/duty_store.h"

namespace drills::testing {

/// The shipped rules over a made-up district.
class DutyTest : public DrillsTest {
protected:
    std::int64_t unit(const std::string& name, const std::string& kind) {
        std::int64_t id = 0;
        db().write([&](yanxun::Writer& writer) { id = neighbour->addUnit(writer, name, kind); });
        return id;
    }
    void tell(std::int64_t id, const char* attribute, const char* value, const char* evidence) {
        db().write([&](yanxun::Writer& writer) { neighbour->tell(writer, id, attribute, value, evidence); });
    }
    void write(const std::function<void(yanxun::Writer&)>& work) { db().write(work); }
    std::vector<Duty> board(int year, yanxun::Date today, DutyFilter filter = {}) {
        duties.refresh(db(), year, today);
        filter.year = year;
        std::vector<Duty> all;
        db().read([&](yanxun::Reader& reader) {
            duties::each(reader, filter, [&](const Duty& duty) { all.push_back(duty); });
        });
        return all;
    }
    /// What the engine says it will do, one line a step.
    std::string planOf(yanxun::Reader& reader, const std::string& sql, const yanxun::Values& values) {
        const bool sqlite = reader.engine() == yanxun::Engine::sqlite;
        std::string text;
        if (!sqlite) {
            for (const char* way : {"enable_seqscan", "enable_sort", "enable_bitmapscan"})
                reader.each("SELECT set_config('" + std::string(way) + "', 'off', true)", [](const yanxun::Row&) {});
        }
        reader.each((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql, values,
                    [&](const yanxun::Row& row) { text += row.str(sqlite ? 3 : 0) + "\n"; });
        return text;
    }

    DutyRules rules = readDutyRules({YANXUN_SOURCE_DIR "/templates/rules"});
    DutyService duties{neighbour->units(), neighbour->attributes(), rules, service};
    SpotCheckService spotChecks{neighbour->units(), neighbour->attributes(), rules};
};

} // namespace drills::testing
