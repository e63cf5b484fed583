// The 安全培训台账 as bureaus keep it, through the import engine, beside the real directory and participation.
#include "core/class_import.h"
#include "core/records_export.h"
#include "core/statistics_store.h"
#include "sdk/import/workbook.h"
#include "training_fixture.h"

#include <gmock/gmock.h>

namespace training::testing {
namespace {

using import_test::In;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using yanxun::ImportAction;
using yanxun::ImportMode;
using yanxun::ImportPlan;
using yanxun::ImportResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class ClassImportTest : public TrainingTest {
protected:
    ClassImportTest() {
        db().migrate("import", yanxun::Importer::migrations());
        sheet.name = "2021年培训台账";
        sheet.rows = {
            {"示范区2021年安全培训台账"},
            {"期号", "培训名称", "形式", "主办单位", "培训时间", "学时", "人数", "", "", "授课人", "备注"},
            {"", "", "", "", "", "", "应到", "实到", "合格"},
            {"2021-001", "危化品安全专题培训", "网络", "恒业化工有限公司 ", In::day(44254), 16, 94, 91, 89, "郭老师",
             ""},
            {"2021-002", "应急救援队伍技能培训", "线上", "示范区应急管理局", "9月22日", "8学时", 29, "约26人", 26,
             "孙老师"},
            {"2021-003", "安全生产法宣讲", "线下", "新区中心小学", "2021-05-30 ", "４", "57", "５２", 51, "刘老师",
             "补办"},
            {"2021-003", "安全生产法宣讲", "线下", "示范区应急管理局", "2021.6.16", 4, 80, 76, "", "张老师"},
            {"2021-003", "安全生产法宣讲（重复）", "线下", "新区中心小学 ", "2021/5/30", 4, 57, 52, 51},
            {"2021-004", "网格员业务培训", "现场", "陈郭寨村", "2021年13月1日", 4, 80, 76, 73},
            {"2021-005", "网格员业务培训", "飞鸽", "陈郭寨村", "2021-06-01", 4, 80, 76, 73},
            {"2021-006", "网格员业务培训", "线下", "陈郭寨村", "2021-06-01", "很多", 80, 76, 73},
            {"", "网格员业务培训", "线下", "陈郭寨村", "2021-06-01", 4, 80, 76, 73},
            {"2021-007", "网格员业务培训", "线下+线上", "陈郭寨村", "2021-06-01", 4, 70, 76, 80},
            {"合计", "", "", "", "", "", 467, 321, 247}};
        sheet.merged = {"A1:K1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:I2", "J2:J3", "K2:K3"};
    }

    ImportResult import(ImportMode mode = ImportMode::add, const std::string& unknown = {}) {
        import_test::writeWorkbook(folder.path() / "台账.xlsx", {sheet});
        yanxun::ImportOptions options;
        options.mode = mode;
        if (!unknown.empty()) options.own["unknown-units"] = unknown;
        return importer.run(kind, folder.path() / "台账.xlsx", {}, options, false, plan);
    }
    void expectCounts(const ImportResult& result, int created, int updated, int skipped, int errors) {
        EXPECT_EQ(result.counts.created, created);
        EXPECT_EQ(result.counts.updated, updated);
        EXPECT_EQ(result.counts.skipped, skipped);
        EXPECT_EQ(result.counts.errors, errors);
        EXPECT_EQ(result.counts.read, created + updated + skipped + errors);
    }
    std::vector<std::string> codes(int number) {
        std::vector<std::string> all;
        for (const auto& row : plan.rows) {
            if (row.number != number) continue;
            for (const auto& message : row.messages)
                all.push_back(message.column + ":" + message.code);
        }
        return all;
    }
    TrainingClass numbered(const std::string& number, const std::string& host) {
        TrainingClass one;
        db().read([&](Reader& reader) {
            const auto found = neighbour->units().find(reader, host);
            if (found) one = store::findByKey(reader, number, found->id).value_or(TrainingClass{});
        });
        return one;
    }
    statistics::Totals totals() {
        statistics::Totals sum;
        db().read([&](Reader& reader) { sum = statistics::totals(reader, Period::year(2021)); });
        return sum;
    }

    import_test::Sheet sheet;
    yanxun::testing::ScratchFolder folder;
    ClassImport kind{classes, neighbour->units(), *records, words};
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    ImportPlan plan;
};
YANXUN_ON_BOTH_ENGINES(ClassImportTest);

TEST_P(ClassImportTest, ComesInAsPeopleKeepIt) {
    expectCounts(import(), 5, 0, 1, 4);
    const TrainingClass one = numbered("2021-002", "示范区应急管理局");
    EXPECT_EQ(one.mode, Mode::online);
    EXPECT_EQ(one.modeWord, "线上") << "the word as written";
    EXPECT_EQ(one.startsOn, (yanxun::Date{2021, 9, 22})) << "the year of the sheet's name";
    EXPECT_EQ(one.minutes, 360);
    EXPECT_EQ(one.attended, 26);
    EXPECT_TRUE(one.attendedEstimated);
    EXPECT_EQ(one.status, Status::done) << "a ledger tells what was";
    EXPECT_EQ(one.source, Source::imported);
    EXPECT_EQ(numbered("2021-003", "新区中心小学").minutes, 180);
    EXPECT_EQ(numbered("2021-003", "新区中心小学").note, "补办");
    EXPECT_NE(numbered("2021-003", "示范区应急管理局").id, 0) << "the same number of another host";
    EXPECT_EQ(numbered("2021-007", "陈郭寨村").passed, 80) << "recorded as the ledger says it";
    const auto sum = totals();
    EXPECT_EQ(sum.offline, 3);
    EXPECT_EQ(sum.mixed, 1);
    EXPECT_EQ(sum.online, 2);
    EXPECT_EQ(sum.attended, 91 + 26 + 52 + 76 + 76);
    EXPECT_EQ(wrongCopies(), 0);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit WHERE incomplete = 1"), 4);
}

TEST_P(ClassImportTest, SaysWhichRowIsWrongAndWhy) {
    import();
    EXPECT_THAT(codes(9), Contains(HasSubstr("date:")));
    EXPECT_THAT(codes(10), Contains("form:form.unknown"));
    EXPECT_THAT(codes(11), Contains("hours:hours.invalid"));
    EXPECT_THAT(codes(12), Contains(HasSubstr("number:")));
    EXPECT_THAT(codes(13), Contains("passed:passed.many"));
    EXPECT_THAT(codes(13), Contains("attended:attended.many"));
    EXPECT_THAT(codes(4), Contains("host:unit.unknown"));
    for (const auto& row : plan.rows) {
        if (row.number != 8) continue;
        EXPECT_EQ(row.action, ImportAction::skip);
        EXPECT_EQ(row.doubleOf, 6);
    }
}

TEST_P(ClassImportTest, TwiceIsOnce) {
    import();
    expectCounts(import(), 0, 0, 6, 4);
    EXPECT_EQ(totals().classes, 5);
}

TEST_P(ClassImportTest, UndoLeavesNothingAndTheNextImportIsTheSame) {
    const auto first = import();
    EXPECT_THAT(importer.undo(kind, first.batch).kept, IsEmpty());
    for (const char* table : {"training_class", "participation_record", "directory_unit"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
    db().read([&](Reader& reader) { EXPECT_EQ(reader.searchCount("培训"), 0); });
    expectCounts(import(), 5, 0, 1, 4);
}

TEST_P(ClassImportTest, UndoKeepsWhatWasWorkedOnSince) {
    const auto first = import();
    const auto roster1 = numbered("2021-001", "恒业化工有限公司"), filed = numbered("2021-002", "示范区应急管理局"),
               counted = numbered("2021-003", "新区中心小学"), edited = numbered("2021-007", "陈郭寨村");
    db().write([&](Writer& writer) {
        roster.enrol(writer, roster1.id, {"卞思远", "", "", false});
        archive.file(writer, "class", filed.id, "class.plan", "计划");
        classes.setAttended(writer, counted.id, 12, false);
        ClassDraft draft = ClassService::draftOf(edited);
        draft.place = "村委会";
        draft.passed = 70;
        classes.edit(writer, edited.id, edited.revision, draft);
    });
    EXPECT_EQ(importer.undo(kind, first.batch).kept.size(), 4u);
    EXPECT_EQ(count("SELECT count(*) FROM training_class"), 4);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 4) << "their units stay too";
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ClassImportTest, UpdateChangesWhatDiffersAndUndoPutsItBack) {
    import();
    sheet.rows[3][7] = 93;
    sheet.rows[3][9] = "裴老师";
    const auto second = import(ImportMode::update);
    EXPECT_EQ(second.counts.updated, 1) << "the others say what is stored";
    EXPECT_EQ(numbered("2021-001", "恒业化工有限公司").attended, 93);
    EXPECT_TRUE(importer.undo(kind, second.batch).kept.empty());
    EXPECT_EQ(numbered("2021-001", "恒业化工有限公司").attended, 91);
    EXPECT_EQ(numbered("2021-001", "恒业化工有限公司").teacher, "郭老师");
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ClassImportTest, UnknownHostsAreRefusedWhenAsked) {
    unit("新区中心小学");
    expectCounts(import(ImportMode::add, "refuse"), 1, 0, 1, 8);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 1);
}

TEST_P(ClassImportTest, TheExportIsReadAgainAsTheSameRecords) {
    import();
    db().read([&](Reader& reader) {
        yanxun::writeTable(classesExport().rows(reader, 2021), "training.class_list", "安全培训记录",
                           yanxun::TableFormat::csv, folder.path() / "again.csv");
    });
    const auto again = importer.run(kind, folder.path() / "again.csv", {}, {}, false, plan);
    EXPECT_EQ(again.counts.created, 0);
    EXPECT_EQ(again.counts.skipped, 5);
    EXPECT_EQ(again.counts.errors, 0);
}

} // namespace
} // namespace training::testing
