#include "core/coverage_report.h"
#include "core/figures.h"
#include "core/register_report.h"
#include "small_district.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace campaigns::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using yanxun::Period;
using yanxun::Reader;
using yanxun::Writer;

std::string lineOf(const yanxun::RowSource& rows, std::span<const yanxun::Value> cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += yanxun::cellText(cells[i], rows.columns[i].kind) + '|';
    return line;
}

std::vector<std::string> linesOf(const yanxun::RowSource& rows) {
    std::vector<std::string> lines;
    rows.each([&](std::span<const yanxun::Value> cells) { lines.push_back(lineOf(rows, cells)); });
    return lines;
}

class ReportsTest : public SmallDistrict {
protected:
    yanxun::ReportRequest request(int year = 2021) const { return {Period::year(year), clock.now(), "云溪区应急管理局"}; }
    std::string xml(const yanxun::ReportKind& kind, int year = 2021) {
        std::ostringstream out;
        db().read([&](Reader& reader) { yanxun::writeXml(kind.make(reader, request(year)), out); });
        return out.str();
    }
};
YANXUN_ON_BOTH_ENGINES(ReportsTest);

TEST_P(ReportsTest, CoverageEqualsTheTableWorkedOutByHand) {
    db().read([&](Reader& reader) {
        const auto report = coverageReport(coverage).make(reader, request());
        ASSERT_EQ(report.sections.size(), 2u);
        EXPECT_THAT(linesOf(report.sections[0].tables[0].rows),
                    ElementsAre("全区|进企业|3|2|66.67|3|||", "全区|进农村|2|1|50|2|||", "全区|进社区|2|1|50|1|||",
                                "全区|进学校|1|0|0|0|||", "全区|进家庭|4|2|50|2|||"));
        EXPECT_THAT(linesOf(report.sections[1].tables[0].rows),
                    ElementsAre("青岭镇|进企业|2|1|50|2|||", "青岭镇|进农村|2|1|50|2|||", "青岭镇|进社区|0|0||0|||",
                                "青岭镇|进学校|0|0||0|||", "青岭镇|进家庭|2|1|50|1|||", "望川街道|进企业|1|1|100|2|||",
                                "望川街道|进农村|0|0||0|||", "望川街道|进社区|2|1|50|1|||", "望川街道|进学校|1|0|0|0|||",
                                "望川街道|进家庭|2|1|50|1|||"));
        EXPECT_THAT(report.sections[1].sentences, ElementsAre(HasSubstr("重复 1 场次")));
        EXPECT_THAT(report.sections[0].sentences, ElementsAre(HasSubstr("应覆盖 12 个次，已覆盖 6 个次，覆盖率 50%")));
    });
}

TEST_P(ReportsTest, ATargetStandsBesideTheRowItIsFor) {
    Target target;
    target.year = 2021;
    target.categoryId = category("进企业");
    target.kind = TargetKind::all;
    target.words = "企业全覆盖";
    Target township = target;
    township.regionName = "望川街道";
    township.words = "街道企业全覆盖";
    db().write([&](Writer& writer) {
        plans.addTarget(writer, target);
        plans.addTarget(writer, township);
        const auto report = coverageReport(coverage).make(writer, request());
        EXPECT_EQ(linesOf(report.sections[0].tables[0].rows)[0], "全区|进企业|3|2|66.67|3|企业全覆盖|66.67|");
        EXPECT_EQ(linesOf(report.sections[1].tables[0].rows)[5], "望川街道|进企业|1|1|100|2|街道企业全覆盖|100|");
        EXPECT_EQ(linesOf(report.sections[1].tables[0].rows)[0], "青岭镇|进企业|2|1|50|2|||");
    });
}

TEST_P(ReportsTest, NotReachedNamesTheUnitsTheirLastDayAndThePlan) {
    Target target;
    target.year = 2021;
    target.categoryId = category("进企业");
    target.kind = TargetKind::all;
    target.words = "企业全覆盖";
    target.ownerName = "丁厂";
    db().write([&](Writer& writer) { plans.addTarget(writer, target); });
    db().read([&](Reader& reader) {
        const auto report = notReachedReport(coverage).make(reader, request());
        std::vector<std::string> lines;
        for (const auto& section : report.sections) {
            for (const auto& table : section.tables) {
                for (const std::string& line : linesOf(table.rows)) lines.push_back(line);
            }
        }
        EXPECT_THAT(lines, ElementsAre("1|进企业|青岭镇|乙厂|0||丁厂|联系人||", "1|进农村|青岭镇|南村|0|||联系人||",
                                       "1|进社区|望川街道|锦社区|0|2020-05-01||联系人||",
                                       "1|进学校|望川街道|明德小学|0|||联系人|2021-08-01|",
                                       "1|进家庭|望川街道|锦社区|0|||联系人||", "2|进家庭|青岭镇|南村|0|||联系人||"));
        EXPECT_EQ(*report.fields[0].value.integer(), 6);
    });
}

std::string golden() {
    std::ifstream in(YANXUN_SOURCE_DIR "/tests/golden/campaigns_register_2021.xml", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST_P(ReportsTest, TheRegisterIsTheSameToTheByteOnBothEngines) {
    ActivityDraft rich = draft("防灾减灾日 <集中> 宣传", {2021, 5, 12}, {"云社区"}, {"进社区", "进家庭"});
    rich.hostName = "丁厂";
    rich.place = "望川街道";
    rich.form = "咨询台";
    rich.themes = {"公共安全知识"};
    rich.attendance = 433;
    rich.attendanceEstimated = true;
    rich.photos = 4;
    rich.link = "https://example.org/a?b=1&c=2";
    const Terms all = terms();
    rich.metrics = {{0, 0, all.coded(TermKind::metric, "banner")->id, 5, Precision::exact, {}},
                    {0, 0, all.coded(TermKind::metric, "consult")->id, 60, Precision::estimated, {}},
                    {0, 0, all.coded(TermKind::metric, "screen")->id, 12, Precision::counted, {}}};
    const std::int64_t id = add(rich);
    PostDraft film;
    film.title = "应急微课堂第1期";
    film.platform = "抖音";
    film.publishedOn = {2021, 5, 12};
    film.activityId = id;
    db().write([&](Writer& writer) {
        const std::int64_t post = posts.add(writer, film);
        posts.count(writer, {0, 0, post, metric::views, {2021, 12, 31}, 34000, Precision::estimated});
        directory.setIssued(writer, id, 320);
    });
    const std::string made = xml(registerReport());
    if (const char* out = std::getenv("YANXUN_GOLDEN_OUT")) std::ofstream(out, std::ios::binary) << made;
    EXPECT_EQ(made, golden());
}

TEST_P(ReportsTest, EmptyYearsSaySo) {
    EXPECT_THAT(xml(registerReport(), 2019), HasSubstr("2019年没有宣传活动记录。"));
    EXPECT_THAT(xml(coverageReport(coverage), 2019), HasSubstr("已覆盖 0 个次"));
}

TEST_P(ReportsTest, TheSummarySaysFilmsActivitiesAndPeople) {
    PostDraft film;
    film.title = "微课堂";
    film.platform = "抖音";
    film.publishedOn = {2021, 5, 12};
    db().write([&](Writer& writer) { posts.add(writer, film); });
    db().read([&](Reader& reader) {
        const auto section = summarySection().make(reader, Period::year(2021));
        EXPECT_THAT(section.sentences,
                    ElementsAre("制作发布微视频 1 条；开展现场宣传 7 次，受教育 700 人次。",
                                "其中：进企业 3 次、进农村 2 次、进社区 1 次、进家庭 1 次。"));
        EXPECT_EQ(linesOf(section.tables[0].rows)[2], "进社区|1|1|100|") << "the year before stands beside";
        EXPECT_TRUE(summarySection().make(reader, Period::year(2018)).sentences.empty());
    });
}

TEST_P(ReportsTest, ExportsCarryTheLedgersHeadings) {
    db().read([&](Reader& reader) {
        const auto kinds = tableExports();
        const auto rows = kinds[0].rows(reader, 2021);
        std::string headings;
        for (const auto& column : rows.columns) headings += column.title + '|';
        EXPECT_THAT(headings, HasSubstr("序号|活动时间|活动名称|类别|主题|地点|"));
        EXPECT_THAT(headings, HasSubstr("|横幅（条）|展板（块）|宣传册（册）|传单（份）|物品（个）|现场咨询（人次）|"));
        EXPECT_EQ(linesOf(rows).size(), 9u) << "plans and those called off too";
        EXPECT_EQ(linesOf(kinds[1].rows(reader, 0)).size(), 0u);
    });
}

} // namespace
} // namespace campaigns::testing
