// The 五进宣传活动台账 as bureaus keep it, through the import engine, beside the real directory and participation.
#include "core/activity_import.h"
#include "core/post_import.h"
#include "core/statistics_store.h"
#include "campaigns_fixture.h"
#include "sdk/import/workbook.h"

namespace campaigns::testing {
namespace {

using import_test::In;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::ImportMode;
using yanxun::ImportResult;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class ActivityImportTest : public CampaignsTest {
protected:
    ActivityImportTest() {
        sheet.name = "宣传活动";
        sheet.rows = {{"2021年安全宣传“五进”活动台账"},
                      {"序号", "活动时间", "活动名称", "类别", "地点", "覆盖单位", "参与人次", "横幅（条）", "展板（块）"},
                      {1, In::day(44197), "森林防火宣传活动", "进学校", "金耀街道", "求实幼儿园", 123, 4, 4},
                      {2, "2021.1.7", "防溺水宣传活动", "进农村", "杏花营农场", "何周村 ", "435人", 2, 8},
                      {3, "1月9日", "燃气安全宣传活动", "进企业、进社区", "西湖街道", "恒业化工有限公司、梁苑社区", "约433人", 1},
                      {4, "２０２１-０１-１１", "防溺水宣传活动", "进农村", "杏花营农场", "朱王村", " 860 ", "", "约10"},
                      {5, "2021年1月7日", "防溺水宣传活动 ", "进农村", "杏花营农场", "何周村", 435},
                      {6, "2021-02-30", "日常宣传活动", "进社区", "梁苑街道", "梁苑社区", 10},
                      {7, "2021-03-01", "机关宣传活动", "进机关", "梁苑街道", "梁苑社区", 10},
                      {8, "2021-03-02", "集中宣传日", "进农村", "水稻乡", "水稻乡", 200},
                      {9, "2021-03-03", "无对象的活动", "进农村", "水稻乡", "", 20},
                      {10, "2021-03-04", "人数写错的活动", "进农村", "水稻乡", "何周村", "很多"},
                      {"", "", "合计", "", "", "", 2051}};
        sheet.merged = {"A1:I1"};
        films.name = "微视频";
        films.rows = {{"序号", "发布日期", "标题", "平台", "截至日期", "累计播放量"},
                      {1, In::day(44266), "应急微课堂第1期", "视频号", In::day(44561), "3.4万"},
                      {2, "2021-03-01", "应急微课堂第2期", "抖音", In::day(44561), 8611}};
    }

    ImportResult import(ImportMode mode = ImportMode::add, const std::string& unknown = {}, const std::string& sheetName = {}) {
        import_test::writeWorkbook(folder.path() / "台账.xlsx", {sheet, films});
        yanxun::ImportOptions options;
        options.mode = mode;
        if (!unknown.empty()) options.own["unknown-units"] = unknown;
        return importer.run(kind, folder.path() / "台账.xlsx", sheetName, options, false, plan);
    }
    std::vector<std::string> codes(int number) {
        std::vector<std::string> all;
        for (const auto& row : plan.rows) {
            if (row.number != number) continue;
            for (const auto& message : row.messages) all.push_back(message.code);
        }
        return all;
    }

    yanxun::testing::ScratchFolder folder;
    import_test::Sheet sheet, films;
    ActivityImport kind{service, neighbour->units(), *records};
    PostImport filmKind{posts};
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    yanxun::ImportPlan plan;
};
YANXUN_ON_BOTH_ENGINES(ActivityImportTest);

TEST_P(ActivityImportTest, TakesTheSheetAndTheRowsAsTheyAre) {
    const ImportResult result = import();
    EXPECT_EQ(plan.grid.sheet, "宣传活动");
    EXPECT_EQ(result.counts.read, 10);
    EXPECT_EQ(result.counts.created, 5);
    EXPECT_EQ(result.counts.skipped, 1);
    EXPECT_EQ(result.counts.errors, 4);
    EXPECT_THAT(codes(8), Contains("date.invalid"));
    EXPECT_THAT(codes(9), ElementsAre("category.unknown"));
    EXPECT_THAT(codes(11), ElementsAre("unit.missing"));
    EXPECT_THAT(codes(12), Contains("count.invalid"));
    db().read([&](Reader& reader) {
        const Group sum = statistics::totals(reader, Period::year(2021));
        EXPECT_EQ(sum.held, 5);
        EXPECT_EQ(sum.attendance, 123 + 435 + 433 + 860 + 200);
        const auto joint = directory.find(reader, "燃气安全宣传活动", {});
        ASSERT_EQ(joint.size(), 1u);
        EXPECT_THAT(joint[0].categories, ElementsAre("进企业", "进社区"));
        EXPECT_EQ(joint[0].regionName, "西湖街道");
        const Activity whole = store::get(reader, joint[0].id);
        EXPECT_EQ(reachNames(whole), "恒业化工有限公司、梁苑社区");
        EXPECT_TRUE(whole.attendanceEstimated);
        const Activity rough = store::get(reader, directory.find(reader, "防溺水宣传活动", yanxun::Date{2021, 1, 11})[0].id);
        ASSERT_EQ(rough.metrics.size(), 1u);
        EXPECT_EQ(rough.metrics[0].precision, Precision::estimated);
        EXPECT_EQ(rough.metrics[0].value, 10);
        const auto unit = neighbour->units().find(reader, "朱王村");
        ASSERT_TRUE(unit);
        EXPECT_EQ(unit->regionName, "杏花营农场" ) << "a township known only as the place of a ledger";
    });
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ActivityImportTest, TwiceIsOnce) {
    import();
    const std::int64_t changes = count("SELECT count(*) FROM campaigns_activity");
    const ImportResult again = import();
    EXPECT_EQ(again.counts.created, 0);
    EXPECT_EQ(again.counts.skipped, 6);
    EXPECT_EQ(again.counts.errors, 4);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), changes);
}

TEST_P(ActivityImportTest, UndoRestoresAndTheSameComesAgain) {
    const ImportResult first = import();
    const auto undone = importer.undo(kind, first.batch);
    EXPECT_EQ(undone.removed, 5);
    EXPECT_THAT(undone.kept, ElementsAre());
    for (const char* table : {"campaigns_activity", "campaigns_reach", "campaigns_cover", "campaigns_metric",
                              "campaigns_activity_term", "participation_record", "directory_unit"}) {
        EXPECT_EQ(count(std::string("SELECT count(*) FROM ") + table), 0) << table;
    }
    db().read([&](Reader& reader) { EXPECT_EQ(reader.searchCount("宣传", activityKind), 0); });
    EXPECT_EQ(import().counts.created, 5);
}

TEST_P(ActivityImportTest, WhatWasEditedOrUsedSinceIsKept) {
    const ImportResult first = import();
    std::int64_t id = 0;
    db().write([&](Writer& writer) {
        id = directory.find(writer, "森林防火宣传活动", {})[0].id;
        const Activity activity = store::get(writer, id);
        ActivityDraft changed = ActivityService::draftOf(activity, term_store::all(writer));
        changed.leader = "负责人";
        service.edit(writer, id, activity.revision, changed);
    });
    const auto undone = importer.undo(kind, first.batch);
    EXPECT_EQ(undone.removed, 4);
    EXPECT_EQ(undone.kept.size(), 1u);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_activity"), 1);
}

TEST_P(ActivityImportTest, ACopyOfWhatWasHandedOutDoesNotBlockUndo) {
    const ImportResult first = import();
    db().write([&](Writer& writer) {
        directory.setIssued(writer, directory.find(writer, "森林防火宣传活动", {})[0].id, 55);
    });
    EXPECT_EQ(importer.undo(kind, first.batch).removed, 5);
}

TEST_P(ActivityImportTest, UpdateChangesAndUndoOfItPutsBack) {
    import();
    sheet.rows[2][6] = 140;
    sheet.rows[2][7] = "约9";
    sheet.rows[2][3] = "进学校、进家庭";
    const ImportResult second = import(ImportMode::update);
    EXPECT_EQ(second.counts.updated, 1);
    const auto activity = [&] {
        Activity found;
        db().read([&](Reader& reader) { found = store::get(reader, directory.find(reader, "森林防火宣传活动", {})[0].id); });
        return found;
    };
    EXPECT_EQ(activity().attendance, 140);
    EXPECT_EQ(activity().categories.size(), 2u);
    EXPECT_EQ(wrongCopies(), 0);
    importer.undo(kind, second.batch);
    EXPECT_EQ(activity().attendance, 123);
    EXPECT_EQ(activity().categories.size(), 1u);
    ASSERT_EQ(activity().metrics.size(), 2u);
    EXPECT_EQ(activity().metrics[0].value, 4);
    EXPECT_EQ(activity().metrics[0].precision, Precision::exact);
    EXPECT_EQ(wrongCopies(), 0);
}

TEST_P(ActivityImportTest, FillWritesOnlyWhatIsBlank) {
    import();
    sheet.rows[5][7] = 3;
    sheet.rows[5][8] = 99;
    const ImportResult second = import(ImportMode::fill);
    EXPECT_EQ(second.counts.updated, 1);
    db().read([&](Reader& reader) {
        const Activity filled = store::get(reader, directory.find(reader, "防溺水宣传活动", yanxun::Date{2021, 1, 11})[0].id);
        ASSERT_EQ(filled.metrics.size(), 2u);
        EXPECT_EQ(filled.metrics[0].value, 3);
        EXPECT_EQ(filled.metrics[1].value, 10);
    });
}

TEST_P(ActivityImportTest, UnknownUnitsAreRefusedWhenAsked) {
    unit("何周村", "村", "杏花营农场");
    const ImportResult result = import(ImportMode::add, "refuse");
    EXPECT_EQ(result.counts.created, 2) << "the village that is known, and the township as a whole";
    EXPECT_THAT(codes(3), Contains("unit.unknown"));
}

TEST_P(ActivityImportTest, TheOtherSheetIsTakenByTheOtherKindAndByName) {
    import_test::writeWorkbook(folder.path() / "台账.xlsx", {sheet, films});
    yanxun::ImportPlan filmPlan;
    const auto result = importer.run(filmKind, folder.path() / "台账.xlsx", {}, {}, false, filmPlan);
    EXPECT_EQ(filmPlan.grid.sheet, "微视频");
    EXPECT_EQ(result.counts.created, 2);
    EXPECT_THROW(import(ImportMode::add, {}, "微视频"), yanxun::Error);
}

TEST_P(ActivityImportTest, ATieAsksForTheSheet) {
    import_test::Sheet copy = sheet;
    copy.name = "宣传活动（副本）";
    import_test::writeWorkbook(folder.path() / "台账.xlsx", {sheet, copy});
    try {
        importer.run(kind, folder.path() / "台账.xlsx", {}, {}, false, plan);
        FAIL() << "one of two equal sheets was taken";
    } catch (const yanxun::Error& tie) {
        EXPECT_THAT(tie.what(), HasSubstr("--sheet"));
    }
    EXPECT_EQ(importer.run(kind, folder.path() / "台账.xlsx", copy.name, {}, false, plan).counts.created, 5);
}

} // namespace
} // namespace campaigns::testing
