// 52,900 drills, a hundred years of a district: what list, calendar and board ask is answered from indexes, and what the
// engines do is looked at as well as what they say. SQLite with and without statistics; PostgreSQL, which keeps its own,
// with them and with all its ways open.
#include "core/drill_list_store.h"
#include "core/plan/engagement_store.h"
#include "core/statistics_store.h"
#include "duty_fixture.h"
#include "statement_ear.h"

#include <array>

namespace drills::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;
using Type = yanxun::ColumnType;

constexpr int kFirstYear = 1922, kYears = 100, kAYear = 529;
/// What PostgreSQL may put in order itself: about a year's drills. It guesses numbers from a random sample, so the bound keeps
/// far from them (a year's of one street are 106) and from what an order without an index would sort (52,900).
constexpr int kFew = 2 * kAYear;
constexpr std::array kHazards{"火灾", "地震", "防汛", "危化品"};
constexpr std::array kRegions{"城西街道", "水稻乡", "望川街道", "安澜镇", "东川镇"};
constexpr std::array kModes{"实战", "桌面", "双盲", "示范"};
const std::array kColumns{
    yanxun::BulkColumn{"uid", Type::text},          yanxun::BulkColumn{"name", Type::text},
    yanxun::BulkColumn{"name_key", Type::text},     yanxun::BulkColumn{"name_sort", Type::text},
    yanxun::BulkColumn{"unit_id", Type::integer},   yanxun::BulkColumn{"unit_name", Type::text},
    yanxun::BulkColumn{"unit_sort", Type::text},    yanxun::BulkColumn{"region_name", Type::text},
    yanxun::BulkColumn{"region_sort", Type::text},  yanxun::BulkColumn{"held_ymd", Type::integer},
    yanxun::BulkColumn{"held_ym", Type::integer},   yanxun::BulkColumn{"hazard", Type::text},
    yanxun::BulkColumn{"mode_word", Type::text},    yanxun::BulkColumn{"participants", Type::integer},
    yanxun::BulkColumn{"ledger_score", Type::integer}, yanxun::BulkColumn{"status", Type::integer},
    yanxun::BulkColumn{"source", Type::integer},    yanxun::BulkColumn{"counted", Type::integer},
    yanxun::BulkColumn{"open_findings", Type::integer}};

class ExplainScale : public DutyTest {
protected:
    void SetUp() override {
        listen();
        reopen();
        db().write([](Writer& writer) {
            int i = 0;
            writer.insertUnlogged("drills_drill", kColumns, [&](yanxun::BulkRow& row) { return put(row, i++); });
        });
    }
    static bool put(yanxun::BulkRow& row, int i);
    void gatherStatistics() {
        db().write([](Writer& writer) { writer.exec("ANALYZE"); });
        reopen();
    }
    /// The engine's own choice, nothing forbidden to it.
    std::string choiceOf(Reader& reader, const std::string& sql, const yanxun::Values& values) {
        const bool sqlite = reader.engine() == yanxun::Engine::sqlite;
        std::string text;
        reader.each((sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + sql, values,
                    [&](const yanxun::Row& row) { text += row.str(sqlite ? 3 : 0) + "\n"; });
        return text;
    }
    /// Found by an index and in its order.
    void expectIndexed(Reader& reader, const yanxun::SearchCondition& asked, const std::string& what) {
        const std::string plan = choiceOf(reader, asked.sql, asked.values);
        EXPECT_FALSE(readsAll(plan)) << what << "\n" << plan;
        EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << what << "\n" << plan;
        EXPECT_LT(sortedRows(plan), kFew) << what << "\n" << plan;
    }
    /// How many rows that an index found PostgreSQL expects to put in order itself; 0 when nothing is sorted.
    static int sortedRows(const std::string& plan) {
        const std::size_t sort = plan.find("Sort  (");
        return sort == std::string::npos ? 0 : std::stoi(plan.substr(plan.find("rows=", sort) + 5));
    }
    /// One of the drills' names in the plan is read from end to end without an index.
    static bool readsAll(const std::string& plan) {
        if (plan.find("Seq Scan on drills_drill") != std::string::npos) return true;
        for (const char* scan : {"SCAN drills_drill\n", "SCAN d\n"}) {
            if (plan.find(scan) != std::string::npos) return true;
        }
        return false;
    }
    /// What `work` really sends: SQLite is asked for the plan of each statement, PostgreSQL how often it read the table.
    void expectNoScan(const std::string& what, const std::function<void(Reader&)>& work) {
        if (GetParam() == yanxun::Engine::postgresql) {
            db().read([&](Reader& reader) {
                const auto scans = [&] {
                    return reader.scalar("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'drills_drill'");
                };
                const auto before = scans();
                work(reader);
                EXPECT_EQ(scans(), before) << what;
            });
            return;
        }
        const auto statements = heardIn([&] { db().read(work); });
        ASSERT_FALSE(statements.empty()) << what;
        db().read([&](Reader& reader) {
            for (const std::string& sql : statements) {
                const std::string plan = choiceOf(reader, sql, {});
                EXPECT_FALSE(readsAll(plan)) << what << "\n" << sql << "\n" << plan;
            }
        });
    }
    void lookAtAll() {
        db().read([&](Reader& reader) { theListAndItsOrders(reader); });
        whatPagesSend();
    }
    void theListAndItsOrders(Reader& reader);
    void whatPagesSend();
};
YANXUN_ON_BOTH_ENGINES(ExplainScale);

bool ExplainScale::put(yanxun::BulkRow& row, int i) {
    if (i == kYears * kAYear) return false;
    const std::string number = std::to_string(i);
    const int year = kFirstYear + i / kAYear, month = 1 + i % 12, day = 1 + i / 12 % 28;
    const bool isPlanned = i % 53 == 0;
    int column = 0;
    const auto text = [&](const std::string& value) { row.text(std::size_t(column++), value); };
    const auto integer = [&](std::int64_t value) { row.integer(std::size_t(column++), value); };
    text("drill-" + number);
    for (const char* begin : {"演练", "演练", "yanlian"}) text(begin + std::to_string(i * 7919 % 52'901));
    integer(1 + i % 1'200);
    text("单位" + std::to_string(i % 1'200));
    text("danwei" + std::to_string(i % 1'200));
    text(kRegions[std::size_t(i) % kRegions.size()]);
    text("region" + std::to_string(i % 5));
    integer((year * 100 + month) * 100 + day);
    integer(year * 100 + month);
    text(kHazards[std::size_t(i / 3) % kHazards.size()]);
    text(kModes[std::size_t(i / 5) % kModes.size()]);
    integer(i * 31 % 400);
    if (i % 11 == 0) ++column;
    else integer(6'000 + i * 13 % 4'000);
    integer(isPlanned ? 20 : i % 3 == 0 ? 100 : 70);
    integer(1);
    integer(isPlanned ? 0 : 1);
    integer(i % 17 == 0 ? 1 : 0);
    return true;
}

void ExplainScale::theListAndItsOrders(Reader& reader) {
    const auto list = [&](const std::string& argument, DrillOrder order, bool ascending) {
        return lists::idStatement(reader, parseArgument(argument), words.grades(), order, ascending, 100);
    };
    for (const DrillOrder order : {DrillOrder::held, DrillOrder::name, DrillOrder::unit, DrillOrder::region, DrillOrder::hazard,
                                   DrillOrder::mode, DrillOrder::participants, DrillOrder::score, DrillOrder::stage}) {
        for (const bool ascending : {true, false}) {
            expectIndexed(reader, list("", order, ascending), "order " + std::to_string(int(order)));
        }
    }
    for (const char* filter : {"year=2021", "ym=202105", "period=2021-05-20..2021-06-01", "hazard=火灾", "region=城西街道",
                               "mode=实战", "unit=1", "stage=archived", "year=2021&hazard=火灾", "year=2021&region=城西街道",
                               "year=2021&mode=实战", "year=2021&stage=archived"}) {
        expectIndexed(reader, list(filter, DrillOrder::held, false), filter);
    }
    expectIndexed(reader, {"SELECT id FROM drills_drill WHERE held_ymd BETWEEN ? AND ? ORDER BY held_ymd, id", {20210501, 20210531}},
                  "calendar month");
}

void ExplainScale::whatPagesSend() {
    const Period may{{2021, 5, 1}, {2021, 5, 31}};
    expectNoScan("list", [&](Reader& reader) {
        std::vector<std::string> filters{"year=2021", "ym=202105", "unit=1", "year=2021&hazard=火灾", "year=2021&stage=archived"};
        // How many there are in all is counted too; PostgreSQL counts a quarter of the table by reading it.
        if (reader.engine() == yanxun::Engine::sqlite) {
            for (const char* wide : {"", "hazard=火灾", "region=城西街道", "mode=实战"}) filters.emplace_back(wide);
        }
        for (const std::string& filter : filters) {
            const auto found = lists::ids(reader, parseArgument(filter), words.grades(), DrillOrder::held, false, 100);
            EXPECT_GT(found.ids.size(), 0u) << filter;
            lists::get(reader, found.ids);
        }
    });
    expectNoScan("words to filter by", [](Reader& reader) {
        EXPECT_EQ(lists::years(reader).size(), std::size_t(kYears));
        EXPECT_EQ(lists::hazards(reader).size(), kHazards.size());
        EXPECT_EQ(lists::regions(reader).size(), kRegions.size());
        EXPECT_EQ(lists::modes(reader).size(), kModes.size());
    });
    expectNoScan("calendar", [&](Reader& reader) {
        EXPECT_GT(lists::between(reader, may).size(), 0u);
        EXPECT_GT(engagements(reader, may).size(), 0u);
    });
    expectNoScan("tasks", [](Reader& reader) {
        EXPECT_GT(lists::unscoredCount(reader), 0);
        EXPECT_EQ(lists::unscored(reader, 10).size(), 10u);
    });
    expectNoScan("board", [&](Reader& reader) {
        duties.compute(reader, 2021, {2022, 1, 1});
        DutyFilter filter;
        filter.year = 2021;
        duties::eachMark(reader, filter, [](const DutyMark&) {});
        duties::ids(reader, filter, DutyOrder::due, true, 100);
        duties::counts(reader, filter);
        duties::regions(reader, 2021);
    });
    expectNoScan("figures", [](Reader& reader) {
        const Period year = Period::year(2021);
        EXPECT_EQ(statistics::vetoes(reader, year), 0);
        statistics::planCoverage(reader, year);
        statistics::totals(reader, year);
        statistics::scoreCounts(reader, year);
    });
}

TEST_P(ExplainScale, ListCalendarAndBoardAnswerFromIndexes) {
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill"), kYears * kAYear);
    if (GetParam() == yanxun::Engine::sqlite) lookAtAll();
    gatherStatistics();
    lookAtAll();
}

} // namespace
} // namespace drills::testing
