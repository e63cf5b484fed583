// The 应急演练台账 as bureaus keep it, through the import engine, beside the real directory and participation.
#include "core/ledger_import.h"
#include "core/statistics_store.h"
#include "drills_fixture.h"
#include "sdk/import/workbook.h"

#include <gmock/gmock.h>

namespace drills::testing {
namespace {

using import_test::In;
using yanxun::ImportAction;
using yanxun::ImportMode;
using yanxun::ImportPlan;
using yanxun::ImportResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;
using ::testing::Contains;
using ::testing::HasSubstr;

class LedgerImportTest : public DrillsTest {
protected:
    using Rows = std::vector<std::vector<In>>;

    LedgerImportTest() {
        db().migrate("import", yanxun::Importer::migrations());
        sheet.name = "2021年";
        sheet.rows = {{"示范区2021年应急演练台账"},
                      {"填报单位：应急管理局　　填报日期：2021年12月31日"},
                      {"序号", "演练名称", "所属乡镇（街道）", "组织单位", "演练时间", "演练类别", "", "人数", "", "评估得分",
                       "存在问题", "整改情况"},
                      {"", "", "", "", "", "灾种", "形式", "参演人数", "观摩人数"},
                      {1, "兴和机械疏散演练", "城西街道", "兴和机械有限公司 ", In::day(44197), "人员密集场所", "双盲", "约16人", 30,
                       85.3, "通信不畅", "整改中"},
                      {2, "新区中学防火疏散演练", "", "新区中学", "2021.2.13", "火灾", "桌面", "２０", "", 88.90000000000001},
                      {3, "晋安社区救援演练", "", "晋安社区", "3月2日", "道路交通", "实战", "10人", 5, "", "集合点清点缓慢", "已整改"},
                      {4, "新区中学防火疏散演练 ", "", "新区中学", "2021年2月13日", "火灾", "桌面", 20},
                      {"", "城西街道小计", "", "", "", "", "", In::uncached("SUM(H5:H8)")},
                      {5, "杨徐村防汛拉练", "水稻乡", "杨徐村", "2021/6/16", "防汛", "示范", 35, "", 92},
                      {6, "", "", "杨徐村", "2021-06-17", "洪涝", "实战", 9},
                      {7, "王堂村迁安演练", "", "王堂村", "2021-13-45", "洪涝", "实战", 9},
                      {8, "新区中学防火疏散演练", "", "新区中学", "2021-10-13 ", "火灾", "实战", " 7 ", "", 79.5, "无"},
                      {"", "水稻乡小计", "", "", "", "", "", In::uncached("SUM(H10:H13)")},
                      {"", "合计", "", "", "", "", "", 88},
                      {},
                      {"注：参演人数以签到表为准。"}};
        sheet.merged = {"A1:L1", "A2:L2", "F3:G3", "H3:I3", "A3:A4", "B3:B4", "C3:C4",  "D3:D4",
                        "E3:E4", "J3:J4", "K3:K4", "L3:L4", "C5:C8", "C10:C13"};
    }

    ImportResult import(ImportMode mode = ImportMode::add, const std::string& unknown = {}) {
        import_test::writeWorkbook(folder.path() / "台账.xlsx", {sheet});
        yanxun::ImportOptions options;
        options.mode = mode;
        if (!unknown.empty()) options.own["unknown-units"] = unknown;
        return importer.run(kind, folder.path() / "台账.xlsx", {}, options, false, plan);
    }
    yanxun::UndoResult undo(std::int64_t batch) { return importer.undo(kind, batch); }
    void expectCounts(const ImportResult& result, int created, int skipped, int errors) {
        EXPECT_EQ(result.counts.created, created);
        EXPECT_EQ(result.counts.skipped, skipped);
        EXPECT_EQ(result.counts.errors, errors);
        EXPECT_EQ(result.counts.read, result.counts.created + result.counts.updated + skipped + errors);
    }
    std::vector<std::string> codes(int number) {
        std::vector<std::string> all;
        for (const auto& row : plan.rows) {
            if (row.number != number) continue;
            for (const auto& message : row.messages) all.push_back(message.column + ":" + message.code);
        }
        return all;
    }
    Drill named(const std::string& name) {
        Drill drill;
        db().read([&](Reader& reader) {
            drill = store::get(reader, reader.scalar("SELECT min(id) FROM drills_drill WHERE name = ?", {name}));
        });
        return drill;
    }
    statistics::Summary summary() {
        statistics::Summary sum;
        db().read([&](Reader& reader) { sum = statistics::summary(reader, Period::year(2021)); });
        return sum;
    }

    import_test::Sheet sheet;
    yanxun::testing::ScratchFolder folder;
    LedgerImport kind{service, neighbour->units(), *records};
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    ImportPlan plan;
};
YANXUN_ON_BOTH_ENGINES(LedgerImportTest);

TEST_P(LedgerImportTest, ComesInAsPeopleKeepIt) {
    expectCounts(import(), 5, 1, 2);
    const Drill drill = named("兴和机械疏散演练");
    EXPECT_EQ(drill.unitName, "兴和机械有限公司");
    EXPECT_EQ(drill.regionName, "城西街道");
    EXPECT_EQ(drill.heldOn, (yanxun::Date{2021, 1, 1}));
    EXPECT_EQ(drill.participants, 16);
    EXPECT_TRUE(drill.participantsEstimated);
    EXPECT_EQ(drill.watchers, 30);
    EXPECT_EQ(drill.ledgerScore, 8530);
    EXPECT_EQ(drill.modeWord, "双盲");
    EXPECT_EQ(drill.axes.notice, Notice::doubleBlind);
    EXPECT_EQ(drill.status, Status::ended);
    EXPECT_EQ(drill.source, Source::imported);
    EXPECT_EQ(drill.openFindings, 1);
    EXPECT_EQ(named("晋安社区救援演练").heldOn, (yanxun::Date{2021, 3, 2})) << "the year of the sheet's name";
    EXPECT_EQ(named("晋安社区救援演练").openFindings, 0);
    EXPECT_EQ(named("新区中学防火疏散演练").regionName, "城西街道") << "merged down";
    EXPECT_EQ(named("新区中学防火疏散演练").ledgerScore, 8890);
    EXPECT_EQ(named("杨徐村防汛拉练").hazard, "洪涝");
    EXPECT_EQ(named("杨徐村防汛拉练").hazardWord, "防汛");
    const auto sum = summary();
    EXPECT_EQ(sum.held, 5);
    EXPECT_EQ(sum.participants, 16 + 20 + 10 + 35 + 7);
    EXPECT_EQ(sum.watchers, 35);
    EXPECT_EQ(sum.findings, 2) << "«无» is no finding";
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(LedgerImportTest, SaysWhichRowIsWrongAndWhy) {
    import();
    EXPECT_THAT(codes(11), Contains(HasSubstr("name:")));
    EXPECT_THAT(codes(12), Contains(HasSubstr("date:")));
    EXPECT_THAT(codes(5), Contains("unit:unit.unknown"));
    for (const auto& row : plan.rows) {
        if (row.number == 8) {
            EXPECT_EQ(row.action, ImportAction::skip);
            EXPECT_EQ(row.doubleOf, 6);
        }
    }
}

TEST_P(LedgerImportTest, TwiceIsOnce) {
    import();
    expectCounts(import(), 0, 6, 2);
    EXPECT_EQ(summary().participants, 88);
    EXPECT_EQ(count("SELECT count(*) FROM drills_finding"), 2);
}

TEST_P(LedgerImportTest, UndoLeavesNothingAndTheNextImportIsTheSame) {
    const auto first = import();
    EXPECT_TRUE(undo(first.batch).kept.empty());
    for (const char* table : {"drills_drill", "drills_finding", "participation_record", "directory_unit"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
    db().read([&](Reader& reader) { EXPECT_EQ(reader.searchCount("演练"), 0); });
    expectCounts(import(), 5, 1, 2);
    EXPECT_EQ(summary().participants, 88);
}

TEST_P(LedgerImportTest, UndoKeepsWhatWasWorkedOnSince) {
    const auto first = import();
    const Drill closed = named("兴和机械疏散演练");
    const Drill edited = named("杨徐村防汛拉练");
    const Drill headcount = named("晋安社区救援演练");
    db().write([&](Writer& writer) {
        const Finding finding = findings::of(writer, closed.id).front();
        service.closeFinding(writer, finding.id, finding.revision);
        DrillDraft draft = DrillService::draftOf(edited);
        draft.summary = "补充小结";
        service.edit(writer, edited.id, edited.revision, draft);
        service.setParticipants(writer, headcount.id, 12, false, "核对");
    });
    EXPECT_EQ(undo(first.batch).kept.size(), 3u);
    EXPECT_EQ(count("SELECT count(*) FROM drills_drill"), 3);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 3) << "their units stay too";
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(LedgerImportTest, KnownUnitsAreTakenByNameOrAlias) {
    db().write([&](Writer& writer) { neighbour->units().create(writer, {"新区中学", "金耀街道", "test"}); });
    import();
    EXPECT_TRUE(codes(6).empty());
    EXPECT_EQ(named("新区中学防火疏散演练").regionName, "城西街道") << "the township as the ledger says it";
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit WHERE name = '新区中学'"), 1);
}

TEST_P(LedgerImportTest, UnknownUnitsAreRefusedWhenAsked) {
    db().write([&](Writer& writer) { neighbour->units().create(writer, {"新区中学", "金耀街道", "test"}); });
    expectCounts(import(ImportMode::add, "refuse"), 2, 1, 5);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 1);
}

TEST_P(LedgerImportTest, WithoutAskingForDoublesEveryRowIsNew) {
    expectCounts(import(ImportMode::nocheck), 6, 0, 2);
    EXPECT_EQ(summary().held, 6);
}

TEST_P(LedgerImportTest, AScoreBeyondAHundredIsWrong) {
    sheet.rows[4][9] = 185.3;
    import();
    EXPECT_THAT(codes(5), Contains("score:score.range"));
}

} // namespace
} // namespace drills::testing
