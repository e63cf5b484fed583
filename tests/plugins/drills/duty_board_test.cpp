#include "core/duty/duty_figures.h"
#include "core/duty/duty_matrix.h"
#include "core/duty_verbs.h"
#include "duty_fixture.h"

#include <yanxun/report/report.h>

#include <algorithm>
#include <sstream>

namespace drills::testing {
namespace {

using yanxun::Date;
using yanxun::Reader;
using yanxun::Writer;

/// A district with one unit of each sort and a year behind it: what must be shown of 2021.
class DutyBoardTest : public DutyTest {
protected:
    DutyBoardTest() {
        clock.set(yanxun::startOf({2022, 1, 1}));
        tell(unit("晋安小学", "学校"), "subkind", "小学", "名录");
        tell(unit("启明幼儿园", "学校"), "subkind", "幼儿园", "名录");
        tell(unit("兴和化工", "企业"), "high_risk", "是", "许可证");
        tell(unit("传闻化工", "企业"), "high_risk", "是", "");
        unit("无名商贸", "企业");
        for (const int month : {1, 3, 4, 5, 6, 9, 10, 11}) add(draft("疏散演练", "晋安小学", {2021, month, 8}));
        for (const int month : {2, 11}) add(draft("疏散演练", "启明幼儿园", {2021, month, 8}));
        add(draft("处置演练", "兴和化工", {2021, 3, 8}));
    }
    DutyMatrix matrix(const std::string& rule, std::vector<DutyStatus> statuses = {}) {
        duties.refresh(db(), 2021, {2022, 1, 1});
        DutyFilter filter;
        filter.year = 2021;
        filter.rule = rule;
        filter.statuses = std::move(statuses);
        DutyMatrix made;
        db().read([&](Reader& reader) { made = dutyMatrix(reader, filter); });
        return made;
    }
    static std::string marks(const DutyMatrix& matrix, const std::string& unit) {
        std::string text;
        for (std::size_t row = 0; row < matrix.rows.size(); ++row) {
            if (matrix.rows[row].unit != unit) continue;
            for (std::size_t column = 0; column < matrix.columns.size(); ++column) {
                const auto& status = matrix.at(row, column).status;
                text += status ? mark(*status) : "—";
            }
        }
        return text;
    }
};
YANXUN_ON_BOTH_ENGINES(DutyBoardTest);

TEST_P(DutyBoardTest, ARulesWindowsStandBesideEachOther) {
    const DutyMatrix schools = matrix("R06A");
    ASSERT_EQ(schools.columns.size(), 12u);
    EXPECT_EQ(schools.columns[2].label, "3月");
    EXPECT_EQ(marks(schools, "晋安小学"), "缺免缺缺缺缺免免缺缺缺逾") << "drills without a plan count, their papers are missing";
    const DutyMatrix gardens = matrix("R06B");
    ASSERT_EQ(gardens.columns.size(), 4u);
    EXPECT_EQ(marks(gardens, "启明幼儿园"), "缺逾逾缺");
    const DutyMatrix plants = matrix("R02");
    ASSERT_EQ(plants.columns.size(), 2u);
    EXPECT_EQ(marks(plants, "兴和化工"), "缺逾");
    EXPECT_EQ(marks(plants, "传闻化工"), "待待") << "told, never confirmed: under every window, never late";
    const std::size_t row = 0;
    EXPECT_NE(describe(plants, row, 0).find("上半年"), std::string::npos);
}

TEST_P(DutyBoardTest, WithoutARuleEachRuleHasAColumnWithTheWorstOfTheYear) {
    const DutyMatrix all = matrix("");
    const auto column = std::find_if(all.columns.begin(), all.columns.end(), [](const auto& c) { return c.key == "R02"; });
    ASSERT_NE(column, all.columns.end());
    const auto at = std::size_t(column - all.columns.begin());
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
        const auto& cell = all.at(row, at);
        if (all.rows[row].unit == "晋安小学") {
            EXPECT_FALSE(cell.status);
        }
        if (all.rows[row].unit != "兴和化工") continue;
        EXPECT_EQ(cell.status, DutyStatus::overdue);
        EXPECT_EQ(cell.need, 2);
        EXPECT_EQ(cell.done, 1);
    }
}

TEST_P(DutyBoardTest, AStatusKeepsTheRowsThatShowItWhole) {
    const DutyMatrix late = matrix("R02", {DutyStatus::overdue});
    ASSERT_EQ(late.rows.size(), 1u);
    EXPECT_EQ(marks(late, "兴和化工"), "缺逾");
    std::vector<std::string> heads;
    const auto table = matrixRows(late);
    for (const auto& column : table.columns) heads.push_back(column.title);
    EXPECT_EQ(heads, (std::vector<std::string>{"单位", "乡镇（街道）", "类别", "上半年", "下半年"}));
    int rows = 0;
    table.each([&](std::span<const yanxun::Value> cells) {
        ++rows;
        EXPECT_EQ(yanxun::cellText(cells[4], yanxun::CellKind::text), "逾期未演");
    });
    EXPECT_EQ(rows, 1);
}

/// Must show 1: the missing windows of schools and plants, and the report that says them.
TEST_P(DutyBoardTest, TheReportNamesEveryMissingWindow) {
    std::ostringstream xml;
    db().read([&](Reader& reader) {
        yanxun::ReportRequest request;
        request.period = yanxun::Period::year(2021);
        request.madeAt = clock.now();
        yanxun::writeXml(dutiesReport(duties).make(reader, request), xml);
    });
    const std::string text = xml.str();
    for (const char* missing : {"12月", "第2季度、第3季度", "下半年"}) {
        EXPECT_NE(text.find(missing), std::string::npos) << missing;
    }
    DutyFilter late;
    late.statuses = {DutyStatus::overdue};
    for (const Duty& duty : board(2021, {2022, 1, 1}, late)) {
        EXPECT_NE(duty.unitName, "传闻化工");
        EXPECT_NE(duty.unitName, "无名商贸") << "nobody told what it is";
    }
}

TEST_P(DutyBoardTest, TheRateLeavesOutWhatIsNotDueAndOpensItsRows) {
    auto all = dutyFigures(duties, words, clock);
    const auto kind = std::find_if(all.begin(), all.end(), [](const auto& k) { return k.id == "drills.duty_rate"; });
    db().read([&](Reader& reader) {
        const auto result = kind->compute(reader, yanxun::Period::year(2021));
        std::int64_t rows = 0, done = 0;
        const auto source = kind->rows(reader, yanxun::Period::year(2021), "");
        source.each([&](std::span<const yanxun::Value> cells) {
            ++rows;
            const std::string status = yanxun::cellText(cells[9], yanxun::CellKind::text);
            EXPECT_TRUE(status.starts_with("已完成") || status == "逾期未演") << status;
            done += status.starts_with("已完成") ? 1 : 0;
        });
        ASSERT_GT(rows, 0);
        EXPECT_EQ(result.value, (done * 20'000 + rows) / (2 * rows));
        EXPECT_NE(result.note.find("属性待确认"), std::string::npos);
    });
    // A drill more, and the number knows.
    std::int64_t before = 0, after = 0;
    const auto ask = [&](std::int64_t& value) {
        db().read([&](Reader& reader) { value = kind->compute(reader, yanxun::Period::year(2021)).value; });
    };
    ask(before);
    add(draft("疏散演练", "晋安小学", {2021, 12, 8}));
    ask(after);
    EXPECT_GT(after, before);
}

TEST_P(DutyBoardTest, TheSpotCheckRuleIsListedAndStaysOn) {
    ASSERT_EQ(duties.spotRules().size(), 1u);
    EXPECT_EQ(word(duties.spotRules()[0].mode), "抽查");
    EXPECT_THROW(write([&](Writer& writer) { duties.switchRule(writer, "R03", false); }), yanxun::Error);
    DutyRule own;
    own.code = "本局1";
    own.title = "抽查";
    own.basis = "文件";
    own.subject.kinds = {"企业"};
    own.mode = DutyMode::spotCheck;
    EXPECT_THROW(write([&](Writer& writer) { duties.putOwnRule(writer, own); }), yanxun::Error);
}

} // namespace
} // namespace drills::testing
