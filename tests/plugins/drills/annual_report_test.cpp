#include "core/annual_report.h"
#include "core/drill_demo.h"
#include "core/records_export.h"
#include "drills_fixture.h"

#include <fstream>
#include <sstream>

namespace drills::testing {
namespace {

using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

class AnnualReportTest : public DrillsTest {
protected:
    void put(const char* name, const char* unit, const char* region, yanxun::Date day, const char* hazard,
             const char* mode, std::int64_t people, std::optional<std::int64_t> score, const char* problem,
             const char* rectified) {
        DrillDraft one = draft(name, unit, day);
        one.source = Source::imported;
        one.regionName = region;
        one.hazard = hazard;
        one.mode = mode;
        one.participants = people;
        one.participantsEstimated = people > 100;
        one.watchers = people > 100 ? std::optional<std::int64_t>(30) : std::nullopt;
        one.ledgerScore = score;
        one.problem = problem;
        one.rectification = rectified;
        add(one);
    }
    void fillYear() {
        put("校园防火疏散演练", "晋安小学", "城西街道", {2021, 5, 3}, "火灾", "实战", 320, 9210, "疏散路线标识不清", "已整改");
        put("防汛应急救援队伍拉练", "杨徐口村", "水稻乡", {2021, 6, 16}, "洪涝", "双盲", 21, 8000, "通信不畅", "整改中");
        put("地震应急避险演练", "晋安小学", "城西街道", {2021, 5, 3}, "地震", "桌面", 45, {}, "", "");
        put("防火救援演练 <A&B>", "正德制药有限公司", "", {2021, 11, 9}, "", "", 12, 5990, "", "");
        put("去年的演练", "正德制药有限公司", "金耀街道", {2020, 11, 9}, "火灾", "实战", 12, 7000, "", "");
    }
    std::string xml(int year) {
        std::ostringstream out;
        db().read([&](Reader& reader) {
            yanxun::writeXml(annualReport(words).make(reader, {Period::year(year), clock.now(), "示范区应急管理局"}), out);
        });
        return out.str();
    }
};
YANXUN_ON_BOTH_ENGINES(AnnualReportTest);

std::string golden(const std::string& name) {
    std::ifstream in(YANXUN_SOURCE_DIR "/tests/golden/" + name, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST_P(AnnualReportTest, IsTheSameToTheByteOnBothEngines) {
    fillYear();
    EXPECT_EQ(xml(2021), golden("drills_annual_2021.xml"));
}

TEST_P(AnnualReportTest, DoesNotDependOnTheOrderOfEntry) {
    add(draft("先录入的", "丁单位", {2021, 1, 1}));
    db().write([&](Writer& writer) { service.remove(writer, 1, get(1).revision); });
    fillYear();
    EXPECT_EQ(xml(2021), golden("drills_annual_2021.xml")) << "other ids, the same report";
}

TEST_P(AnnualReportTest, AnEmptyYearSaysSo) {
    EXPECT_NE(xml(2019).find("2019年没有应急演练记录。"), std::string::npos);
}

/// Sums of a report's tables, section by section, against their totals.
void expectTotals(const yanxun::Report& report) {
    for (const auto& section : report.sections) {
        for (const auto& table : section.tables) {
            std::vector<std::int64_t> sums(table.rows.columns.size());
            table.rows.each([&](std::span<const yanxun::Value> cells) {
                for (std::size_t i = 0; i < cells.size(); ++i) {
                    if (const auto* number = cells[i].integer()) sums[i] += *number;
                }
            });
            for (const auto& total : table.totals) {
                for (std::size_t i = 0; i < sums.size(); ++i) {
                    if (table.rows.columns[i].id != total.id) continue;
                    EXPECT_EQ(*total.value.integer(), sums[i]) << table.id << "." << total.id;
                }
            }
        }
    }
}

TEST_P(AnnualReportTest, EveryTotalIsTheSumOfItsRows) {
    db().write([&](Writer& writer) {
        neighbour->demo().fill(writer, {1, 2021}, yanxun::Progress::none());
        demoDrills(neighbour->units(), *records, rating).fill(writer, {1, 2021}, yanxun::Progress::none());
    });
    fillYear();
    db().read([&](Reader& reader) {
        for (const Period& period : {Period::year(2021), Period{{2021, 2, 3}, {2021, 9, 17}}}) {
            expectTotals(annualReport(words).make(reader, {period, clock.now(), {}}));
        }
    });
}

TEST_P(AnnualReportTest, TheExportCarriesTheLedgersHeadings) {
    fillYear();
    std::vector<std::string> lines;
    db().read([&](Reader& reader) {
        const auto rows = recordsExport().rows(reader, 2021);
        std::string headings;
        for (const auto& column : rows.columns) headings += column.title + '|';
        lines.push_back(headings);
        rows.each([&](std::span<const yanxun::Value> cells) {
            std::string line;
            for (std::size_t i = 0; i < cells.size(); ++i) line += yanxun::cellText(cells[i], rows.columns[i].kind) + '|';
            lines.push_back(line);
        });
    });
    ASSERT_EQ(lines.size(), 5u);
    EXPECT_TRUE(lines[0].starts_with("序号|演练名称|所属乡镇（街道）|组织单位|演练时间|灾种|形式|参演人数|观摩人数|评估得分|存在问题|整改情况|"))
        << lines[0];
    EXPECT_TRUE(lines[2].starts_with(
        "2|校园防火疏散演练|城西街道|晋安小学|2021-05-03|火灾|实战|约320|30|92.1|疏散路线标识不清|已整改|"))
        << lines[2];
}

} // namespace
} // namespace drills::testing
