// A database of the third step, with records in it, goes up to the newest step: nothing is lost, nothing changes.
#include "drills_fixture.h"

#include <array>
#include <map>

namespace drills::testing {
namespace {

using yanxun::Reader;
using yanxun::Row;
using yanxun::Writer;

constexpr std::array kTables{"drills_drill",       "drills_finding",   "drills_result",     "drills_result_item",
                             "drills_eval",        "drills_eval_sheet", "drills_eval_entry", "drills_eval_ruling",
                             "drills_eval_veto",   "drills_repeat",    "drills_plan",       "drills_plan_link",
                             "drills_mark",        "drills_taking",    "drills_own_rule",   "drills_rule_choice",
                             "drills_duty_setting", "drills_exemption", "drills_submission"};

/// Nothing is there yet: the test brings the tables up itself.
class UpgradeTest : public yanxun::testing::DatabaseTest {
protected:
    static std::vector<yanxun::Migration> until(int version) {
        std::vector<yanxun::Migration> steps = migrations();
        std::erase_if(steps, [version](const yanxun::Migration& step) { return step.version > version; });
        return steps;
    }
    void put(const std::string& sql) {
        db().write([&](Writer& writer) { EXPECT_EQ(writer.exec(sql), 1) << sql; });
    }
    void putRecordsOfStepThree();
    /// The columns a table has now.
    std::vector<std::string> columnsOf(const std::string& table) {
        std::vector<std::string> names;
        db().read([&](Reader& reader) {
            const bool sqlite = reader.engine() == yanxun::Engine::sqlite;
            reader.each(sqlite ? "SELECT name FROM pragma_table_info('" + table + "') ORDER BY cid"
                               : "SELECT column_name::text FROM information_schema.columns WHERE table_name = '" + table +
                                     "' ORDER BY ordinal_position",
                        [&](const Row& row) { names.push_back(row.str(0)); });
        });
        return names;
    }
    std::vector<std::string> rowsOf(const std::string& table, const std::vector<std::string>& columns) {
        std::string sql = "SELECT ";
        for (const std::string& column : columns) {
            sql += (sql.size() > 7 ? ", " : "") + ("coalesce(CAST(" + column + " AS text), 'NULL')");
        }
        std::vector<std::string> rows;
        db().read([&](Reader& reader) {
            reader.each(sql + " FROM " + table + " ORDER BY id", [&](const Row& row) {
                std::string line;
                for (std::size_t i = 0; i < columns.size(); ++i) line += row.str(i) + "|";
                rows.push_back(line);
            });
        });
        return rows;
    }
};
YANXUN_ON_BOTH_ENGINES(UpgradeTest);

void UpgradeTest::putRecordsOfStepThree() {
    for (const char* drill : {"(1, 'd1', '防火演练', '防火演练', 'fanghuo', 1, '甲厂', 'jia', 20210503, 202105, 70, 1, 9000, 1, 1, 0, 1)",
                              "(2, 'd2', '防汛演练', '防汛演练', 'fangxun', 1, '甲厂', 'jia', 20210603, 202106, 100, 0, NULL, 0, 0, 0, 1)",
                              "(3, 'd3', '练习', '练习', 'lianxi', 2, '乙厂', 'yi', 20210703, 202107, 70, 0, 8000, 0, 0, 1, 1)"}) {
        put("INSERT INTO drills_drill (id, uid, name, name_key, name_sort, unit_id, unit_name, unit_sort, held_ymd, held_ym,"
            " status, findings, ledger_score, open_findings, counted, is_practice, source) VALUES " +
            std::string(drill));
    }
    put("INSERT INTO drills_finding (id, uid, drill_id, source, severity, description, state, due_ymd)"
        " VALUES (1, 'f1', 1, 1, 2, '路线不清', 1, 20210601)");
    put("INSERT INTO drills_result (id, uid, drill_id, version, sheet_id, sheet_version, evaluator, scored_ymd, total, coverage,"
        " grade, verdict, inputs_hash) VALUES (1, 'r1', 1, 1, 'general-live', 1, '评估员', 20210504, 9120, 100, '优秀', 1, 'abc')");
    put("INSERT INTO drills_result_item (id, result_id, item_no, place, state, points, full_points)"
        " VALUES (1, 1, '1.1', 1, 1, 500, 500)");
    put("INSERT INTO drills_eval (id, uid, drill_id, sheet_id, sheet_version, aggregate, total_mode)"
        " VALUES (1, 'e1', 1, 'general-live', 1, 1, 1)");
    put("INSERT INTO drills_eval_sheet (id, uid, eval_id, name, role, weight, state) VALUES (1, 's1', 1, '评估员', 1, 100, 1)");
    put("INSERT INTO drills_eval_entry (id, sheet_id, item_no, state, answer) VALUES (1, 1, '1.1', 1, '符合')");
    put("INSERT INTO drills_eval_ruling (id, eval_id, item_no, target_ms) VALUES (1, 1, '1.1', 60000)");
    put("INSERT INTO drills_eval_veto (id, eval_id, code, decision, reason) VALUES (1, 1, 'V1', 1, '有人受伤')");
    put("INSERT INTO drills_repeat (id, uid, drill_id, due_ymd, reason) VALUES (1, 'p1', 1, 20210701, '差')");
    put("INSERT INTO drills_plan (id, uid, unit_id, unit_name, kind, title, title_key) VALUES (1, 'l1', 1, '甲厂', '综合', '综合预案', '综合预案')");
    put("INSERT INTO drills_plan_link (id, drill_id, plan_id) VALUES (1, 1, 1)");
    put("INSERT INTO drills_mark (id, drill_id, mark) VALUES (1, 1, '夜间')");
    put("INSERT INTO drills_taking (id, drill_id, unit_id, unit_name, role) VALUES (1, 1, 2, '乙厂', 2)");
    put("INSERT INTO drills_own_rule (id, uid, code, title, basis, kinds, mode, n, span, years, days, season_from, season_to, live,"
        " tabletop, school_months, submit, multi) VALUES (1, 'o1', 'B1', '自定', '区文件', '企业', 'COUNT', 1, 'YEAR', 1, 0, 0, 0, 1, 1, 0, 0, 1)");
    put("INSERT INTO drills_rule_choice (id, code, is_on) VALUES (1, 'R14', 1)");
    put("INSERT INTO drills_duty_setting (id, name, value) VALUES (1, 'months', '2 7 8')");
    put("INSERT INTO drills_exemption (id, uid, unit_id, unit_name, rule, first_ymd, last_ymd, reason)"
        " VALUES (1, 'x1', 2, '乙厂', 'R01', 20210101, 20211231, '停产')");
    put("INSERT INTO drills_submission (id, uid, unit_id, rule, window_ymd, sent_ymd, receipt)"
        " VALUES (1, 'b1', 1, 'R02', 20210101, 20210601, '收1')");
}

TEST_P(UpgradeTest, EveryRecordOfTheThirdStepStandsAfterTheNewest) {
    db().migrate("drills", until(3));
    ASSERT_EQ(db().schemaVersion("drills"), 3);
    putRecordsOfStepThree();
    std::map<std::string, std::pair<std::vector<std::string>, std::vector<std::string>>> before;
    for (const std::string table : kTables) {
        const auto columns = columnsOf(table);
        before[table] = {columns, rowsOf(table, columns)};
        ASSERT_FALSE(before[table].second.empty()) << table;
    }
    db().migrate("drills", migrations());
    EXPECT_EQ(db().schemaVersion("drills"), migrations().back().version);
    for (const auto& [table, was] : before) EXPECT_EQ(rowsOf(table, was.first), was.second) << table;
    reopen();
    db().migrate("drills", migrations());
    for (const auto& [table, was] : before) EXPECT_EQ(rowsOf(table, was.first), was.second) << table;
}

TEST_P(UpgradeTest, TheNewProgramReadsThemAndGoesOn) {
    db().migrate("drills", until(3));
    putRecordsOfStepThree();
    db().migrate("drills", migrations());
    db().write([](Writer& writer) {
        const Drill drill = store::get(writer, 1);
        EXPECT_EQ(drill.name, "防火演练");
        EXPECT_EQ(drill.heldOn, (yanxun::Date{2021, 5, 3}));
        EXPECT_EQ(drill.ledgerScore, 9000);
        EXPECT_TRUE(store::get(writer, 3).isPractice);
        const auto findings = findings::of(writer, 1);
        ASSERT_EQ(findings.size(), 1u);
        EXPECT_EQ(findings.front().description, "路线不清");
        EXPECT_EQ(findings.front().itemNo, "") << "what it did not know then is empty";
        Drill changed = drill;
        changed.summary = "升级之后补记";
        store::update(writer, changed);
    });
    db().read([](Reader& reader) { EXPECT_EQ(store::get(reader, 1).summary, "升级之后补记"); });
}

} // namespace
} // namespace drills::testing
