// The person's own file, with the outcome of each row beside it.
#include "sdk/import/sample_kind.h"

#include <fstream>
#include <sstream>

namespace import_test {

using ::testing::HasSubstr;

class ResultTest : public ImportTest {
protected:
    Grid grid(const std::filesystem::path& file, std::size_t sheet = 0) {
        const auto table = TableFile::open(file);
        return Grid::load(*table, sheet);
    }
    static std::string at(const Grid& grid, int number, std::size_t column) {
        for (const auto& row : grid.rows) {
            if (row.number == number) return column < row.cells.size() ? row.cells[column].text : std::string();
        }
        return {};
    }
    std::vector<Sheet> sheets = {{"说明", false, {{"如何填写"}}, {}},
                                 {"走访", false,
                                  {{"走访台账"},
                                   {"活动名称", "组织单位", "时间", "人数", ""},
                                   {"", "", "", "参演人数", "观摩人数"},
                                   {"消防", "一中", In::day(44197), 10},
                                   {"防汛", "", In::day(44198), 20},
                                   {"地震", "三中", "2021-2-30", 20},
                                   {"消防", "一中", In::day(44197), 10},
                                   {"合计", "", "", 60}},
                                  {"A2:A3", "B2:B3", "C2:C3", "D2:E2"}}};
};
YANXUN_ON_BOTH_ENGINES(ResultTest);

TEST_P(ResultTest, EveryRowHasItsOutcome) {
    ImportPlan plan;
    importer.run(kind, xlsx(sheets), {}, {}, false, plan);
    const auto out = folder.path() / "结果.xlsx";
    importer.writeResult(plan, out);
    const Grid result = grid(out, 1);
    EXPECT_EQ(at(result, 3, 5), "导入结果");
    EXPECT_EQ(at(result, 3, 6), "错误原因");
    EXPECT_EQ(at(result, 4, 5), "新建（有警告）");
    EXPECT_EQ(at(result, 5, 5), "错误");
    EXPECT_THAT(at(result, 5, 6), HasSubstr("组织单位"));
    EXPECT_THAT(at(result, 6, 6), HasSubstr("2021-2-30"));
    EXPECT_EQ(at(result, 7, 5), "跳过");
    EXPECT_THAT(at(result, 7, 6), HasSubstr("第 4 行"));
    EXPECT_EQ(at(result, 8, 5), "");
    EXPECT_EQ(at(result, 4, 0), "消防");
    EXPECT_EQ(grid(out, 0).rows.at(0).cells.at(0).text, "如何填写");
}

TEST_P(ResultTest, TheCopyCanBeImportedAgain) {
    ImportPlan plan;
    importer.run(kind, xlsx(sheets), {}, {}, false, plan);
    const auto out = folder.path() / "结果.xlsx";
    importer.writeResult(plan, out);
    const auto again = planOf(out);
    EXPECT_EQ(again.mapping.columns, plan.mapping.columns);
    EXPECT_EQ(again.mapping.fingerprint, plan.mapping.fingerprint);
    EXPECT_EQ(again.counts.read, 4);
    EXPECT_EQ(again.counts.created, 0);
    EXPECT_EQ(again.counts.skipped, 2);
    EXPECT_EQ(again.counts.errors, 2);
    importer.writeResult(again, folder.path() / "结果2.xlsx");
    const Grid twice = grid(folder.path() / "结果2.xlsx", 1);
    EXPECT_EQ(at(twice, 4, 5), "跳过"); // the two columns are written over
    EXPECT_EQ(at(twice, 3, 7), "");
}

TEST_P(ResultTest, TextFilesComeBackAsTextFiles) {
    ImportPlan plan;
    const auto file = csv(std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n2,防汛,,2021-5-3,10,,\n");
    importer.run(kind, file, {}, {}, false, plan);
    importer.fix(kind, plan, 3, "unit", "二中");
    const auto out = folder.path() / "结果.csv";
    importer.writeResult(plan, out);
    const Grid result = grid(out);
    EXPECT_EQ(at(result, 1, 7), "导入结果");
    EXPECT_EQ(at(result, 2, 7), "跳过");
    EXPECT_THAT(at(result, 2, 8), HasSubstr("已有相同的记录"));
    EXPECT_THAT(at(result, 3, 8), HasSubstr("预览时已改为“二中”"));
}

TEST_P(ResultTest, AFileChangedSinceThePreviewIsNotCopied) {
    const auto file = csv(std::string(kHeader) + "1,消防,一中,2021-5-3,10,,\n");
    const auto plan = planOf(file);
    writeText(file, "别的");
    EXPECT_FALSE(refusal<Conflict>([&] { importer.writeResult(plan, folder.path() / "结果.csv"); }).empty());
}

} // namespace import_test
