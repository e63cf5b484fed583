// 收发台账 as bureaus keep it, through the import engine, beside the real directory.
#include "materials_fixture.h"
#include "sdk/import/workbook.h"

namespace materials::testing {
namespace {

using import_test::In;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using yanxun::ImportMode;
using yanxun::ImportResult;

class LedgerImportTest : public MaterialsTest {
protected:
    LedgerImportTest() {
        came.name = "入库";
        came.rows = {{"日期", "物品名称", "单位", "数量", "每箱数量", "供应商", "批次"},
                     {In::day(44201), "家庭应急手册", "册", 1000, 500, "示范印刷厂", "2021-01"},
                     {"2021.1.6", "应急宣传围裙 ", "个", "３００", "", "示范印刷厂", ""},
                     {In::day(44201), "防汛折页", "箱", 2, 250, "示范印刷厂", ""},
                     {"", "合计", "", 1302}};
        out.name = "发放";
        out.rows = {{"日期", "物品名称", "数量", "单位", "领取单位", "活动", "领取人", "签收"},
                    {In::day(44216), "家庭应急手册", "89册", "册", "晋安社区", "晋安社区宣传活动", "马某", ""},
                    {"1月20日", "家庭应急手册", 100, "册", "晋安社区", "晋安社区宣传活动", "马某", "√"},
                    {"2021/1/20", "应急宣传围裙", 200, "个", "晋安小学 ", "", "韩某", "√"},
                    {"2021-01-21", "应急宣传围裙", 200, "个", "晋安小学", "", "韩某", "√"},
                    {"2021年1月22日", "防汛折页", 1, "箱", "晋安小学", "", "", "×"},
                    {"2021-01-23", "防汛折页", 50, "份", "晋安小学", "", "", "√"},
                    {"2021-01-23", "防汛折页", 50, "份", "晋安小学", "", "", "√"},
                    {"2021-01-24", "地震挂图", 5, "张", "晋安小学", "", "", "√"},
                    {"2021-01-24", "家庭应急手册", 0, "册", "晋安小学", "", "", "√"},
                    {"2021-13-24", "家庭应急手册", 3, "册", "晋安小学", "", "", "√"}};
    }
    ImportResult import(yanxun::ImportKind& kind, ImportMode mode = ImportMode::add, const std::string& unknown = {}) {
        import_test::writeWorkbook(folder.path() / "2021年收发台账.xlsx", {came, out});
        yanxun::ImportOptions options;
        options.mode = mode;
        if (!unknown.empty()) options.own["unknown-units"] = unknown;
        return importer.run(kind, folder.path() / "2021年收发台账.xlsx", {}, options, false, plan);
    }
    void expectCounts(const ImportResult& result, int created, int skipped, int errors) {
        EXPECT_EQ(result.counts.created, created);
        EXPECT_EQ(result.counts.skipped, skipped);
        EXPECT_EQ(result.counts.errors, errors);
        EXPECT_EQ(result.counts.read, result.counts.created + result.counts.updated + skipped + errors);
    }
    std::vector<std::string> messages(int row) {
        std::vector<std::string> all;
        for (const auto& one : plan.rows) {
            if (one.number != row) continue;
            for (const auto& message : one.messages) all.push_back(message.code + ": " + message.text);
        }
        return all;
    }
    std::int64_t found(const std::string& text) {
        std::int64_t number = 0;
        db().read([&](Reader& reader) { number = reader.searchCount(text); });
        return number;
    }

    import_test::Sheet came, out;
    yanxun::testing::ScratchFolder folder;
    ReceiptsImport receipts{service, neighbour->units()};
    IssuesImport issues{service, neighbour->units(), clock};
    yanxun::Importer importer{db(), {YANXUN_SOURCE_DIR "/templates/ledgers"}};
    yanxun::ImportPlan plan;
};
YANXUN_ON_BOTH_ENGINES(LedgerImportTest);

TEST_P(LedgerImportTest, ComesInAsPeopleKeepIt) {
    expectCounts(import(receipts), 3, 0, 0);
    EXPECT_EQ(held("家庭应急手册"), 1000);
    EXPECT_EQ(held("应急宣传围裙"), 300);
    EXPECT_EQ(held("防汛折页"), 500) << "two boxes of 250";
    expectCounts(import(issues), 6, 0, 4);
    EXPECT_EQ(held("家庭应急手册"), 811);
    EXPECT_EQ(held("应急宣传围裙"), 100);
    EXPECT_EQ(held("防汛折页"), 150) << "a box and two equal lines of 50";
    EXPECT_EQ(issuedOf(2021), 89 + 100 + 200 + 250 + 50 + 50);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 2);
    EXPECT_EQ(count("SELECT signed_for FROM materials_document WHERE number = 'FF2021-0004'"), 0);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(LedgerImportTest, SaysWhichRowIsWrongAndWhy) {
    import(receipts);
    import(issues);
    EXPECT_THAT(messages(5), Contains(HasSubstr("stock.short: 库存不足：“应急宣传围裙”在“宣传品仓库”2021-01-21 只能出 100 个，要出 200 个")));
    EXPECT_THAT(messages(9), Contains(HasSubstr("stock.short: 库存不足：还没有“地震挂图”的入库记录，请先导入入库")));
    EXPECT_THAT(messages(10), Contains(HasSubstr("quantity.zero")));
    EXPECT_THAT(messages(11), Contains(HasSubstr("date.")));
    EXPECT_THAT(messages(2), Contains(HasSubstr("unit.unknown")));
}

TEST_P(LedgerImportTest, BeforeTheReceiptsEveryRowIsRefusedAndNothingWritten) {
    expectCounts(import(issues), 0, 0, 10);
    EXPECT_THAT(messages(2), Contains(HasSubstr("库存不足")));
    EXPECT_EQ(count("SELECT count(*) FROM materials_document"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 0);
    import(receipts);
    expectCounts(import(issues), 6, 0, 4);
}

TEST_P(LedgerImportTest, TwiceIsOnceAndAppendedRowsAreNew) {
    import(receipts);
    import(issues);
    expectCounts(import(receipts), 0, 3, 0);
    expectCounts(import(issues), 0, 6, 4);
    out.rows.push_back({"2021-01-23", "防汛折页", 50, "份", "晋安小学", "", "", "√"});
    expectCounts(import(issues), 1, 6, 4);
    EXPECT_EQ(held("防汛折页"), 100) << "a third equal line is a third hand-out";
}

TEST_P(LedgerImportTest, WithoutAskingForDoublesEveryRowIsNew) {
    import(receipts);
    import(receipts, ImportMode::nocheck);
    EXPECT_EQ(held("家庭应急手册"), 2000);
    expectCounts(import(receipts), 0, 3, 0);
}

TEST_P(LedgerImportTest, UndoReversesBySlipsAndTheNextImportIsTheSame) {
    const auto first = import(receipts);
    const auto second = import(issues);
    EXPECT_THAT(refusal([&] { importer.undo(receipts, first.batch); }), HasSubstr("短缺"));
    EXPECT_EQ(held("家庭应急手册"), 811) << "refused as a whole";
    EXPECT_THAT(importer.undo(issues, second.batch).kept, IsEmpty());
    EXPECT_THAT(importer.undo(receipts, first.batch).kept, IsEmpty());
    EXPECT_EQ(held("家庭应急手册"), 0);
    EXPECT_EQ(issuedOf(2021), 0);
    EXPECT_EQ(found("手册"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE live = 1"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM materials_document WHERE type = 9"), 9) << "by documents";
    EXPECT_EQ(count("SELECT count(*) FROM materials_item WHERE retired = 0"), 0);
    EXPECT_EQ(count("SELECT count(*) FROM directory_unit"), 0);
    expectCounts(import(receipts), 3, 0, 0);
    expectCounts(import(issues), 6, 0, 4);
    EXPECT_EQ(held("家庭应急手册"), 811);
    EXPECT_THAT(problems(), IsEmpty());
}

TEST_P(LedgerImportTest, UndoKeepsWhatWasReversedByHandAndLeavesLaterSlipsAlone) {
    import(receipts);
    const auto second = import(issues);
    reverse(count("SELECT id FROM materials_document WHERE number = 'FF2021-0002'"));
    issue({2021, 2, 1}, "防汛折页", 10, "晋安小学");
    EXPECT_EQ(importer.undo(issues, second.batch).kept.size(), 1u);
    EXPECT_EQ(held("家庭应急手册"), 1000);
    EXPECT_EQ(held("防汛折页"), 490);
    expectCounts(import(issues), 5, 1, 4);
}

TEST_P(LedgerImportTest, UnknownUnitsAreRefusedWhenAsked) {
    import(receipts);
    expectCounts(import(issues, ImportMode::add, "refuse"), 0, 0, 10);
}

TEST_P(LedgerImportTest, RowsOutOfOrderAreCheckedAgainstTheWholeFuture) {
    import(receipts);
    out.rows = {out.rows[0],
                {"2021-03-01", "应急宣传围裙", 250, "个", "晋安小学", "", "", "√"},
                {"2021-02-01", "应急宣传围裙", 60, "个", "晋安小学", "", "", "√"},
                {"2021-02-01", "应急宣传围裙", 50, "个", "晋安小学", "", "", "√"}};
    expectCounts(import(issues), 2, 0, 1);
    EXPECT_THAT(messages(3), Contains(HasSubstr("2021-03-01 会短缺 10 个，因为那天的表中第 2 行 要用")));
    EXPECT_EQ(held("应急宣传围裙"), 0);
}

TEST_P(LedgerImportTest, LinksToActivitiesWhicheverFileComesFirst) {
    db().write([&](Writer& writer) { activities.add(writer, "晋安社区宣传活动", {2021, 1, 20}); });
    import(receipts);
    const auto second = import(issues);
    EXPECT_EQ(activities.at(1).issued, 189);
    importer.undo(issues, second.batch);
    EXPECT_EQ(activities.at(1).issued, 0);
    activities.all.clear();
    import(issues);
    db().write([&](Writer& writer) { activities.add(writer, "晋安社区宣传活动", {2021, 1, 20}); });
    EXPECT_EQ(activities.at(1).issued, 189);
}

TEST_P(LedgerImportTest, TheExportCanBeReadAgain) {
    import(receipts);
    import(issues);
    for (const auto& kind : exports()) {
        db().read([&](Reader& reader) {
            yanxun::writeTable(kind.rows(reader, 2021), kind.id, kind.title, yanxun::TableFormat::csv, folder.path() / (kind.id + ".csv"));
        });
    }
    for (yanxun::ImportKind* kind : std::initializer_list<yanxun::ImportKind*>{&receipts, &issues}) {
        const auto result = importer.run(*kind, folder.path() / (kind->info().id + ".csv"), {}, {}, true, plan);
        EXPECT_EQ(result.counts.read, kind == &receipts ? 3 : 6) << kind->info().id;
        EXPECT_EQ(result.counts.skipped, kind == &receipts ? 3 : 5) << "known as the rows they came from: " << kind->info().id;
    }
}

} // namespace
} // namespace materials::testing
