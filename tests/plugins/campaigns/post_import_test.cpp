#include "core/post_import.h"
#include "campaigns_fixture.h"
#include "sdk/import/workbook.h"

namespace campaigns::testing {
namespace {

using import_test::In;
using ::testing::Contains;
using yanxun::ImportMode;
using yanxun::Reader;

class PostImportTest : public CampaignsTest {
protected:
    PostImportTest() {
        sheet.name = "微视频";
        sheet.rows = {{"序号", "发布日期", "标题", "平台", "截至日期", "累计播放量"},
                      {1, In::day(44266), "应急微课堂第1期", "视频号", In::day(44561), "3.4万"},
                      {2, In::day(44518), "应急微课堂第2期", "抖音", In::day(44561), 8611},
                      {3, "2021-05-01", "应急微课堂第2期", "视频号", "2021-12-31", "９００"},
                      {4, "2021-05-01", "应急微课堂第2期 ", "抖音", "2021-12-31", 1},
                      {5, "2021-05-01", "早统计的", "抖音", "2021-04-30", 1},
                      {6, "2021-05-01", "", "抖音", "2021-12-31", 1},
                      {7, "2021-05-02", "没有截至日期的", "抖音", "", 70}};
    }
    yanxun::ImportResult import(ImportMode mode = ImportMode::add) {
        import_test::writeWorkbook(folder.path() / "微视频.xlsx", {sheet});
        yanxun::ImportOptions options;
        options.mode = mode;
        return importer.run(kind, folder.path() / "微视频.xlsx", {}, options, false, plan);
    }
    Post post(const char* platform, const char* title) {
        Post found;
        db().read([&](Reader& reader) { found = *post_store::findByKey(reader, platform, title); });
        return found;
    }
    yanxun::testing::ScratchFolder folder;
    import_test::Sheet sheet;
    PostImport kind{posts};
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    yanxun::ImportPlan plan;
};
YANXUN_ON_BOTH_ENGINES(PostImportTest);

TEST_P(PostImportTest, ReadsTenThousandsAsEstimated) {
    const auto result = import();
    EXPECT_EQ(result.counts.created, 4);
    EXPECT_EQ(result.counts.skipped, 1);
    EXPECT_EQ(result.counts.errors, 2);
    const Post first = post("视频号", "应急微课堂第1期");
    EXPECT_EQ(first.views, 34000);
    EXPECT_TRUE(first.viewsEstimated);
    EXPECT_EQ(first.countedOn, (yanxun::Date{2021, 12, 31}));
    EXPECT_FALSE(post("抖音", "应急微课堂第2期").viewsEstimated);
    EXPECT_EQ(post("视频号", "应急微课堂第2期").views, 900);
    EXPECT_EQ(post("抖音", "没有截至日期的").countedOn, clock.today());
}

TEST_P(PostImportTest, TwiceIsOnceAndUndoRestores) {
    const auto first = import();
    const auto again = import();
    EXPECT_EQ(again.counts.created, 0);
    EXPECT_EQ(again.counts.skipped, 5);
    const auto undone = importer.undo(kind, first.batch);
    EXPECT_TRUE(undone.kept.empty());
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_post"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_snapshot"), 0);
    db().read([&](Reader& reader) { EXPECT_EQ(reader.searchCount("微课堂", postKind), 0); });
    EXPECT_EQ(import().counts.created, 4);
}

TEST_P(PostImportTest, ALaterListAddsTheNextCount) {
    import();
    for (std::size_t row = 1; row <= 3; ++row) sheet.rows[row][4] = In::day(44592); // 2022-01-31
    sheet.rows[2][5] = 9000;
    const auto second = import(ImportMode::update);
    EXPECT_GE(second.counts.updated, 1);
    const Post film = post("抖音", "应急微课堂第2期");
    EXPECT_EQ(film.views, 9000);
    db().read([&](Reader& reader) {
        const auto counts = post_store::snapshots(reader, film.id);
        ASSERT_EQ(counts.size(), 2u);
        EXPECT_EQ(increment(counts, {2021, 12, 31}, {2022, 1, 31}), 9000 - 8611);
    });
    importer.undo(kind, second.batch);
    EXPECT_EQ(post("抖音", "应急微课堂第2期").views, 8611);
    EXPECT_EQ(count("SELECT count(*) FROM campaigns_snapshot"), 4);
}

TEST_P(PostImportTest, ACorrectedCountIsPutBackByUndo) {
    import();
    sheet.rows[2][5] = 8700;
    const auto second = import(ImportMode::update);
    EXPECT_EQ(second.counts.updated, 1);
    EXPECT_EQ(post("抖音", "应急微课堂第2期").views, 8700);
    importer.undo(kind, second.batch);
    EXPECT_EQ(post("抖音", "应急微课堂第2期").views, 8611);
}

} // namespace
} // namespace campaigns::testing
