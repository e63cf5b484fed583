// 小计, 合计 and 总计: never records, always checked.
#include "sdk/import/sample_kind.h"

namespace import_test {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class SumsTest : public ImportTest {
protected:
    static std::string row(int n, const std::string& people, const std::string& score = {}) {
        return std::to_string(n) + ",活动" + std::to_string(n) + ",一中,2021-5-3," + people + "," + score + ",\n";
    }
    std::vector<std::string> differences(const std::string& body) {
        const auto plan = planOf(csv(kHeader + body));
        std::vector<std::string> all;
        for (const auto& note : plan.notes) {
            if (note.code == "sum.differs") all.push_back(note.text);
        }
        return all;
    }
};
YANXUN_ON_BOTH_ENGINES(SumsTest);

TEST_P(SumsTest, SumRowsAreNotRead) {
    const auto plan = planOf(csv(kHeader + row(1, "10") + ",城西街道小计,,,10,,\n" + row(2, "20") + ",小 计,,,20,,\n合计,,,,30,,\n总　计：,,,,30,,见附件\n"));
    EXPECT_EQ(plan.counts.read, 2);
    EXPECT_THAT(plan.passedOver, ElementsAre(3, 5, 6, 7));
    EXPECT_THAT(codes(plan.notes), IsEmpty());
}

TEST_P(SumsTest, AFormulaWithoutResultInASumRowIsNoError) {
    const auto plan = planOf(xlsx({{"走访", false,
                                    {{"活动名称", "组织单位", "时间", "参演人数"}, {"消防", "一中", "2021-5-3", 3}, {"合计", "", "", In::uncached("SUM(D2:D2)")}},
                                    {}}}));
    EXPECT_EQ(plan.counts.read, 1);
    EXPECT_EQ(plan.counts.errors, 0);
    EXPECT_THAT(codes(plan.notes), IsEmpty());
}

TEST_P(SumsTest, ASumThatDiffersFromTheAcceptedRowsIsTold) {
    const auto said = differences(row(1, "10") + row(2, "20") + row(3, "坏") + "合计,,,,35,,\n");
    ASSERT_EQ(said.size(), 1u);
    EXPECT_THAT(said[0], HasSubstr("第 5 行“合计”的“参演人数”写的是 35，可导入的各行相加是 30"));
}

TEST_P(SumsTest, SubtotalsMayStandAboveOrBelowTheirRows) {
    EXPECT_THAT(differences(row(1, "10") + ",甲小计,,,10,,\n" + row(2, "20") + row(3, "5") + ",乙小计,,,25,,\n"), IsEmpty());
    EXPECT_THAT(differences(",甲小计,,,10,,\n" + row(1, "10") + ",乙小计,,,25,,\n" + row(2, "20") + row(3, "5")), IsEmpty());
    EXPECT_THAT(differences(row(1, "10") + ",甲小计,,,11,,\n" + row(2, "20") + ",乙小计,,,20,,\n"), ElementsAre(HasSubstr("甲小计")));
}

TEST_P(SumsTest, SumsOfPagesAndSumsSoFarAgree) {
    EXPECT_THAT(differences(row(1, "10") + "本页合计,,,,10,,\n累计,,,,10,,\n" + row(2, "20") + "本页合计,,,,20,,\n累计,,,,30,,\n"), IsEmpty());
}

TEST_P(SumsTest, BelowScoresPeopleWriteTheMean) {
    EXPECT_THAT(differences(row(1, "10", "80") + row(2, "20", "90") + "合计,,,,30,85,\n"), IsEmpty());
    EXPECT_EQ(differences(row(1, "10", "80") + row(2, "20", "90") + "合计,,,,30,86,\n").size(), 1u);
}

TEST_P(SumsTest, KnownRowsCountDoublesDoNot) {
    const auto file = csv(kHeader + row(1, "10") + row(2, "20") + row(2, "20") + "合计,,,,30,,\n");
    import(file);
    const auto again = planOf(file);
    EXPECT_THAT(codes(again.notes), ElementsAre("file.imported_before"));
}

TEST_P(SumsTest, ARecordWhoseNameEndsLikeASumIsARecord) {
    const auto plan = planOf(csv(std::string(kHeader) + "1,年终物资合计,一中,2021-5-3,1,,\n"));
    EXPECT_EQ(plan.counts.created, 1);
}

} // namespace import_test
