// A ledger as people really keep it: titles, two-level header, towns merged down with sums between, notes below.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

namespace {

struct Ledger {
    Sheet sheet;
    int records = 0, participants = 0, withoutYear = 0;
};

/// Eight towns of sixty rows; the shapes of numbers and dates change from row to row.
Ledger makeLedger() {
    Ledger ledger;
    auto& rows = ledger.sheet.rows;
    ledger.sheet.name = "2021年";
    rows.push_back({"城乡一体化示范区2021年应急演练台账"});
    rows.push_back({"填报单位：应急管理局　　填报日期：2022年1月4日"});
    rows.push_back({"序号", "活动名称", "所属乡镇（街道）", "组织单位", "演练时间", "演练类别", "", "人数", "", "得分", "存在问题", "备注"});
    rows.push_back({"", "", "", "", "", "灾种", "形式", "参演人数", "观摩人数"});
    ledger.sheet.merged = {"A1:L1", "A2:L2", "F3:G3", "H3:I3", "A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "J3:J4", "K3:K4", "L3:L4"};
    for (int town = 0; town < 8; ++town) {
        const auto first = rows.size() + 1;
        for (int n = 0; n < 60; ++n) {
            const int people = 10 + (town * 7 + n) % 25;
            const int month = 1 + n % 12, day = 1 + n % 28;
            const std::string m = std::to_string(month), d = std::to_string(day), p = std::to_string(people);
            const std::vector<In> dates = {"2021." + m + "." + d, m + "月" + d + "日", "2021/" + m + "/" + d, "2021年" + m + "月" + d + "日", In::day(44197 + n)};
            const std::vector<In> counts = {people, p + "人", "约" + p + "人", " " + p + " "};
            rows.push_back({++ledger.records, "演练" + std::to_string(ledger.records), n == 0 ? "第" + std::to_string(town) + "街道" : "",
                            "单位" + std::to_string(n) + (n % 3 ? "" : " "), dates[n % 5], "火灾", "实战", counts[n % 4], n % 2 ? In(5) : In(""), 88.90000000000001});
            ledger.participants += people;
            ledger.withoutYear += n % 5 == 1;
        }
        ledger.sheet.merged.push_back("C" + std::to_string(first) + ":C" + std::to_string(rows.size()));
        rows.push_back({"", "第" + std::to_string(town) + "街道小计", "", "", "", "", "", In::uncached("SUM(H1:H2)")});
    }
    rows.push_back({"", "合计", "", "", "", "", "", ledger.participants});
    rows.push_back({});
    rows.push_back({"注：参演人数以签到表为准。"});
    return ledger;
}

} // namespace

class LedgerTest : public ImportTest {};
YANXUN_ON_BOTH_ENGINES(LedgerTest);

TEST_P(LedgerTest, ComesInAsItIs) {
    const Ledger ledger = makeLedger();
    const auto file = xlsx({ledger.sheet}, "台账.xlsx");
    ImportPlan plan;
    const auto result = importer.run(kind, file, {}, {}, false, plan);
    EXPECT_EQ(result.counts.read, ledger.records);
    EXPECT_EQ(result.counts.created, ledger.records);
    EXPECT_THAT(codes(plan.notes), ElementsAre("date.year_inferred"));
    EXPECT_THAT(plan.notes[0].text, HasSubstr(std::to_string(ledger.withoutYear)));
    EXPECT_EQ(plan.passedOver.size(), 10u);
    EXPECT_EQ(rowAt(plan, 6).text("town"), "第0街道");
    EXPECT_TRUE(rowAt(plan, 6).cell("town").filledDown);
    EXPECT_EQ(rowAt(plan, 5).integer("score"), 8890);
    db().read([&](Reader& reader) {
        EXPECT_EQ(reader.scalar("SELECT sum(people) FROM sample_visit"), ledger.participants);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM sample_visit WHERE town = ?", {"第3街道"}), 60);
        EXPECT_EQ(reader.scalar("SELECT count(*) FROM sample_visit WHERE day BETWEEN ? AND ?", {20210101, 20211231}), ledger.records);
    });
    const auto again = import(file);
    EXPECT_EQ(again.counts.skipped, ledger.records);
    EXPECT_EQ(again.batch, 0);
}

TEST_P(LedgerTest, DoublesAndWrongRowsShowInTheSum) {
    Ledger ledger = makeLedger();
    auto& rows = ledger.sheet.rows;
    rows[4][4] = "2021年2月30日";
    rows[10] = rows[9];
    const auto plan = planOf(xlsx({ledger.sheet}, "台账.xlsx"));
    EXPECT_EQ(plan.counts.errors, 1);
    EXPECT_EQ(plan.counts.skipped, 1);
    EXPECT_EQ(rowAt(plan, 11).doubleOf, 10);
    EXPECT_THAT(sentence(plan.notes, "sum.differs"), HasSubstr("合计"));
}

} // namespace import_test
