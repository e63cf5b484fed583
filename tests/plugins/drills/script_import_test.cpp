// Scripts as bureaus keep them, through the import engine; what is written out comes back without a difference.
#include "core/run/script_import.h"
#include "core/run/script_workbook.h"
#include "run_fixture.h"
#include "sdk/import/workbook.h"

namespace drills::testing {
namespace {

using import_test::In;
using yanxun::ImportMode;
using yanxun::ImportPlan;
using yanxun::ImportResult;
using yanxun::Writer;

class ScriptImportTest : public RunTest {
protected:
    ScriptImportTest() {
        db().migrate("import", yanxun::Importer::migrations());
        drill = plannedDrill();
        sheet.name = "脚本";
        sheet.rows = {{"某小学防火疏散演练脚本"},
                      {"编号", "时间节点", "演练阶段", "镜头", "责任人", "台词", "解说", "屏幕字幕", "演练内容", "类别", "触发条件"},
                      {1, "T+00:00:00", "预警", "三楼走廊", "甲老师", "着火了！", "各位领导", "发现火情", "三楼实验室冒烟", "事件", ""},
                      {2, "1分30秒", "启动", "值班室", "乙老师", "", "", "", "报告值班室", "期望行动", "1完成"},
                      {3, "+5'", "", "", "", "", "", "", "断电，启用手持喇叭", "备用", "2未完成 或 2响应>60秒"},
                      {4, "五分钟", "", "", "", "", "", "", "时间写错", "", ""}};
    }
    ImportPlan import(ImportMode mode = ImportMode::add, bool written = true) {
        if (written) import_test::writeWorkbook(file(), {sheet});
        yanxun::Importer importer(db(), {YANXUN_SOURCE_DIR "/templates/ledgers"});
        yanxun::ImportOptions options;
        options.mode = mode;
        options.own["drill"] = std::to_string(drill);
        ImportPlan plan;
        result = importer.run(kind, file(), {}, options, false, plan);
        return plan;
    }
    std::filesystem::path file() const { return folder.path() / "script.xlsx"; }

    yanxun::testing::ScratchFolder folder;
    import_test::Sheet sheet;
    ScriptImport kind{scripts};
    ImportResult result;
    std::int64_t drill = 0;
};
YANXUN_ON_BOTH_ENGINES(ScriptImportTest);

TEST_P(ScriptImportTest, FindsTheColumnsWhateverTheyAreCalled) {
    const ImportPlan plan = import();
    EXPECT_EQ(result.counts.created, 3);
    EXPECT_EQ(result.counts.errors, 1);
    const auto all = lines(drill);
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].scene, "三楼走廊");
    EXPECT_EQ(all[0].actor, "甲老师");
    EXPECT_EQ(all[0].dialogue, "着火了！");
    EXPECT_EQ(all[0].narration, "各位领导");
    EXPECT_EQ(all[0].caption, "发现火情");
    EXPECT_EQ(all[1].offset, 90);
    EXPECT_EQ(all[1].kind, LineKind::expected);
    EXPECT_EQ(conditionText(all[1].conditions), "1完成");
    EXPECT_EQ(all[2].kind, LineKind::contingency);
    EXPECT_EQ(conditionText(all[2].conditions), "2未完成 或 2响应>60秒");
    EXPECT_EQ(script(drill).state, ScriptState::draft);
}

TEST_P(ScriptImportTest, WhatIsWrittenOutComesBackWithoutADifference) {
    import();
    ScriptLine full = lines(drill).front();
    full.from = "导调组";
    full.to = "学校";
    full.method = "电话";
    full.expected = "立即报告";
    full.within = 75;
    full.objective = "报警及时";
    write([&](Writer& writer) { scripts.editLine(writer, full); });
    approve(drill);
    const auto before = scriptText(lines(drill));
    writeScriptWorkbook(get(drill), lines(drill), file());
    for (const ImportMode mode : {ImportMode::add, ImportMode::update, ImportMode::fill}) {
        import(mode, false);
        EXPECT_EQ(result.counts.read, 3);
        EXPECT_EQ(result.counts.skipped, 3);
    }
    EXPECT_EQ(scriptText(lines(drill)), before);
    EXPECT_EQ(script(drill).state, ScriptState::approved) << "nothing changed";
    // Into another drill it makes the same script.
    const auto other = plannedDrill("另一场演练");
    drill = other;
    import(ImportMode::add, false);
    EXPECT_EQ(scriptText(lines(other)), before);
}

TEST_P(ScriptImportTest, AChangedTimeUpdatesTheLineOfThatNumber) {
    import();
    sheet.rows[3][1] = "T+00:02:00";
    sheet.rows[3][10] = "";
    import(ImportMode::update);
    EXPECT_EQ(result.counts.updated, 1);
    EXPECT_EQ(lines(drill)[1].offset, 120);
    EXPECT_EQ(conditionText(lines(drill)[1].conditions), "1完成") << "a blank cell is unknown, not no";
}

TEST_P(ScriptImportTest, UndoTakesTheLinesBack) {
    import();
    yanxun::Importer importer(db(), {YANXUN_SOURCE_DIR "/templates/ledgers"});
    const auto undone = importer.undo(kind, result.batch);
    EXPECT_EQ(undone.removed, 3);
    EXPECT_TRUE(undone.kept.empty());
    EXPECT_TRUE(lines(drill).empty());
    import();
    EXPECT_EQ(result.counts.created, 3);
}

TEST_P(ScriptImportTest, ConditionsOnLinesThatAreNotThereRefuseTheFile) {
    sheet.rows[3][10] = "77完成";
    EXPECT_THROW(import(), yanxun::Error);
    EXPECT_TRUE(lines(drill).empty());
}

TEST_P(ScriptImportTest, ARunningOrUnknownDrillTakesNoScript) {
    drill = 4711;
    EXPECT_THROW(import(), yanxun::NotFound);
    drill = runningDrill();
    EXPECT_THROW(import(), yanxun::Error);
    EXPECT_EQ(lines(drill).size(), 3u);
}

} // namespace
} // namespace drills::testing
